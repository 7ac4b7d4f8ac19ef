"""A section at the end of another tab of an account's page, which looks after itself as a tab does."""

from collections.abc import MutableMapping
from typing import ClassVar

from PySide6.QtWidgets import QStackedWidget, QWidget

from reviewdesk.desktop.account.part import AccountPart
from reviewdesk.desktop.widgets.page import ScrollColumn
from reviewdesk.desktop.widgets.tabs import Tab
from reviewdesk.services.account_values import AccountBrief


class AccountSection(AccountPart):
    """One section: `of` is the key of the tab at whose end it stands."""

    key = ""
    of: ClassVar[str] = "details"

    @property
    def place(self) -> str:
        """The key of the tab on which it stands."""
        return self.of

    def join(self, pages: MutableMapping[str, QWidget], _stack: QStackedWidget) -> None:
        """Take its place at the end of its tab, before the room that is left over."""
        page = pages[self.of]
        if isinstance(page, ScrollColumn):
            page.column.insertWidget(page.column.count() - 1, self.view)

    def tab(self, _brief: AccountBrief, *, asked: bool) -> Tab | None:
        """Have no tab of its own."""
        return None


class TopSection(AccountSection):
    """One section at the top of the tab it stands on."""

    def join(self, pages: MutableMapping[str, QWidget], _stack: QStackedWidget) -> None:
        """Take its place before all else on its tab."""
        page = pages[self.of]
        if isinstance(page, ScrollColumn):
            page.column.insertWidget(0, self.view)
