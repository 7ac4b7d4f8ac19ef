"""How alike two lines are, in time that grows with their length only."""

from collections import Counter
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from typing import Final

ALIKE: Final = 0.4
CONTAINED: Final = 0.8


@dataclass(frozen=True)
class Shape:
    """A line made ready to be compared with many others."""

    text: str

    @cached_property
    def pairs(self) -> Counter[str]:
        """The pairs of neighbouring letters, with how often each occurs."""
        padded = f" {self.text} "
        return Counter(map("".join, pairwise(padded)))


def likeness(old: Shape, new: Shape) -> float:
    """Say from 0 to 1 how alike two lines are: the share of letter pairs they have in common."""
    total = len(old.text) + len(new.text) + 2
    common = sum((old.pairs & new.pairs).values())
    return 2 * common / total


def is_like(old: Shape, new: Shape, share: float) -> bool:
    """Say whether one line can have become the other: much in common, typed on, or one contained in the other."""
    if share >= ALIKE or (old.text.strip() and new.text.startswith(old.text)):
        return True
    shorter = min(len(old.text), len(new.text))
    return shorter > 1 and _kept(old.text, new.text) >= CONTAINED * shorter


def _kept(old: str, new: str) -> int:
    """Give how many letters both have in common at their beginning and their end."""
    head = _same_beginning(old, new)
    return head + _same_beginning(old[head:][::-1], new[head:][::-1])


def _same_beginning(one: str, other: str) -> int:
    both = zip(one, other, strict=False)
    return next((at for at, (mine, yours) in enumerate(both) if mine != yours), min(len(one), len(other)))
