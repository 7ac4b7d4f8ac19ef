"""Days and shares in the words of the account page."""

from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from typing import Final

MONTHS: Final = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


def long_day(day: date | None) -> str:
    """Write a day with its year, nothing where there is none."""
    return "" if day is None else f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def percent(share: Decimal) -> str:
    """Write a share in whole per cent."""
    return f"{(share * 100).quantize(Decimal(1), ROUND_HALF_UP)} %"
