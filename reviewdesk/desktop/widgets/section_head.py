"""The heading over a section of a list."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from reviewdesk.desktop.ink import caps, colour, line_height, scaled, tokens
from reviewdesk.desktop.widgets.row_plan import INSET


class SectionHead(QWidget):
    """Shows the title of a section and, at its right end, how much is in it."""

    def __init__(self, title: str, count: str = "") -> None:
        super().__init__()
        self._title = title
        self._count = count
        self.setAccessibleName(f"{title} {count}".strip())
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Say how large it wants to be."""
        return QSize(100, round(line_height(self.font()) * 2.0))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint it in the colours of the theme in force."""
        painter = QPainter(self)
        theme = tokens()
        painter.fillRect(self.rect(), colour(theme.band))
        painter.fillRect(QRectF(0, self.height() - 1, self.width(), 1), colour(theme.border))
        painter.setPen(colour(theme.muted))
        painter.setFont(caps(self.font()))
        box = QRectF(self.rect()).adjusted(INSET, 0, -INSET, 0)
        painter.drawText(box, int(Qt.AlignmentFlag.AlignVCenter), self._title)
        painter.setFont(scaled(self.font(), 0.92, weight=500))
        painter.drawText(box, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight), self._count)
