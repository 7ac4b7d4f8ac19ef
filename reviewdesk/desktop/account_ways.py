"""What can be added to an account from anywhere: to the one that is shown, else to one that is asked for."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final
from uuid import UUID

from PySide6.QtCore import QObject

from reviewdesk.desktop.commands import Command, Group
from reviewdesk.domain.changes import Kind

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from reviewdesk.desktop.desk import Desk
    from reviewdesk.desktop.widgets.account_picker import AccountPicker
    from reviewdesk.desktop.widgets.row_value import Row

LOG_KEY: Final = "Ctrl+Shift+W"  # what worries them
_ADDED: Final = {
    "log_call": ("Log a call", "phone", "visit spoke mail contact", None),
    "new_concern": ("Add a concern", "message-square-warning", "complaint problem worry", Kind.CONCERN),
    "new_score": ("Add a score", "star", "nps csat ces answer survey rating", Kind.ANSWER),
    "new_purchase": ("Add a purchase", "package", "order sale invoice revenue", Kind.PURCHASE),
    "keep_file": ("Keep a file", "paperclip", "attachment document pdf picture", Kind.ATTACHMENT),
}


def account_commands() -> tuple[Command, ...]:
    """Give a command for each thing that can be added to an account."""
    calls = Command(
        "new_call_list", "List of calls…", Group.ADD, (), "megaphone", section=1, words="satisfaction survey nps"
    )
    added = (
        Command(id, f"{text}…", Group.ADD, (), sign, section=1, words=words)
        for id, (text, sign, words, _) in _ADDED.items()
    )
    log = Command(
        "log_concern", "Log a concern…", Group.ADD, (LOG_KEY,), "message-square-warning", section=1,
        words="complaint problem worry said quick",
    )  # fmt: skip
    think = Command(
        "note_relationship", "What they think of us…", Group.ADD, (), "handshake", section=1,
        words="relationship trust service importance gap seven dimensions",
    )  # fmt: skip
    return (log, *added, think, calls)


class AccountWays(QObject):
    """Leads to where each of them is added."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._desk = desk
        self.picker: AccountPicker | None = None

    def actions(self) -> Mapping[str, Callable[[], None]]:
        """Give what each command does."""
        return {
            **{each: partial(self.add, each) for each in _ADDED},
            "new_call_list": self.new_call_list,
            "log_concern": self.log_concern,
            "note_relationship": self.note_relationship,
        }

    def add(self, what: str) -> None:
        """Add it to the account that is shown; elsewhere ask for one first."""
        account_id = self._desk.account_shown()
        if account_id is not None:
            self._go(what, account_id)
        else:
            self.ask_to_add(what)

    def ask_to_add(self, what: str) -> None:
        """Ask for which account it is to be added, and lead there."""
        self.ask_for(_ADDED[what][0], partial(self._go, what))

    def log_concern(self) -> None:
        """Log what worries the account that is shown, or that of the review; elsewhere one is named."""
        desk = self._desk
        kept = desk.memory.of_book("review") if desk.shell.page == "review" else ""
        desk.pages.concern_logging.begin(desk.account_shown(), UUID(kept) if kept else None)

    def note_relationship(self) -> None:
        """Go to what the account that is shown thinks of us; elsewhere ask for one first."""
        account_id = self._desk.account_shown()
        if account_id is not None:
            self._show_relationship(account_id)
        else:
            self.ask_for(self.tr("What they think of us"), self._show_relationship)

    def _show_relationship(self, account_id: UUID) -> None:
        if self._desk.account_shown() != account_id:
            self._desk.open_account(account_id)
        self._desk.pages.account.open_tab("relationship")

    def new_call_list(self) -> None:
        """Ask for a list of calls, with the accounts that are selected in the list, if it is on screen."""
        desk = self._desk
        selected = desk.pages.accounts.view.table.selected_keys if desk.shell.page == "accounts" else ()
        chosen = [each for each in selected if isinstance(each, UUID)]
        desk.go("outreach")
        desk.pages.outreach.ask_new(chosen if len(chosen) > 1 else ())

    def _go(self, what: str, account_id: UUID) -> None:
        desk, kind = self._desk, _ADDED[what][-1]
        if kind is None:
            desk.log_call(account_id)
            return
        self.add_to(kind, account_id)

    def show_brief(self, account_id: UUID) -> None:
        """Show the brief of an account."""
        self._desk.open_account(account_id)
        self._desk.pages.account.open_tab("brief")

    def add_to(self, kind: Kind, account_id: UUID) -> None:
        """Lead to where a record of this kind is added to an account."""
        if self._desk.account_shown() != account_id:
            self._desk.open_account(account_id)
        self._desk.pages.account.start_adding(kind)

    def ask_for(
        self, title: str, then: Callable[[UUID], None], offered: Callable[[], tuple[Row, ...]] | None = None
    ) -> None:
        """Ask for an account, and do something with the one that is picked; `offered` are there before a word."""
        from reviewdesk.desktop.widgets.account_picker import AccountPicker

        sentence = self.tr("For which account?")
        self.picker = AccountPicker(title, sentence, self._desk.shell)
        self.picker.typed.connect(partial(self._look_up, offered))
        self.picker.picked.connect(partial(self._picked, then))
        self.picker.finished.connect(self._let_picker_go)
        self.picker.open()
        if offered is not None:
            self._look_up(offered, "")

    def _look_up(self, offered: Callable[[], tuple[Row, ...]] | None, text: str) -> None:
        work = offered if offered is not None and not text.strip() else partial(self._found, text)
        self._desk.tasks.run(work, self._show_found, self, newest="an account")

    def _found(self, text: str) -> tuple[Row, ...]:
        from reviewdesk.desktop.widgets.row_value import Row

        found = self._desk.services.search.names(text) if text.strip() else ()
        accounts = (each for each in found if each.kind is Kind.ACCOUNT)
        return tuple(Row(each.record_id, each.title, each.meta, tile=each.title) for each in accounts)

    def _show_found(self, rows: tuple[Row, ...]) -> None:
        if self.picker is not None:
            self.picker.show_accounts(rows)

    def _picked(self, then: Callable[[UUID], None], account_id: UUID) -> None:
        if self.picker is not None:
            self.picker.accept()
        then(account_id)

    def _let_picker_go(self) -> None:
        self.picker = None
