"""Logs a concern in ten seconds: whose it is, their words, and how grave it is by one key."""

from collections.abc import Sequence
from datetime import date
from functools import partial
from typing import Final
from uuid import UUID

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QLineEdit, QWidget

from reviewdesk.desktop.account.details import NarrowChoice
from reviewdesk.desktop.account.echo import EchoStrip
from reviewdesk.desktop.account.model import Echo
from reviewdesk.desktop.commands import native_shortcut
from reviewdesk.desktop.widgets.field import LineField
from reviewdesk.desktop.widgets.labels import Label, Part
from reviewdesk.desktop.widgets.listed_field import ListedField
from reviewdesk.desktop.widgets.page import ScrollColumn
from reviewdesk.desktop.widgets.sheet import Sheet
from reviewdesk.domain.concern import SEVERITIES

USUAL: Final = 2
ADD_KEY: Final = "Alt+N"
_PAUSE: Final = 250  # milliseconds
_LEAST: Final = 5  # lines that are shown of what was said before
_WIDE: Final = 64  # letters, so that nothing moves sideways while one types
_EDGE: Final = 6  # lines that stay free above and below


class LogSheet(Sheet):
    """Asks what worries them, over whatever page is shown.

    Signals:
        account_typed: what was typed of an account's name, to be completed.
        words_typed: their words, at a pause, for whoever looks who else said the like.
        logged: the id of the account, their words, and how grave it is, 1 to 4.
        logged_of_new: the name of an account that is to be added, and the same.
    """

    account_typed = Signal(str)
    words_typed = Signal(str)
    logged = Signal(object, str, int)
    logged_of_new = Signal(str, str, int)

    def __init__(self, account: tuple[UUID, str] | None, parent: QWidget, *, in_meeting: bool = False) -> None:
        super().__init__(parent.tr("What worries them?"), parent.tr("Log it"), parent)
        self._line = self.fontMetrics().height()
        self.setFixedWidth(min(self.fontMetrics().averageCharWidth() * _WIDE, parent.width()))
        parent.installEventFilter(self)
        self._known: list[tuple[UUID, str]] = [account] if account else []
        self.account = ListedField(self.tr("Account"), hint=self.tr("a part of its name"))
        self.account.start_with(account[1] if account else "")
        self.words = LineField(self.tr("In their words"), hint=self.tr("Two late deliveries"), quiet=False)
        choices = [(number, f"{number} · {words}") for number, words in SEVERITIES.items()]
        self.severity = NarrowChoice(self.tr("Severity"), choices, USUAL)
        self.hint = Label("", Part.SMALL, wraps=True)
        self.echo = EchoStrip()
        self._said = ScrollColumn(self.tr("Said before"))
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE)
        self._lay_out_fields()
        self.account.setVisible(not (in_meeting and account))
        self._connect_fields()

    def _lay_out_fields(self) -> None:
        first_asked = (self.words, self.account) if self._known else (self.account, self.words)
        for each in (*first_asked, self.severity):
            self.add(each)
        first, last = native_shortcut("Alt+1"), native_shortcut("Alt+4")
        self.hint.setText(
            self.tr("{first} to {last} say how grave it is, Enter logs it.").format(first=first, last=last)
        )
        self.add(self.hint)
        self._said.column.addWidget(self.echo)
        self._said.column.addStretch(1)
        self._said.hide()
        self.add(self._said)
        (self.words if self._known else self.account).editor.setFocus()

    def _connect_fields(self) -> None:
        for number in SEVERITIES:
            shortcut = QShortcut(QKeySequence(f"Alt+{number}"), self)
            shortcut.activated.connect(partial(self.severity.start_with, number))
        QShortcut(QKeySequence(ADD_KEY), self).activated.connect(self._log_of_new)
        self.account.begun.connect(self.account_typed)
        self.account.edited.connect(self._settle_account)
        self.words.line.textChanged.connect(self._pause.start)
        self.account.line.textChanged.connect(self._pause.start)
        self._pause.timeout.connect(self._look)
        self.asked.connect(self._log)

    @property
    def editors(self) -> dict[str, QLineEdit]:
        """What is typed into, by its name."""
        return {"account": self.account.line, "words": self.words.line}

    @property
    def account_id(self) -> UUID | None:
        """The account that is named: by its whole name, else the first that is offered for what was typed."""
        typed = self.account.value().strip().casefold()
        if not typed:
            return None
        whole = next((key for key, name in self._known if name.casefold() == typed), None)
        begun = next((key for key, name in self._known if name.casefold().startswith(typed)), None)
        held = next((key for key, name in self._known if typed in name.casefold()), None)
        return whole or begun or held

    def show_accounts(self, found: Sequence[tuple[UUID, str]]) -> None:
        """Offer these accounts for what was typed, and name the one that would be taken."""
        self._known = list(found)
        self.account.offer([name for _, name in found])
        self._name_account()

    def show_echo(self, echo: Echo, today: date) -> None:
        """Show who else said the like, as far as the window has room; the rest is scrolled to."""
        self.echo.show_echo(echo, today)
        self._fit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keep the room the window has when its size changes."""
        if event.type() is QEvent.Type.Resize and watched is self.parentWidget():
            self._fit()
        return super().eventFilter(watched, event)

    def _fit(self) -> None:
        self._said.setVisible(not self.echo.isHidden())
        window = self.parentWidget()
        if self._said.isHidden() or window is None:
            self.adjustSize()
            return
        least = self._line * _LEAST
        rest = self._height_without_said()
        room = window.height() - self._line * _EDGE - rest
        self._said.setFixedHeight(max(least, min(self.echo.sizeHint().height() + self._line, room)))
        self._said.show()
        self.adjustSize()
        bottom = window.mapToGlobal(window.rect().bottomLeft()).y() - self._line
        if self.frameGeometry().bottom() > bottom:
            self.move(self.x(), max(self.y() - self.frameGeometry().bottom() + bottom, 0))

    def _height_without_said(self) -> int:
        """Give how high all else is in its own width."""
        self._said.hide()
        column = self.layout()
        if column is None:
            return 0
        column.activate()
        return max(column.totalHeightForWidth(self.width()), column.totalSizeHint().height())

    def _name_account(self) -> None:
        taken = next((name for key, name in self._known if key == self.account_id), "")
        is_whole = taken.casefold() == self.account.value().strip().casefold()
        self.account.label.setText(self.tr("Account") if is_whole or not taken else self.tr("Account: ") + taken)

    def _settle_account(self, _text: object) -> None:
        """Write the whole name of the account that is taken."""
        taken = next((name for key, name in self._known if key == self.account_id), "")
        if taken:
            self.account.start_with(taken)
        self._name_account()

    def _look(self) -> None:
        self.words_typed.emit(self.words.value())

    def _log(self) -> None:
        name = self.account.value().strip()
        if not name:
            self.account.editor.setFocus()
            self.refuse(self.tr("Say whose concern it is: a part of the account's name."))
        elif self.account_id is None:
            unknown = self.tr("No account is called “{name}”. {key} adds it with this concern; or name another.")
            self.refuse(unknown.format(name=name, key=native_shortcut(ADD_KEY)))
        elif not self.words.value().strip():
            self.words.editor.setFocus()
        else:
            self.logged.emit(self.account_id, self.words.value(), self._severity)

    def _log_of_new(self) -> None:
        name = self.account.value().strip()
        if not self.account.isHidden() and name and self.account_id is None:
            if self.words.value().strip():
                self.logged_of_new.emit(name, self.words.value(), self._severity)
            else:
                self.words.editor.setFocus()

    @property
    def _severity(self) -> int:
        severity = self.severity.value()
        return severity if isinstance(severity, int) else USUAL
