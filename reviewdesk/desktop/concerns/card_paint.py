"""How a concern is painted: its account, their words on up to three lines, its severity and what it waits for."""

from typing import Final, cast

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QTextLayout, QTextOption
from PySide6.QtWidgets import QAbstractItemView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from reviewdesk.desktop.concerns.model import CardText
from reviewdesk.desktop.ink import CONTROL_RADIUS, colour, line_height, rounded, scaled, tokens
from reviewdesk.desktop.widgets.pill import paint_pill, pill_size

CARD: Final = Qt.ItemDataRole.UserRole
_INSET: Final = 12.0
_GAP: Final = 8.0
_LINES: Final = 3


class CardDelegate(QStyledItemDelegate):
    """Paints the cards of one lane as wide as the lane."""

    def __init__(self, lane: QAbstractItemView) -> None:
        super().__init__(lane)
        self._lane = lane

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """Say how high a card is at the width of its lane."""
        width, font = self._lane.viewport().width(), self._lane.font()
        card = _card(index)
        room = width - 2 * _INSET - 2
        small = len(_lines(card.about, _clock_font(card, font), room, 2)) + 1
        words = len(_lines(card.words, font, room))
        lines = small * line_height(_small(font)) + words * line_height(font)
        return QSize(max(width, 1), round(2 * _INSET + lines + 17 + pill_size(card.severity.text, font)[1] + _GAP))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Paint one card."""
        theme, card, font = tokens(), _card(index), self._lane.font()
        box = QRectF(option.rect).adjusted(1, 1, -1, -1 - _GAP)
        state = option.state
        held = bool(state & QStyle.StateFlag.State_HasFocus) and bool(state & QStyle.StateFlag.State_Selected)
        hovered = bool(state & QStyle.StateFlag.State_MouseOver)
        ground = theme.selection if held else theme.hover if hovered else theme.surface
        rounded(painter, box, CONTROL_RADIUS, fill=ground, line=theme.accent if held else theme.border)
        inner = box.adjusted(_INSET, _INSET, -_INSET, -_INSET)
        bold, clock = scaled(_small(font), weight=600), _clock_font(card, font)
        top = self._write(painter, [card.account], bold, inner, theme.muted)
        ink = theme.text if card.is_open else theme.muted
        top = self._write(painter, _lines(card.words, font, inner.width()), font, _from(inner, top + 4), ink)
        ink = theme.bad if card.is_late else theme.muted
        top = self._write(painter, _lines(card.about, clock, inner.width(), 2), clock, _from(inner, top + 5), ink)
        self._write_foot(painter, card, font, _from(inner, top + 8))

    def _write_foot(self, painter: QPainter, card: CardText, font: QFont, box: QRectF) -> None:
        """Paint the severity, and at the right who sees to it."""
        height = pill_size(card.severity.text, font)[1]
        pill = paint_pill(painter, card.severity, QPointF(box.left(), box.top() + height / 2), font, box.width())
        room = QRectF(pill.right() + 8, box.top(), box.right() - pill.right() - 8, height)
        metrics = QFontMetricsF(_small(font))
        painter.setFont(_small(font))
        painter.setPen(colour(tokens().muted))
        words = metrics.elidedText(card.owner, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight), words)

    def _write(self, painter: QPainter, lines: list[str], font: QFont, box: QRectF, ink: str) -> float:
        """Paint lines from the top of a box on; answers where the last one ends."""
        painter.setFont(font)
        painter.setPen(colour(ink))
        metrics, high, top = QFontMetricsF(font), line_height(font), box.top()
        for line in lines:
            words = metrics.elidedText(line, Qt.TextElideMode.ElideRight, box.width())
            painter.drawText(QRectF(box.left(), top, box.width(), high), int(Qt.AlignmentFlag.AlignVCenter), words)
            top += high
        return top


def _from(box: QRectF, top: float) -> QRectF:
    return QRectF(box.left(), top, box.width(), box.bottom() - top)


def _card(index: QModelIndex | QPersistentModelIndex) -> CardText:
    return cast("CardText", index.data(CARD))


def _small(font: QFont) -> QFont:
    return scaled(font, 0.92)


def _clock_font(card: CardText, font: QFont) -> QFont:
    return scaled(_small(font), weight=600) if card.is_late else _small(font)


def _lines(text: str, font: QFont, width: float, most: int = _LINES) -> list[str]:
    """Break a text into up to so many lines; what is left over stays on the last, which is cut when it is painted."""
    layout = QTextLayout(text[:600], font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    layout.beginLayout()
    starts: list[int] = []
    while (line := layout.createLine()).isValid() and len(starts) <= most:
        line.setLineWidth(max(width, 20))
        starts.append(line.textStart())
    layout.endLayout()
    kept = starts[:most]
    ends = [*kept[1:], len(text)]
    return [text[start:end].strip() for start, end in zip(kept, ends, strict=True)]
