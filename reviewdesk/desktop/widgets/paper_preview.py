"""One page of a document as it will be printed, as wide as the room there is."""

from typing import Final

from PySide6.QtCore import QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QImage, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from reviewdesk.desktop.ink import colour, faded, tokens

_SETTLES: Final = 120  # milliseconds until the room has its width
_SHADE: Final = 3
_WIDEST: Final = 620


class PaperPreview(QWidget):
    """Shows a page in white with a fine edge; the picture there is stays until a sharper or newer one comes.

    Signals:
        width_settled: how many pixels wide the page is now shown.
        page_wanted: the page is in sight and was asked to be drawn anew.
    """

    width_settled = Signal(int)
    page_wanted = Signal()

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self._picture: QImage | None = None
        self._is_stale = False
        self._ratio = 842 / 595
        self._settling = QTimer(self)
        self._settling.setSingleShot(True)
        self._settling.setInterval(_SETTLES)
        self._settling.timeout.connect(self._tell)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    @property
    def page_width(self) -> int:
        """How many pixels wide the page is shown."""
        return max(min(self.width(), _WIDEST) - _SHADE, 1)

    def draw_anew(self) -> None:
        """Have the page drawn anew, once it is in sight."""
        self._is_stale = True
        self.update()

    def show_page(self, picture: QImage, ratio: float) -> None:
        """Show a page that is so many times as high as wide."""
        self._picture = picture
        if abs(ratio - self._ratio) > 0.001:
            self._ratio = ratio
            self.updateGeometry()
        self.update()

    def hasHeightForWidth(self) -> bool:
        """Say that its height follows from its width."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Say how high it is when it is this wide."""
        return round((min(width, _WIDEST) - _SHADE) * self._ratio) + _SHADE

    def sizeHint(self) -> QSize:
        """Say how large it wants to be."""
        return QSize(420, self.heightForWidth(420))

    def minimumSizeHint(self) -> QSize:
        """Say how small it can be."""
        return QSize(220, self.heightForWidth(220))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Ask for a picture of this width, once it stays."""
        super().resizeEvent(event)
        self._settling.start()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the page, white in every theme, with a shade under it."""
        if self._is_stale:
            self._is_stale = False
            QTimer.singleShot(0, self, self._want)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        page = QRectF(0, 0, self.page_width, round(self.page_width * self._ratio))
        painter.fillRect(page.translated(_SHADE, _SHADE), faded("#000000", 0.10))
        painter.fillRect(page, Qt.GlobalColor.white)
        if self._picture is not None:
            painter.drawImage(page, self._picture)
        painter.setPen(QPen(colour(tokens().border), 1))
        painter.drawRect(page.adjusted(0.5, 0.5, -0.5, -0.5))

    def _tell(self) -> None:
        self.width_settled.emit(self.page_width)

    def _want(self) -> None:
        self.page_wanted.emit()
