"""A tab of an account's page that looks after itself: it is told which account is shown, and reads the rest."""

from collections.abc import MutableMapping
from typing import ClassVar
from uuid import UUID

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from reviewdesk.desktop.widgets.tabs import Tab
from reviewdesk.services.account_values import AccountBrief


class AccountPart(QObject):
    """One tab: `key` names it, `view` is what it shows.

    It stands before the tab named by `before`, else behind the one named by `after`.

    Signals:
        record_asked: the kind and the id of a record of the account to lead to.
        tab_asked: the key of a tab to go to.
    """

    record_asked = Signal(object, object)
    tab_asked = Signal(str)

    key: ClassVar[str]
    after: ClassVar[str] = "overview"
    before: ClassVar[str] = ""

    def __init__(self, view: QWidget) -> None:
        super().__init__(view)
        self.view = view
        self._wanted: UUID | None = None

    def join(self, pages: MutableMapping[str, QWidget], stack: QStackedWidget) -> None:
        """Take its place among the tabs of the page."""
        pages[self.key] = self.view
        stack.addWidget(self.view)

    def tab(self, brief: AccountBrief, *, asked: bool) -> Tab | None:
        """Give the tab with its count, or nothing while there is nothing on it and it was not asked for."""
        raise NotImplementedError

    def show_brief(self, brief: AccountBrief) -> None:
        """Show what belongs to this account; called again after every change that concerns it."""
        raise NotImplementedError

    @property
    def place(self) -> str:
        """The key of the tab on which it stands."""
        return self.key

    def go_to(self, record_id: UUID) -> None:
        """Lead to one of the records that stand here, once they are read."""
        self._wanted = record_id
        self.seek()

    def seek(self) -> None:
        """Go to the record that is wanted, if it is here by now; called again whenever more is shown."""
        if self._wanted is not None and self.reach(self._wanted):
            self._wanted = None

    def reach(self, _record_id: UUID) -> bool:
        """Bring a record into sight and say whether it is here; a tab without rows has none to bring."""
        return True

    def start_adding(self) -> None:
        """Put the keyboard where one more is added, where there is such a place."""

    def flush(self) -> None:
        """Save at once what was typed."""

    @property
    def is_safe(self) -> bool:
        """Say whether everything that was typed here is in the book."""
        return True


def with_parts(
    tabs: tuple[Tab, ...], parts: list[AccountPart], brief: AccountBrief, *, asked: str = ""
) -> tuple[Tab, ...]:
    """Put the tabs of the parts among the others, each beside the one it names, else at the end."""
    placed = list(tabs)
    for part in parts:
        tab = part.tab(brief, asked=asked == part.key)
        if tab is not None:
            keys = [each.key for each in placed]
            behind = keys.index(part.after) + 1 if part.after in keys else len(placed)
            placed.insert(keys.index(part.before) if part.before in keys else behind, tab)
    return tuple(placed)
