"""Reads a span of days that has been: a day, a month or a year, in words."""

import re
from datetime import MAXYEAR, date, timedelta
from typing import Final

from dateutil.relativedelta import relativedelta

from reviewdesk.domain.notes.past_days import read_past_day

_YEAR: Final = re.compile(r"[1-9]\d{3}")
_MONTH: Final = re.compile(r"([1-9]\d{3})-(\d{2})")


def read_span(words: str, today: date) -> tuple[date, date] | None:
    """Read the first and the last day that words name, such as 2025, march, 2025-03 or 3 mar; nothing for others."""
    tidy = words.strip()
    if _YEAR.fullmatch(tidy) and int(tidy) < MAXYEAR:
        return date(int(tidy), 1, 1), date(int(tidy), 12, 31)
    if day := read_past_day(tidy, today):
        return day, day
    first = read_past_day(f"{tidy}-01" if _MONTH.fullmatch(tidy) else f"1 {tidy}", today)
    return (first, first + relativedelta(months=1) - timedelta(1)) if first and first.year < MAXYEAR else None
