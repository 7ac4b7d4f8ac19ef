"""Names an account, looked for anywhere in the names as it is typed, and one of its people."""

from collections.abc import Sequence
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCompleter

from reviewdesk.desktop.widgets.field import ChoiceField, LineField
from reviewdesk.services.account_values import AccountName


class AccountField(LineField):
    """Names one account of the book, or none yet."""

    def __init__(self, label: str, accounts: Sequence[AccountName], chosen: UUID | None = None) -> None:
        super().__init__(label, hint=self.tr("Begin to type a name"), quiet=False)
        self._ids = {each.name: each.id for each in reversed(accounts)}
        names = {each.id: each.name for each in accounts}
        completer = QCompleter([each.name for each in accounts], self)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.line.setCompleter(completer)
        if chosen in names:
            self.line.setText(names[chosen])
            self.line.setCursorPosition(0)

    @property
    def account_id(self) -> UUID | None:
        """The account that is named, whatever the case; nothing while none is."""
        typed = self.value().strip()
        folded = {name.casefold(): id for name, id in self._ids.items()}
        return self._ids.get(typed) or folded.get(typed.casefold())


class PersonField(ChoiceField):
    """Names one of a few people, who are others with each account."""

    def show_choices(self, choices: Sequence[tuple[object, str]], value: object = None) -> None:
        """Offer other people than before."""
        self._box.clear()
        for key, word in choices:
            self._box.addItem(word, key)
        self._put(value)
