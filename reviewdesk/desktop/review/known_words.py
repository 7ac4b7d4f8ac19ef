"""What is known of the words of one review: its language, the names in the book, and the dictionaries."""

from collections.abc import Callable, Sequence
from functools import partial
from uuid import UUID

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu
from shiboken6 import isValid

from reviewdesk.desktop.review.model import Shown
from reviewdesk.desktop.review.view import ReviewView
from reviewdesk.desktop.tasks import Lane, Tasks
from reviewdesk.domain.changes import Changes, Kind
from reviewdesk.domain.spelling import is_named
from reviewdesk.services.spelling import SpellingService

_NAMED = (Kind.BOOK, Kind.ACCOUNT, Kind.PERSON, Kind.COLLEAGUE, Kind.PRODUCT)


class KnownWords(QObject):
    """Looks words up in a lane of its own, and offers what may have been meant.

    Signals:
        reviewed: another review is shown, and what was ignored in the one before is not ignored in it.
        begun: words are looked up anew from here on, or not at all: whether they are.
        learnt: of some words whether each is misspelt.
    """

    reviewed = Signal()
    begun = Signal(bool)
    learnt = Signal(object)

    def __init__(self, view: ReviewView, spelling: SpellingService, tasks: Tasks) -> None:
        super().__init__(view)
        self._spelling, self._tasks = spelling, tasks
        self._review_id: UUID | None = None
        self._account_id: UUID | None = None
        self._language = ""
        self._names: frozenset[str] = frozenset()
        view.shown_now.connect(self._follow)
        view.left.connect(self._let_go)
        tasks.changed.connect(self._changed)

    # ------------------------------------------------------------ look words up

    def _follow(self, shown: Shown) -> None:
        if shown.review.id != self._review_id:
            self._review_id, self._account_id = shown.review.id, shown.review.account_id
            self.reviewed.emit()
            self._begin()

    def _changed(self, changes: Changes, _origin: object) -> None:
        if changes.touch(*_NAMED):
            self._begin()

    def _begin(self) -> None:
        if self._account_id is not None:
            work = partial(_known, self._spelling, self._account_id)
            self._tasks.run(work, self._take, self, newest="spelling", failed=self._off)

    def _take(self, known: tuple[str, frozenset[str]]) -> None:
        if known != (self._language, self._names) or not known[0]:
            self._language, self._names = known
            self.begun.emit(bool(self._language))

    def _off(self, _error: object) -> None:
        """Underline nothing: the account is gone."""
        self.begun.emit(False)

    def look_up(self, words: Sequence[str]) -> None:
        """Find out of some words whether each is misspelt; names are right at once."""
        named = {each: False for each in words if is_named(each, self._names)}
        self.learnt.emit(named)
        unmet = [each for each in words if each not in named]
        if unmet and self._language:
            work = partial(self._spelling.misspelt, unmet, self._language)
            self._tasks.run(work, partial(self._learn, unmet, self._names), self, lane=Lane.SPELLING)

    def _learn(self, words: Sequence[str], names: frozenset[str], wrong: frozenset[str]) -> None:
        if names is self._names:
            self.learnt.emit({each: each in wrong for each in words})

    def _let_go(self) -> None:
        """Give back the memory the dictionaries take; what was found stays."""
        self._tasks.run(self._spelling.let_go, None, self, lane=Lane.SPELLING)

    # ------------------------------------------------------------ what was meant

    def offer(self, menu: QMenu, word: str, put: Callable[[str], None], ignore: Callable[[], None]) -> None:
        """Offer at the head of a menu what may have been meant by a word, and to leave it alone."""
        first = menu.actions()[0]
        waiting = QAction(self.tr("Looking for what was meant…"), menu)
        waiting.setEnabled(False)
        menu.insertAction(first, waiting)
        menu.insertSeparator(first)
        add, leave = self.tr("Add to the book's words"), self.tr("Ignore here")
        for words, slot in ((add, partial(self._add, word)), (leave, ignore)):
            action = QAction(words, menu)
            action.triggered.connect(slot)
            menu.insertAction(first, action)
        menu.insertSeparator(first)
        work = partial(self._spelling.meant, word, self._language)
        self._tasks.run(work, partial(self._fill, menu, waiting, put), self, lane=Lane.SPELLING, newest="meant")

    def _fill(self, menu: QMenu, waiting: QAction, put: Callable[[str], None], words: Sequence[str]) -> None:
        if not isValid(menu) or not isValid(waiting):
            return
        for each in words:
            action = QAction(each, menu)
            action.triggered.connect(partial(put, each))
            menu.insertAction(waiting, action)
        waiting.setText(self.tr("Nothing like it is known"))
        waiting.setVisible(not words)
        if words:
            menu.setActiveAction(menu.actions()[0])

    def _add(self, word: str) -> None:
        self.learnt.emit({word: False})
        self._tasks.run(partial(self._spelling.add_word, word), None, self, lane=Lane.WRITE)


def _known(spelling: SpellingService, account_id: UUID) -> tuple[str, frozenset[str]]:
    language = spelling.language_of(account_id)
    return language, spelling.names() if language else frozenset()
