"""Taking words out of a customer's summary: the smallest part that holds them goes, nothing else changes."""

from dataclasses import fields, is_dataclass, replace
from typing import Any

from reviewdesk.domain.errors import RefusedError
from reviewdesk.domain.leaks import fold
from reviewdesk.domain.summary import CustomerSummary

STAYS = frozenset({"vendor", "branding", "account", "language", "title", "period"})


def without(summary: CustomerSummary, words: str) -> CustomerSummary:
    """Take every line, table row or sentence out that holds these words.

    Raises:
        RefusedError: they stand in a part that cannot be taken out.
    """
    wanted = fold(words)
    parts = [each.name for each in fields(summary) if each.name not in STAYS]
    left: dict[str, Any] = {name: _without(getattr(summary, name), wanted) for name in parts}
    fresh = replace(summary, **left)
    if fresh == summary:
        raise RefusedError(f"“{words}” stands in a part that cannot be taken out. Change it where it was typed.")
    return fresh


def _without(value: object, words: str) -> object:
    if isinstance(value, tuple):
        return tuple(each for each in value if not _holds(each, words))
    if isinstance(value, str):
        return "" if _holds(value, words) else value
    if is_dataclass(value) and not isinstance(value, type) and _holds(value, words):
        return replace(value, **{each.name: _without(getattr(value, each.name), words) for each in fields(value)})
    return value


def _holds(value: object, words: str) -> bool:
    if isinstance(value, str):
        return words in fold(value)
    if isinstance(value, tuple):
        return any(_holds(each, words) for each in value)
    if is_dataclass(value) and not isinstance(value, type):
        return any(_holds(getattr(value, each.name), words) for each in fields(value))
    return False
