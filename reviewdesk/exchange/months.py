"""Months and quarters as people write them over columns, in several languages."""

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date
from typing import Final

from reviewdesk.exchange.dates import MONTHS

_UNIT: Final = re.compile(r"[\(\[].*?[\)\]]|\b(?:T|k|in )?(?:€|EUR|USD|CHF|GBP)\b|[€$£]")
_YEAR_FIRST: Final = re.compile(r"(\d{4})[-/. ](\d{1,2})\Z")
_TOGETHER: Final = re.compile(r"(20\d\d)(0[1-9]|1[0-2])\Z")
_MONTH_FIRST: Final = re.compile(r"(\d{1,2})[-/. ](\d{4})\Z")
_DAY: Final = re.compile(r"(?:(\d{4})-(\d{2})-(\d{2})|(\d{2})\.(\d{2})\.(\d{4}))\Z")
_WORDED: Final = re.compile(r"([^\W\d_]{3,10})\.?[\s'’./-]*(\d{4}|\d{2})?\Z")
_YEAR_WORDED: Final = re.compile(r"(\d{4})[\s./-]+([^\W\d_]{3,10})\.?\Z")
_QUARTER: Final = re.compile(r"(?:[qt]|quarter|quartal|trimestre)\s?([1-4])(?:[\s'’./-]*(\d{4}|\d{2}))?\Z")
_QUARTER_BEHIND: Final = re.compile(
    r"(?:(\d{4})[\s./-]*)?(?:q([1-4])|([1-4])\.?\s?(?:quartal|quarter|trimestre))(?:[\s/]*(\d{4}))?\Z"
)
_LONGEST: Final = 40


@dataclass(frozen=True, slots=True, order=True)
class Period:
    """A month, or a quarter of three; `year` is nought where the header names none."""

    year: int
    month: int
    months: int = 1

    @property
    def first(self) -> date:
        """The day it begins."""
        return date(self.year, self.month, 1)

    @property
    def name(self) -> str:
        """The period in figures: "2026-01", or "2026 Q1"."""
        return f"{self.year}-{self.month:02}" if self.months == 1 else f"{self.year} Q{(self.month + 2) // 3}"


def period_in(header: str) -> Period | None:
    """Read a header as a month or a quarter; nothing where it is neither."""
    if len(header) > _LONGEST:
        return None
    text = " ".join(_UNIT.sub(" ", header).replace("\xa0", " ").split()).strip(" .").lower()
    return _in_figures(text) or _in_words(text) or _quarter(text)


def _in_figures(text: str) -> Period | None:
    if found := _YEAR_FIRST.match(text) or _TOGETHER.match(text):
        return _month(int(found[1]), int(found[2]))
    if found := _MONTH_FIRST.match(text):
        return _month(int(found[2]), int(found[1]))
    if found := _DAY.match(text):
        year, month, day = (int(each) for each in (found[1] or found[6], found[2] or found[5], found[3] or found[4]))
        period = _month(year, month)
        return period if period and day in (1, monthrange(year, month)[1]) else None
    return None


def _in_words(text: str) -> Period | None:
    if found := _WORDED.match(text):
        month, year = MONTHS.get(found[1]), found[2]
    elif found := _YEAR_WORDED.match(text):
        month, year = MONTHS.get(found[2]), found[1]
    else:
        return None
    return Period(_full(year), month) if month else None


def _quarter(text: str) -> Period | None:
    if found := _QUARTER.match(text):
        return Period(_full(found[2]), 3 * int(found[1]) - 2, 3)
    if found := _QUARTER_BEHIND.match(text):
        return Period(_full(found[1] or found[4]), 3 * int(found[2] or found[3]) - 2, 3)
    return None


def _month(year: int, month: int) -> Period | None:
    return Period(year, month) if 1 <= month <= 12 and 1950 <= year <= 2100 else None


def _full(year: str | None) -> int:
    return int(year or 0) + (2000 if year and len(year) == 2 else 0)
