"""Two columns beside each other, or the second under the first where the room is too narrow for both."""

from PySide6.QtCore import QEvent, QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget


class SideBySide(QWidget):
    """Holds two widgets and gives them shares of its width; alone, each may be as narrow as it can be.

    `least` is how many characters wide a column must be to stand beside the other.
    """

    def __init__(
        self, left: QWidget, right: QWidget, *, shares: tuple[int, int] = (1, 1), gap: int = 16, least: int = 44
    ) -> None:
        super().__init__()
        self._columns = (left, right)
        self._shares, self._gap, self._least = shares, gap, least
        for each in self._columns:
            each.setParent(self)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    @property
    def columns(self) -> tuple[QWidget, QWidget]:
        """The two it holds."""
        return self._columns

    def hasHeightForWidth(self) -> bool:
        """Say that its height follows from its width."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Say how high it is when it is this wide."""
        heights = self._heights(width)
        return max(heights) if self._stand_beside(width) else sum(heights) + self._gap

    def sizeHint(self) -> QSize:
        """Say how large it wants to be."""
        wide = sum(each.sizeHint().width() for each in self._columns) + self._gap
        return QSize(wide, self.heightForWidth(max(self.width(), self.minimumSizeHint().width())))

    def minimumSizeHint(self) -> QSize:
        """Say how small it can be: one under the other."""
        return QSize(max(each.minimumSizeHint().width() for each in self._columns), 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Place both anew."""
        super().resizeEvent(event)
        self._place()

    def event(self, event: QEvent) -> bool:
        """Place both anew when one of them asks for another size, or the text is larger."""
        if event.type() in (QEvent.Type.LayoutRequest, QEvent.Type.FontChange):
            self._place()
            self.updateGeometry()
        return super().event(event)

    def _widths(self, width: int) -> tuple[int, int]:
        first = (width - self._gap) * self._shares[0] // sum(self._shares)
        return first, width - self._gap - first

    def _stand_beside(self, width: int) -> bool:
        least = self._least * self.fontMetrics().averageCharWidth()
        widths = self._widths(width)
        needed = [max(least, each.minimumSizeHint().width()) for each in self._columns]
        return all(has >= wants for has, wants in zip(widths, needed, strict=True))

    def _heights(self, width: int) -> tuple[int, int]:
        widths = self._widths(width) if self._stand_beside(width) else (width, width)
        left, right = (_height(each, wide) for each, wide in zip(self._columns, widths, strict=True))
        return left, right

    def _place(self) -> None:
        width, heights = self.width(), self._heights(self.width())
        left, right = self._columns
        if self._stand_beside(width):
            first, second = self._widths(width)
            left.setGeometry(0, 0, first, max(*heights, self.height()))
            right.setGeometry(first + self._gap, 0, second, max(*heights, self.height()))
        else:
            left.setGeometry(0, 0, width, heights[0])
            right.setGeometry(0, heights[0] + self._gap, width, heights[1])


def column_of(*widgets: QWidget, gap: int = 16) -> QWidget:
    """Put widgets under each other, at the top of the room there is."""
    column = QWidget()
    layout = QVBoxLayout(column)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(gap)
    for each in widgets:
        layout.addWidget(each)
    layout.addStretch(1)
    return column


def _height(widget: QWidget, width: int) -> int:
    layout = widget.layout()
    if layout is not None and layout.hasHeightForWidth():
        return layout.totalHeightForWidth(width)
    return widget.sizeHint().height()
