"""Fields that complete what is typed: with a name at the cursor, or with a list under the line."""

import re
from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QStringListModel, Qt, QTimer, Signal
from PySide6.QtWidgets import QCompleter, QLineEdit

from reviewdesk.desktop.widgets.field import LineField

_APART: Final = re.compile(r"[,;]\s*")


class NameField(LineField):
    """The name of one of ours, completed as it is typed; it is told once it is whole, at Enter or on leaving."""

    def __init__(self, label: str, *, hint: str = "") -> None:
        super().__init__(label, hint=hint, quiet=False)
        self._names: Sequence[str] = ()

    def offer(self, names: Sequence[str]) -> None:
        """Complete with these names."""
        if names == self._names:
            return
        self._names = names
        self._complete(names)

    def _complete(self, names: Sequence[str]) -> None:
        completer = QCompleter(names, self)
        completer.setCompletionMode(QCompleter.CompletionMode.InlineCompletion)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.line.setCompleter(completer)

    def _touched(self) -> None:
        super()._touched()
        self._stop()


class ListedField(NameField):
    """A line with a list under it that holds what was typed; it is told once it is whole or chosen from the list.

    Signals:
        begun: what was typed so far, for whoever has to look up what to offer.
    """

    begun = Signal(str)

    def __init__(self, label: str, *, hint: str = "") -> None:
        super().__init__(label, hint=hint)
        self._model = QStringListModel(self)
        completer = self._completer()
        completer.setCompletionMode(QCompleter.CompletionMode.PopupCompletion)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        listed = completer.popup()
        if listed is not None:
            listed.setAccessibleName(label)
        completer.activated.connect(self._chose)
        self.line.setCompleter(completer)
        self.line.textEdited.connect(self.begun)

    def _completer(self) -> QCompleter:
        return QCompleter(self._model, self)

    def _complete(self, names: Sequence[str]) -> None:
        self._model.setStringList(list(names))
        if self.line.hasFocus() and self.is_dirty and names:
            self.line.completer().complete()

    def _chose(self, _name: str) -> None:
        # The line takes the name in only after this signal.
        self._dirty = True
        QTimer.singleShot(0, self, self.flush)


class LastOfSeveral(QCompleter):
    """Completes what is typed after the last comma or semicolon, and leaves what stands before it."""

    def splitPath(self, path: str) -> list[str]:
        """Look for the last one alone."""
        return [_APART.split(path)[-1]]

    def pathFromIndex(self, index: QModelIndex | QPersistentModelIndex) -> str:
        """Give the whole line with the last one completed."""
        chosen, widget = super().pathFromIndex(index), self.widget()
        if not isinstance(widget, QLineEdit):
            return chosen
        before = list(_APART.finditer(widget.text()))
        kept = widget.text()[: before[-1].end()].rstrip() if before else ""
        return f"{kept} {chosen}" if kept else chosen


class SeveralField(ListedField):
    """A line of several words or names; each is completed with what is listed."""

    def _completer(self) -> QCompleter:
        return LastOfSeveral(self._model, self)
