"""The list of pages beside them: a small picture of each, drawn when it comes into sight."""

from typing import Final

from PySide6.QtCore import QPoint, QSize, Qt, Signal
from PySide6.QtGui import QIcon, QImage, QPixmap, QResizeEvent
from PySide6.QtWidgets import QFrame, QListView, QListWidget, QListWidgetItem

from reviewdesk.desktop.ink import line_height

_MOST_DRAWN: Final = 120


class PageList(QListWidget):
    """All pages as a list.

    Signals:
        page_asked: the number of the page to go to, from 1.
        pictures_wanted: rows in sight have no picture yet.
    """

    page_asked = Signal(int)
    pictures_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(self.tr("Page list"))
        side = line_height(self.font())
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setViewMode(QListView.ViewMode.ListMode)
        self.setIconSize(QSize(side * 5, side * 7))
        self.setSpacing(4)
        self.setUniformItemSizes(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self._drawn: list[int] = []
        self._blank = QIcon()
        self.currentRowChanged.connect(self._go)
        self.verticalScrollBar().valueChanged.connect(self._scrolled)

    def show_count(self, count: int) -> None:
        """Show so many pages without their pictures."""
        row = self.currentRow()
        self.blockSignals(True)
        self.clear()
        self._drawn = []
        blank = QPixmap(self.iconSize())
        blank.fill(Qt.GlobalColor.white)
        self._blank = QIcon(blank)
        for number in range(1, count + 1):
            item = QListWidgetItem(self._blank, str(number))
            item.setData(Qt.ItemDataRole.AccessibleTextRole, self.tr("Page {n} of {m}").format(n=number, m=count))
            self.addItem(item)
        self.setCurrentRow(min(max(row, 0), count - 1))
        self.blockSignals(False)

    def show_page(self, number: int) -> None:
        """Mark the page that is in sight."""
        self.blockSignals(True)
        self.setCurrentRow(number - 1)
        self.blockSignals(False)
        self.pictures_wanted.emit()

    def show_picture(self, number: int, picture: QImage) -> None:
        """Show the small picture of a page; of a long list only the newest are kept."""
        if not 0 < number <= self.count():
            return
        pixmap = QPixmap.fromImage(picture)
        icon = QIcon(pixmap)
        icon.addPixmap(pixmap, QIcon.Mode.Selected)
        self.item(number - 1).setIcon(icon)
        self._drawn.append(number)
        if len(self._drawn) > _MOST_DRAWN:
            self.item(self._drawn.pop(0) - 1).setIcon(self._blank)

    def next_wanted(self) -> int | None:
        """Give the page in sight whose picture is to be drawn next."""
        if not self.isVisible() or not self.count():
            return None
        first = max(self._row_at(2), 0)
        last = self._row_at(self.viewport().height() - 2)
        last = self.count() - 1 if last < 0 else last
        return next((each + 1 for each in range(first, last + 1) if each + 1 not in self._drawn), None)

    def _row_at(self, y: int) -> int:
        across = self.viewport().width() // 2
        near = (self.indexAt(QPoint(across, y + step)) for step in range(0, self.spacing() * 4 + 2, 2))
        return next((each.row() for each in near if each.isValid()), -1)

    def _go(self, row: int) -> None:
        if row >= 0:
            self.page_asked.emit(row + 1)

    def _scrolled(self) -> None:
        self.pictures_wanted.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Want pictures for the rows that came into sight."""
        super().resizeEvent(event)
        self.pictures_wanted.emit()
