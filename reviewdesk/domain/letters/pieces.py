"""Text in pieces, each with whether it is the template's own words or somebody's data."""

import re
from collections.abc import Iterator
from string import Formatter
from typing import Final, TypeAlias

FIXED_SPACE: Final = "\u00a0"
Pieces: TypeAlias = tuple[tuple[str, bool], ...]


def filled(template: str, **values: str) -> Pieces:
    """Fill a template in; what is filled in is data."""
    return tuple(_filled(template, values))


def data(text: str) -> Pieces:
    """Give a text that is all data; nothing where it says nothing."""
    return ((text, False),) if text.strip() else ()


def plain(pieces: Pieces) -> str:
    """Give the text of pieces."""
    return "".join(text for text, _ in pieces)


def recognised(text: str, template: str) -> Pieces:
    """Give a text in pieces: where it still reads as this template filled in, the template's words are its own.

    An editor may have made plain spaces of those that do not break; the template's own come back.
    """
    found = re.fullmatch(_pattern(template), _with_plain_spaces(text), re.DOTALL) if template else None
    if found is None:
        return data(text)
    values = iter(text[slice(*found.span(group))] for group in range(1, found.re.groups + 1))
    return tuple(_refilled(template, values))


def _filled(template: str, values: dict[str, str]) -> Iterator[tuple[str, bool]]:
    for literal, name, _, _ in Formatter().parse(template):
        if literal:
            yield literal, True
        if name is not None:
            yield values[name], False


def _refilled(template: str, values: Iterator[str]) -> Iterator[tuple[str, bool]]:
    for literal, name, _, _ in Formatter().parse(template):
        if literal:
            yield literal, True
        if name is not None:
            yield next(values), False


def _with_plain_spaces(text: str) -> str:
    return text.replace(FIXED_SPACE, " ")


def _pattern(template: str) -> str:
    parts = ((re.escape(_with_plain_spaces(literal)), name) for literal, name, _, _ in Formatter().parse(template))
    return "".join(literal + ("(.+?)" if name is not None else "") for literal, name in parts)
