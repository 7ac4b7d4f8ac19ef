"""Says when a window stands before the person, so that whatever takes time begins after that."""

from typing import Final

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

LONGEST: Final = 500


class FirstPaint(QObject):
    """Looks at one window until it is painted.

    Signals:
        done: the window was painted, or was not within half a second, as on a screen that nobody looks at.
    """

    done = Signal()

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._is_done = False
        window.installEventFilter(self)
        QTimer.singleShot(LONGEST, self, self._tell)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """See the first picture; all of it is painted before anything else is done."""
        if event.type() == QEvent.Type.Paint:
            self._window.removeEventFilter(self)
            QTimer.singleShot(0, self, self._tell)
        return False

    def _tell(self) -> None:
        if not self._is_done:
            self._is_done = True
            self._window.removeEventFilter(self)
            self.done.emit()
