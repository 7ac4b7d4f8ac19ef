"""Words that fit: long ones may break where they have no space."""

import re
from typing import Final

_LONG: Final = re.compile(r"\S{28,}")
_EVERY: Final = 14
_BREAK: Final = "\u200b"


def breakable(text: str, most: int = 400) -> str:
    """Give a text for a label, cut where it is far too long, with places where a very long word may break."""
    shown = text if len(text) <= most else f"{text[:most]}…"
    return _LONG.sub(_broken, shown)


def _broken(found: re.Match[str]) -> str:
    word = found.group()
    return _BREAK.join(word[at : at + _EVERY] for at in range(0, len(word), _EVERY))
