"""Which places a book shows: a new one few, others with the first record that gives them something, or once opened."""

from collections.abc import Collection, Mapping, Sequence
from pathlib import Path
from typing import Final
from uuid import NAMESPACE_URL, uuid5

from reviewdesk.desktop.memory import WindowMemory
from reviewdesk.desktop.places import Place

# What each place comes with, by the words of the book's counts; a place that is not named here is always there.
APPEARS_WITH: Final[Mapping[str, Collection[str]]] = {
    "insights": ("purchases", "answers", "held reviews", "any concern"),
    "concerns": ("any concern",),
    "relationship": ("dimensions", "switches"),
    "outreach": ("call lists", "shared problems", "proposed problems", "change notices"),
}


class StartSmall:
    """Keeps what the person opened by hand in this book, as a matter of this machine."""

    def __init__(self, memory: WindowMemory, book: Path) -> None:
        self._memory = memory
        self._name = f"places_{uuid5(NAMESPACE_URL, book.absolute().as_uri()).hex}"

    @property
    def opened(self) -> frozenset[str]:
        """The places that were opened before they came by themselves."""
        return frozenset(self._memory.choice(self._name).split())

    def shown(self, places: Sequence[Place], counts: Mapping[str, int], page: str = "") -> tuple[Place, ...]:
        """Give the places to list; the one that is open is always among them."""
        there = self.opened | {page}
        return tuple(each for each in places if has_come(each.key, counts) or each.key in there)

    def open(self, key: str, counts: Mapping[str, int]) -> bool:
        """Take note that the person went to a place; answers whether it has to be listed because of that."""
        if has_come(key, counts) or key in self.opened:
            return False
        self._memory.keep_choice(self._name, " ".join(sorted({*self.opened, key})))
        return True


def has_come(key: str, counts: Mapping[str, int]) -> bool:
    """Say whether a place stands there by itself in a book of these counts."""
    needed = APPEARS_WITH.get(key)
    return needed is None or any(counts.get(each) for each in needed)
