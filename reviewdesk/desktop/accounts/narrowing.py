"""Narrows the list as one types: each further letter looks only at what the letters before left."""

from collections.abc import Collection, Sequence
from uuid import UUID

from reviewdesk.domain.text import fold
from reviewdesk.services.account_filter import Listings, places_among, places_holding, places_left


class Narrowing:
    """Remembers what the filter left at each letter, so that taking one back is no work either."""

    def __init__(self) -> None:
        self._chips: frozenset[str] = frozenset()
        self._only: frozenset[UUID] | None = None
        self._left: list[tuple[str, Sequence[int]]] = []

    def forget(self) -> None:
        """Look at all rows again: they are others, or in another order."""
        self._left = []

    def places(
        self,
        listings: Listings,
        order: Sequence[int],
        text: str,
        chips: Collection[str],
        only: frozenset[UUID] | None = None,
    ) -> Sequence[int]:
        """Give the places, in this order, that the words typed and the chips leave, of all or of these accounts."""
        folded, on = fold(text), frozenset(chips)
        if on != self._chips or only is not self._only or not self._left:
            self._chips, self._only = on, only
            left = places_left(listings, order, "", on) if only is None else places_among(listings, order, only, on)
            self._left = [("", left)]
        while not folded.startswith(self._left[-1][0]):
            self._left.pop()
        before, among = self._left[-1]
        if folded != before:
            among = places_holding(listings, among, folded)
            self._left.append((folded, among))
        return among
