"""The search over everything: made when it is first opened, and the ways from what it finds."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

if TYPE_CHECKING:
    from collections.abc import Callable
    from uuid import UUID

    from reviewdesk.desktop.commands import Command
    from reviewdesk.desktop.desk import Desk
    from reviewdesk.desktop.finding.controller import FindingController
    from reviewdesk.desktop.search.controller import SearchController
    from reviewdesk.domain.changes import Kind
    from reviewdesk.services.found_values import Found


class FoundWays(QObject):
    """Leads from what was found, in Ctrl+K or on the page of the search, to its place."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk.shell)
        self._desk = desk
        self._search: SearchController | None = None
        self._line: UUID | None = None
        desk.shell.search_asked.connect(self._make_search)
        desk.tasks.idle.connect(self._go_to_line)

    def _make_search(self) -> None:
        """Answer the first search; the palette itself is made with it."""
        if self._search is None:
            from reviewdesk.desktop.search.controller import SearchController

            desk, view = self._desk, self._desk.shell.palette_view
            self._search = SearchController(view, desk.services.search, self._commands, desk.tasks)
            self._search.found_opened.connect(self.open)
            self._search.command_opened.connect(self._do)
            view.all_asked.connect(self.show_page)
            view.typed.emit(view.line.text())

    def _commands(self) -> tuple[Command, ...]:
        return self._desk.shell.menus.commands

    def _do(self, command: str) -> None:
        from reviewdesk.desktop.search.controller import SHOW_ALL

        if command == SHOW_ALL:
            self.show_page(self._desk.shell.palette_view.line.text())
            return
        self._desk.shell.menus.action(command).trigger()

    def make_page(self) -> FindingController:
        """Make the page of the search."""
        from reviewdesk.desktop.finding.controller import FindingController
        from reviewdesk.desktop.finding.view import FindingView

        made = FindingController(FindingView(), self._desk.services.finding, self._desk.tasks)
        made.found_opened.connect(self.open)
        return made

    def go_to_page(self) -> None:
        """Show the page of the search as it was left."""
        self._desk.go("search")

    def show_page(self, words: str) -> None:
        """Show everything that holds these words."""
        self._desk.go("search")
        self._desk.pages.search.look_for(words)

    def search_account(self) -> None:
        """Search in the account that is shown; elsewhere in all of them."""
        desk = self._desk
        account_id = desk.account_shown()
        name = desk.pages.account.view.header.title.text() if account_id is not None else ""
        desk.go("search")
        desk.pages.search.look_for("", name, account_id)

    def open(self, found: Found) -> None:
        """Open what was found in its place."""
        from reviewdesk.desktop.review.step import Step
        from reviewdesk.domain.changes import Kind

        desk = self._desk
        if found.kind is Kind.SUMMARY:
            desk.open_document(found.record_id)
        elif found.review_id is not None:
            is_line = found.kind is Kind.NOTE_LINE
            desk.open_review(found.review_id, Step.MEET if is_line else None)
            self._line = found.record_id if is_line else None
        elif found.kind is Kind.COLLEAGUE:
            desk.go_to_accounts()
            desk.pages.accounts.view.tools.filter.setText(found.title)
        elif not self.open_beside(found.kind, found.record_id):
            self._open_of_account(found)

    def open_beside(self, kind: Kind, record_id: UUID) -> bool:
        """Open what stands on a page of its own beside the accounts; say whether it was such a thing."""
        from reviewdesk.desktop.friction.of_concern import open_friction
        from reviewdesk.desktop.outreach.of_concern import open_problem
        from reviewdesk.domain.changes import Kind

        desk = self._desk
        ways: dict[Kind, Callable[[UUID], None]] = {
            Kind.PLANNED_CHANGE: desk.exchange.changes.open,
            Kind.SHARED_PROBLEM: partial(open_problem, desk),
            Kind.FRICTION: partial(open_friction, desk),
            Kind.PRICE_DIAGNOSIS: self._open_why_price,
        }
        parts = {Kind.TOUCHED_BY_CHANGE: Kind.PLANNED_CHANGE, Kind.AFFECTED: Kind.SHARED_PROBLEM}
        if kind in parts:
            read = partial(desk.services.finding.whole_of, kind, record_id)
            desk.tasks.run(read, partial(self._open_whole, ways[parts[kind]]), self, newest="whole")
        elif kind in ways:
            ways[kind](record_id)
        return kind in ways or kind in parts

    def _open_whole(self, open_it: Callable[[UUID], None], record_id: UUID | None) -> None:
        if record_id is not None:
            open_it(record_id)

    def _open_why_price(self, _diagnosis_id: UUID) -> None:
        self._desk.go("why_price")

    def _open_of_account(self, found: Found) -> None:
        from reviewdesk.domain.changes import Kind

        desk = self._desk
        if found.kind is Kind.HAND_OFF and found.account_id is not None:
            desk.exchange.hand_offs.show(found.account_id)
        elif found.kind is Kind.PRODUCT:
            read = partial(desk.services.finding.account_of, found)
            desk.tasks.run(read, partial(self._open_in, found), self, newest="buyer")
        else:
            self._open_in(found, found.account_id)

    def _go_to_line(self) -> None:
        """Go to the line of a review that was found, once its notes are shown; one that has gone is not waited for."""
        line, self._line = self._line, None
        if line is None or self._desk.shell.page != "review":
            return
        from reviewdesk.desktop.review.line_seeking import go_to_note_line

        go_to_note_line(self._desk.pages.review.view.meet.editor, line)

    def _open_in(self, found: Found, account_id: UUID | None) -> None:
        """Open what was found on the page of an account; of a product nobody bought, say so."""
        from reviewdesk.domain.changes import Kind

        desk = self._desk
        if account_id is None:
            desk.tell(desk.tr("No account has bought this yet, so there is no page to open for it."))
            return
        desk.open_account(account_id)
        if found.kind is not Kind.ACCOUNT:
            desk.pages.account.open_record(found.kind, found.record_id)
