"""Brings the notes of a review together with the dictionaries, and opens the menu of a word."""

from functools import partial

from PySide6.QtCore import QObject, QPoint, Qt
from PySide6.QtGui import QKeySequence, QShortcut, QTextCursor

from reviewdesk.desktop.review.known_words import KnownWords
from reviewdesk.desktop.review.view import ReviewView
from reviewdesk.desktop.tasks import Tasks
from reviewdesk.services.spelling import SpellingService

KEY = "F7"


class NoteSpelling(QObject):
    """Has the words in sight of the notes looked up; `words` is what is known of them."""

    def __init__(self, view: ReviewView, spelling: SpellingService, tasks: Tasks) -> None:
        super().__init__(view)
        self.words = KnownWords(view, spelling, tasks)
        self._editor = view.meet.editor
        self._marks = self._editor.spelling
        self._editor.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self._editor.customContextMenuRequested.connect(self._open_menu)
        self._marks.looked_for.connect(self.words.look_up)
        self.words.reviewed.connect(self._marks.forget_ignored)
        self.words.begun.connect(self._begin)
        self.words.learnt.connect(self._learn)
        shortcut = QShortcut(QKeySequence(KEY), self._editor)
        shortcut.setContext(Qt.ShortcutContext.WidgetShortcut)
        shortcut.activated.connect(self.go_to_next)

    def _begin(self, on: bool) -> None:
        self._marks.begin(on=on)

    def _learn(self, verdicts: dict[str, bool]) -> None:
        self._marks.learn(verdicts)
        self._editor.viewport().update()

    def go_to_next(self) -> None:
        """Go to the next misspelt word in sight and offer what may have been meant."""
        cursor = self._marks.next_wrong()
        if cursor is not None:
            self._editor.setTextCursor(cursor)
            self._open_menu(self._editor.cursorRect(cursor).bottomLeft())

    def _open_menu(self, at: QPoint) -> None:
        menu = self._editor.createStandardContextMenu()
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        cursor = self._editor.cursorForPosition(at)
        found = self._marks.wrong_at(cursor.position())
        if found is not None:
            chosen = self._marks.select(cursor.block(), found)
            word = chosen.selectedText()
            self.words.offer(menu, word, partial(self._put, chosen), partial(self._marks.ignore, word))
        menu.popup(self._editor.viewport().mapToGlobal(at))

    def _put(self, cursor: QTextCursor, words: str) -> None:
        cursor.insertText(words)
        self._editor.setTextCursor(cursor)
