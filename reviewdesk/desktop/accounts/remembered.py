"""How the list of accounts was shown when it was last looked at, as this machine remembers it."""

from collections.abc import Mapping

from reviewdesk.desktop.accounts.shown import Shown
from reviewdesk.desktop.memory import WindowMemory

_FALLING = "falling"


def keep(memory: WindowMemory, shown: Shown) -> None:
    """Keep density, columns and order; a filter is not kept, so that nobody misses accounts tomorrow."""
    memory.keep_choice("accounts", "roomy" if shown.roomy else "dense")
    memory.keep_choice("accounts_columns", " ".join(shown.columns))
    memory.keep_choice("accounts_sort", f"{shown.sort} {_FALLING if shown.falling else ''}".strip())


def remembered(memory: WindowMemory) -> Shown:
    """Give how the list was shown."""
    sort, _, falls = memory.choice("accounts_sort").partition(" ")
    columns = tuple(memory.choice("accounts_columns").split())
    roomy = memory.choice("accounts") == "roomy"
    return Shown(columns=columns, sort=sort, falling=falls == _FALLING, roomy=roomy)


def keep_widths(memory: WindowMemory, widths: Mapping[str, float]) -> None:
    """Keep the widths in characters that the person gave."""
    memory.keep_choice("accounts_widths", " ".join(f"{key}={width}" for key, width in widths.items()))


def remembered_widths(memory: WindowMemory) -> dict[str, float]:
    """Give the widths that the person gave; what cannot be read is left out."""
    found: dict[str, float] = {}
    for each in memory.choice("accounts_widths").split():
        key, _, width = each.partition("=")
        if width.replace(".", "", 1).isdigit():
            found[key] = float(width)
    return found
