"""The small list of names or tags under the word that is being typed."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPoint, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QWidget

from reviewdesk.desktop.ink import CONTROL_RADIUS, colour, line_height, rounded, scaled, tokens

MOST = 6
_INSET = 6


@dataclass(frozen=True, slots=True)
class Offer:
    """A name or tag to choose: what is put into the text, how it reads, and a remark."""

    put: str
    text: str
    remark: str = ""


class CompletionList(QFrame):
    """Offers names; the editor keeps the focus and hands on its keys.

    Signals:
        chosen: the words to put in place of what was begun.
    """

    chosen = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("part", "card")
        self.setAccessibleName(self.tr("Names"))
        self._offers: tuple[Offer, ...] = ()
        self._owner = parent
        self.current = 0
        self.hide()

    @property
    def offers(self) -> tuple[Offer, ...]:
        """What is offered, from top to bottom."""
        return self._offers

    def offer(self, offers: Sequence[Offer], at: QRect, *, first: bool) -> None:
        """Show these offers under a place in the parent; `first` says whether one is chosen to begin with."""
        self._offers = tuple(offers[:MOST])
        self.current = 0 if first else -1
        self.setVisible(bool(self._offers))
        if self._offers:
            self._place(at)
            self.raise_()
            self.update()

    def _place(self, at: QRect) -> None:
        room = self._owner.rect()
        font = self.font()
        bold, plain = QFontMetricsF(scaled(font, weight=600)), QFontMetricsF(font)
        words = [
            bold.horizontalAdvance(each.text) + plain.horizontalAdvance(f"  {each.remark}") for each in self._offers
        ]
        width = min(max([*words, 160]) + 2 * _INSET + 28, room.width())
        height = self._row * len(self._offers) + 2 * _INSET
        top = at.bottom() + 6 if at.bottom() + 6 + height <= room.bottom() else at.top() - height - 6
        corner = QPoint(min(max(at.left() - 20, 0), round(room.width() - width)), top)
        self.setGeometry(QRect(corner, self.size()))
        self.resize(round(width), round(height))

    @property
    def _row(self) -> int:
        return round(line_height(self.font()) * 1.9)

    def take_key(self, key: Qt.Key) -> bool:
        """Answer a key the editor hands on; answers whether it was for this list."""
        if not self.isVisible():
            return False
        if key in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            step = 1 if key == Qt.Key.Key_Down else -1
            self.current = (self.current + step) % len(self._offers)
            self.update()
            return True
        if key == Qt.Key.Key_Escape:
            self.hide()
            return True
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab):
            return self._choose(max(self.current, 0) if key == Qt.Key.Key_Tab else self.current)
        return False

    def _choose(self, at: int) -> bool:
        if at < 0:
            self.hide()
            return False
        offer = self._offers[at]
        self.hide()
        self.chosen.emit(offer.put)
        return True

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose the offer under the pointer."""
        at = int((event.position().y() - _INSET) // self._row)
        if 0 <= at < len(self._offers):
            self._choose(at)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint it in the colours of the theme in force."""
        super().paintEvent(event)
        painter = QPainter(self)
        theme = tokens()
        for at, offer in enumerate(self._offers):
            box = QRectF(_INSET, _INSET + at * self._row, self.width() - 2 * _INSET, self._row)
            if at == self.current:
                rounded(painter, box, CONTROL_RADIUS, fill=theme.accent_soft)
            inner = box.adjusted(12, 0, -12, 0)
            bold = scaled(self.font(), weight=600 if at == self.current else 500)
            painter.setFont(bold)
            painter.setPen(colour(theme.text))
            painter.drawText(inner, int(Qt.AlignmentFlag.AlignVCenter), offer.text)
            inner.setLeft(inner.left() + QFontMetricsF(bold).horizontalAdvance(f"{offer.text}  "))
            painter.setFont(self.font())
            painter.setPen(colour(theme.muted))
            painter.drawText(inner, int(Qt.AlignmentFlag.AlignVCenter), offer.remark)
