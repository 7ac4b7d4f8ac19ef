"""Takes the last step back or does it again, and says of a change which of these it was."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from reviewdesk.desktop.tasks import Lane, Tasks

if TYPE_CHECKING:
    from reviewdesk.domain.changes import Changes
    from reviewdesk.services.book import BookService
    from reviewdesk.services.imports import ImportService
    from reviewdesk.services.outcome import Outcome


class LastStep(QObject):
    """Undo and redo of one book."""

    def __init__(self, book: BookService, tasks: Tasks, parent: QObject) -> None:
        super().__init__(parent)
        self._book, self._tasks = book, tasks
        self._taken: tuple[object, str] = (None, "")

    def undo(self) -> None:
        """Take the last step back."""
        self._tasks.run(self._book.undo, self._undone, self, lane=Lane.WRITE)

    def undo_import(self, imports: ImportService) -> None:
        """Take the last import back, whatever was done after it."""
        self._tasks.run(imports.undo_last, self._undone, self, lane=Lane.WRITE)

    def redo(self) -> None:
        """Do again what was taken back."""
        self._tasks.run(self._book.redo, self._redone, self, lane=Lane.WRITE)

    def words_for(self, changes: Changes) -> str:
        """Say "Undone" or "Done again" of the change that was just that, and nothing of any other."""
        step, words = self._taken
        return words if step == changes.step else ""

    def _undone(self, outcome: Outcome[str]) -> None:
        self._taken = (outcome.changes.step, self.tr("Undone"))

    def _redone(self, outcome: Outcome[str]) -> None:
        self._taken = (outcome.changes.step, self.tr("Done again"))
