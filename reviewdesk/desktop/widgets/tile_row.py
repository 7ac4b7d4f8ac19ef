"""Tiles with figures: all in one row where there is room for each, else two in a row, else one."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QEvent, QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QWidget

_GAP: Final = 16


class TileRow(QWidget):
    """Holds tiles of the same width; `least` is how many characters wide each must be to stand beside others."""

    def __init__(self, tiles: Sequence[QWidget], *, least: int = 20) -> None:
        super().__init__()
        self._tiles, self._least, self._columns = tuple(tiles), least, 0
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(_GAP)
        self._place(len(self._tiles))

    def minimumSizeHint(self) -> QSize:
        """Say how small it can be: one tile under the other."""
        return QSize(max(each.minimumSizeHint().width() for each in self._tiles), 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Place the tiles anew where another number of them fits."""
        super().resizeEvent(event)
        self._place(self._fitting())

    def event(self, event: QEvent) -> bool:
        """Place them anew when a figure needs another width, or the text is larger."""
        if event.type() in (QEvent.Type.LayoutRequest, QEvent.Type.FontChange):
            self._place(self._fitting())
        return super().event(event)

    def _fitting(self) -> int:
        least = self._least * self.fontMetrics().averageCharWidth()
        wanted = max(least, *(each.minimumSizeHint().width() for each in self._tiles))
        count = len(self._tiles)
        return next((each for each in (count, 2) if (self.width() - _GAP * (each - 1)) // each >= wanted), 1)

    def _place(self, columns: int) -> None:
        if columns == self._columns:
            return
        self._columns = columns
        for at, tile in enumerate(self._tiles):
            self._grid.addWidget(tile, at // columns, at % columns)
        for at in range(len(self._tiles)):
            self._grid.setColumnStretch(at, 1 if at < columns else 0)
        self.updateGeometry()
