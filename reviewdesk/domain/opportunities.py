"""Opportunities as figures: what is meant by "20k a year", and what lies beside each band of health."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from reviewdesk.domain.health_settings import Band
from reviewdesk.domain.money import DECIMALS

_AMOUNT: Final = re.compile(
    r"(?<![\w.,])(?P<figures>\d{1,3}(?:[ \u00a0\u202f'’.,]\d{3})+(?:[.,]\d{1,2})?|\d+(?:[.,]\d{1,2})?)(?P<gap>\s?)"
    r"(?P<size>k|tsd|thousand|mio|mn|m|million|millionen|mille|t(?=(?:eur|usd|chf|gbp|€)\b|€))?(?=\b|[a-z]{3}\b)"
    r"(?![.,]?\d|\s?%)",
    re.IGNORECASE,
)
_SIZES: Final[Mapping[str, int]] = {
    "k": 1_000, "t": 1_000, "tsd": 1_000, "thousand": 1_000, "mille": 1_000,
    "m": 1_000_000, "mio": 1_000_000, "mn": 1_000_000, "million": 1_000_000, "millionen": 1_000_000,
}  # fmt: skip
_SIGNS: Final[Mapping[str, str]] = {"€": "EUR", "£": "GBP", "zł": "PLN", "₺": "TRY", "¥": "JPY", "$": "USD"}
_SIGN: Final = "|".join(map(re.escape, _SIGNS))
_BEFORE: Final = re.compile(rf"(?:(?P<sign>{_SIGN})|\b(?P<code>[A-Z]{{3}}))\s?$")
_AFTER: Final = re.compile(rf"\.?\s?(?:(?P<sign>{_SIGN})|(?P<code>[A-Z]{{3}})\b)")
_ELSEWHERE: Final = re.compile(r"\bin (?P<code>[A-Z]{3})\b")
_WORDS_TOO: Final = frozenset({"ALL", "TOP"})  # "ALL 20 sites", "TOP 10": words before a figure as often as currencies
_DECIMALS: Final = re.compile(r"[.,](\d{1,2})$")
_NO_MONEY: Final = re.compile(
    r"[\s-]?(?:pallets?|trucks?|users?|seats?|licen[cs]es?|lanes?|machines?|lines?|sites?|days?|weeks?|months?|years?)\b",
    re.IGNORECASE,
)
_UP_TO: Final = re.compile(r"\s?(?:[-–]|to|bis|à)\s?", re.IGNORECASE)
_LEAST_BARE: Final = 1_000
_YEARS: Final = range(1900, 2101)


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


@dataclass(frozen=True, slots=True)
class Named:
    """An amount as words name it; `currency` is its ISO 4217 code, nothing where the words name none."""

    amount: Decimal
    currency: str


def money_in(words: str) -> Named | None:
    """Read the amount that words name: "start in 2027, about € 20k" is 20,000 euros.

    The first figure with a size (k, Tsd, m) or a currency beside it; else the first of 1,000 or more that is no year
    and counts nothing else, like `12,000 pallets`. Per cents are passed over, of a range the lower end counts, and
    where it stays unsure there is no amount.
    """
    found = list(_AMOUNT.finditer(words))
    bare = None
    for at, one in enumerate(found):
        if _NO_MONEY.match(words, one.end()) and not one["size"]:
            continue
        currency, size = _currency_beside(words, one), _size(words, one, found[at + 1 : at + 2])
        if one["gap"] and (one["size"] or "").lower() == "m" and not currency:  # metres as well as millions
            continue
        amount = _figures(one["figures"]) * size
        if currency or size > 1:
            return Named(amount, currency or _currency_elsewhere(words))
        is_year = one["figures"].isdigit() and int(one["figures"]) in _YEARS
        if bare is None and amount >= _LEAST_BARE and not is_year:
            bare = Named(amount, _currency_elsewhere(words))
    return bare


def amount_in(words: str) -> Decimal | None:
    """Give the amount that words name, whatever the currency; see `money_in`."""
    found = money_in(words)
    return found.amount if found is not None else None


def _size(words: str, one: re.Match[str], following: Sequence[re.Match[str]]) -> int:
    """Give by how much a figure is multiplied; the lower end of a range takes the size of the upper."""
    if one["size"]:
        return _SIZES[one["size"].lower()]
    for upper in following:
        if upper["size"] and _UP_TO.fullmatch(words, one.end(), upper.start()):
            return _SIZES[upper["size"].lower()]
    return 1


def _currency_beside(words: str, one: re.Match[str]) -> str:
    before, after = _BEFORE.search(words[: one.start()]), _AFTER.match(words, one.end())
    if before is not None and before["code"] not in _WORDS_TOO and _code(before):
        return _code(before)
    return _code(after) if after is not None else ""


def _code(found: re.Match[str]) -> str:
    code = found["code"] or _SIGNS[found["sign"]]
    return code if code in DECIMALS else ""


def _currency_elsewhere(words: str) -> str:
    sign = next((code for each, code in _SIGNS.items() if each in words), "")
    named = _ELSEWHERE.search(words)
    return sign or (named["code"] if named is not None and named["code"] in DECIMALS else "")


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
