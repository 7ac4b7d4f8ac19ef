"""Keeps the first column of a table in view while the others are scrolled sideways."""

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QRect
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem

from reviewdesk.desktop.ink import colour, tokens

if TYPE_CHECKING:
    from reviewdesk.desktop.widgets.table import RowTable


def paint_first_column(table: "RowTable[Any]", changed: QRect) -> None:
    """Paint the first column over what was scrolled under it; who reads aloud or by keyboard misses nothing."""
    width = table.columnWidth(0)
    if not table.is_pulled_aside or changed.left() > width:
        return
    painter = QPainter(table.viewport())
    theme = tokens()
    height = table.viewport().height()
    painter.fillRect(0, 0, width, height, colour(theme.surface))
    option = QStyleOptionViewItem()
    option.initFrom(table)
    last = table.rowAt(height - 1)
    chosen = table.selectionModel()
    for row in range(max(table.rowAt(0), 0), (last if last >= 0 else table.rows.rowCount() - 1) + 1):
        index = table.rows.index(row, 0)
        is_chosen = chosen.isSelected(index)
        option.state = QStyle.StateFlag.State_Selected if is_chosen else QStyle.StateFlag.State_None
        option.rect = QRect(0, table.rowViewportPosition(row), width, table.rowHeight(row))
        table.itemDelegate().paint(painter, option, index)
    painter.fillRect(width - 1, 0, 1, height, colour(theme.border))
    painter.end()
