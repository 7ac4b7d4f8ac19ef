"""How what a customer buys of each product changed on the year before: new, lost, growing, shrinking."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from typing import Final

STEADY_WITHIN: Final = Decimal(5)
_ZERO: Final = Decimal(0)


class Trend(StrEnum):
    """Which way a product goes."""

    NEW = "new"
    LOST = "lost"
    GROWING = "growing"
    SHRINKING = "shrinking"
    STEADY = "steady"


@dataclass(frozen=True, slots=True)
class ProductChange:
    """What was bought of one product in the year and in the one before, in one currency.

    `trend` is nothing where nothing at all was bought in the year before: then nothing can be compared.
    """

    name: str
    now: Decimal
    before: Decimal
    trend: Trend | None

    @property
    def change(self) -> Decimal | None:
        """Give the change on the year before in per cent; nothing for what is new."""
        return (self.now - self.before) / self.before * 100 if self.before > 0 else None


def product_changes(now: Mapping[str, Decimal], before: Mapping[str, Decimal]) -> tuple[ProductChange, ...]:
    """Compare the products of two years: the largest of this year first, then the lost ones, the largest first."""
    comparable = any(each > 0 for each in before.values())
    names = dict.fromkeys([*now, *before])
    changes = [_change(each, now.get(each, _ZERO), before.get(each, _ZERO), comparable=comparable) for each in names]
    return tuple(sorted((each for each in changes if each.now or each.before), key=_largest_first))


def _change(name: str, now: Decimal, before: Decimal, *, comparable: bool) -> ProductChange:
    return ProductChange(name, now, before, _trend(now, before) if comparable else None)


def _trend(now: Decimal, before: Decimal) -> Trend:
    if before <= 0:
        return Trend.NEW
    if now <= 0:
        return Trend.LOST
    change = (now - before) / before * 100
    if abs(change) <= STEADY_WITHIN:
        return Trend.STEADY
    return Trend.GROWING if change > 0 else Trend.SHRINKING


def _largest_first(change: ProductChange) -> tuple[Decimal, Decimal, str]:
    return -change.now, -change.before, change.name
