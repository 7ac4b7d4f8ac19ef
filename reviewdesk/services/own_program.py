"""How this program is started once more."""

import os
import sys
from pathlib import Path
from typing import Final

# The argument that starts the program as a child that writes summaries, also where it is packed into a bundle.
WRITE_SUMMARIES: Final = "--write-summaries"
_PARENT: Final = Path(__file__).resolve().parents[2]


def own_command(*arguments: str) -> tuple[str, ...]:
    """Give the command line that starts this program with these arguments, as it was installed.

    Where Python has a way to run without a console of its own, that one is taken.
    """
    if getattr(sys, "frozen", False):
        return (sys.executable, *arguments)
    quiet = Path(sys.executable).with_name("pythonw.exe")
    return (str(quiet) if quiet.is_file() else sys.executable, "-m", "reviewdesk", *arguments)


def child_command(*arguments: str) -> list[str]:
    """Give the command line of a child of this program that speaks by its standard input and output."""
    start = [sys.executable] if getattr(sys, "frozen", False) else [sys.executable, "-P", "-m", "reviewdesk"]
    return [*start, *arguments]


def child_surroundings() -> dict[str, str]:
    """Give the environment of a child, with the place of this package before all others."""
    if getattr(sys, "frozen", False):
        return {**os.environ, "PYTHONUTF8": "1"}
    before = os.environ.get("PYTHONPATH", "")
    return {**os.environ, "PYTHONUTF8": "1", "PYTHONPATH": os.pathsep.join(filter(None, (str(_PARENT), before)))}
