"""What was found, as the rows of a list."""

from collections.abc import Iterable
from typing import Final

from reviewdesk.desktop.results import Result
from reviewdesk.domain.changes import Kind
from reviewdesk.domain.text_marks import Span
from reviewdesk.services.found_values import Found

ICONS: Final = {
    Kind.ACCOUNT: "building-2",
    Kind.PERSON: "user",
    Kind.CONCERN: "message-square-warning",
    Kind.NOTE_LINE: "notebook-pen",
    Kind.REVIEW: "calendar-check",
    Kind.FOLLOW_UP: "list-checks",
    Kind.QUESTION: "circle-question-mark",
    Kind.OPPORTUNITY: "trending-up",
    Kind.CONTACT: "phone",
}


def result_of(found: Found) -> Result:
    """Give a thing found as a row with its matches marked."""
    icon = ICONS.get(found.kind, "file-text")
    return Result(found, found.title, icon, found.meta, found.right, marks_of(found.marks))


def marks_of(spans: Iterable[Span]) -> tuple[tuple[int, int], ...]:
    """Give parts of a text as where each begins and how long it is."""
    return tuple((each.start, each.end - each.start) for each in spans)
