"""A QR code on the screen, dark on white in either theme, so that any telephone reads it."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

QUIET_ZONE = 4  # modules of white around the code, ISO/IEC 18004


def modules_of(text: str) -> tuple[tuple[bool, ...], ...]:
    """Give the code of a text row by row, dark as true, without the white around it."""
    import segno

    return tuple(tuple(map(bool, row)) for row in segno.make_qr(text, error="m").matrix)


class QrCode(QWidget):
    """Shows the code of a text in whole pixels, with the white it needs around it."""

    def __init__(self, text: str, name: str) -> None:
        super().__init__()
        self.text = text
        self._modules = modules_of(text)
        self.setAccessibleName(name)
        self.setToolTip(name)
        self.setFixedSize(self.sizeHint())

    def sizeHint(self) -> QSize:
        """Say how large it wants to be: about six lines, and no module smaller than three pixels."""
        side = len(self._modules) + 2 * QUIET_ZONE
        dot = max(3, round(self.fontMetrics().lineSpacing() * 6.5 / side))
        return QSize(side * dot, side * dot)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint it."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), Qt.GlobalColor.white)
        dot = self.width() / (len(self._modules) + 2 * QUIET_ZONE)
        for y, row in enumerate(self._modules, QUIET_ZONE):
            for x, dark in enumerate(row, QUIET_ZONE):
                if dark:
                    painter.fillRect(QRectF(x * dot, y * dot, dot, dot), Qt.GlobalColor.black)
