"""Which of the first rows of a table holds its headers: titles and remarks may stand above them."""

from collections.abc import Sequence
from typing import Final

from reviewdesk.exchange.known_headers import are_known, folded_headers

LOOKED_AT: Final = 30
_Cells = Sequence[str]


def header_place(rows: Sequence[_Cells]) -> int:
    """Give the place of the header among the first rows, which are not blank.

    It is the first one that is understood and, under titles, has no gaps and more cells filled than any above it; where
    none is, the first with more than one.
    """
    widest = 0
    for place, cells in enumerate(rows[:LOOKED_AT]):
        filled = _filled(cells)
        if filled > max(widest, 1) and (place == 0 or _has_no_gap(cells)) and are_known(folded_headers(cells)):
            return place
        widest = max(widest, filled)
    return next((place for place, cells in enumerate(rows) if _filled(cells) > 1), 0)


def _has_no_gap(cells: _Cells) -> bool:
    """Say whether no blank cell stands between the first and the last that is filled."""
    places = [place for place, each in enumerate(cells) if each.strip()]
    return places[-1] - places[0] + 1 == len(places)


def _filled(cells: _Cells) -> int:
    return sum(1 for each in cells if each.strip())
