"""Paints the rows of a table: hairlines, pills, figures at the right, dense or roomy."""

from typing import Any

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QTableView

from reviewdesk.desktop.ink import colour, rounded, scaled, tokens
from reviewdesk.desktop.tokens import Tokens, Tone
from reviewdesk.desktop.widgets.pill import PillText, paint_pill
from reviewdesk.desktop.widgets.table_model import Cell, RowsModel
from reviewdesk.desktop.widgets.tile import paint_tile

INSET = 9
_LEFT = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
_RIGHT = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)


class RowDelegate(QStyledItemDelegate):
    """Paints one cell of a `RowsModel`."""

    def __init__(self, view: QTableView, model: RowsModel[Any]) -> None:
        super().__init__(view)
        self._model = model
        self._view = view
        self.roomy = False
        self.hovered = -1
        self._row, self._chosen, self._held = -1, False, (-1, -1)
        self._theme = tokens()
        self.take_font(view.font())

    def take_font(self, font: QFont) -> None:
        """Measure with this font from now on."""
        self._plain = scaled(font, tabular=True)
        self._strong = scaled(font, weight=500)
        self._small = scaled(font, 0.92)
        self._metrics = QFontMetricsF(self._plain)
        self._widest = QFontMetricsF(self._strong).horizontalAdvance("W")
        self._small_metrics = QFontMetricsF(self._small)

    @property
    def row_height(self) -> int:
        """The height of a row in the density in force."""
        line = self._metrics.height()
        return round(line * 2.75 + 6) if self.roomy else round(line * 1.55)

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """Say how large it wants to be."""
        return QSize(40, self.row_height)

    def begin(self) -> None:
        """Look once at what holds for every cell of a painting."""
        at = self._view.currentIndex()
        self._theme, self._row = tokens(), -1
        self._held = (at.row(), at.column()) if self._view.hasFocus() and at.column() > 0 else (-1, -1)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Paint it."""
        theme = self._theme
        box = QRectF(option.rect)
        row, column = index.row(), index.column()
        if row != self._row:
            self._row, self._chosen = row, bool(option.state & QStyle.StateFlag.State_Selected)
        chosen = self._chosen
        self._paint_ground(painter, box, theme, chosen=chosen, hovered=row == self.hovered)
        if chosen and not column:
            painter.fillRect(QRectF(box.x(), box.y(), 3, box.height()), colour(theme.accent))
        if (row, column) == self._held:
            rounded(painter, box.adjusted(2, 1, -2, -2), 4, line=theme.accent)
        cell = self._model.cell(row, column)
        inner = box.adjusted(INSET if column else INSET * 2, 0, -INSET, -1)
        self._paint_cell(painter, cell, inner, theme, right=self._model.columns[column].right)

    def _paint_ground(self, painter: QPainter, box: QRectF, theme: Tokens, *, chosen: bool, hovered: bool) -> None:
        if chosen or hovered:
            painter.fillRect(box, colour(theme.selection if chosen else theme.hover))
        painter.fillRect(QRectF(box.x(), box.bottom() - 1, box.width(), 1), colour(theme.border))

    def _paint_cell(self, painter: QPainter, cell: Cell, box: QRectF, theme: Tokens, *, right: bool) -> None:
        if self.roomy and cell.tile:
            side = box.height() * 0.66
            paint_tile(painter, cell.tile, QRectF(box.x(), box.center().y() - side / 2, side, side), self._plain)
            box = box.adjusted(side + 12, 0, 0, 0)
        if cell.pill and cell.text:
            self._paint_pill(painter, cell, box, right=right)
            return
        if self.roomy and cell.meta:
            self._paint_meta(painter, cell, box, theme, right=right)
            box = box.adjusted(0, box.height() * 0.1, 0, -box.height() * 0.46)
        ink = theme.ink(cell.tone) if cell.tone else theme.muted if cell.muted else theme.text
        painter.setFont(self._strong if cell.strong or (self.roomy and cell.meta) else self._plain)
        painter.setPen(colour(ink))
        self._write(painter, cell.text, box, self._metrics, right=right)

    def _paint_pill(self, painter: QPainter, cell: Cell, box: QRectF, *, right: bool) -> None:
        pill = PillText(cell.text, cell.tone or Tone.NEUTRAL)
        paint_pill(painter, pill, QPointF(box.x() - 1, box.center().y()), self._plain, box.width())

    def _paint_meta(self, painter: QPainter, cell: Cell, box: QRectF, theme: Tokens, *, right: bool) -> None:
        painter.setFont(self._small)
        painter.setPen(colour(theme.muted))
        below = box.adjusted(0, box.height() * 0.48, 0, -box.height() * 0.1)
        self._write(painter, cell.meta, below, self._small_metrics, right=right)

    def _write(self, painter: QPainter, text: str, box: QRectF, metrics: QFontMetricsF, *, right: bool) -> None:
        if not text:
            return
        # Most words are so short that measuring them would only take time.
        is_short = text.isascii() and len(text) * self._widest < box.width()
        if not is_short and metrics.horizontalAdvance(text) > box.width():
            text = metrics.elidedText(text, Qt.TextElideMode.ElideRight, box.width())
        painter.drawText(box, _RIGHT if right else _LEFT, text)
