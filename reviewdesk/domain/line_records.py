"""The records that marked note lines make: concerns, follow-ups, questions, quotes and opportunities.

A record follows its line field by field: where a field still holds what the line said before, it takes what the line
says now; where it was changed elsewhere it keeps that. So nothing but the line before and the line now is needed.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from functools import lru_cache
from typing import Any, Final
from uuid import UUID, uuid4

from reviewdesk.domain.concern import Concern
from reviewdesk.domain.follow_up import FollowUp, Side, WaitsOn
from reviewdesk.domain.marker import Marker
from reviewdesk.domain.notes import DayRules, ParsedLine, mark_of, parse_line, resolve
from reviewdesk.domain.quoting import plain_wording, sentence
from reviewdesk.domain.review import NoteLine
from reviewdesk.domain.said import Consent, Opportunity, Question, Quote
from reviewdesk.domain.text import fold

LineRecord = Concern | FollowUp | Question | Quote | Opportunity
DATED: Final = frozenset({Marker.FOLLOW_UP, Marker.OUR_PROMISE, Marker.THEIR_PROMISE})
RECORD_OF: Final[Mapping[Marker, type[LineRecord]]] = {
    Marker.FOLLOW_UP: FollowUp,
    Marker.OUR_PROMISE: FollowUp,
    Marker.THEIR_PROMISE: FollowUp,
    Marker.CONCERN: Concern,
    Marker.QUESTION: Question,
    Marker.QUOTE: Quote,
    Marker.OPPORTUNITY: Opportunity,
}
_SAID_ON: Final[Mapping[type[LineRecord], str]] = {
    Concern: "raised_on",
    FollowUp: "said_on",
    Question: "asked_on",
    Quote: "said_on",
    Opportunity: "noted_on",
}
Names = tuple[tuple[UUID, str], ...]
_ANYBODY: Final = UUID(int=0)
_ENDS_IN_PREPOSITION: Final = re.compile(
    r"(?<!\w)(?:with|from|to|for|by|of|and|mit|von|an|für|bei|zu|und|avec|de|à|pour|chez|et|par)$", re.IGNORECASE
)
_CLOSED: Final = re.compile(r"^([^\"“”„‟«»]*[^\s\"“”„‟«»])\s*[\"“”‟«»](?!\w)")
_NAMED_AT_THE_END: Final = re.compile(r"(?:\s*[,–—-]?\s*(?:@[^\W\d_][\w'’.-]*(?:\s[A-ZÀ-Þ][\w'’.-]*)?|#[\w-]+))+$")


@dataclass(frozen=True, slots=True)
class Meeting:
    """What a line is read against: the meeting's day and account, and who can be named in it."""

    account_id: UUID
    review_id: UUID
    on: date
    people: Names = ()
    colleagues: Names = ()
    me_id: UUID | None = None
    rules: DayRules = field(default_factory=DayRules)


@dataclass(frozen=True, slots=True)
class ReadLine:
    """A line as it is understood: what is typed, and `said`, the same read as what the person sorted it as."""

    line: NoteLine
    parsed: ParsedLine
    said: ParsedLine

    @property
    def marker(self) -> Marker:
        """What the line is: by its marker, else as the person sorted it."""
        return self.line.sorted_as or Marker.NOTE if self.parsed.marker is Marker.NOTE else self.parsed.marker


def read_line(line: NoteLine, meeting: Meeting) -> ReadLine:
    """Read a line and keep the day its words named when they were typed; they are read again only when they change."""
    parsed = _parsed(line.text, meeting.on, meeting.rules)
    said = _sorted(line, parsed, meeting)
    words = said.day.words if said.day else ""
    if words != line.day_words:
        line = replace(line, day=said.day.day if said.day else None, day_words=words)
    return ReadLine(line, parsed, said)


