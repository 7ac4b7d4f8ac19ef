"""Opportunities as figures: what is meant by "20k a year", and what lies beside each band of health."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from reviewdesk.domain.health_settings import Band
from reviewdesk.domain.money import DECIMALS

_AMOUNT: Final = re.compile(
    r"(?<![\w.,])(?P<figures>\d{1,3}(?:[ \u00a0\u202f'’.,]\d{3})+(?:[.,]\d{1,2})?|\d+(?:[.,]\d{1,2})?)\s?"
    r"(?P<size>k|tsd|thousand|mio|mn|m|million|millionen|mille)?\b(?![.,]?\d|\s?%)",
    re.IGNORECASE,
)
_SIZES: Final[Mapping[str, int]] = {
    "k": 1_000, "tsd": 1_000, "thousand": 1_000, "mille": 1_000,
    "m": 1_000_000, "mio": 1_000_000, "mn": 1_000_000, "million": 1_000_000, "millionen": 1_000_000,
}  # fmt: skip
_SIGNS: Final[Mapping[str, str]] = {"€": "EUR", "£": "GBP", "zł": "PLN", "₺": "TRY", "¥": "JPY", "$": "USD"}
_CODE: Final = re.compile(r"\b[A-Z]{3}\b")
_DECIMALS: Final = re.compile(r"[.,](\d{1,2})$")
_NO_MONEY: Final = re.compile(
    r"\s?(?:pallets?|trucks?|users?|seats?|sites?|days?|weeks?|months?|years?)\b", re.IGNORECASE
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Beside:
    """One opportunity as it counts: the band of its account and its amount, nothing where the words name none."""

    band: Band
    amount: Decimal | None


@dataclass(frozen=True, slots=True, kw_only=True)
class BandFigures:
    """What stands beside one band of health: accounts, their revenue of 12 months, and open opportunities.

    `amount` sums those whose words name an amount; `unread` counts the others.
    """

    band: Band
    accounts: int
    revenue: Decimal
    opportunities: int
    amount: Decimal
    unread: int


def amount_in(words: str) -> Decimal | None:
    """Read the first amount of money that words name, whatever the currency: "about € 20k a year" is 20,000.

    A figure that counts something else, like `3 trucks`, and one in per cent are passed over. Of a range the lower
    end counts.
    """
    for found in _AMOUNT.finditer(words):
        size = (found["size"] or "").lower()
        if not size and _NO_MONEY.match(words, found.end()):
            continue
        return _figures(found["figures"]) * _SIZES.get(size, 1)
    return None


def currency_in(words: str) -> str:
    """Give the currency that words name by its sign or its code; nothing where they name none."""
    for sign, code in _SIGNS.items():
        if sign in words:
            return code
    return next((each for each in _CODE.findall(words) if each in DECIMALS), "")


def _figures(text: str) -> Decimal:
    decimals = _DECIMALS.search(text)
    whole = text[: decimals.start()] if decimals else text
    return Decimal(f"{re.sub(r'[^0-9]', '', whole) or '0'}.{decimals[1] if decimals else '0'}")


def by_band(
    accounts: Iterable[tuple[Band, Decimal | None]], opportunities: Iterable[Beside]
) -> tuple[BandFigures, ...]:
    """Put accounts with their revenue, and open opportunities, beside the bands of health."""
    there, known = list(accounts), list(opportunities)
    return tuple(
        BandFigures(
            band=band, accounts=sum(each is band for each, _ in there),
            revenue=sum((revenue for each, revenue in there if each is band and revenue), Decimal(0)),
            opportunities=sum(each.band is band for each in known),
            amount=sum((each.amount for each in known if each.band is band and each.amount), Decimal(0)),
            unread=sum(each.band is band and each.amount is None for each in known),
        )
        for band in Band
    )  # fmt: skip
