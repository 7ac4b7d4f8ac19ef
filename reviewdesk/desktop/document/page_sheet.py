"""The pages on screen, one under the other, with what must not leave marked on them."""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from reviewdesk.desktop.document.model import ShownLeak
from reviewdesk.desktop.document.pages import PagePicture
from reviewdesk.desktop.ink import colour, faded, tokens

_GAP = 18
_EDGE = 24


class PageSheet(QWidget):
    """One page; places that hold a leak are marked, and pressing one goes to it.

    Signals:
        leak_asked: the leak whose mark was pressed.
    """

    leak_asked = Signal(object)

    def __init__(self, number: int) -> None:
        super().__init__()
        self._number = number
        self._picture: PagePicture | None = None
        self._scale = 1.0
        self._leaks: tuple[ShownLeak, ...] = ()
        self.current: ShownLeak | None = None
        self.setAccessibleName(self.tr("Page {n}").format(n=number))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_page(self, picture: PagePicture, scale: float, leaks: Sequence[ShownLeak]) -> None:
        """Show a page at so many pixels for each point, with its leaks."""
        self._picture, self._scale = picture, scale
        self._leaks = tuple(each for each in leaks if each.page == self._number)
        words = ", ".join(each.words for each in self._leaks)
        self.setAccessibleDescription(self.tr("Not for the customer: {words}").format(words=words) if words else "")
        self.updateGeometry()
        self.update()

    def show_scale(self, scale: float) -> None:
        """Stretch the picture there is to another scale until a sharp one comes."""
        self._scale = scale
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Say how large it wants to be."""
        if self._picture is None:
            return QSize(400, 560)
        return QSize(round(self._picture.width * self._scale), round(self._picture.height * self._scale))

    def boxes(self, leak: ShownLeak) -> list[QRectF]:
        """Give where a leak stands on this page in pixels."""
        if self._picture is None:
            return []
        height, scale = self._picture.height, self._scale
        return [
            QRectF(left * scale, (height - top) * scale, (right - left) * scale, (top - bottom) * scale).adjusted(
                -3, -3, 3, 3
            )
            for left, bottom, right, top in leak.areas
        ]

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the page, white in every theme, and the marks on it."""
        painter, theme = QPainter(self), tokens()
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.fillRect(self.rect(), Qt.GlobalColor.white)
        if self._picture is not None:
            painter.drawImage(QRectF(self.rect()), self._picture.image)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for leak in self._leaks:
            held = leak == self.current
            painter.setPen(QPen(colour("#B3261E"), 2.5 if held else 1.5))
            painter.setBrush(faded("#B3261E", 0.22 if held else 0.12))
            for box in self.boxes(leak):
                painter.drawRoundedRect(box, 4, 4)
        painter.setPen(QPen(colour(theme.border), 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(self.rect().adjusted(0, 0, -1, -1))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Go to the leak under the pointer."""
        for leak in self._leaks:
            if any(box.contains(event.position()) for box in self.boxes(leak)):
                self.leak_asked.emit(leak)
                return
        super().mousePressEvent(event)


class PageColumn(QScrollArea):
    """All pages under each other; Page up and down scroll, Ctrl with + and - zooms.

    Signals:
        scale_asked: how many pixels of the screen a point should take, once the room is known.
        page_reached: the number of the page at the top, from 1.
        leak_asked: the leak whose mark was pressed.
    """

    scale_asked = Signal(float)
    page_reached = Signal(int)
    leak_asked = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(self.tr("Pages"))
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        inside = self._inside = QWidget()
        inside.setProperty("ground", "none")
        self._column = QVBoxLayout(inside)
        self._column.setContentsMargins(_EDGE, _EDGE, _EDGE, _EDGE)
        self._column.setSpacing(_GAP)
        self.setWidget(inside)
        inside.setAutoFillBackground(False)
        self.viewport().setAutoFillBackground(False)
        self._sheets: list[PageSheet] = []
        self._pictures: tuple[PagePicture, ...] = ()
        self.zoom = 0.0
        self._width = 595.0
        self.verticalScrollBar().valueChanged.connect(self._scrolled)

    @property
    def scale(self) -> float:
        """How many pixels of the screen a point takes: the zoom, or what fits the width."""
        room = max(self.viewport().width() - 2 * _EDGE - 2, 200)
        return self.zoom or min(max(room / self._width, 0.3), 1.6)

    @property
    def sheets(self) -> tuple[PageSheet, ...]:
        """The pages in their order."""
        return tuple(self._sheets)

    def show_pages(self, pictures: Sequence[PagePicture], leaks: Sequence[ShownLeak]) -> None:
        """Show these pages with what must not leave."""
        self._pictures = tuple(pictures)
        self._width = max((each.width for each in pictures), default=595.0)
        while len(self._sheets) > len(pictures):
            gone = self._sheets.pop()
            self._column.removeWidget(gone)
            gone.hide()
            gone.deleteLater()
        while len(self._sheets) < len(pictures):
            self._append()
        for sheet, picture in zip(self._sheets, pictures, strict=True):
            sheet.show_page(picture, self.scale, leaks)

    def zoom_by(self, factor: float) -> None:
        """Show everything larger or smaller."""
        self._zoom_to(min(max(self.scale * factor, 0.25), 5.0))

    def fit_width(self) -> None:
        """Show a page as wide as the room."""
        self._zoom_to(0.0)

    def go_to_page(self, number: int) -> None:
        """Bring a page to the top, counted from 1."""
        if 0 < number <= len(self._sheets):
            self.verticalScrollBar().setValue(self._sheets[number - 1].y() - _GAP)

    def go_to_leak(self, leak: ShownLeak) -> None:
        """Bring a leak into sight and show which one it is."""
        for number, sheet in enumerate(self._sheets, 1):
            sheet.current = leak
            sheet.update()
            boxes = sheet.boxes(leak) if number == leak.page else []
            if boxes:
                at = sheet.mapTo(self._inside, QPoint(0, 0)) + boxes[0].center().toPoint()
                self.ensureVisible(at.x(), at.y(), 80, 120)

    def _append(self) -> None:
        sheet = PageSheet(len(self._sheets) + 1)
        sheet.leak_asked.connect(self.leak_asked)
        self._column.addWidget(sheet, 0, Qt.AlignmentFlag.AlignHCenter)
        self._sheets.append(sheet)

    def _zoom_to(self, zoom: float) -> None:
        self.zoom = zoom
        self._rescale()

    def _rescale(self) -> None:
        for sheet in self._sheets:
            sheet.show_scale(self.scale)
        self.scale_asked.emit(self.scale)

    def _scrolled(self, value: int) -> None:
        middle = value + self.viewport().height() // 3
        reached = [number for number, each in enumerate(self._sheets, 1) if each.y() <= middle]
        self.page_reached.emit(reached[-1] if reached else 1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the width anew."""
        super().resizeEvent(event)
        if not self.zoom:
            self._rescale()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Scroll by pages and zoom by keys."""
        bar = self.verticalScrollBar()
        if event.key() == Qt.Key.Key_Home:
            bar.setValue(0)
        elif event.key() == Qt.Key.Key_End:
            bar.setValue(bar.maximum())
        elif event.key() == Qt.Key.Key_Space:
            bar.triggerAction(bar.SliderAction.SliderPageStepAdd)
        else:
            super().keyPressEvent(event)
