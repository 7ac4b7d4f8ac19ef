"""Other values of the same kind: with other words in every place, with nothing that may be left out, or far longer."""

from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from dataclasses import MISSING, Field, fields, is_dataclass, replace
from itertools import cycle
from typing import Any

from reviewdesk.domain.book import PaperSize
from reviewdesk.domain.branding import Branding

# What is no free text: codes that a document is made by.
_CODES = frozenset({"language", "currency", "email", "mark", "code", "zone", "id", "ending"})
MOST = 40


def changed(value: Any, name: str, change: Callable[[str, Any], Any]) -> Any:
    """Give a value in which each part that `change` answers otherwise is exchanged, where the value allows that."""
    fresh = change(name, value)
    if fresh is not value:
        return fresh
    if isinstance(value, tuple):
        return tuple(changed(each, name, change) for each in value)
    if isinstance(value, Mapping):
        return {key: changed(each, name, change) for key, each in value.items()}
    if is_dataclass(value) and not isinstance(value, type):
        for field in _made_from(value):
            now = getattr(value, field.name)
            then = changed(now, field.name, change)
            if then is not now and then != now:
                with suppress(ValueError):
                    value = replace(value, **{field.name: then})
    return value


def with_words(value: Any, *words: str) -> Any:
    """Put words into every place that holds some, one after the other."""
    turn = cycle(words)

    def change(name: str, part: Any) -> Any:
        if isinstance(part, Branding) or name in _CODES:
            return part
        return next(turn) if type(part) is str and part else part

    return changed(value, "", change)


def in_language(value: Any, language: str) -> Any:
    """Give the same document in another language."""
    return changed(value, "", lambda name, part: language if name == "language" else part)


def on_paper(value: Any, paper: PaperSize) -> Any:
    """Give the same document on another paper."""
    return changed(value, "", lambda _, part: replace(part, paper=paper) if isinstance(part, Branding) else part)


def emptied(value: Any) -> Any:
    """Leave out all that may be left out."""
    if not is_dataclass(value) or isinstance(value, type | Branding):
        return value
    for field in _made_from(value):
        now = getattr(value, field.name)
        then = emptied(now) if _is_needed(field) else _default(field)
        if then is not now and field.name not in _CODES:
            with suppress(ValueError):
                value = replace(value, **{field.name: then})
    return value


def longer(value: Any, fixed: frozenset[str] = frozenset(), depth: int = 2) -> Any:
    """Let every list be as long as may be, at most forty entries, down to the lists of its parts.

    Those named in `fixed`, and pairs, are no longer than they are, whatever the book holds.
    """
    if isinstance(value, tuple) and value:
        parts = tuple(longer(each, fixed, depth - 1) for each in value) if depth else value
        return (parts * MOST)[:MOST]
    if is_dataclass(value) and not isinstance(value, type | Branding) and depth >= 0:
        for field in _made_from(value):
            now = getattr(value, field.name)
            if is_dataclass(now) and field.name in fixed:
                continue
            is_bounded = field.name in fixed or "..." not in str(field.type)
            then = _longer_inside(now, fixed, depth) if is_bounded else longer(now, fixed, depth)
            if then is not now and then != now:
                with suppress(ValueError):
                    value = replace(value, **{field.name: then})
    return value


def _longer_inside(value: Any, fixed: frozenset[str], depth: int) -> Any:
    if isinstance(value, tuple):
        return tuple(_longer_inside(each, fixed, depth - 1) for each in value)
    return longer(value, fixed, depth) if is_dataclass(value) else value


def _made_from(value: Any) -> Iterator[Field[Any]]:
    return (each for each in fields(value) if each.init)


def _is_needed(field: Field[Any]) -> bool:
    return field.default is MISSING and field.default_factory is MISSING


def _default(field: Field[Any]) -> Any:
    return field.default_factory() if field.default_factory is not MISSING else field.default
