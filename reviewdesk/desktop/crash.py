"""Catches what nobody else caught, writes it down, and tells the person calmly."""

import sys
import threading
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from types import TracebackType
from typing import Any

from PySide6.QtCore import QMessageLogContext, QObject, Qt, QtMsgType, QUrl, Signal, qInstallMessageHandler
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QPlainTextEdit, QVBoxLayout, QWidget

from reviewdesk.desktop.crash_log import CrashLog, crash_text
from reviewdesk.desktop.widgets.buttons import ButtonKind, plain_button
from reviewdesk.desktop.widgets.labels import Label, Part

_QUIET = {QtMsgType.QtDebugMsg, QtMsgType.QtInfoMsg}


class Crashes(QObject):
    """Stands behind everything; installed once at start.

    Signals:
        happened: the path of the crash file and its text.
    """

    happened = Signal(object, str)
    _from_anywhere = Signal(object)

    def __init__(self, log: CrashLog, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._log = log
        self._before: tuple[Any, ...] = ()
        self._from_anywhere.connect(self.tell, Qt.ConnectionType.QueuedConnection)

    def install(self) -> None:
        """Take over from Python's and Qt's own ways to report what nobody caught."""
        self._before = (sys.excepthook, sys.unraisablehook, threading.excepthook, qInstallMessageHandler(self._qt))
        sys.excepthook = self._uncaught
        sys.unraisablehook = self._unraisable
        threading.excepthook = self._in_thread

    def uninstall(self) -> None:
        """Give everything back as it was."""
        if self._before:
            sys.excepthook, sys.unraisablehook, threading.excepthook = self._before[:3]
            qInstallMessageHandler(self._before[3])
            self._before = ()

    def tell(self, error: BaseException) -> None:
        """Write an error down, where the disk allows it, and say so; takes what `Tasks.broken` sends."""
        now = datetime.now().astimezone()
        try:
            path = self._log.write(error, at=now)
        except OSError:
            path = self._log.folder
        self.happened.emit(path, crash_text(error, at=now))

    def _uncaught(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
            return
        self._from_anywhere.emit(error.with_traceback(trace))

    def _unraisable(self, what: Any) -> None:  # noqa: ANN401 - Python gives its type no public name
        if what.exc_value is not None:
            self._from_anywhere.emit(what.exc_value)

    def _in_thread(self, what: threading.ExceptHookArgs) -> None:
        if what.exc_value is not None:
            self._from_anywhere.emit(what.exc_value)

    def _qt(self, kind: QtMsgType, context: QMessageLogContext, words: str) -> None:
        if kind not in _QUIET:
            with suppress(OSError):
                self._log.note(kind.name, words, at=datetime.now().astimezone())


class CrashDialog(QDialog):
    """Says that something went wrong, that the work is kept, and offers the details."""

    def __init__(self, path: Path, details: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._path = path
        self.setWindowTitle(self.tr("Something went wrong"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setMinimumWidth(self.fontMetrics().averageCharWidth() * 70)
        self._details = QPlainTextEdit(details)
        self._details.setReadOnly(True)
        self._details.setAccessibleName(self.tr("Details"))
        self._details.setMinimumHeight(self.fontMetrics().lineSpacing() * 12)
        self._details.hide()
        self._more = plain_button(self.tr("Show details"))
        self._open = plain_button(self.tr("Open the folder"), "folder-open")
        self._close = plain_button(self.tr("Go on"))
        self._close.setProperty("kind", ButtonKind.PRIMARY.value)
        self._lay_out()
        self._connect()

    @classmethod
    def tell(cls, path: Path, details: str, parent: QWidget | None = None) -> "CrashDialog":
        """Show it without stopping anything else."""
        dialog = cls(path, details, parent)
        dialog.open()
        return dialog

    def _lay_out(self) -> None:
        sentence = self.tr(
            "This is a mistake of the program, not yours. What you typed is kept. You can go on; if it happens again, "
            "start ReviewDesk anew and send the file below to whoever gave you the program. It names no customer."
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 22, 24, 20)
        column.setSpacing(12)
        column.addWidget(Label(self.tr("Something went wrong"), Part.HEADING))
        column.addWidget(Label(sentence, wraps=True))
        column.addWidget(Label(str(self._path), Part.SMALL, wraps=True))
        column.addWidget(self._details, 1)
        buttons = QDialogButtonBox()
        buttons.addButton(self._more, QDialogButtonBox.ButtonRole.ActionRole)
        buttons.addButton(self._open, QDialogButtonBox.ButtonRole.ActionRole)
        buttons.addButton(self._close, QDialogButtonBox.ButtonRole.AcceptRole)
        column.addWidget(buttons)

    def _connect(self) -> None:
        self._more.clicked.connect(self._toggle)
        self._open.clicked.connect(self._open_folder)
        self._close.clicked.connect(self.accept)

    def _toggle(self) -> None:
        shown = self._details.isHidden()
        self._details.setVisible(shown)
        self._more.setText(self.tr("Hide details") if shown else self.tr("Show details"))
        self.adjustSize()

    def _open_folder(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._path.parent)))
