"""Which of many complaints are alike in their words, without comparing each with all.

Two texts whose cosine reaches a threshold share one of the telling ideas of both: those that are left when the least
telling ones, as long as their length stays below the threshold, are put aside (prefix filtering: R. J. Bayardo, Y. Ma
and R. Srikant, Scaling up all pairs similarity search, 2007).
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from math import sqrt
from typing import Final

from reviewdesk.domain.said_before import ENOUGH, MOST_IDEAS, Idea, as_written, ideas_of, likeness, weight

_LONGEST: Final = 1_000
_SHOWN: Final = 3
_NEARLY: Final = 1 - 1e-9


@dataclass(frozen=True, slots=True)
class Worded:
    """A complaint and the ideas in it."""

    text: str
    ideas: Mapping[str, Idea] = field(repr=False)

    @classmethod
    def of(cls, text: str) -> "Worded":
        """Take the ideas of a complaint: the first ones of a long text."""
        return cls(text, dict(list(ideas_of(text[:_LONGEST]).items())[:MOST_IDEAS]))

    def shared_with(self, other: "Worded") -> str:
        """Give the words in it that stand for what the other one says too, as they are written here."""
        words = (word for key, idea in self.ideas.items() if key in other.ideas for word in idea.words)
        return ", ".join(as_written(self.text, words)[:_SHOWN])


def alike_pairs(ones: Sequence[Worded], others: Sequence[Worded]) -> Iterator[tuple[int, int]]:
    """Give the places of each one and each other that are alike."""
    every = Counter(key for each in (*ones, *others) for key in each.ideas)
    total = len(ones) + len(others)
    weights = {key: weight(key, count, total) for key, count in every.items()}
    squares = {key: each**2 for key, each in weights.items()}
    mine, theirs = _by_ideas(ones), _by_ideas(others)
    needed = {keys: ENOUGH * sqrt(sum(squares[key] for key in keys)) for keys in (*mine, *theirs)}
    telling: dict[str, list[frozenset[str]]] = {}
    aside: dict[frozenset[str], float] = {}
    for keys in theirs:
        told = _telling(keys, weights)
        aside[keys] = sum(squares[key] for key in keys.difference(told))
        for key in told:
            telling.setdefault(key, []).append(keys)
    for keys, places in mine.items():
        told = _telling(keys, weights)
        left = sum(squares[key] for key in keys.difference(told))
        enough = needed[keys] / ENOUGH * _NEARLY
        for each, shared in _shared(told, telling, squares).items():
            least = needed[each] * enough
            if shared + left + aside[each] < least or sum(map(squares.__getitem__, keys & each)) < least:
                continue
            one, other = ones[places[0]].ideas, others[theirs[each][0]].ideas
            if likeness(one, other, {key: weights[key] for key in keys | each}) >= ENOUGH:
                yield from ((at, there) for at in places for there in theirs[each])


def _shared(
    told: Sequence[str], telling: Mapping[str, Sequence[frozenset[str]]], squares: Mapping[str, float]
) -> dict[frozenset[str], float]:
    """Give what shares a telling idea, with the weight of those that are telling on both sides.

    What else both may share is put aside on one side, so that most pairs are told apart by this sum alone.
    """
    found: dict[frozenset[str], float] = {}
    for key in told:
        square = squares[key]
        for each in telling.get(key, ()):
            found[each] = found.get(each, 0.0) + square
    return found


def _by_ideas(texts: Sequence[Worded]) -> dict[frozenset[str], list[int]]:
    """Put those together that say the same."""
    found: dict[frozenset[str], list[int]] = {}
    for at, each in enumerate(texts):
        if each.ideas:
            found.setdefault(frozenset(each.ideas), []).append(at)
    return found


def _telling(keys: frozenset[str], weights: Mapping[str, float]) -> list[str]:
    """Give the ideas of which two texts that are alike share one."""
    ordered = sorted(keys, key=lambda key: (-weights[key], key))
    left = sum(weights[key] ** 2 for key in keys)
    enough = left * ENOUGH**2 * _NEARLY
    found = []
    for key in ordered:
        if left < enough:
            break
        found.append(key)
        left -= weights[key] ** 2
    return found
