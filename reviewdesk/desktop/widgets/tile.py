"""A tile with initials: the same name always has the same soft colour."""

from unicodedata import category
from zlib import crc32

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFont, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from reviewdesk.desktop.ink import colour, line_height, rounded, scaled, tokens

_SMALL_WORDS = frozenset({"the", "and", "of", "de", "la", "le", "der", "die", "das", "und", "&"})


def initials(name: str) -> str:
    """Give one or two letters that stand for a name in any script."""
    words = [each for each in name.split() if each.casefold() not in _SMALL_WORDS]
    letters = [first for first in (_first_letter(each) for each in words) if first]
    if not letters:
        return name.strip()[:1].upper()
    if len(letters) == 1:
        return letters[0]
    return letters[0] + letters[1]


def _first_letter(word: str) -> str:
    """Give the first letter or figure of a word in capitals, or nothing."""
    found = next((each for each in word if category(each)[0] in "LN"), "")
    return found.upper()[:1]


def tile_colours(name: str) -> tuple[str, str]:
    """Give ground and ink of the tile of a name in the theme in force."""
    choices = tokens().tiles
    return choices[crc32(name.strip().casefold().encode()) % len(choices)]


def paint_tile(painter: QPainter, name: str, box: QRectF, font: QFont) -> None:
    """Paint the tile of a name into this box."""
    ground, ink = tile_colours(name)
    rounded(painter, box, box.height() * 0.24, fill=ground)
    painter.setFont(scaled(font, 0.9, weight=600))
    painter.setPen(colour(ink))
    painter.drawText(box, int(Qt.AlignmentFlag.AlignCenter), initials(name))


class InitialsTile(QWidget):
    """The tile of a name as a widget of its own."""

    def __init__(self, name: str = "", *, lines: float = 2.4) -> None:
        super().__init__()
        self._name = name
        self._lines = lines
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(name)

    def show_name(self, name: str) -> None:
        """Show the tile of this name."""
        self._name = name
        self.setAccessibleName(name)
        self.update()

    def sizeHint(self) -> QSize:
        """Say how large it wants to be."""
        side = round(line_height(self.font()) * self._lines)
        return QSize(side, side)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint it in the colours of the theme in force."""
        painter = QPainter(self)
        paint_tile(painter, self._name, QRectF(self.rect()), self.font())
