"""Dates as programs and people write them; a whole column says whether the day or the month comes first."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import Final

_TIME = re.compile(r"[T\s]+\d{1,2}:\d{2}.*\Z")
_ISO = re.compile(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})\Z")
_COMPACT = re.compile(r"(19|20)(\d{2})(\d{2})(\d{2})\Z")
_SLASHED = re.compile(r"(\d{1,2})[/-](\d{1,2})[/-](\d{4}|\d{2})\Z")
_DOTTED = re.compile(r"(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4}|\d{2})\Z")
_SERIAL = re.compile(r"(\d{5})(?:[.,]\d+)?\Z")
_WORDED = re.compile(r"(?:[^\W\d]+\.?,\s*)?(\d{1,2}|[^\W\d]+)[.\s/-]*\s*(\d{1,2}|[^\W\d]+)[.,\s/-]*\s*(\d{4})\Z")
_SHORT_WORDED = re.compile(r"(\d{1,2})[-/. ]+([^\W\d]+)\.?[-/, ]+(\d{2})\Z")
_NO_DATE = frozenset(
    {"", "-", "0", "0/0/00", "00/00/00", "0000-00-00", "00/00/0000", "00.00.0000", "n/a", "none", "null"}
)
_FIRST_SERIAL = date(1899, 12, 30)
_PIVOT = 70
_LONGEST = 60
MONTHS: Final = {
    name: number
    for number, names in enumerate(
        (
            "jan january januar janvier janv enero ene gennaio",
            "feb february februar février févr fevr febrero febbraio",
            "mar march märz mrz mär mars marzo",
            "apr april avril avr abril abr aprile",
            "may mai mayo maggio",
            "jun june juni juin junio giugno",
            "jul july juli juillet juil julio luglio",
            "aug august août aout agosto ago",
            "sep sept september septembre septiembre settembre",
            "oct october oktober okt octobre octubre ottobre",
            "nov november novembre noviembre",
            "dec december dezember dez décembre déc decembre diciembre dic dicembre",
        ),
        start=1,
    )
    for name in names.split()
}


class Order(StrEnum):
    """Which comes first in a date such as 3/4/2026."""

    DAY_FIRST = "day/month/year"
    MONTH_FIRST = "month/day/year"


@dataclass(frozen=True, slots=True)
class DateVote:
    """What a column says about its dates: the order, nothing where it is in doubt, and how many cells said so."""

    order: Order | None
    votes: int = 0
    is_needed: bool = False


def date_order(cells: Iterable[str]) -> DateVote:
    """Let a whole column vote; it is in doubt where it speaks for both orders or each cell could be read both ways."""
    day_first = month_first = doubtful = 0
    for cell in cells:
        found = _SLASHED.match(_without_time(cell))
        if not found:
            continue
        first, second = int(found.group(1)), int(found.group(2))
        day_first += first > 12 >= second
        month_first += second > 12 >= first
        doubtful += first != second and first <= 12 and second <= 12
    is_needed = bool(day_first or month_first or doubtful)
    if day_first and month_first:
        return DateVote(None, 0, is_needed)
    if day_first or month_first:
        return DateVote(Order.DAY_FIRST if day_first else Order.MONTH_FIRST, day_first + month_first, is_needed)
    return DateVote(None if doubtful else Order.DAY_FIRST, 0, is_needed)


def read_date(cell: str, order: Order) -> date | None:
    """Read one date, with or without a time behind it; nothing where the cell is blank or says that there is none.

    Raises:
        ValueError: it is no date.
    """
    text = _without_time(cell)
    if text.lower() in _NO_DATE:
        return None
    found = _ISO.match(text)
    if found:
        return date(int(found.group(1)), int(found.group(2)), int(found.group(3)))
    found = _SLASHED.match(text)
    if found:
        first, second = int(found.group(1)), int(found.group(2))
        day, month = (first, second) if order is Order.DAY_FIRST else (second, first)
        return date(_year(found.group(3)), month, day)
    return _read_other(text)


def _read_other(text: str) -> date:
    if found := _DOTTED.match(text):
        return date(_year(found.group(3)), int(found.group(2)), int(found.group(1)))
    if found := _SERIAL.match(text):
        return _FIRST_SERIAL + timedelta(days=int(found.group(1)))
    if found := _COMPACT.match(text):
        return date(int(found.group(1) + found.group(2)), int(found.group(3)), int(found.group(4)))
    if found := _WORDED.match(text):
        return _worded(found.group(1).lower(), found.group(2).lower(), int(found.group(3)))
    if found := _SHORT_WORDED.match(text):
        return _worded(found.group(1), found.group(2).lower(), _year(found.group(3)))
    raise ValueError(text)


def _worded(first: str, second: str, year: int) -> date:
    month, day = (first, second) if first in MONTHS else (second, first)
    if month not in MONTHS or not day.isdecimal():
        raise ValueError(f"{first} {second}")
    return date(year, MONTHS[month], int(day))


def _without_time(cell: str) -> str:
    text = cell[:_LONGEST].strip()
    return _TIME.sub("", text) if ":" in text else text


def _year(digits: str) -> int:
    year = int(digits)
    if len(digits) == 4:
        return year
    return 1900 + year if year >= _PIVOT else 2000 + year
