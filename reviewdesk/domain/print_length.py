"""How much of one text is printed: a page of it, for nobody reads more in a summary; the note itself stays whole."""

from collections.abc import Iterator
from dataclasses import fields, is_dataclass, replace
from typing import Any, Final, TypeVar

from reviewdesk.domain.audience import Audience
from reviewdesk.domain.marker import Marker
from reviewdesk.domain.notes.marks import find_mark
from reviewdesk.domain.review import NoteLine, Review

LONGEST_PRINTED: Final = 2_000
_LONGEST_WORD: Final = 100
Value = TypeVar("Value")


def cut(text: str) -> str:
    """Give a text as far as it is printed, with an ellipsis where it goes on."""
    if len(text) <= LONGEST_PRINTED:
        return text
    kept = text[: LONGEST_PRINTED - 1]
    word_end = kept.rfind(" ", LONGEST_PRINTED - _LONGEST_WORD)
    return f"{kept[:word_end] if word_end > 0 else kept}…"


def cut_all(value: Value) -> Value:
    """Cut every text in a value that is printed."""
    found: Any = _cut(value)
    return found  # type: ignore[no-any-return]


def longer_than_printed(review: Review) -> Iterator[NoteLine]:
    """Give the lines that are printed as they stand and go on where the print ends."""
    for line in review.lines:
        if len(line.text) > LONGEST_PRINTED and not line.set_aside and not line.print_wording and _is_printed(line):
            yield line


def _is_printed(line: NoteLine) -> bool:
    marker = find_mark(line.text).marker
    if marker is Marker.NOTE:
        marker = line.sorted_as or marker
    if marker is Marker.CONCERN:
        return line.audience is not Audience.ONLY_ME
    return (line.audience or marker.audience) is Audience.CUSTOMER


def _cut(value: Any) -> Any:  # noqa: ANN401 - whatever a summary holds
    if isinstance(value, str):
        return cut(value)
    if isinstance(value, tuple):
        return tuple(map(_cut, value))
    if is_dataclass(value) and not isinstance(value, type):
        return replace(value, **{each.name: _cut(getattr(value, each.name)) for each in fields(value)})
    return value
