"""The days that a book holds: what lies outside is a slip of the keys, and no calendar is reckoned with it."""

from datetime import date
from typing import Final

FIRST_DAY: Final = date(1970, 1, 1)
LAST_DAY: Final = date(2199, 12, 31)


def in_bounds(day: date) -> bool:
    """Say whether a day is one that a book can hold."""
    return FIRST_DAY <= day <= LAST_DAY


def out_of_bounds(day: date) -> str:
    """Say in a sentence that a day is none that a book can hold."""
    return f"{day} is outside {FIRST_DAY.year} to {LAST_DAY.year}. Check the year."
