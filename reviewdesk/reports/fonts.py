"""The fonts documents are set in, and which of them has a character."""

from collections.abc import Callable
from dataclasses import dataclass, field
from enum import IntEnum
from functools import cache
from pathlib import Path
from typing import Final, cast

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

_MAIN: Final = "Inter"
_FALLBACKS: Final = (
    ("NotoSansHebrew", 0x0590, 0x05FF),
    ("NotoSansHebrew", 0xFB1D, 0xFB4F),
    ("NotoNaskhArabic", 0x0600, 0x08FF),
    ("NotoNaskhArabic", 0xFB50, 0xFDFF),
    ("NotoNaskhArabic", 0xFE70, 0xFEFC),
    ("NotoSansSC", 0x2000, 0x3FFFF),
)
_EMOJI: Final = range(0x1F000, 0x20000)


class Weight(IntEnum):
    """How heavy letters are."""

    REGULAR = 400
    MEDIUM = 500
    SEMIBOLD = 600
    BOLD = 700


_MAIN_NAMES: Final = {
    Weight.REGULAR: "Regular",
    Weight.MEDIUM: "Medium",
    Weight.SEMIBOLD: "SemiBold",
    Weight.BOLD: "Bold",
}


@dataclass(frozen=True, slots=True, eq=False)
class Face:
    """One font file: its name in the document and the width of each character in parts of the size."""

    name: str
    widths: dict[str, float] = field(repr=False)
    letters: frozenset[str] = field(repr=False)

    def has(self, text: str) -> bool:
        """Say whether the font has every character of a text."""
        return self.letters.issuperset(text)

    def width(self, text: str) -> float:
        """Give the width of a text at size 1."""
        return sum(map(self.widths.__getitem__, text))


class Fonts:
    """The fonts of one folder; each is read when the first character needs it."""

    def __init__(self, folder: Path) -> None:
        """Use the fonts of this folder; no file is read yet."""
        self._folder = folder
        self._faces: dict[str, Face] = {}
        self._chosen: dict[Weight, dict[str, Face | None]] = {weight: {} for weight in Weight}

    def face_for(self, char: str, weight: Weight) -> Face | None:
        """Give the font that has this character in the nearest weight; nothing when none has it."""
        chosen = self._chosen[weight]
        if char not in chosen:
            chosen[char] = self._search(char, weight)
        return chosen[char]

    def main(self, weight: Weight) -> Face:
        """Give the main font in this weight."""
        return self._face(f"{_MAIN}-{_MAIN_NAMES[weight]}")

    def _search(self, char: str, weight: Weight) -> Face | None:
        code = ord(char)
        main = self.main(weight)
        if char in main.widths:
            return main
        for family, first, last in _FALLBACKS:
            if first <= code <= last and code not in _EMOJI:
                face = self._face(f"{family}-{'Bold' if weight >= Weight.SEMIBOLD else 'Regular'}")
                if char in face.widths:
                    return face
        return None

    def _face(self, name: str) -> Face:
        if name not in self._faces:
            self._faces[name] = _read_face(name, self._folder)
        return self._faces[name]


fonts_in: Callable[[Path], Fonts] = cache(Fonts)


def _read_face(name: str, folder: Path) -> Face:
    if name not in pdfmetrics.getRegisteredFontNames():
        pdfmetrics.registerFont(TTFont(name, str(folder / f"{name}.ttf")))
    face = cast("TTFont", pdfmetrics.getFont(name)).face
    widths = {chr(code): face.charWidths[code] / 1000 for code in face.charToGlyph if code in face.charWidths}
    return Face(name, widths, frozenset(widths))
