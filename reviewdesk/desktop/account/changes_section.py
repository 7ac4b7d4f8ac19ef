"""Says at the top of the overview which announced changes touch the account, each leading to its page."""

from collections.abc import Sequence
from functools import partial
from typing import ClassVar
from uuid import UUID

from PySide6.QtCore import Signal

from reviewdesk.desktop.account.section import TopSection
from reviewdesk.desktop.change.account_rows import touching_rows
from reviewdesk.desktop.tasks import Tasks
from reviewdesk.desktop.widgets.card import Card
from reviewdesk.desktop.widgets.row_list import RowList
from reviewdesk.domain.changes import Changes, Kind
from reviewdesk.services.account_values import AccountBrief
from reviewdesk.services.change_notices import ChangeNoticeService
from reviewdesk.services.change_values import TouchingChange


class ChangesSection(TopSection):
    """Names the announced changes; without any it is not there.

    Signals:
        change_asked: the id of the change whose page is wanted.
    """

    of: ClassVar[str] = "overview"
    change_asked = Signal(object)

    def __init__(self, card: Card, changes: ChangeNoticeService, tasks: Tasks) -> None:
        super().__init__(card)
        self.card, self.rows = card, RowList(card.accessibleName())
        self._changes, self._tasks = changes, tasks
        self._account_id: UUID | None = None
        card.add(self.rows)
        card.hide()
        self.rows.opened.connect(self.change_asked)
        tasks.changed.connect(self._follow)

    def show_brief(self, brief: AccountBrief) -> None:
        """Show the changes that touch this account."""
        if brief.account.id != self._account_id:
            self._account_id = brief.account.id
            self.card.hide()
        self._read()

    def _read(self) -> None:
        account_id = self._account_id
        if account_id is not None:
            read = partial(self._changes.of_account, account_id)
            self._tasks.run(read, partial(self._show, account_id), self, newest="touching changes")

    def _show(self, account_id: UUID, found: Sequence[TouchingChange]) -> None:
        if account_id == self._account_id:
            self.rows.show_rows(touching_rows(found))
            self.card.setVisible(bool(found))

    def _follow(self, changes: Changes, _origin: object) -> None:
        if changes.touch(Kind.TOUCHED_BY_CHANGE, Kind.PLANNED_CHANGE):
            self._read()
