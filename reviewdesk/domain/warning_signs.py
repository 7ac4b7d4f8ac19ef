"""Signs that a customer is turning away, each of which asks for a follow-up: a lower position, a rival named again."""

from collections.abc import Iterable
from datetime import date, timedelta
from typing import Final

from reviewdesk.domain.account import SupplierPosition
from reviewdesk.domain.text import fold

NAMED_WITHIN: Final = timedelta(days=90)
ANSWERED_IN_WORKING_DAYS: Final = 5
RIVAL_COMES_UP: Final = "Ask what is behind it: another supplier was named twice in 90 days"
_RANKS: Final = tuple(SupplierPosition)


def went_down(before: SupplierPosition | None, now: SupplierPosition | None) -> bool:
    """Say whether we rank lower among their suppliers than before."""
    return before is not None and now is not None and _RANKS.index(now) > _RANKS.index(before)


def position_words(before: SupplierPosition, now: SupplierPosition) -> str:
    """Say what to do about a lower position."""
    return f"Find out why we went from {before} to {now} supplier"


def trust_words(before: int, now: int) -> str:
    """Say what to do about trust that fell."""
    return f"Find out why their trust fell from {before} to {now}"


_TRUST_WORDS: Final = frozenset(trust_words(high, low) for high in range(2, 8) for low in range(1, high))


def is_about_trust(words: str) -> bool:
    """Say whether words are what is to be done about trust that fell, as they were written first."""
    return words in _TRUST_WORDS


def is_named_again(named: Iterable[tuple[str, date]], on: date) -> bool:
    """Say whether one rival was named twice in the 90 days up to a day; names are compared without case and accents."""
    seen: set[str] = set()
    for name, day in named:
        if not on - NAMED_WITHIN <= day <= on:
            continue
        if fold(name) in seen:
            return True
        seen.add(fold(name))
    return False
