"""What stands beside a line of notes: what it is, whose and by when, and whether its record went its own way."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Final
from uuid import UUID

from reviewdesk.desktop.tokens import Tone
from reviewdesk.desktop.widgets.pill import PillText
from reviewdesk.domain.audience import Audience
from reviewdesk.domain.concern import Concern
from reviewdesk.domain.follow_up import Ending, FollowUp
from reviewdesk.domain.line_records import LineRecord, Meeting, ReadLine, read_line
from reviewdesk.domain.marker import Marker
from reviewdesk.domain.notes import resolve
from reviewdesk.domain.review import NoteLine
from reviewdesk.domain.said import Consent, Quote

TONES: Final = {
    Marker.FOLLOW_UP: Tone.ACCENT,
    Marker.OUR_PROMISE: Tone.ACCENT,
    Marker.THEIR_PROMISE: Tone.WARN,
    Marker.CONCERN: Tone.BAD,
    Marker.GOING_RIGHT: Tone.GOOD,
}
CONSENT_WORDS: Final = {Consent.NOT_ASKED: "ask consent", Consent.UNNAMED: "unnamed", Consent.NAMED: "named"}
_ENDED: Final = {Ending.KEPT: Tone.GOOD, Ending.KEPT_LATE: Tone.WARN, Ending.BROKEN: Tone.BAD}
_LONGEST_NAME: Final = 14
_DATED: Final = frozenset({Marker.FOLLOW_UP, Marker.OUR_PROMISE, Marker.THEIR_PROMISE})


@dataclass(frozen=True, slots=True)
class Beside:
    """What the editor shows beside one line; `hint` is a sentence about something that could not be read."""

    audience: Audience = Audience.ONLY_ME
    pills: tuple[PillText, ...] = ()
    hint: str = ""
    apart: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class KnownLine:
    """A line as it was saved last, with its record."""

    line: NoteLine
    read: ReadLine
    record: LineRecord | None = None
    detached: tuple[str, ...] = ()


def beside(known: KnownLine, meeting: Meeting) -> Beside:
    """Say what stands beside a saved line."""
    pills = _pills(known.read, known.record, meeting)
    if known.detached:
        pills = (*pills, PillText("date kept" if known.detached == ("due",) else "kept", Tone.WARN))
    audience = known.line.audience or known.read.marker.audience
    return Beside(audience, pills, _hint(known.read, known.record), known.detached)


@lru_cache(maxsize=4096)
def beside_typed(text: str, audience: Audience | None, sorted_as: Marker | None, meeting: Meeting) -> Beside:
    """Say what stands beside a line that is being typed, from its words alone."""
    read = read_line(NoteLine(text=text, sorted_as=sorted_as), meeting)
    return Beside(audience or read.marker.audience, _pills(read, None, meeting), _hint(read, None))


def _hint(read: ReadLine, record: LineRecord | None) -> str:
    given = isinstance(record, FollowUp) and record.due is not None and record.due != read.line.day
    return read.said.hint if read.marker in _DATED and not given else ""


def _pills(read: ReadLine, record: LineRecord | None, meeting: Meeting) -> tuple[PillText, ...]:
    marker = read.marker
    if marker is Marker.NOTE or not (read.said.words or read.line.text.strip()):
        return ()
    if marker in _DATED:
        return _dated(read, record, meeting)
    if marker is Marker.CONCERN:
        severity = record.severity if isinstance(record, Concern) else read.said.severity or 1
        return (PillText(f"severity {severity}", Tone.BAD if severity > 2 else Tone.WARN),)
    if marker is Marker.QUOTE:
        consent = record.consent if isinstance(record, Quote) else Consent.NOT_ASKED
        return (PillText(f"quote · {CONSENT_WORDS[consent]}"),)
    return (PillText(marker.value, TONES.get(marker, Tone.NEUTRAL)),)


def _dated(read: ReadLine, record: LineRecord | None, meeting: Meeting) -> tuple[PillText, ...]:
    follow_up = record if isinstance(record, FollowUp) else None
    due = follow_up.due if follow_up else read.said.day.day if read.said.day else None
    missing = due is None and read.marker is not Marker.FOLLOW_UP
    words = [read.marker.value, _who(read, follow_up, meeting), _when(due, read, meeting)]
    if due is None and not missing and not read.said.hint:
        words.pop()
    tone = Tone.WARN if missing else TONES[read.marker]
    pill = PillText(" · ".join(each for each in words if each), tone)
    ending = follow_up.ending if follow_up else None
    return (pill, PillText(ending.value, _ENDED.get(ending, Tone.NEUTRAL))) if ending else (pill,)


def _when(due: date | None, read: ReadLine, meeting: Meeting) -> str:
    if due is not None:
        return day_words(due, meeting.on)
    return "date not read" if read.said.hint else "no date yet"


def _who(read: ReadLine, follow_up: FollowUp | None, meeting: Meeting) -> str:
    """Name who is to do it, unless it is the person whose notes these are."""
    theirs = read.marker is Marker.THEIR_PROMISE
    names = dict(meeting.people if theirs else meeting.colleagues)
    if follow_up is not None:
        found = follow_up.person_id if theirs else follow_up.colleague_id
    else:
        named = (resolve(each.name, tuple(names.items())) for each in read.said.people)
        found = next((each for each in named if each), None)
    return _first_name(names, found) if found != meeting.me_id else ""


def _first_name(names: Mapping[UUID, str], who: UUID | None) -> str:
    """Give the first word of a name; one that is too long for a chip is cut."""
    first = (names.get(who, "") if who else "").partition(" ")[0]
    return first if len(first) <= _LONGEST_NAME else f"{first[:_LONGEST_NAME]}…"


def day_words(day: date, today: date) -> str:
    """Write a day as "Fri 27 Nov", with the year when it is not this one."""
    year = "" if day.year == today.year else f" {day.year}"
    return f"{day:%a} {day.day} {day:%b}{year}"
