"""The head of a table: its words stand over the words of their column, with an arrow at the one sorted by."""

from typing import Any

from PySide6.QtCore import QPoint, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QFontMetricsF, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHeaderView

from reviewdesk.desktop.icons import paint_icon
from reviewdesk.desktop.ink import colour, icon_size, scaled, tokens
from reviewdesk.desktop.widgets.table_delegate import INSET
from reviewdesk.desktop.widgets.table_model import RowsModel

_EDGE = 4


class TableHeader(QHeaderView):
    """Paints the head of a `RowTable`; columns are dragged by it, and pulled wider at their edges.

    Signals:
        menu_asked: the person wants the menu of the column with this key, at this point of the screen.
        let_go: the person let go of the mouse.
    """

    menu_asked = Signal(str, QPoint)
    let_go = Signal()

    def __init__(self, rows: RowsModel[Any], name: str) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self._rows = rows
        self.is_pressed = False
        self.setSectionsMovable(True)
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

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the head, and that of the first column over it where the others are scrolled sideways."""
        super().paintEvent(event)
        if self.offset() > 0:
            painter = QPainter(self.viewport())
            box = QRect(0, 0, self.sectionSize(0), self.viewport().height())
            painter.fillRect(box, colour(tokens().surface))
            self.paintSection(painter, box, 0)
            painter.end()

    def _column_at(self, at: QPoint) -> int:
        """Give the column at a point; the first one is in front of those scrolled under it."""
        return 0 if self.offset() > 0 and at.x() < self.sectionSize(0) else self.logicalIndexAt(at)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Know that what changes now is done by hand; a press on the first column in front sorts by it."""
        at = event.position().toPoint()
        if self.offset() > 0 and at.x() < self.sectionSize(0) - _EDGE:
            if event.button() == Qt.MouseButton.LeftButton:
                self._sort_by_first()
            return
        self.is_pressed = True
        super().mousePressEvent(event)

    def _sort_by_first(self) -> None:
        """Sort by the first column, the other way round where the rows are sorted by it already."""
        turned = self.sortIndicatorSection() == 0 and self.sortIndicatorOrder() == Qt.SortOrder.AscendingOrder
        self.setSortIndicator(0, Qt.SortOrder.DescendingOrder if turned else Qt.SortOrder.AscendingOrder)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Tell that it was let go of."""
        super().mouseReleaseEvent(event)
        self.is_pressed = False
        self.let_go.emit()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Ask for the menu of the column."""
        at = self._column_at(event.pos())
        key = self._rows.columns[at].key if at >= 0 else self._rows.columns[0].key
        self.menu_asked.emit(key, event.globalPos())

    def _paint_arrow(self, painter: QPainter, box: QRectF) -> None:
        falling = self.sortIndicatorOrder() == Qt.SortOrder.DescendingOrder
        paint_icon(painter, "arrow-down" if falling else "arrow-up", box, tokens().text)
