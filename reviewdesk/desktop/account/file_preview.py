"""Shows what stands in a file beside the list of files."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QImage, QPainter, QPaintEvent
from PySide6.QtWidgets import QPlainTextEdit, QSizePolicy, QStackedWidget, QVBoxLayout, QWidget

from reviewdesk.desktop.account.file_reading import PAGE_SCALE, FileLook
from reviewdesk.desktop.account.file_rows import icon_of
from reviewdesk.desktop.document.canvas import PageCanvas
from reviewdesk.desktop.widgets.empty import Emblem
from reviewdesk.desktop.widgets.labels import Label, Part


class PictureSheet(QWidget):
    """One picture as large as there is room, never larger than it is."""

    def __init__(self) -> None:
        super().__init__()
        self._image = QImage()
        self.setAccessibleName(self.tr("Picture"))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def show_picture(self, image: QImage) -> None:
        """Show this picture."""
        self._image = image
        self.setAccessibleDescription(f"{image.width()} x {image.height()}")
        self.update()

    def sizeHint(self) -> QSize:
        """Say how large it wants to be."""
        return QSize(240, 240)

    def place(self) -> QRectF:
        """Give where the picture stands."""
        room, size = QRectF(self.rect()), self._image.size()
        if size.width() > room.width() or size.height() > room.height():
            size = size.scaled(self.size(), Qt.AspectRatioMode.KeepAspectRatio)
        return QRectF((room.width() - size.width()) / 2, 0, size.width(), size.height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the picture."""
        if not self._image.isNull():
            painter = QPainter(self)
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.drawImage(self.place(), self._image)


class FilePreview(QWidget):
    """A picture, a text, pages, or else an icon with what the file is."""

    def __init__(self) -> None:
        super().__init__()
        self.picture = PictureSheet()
        self.pages = PageCanvas()
        self.text = QPlainTextEdit()
        self.text.setReadOnly(True)
        self.text.setAccessibleName(self.tr("What the file says"))
        self.remark = Label(part=Part.MUTED, wraps=True)
        self._emblem = QVBoxLayout()
        self._nothing = self._unshown()
        self._stack = QStackedWidget()
        for each in (self._nothing, self.picture, self.text, self.pages):
            self._stack.addWidget(each)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.remark)
        column.addWidget(self._stack, 1)
        self.remark.hide()

    def _unshown(self) -> QWidget:
        page = QWidget()
        column = QVBoxLayout(page)
        self._words = Label(part=Part.MUTED, wraps=True)
        self._words.setAlignment(Qt.AlignmentFlag.AlignCenter)
        column.addStretch(1)
        column.addLayout(self._emblem)
        column.addWidget(self._words)
        column.addStretch(2)
        return page

    def begin(self, name: str, facts: str) -> None:
        """Show only what a file is, until it was read."""
        while (item := self._emblem.takeAt(0)) is not None:
            gone = item.widget()
            if gone is not None:
                gone.hide()
                gone.deleteLater()
        self._emblem.addWidget(Emblem(icon_of(name)), 0, Qt.AlignmentFlag.AlignHCenter)
        self._words.setText(facts)
        self.remark.hide()
        self._stack.setCurrentWidget(self._nothing)

    def show_look(self, look: FileLook) -> None:
        """Show what was read of it."""
        self.remark.setText(look.remark)
        self.remark.setVisible(bool(look.remark))
        if look.picture is not None:
            self.picture.show_picture(look.picture)
            self._stack.setCurrentWidget(self.picture)
        elif look.pages:
            self.pages.show_pages([(each.width, each.height) for each in look.pages])
            for number, each in enumerate(look.pages, 1):
                self.pages.show_picture(number, PAGE_SCALE, each.image)
            self._stack.setCurrentWidget(self.pages)
        elif look.text is not None:
            self.text.setPlainText(look.text)
            self._stack.setCurrentWidget(self.text)
        else:
            self._stack.setCurrentWidget(self._nothing)
