"""The ways by which two accounts become one: from the page of one of them, and from a pair of duplicates."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QObject, Signal

from reviewdesk.desktop.tasks import Lane

if TYPE_CHECKING:
    from collections.abc import Mapping

    from reviewdesk.desktop.desk import Desk
    from reviewdesk.desktop.merging.merge_sheet import MergeSheet
    from reviewdesk.desktop.widgets.account_picker import AccountPicker
    from reviewdesk.desktop.widgets.row_value import Row
    from reviewdesk.domain.account import Account
    from reviewdesk.domain.errors import ReviewDeskError
    from reviewdesk.domain.merging import Side
    from reviewdesk.services.merging import MergePlan
    from reviewdesk.services.outcome import Outcome


class MergeWays(QObject):
    """Asks what is needed to merge, and merges.

    Signals:
        account_asked: the id of the account that stays, to open.
    """

    account_asked = Signal(object)

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._shell = desk.shell
        self._services = desk.services
        self._tasks = desk.tasks
        self.picker: AccountPicker | None = None
        self.sheet: MergeSheet | None = None

    def choose(self, account_id: UUID, name: str) -> None:
        """Ask which other account is the same as this one."""
        from reviewdesk.desktop.widgets.account_picker import AccountPicker

        sentence = self.tr("Which account is the same as {name}?").format(name=name)
        self.picker = AccountPicker(self.tr("Merge with another account"), sentence, self._shell)
        self.picker.typed.connect(partial(self._look_up, account_id))
        self.picker.picked.connect(partial(self._picked, account_id))
        self.picker.finished.connect(self._let_picker_go)
        self.picker.open()
        self._look_up(account_id, "")

    def ask(self, kept_id: UUID, other_id: UUID) -> None:
        """Show what merging two accounts would do, and ask what is meant where they differ."""
        self._tasks.run(partial(self._services.merging.plan, kept_id, other_id), self._show, self)

    def _look_up(self, account_id: UUID, text: str) -> None:
        find = partial(self._found, account_id, text)
        self._tasks.run(find, self._show_found, self, newest="other account")

    def _found(self, account_id: UUID, text: str) -> tuple[Row, ...]:
        from reviewdesk.desktop.widgets.row_value import Row
        from reviewdesk.domain.changes import Kind

        if not text.strip():
            alike = self._services.duplicates.alike(account_id)
            return tuple(
                Row(each.id, each.name, " · ".join(filter(None, (each.why, each.city))), tile=each.name)
                for each in alike
            )
        found = self._services.search.names(text)
        accounts = (each for each in found if each.kind is Kind.ACCOUNT and each.record_id != account_id)
        return tuple(Row(each.record_id, each.title, each.meta, tile=each.title) for each in accounts)

    def _show_found(self, rows: tuple[Row, ...]) -> None:
        if self.picker is not None:
            self.picker.show_accounts(rows)

    def _picked(self, account_id: UUID, other_id: UUID) -> None:
        plan = partial(self._services.merging.plan, account_id, other_id)
        self._tasks.run(plan, self._go_on, self, failed=self._not_picked)

    def _go_on(self, plan: MergePlan) -> None:
        if self.picker is not None:
            self.picker.accept()
        self._show(plan)

    def _not_picked(self, error: ReviewDeskError) -> None:
        if self.picker is not None:
            self.picker.refuse(str(error))

    def _show(self, plan: MergePlan) -> None:
        from reviewdesk.desktop.merging.merge_sheet import MergeSheet

        self.sheet = MergeSheet(plan, self._shell)
        self.sheet.merge_asked.connect(self._merge)
        self.sheet.finished.connect(self._let_sheet_go)
        self.sheet.open()

    def _merge(self, chosen: Mapping[str, Side]) -> None:
        if self.sheet is not None:
            plan = self.sheet.plan
            merge = partial(self._services.merging.merge, plan.kept.id, plan.other.id, chosen)
            self._tasks.run(merge, self._merged, self, lane=Lane.WRITE, failed=self._not_merged)

    def _merged(self, done: Outcome[Account]) -> None:
        if self.sheet is not None:
            self.sheet.accept()
        self.account_asked.emit(done.value.id)

    def _not_merged(self, error: ReviewDeskError) -> None:
        if self.sheet is not None:
            self.sheet.refuse(str(error))

    def _let_picker_go(self) -> None:
        self.picker = None

    def _let_sheet_go(self) -> None:
        self.sheet = None
