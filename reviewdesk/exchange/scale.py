"""In what figures are written: in which currency, and whether in thousands or millions."""

import re
from collections.abc import Iterable
from typing import Final

from reviewdesk.exchange.numbers import currency_in

_MONEY: Final = r"(?:€|eur|usd|us\$|\$|chf|gbp|£)"
_THOUSANDS: Final = re.compile(
    rf"\b[tk]\s?{_MONEY}|{_MONEY}\s?k\b|\bin (?:thousands?|tausend|tsd\b|k\b)|\btsd\b|\ben milliers|'000|\b000s\b",
    re.IGNORECASE,
)
_MILLIONS: Final = re.compile(
    rf"\bmio\.?\s?{_MONEY}|\bm\s?{_MONEY}|{_MONEY}\s?m\b|\bin (?:millions?|millionen|mio\b)|\ben millions",
    re.IGNORECASE,
)
_NAMED: Final = re.compile(rf"(?:[tkm](?={_MONEY}))?({_MONEY})(?![a-z])", re.IGNORECASE)


def scale_in(said: Iterable[str]) -> int:
    """Give what each figure is to be multiplied by; nought where nothing says so and nothing says otherwise."""
    for each in said:
        if _THOUSANDS.search(each):
            return 1_000
        if _MILLIONS.search(each):
            return 1_000_000
    return 0


def named_currency(said: Iterable[str], base: str) -> str:
    """Give the currency that is named over figures, if any is."""
    for each in said:
        found = _NAMED.search(each)
        if found is not None:
            return currency_in(found[1], base)
    return ""
