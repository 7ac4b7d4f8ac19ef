"""A small window to fill in: a heading, fields, and one verb; it stays until what it asks for was done.

Ctrl+Enter presses its verb, also from where Enter begins a new line.
"""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLayout, QVBoxLayout, QWidget

from reviewdesk.desktop.widgets.buttons import plain_button, primary_button
from reviewdesk.desktop.widgets.labels import ElidedLabel, Label, Part
from reviewdesk.desktop.widgets.tab_order import tab_as_laid_out, tab_stops


class Sheet(QDialog):
    """Asks for a few things at once.

    The controller answers `asked` with `accept()`, or with `refuse(sentence)` to let the person mend it.

    Signals:
        asked: the person pressed the verb.
    """

    asked = Signal()

    def __init__(self, title: str, verb: str, parent: QWidget | None = None, *, sentence: str = "") -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setMinimumWidth(self.fontMetrics().averageCharWidth() * 56)
        self.go = primary_button(verb)
        self.go.setDefault(True)
        self.cancel = plain_button(self.tr("Cancel"))
        self._refusal = Label(part=Part.BAD, wraps=True)
        self._refusal.hide()
        self.body = QVBoxLayout()
        self.body.setSpacing(12)
        self._lay_out(title, sentence)
        self.go.clicked.connect(self.asked)
        self.cancel.clicked.connect(self.reject)
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(keys), self, self.go.click)

    def _lay_out(self, title: str, sentence: str) -> None:
        words = Label(sentence, Part.MUTED, wraps=True)
        words.setVisible(bool(sentence))
        buttons = QHBoxLayout()
        buttons.setSpacing(10)
        buttons.addStretch(1)
        buttons.addWidget(self.cancel)
        buttons.addWidget(self.go)
        column = QVBoxLayout(self)
        column.setContentsMargins(26, 24, 26, 20)
        column.setSpacing(14)
        column.addWidget(ElidedLabel(title, Part.HEADING))
        column.addWidget(words)
        column.addLayout(self.body, 1)
        column.addWidget(self._refusal)
        column.addLayout(buttons)

    def showEvent(self, event: QShowEvent) -> None:
        """Let Tab go through the fields first, and begin in the first of them: the verb never takes what is typed."""
        column = self.layout()
        if column is not None:
            tab_as_laid_out(column)
        super().showEvent(event)
        fields = tab_stops(self.body)
        if self.focusWidget() in (None, self.go, self.cancel) and fields:
            fields[0].setFocus()

    def add(self, what: QWidget | QLayout) -> None:
        """Place something under what is there."""
        if isinstance(what, QLayout):
            self.body.addLayout(what)
        else:
            self.body.addWidget(what)

    def refuse(self, sentence: str) -> None:
        """Say why it cannot be done as it stands, and stay."""
        self._refusal.setText(sentence)
        self._refusal.show()
        self.go.setAccessibleDescription(sentence)

    def take_back(self) -> None:
        """Take away why it could not be done, now that something else stands there."""
        self._refusal.hide()
        self.go.setAccessibleDescription("")
