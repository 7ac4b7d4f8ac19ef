"""The order of many rows by one column, worked out once: then a sort only compares whole numbers."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import Any, TypeVar

R = TypeVar("R")
_PIECE = 8_192


@dataclass(frozen=True, slots=True)
class Ranks:
    """The rank of each row by one column, rising and falling; rows without a value have the last rank both ways."""

    rising: Sequence[int]
    falling: Sequence[int]

    @classmethod
    def of(cls, rows: Sequence[R], order: Callable[[R], Any]) -> "Ranks":
        """Rank rows by what a column is sorted by, where None is nothing.

        The same values have the same rank, so that a stable sort leaves those rows as they were. Values are sorted in
        pieces first: one long sort would keep every other thread waiting.
        """
        values = [order(each) for each in rows]
        distinct = list(set(values) - {None})
        runs = (sorted(distinct[start : start + _PIECE]) for start in range(0, len(distinct), _PIECE))
        places: dict[Any, int] = {value: at for at, value in enumerate(sorted(chain.from_iterable(runs)))}
        last = len(distinct)
        turned = {value: last - 1 - at for value, at in places.items()}
        places[None] = turned[None] = last
        return cls([places[each] for each in values], [turned[each] for each in values])
