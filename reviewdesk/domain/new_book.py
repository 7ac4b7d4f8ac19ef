"""A new book made like another: what goes along is declared here field by field, and no customer is among it."""

from collections.abc import Collection
from dataclasses import replace
from typing import Final

from reviewdesk.domain.book import Book
from reviewdesk.domain.custom_field import CustomField
from reviewdesk.domain.people import Colleague

# By name, as they are offered; each can be told from every other in light and in dark.
BOOK_COLOURS: Final = (
    ("Petrol", "#0F4C5C"),
    ("Rust", "#B4531A"),
    ("Plum", "#7A2E6B"),
    ("Leaf", "#3C7A3B"),
    ("Ink", "#2F4B9A"),
    ("Berry", "#B3264A"),
    ("Ochre", "#9A6B00"),
    ("Slate", "#55606E"),
    ("Teal", "#0B8077"),
    ("Violet", "#6546C2"),
)
# A setting of the book that is in neither list fails a test, so that each new one is thought about.
TAKEN_ALONG: Final = frozenset(
    {
        "base_currency", "business_year_start", "rates", "room_in_a", "a_share", "b_share", "months_a", "months_b",
        "months_c", "months_without_tier", "hours_a_week", "hours_a_review", "hours_a_call", "week", "holidays",
        "day_starts", "day_ends", "answer_within", "plan_within",
        "company", "company_line", "footer", "color_main", "color_accent", "language", "health_weights",
        "health_costs", "healthy_from", "watch_from", "least_basis", "held_at", "checks_spelling",
        "logo", "prepared_by", "prepared_logo", "signature", "paper",
    }
)  # fmt: skip
LEFT_BEHIND: Final = {
    "id": "each book has the same",
    "version": "it counts the changes of one book",
    "name": "the new book has its own",
    "color": "two books are told apart by it",
    "window_end": "it goes with the purchases that were imported",
    "tiers_set_on": "no tier was set in the new book yet",
    "sample_of": "the new book is no sample",
    "own_words": "they may name customers",
    "change_steps": "they may name customers, and who of this book sees to them",
    "import_answers": "they name what stood in customers' files",
}


def another_colour(taken: Collection[str]) -> str:
    """Give the first colour that no book has yet; where all are taken, the one that fewest have."""
    used = [each.upper() for each in taken]
    return min((colour for _, colour in BOOK_COLOURS), key=used.count)


def book_like(other: Book, into: Book, name: str, color: str) -> Book:
    """Give a new book's own record with the settings of another one."""
    taken = {each: getattr(other, each) for each in sorted(TAKEN_ALONG)}
    return replace(into, name=name, color=color, **taken)


def me_like(other: Colleague) -> Colleague:
    """Give the person whose books both are, as somebody who is new to this one."""
    return Colleague(
        name=other.name, email=other.email, phone=other.phone, role=other.role, team=other.team, week=other.week,
        holidays=other.holidays, hours_a_week=other.hours_a_week, day_starts=other.day_starts,
        day_ends=other.day_ends, is_me=True,
    )  # fmt: skip


def field_like(other: CustomField) -> CustomField:
    """Give a field of the person's own for a new book, where nothing stands in it yet."""
    return CustomField(
        name=other.name, kind=other.kind, of=other.of, audience=other.audience, choices=other.choices,
        position=other.position,
    )  # fmt: skip
