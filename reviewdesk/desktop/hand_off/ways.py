"""The ways of hand-offs: begun for an account, the pack as a document, the form that comes back, and all of them."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog

from reviewdesk.desktop.commands import Command, Group
from reviewdesk.desktop.hand_off.sheets import AlongSheet
from reviewdesk.desktop.tasks import Lane

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Mapping
    from uuid import UUID

    from reviewdesk.desktop.desk import Desk
    from reviewdesk.domain.errors import ReviewDeskError
    from reviewdesk.domain.handing_off import HandOff
    from reviewdesk.services.hand_off_values import FormBack
    from reviewdesk.services.outcome import Outcome

HAND_OVER: Final = "hand_over_account"
FORM: Final = "hand_off_form"
TAB: Final = "hand_off"


def hand_off_commands() -> tuple[Command, ...]:
    """Give a command for each way."""
    words = "hand-off handover operations owner colleague pass on pack"
    return (
        Command(HAND_OVER, "Hand an account over…", Group.REVIEW, (), "arrow-right", section=4, words=words),
        Command(FORM, "Take in a hand-off form…", Group.FILE, (), "inbox", section=1, words=f"{words} signed pdf"),
    )


class HandOffWays(QObject):
    """Leads to hand-offs, from wherever one is asked for."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._desk = desk
        self.sheet: AlongSheet | None = None

    def actions(self) -> Mapping[str, Callable[[], None]]:
        """Give what each command does."""
        return {HAND_OVER: self.begin, FORM: self.choose_file}

    def begin(self) -> None:
        """Go to the hand-off of the account that is shown; elsewhere ask for one first."""
        account_id = self._desk.account_shown()
        if account_id is not None:
            self.show(account_id)
        else:
            self._desk.account_ways.ask_for(self.tr("Hand an account over"), self.show)

    def show(self, account_id: UUID) -> None:
        """Show the hand-off of an account."""
        if self._desk.account_shown() != account_id:
            self._desk.open_account(account_id)
        self._desk.pages.account.open_tab(TAB)

    def show_pack(self, hand_off_id: UUID) -> None:
        """Show the pack as a document."""
        paper = partial(self._desk.services.hand_offs.paper, hand_off_id)
        self._desk.exchange.papers.open(self.tr("Hand-off pack"), paper)

    def choose_file(self) -> None:
        """Choose the form of a pack that came back."""
        title, kinds = self.tr("Take in a hand-off form"), self.tr("PDF files (*.pdf)")
        path, _ = QFileDialog.getOpenFileName(self._desk.shell, title, "", kinds)
        if path:
            self.take_file(Path(path), self._desk.shell.tell_error)

    def take_file(self, path: Path, failed: Callable[[ReviewDeskError], None]) -> None:
        """Do what the form of a pack says: accept it or take it back; `failed` hears why not."""
        services, tasks = self._desk.services, self._desk.tasks

        def look() -> FormBack:
            return services.hand_offs.look(path)

        tasks.run(look, partial(self._take, failed), self, lane=Lane.LONG, failed=failed)

    def _take(self, failed: Callable[[ReviewDeskError], None], back: FormBack) -> None:
        if not back.along:
            work = partial(self._desk.services.hand_offs.take, back)
            self._desk.tasks.run(work, partial(self._taken, back), self, lane=Lane.WRITE, failed=failed)
            return
        sheet = AlongSheet(back, self._desk.shell)
        sheet.filled.connect(partial(self._pass_on, sheet, back))
        self.sheet = sheet
        sheet.open()

    def _pass_on(self, sheet: AlongSheet, back: FormBack, along: Collection[UUID]) -> None:
        work = partial(self._desk.services.hand_offs.take, back, along=along)
        done, failed = partial(self._passed_on, sheet, back), partial(_refuse, sheet)
        self._desk.tasks.run(work, done, sheet, lane=Lane.WRITE, failed=failed)

    def _passed_on(self, sheet: AlongSheet, back: FormBack, outcome: Outcome[HandOff]) -> None:
        sheet.accept()
        self._taken(back, outcome)

    def _taken(self, back: FormBack, outcome: Outcome[HandOff]) -> None:
        self.show(outcome.value.account_id)
        words = self.tr("{who} accepted {account}.") if back.accepts else self.tr("{who} returned {account} with gaps.")
        self._desk.tell(words.format(who=back.who, account=back.account))


def _refuse(sheet: AlongSheet, error: ReviewDeskError) -> None:
    sheet.refuse(str(error))