def _sorted(line: NoteLine, parsed: ParsedLine, meeting: Meeting) -> ParsedLine:
    """Read an unmarked line as if it bore the mark that the person gave it in Sort."""
    mark = mark_of(line.sorted_as) if line.sorted_as and parsed.marker is Marker.NOTE else None
    return _parsed(f"{mark.sign} {line.text.strip()}", meeting.on, meeting.rules) if mark else parsed


@lru_cache(maxsize=20_000)
def _parsed(text: str, on: date, rules: DayRules) -> ParsedLine:
    """Read a text once: most lines of a meeting are looked at again and again."""
    return parse_line(text, on, rules)


def follow(read: ReadLine, before: ReadLine | None, record: LineRecord | None, meeting: Meeting) -> LineRecord | None:
    """Give the record of a line as it should be now, from the record and the line as they were.

    A line that is of a kind without a record has none, and one without words makes none; where it lost its words the
    record waits, withdrawn, until there are some again. Consent holds for the words it was given for, not for others.
    """
    kind = RECORD_OF.get(read.marker)
    if kind is None:
        return None
    says, is_empty = _says(read, meeting), not read.said.words.strip()
    if record is None or not isinstance(record, kind):
        if is_empty:
            return None
        made_id = read.line.record_id if record is None and read.line.record_id else uuid4()
        return kind(**says, **_origin(read, meeting), id=made_id)
    said = _says(before, meeting) if before is not None else {}
    fresh = {name: value for name, value in says.items() if name in said and getattr(record, name) == said[name]}
    if before is not None and isinstance(record, FollowUp) and _names_another_day(read, before) and not record.moves:
        fresh["due"] = read.line.day
    followed: LineRecord = replace(record, **fresh, withdrawn=is_empty)
    return _consented(followed, record) if isinstance(followed, Quote) else followed


def _names_another_day(read: ReadLine, before: ReadLine) -> bool:
    """Say whether a day was typed anew: as the last word it holds against a date given elsewhere, unless moved."""
    fresh, old = read.line, before.line
    return read.marker in DATED and fresh.day is not None and (fresh.day, fresh.day_words) != (old.day, old.day_words)


def _consented(quote: Quote, before: LineRecord) -> Quote:
    same = isinstance(before, Quote) and (before.words, before.person_id) == (quote.words, quote.person_id)
    return quote if same else replace(quote, consent=Consent.NOT_ASKED)


def detached(read: ReadLine, record: LineRecord, meeting: Meeting) -> tuple[str, ...]:
    """Name the fields of a record that no longer follow their line because they were changed elsewhere."""
    if not isinstance(record, RECORD_OF.get(read.marker, type(None))):
        return ()
    says, left_open = _says(read, meeting).items(), _left_open(read, meeting)
    changed = (name for name, value in says if value is not None and getattr(record, name) != value)
    return tuple(name for name in changed if name not in left_open)


def _left_open(read: ReadLine, meeting: Meeting) -> set[str]:
    """Name the fields about which a line says nothing, so that saying it elsewhere contradicts nothing.

    A concern's wording for the customer is meant to be reworded, and Sort asks how severe it is and who does it.
    """
    found = {*_SAID_ON.values(), "summary"}
    if read.parsed.marker is Marker.NOTE:
        found.add("severity")
    if not (_named(read, meeting.colleagues) or _named(read, meeting.people)):
        found |= {"colleague_id", "person_id", "waits_on"}
    return found


def said_on(record: LineRecord) -> date | None:
    """Give the day of the meeting in which the words of a record were said."""
    day: date | None = getattr(record, _SAID_ON[type(record)])
    return day


def said_again_on(record: LineRecord, on: date) -> LineRecord:
    """Give a record of a meeting that was held on another day."""
    return replace(record, **{_SAID_ON[type(record)]: on})  # type: ignore[arg-type]


def let_go(record: LineRecord) -> LineRecord | None:
    """Say what is left of a record whose line is gone: withdrawn where somebody acted on it, else nothing."""
    return replace(record, withdrawn=True) if record.is_acted_on else None


