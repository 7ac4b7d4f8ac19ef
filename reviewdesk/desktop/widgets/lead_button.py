"""A quiet button that leads to a record; its words end with an ellipsis where the room ends."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy

from reviewdesk.desktop.widgets.buttons import Button, ButtonKind

_LEAST = 12
_PADDING = 10


class LeadButton(Button):
    """Leads to a record; the whole text is its tool tip and its name."""

    def __init__(self, text: str) -> None:
        super().__init__(text, kind=ButtonKind.LINK)
        self._whole = text
        self.setToolTip(text)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def minimumSizeHint(self) -> QSize:
        """Say how small it can be."""
        return QSize(self.fontMetrics().averageCharWidth() * _LEAST, super().sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Cut its words to the room."""
        super().resizeEvent(event)
        room = self.width() - _PADDING
        self.setText(self.fontMetrics().elidedText(self._whole, Qt.TextElideMode.ElideRight, room))
        self.setAccessibleName(self._whole)
