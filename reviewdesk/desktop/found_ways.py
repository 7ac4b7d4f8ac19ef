"""The search over everything: made when it is first opened, and the ways from what it finds."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

if TYPE_CHECKING:
    from reviewdesk.desktop.commands import Command
    from reviewdesk.desktop.search.controller import SearchController
    from reviewdesk.desktop.shell import Shell
    from reviewdesk.desktop.tasks import Tasks
    from reviewdesk.services.found_values import Found
    from reviewdesk.services.services import Services


class FoundWays(QObject):
    """Leads from what was found to its page.

    Signals:
        account_asked: the id of the account to open.
        review_asked: the id of the review to open, and the step of it, or nothing.
    """

    account_asked = Signal(object)
    review_asked = Signal(object, object)

    def __init__(self, shell: Shell, services: Services, tasks: Tasks) -> None:
        super().__init__(shell)
        self._shell = shell
        self._services = services
        self._tasks = tasks
        self._search: SearchController | None = None
        shell.search_asked.connect(self._make_search)

    def _make_search(self) -> None:
        """Answer the first search; the palette itself is made with it."""
        if self._search is None:
            from reviewdesk.desktop.search.controller import SearchController

            view = self._shell.palette_view
            self._search = SearchController(view, self._services.search, self._commands, self._tasks)
            self._search.found_opened.connect(self._open_found)
            self._search.command_opened.connect(self._do)
            view.typed.emit(view.line.text())

    def _commands(self) -> tuple[Command, ...]:
        return self._shell.menus.commands

    def _do(self, command: str) -> None:
        self._shell.menus.action(command).trigger()

    def _open_found(self, found: Found) -> None:
        from reviewdesk.desktop.review.model import Step
        from reviewdesk.domain.changes import Kind

        if found.review_id is not None:
            self.review_asked.emit(found.review_id, Step.MEET if found.kind is Kind.NOTE_LINE else None)
        elif found.account_id is not None:
            self.account_asked.emit(found.account_id)
