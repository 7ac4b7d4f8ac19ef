"""Finds where two rows of things begin to differ, so that only what lies between is looked at."""

from collections.abc import Callable, Iterable, Sequence
from itertools import islice
from operator import is_
from typing import Any, TypeVar

T = TypeVar("T")


def same_ends(before: Sequence[T], now: Sequence[T], same: Callable[[Any, Any], bool] = is_) -> tuple[int, int]:
    """Give how many are the same at the start, and how many of the others at the end."""
    most = min(len(before), len(now))
    head = _same(before, now, most, same)
    return head, _same(reversed(before), reversed(now), most - head, same)


def _same(before: Iterable[T], now: Iterable[T], most: int, same: Callable[[Any, Any], bool]) -> int:
    pairs = enumerate(map(same, before, islice(now, most)))
    return next((at for at, is_same in pairs if not is_same), most)
