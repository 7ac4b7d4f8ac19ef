"""Adds an account in place: a name, who owns it, and what is there already under much the same name."""

from collections.abc import Sequence
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCompleter, QHBoxLayout, QLineEdit, QWidget

from reviewdesk.desktop.widgets.alike_strip import AlikeStrip
from reviewdesk.desktop.widgets.buttons import IconButton, plain_button, primary_button
from reviewdesk.desktop.widgets.card import Card
from reviewdesk.desktop.widgets.labels import Label, Part


class NewAccount(Card):
    """A line to add an account with, shown above the list.

    Signals:
        add_asked: the name, the owner's name, and whether to add it although one is much alike.
        alike_asked: the person wants to open the account that is there already.
        closed: the person is done here.
    """

    add_asked = Signal(str, str, bool)
    alike_asked = Signal(object)
    closed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(self.tr("New account"))
        self.name = QLineEdit()
        self.owner = QLineEdit()
        self.add_button = primary_button(self.tr("Add"), "plus")
        self._close = IconButton(self.tr("Close"), "x", shortcut="Esc")
        self._sentence = Label(part=Part.BAD, wraps=True)
        self._open = plain_button(self.tr("Open it"))
        self._anyway = plain_button(self.tr("Add it all the same"))
        self._refused = QWidget()
        self.alike = AlikeStrip(self.tr("In the book already?"))
        self._alike: UUID | None = None
        self._lay_out()
        self._connect()
        self.hide()

    def _lay_out(self) -> None:
        for line, hint in ((self.name, self.tr("Name of the company")), (self.owner, self.tr("Owner, if not you"))):
            line.setPlaceholderText(hint)
            line.setAccessibleName(hint)
        row = QHBoxLayout()
        row.setSpacing(10)
        row.addWidget(self.name, 3)
        row.addWidget(self.owner, 2)
        row.addWidget(self.add_button)
        row.addWidget(self._close)
        below = QHBoxLayout(self._refused)
        below.setContentsMargins(0, 0, 0, 0)
        below.setSpacing(10)
        below.addWidget(self._sentence, 1)
        below.addWidget(self._open)
        below.addWidget(self._anyway)
        self._refused.hide()
        self.body.setContentsMargins(16, 12, 12, 12)
        self.add(row)
        self.add(self.alike)
        self.add(self._refused)

    def _connect(self) -> None:
        self.name.returnPressed.connect(self._add)
        self.owner.returnPressed.connect(self._add)
        self.add_button.clicked.connect(self._add)
        self.name.textEdited.connect(self._refused.hide)
        self._open.clicked.connect(self._open_alike)
        self.alike.open_asked.connect(self._open_one)
        self._anyway.clicked.connect(self._add_anyway)
        self._close.clicked.connect(self.close_line)

    def open_line(self, owners: Sequence[str]) -> None:
        """Show the line, ready to type a name."""
        completer = QCompleter(list(owners), self)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.owner.setCompleter(completer)
        self.show()
        self.name.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def added(self) -> None:
        """Be ready for the next one."""
        self.name.clear()
        self._refused.hide()
        self.name.setFocus(Qt.FocusReason.OtherFocusReason)

    def refuse(self, sentence: str, alike: UUID | None) -> None:
        """Say why it was not added; where one is much alike it can be opened or this one added all the same."""
        self._alike = alike
        self._sentence.setText(sentence)
        self._open.setVisible(alike is not None)
        self._anyway.setVisible(alike is not None)
        self._refused.show()
        self.name.setAccessibleDescription(sentence)

    def close_line(self) -> None:
        """Go away with what was typed."""
        self.name.clear()
        self._refused.hide()
        self.hide()
        self.closed.emit()

    def _add(self) -> None:
        self.add_asked.emit(self.name.text(), self.owner.text(), False)

    def _add_anyway(self) -> None:
        self.add_asked.emit(self.name.text(), self.owner.text(), True)

    def _open_alike(self) -> None:
        if self._alike is not None:
            self._open_one(self._alike)

    def _open_one(self, account_id: UUID) -> None:
        self.alike_asked.emit(account_id)
        self.close_line()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Answer the keys it knows and pass on the others."""
        if event.key() == Qt.Key.Key_Escape:
            self.close_line()
        else:
            super().keyPressEvent(event)
