"""Turns the system's wish that the program ends (SIGTERM, Ctrl+C, log-out) into an orderly close."""

import signal
import socket
from types import FrameType
from typing import Any

from PySide6.QtCore import QObject, QSocketNotifier, Qt, Signal
from PySide6.QtGui import QGuiApplication


class QuitSignals(QObject):
    """Listens for the end; a plain signal handler would never run while Qt waits for events.

    Signals:
        quit_asked: the system or a person at the terminal wants the program to end.
        log_out_asked: the session ends; what is typed must be saved before the slot returns.
    """

    quit_asked = Signal()
    log_out_asked = Signal()

    def __init__(self, app: QGuiApplication) -> None:
        super().__init__(app)
        self._inner, self._outer = socket.socketpair()
        for end in (self._inner, self._outer):
            end.setblocking(False)
        self._notifier = QSocketNotifier(self._outer.fileno(), QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._read)
        self._fd = signal.set_wakeup_fd(self._inner.fileno(), warn_on_full_buffer=False)
        self._handlers: dict[int, Any] = {each: signal.signal(each, _wake) for each in _signals()}
        app.commitDataRequest.connect(self._log_out, Qt.ConnectionType.DirectConnection)

    def close(self) -> None:
        """Give the signals back."""
        signal.set_wakeup_fd(self._fd)
        for number, handler in self._handlers.items():
            signal.signal(number, handler)
        self._notifier.setEnabled(False)
        self._inner.close()
        self._outer.close()

    def _read(self) -> None:
        numbers = self._outer.recv(64)
        if any(number in self._handlers for number in numbers):
            self.quit_asked.emit()

    def _log_out(self, _session: object) -> None:
        self.log_out_asked.emit()


def _signals() -> tuple[signal.Signals, ...]:
    named = (getattr(signal, each, None) for each in ("SIGTERM", "SIGINT", "SIGHUP", "SIGBREAK"))
    return tuple(each for each in named if each is not None)


def _wake(_number: int, _frame: FrameType | None) -> None:
    """Do nothing here: the byte Python writes to the socket wakes Qt."""
