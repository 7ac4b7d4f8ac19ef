"""What stands behind the window: what nobody else catches, and the system's wish that the program ends."""

from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication, QMainWindow

from reviewdesk.desktop.crash import CrashDialog, Crashes
from reviewdesk.desktop.crash_log import CrashLog
from reviewdesk.desktop.quit_signals import QuitSignals


class Guard(QObject):
    """Tells the person of a mistake of ours, and closes the window when the system wants it closed.

    Signals:
        save_asked: the session ends; everything typed must be saved before the slot returns.
    """

    save_asked = Signal()

    def __init__(self, app: QApplication, logs: Path, window: QMainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._crashes = Crashes(CrashLog(logs), self)
        self._crashes.install()
        self._crashes.happened.connect(self._show)
        self._signals = QuitSignals(app)
        self._signals.quit_asked.connect(window.close)
        self._signals.log_out_asked.connect(self.save_asked)

    def tell(self, error: BaseException) -> None:
        """Write a mistake of ours down and say so."""
        self._crashes.tell(error)

    def end(self) -> None:
        """Give back what belongs to the process."""
        self._signals.close()
        self._crashes.uninstall()

    def _show(self, path: Path, details: str) -> None:
        CrashDialog.tell(path, details, self._window)
