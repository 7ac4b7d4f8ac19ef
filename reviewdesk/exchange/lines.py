"""Lines of a file as a sentence names them."""

from collections.abc import Sequence
from typing import Final

_SHOWN: Final = 8


def listed(lines: Sequence[int]) -> str:
    """Name the first few lines, each once, and count the others."""
    lines = tuple(dict.fromkeys(lines))
    shown = ", ".join(f"{each:,}" for each in lines[:_SHOWN])
    more = f" and {len(lines) - _SHOWN:,} more" if len(lines) > _SHOWN else ""
    return f"{'line' if len(lines) == 1 else 'lines'} {shown}{more}"


def are(lines: Sequence[int]) -> str:
    """Give the verb for so many."""
    return "is" if len(lines) == 1 else "are"
