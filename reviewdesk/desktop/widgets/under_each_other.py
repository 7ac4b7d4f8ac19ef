"""Widgets under each other, each measured once for a width however long the column is.

A layout of Qt's own measures and places every row again for each row that comes into sight, which a list of some
hundred rows does not bear.
"""

from PySide6.QtCore import QEvent, QRect, QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

_LEAST = 240
_WANTED = 480
_REMEMBERED = 6


class UnderEachOther(QWidget):
    """Places what it holds from top to bottom: rows over its whole width, what has a width of its own in the middle."""

    def __init__(self) -> None:
        super().__init__()
        self._held: list[QWidget] = []
        self._heights: dict[int, list[int]] = {}
        self._has_width = False
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    @property
    def held(self) -> tuple[QWidget, ...]:
        """What it holds, from top to bottom."""
        return tuple(self._held)

    def hold(self, widgets: list[QWidget]) -> None:
        """Hold these widgets in place of those before, which are no longer its own business."""
        self._held = widgets
        for each in widgets:
            if each.parentWidget() is not self:
                each.setParent(self)
        self._place_anew()
        for each in widgets:
            each.show()

    def hasHeightForWidth(self) -> bool:
        """Say that its height follows from its width."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Say how high it is when it is this wide."""
        return sum(self._measured(width))

    def sizeHint(self) -> QSize:
        """Say how large it wants to be."""
        return QSize(_WANTED, self._known_height)

    def minimumSizeHint(self) -> QSize:
        """Say how small it can be."""
        return QSize(_LEAST, self._known_height)

    @property
    def _known_height(self) -> int:
        """How high it is in its own width; nothing is measured for a width it never has."""
        return self.heightForWidth(max(self.width(), _LEAST)) if self._has_width else 0

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Place everything anew where the width is another one."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            first, self._has_width = not self._has_width, True
            self._place()
            if first:
                self.updateGeometry()

    def event(self, event: QEvent) -> bool:
        """Measure anew when something held asks for another size."""
        if event.type() == QEvent.Type.LayoutRequest:
            self._place_anew()
        return super().event(event)

    def _place_anew(self) -> None:
        before = self._heights.get(self.width())
        self._heights.clear()
        if not self._has_width:
            self.updateGeometry()
            return
        self._place()
        if before != self._measured(self.width()):
            self.updateGeometry()

    def _measured(self, width: int) -> list[int]:
        """Give the height of everything held for a width."""
        if width not in self._heights:
            if len(self._heights) >= _REMEMBERED:
                self._heights.clear()
            self._heights[width] = [_height(each, width) for each in self._held]
        return self._heights[width]

    def _place(self) -> None:
        y = 0
        for each, height in zip(self._held, self._measured(self.width()), strict=True):
            wide = self.width()
            if each.sizePolicy().horizontalPolicy() == QSizePolicy.Policy.Fixed:
                wide = each.sizeHint().width()
            each.setGeometry(QRect((self.width() - wide) // 2, y, wide, height))
            y += height


def _height(widget: QWidget, width: int) -> int:
    return widget.heightForWidth(width) if widget.hasHeightForWidth() else widget.sizeHint().height()
