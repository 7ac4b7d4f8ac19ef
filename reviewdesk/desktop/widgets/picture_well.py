"""A place for a logo: it shows the one there is on white paper, and takes another that is dropped or chosen."""

from pathlib import Path
from typing import Final

from PySide6.QtCore import (
    QBuffer,
    QByteArray,
    QCoreApplication,
    QEvent,
    QIODevice,
    QMimeData,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import (
    QDragEnterEvent,
    QDragLeaveEvent,
    QDropEvent,
    QImage,
    QImageWriter,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from reviewdesk.desktop.icons import paint_icon
from reviewdesk.desktop.ink import CONTROL_RADIUS, colour, icon_size, line_height, rounded, tokens
from reviewdesk.desktop.widgets.buttons import Button, ButtonKind
from reviewdesk.desktop.widgets.labels import Label, Part

_INSET: Final = 10
_PAPER: Final = "#FFFFFF"


class PictureToUse:
    """Lets the person choose a picture."""

    @classmethod
    def ask(cls, parent: QWidget) -> Path | None:
        """Give the file that was chosen, or nothing where the person went back."""
        title = QCoreApplication.translate("PictureToUse", "Choose a logo")
        kinds = QCoreApplication.translate("PictureToUse", "Pictures (*.png *.jpg *.jpeg *.svg)")
        chosen, _ = QFileDialog.getOpenFileName(parent, title, "", kinds)
        return Path(chosen) if chosen else None


class PictureTile(QWidget):
    """The picture itself on white, or the invitation to drop one."""

    def __init__(self, invitation: str) -> None:
        super().__init__()
        self._invitation = invitation
        self.picture: QImage | None = None
        self.is_over = False
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Say how large it wants to be."""
        line = line_height(self.font())
        return QSize(line * 9, line * 4)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint it: paper is white in every theme."""
        painter, theme, box = QPainter(self), tokens(), QRectF(self.rect())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        edge = theme.accent if self.is_over else theme.border
        if self.picture is not None:
            rounded(painter, box, CONTROL_RADIUS, fill=_PAPER, line=edge)
            painter.drawImage(self._place_of(self.picture), self.picture)
            return
        painter.setPen(QPen(colour(theme.accent if self.is_over else theme.control_border), 1, Qt.PenStyle.DashLine))
        painter.setBrush(colour(theme.accent_soft if self.is_over else theme.surface))
        painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), CONTROL_RADIUS, CONTROL_RADIUS)
        self._invite(painter, box)

    def _invite(self, painter: QPainter, box: QRectF) -> None:
        side, line = icon_size(), line_height(self.font())
        top = box.center().y() - (side + line + 4) / 2
        paint_icon(painter, "image", QRectF(box.center().x() - side / 2, top, side, side), tokens().muted)
        painter.setPen(colour(tokens().muted))
        words = QRectF(box.left() + 4, top + side + 4, box.width() - 8, line)
        painter.drawText(words, int(Qt.AlignmentFlag.AlignCenter), self._invitation)

    def _place_of(self, picture: QImage) -> QRectF:
        room = QRectF(self.rect()).adjusted(_INSET, _INSET, -_INSET, -_INSET)
        size = picture.size().scaled(room.size().toSize(), Qt.AspectRatioMode.KeepAspectRatio)
        place = QRectF(0, 0, size.width(), size.height())
        place.moveCenter(room.center())
        return place


class PictureWell(QWidget):
    """A logo with its label, the ways to choose another one or to take it away, and why one was not taken.

    Signals:
        chosen: the file, or the PNG of a picture that was dropped.
        remove_asked: the person takes the logo away.
    """

    chosen = Signal(object)
    remove_asked = Signal()

    def __init__(self, label: str) -> None:
        super().__init__()
        self.tile = PictureTile(self.tr("Drop it here"))
        self.label = Label(label, Part.SMALL)
        self.choose = Button(self.tr("Choose …"), "image", small=True)
        self.remove = Button(self.tr("Remove"), "", ButtonKind.GHOST, small=True)
        self.hint = Label(self.tr("PNG, JPEG or SVG"), Part.SMALL)
        self.refusal = Label(part=Part.BAD, wraps=True)
        self.setAccessibleName(label)
        self.choose.setAccessibleName(self.tr("Choose {what}").format(what=label.lower()))
        self.remove.setAccessibleName(self.tr("Remove {what}").format(what=label.lower()))
        self.setAcceptDrops(True)
        self._lay_out()
        self.choose.clicked.connect(self._ask)
        self.remove.clicked.connect(self.remove_asked)
        self.show_picture(None)
        self.show_refused("")

    def _lay_out(self) -> None:
        ways = QHBoxLayout()
        ways.setSpacing(6)
        ways.addWidget(self.choose)
        ways.addWidget(self.remove)
        ways.addStretch(1)
        beside = QVBoxLayout()
        beside.setSpacing(6)
        beside.addStretch(1)
        beside.addLayout(ways)
        beside.addWidget(self.hint)
        beside.addStretch(1)
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(self.tile)
        row.addLayout(beside, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(3)
        column.addWidget(self.label)
        column.addLayout(row)
        column.addWidget(self.refusal)

    def show_picture(self, picture: QImage | None) -> None:
        """Show the logo there is, or none."""
        self.tile.picture = picture
        self.tile.update()
        self.remove.setVisible(picture is not None)
        self.choose.setText(self.tr("Replace …") if picture is not None else self.tr("Choose …"))
        self.choose.setAccessibleName(self.tr("Choose {what}").format(what=self.label.text().lower()))
        self.setAccessibleDescription(self.tr("There is one.") if picture is not None else self.tr("There is none."))

    def show_refused(self, sentence: str) -> None:
        """Say why a picture was not taken; nothing once one was."""
        self.refusal.setText(sentence)
        self.refusal.setVisible(bool(sentence))
        self.hint.setVisible(not sentence)

    def _ask(self) -> None:
        path = PictureToUse.ask(self)
        if path is not None:
            self.chosen.emit(path)

    def _over(self, *, on: bool) -> None:
        self.tile.is_over = on
        self.tile.update()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take a picture that comes from elsewhere."""
        if _dropped(event.mimeData()) is not None:
            event.acceptProposedAction()
            self._over(on=True)

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        """Stand as before."""
        self._over(on=False)

    def dropEvent(self, event: QDropEvent) -> None:
        """Take what is dropped."""
        self._over(on=False)
        dropped = _dropped(event.mimeData())
        if dropped is not None:
            event.acceptProposedAction()
            self.chosen.emit(dropped)

    def changeEvent(self, event: QEvent) -> None:
        """Measure anew when the text is larger."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self.tile.updateGeometry()


def _dropped(mime: QMimeData) -> Path | bytes | None:
    """Give the first file that is carried, else the picture itself as PNG."""
    paths = [Path(each.toLocalFile()) for each in mime.urls() if each.isLocalFile()]
    if paths:
        return paths[0]
    if not mime.hasImage():
        return None
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    QImageWriter(buffer, QByteArray(b"png")).write(QImage(mime.imageData()))
    return bytes(buffer.data().data())
