"""Keeps what is typed into a form safe until the form has done what it is for."""

from collections.abc import Mapping
from functools import partial
from typing import Final

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QCheckBox, QDialog, QLineEdit, QPlainTextEdit
from shiboken6 import isValid

from reviewdesk.desktop.tasks import Lane, Tasks
from reviewdesk.services.drafts import DraftService

KEEP_AFTER: Final = 700
Editor = QLineEdit | QPlainTextEdit | QCheckBox
TICKED: Final = "yes"


class FormKeeping(QObject):
    """Watches one form at a time: what is typed is on the disk within a second, and there again when it opens again."""

    def __init__(self, drafts: DraftService, tasks: Tasks, owner: QObject) -> None:
        super().__init__(owner)
        self._drafts, self._tasks = drafts, tasks
        self._place = ""
        self._editors: dict[str, Editor] = {}
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(KEEP_AFTER)
        self._timer.timeout.connect(self.keep)

    def begin(self, place: str, form: QDialog, editors: Mapping[str, Editor]) -> None:
        """Watch these editors of a form, and bring back what was typed into them when it was left."""
        self._place, self._editors = place, dict(editors)
        for editor in editors.values():
            (editor.toggled if isinstance(editor, QCheckBox) else editor.textChanged).connect(self._typed)
        form.finished.connect(self._leave)
        kept = partial(self._drafts.kept, place)
        self._tasks.run(kept, partial(self._bring_back, place), self, lane=Lane.JOURNAL)

    def _bring_back(self, place: str, texts: Mapping[str, str]) -> None:
        if place != self._place:
            return
        for name, editor in self._editors.items():
            if isValid(editor) and not _text(editor) and texts.get(name):
                _put(editor, texts[name])

    def _typed(self) -> None:
        if self._place and not self._timer.isActive():
            self._timer.start()

    def keep(self) -> None:
        """Put what is typed on the disk."""
        self._timer.stop()
        texts = {name: _text(editor) for name, editor in self._editors.items() if isValid(editor)}
        if texts:
            work = partial(self._drafts.keep, self._place, texts, self._drafts.next_number())
            self._tasks.run(work, None, self, lane=Lane.JOURNAL)

    def done(self) -> None:
        """Forget what was typed: the form has done what it is for."""
        self._timer.stop()
        place, self._place, self._editors = self._place, "", {}
        if place:
            self._tasks.run(partial(self._drafts.forget, place), None, self, lane=Lane.JOURNAL)

    def _leave(self) -> None:
        """The form closes and what it is for was not done."""
        if self._timer.isActive():
            self.keep()
        self._place, self._editors = "", {}


def _text(editor: Editor) -> str:
    if isinstance(editor, QCheckBox):
        return TICKED if editor.isChecked() else ""
    return editor.text() if isinstance(editor, QLineEdit) else editor.toPlainText()


def _put(editor: Editor, text: str) -> None:
    if isinstance(editor, QCheckBox):
        editor.setChecked(text == TICKED)
    elif isinstance(editor, QLineEdit):
        editor.setText(text)
    else:
        editor.setPlainText(text)
