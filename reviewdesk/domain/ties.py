"""Ties between records of one kind: who belongs to whom, without ever coming round in a circle."""

from collections.abc import Hashable, Mapping
from typing import TypeVar

Key = TypeVar("Key", bound=Hashable)


def chain_above(start: Key, above: Mapping[Key, Key | None]) -> tuple[Key, ...]:
    """Give who stands above somebody, the nearest first; a circle that is there already is walked once."""
    chain: list[Key] = []
    at = above.get(start)
    while at is not None and at != start and at not in chain:
        chain.append(at)
        at = above.get(at)
    return tuple(chain)


def makes_circle(under: Key, wanted: Key, above: Mapping[Key, Key | None]) -> bool:
    """Say whether somebody would come to stand above themselves if they were put under the one wanted."""
    return under == wanted or under in chain_above(wanted, above)


def all_below(top: Key, above: Mapping[Key, Key | None]) -> tuple[Key, ...]:
    """Give everybody below somebody, those directly under them first; the top itself is never among them."""
    under: dict[Key, list[Key]] = {}
    for each, boss in above.items():
        if boss is not None:
            under.setdefault(boss, []).append(each)
    found: list[Key] = []
    seen, level = {top}, [top]
    while level:
        level = [each for one in level for each in under.get(one, []) if each not in seen]
        level = list(dict.fromkeys(level))
        seen.update(level)
        found += level
    return tuple(found)
