"""Fields that complete what is typed: with a name at the cursor, or with a list under the line."""

from collections.abc import Sequence

from PySide6.QtCore import QStringListModel, Qt, QTimer, Signal
from PySide6.QtWidgets import QCompleter

from reviewdesk.desktop.widgets.field import LineField


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
        completer = QCompleter(self._model, self)
        completer.setCompletionMode(QCompleter.CompletionMode.PopupCompletion)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        listed = completer.popup()
        if listed is not None:
            listed.setAccessibleName(label)
        completer.activated.connect(self._chose)
        self.line.setCompleter(completer)
        self.line.textEdited.connect(self.begun)

    def _complete(self, names: Sequence[str]) -> None:
        self._model.setStringList(list(names))
        if self.line.hasFocus() and self.is_dirty and names:
            self.line.completer().complete()

    def _chose(self, _name: str) -> None:
        # The line takes the name in only after this signal.
        self._dirty = True
        QTimer.singleShot(0, self, self.flush)
