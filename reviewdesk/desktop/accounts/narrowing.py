"""Narrows the list as one types: each further letter looks only at what the letters before left."""

from collections.abc import Collection, Sequence

from reviewdesk.domain.text import fold
from reviewdesk.services.account_filter import Listings, places_left


class Narrowing:
    """Remembers what the last filter left."""

    def __init__(self) -> None:
        self._text = ""
        self._chips: frozenset[str] = frozenset()
        self._left: Sequence[int] | None = None

    def forget(self) -> None:
        """Look at all rows again: they are others, or in another order."""
        self._left = None

    def places(self, listings: Listings, order: Sequence[int], text: str, chips: Collection[str]) -> Sequence[int]:
        """Give the places, in this order, that the words typed and the chips leave."""
        folded = fold(text)
        goes_on = self._left is not None and self._chips == frozenset(chips) and folded.startswith(self._text)
        among = self._left if goes_on and self._left is not None else order
        self._left = places_left(listings, among, text, chips)
        self._text, self._chips = folded, frozenset(chips)
        return self._left
