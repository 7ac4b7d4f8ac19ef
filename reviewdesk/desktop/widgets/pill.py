"""A pill: a word on a soft ground whose colour says whether it is good or bad."""

from dataclasses import dataclass
from functools import lru_cache

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from reviewdesk.desktop.ink import colour, kept, rounded, scaled, tokens
from reviewdesk.desktop.tokens import Tone

_SHARE = 0.9
_SIDES = 0.72


@dataclass(frozen=True, slots=True)
class PillText:
    """A word and what its colour says."""

    text: str
    tone: Tone = Tone.NEUTRAL


def pill_font(font: QFont) -> QFont:
    """Give the font a pill beside text of this font is written in."""
    return scaled(font, _SHARE, weight=600)


def pill_size(text: str, font: QFont) -> tuple[float, float]:
    """Give width and height of a pill beside text of this font."""
    return _pill_size(text, kept(font))


@lru_cache(maxsize=1024)
def _pill_size(text: str, font: QFont) -> tuple[float, float]:
    metrics = QFontMetricsF(pill_font(font))
    height = round(metrics.height() * 1.36)
    return metrics.horizontalAdvance(text) + metrics.height() * _SIDES * 2, height


def paint_pill(painter: QPainter, pill: PillText, at: QPointF, font: QFont, room: float = 1e6) -> QRectF:
    """Paint a pill with its left middle at this point, cut to the room; answers the box it took."""
    theme = tokens()
    width, height = pill_size(pill.text, font)
    box = QRectF(at.x(), round(at.y() - height / 2), min(width, room), height)
    rounded(painter, box, height / 2, fill=theme.soft(pill.tone))
    own = pill_font(font)
    metrics = QFontMetricsF(own)
    inner = box.width() - metrics.height() * _SIDES * 2
    painter.setFont(own)
    painter.setPen(colour(theme.ink(pill.tone)))
    text = pill.text if width <= room else metrics.elidedText(pill.text, Qt.TextElideMode.ElideRight, inner)
    painter.drawText(box, int(Qt.AlignmentFlag.AlignCenter), text)
    return box


class Pill(QWidget):
    """A pill as a widget of its own."""

    def __init__(self, text: str = "", tone: Tone = Tone.NEUTRAL) -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.show_pill(PillText(text, tone))

    @property
    def text(self) -> str:
        """The word on the pill."""
        return self._pill.text

    def show_pill(self, pill: PillText) -> None:
        """Show this word in this tone; a pill without a word is not there."""
        self._pill = pill
        self.setAccessibleName(pill.text)
        self.setVisible(bool(pill.text)) if self.parentWidget() else None
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Say how large it wants to be."""
        width, height = pill_size(self._pill.text, self.font())
        return QSize(round(width + 0.5), round(height))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint it in the colours of the theme in force."""
        painter = QPainter(self)
        paint_pill(painter, self._pill, QPointF(0, self.height() / 2), self.font(), self.width())
