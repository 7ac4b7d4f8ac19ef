"""A long job in place: what is being done, how far it is, and a way to stop it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QVBoxLayout, QWidget

from reviewdesk.desktop.widgets.buttons import Button
from reviewdesk.desktop.widgets.labels import ElidedLabel, Part


class ProgressRow(QWidget):
    """Shows how far a job is.

    Signals:
        cancel_asked: the person wants it stopped.
    """

    cancel_asked = Signal()

    def __init__(self, text: str = "") -> None:
        super().__init__()
        self._text = ElidedLabel(text, Part.MUTED)
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._cancel = Button(self.tr("Cancel"), small=True)
        words = QVBoxLayout()
        words.setSpacing(7)
        words.addWidget(self._text)
        words.addWidget(self._bar)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(14)
        row.addLayout(words, 1)
        row.addWidget(self._cancel)
        self._cancel.clicked.connect(self._stop)
        self.show_progress(text)

    def show_progress(self, text: str, done: int = 0, total: int = 0) -> None:
        """Show what is being done and how far it is; a total of 0 is not known."""
        self._text.setText(text)
        self._bar.setRange(0, total)
        self._bar.setValue(done)
        self._bar.setAccessibleName(text)
        self._cancel.setEnabled(True)

    def _stop(self) -> None:
        self._cancel.setEnabled(False)
        self.cancel_asked.emit()
