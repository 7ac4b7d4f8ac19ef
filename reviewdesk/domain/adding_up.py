"""Amounts in whole units that add up to what is printed below them."""

from collections.abc import Iterable
from decimal import ROUND_HALF_UP, Decimal


def whole_amounts(amounts: Iterable[Decimal]) -> tuple[int, ...]:
    """Round amounts to whole units so that any that follow each other add up to their own rounded sum.

    Each is what the rounded running sum grows by: whole amounts stay as they are, others differ by less than one.
    """
    found: list[int] = []
    running, before = Decimal(0), 0
    for each in amounts:
        running += each
        now = int(running.quantize(Decimal(1), ROUND_HALF_UP))
        found.append(now - before)
        before = now
    return tuple(found)
