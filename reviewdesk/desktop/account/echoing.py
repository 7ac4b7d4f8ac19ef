"""Looks for who else said it, at every pause in typing a concern."""

from functools import partial
from typing import Final
from uuid import UUID

from PySide6.QtCore import QObject, QTimer, Signal

from reviewdesk.desktop.account.view import AccountView
from reviewdesk.desktop.tasks import Tasks
from reviewdesk.services.book import BookService
from reviewdesk.services.said_before import Echo, SaidBeforeService

PAUSE: Final = 250  # milliseconds


class Echoing(QObject):
    """Shows under the line for a new concern what other customers said that is like it.

    Signals:
        concern_asked: the account and the concern to open. account_asked: the account to open.
    """

    concern_asked = Signal(object, object)
    account_asked = Signal(object)

    def __init__(self, view: AccountView, before: SaidBeforeService, book: BookService, tasks: Tasks) -> None:
        super().__init__(view)
        self._view, self._new = view, view.concerns.new
        self._before, self._book, self._tasks = before, book, tasks
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE)
        self._pause.timeout.connect(self._look)
        self._new.typed.connect(self._pause.start)
        self._new.echo.asked.connect(self._open)

    def _look(self) -> None:
        account_id, words = self._view.account_id, self._new.words.value()
        if account_id is not None:
            work = partial(self._before.look, words, account_id)
            self._tasks.run(work, partial(self._show, words), self, newest="said before")

    def _show(self, words: str, echo: Echo) -> None:
        if words == self._new.words.value():
            self._new.echo.show_echo(echo, self._book.today)

    def _open(self, account_id: UUID, concern_id: UUID | None) -> None:
        if concern_id is not None:
            self.concern_asked.emit(account_id, concern_id)
        else:
            self.account_asked.emit(account_id)
