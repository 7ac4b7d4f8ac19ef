"""Writing to a terminal: whole columns in any script, nothing that a terminal could take for a command."""

import shutil
import sys
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, TextIO

GAP: Final = "  "
NARROWEST: Final = 12
CUT: Final = "…"
JOINERS: Final = "\u200c\u200d"
_BREAKING: Final = frozenset({"Cc", "Zl", "Zp"})
_NO_WIDTH: Final = frozenset({"Mn", "Me", "Cf"})


def speak_unicode(*streams: TextIO | None) -> None:
    """Write UTF-8 whatever the machine's language is; what cannot be written is spelled out, never an error."""
    for each in streams:
        if each is not None and hasattr(each, "reconfigure"):
            each.reconfigure(encoding="utf-8", errors="backslashreplace")


def say(*lines: str) -> None:
    """Write lines for the person."""
    for each in lines:
        print(plain(each))


def warn(*lines: str) -> None:
    """Write lines beside the answer, to stderr."""
    for each in lines:
        print(plain(each), file=sys.stderr)


def refuse(words: str) -> int:
    """Say in one line what was refused and what to do, and give the exit code for it."""
    warn(" ".join(words.split()))
    return 1


def plain(text: str) -> str:
    """Give text on one line, without characters that steer a terminal or turn its direction."""
    shown = (each for each in text if unicodedata.category(each) != "Cf" or each in JOINERS)
    return "".join(" " if unicodedata.category(each) in _BREAKING else each for each in shown)


def width(text: str) -> int:
    """Count the columns a text takes on a terminal: Chinese takes two each, marks that combine take none."""
    return sum(_width(each) for each in text)


def _width(character: str) -> int:
    if unicodedata.category(character) in _NO_WIDTH:
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1


def cut(text: str, columns: int) -> str:
    """Shorten a text to so many columns, the last one for the sign that it goes on."""
    if width(text) <= columns:
        return text
    kept = ""
    for each in text:
        if width(kept + each) > columns - 1:
            break
        kept += each
    return kept.rstrip() + CUT


@dataclass(frozen=True, slots=True)
class Column:
    """One column of a list; a `loose` one gives way where the terminal is narrow."""

    title: str
    right: bool = False
    loose: bool = False


def table(columns: Sequence[Column], rows: Sequence[Sequence[str]]) -> list[str]:
    """Give a list in aligned columns; on a terminal no line is longer than it, in a file or pipe nothing is cut."""
    clean = [[plain(cell) for cell in row] for row in rows]
    titles = [each.title for each in columns]
    wide = [max(map(width, cells)) for cells in zip(titles, *clean, strict=True)]
    if sys.stdout is not None and sys.stdout.isatty():
        wide = _fitting(columns, wide, shutil.get_terminal_size().columns)
    rule = ["-" * each for each in wide]
    return [_line(columns, wide, row) for row in (titles, rule, *clean)]


def _fitting(columns: Sequence[Column], wide: list[int], room: int) -> list[int]:
    """Take from the loose columns, the widest first, until the line fits."""
    fitted = list(wide)
    loose = [place for place, each in enumerate(columns) if each.loose]
    while sum(fitted) + len(GAP) * (len(fitted) - 1) > room:
        widest = max(loose, key=fitted.__getitem__, default=None)
        if widest is None or fitted[widest] <= NARROWEST:
            break
        fitted[widest] -= 1
    return fitted


def _line(columns: Sequence[Column], wide: Sequence[int], cells: Sequence[str]) -> str:
    shown = []
    for column, room, cell in zip(columns, wide, cells, strict=True):
        text = cut(cell, room)
        space = " " * (room - width(text))
        shown.append(space + text if column.right else text + space)
    return GAP.join(shown).rstrip()
