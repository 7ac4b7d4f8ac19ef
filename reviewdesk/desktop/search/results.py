"""What was found, as the rows of a list."""

from collections.abc import Iterable
from typing import Final
from unicodedata import bidirectional

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
    Kind.ATTACHMENT: "paperclip",
    Kind.QUOTE: "quote",
    Kind.PLANNED_CHANGE: "megaphone",
    Kind.TOUCHED_BY_CHANGE: "megaphone",
    Kind.REVIEWED_LOSS: "user-minus",
    Kind.SHARED_PROBLEM: "users",
    Kind.AFFECTED: "users",
    Kind.HAND_OFF: "handshake",
    Kind.FRICTION: "refresh-cw",
    Kind.PRICE_DIAGNOSIS: "scale",
}


def result_of(found: Found) -> Result:
    """Give a thing found as a row with its matches marked."""
    icon = ICONS.get(found.kind, "file-text")
    return Result(found, found.title, icon, _in_order(found.meta), found.right, marks_of(found.marks))


def _in_order(meta: str) -> str:
    """Keep the parts of a remark in their order, also where one is written from right to left."""
    if meta.isascii() or not any(bidirectional(each) in ("R", "AL") for each in meta):
        return meta
    return " · ".join(f"\u2068{each}\u2069" for each in meta.split(" · "))


def marks_of(spans: Iterable[Span]) -> tuple[tuple[int, int], ...]:
    """Give parts of a text as where each begins and how long it is."""
    return tuple((each.start, each.end - each.start) for each in spans)
