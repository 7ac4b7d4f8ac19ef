"""Keeps the switches on the page of an account and in the book the same."""

from functools import partial
from uuid import UUID

from reviewdesk.desktop.account.section import AccountSection
from reviewdesk.desktop.account.switch_sheet import SwitchSheet
from reviewdesk.desktop.account.switches import SwitchesCard
from reviewdesk.desktop.tasks import Lane, Tasks
from reviewdesk.domain.errors import ReviewDeskError
from reviewdesk.domain.switch import Direction, Switch
from reviewdesk.services.account_values import AccountBrief
from reviewdesk.services.outcome import Outcome
from reviewdesk.services.switches import SwitchService


class SwitchesSection(AccountSection):
    """Switches to and from rivals, at the end of Details."""

    def __init__(self, card: SwitchesCard, switches: SwitchService, tasks: Tasks) -> None:
        super().__init__(card)
        self.card = card
        self._switches = switches
        self._tasks = tasks
        self._account_id: UUID | None = None
        card.add_asked.connect(self._ask)
        card.typed.connect(self._change)
        card.remove_asked.connect(self._remove)

    def show_brief(self, brief: AccountBrief) -> None:
        """Show the switches of this account."""
        if brief.account.id != self._account_id:
            self.flush()
            self._account_id = brief.account.id
            self.card.show_switches(())
        self._reload()

    def flush(self) -> None:
        """Save at once what was typed."""
        self.card.grid.flush()

    @property
    def is_safe(self) -> bool:
        """Say whether everything that was typed here is in the book."""
        return self.card.grid.is_safe

    def _reload(self) -> None:
        if self._account_id is not None:
            read = partial(self._switches.of_account, self._account_id)
            self._tasks.run(read, partial(self._show, self._account_id), self, newest="switches")

    def _show(self, account_id: UUID, switches: tuple[Switch, ...]) -> None:
        if account_id == self._account_id:
            self.card.show_switches(switches)
            self.seek()

    def reach(self, record_id: UUID) -> bool:
        """Go to a switch."""
        self.card.rows.go_to(record_id)
        return record_id in self.card.rows.keys

    def _ask(self) -> None:
        sheet = SwitchSheet(self.card)
        sheet.noted.connect(self._add)
        sheet.open()

    def _add(self, direction: Direction, rival: str, line: str, day: str) -> None:
        if self._account_id is not None:
            add = partial(self._switches.add, self._account_id, direction, on=day, rival=rival, line=line)
            self._tasks.run(add, self._added, self, lane=Lane.WRITE, failed=self._not_added)

    def _added(self, done: Outcome[Switch]) -> None:
        for sheet in self.card.findChildren(SwitchSheet):
            sheet.accept()
        self.card.chosen = done.value.id
        self._reload()

    def _not_added(self, error: ReviewDeskError) -> None:
        for sheet in self.card.findChildren(SwitchSheet):
            sheet.refuse(str(error))

    def _change(self, switch_id: UUID, name: str, text: str) -> None:
        work, saved = partial(self._switches.change, switch_id, name, text), partial(self._saved, switch_id, name)
        self._tasks.run(work, saved, self, lane=Lane.WRITE, failed=partial(self._refused, switch_id, name))

    def _saved(self, switch_id: UUID, name: str, _done: object) -> None:
        self.card.show_saved(switch_id, name)
        self._reload()

    def _refused(self, switch_id: UUID, name: str, error: ReviewDeskError) -> None:
        if switch_id == self.card.chosen:
            self.card.refuse(switch_id, name, str(error))
        else:
            self._tasks.told.emit(error)

    def _remove(self, switch_id: UUID) -> None:
        self._tasks.run(partial(self._switches.remove, switch_id), self._done, self, lane=Lane.WRITE)

    def _done(self, _done: object) -> None:
        self._reload()
