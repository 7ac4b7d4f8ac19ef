"""The ways to a change for customers: begun anywhere, its price list taken in, its letters looked at and written."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog

from reviewdesk.desktop import drafting
from reviewdesk.desktop.commands import Command, Group
from reviewdesk.desktop.tasks import Lane

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from uuid import UUID

    from reviewdesk.desktop.change.letters_sheet import LettersSheet
    from reviewdesk.desktop.change.list_sheet import PriceListSheet
    from reviewdesk.desktop.desk import Desk
    from reviewdesk.desktop.progress import Progress
    from reviewdesk.domain.errors import ReviewDeskError
    from reviewdesk.services.change_letters import LetterToWrite, WrittenLetters
    from reviewdesk.services.draft_files import WrittenDraft
    from reviewdesk.services.outcome import Outcome
    from reviewdesk.services.price_lists import Against, PriceListPlan

NEW: Final = "new_change"


def change_commands() -> tuple[Command, ...]:
    """Give the command that begins one."""
    words = "price rise increase discontinued product announce rehearsal"
    return (Command(NEW, "New change notice…", Group.ADD, ("Ctrl+Alt+C",), "megaphone", section=1, words=words),)


class ChangeWays(QObject):
    """Leads to the page of a change and to what belongs to it."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._desk = desk
        self.letters_sheet: LettersSheet | None = None
        self.list_sheet: PriceListSheet | None = None

    def actions(self) -> Mapping[str, Callable[[], None]]:
        """Give what the command does."""
        return {NEW: self.ask_new}

    def ask_new(self, product: str = "") -> None:
        """Ask what changes for customers, over the page the person is on."""
        self._desk.flush()
        self._desk.pages.change.ask_new(product)

    def open(self, change_id: UUID) -> None:
        """Show the page of a change."""
        self._desk.pages.change.open(change_id)
        self._desk.go("change")

    # ------------------------------------------------------------ letters

    def show_letter(self, change_id: UUID, account_id: UUID, may_be_mailed: bool) -> None:
        """Show the letter for one account as it will be printed; a mail only once the change was announced."""
        desk = self._desk
        make = partial(desk.services.change_letters.letter, change_id, account_id)
        mail = partial(self._mail, change_id, account_id) if may_be_mailed else None
        desk.exchange.papers.open(self.tr("Change notice"), make, mail=mail)

    def _mail(self, change_id: UUID, account_id: UUID) -> None:
        work = partial(self._desk.services.change_letters.mail, change_id, account_id)
        self._desk.tasks.run(work, self._mailed, self, lane=Lane.DOCUMENTS)

    def _mailed(self, draft: WrittenDraft) -> None:
        self._desk.tell(drafting.open_draft(draft, self))

    def ask_letters(self, change_id: UUID) -> None:
        """Ask whose letters are to be written; those below the line are ticked."""
        work = partial(self._desk.services.change_letters.to_write, change_id)
        self._desk.tasks.run(work, partial(self._open_letters, change_id), self, newest="letters")

    def _open_letters(self, change_id: UUID, found: tuple[LetterToWrite, ...]) -> None:
        from reviewdesk.desktop.change.letters_sheet import LettersSheet

        sheet = self.letters_sheet = LettersSheet(found, self._desk.shell)
        sheet.wanted.connect(partial(self._write, change_id))
        sheet.page_asked.connect(partial(self._show_page, change_id))
        sheet.folder_asked.connect(drafting.open_file)
        sheet.finished.connect(self._left_letters)
        sheet.open()

    def _write(self, change_id: UUID, account_ids: tuple[UUID, ...]) -> None:
        letters = self._desk.services.change_letters

        def write(progress: Progress) -> Outcome[WrittenLetters]:
            return letters.write(change_id, account_ids, progress.report)

        self._desk.tasks.run_long(
            self.tr("Writing letters"), write, self._written, self, lane=Lane.LONG, failed=self._not_written
        )

    def _written(self, outcome: Outcome[WrittenLetters]) -> None:
        if self.letters_sheet is not None:
            self.letters_sheet.show_result(outcome.value)

    def _not_written(self, error: ReviewDeskError) -> None:
        if self.letters_sheet is not None:
            self.letters_sheet.refuse(str(error))

    def _show_page(self, change_id: UUID, account_id: UUID) -> None:
        if self.letters_sheet is not None:
            self.letters_sheet.accept()
        self.show_letter(change_id, account_id, True)

    def _left_letters(self) -> None:
        self.letters_sheet = None

    # ------------------------------------------------------------ price lists

    def choose_list(self, change_id: UUID) -> None:
        """Ask for the file of a price list, and show what it would change."""
        kinds = self.tr("Price lists (*.csv *.xlsx *.xls *.txt)")
        chosen, _ = QFileDialog.getOpenFileName(self._desk.shell, self.tr("Choose a price list"), "", kinds)
        if chosen:
            self.read_list(change_id, Path(chosen))

    def read_list(self, change_id: UUID, path: Path, against: Against | None = None) -> None:
        """Read a price list and show its plan; nothing is written yet."""
        plan = self._desk.services.price_lists.plan
        work = partial(plan, path, against) if against is not None else partial(plan, path)
        self._desk.tasks.run(work, partial(self._show_plan, change_id, path), self, lane=Lane.LONG, newest="price list")

    def _show_plan(self, change_id: UUID, path: Path, plan: PriceListPlan) -> None:
        if self.list_sheet is not None:
            self.list_sheet.show_plan(plan)
            return
        from reviewdesk.desktop.change.list_sheet import PriceListSheet

        sheet = self.list_sheet = PriceListSheet(plan, self._desk.shell)
        sheet.against_asked.connect(partial(self.read_list, change_id, path))
        sheet.taken.connect(partial(self._take, change_id))
        sheet.finished.connect(self._left_list)
        sheet.open()

    def _take(self, change_id: UUID, plan: PriceListPlan) -> None:
        work = partial(self._desk.services.change_notices.put_items, change_id, [each.item for each in plan.items])
        self._desk.tasks.run(work, self._took, self, lane=Lane.WRITE, failed=self._not_taken)

    def _took(self, _outcome: object) -> None:
        if self.list_sheet is not None:
            self.list_sheet.accept()

    def _not_taken(self, error: ReviewDeskError) -> None:
        if self.list_sheet is not None:
            self.list_sheet.refuse(str(error))

    def _left_list(self) -> None:
        self.list_sheet = None
