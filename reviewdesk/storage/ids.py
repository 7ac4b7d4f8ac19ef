"""Ids as they are stored and as we know them."""

from functools import lru_cache
from typing import Final
from uuid import UUID

_REMEMBERED: Final = 1 << 18


@lru_cache(maxsize=_REMEMBERED)
def id_of(text: str) -> UUID:
    """Give the id of 32 hex digits; lists name each account many times, and finding an id is faster than reading it."""
    return UUID(text)
