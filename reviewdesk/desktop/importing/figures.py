"""Figures in words."""

from collections.abc import Mapping
from decimal import Decimal
from typing import Final

from reviewdesk.domain.money import format_money

_NO_BREAK: Final = "\N{NO-BREAK SPACE}"


def counted(count: int, noun: str, plural: str = "") -> str:
    """Write a number of things: "1 purchase", "4,238 purchases"."""
    return f"1 {noun}" if count == 1 else f"{count:,} {plural or noun + 's'}"


def money_words(sums: Mapping[str, Decimal]) -> str:
    """Write sums of one or several currencies, without decimals where they are all nought."""
    written = (format_money(amount, currency) for currency, amount in sorted(sums.items()))
    return " + ".join(each.removesuffix(".00").replace(" ", _NO_BREAK) for each in written)
