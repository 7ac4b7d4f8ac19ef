"""Spelling of what is printed: the three sentences, the ask and the commitment, and each line's wording for print."""

from functools import partial
from typing import Final, cast

from PySide6.QtCore import QObject, QPoint, Qt, QTimer
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit
from shiboken6 import isValid

from reviewdesk.desktop.review.known_words import KnownWords
from reviewdesk.desktop.review.note_spelling import KEY
from reviewdesk.desktop.review.spelled_fields import SpelledField, SpelledLine, SpelledText
from reviewdesk.desktop.review.step import Step
from reviewdesk.desktop.review.view import ReviewView
from reviewdesk.domain.spelling import SpelledWord, plain

_AFTER: Final = 350  # milliseconds without a key


class FieldSpelling(QObject):
    """Underlines what is misspelt in the fields of Wrap up; the word that is being typed is left alone."""

    def __init__(self, view: ReviewView, words: KnownWords) -> None:
        super().__init__(view)
        self._view, self._words = view, words
        self._fields: list[SpelledField] = []
        self._is_on = False
        self._verdicts: dict[str, bool] = {}
        self._ignored: set[str] = set()
        self._typed: SpelledField | None = None
        self._typed_at = -1
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_AFTER)
        self._pause.timeout.connect(self._look)
        outcome = view.wrap_up.outcome
        self._add(SpelledText(cast("QPlainTextEdit", outcome.sentences.editor)))
        for field in (outcome.ask, outcome.commitment):
            self._add(SpelledLine(cast("QLineEdit", field.editor)))
        view.shown_now.connect(self._later)
        view.stack.currentChanged.connect(self._later)
        words.reviewed.connect(self._ignored.clear)
        words.begun.connect(self._begin)
        words.learnt.connect(self._learn)

    # ------------------------------------------------------------ the fields

    def _add(self, field: SpelledField) -> None:
        editor = field.editor
        self._fields.append(field)
        editor.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        editor.customContextMenuRequested.connect(partial(self._open_menu, field))
        field.changed.connect(partial(self._changed, field))
        field.moved.connect(partial(self._moved, field))
        shortcut = QShortcut(QKeySequence(KEY), editor)
        shortcut.setContext(Qt.ShortcutContext.WidgetShortcut)
        shortcut.activated.connect(partial(self.go_to_next, field))

    def _take_rows(self) -> None:
        """Take the fields of lines that are printed by now, and forget those that are gone."""
        self._fields = [each for each in self._fields if isValid(each.editor)]
        known = {each.editor for each in self._fields}
        for row in self._view.wrap_up.printed.rows:
            if row.words not in known:
                self._add(SpelledLine(row.words))

    def _changed(self, field: SpelledField, *_: object) -> None:
        self._typed, self._typed_at = (field, field.cursor) if field.editor.hasFocus() else (None, -1)
        self._later()

    def _moved(self, field: SpelledField, *_: object) -> None:
        if self._typed is field and field.cursor != self._typed_at:
            self._typed = None
            self._later()

    # ------------------------------------------------------------ look words up

    def _begin(self, on: bool) -> None:
        self._is_on = on
        self._verdicts.clear()
        self._later()

    def _learn(self, verdicts: dict[str, bool]) -> None:
        self._verdicts.update(verdicts)
        self._show()

    def _later(self, *_: object) -> None:
        self._pause.start()

    def _look(self) -> None:
        if self._view.step is not Step.WRAP_UP:
            return
        self._take_rows()
        self._show()
        seen = [word.text for each in self._fields for word in each.words()] if self._is_on else []
        unmet = tuple(dict.fromkeys(each for each in seen if each not in self._verdicts))
        if unmet:
            self._words.look_up(unmet)

    def _show(self) -> None:
        for each in self._fields:
            if isValid(each.editor):
                wrong = self.wrong_in(each)
                each.underline(wrong)

    def wrong_in(self, field: SpelledField) -> list[SpelledWord]:
        """Give the misspelt words of a field, without the one that is being typed."""
        if not self._is_on:
            return []
        wrong = (
            each for each in field.words() if self._verdicts.get(each.text) and plain(each.text) not in self._ignored
        )
        return [each for each in wrong if not self._is_typed(field, each)]

    def _is_typed(self, field: SpelledField, word: SpelledWord) -> bool:
        return self._typed is field and word.begin <= self._typed_at <= word.end

    # ------------------------------------------------------------ the menu of a word

    def go_to_next(self, field: SpelledField) -> None:
        """Go to the next misspelt word of a field and offer what may have been meant."""
        self._typed = None
        wrong = self.wrong_in(field)
        following = next((each for each in wrong if each.begin >= field.cursor), wrong[0] if wrong else None)
        if following is not None:
            self._offer(field, following, field.select(following))

    def _open_menu(self, field: SpelledField, at: QPoint) -> None:
        place = field.at(at)
        found = next((each for each in self.wrong_in(field) if each.begin <= place <= each.end), None)
        if found is not None:
            field.select(found)
        self._offer(field, found, at)

    def _offer(self, field: SpelledField, word: SpelledWord | None, at: QPoint) -> None:
        menu = field.menu()
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        if word is not None:
            self._words.offer(menu, word.text, field.put, partial(self._ignore, word.text))
        menu.popup(field.editor.mapToGlobal(at))

    def _ignore(self, word: str) -> None:
        self._ignored.add(plain(word))
        self._show()
