"""Which days the book's people work: its week, and the holidays of its country."""

from datetime import date
from functools import lru_cache
from typing import Final

from reviewdesk.domain.book import Book
from reviewdesk.domain.working_days import WorkingDays

YEARS: Final = 4


def working_days(book: Book, today: date) -> WorkingDays:
    """Give the working days of a book, for last year, this one and the next ones."""
    return WorkingDays(frozenset(book.week), _holidays(book.holidays, today.year))


@lru_cache(maxsize=8)
def _holidays(country: str, year: int) -> frozenset[date]:
    if not country:
        return frozenset()
    import holidays

    try:
        return frozenset(holidays.country_holidays(country, years=range(year - 1, year + YEARS)))
    except NotImplementedError:
        return frozenset()
