"""What a client's own template may ask for: the names of the placeholders, and what a summary puts in their places."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from typing import Final

from reviewdesk.domain.outline import Cell, Figures, Grid, Line, Listing, Outline, Part, Prose, joined, line, own
from reviewdesk.domain.summary import Attendee, CustomerSummary
from reviewdesk.domain.summary_outline import kept_figure, outline_of, tell_line
from reviewdesk.domain.words import words_in

Item = Mapping[str, Line]


@dataclass(frozen=True, slots=True)
class Placeholder:
    """A name that a template may hold, what comes in its place, and its fields where it stands for several things."""

    name: str
    about: str
    fields: tuple[str, ...] = ()
    is_list: bool = False


def _list(name: str, about: str, *fields: str) -> Placeholder:
    return Placeholder(name, about, fields, is_list=True)


PLACEHOLDERS: Final = (
    Placeholder("account", "the customer's name"),
    Placeholder("title", "what kind of review it was"),
    Placeholder("period", "its period, as 2026 Q4"),
    Placeholder("held_on", "the day it was held"),
    Placeholder("place", "where it was held"),
    Placeholder("sender", "your company"),
    Placeholder("sender_line", "the line below your company's name"),
    Placeholder("edition", "the version and the day it was finished"),
    Placeholder("version", "the number of the version alone"),
    _list("theirs", "who was there of them", "name", "role"),
    _list("ours", "who was there of you", "name", "role"),
    _list("changes", "what changed since the version they have"),
    _list("sentences", "the first sentences"),
    _list("heard", "what you heard from them"),
    _list("decisions", "what was decided"),
    _list("we_will", "what you will do", "what", "owner", "due"),
    _list("you_will", "what they will do", "what", "owner", "due"),
    Placeholder("ask", "one ask of them"),
    Placeholder("commitment", "one commitment from you"),
    Placeholder("next_on", "the day of the next review"),
    Placeholder("next", "the next review with its time and place"),
    Placeholder("tell_us", "whom to tell if they remember it otherwise"),
    Placeholder("kept", "how many of your promises were kept"),
    _list("concerns", "their concerns", "what", "cause", "fix", "owner", "state"),
    _list("done_for_you", "what you did about problems they share"),
    _list("promises", "what you promised last time", "what", "owner", "due", "state"),
    _list("yours_open", "what is still open with them", "what", "owner", "due"),
    _list("goals", "results against the goals", "name", "target", "actual", "status", "source"),
    _list("worth", "what this was worth to them", "value", "what", "basis"),
    _list("next_days", "the next 90 days"),
    _list("answers", "their own answers", "question", "answer", "score"),
)
ALWAYS_THERE: Final = frozenset(
    {"account", "title", "period", "held_on", "place", "sender", "sender_line", "edition", "version", "theirs", "ours"}
)
_LISTS: Final = {each.name: each for each in PLACEHOLDERS if each.is_list}
KNOWN: Final = tuple(
    name for each in PLACEHOLDERS for name in (each.name, *(f"{each.name}.{field}" for field in each.fields))
)
_PARTS: Final = {
    "changed": "changes", "in short": "sentences", "heard": "heard", "decided": "decisions", "we will": "we_will",
    "you will": "you_will", "concerns": "concerns", "done for you": "done_for_you",
    "promises": "promises", "yours open": "yours_open",
    "goals": "goals", "worth": "worth", "next days": "next_days", "answers": "answers",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Filling:
    """What stands behind each name: a line, or items, each a line by itself and one for each of its fields."""

    texts: Mapping[str, Line]
    lists: Mapping[str, tuple[Item, ...]]

    def is_empty(self, name: str) -> bool:
        """Say whether a name has nothing to put in its place."""
        name = name.partition(".")[0]
        return not (self.lists[name] if name in self.lists else self.texts.get(name, ()))


def nearest(name: str) -> str:
    """Give the known name that is most like one that is not known, or nothing."""
    return next(iter(get_close_matches(name, KNOWN, 1, 0.55)), "")


def is_list(name: str) -> bool:
    """Say whether a name stands for several things."""
    return name.partition(".")[0] in _LISTS


def filling_of(summary: CustomerSummary) -> Filling:
    """Give what a summary puts in the places of a template."""
    outline, words = outline_of(summary), words_in(summary.language, summary.held_on)
    last, following = summary.last_promises, summary.next_review
    counted = last is not None and last.count and summary.shows_kept_rate
    kept = kept_figure(last, words) if last is not None and counted else None
    texts = {
        "account": line(outline.title), "title": line(summary.title), "period": line(summary.period),
        "held_on": (own(words.day(summary.held_on)),), "place": line(summary.place),
        "sender": line(summary.vendor.name), "sender_line": line(summary.vendor.line), "edition": outline.edition,
        "version": (own(str(summary.version)),), "ask": line(summary.ask), "commitment": line(summary.commitment),
        "next_on": (own(words.day(following.on)),) if following else (), "next": _next(outline),
        "tell_us": tell_line(summary.tell_us, words) if summary.tell_us else (),
        "kept": joined((kept.value, kept.caption), " ") if kept else (),
    }  # fmt: skip
    lists: dict[str, tuple[Item, ...]] = dict.fromkeys(_LISTS, ())
    lists["theirs"], lists["ours"] = (tuple(_people(each)) for each in (summary.theirs, summary.ours))
    for part in outline.parts:
        if part.key in _PARTS:
            lists[_PARTS[part.key]] = tuple(_items(part, _LISTS[_PARTS[part.key]].fields))
    return Filling(texts, lists)


def _next(outline: Outline) -> Line:
    closing = next((each for part in outline.parts if part.key == "closing" for each in part.contents), None)
    figures = closing.items if isinstance(closing, Figures) else ()
    days = [each for each in figures if len(each.value) == 1 and each.value[0].own]
    return joined((days[0].value, days[0].caption), ", ") if days else ()


def _people(people: Sequence[Attendee]) -> Iterator[Item]:
    for each in people:
        name, role = line(each.name), line(each.role)
        if name:
            yield {"": (*name, own(" ("), *role, own(")")) if role else name, "name": name, "role": role}


def _items(part: Part, fields: tuple[str, ...]) -> Iterator[Item]:
    for content in part.contents:
        if isinstance(content, Listing) or (isinstance(content, Prose) and not fields):
            yield from ({"": each} for each in content.lines)
        elif isinstance(content, Grid):
            yield from (_row(row, fields) for row in content.rows)
        elif isinstance(content, Figures):
            for each in content.items:
                found = (each.value, each.caption, each.note)
                yield {"": joined(found, " "), **dict(zip(fields, found, strict=True))}


def _row(row: tuple[Cell, ...], fields: tuple[str, ...]) -> Item:
    """Give a row of a table as an item: by itself what stands first, the rest behind it in brackets."""
    first, *rest = (cell.line for cell in row)
    behind = joined(rest, ", ")
    whole = (*first, own(" ("), *behind, own(")")) if behind else first
    return {"": whole, **{name: cell.line for name, cell in zip(fields, row, strict=True)}}
