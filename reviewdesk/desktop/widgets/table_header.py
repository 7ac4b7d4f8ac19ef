"""The head of a table: its words stand over the words of their column, with an arrow at the one sorted by."""

from typing import Any

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter
from PySide6.QtWidgets import QHeaderView

from reviewdesk.desktop.icons import paint_icon
from reviewdesk.desktop.ink import colour, icon_size, scaled, tokens
from reviewdesk.desktop.widgets.table_delegate import INSET
from reviewdesk.desktop.widgets.table_model import RowsModel


class TableHeader(QHeaderView):
    """Paints the head of a `RowTable`."""

    def __init__(self, rows: RowsModel[Any], name: str) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self._rows = rows
        self.setAccessibleName(name)
        self.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        self.setHighlightSections(False)
        self.setSectionsClickable(True)
        self.setSortIndicatorShown(True)
        self.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        self.setMinimumSectionSize(24)

    def paintSection(self, painter: QPainter, box: QRect, at: int) -> None:
        """Paint one column's word."""
        theme = tokens()
        column = self._rows.columns[at]
        painter.save()
        painter.fillRect(QRectF(box.x(), box.bottom(), box.width(), 1), colour(theme.border))
        inner = QRectF(box).adjusted(INSET * (2 if self.visualIndex(at) == 0 else 1), 0, -INSET, 0)
        font = scaled(self.font(), weight=600)
        sorted_by = self.sortIndicatorSection() == at and column.order is not None
        side = icon_size() * 0.72
        room = inner.width() - (side + 3 if sorted_by else 0)
        words = QFontMetricsF(font).elidedText(column.title, Qt.TextElideMode.ElideRight, room)
        wide = QFontMetricsF(font).horizontalAdvance(words)
        left = inner.right() - wide - (side + 3 if sorted_by else 0) if column.right else inner.x()
        painter.setFont(font)
        painter.setPen(colour(theme.text if sorted_by else theme.muted))
        painter.drawText(QRectF(left, inner.y(), wide + 2, inner.height()), int(Qt.AlignmentFlag.AlignVCenter), words)
        if sorted_by:
            self._paint_arrow(painter, QRectF(left + wide + 3, inner.center().y() - side / 2, side, side))
        painter.restore()

    def _paint_arrow(self, painter: QPainter, box: QRectF) -> None:
        falling = self.sortIndicatorOrder() == Qt.SortOrder.DescendingOrder
        paint_icon(painter, "arrow-down" if falling else "arrow-up", box, tokens().text)
