"""Gives Python its own import back, which PySide6 puts a slower one in place of.

PySide6 reads the source of every module that is imported after it, to see whether it asks for other names of Qt's
methods, and the sources stay in memory. Nothing here asks for that.
"""

import builtins
import linecache
from typing import Final

import PySide6.QtCore  # noqa: F401 - it is what puts the other import there

_KEPT: Final = "__orig_import__"


def import_plainly() -> None:
    """Import from now on as Python does, and forget the sources read until now."""
    plain = getattr(builtins, _KEPT, None)
    if plain is not None:
        builtins.__import__ = plain
    linecache.clearcache()
