"""A layout that places things in a row and goes on in the next row where the room ends."""

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget


class FlowLayout(QLayout):
    """Places widgets from left to right, each in its own size, row under row."""

    def __init__(self, parent: QWidget | None = None, *, gap: int = 8) -> None:
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        self.setSpacing(gap)
        self.setContentsMargins(0, 0, 0, 0)

    def addItem(self, item: QLayoutItem) -> None:
        """Take an item at the end."""
        self._items.append(item)

    def count(self) -> int:
        """Count the items."""
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        """Give an item, or None where there is none."""
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        """Give an item up, or None where there is none."""
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        """Say that it does not ask for room left over."""
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        """Say that its height follows from its width."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Say how high it is when it is this wide."""
        return self._placed(width)[1]

    def sizeHint(self) -> QSize:
        """Say how large it wants to be."""
        hints = [each.sizeHint() for each in self._items]
        width = sum(each.width() for each in hints) + self.spacing() * max(len(hints) - 1, 0)
        return QSize(width, max((each.height() for each in hints), default=0))

    def minimumSize(self) -> QSize:
        """Say how small it can be."""
        hints = [each.minimumSize() for each in self._items]
        return QSize(
            max((each.width() for each in hints), default=0), max((each.height() for each in hints), default=0)
        )

    def setGeometry(self, box: QRect) -> None:
        """Place the items in this box."""
        super().setGeometry(box)
        for item, place in zip(self._items, self._placed(box.width())[0], strict=True):
            item.setGeometry(QRect(box.topLeft() + place.topLeft(), place.size()))

    def _placed(self, width: int) -> tuple[list[QRect], int]:
        """Give the place of each item from the corner at 0, 0, in the middle of its row, and the height of all rows."""
        places: list[QRect] = []
        top = -self.spacing()
        for row in self._rows(width):
            x, top = 0, top + self.spacing()
            height = max(size.height() for size in row)
            for size in row:
                places.append(QRect(QPoint(x, top + (height - size.height()) // 2), size))
                x += size.width() + self.spacing() if size.width() else 0
            top += height
        return places, max(top, 0)

    def _rows(self, width: int) -> list[list[QSize]]:
        """Give the sizes of the items row by row."""
        rows: list[list[QSize]] = []
        x = 0
        for item in self._items:
            size = QSize(0, 0) if item.isEmpty() else item.sizeHint()
            if not rows or (x and x + size.width() > width):
                rows.append([])
                x = 0
            rows[-1].append(size)
            x += size.width() + self.spacing() if size.width() else 0
        return rows