def _origin(read: ReadLine, meeting: Meeting) -> dict[str, Any]:
    return {"account_id": meeting.account_id, "review_id": meeting.review_id, "line_id": read.line.id}


def _says(read: ReadLine, meeting: Meeting) -> dict[str, Any]:
    """Give the fields that follow the line."""
    parsed, what = read.said, read.said.what or read.said.words
    match read.marker:
        case Marker.CONCERN:
            return {"words": parsed.words, "summary": wording_of(read), "severity": parsed.severity or 1,
                    "tags": parsed.tags, "raised_on": meeting.on}  # fmt: skip
        case Marker.QUESTION:
            return {"words": parsed.words, "asked_on": meeting.on}
        case Marker.QUOTE:
            return {"words": _their_words(parsed), "said_on": meeting.on, "person_id": _said_by(read, meeting)}
        case Marker.OPPORTUNITY:
            return {"what": what, "noted_on": meeting.on}
        case _:
            return {
                "what": sentence(_title(read, meeting)),
                "due": read.line.day,
                "said_on": meeting.on,
                **_whose(read, meeting),
            }


def _said_by(read: ReadLine, meeting: Meeting) -> UUID | None:
    return read.line.said_by_id or _named(read, meeting.people)


def _whose(read: ReadLine, meeting: Meeting) -> dict[str, Any]:
    theirs = read.marker is Marker.THEIR_PROMISE
    colleague = None if theirs else _named(read, meeting.colleagues) or meeting.me_id
    others = colleague is not None and colleague != meeting.me_id
    return {
        "side": Side.THEIRS if theirs else Side.OURS,
        "is_promise": read.marker is not Marker.FOLLOW_UP,
        "colleague_id": colleague,
        "person_id": _named(read, meeting.people) if theirs else None,
        "waits_on": WaitsOn.CUSTOMER if theirs else WaitsOn.COLLEAGUE if others else WaitsOn.ME,
    }


def _named(read: ReadLine, candidates: Names) -> UUID | None:
    found = (resolve(each.name, candidates) for each in read.said.people)
    return next((each for each in found if each is not None), None)


def _title(read: ReadLine, meeting: Meeting) -> str:
    """Give what is to be done without its owner named at the end; somebody it is to be done with stays."""
    names = meeting.people if read.marker is Marker.THEIR_PROMISE else meeting.colleagues
    owner = _named(read, names)
    return _without_name(read, dict(names)[owner]) if owner else read.said.what or read.said.words


def wording_of(read: ReadLine) -> str:
    """Give the wording for the customer that a concern begins with: nobody's words in marks, nobody's name on it."""
    last = read.said.people[-1].name if read.said.people else ""
    return plain_wording(_without_name(read, last) if last else read.said.what or read.said.words)


def _without_name(read: ReadLine, full: str) -> str:
    """Give a title without the person of this name at its end, where they were named with an @."""
    what = read.said.what or read.said.words
    last = read.said.people[-1].name if read.said.people else ""
    if not last or not _is_all_name(last, full) or not what.endswith(last):
        return what
    title = what.removesuffix(last).rstrip(" \t,;:-–(")
    return what if not title or _ENDS_IN_PREPOSITION.search(title) else title


def _is_all_name(typed: str, full: str) -> bool:
    """Say whether every word behind an @ belongs to a name, for the second one may be an ordinary word."""
    return (
        bool(full)
        and resolve(typed, ((_ANYBODY, full),)) is not None
        and (" " not in typed or fold(typed.rsplit(" ", 1)[1]) in fold(full))
    )


def _their_words(parsed: ParsedLine) -> str:
    """Give the words of a quote alone: up to the mark that closes it, and without who is named behind them."""
    words = parsed.words
    closed = _CLOSED.match(words)
    if closed:
        return closed.group(1).strip()
    return _NAMED_AT_THE_END.sub("", words).rstrip() or words
