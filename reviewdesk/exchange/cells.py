"""The guard that exports put around cells that could run as a formula: put on, and taken off."""

import re

_GUARDED = ("=", "+", "-", "@", "\t", "\r")
_TEXT_FORMULA = re.compile(r'="([^"]*)"\Z')
LEADS = frozenset("'=")


def unguarded(cell: str) -> str:
    """Take off the leading apostrophe, or the `="..."`, that an export put around a cell."""
    if cell[:1] == "'" and cell[1:2] in _GUARDED and len(cell) > 1:
        return cell[1:]
    found = _TEXT_FORMULA.match(cell)
    return found.group(1) if found else cell


def guarded(cell: str) -> str:
    """Put an apostrophe before a cell that a spreadsheet would run as a formula."""
    return f"'{cell}" if cell.startswith(_GUARDED) else cell
