"""The files of one account: dropped in, dragged out, pasted, looked at."""

from pathlib import Path
from typing import Final
from uuid import UUID

from PySide6.QtCore import QBuffer, QByteArray, QEvent, QIODevice, QMimeData, QObject, QPoint, Qt, QUrl, Signal
from PySide6.QtGui import (
    QDrag,
    QDragEnterEvent,
    QDropEvent,
    QGuiApplication,
    QImage,
    QImageWriter,
    QKeySequence,
    QMouseEvent,
    QShortcut,
)
from PySide6.QtWidgets import QApplication, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from reviewdesk.desktop.account.file_card import FileCard
from reviewdesk.desktop.account.file_rows import file_rows
from reviewdesk.desktop.account.listed import listed
from reviewdesk.desktop.widgets.buttons import Button, plain_button, primary_button
from reviewdesk.desktop.widgets.empty import EmptyState
from reviewdesk.desktop.widgets.flow import FlowLayout
from reviewdesk.desktop.widgets.labels import Label, Part
from reviewdesk.desktop.widgets.row import RowWidget
from reviewdesk.desktop.widgets.row_list import RowList
from reviewdesk.services.attachment_values import AccountFiles, FileRow

_SHARES: Final = (5, 6)


class FilesPage(QWidget):
    """Every file of one account, and the one that is chosen beside them.

    Signals:
        add_asked: the person wants to choose files.
        dropped: paths of files to keep.
        pasted: a picture to keep, as PNG.
        chosen: the id of the file to look at.
        acted: the id of a file and open, save or remove.
        typed: the id of a file, "name" or "place", and the text.
        drag_asked: the id of the file that is dragged away.
    """

    add_asked = Signal()
    dropped = Signal(object)
    pasted = Signal(bytes)
    chosen = Signal(object)
    acted = Signal(object, str)
    typed = Signal(object, str, str)
    drag_asked = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(self.tr("Files"))
        self.setAcceptDrops(True)
        self.rows = RowList(self.tr("Files"))
        self.card = FileCard()
        self._files: dict[UUID, FileRow] = {}
        self.current: UUID | None = None
        self._pressed: QPoint | None = None
        self._stack = QStackedWidget()
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        bar = QWidget()
        flow = FlowLayout(bar, gap=8)
        for button in self._adders():
            flow.addWidget(button)
        hint = Label(self.tr("Drop files here, drag them out, or paste a picture."), Part.MUTED, wraps=True)
        full, row = QWidget(), QHBoxLayout()
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(16)
        left = QVBoxLayout()
        left.setSpacing(10)
        for each in (bar, hint, listed(self.rows)):
            left.addWidget(each)
        row.addLayout(left, _SHARES[0])
        row.addWidget(self.card, _SHARES[1])
        full.setLayout(row)
        self._nothing = EmptyState(
            "paperclip",
            self.tr("No files yet"),
            self.tr("Drop an offer, a contract or a picture here. It is kept inside the book and its backups."),
            self._adders(),
        )
        for page in (self._nothing, full):
            self._stack.addWidget(page)
        whole = QHBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._stack)

    def _adders(self) -> tuple[Button, ...]:
        """Make the two ways to add a file."""
        add, paste = primary_button(self.tr("Add files …"), "plus"), plain_button(self.tr("Paste"), "clipboard-paste")
        add.clicked.connect(self.add_asked)
        paste.clicked.connect(self.paste)
        return add, paste

    def _connect(self) -> None:
        QShortcut(QKeySequence(QKeySequence.StandardKey.Paste), self, self.paste).setContext(
            Qt.ShortcutContext.WidgetWithChildrenShortcut
        )
        self.rows.moved_to.connect(self.choose)
        self.rows.opened.connect(self._open)
        self.rows.action_asked.connect(self.acted)
        self.card.acted.connect(self._act)
        self.card.typed.connect(self._type)

    def show_files(self, files: AccountFiles) -> None:
        """Show these files and stay with the one that is chosen."""
        self._files = {each.file.id: each for each in files.rows}
        self._stack.setCurrentIndex(1 if files.rows else 0)
        self.rows.show_rows(file_rows(files.rows, files.today))
        for key in self.rows.keys:
            self.rows.row(key).installEventFilter(self)
        before = self.current
        self.current = before if before in self._files else next(iter(self._files), None)
        self.card.setVisible(self.current is not None)
        if self.current is not None:
            self.card.show_file(self._files[self.current], files, anew=self.current != before)
            if self.current != before:
                self.chosen.emit(self.current)
        self._shown = files

    def choose(self, file_id: UUID) -> None:
        """Show this file beside the list."""
        if file_id != self.current and file_id in self._files:
            self.flush()
            self.current = file_id
            self.card.show_file(self._files[file_id], self._shown, anew=True)
            self.chosen.emit(file_id)

    def go_to(self, file_id: UUID) -> None:
        """Go to a file in the list."""
        self.choose(file_id)
        self.rows.go_to(file_id)

    def file(self, file_id: UUID) -> FileRow | None:
        """Give a file that is shown."""
        return self._files.get(file_id)

    def flush(self) -> None:
        """Tell at once what was typed."""
        for each in self.card.fields:
            each.flush()

    def carry(self, path: Path) -> None:
        """Let the person drop this copy wherever they let go, while they hold the button."""
        if QGuiApplication.mouseButtons() & Qt.MouseButton.LeftButton:
            drag = QDrag(self)
            drag.setMimeData(mime_of(path))
            drag.exec(Qt.DropAction.CopyAction)

    def paste(self) -> None:
        """Keep what was copied elsewhere: files, or a picture."""
        mime = QGuiApplication.clipboard().mimeData()
        paths = paths_in(mime)
        if paths:
            self.dropped.emit(paths)
        elif mime.hasImage():
            self.pasted.emit(png_of(QGuiApplication.clipboard().image()))

    def _open(self, file_id: UUID) -> None:
        self.acted.emit(file_id, "open")

    def _act(self, action: str) -> None:
        if self.current is not None:
            self.acted.emit(self.current, action)

    def _type(self, name: str, text: str) -> None:
        if self.current is not None:
            self.typed.emit(self.current, name, text)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take files that come from elsewhere."""
        if event.source() is not self and (paths_in(event.mimeData()) or event.mimeData().hasImage()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Keep what is dropped here."""
        event.acceptProposedAction()
        paths = paths_in(event.mimeData())
        if paths:
            self.dropped.emit(paths)
        else:
            self.pasted.emit(png_of(QImage(event.mimeData().imageData())))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Begin to carry the file whose row is dragged."""
        if isinstance(event, QMouseEvent) and isinstance(watched, RowWidget):
            at = event.position().toPoint()
            if event.type() == QEvent.Type.MouseButtonPress:
                self._pressed = at
            elif event.type() == QEvent.Type.MouseMove and self._pressed is not None:
                if (at - self._pressed).manhattanLength() >= QApplication.startDragDistance():
                    self._pressed = None
                    self.drag_asked.emit(watched.row.key)
            elif event.type() == QEvent.Type.MouseButtonRelease:
                self._pressed = None
        return super().eventFilter(watched, event)


def paths_in(mime: QMimeData) -> list[Path]:
    """Give the files on this machine that are carried or were copied."""
    return [Path(each.toLocalFile()) for each in mime.urls() if each.isLocalFile()]


def mime_of(path: Path) -> QMimeData:
    """Give what carries a file to another program."""
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path))])
    return mime


def png_of(image: QImage) -> bytes:
    """Write a picture as PNG."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    QImageWriter(buffer, QByteArray(b"png")).write(image)
    return bytes(buffer.data().data())
