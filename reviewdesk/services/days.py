"""Which days and hours the book's people work: its own, or those of one of them."""

from datetime import date, time
from functools import lru_cache
from typing import Final

from reviewdesk.domain.book import Book
from reviewdesk.domain.people import Colleague
from reviewdesk.domain.working_days import WorkingDays

YEARS: Final = 4


def working_days(book: Book, today: date) -> WorkingDays:
    """Give the working days of a book with their hours, for last year, this one and the next ones."""
    return WorkingDays(
        frozenset(book.week), _holidays(book.holidays, today.year), book.day_starts, book.day_ends,
        book.answer_within, book.plan_within,
    )  # fmt: skip


def days_of(owner: Colleague | None, book: Book, today: date) -> WorkingDays:
    """Give the days and hours at which a colleague works: their own where they are known, else the book's."""
    if owner is None or owner.is_me:
        return working_days(book, today)
    week, country = owner.week or book.week, owner.holidays or book.holidays
    hours = hours_of(owner, book)
    return WorkingDays(frozenset(week), _holidays(country, today.year), *hours, book.answer_within, book.plan_within)


def hours_of(owner: Colleague, book: Book) -> tuple[time, time]:
    """Give when a colleague's day starts and ends; what makes no day of its own leaves them that of the book."""
    own = owner.day_starts or book.day_starts, owner.day_ends or book.day_ends
    return own if own[0] < own[1] else (book.day_starts, book.day_ends)


def knows_holidays(country: str) -> bool:
    """Say whether the holidays of a country are known, by its code."""
    import holidays

    return country in holidays.list_supported_countries()


@lru_cache(maxsize=32)
def _holidays(country: str, year: int) -> frozenset[date]:
    if not country:
        return frozenset()
    import holidays

    try:
        return frozenset(holidays.country_holidays(country, years=range(year - 1, year + YEARS)))
    except NotImplementedError:
        return frozenset()
