"""Reminders of what was promised: a page for one person, all of an account, all who are late, or colleagues."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject

from reviewdesk.desktop.commands import Command, Group
from reviewdesk.desktop.drafting import open_draft
from reviewdesk.desktop.tasks import Lane

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from uuid import UUID

    from reviewdesk.desktop.desk import Desk
    from reviewdesk.desktop.letters.remind_sheet import RemindSheet
    from reviewdesk.desktop.widgets.row_value import Row
    from reviewdesk.services.draft_files import WrittenDraft
    from reviewdesk.services.reminder_papers import Owes, ReminderPaperService, ToRemind

CUSTOMER: Final = "remind_customer"
LATE: Final = "remind_late"
COLLEAGUES: Final = "remind_colleagues"
REMIND_KEY: Final = "Ctrl+Alt+R"


def reminder_commands() -> tuple[Command, ...]:
    """Give a command for each of them."""
    group, words = Group.REVIEW, "remind follow-up promise letter page print late overdue"
    return (
        Command(CUSTOMER, "Remind a customer…", group, (REMIND_KEY,), "bell", section=3, words=words),
        Command(LATE, "Reminders to all who are late", group, (), "bell", section=3, words=words),
        Command(COLLEAGUES, "What colleagues owe, a page each", group, (), "users", section=3, words=f"{words} team"),
    )


def _owed(one: Owes) -> str:
    """Say how much an account took on that is open, and how much of it is over its day."""
    late = f", {one.late:,} of them late" if one.late else ""
    return f"{one.count:,} {'promise' if one.count == 1 else 'promises'} of theirs open{late}"


class ReminderWays(QObject):
    """Leads to the page of a reminder, from wherever it is asked for."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._desk = desk
        self.sheet: RemindSheet | None = None

    def actions(self) -> Mapping[str, Callable[[], None]]:
        """Give what each command does."""
        return {CUSTOMER: self.remind, LATE: self.remind_late, COLLEAGUES: self.remind_colleagues}

    @property
    def _papers(self) -> ReminderPaperService:
        return self._desk.services.reminder_papers

    def remind(self) -> None:
        """Remind the account that is shown; elsewhere ask for one first."""
        account_id = self._desk.account_shown()
        if account_id is not None:
            self.remind_account(account_id)
        else:
            self._desk.account_ways.ask_for(self.tr("Remind a customer"), self.remind_account, self._who_owes)

    def _who_owes(self) -> tuple[Row, ...]:
        from reviewdesk.desktop.widgets.row_value import Row

        return tuple(
            Row(each.account_id, each.account, _owed(each), tile=each.account) for each in self._papers.who_owes()
        )

    def remind_account(self, account_id: UUID) -> None:
        """Ask whom of an account to remind, where there is more than one to choose from."""
        self._desk.flush()
        work = partial(self._papers.to_remind, account_id)
        self._desk.tasks.run(work, partial(self._choose, account_id), self, newest="remind")

    def remind_person(self, account_id: UUID, person_id: UUID | None) -> None:
        """Show the page of one person, or of the account for what nobody there took on."""
        make = partial(self._papers.of_person, account_id, person_id)
        self._desk.exchange.papers.open(self.tr("Reminder"), make, mail=partial(self._mail, account_id, person_id))

    def remind_late(self) -> None:
        """Show a page for each person, at whatever customer, who is over a day that was agreed."""
        self._desk.exchange.papers.open(self.tr("Reminders to all who are late"), self._papers.of_all_late)

    def remind_colleagues(self) -> None:
        """Show a page for each colleague on whom something waits."""
        self._desk.exchange.papers.open(self.tr("What colleagues owe"), self._papers.of_all_colleagues)

    def show_colleague(self, colleague_id: UUID) -> None:
        """Show the page of one colleague."""
        make = partial(self._papers.of_colleague, colleague_id)
        self._desk.exchange.papers.open(self.tr("What a colleague owes"), make)

    def _choose(self, account_id: UUID, found: tuple[ToRemind, ...]) -> None:
        if len(found) < 2:
            make = partial(self._papers.of_account, account_id)
            if found:
                self.remind_person(account_id, found[0].person_id)
            else:
                self._desk.exchange.papers.open(self.tr("Reminder"), make)
            return
        from reviewdesk.desktop.letters.remind_sheet import RemindSheet

        self.sheet = RemindSheet(found[0].account, found, self._desk.shell)
        self.sheet.chosen.connect(partial(self._chosen, account_id))
        self.sheet.finished.connect(self._left)
        self.sheet.open()

    def _chosen(self, account_id: UUID, one: ToRemind | None) -> None:
        if one is not None:
            self.remind_person(account_id, one.person_id)
        else:
            self._desk.exchange.papers.open(self.tr("Reminders"), partial(self._papers.of_account, account_id))

    def _left(self) -> None:
        self.sheet = None

    def _mail(self, account_id: UUID, person_id: UUID | None) -> None:
        work = partial(self._papers.mail, account_id, person_id)
        self._desk.tasks.run(work, self._mailed, self, lane=Lane.DOCUMENTS)

    def _mailed(self, draft: WrittenDraft) -> None:
        self._desk.tell(open_draft(draft, self))
