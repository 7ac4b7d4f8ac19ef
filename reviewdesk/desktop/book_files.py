"""What is done with files from anywhere: import, another book, the calendar, a backup."""

from functools import partial
from pathlib import Path
from typing import Final

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog

from reviewdesk.desktop.importing.file_dialogs import FilesToImport
from reviewdesk.desktop.shell import Shell
from reviewdesk.desktop.tasks import Lane, Tasks
from reviewdesk.desktop.tokens import Tone
from reviewdesk.services.services import Services

BOOKS: Final = "ReviewDesk books (*.reviewdesk)"
CALENDARS: Final = "Calendar files (*.ics)"


class BookFiles(QObject):
    """Asks for files with the system's own dialogs.

    Signals:
        import_chosen: the paths of files to import.
        book_chosen: the path of another book to open.
    """

    import_chosen = Signal(object)
    book_chosen = Signal(object)

    def __init__(self, shell: Shell, services: Services, tasks: Tasks) -> None:
        super().__init__(shell)
        self._shell = shell
        self._services = services
        self._tasks = tasks

    @property
    def _folder(self) -> Path:
        return self._services.book.path.parent

    def choose_import(self) -> None:
        """Choose files to import."""
        chosen = FilesToImport.ask(self._shell)
        if chosen:
            self.import_chosen.emit(chosen)

    def choose_book(self) -> None:
        """Choose another book to open."""
        chosen, _ = QFileDialog.getOpenFileName(self._shell, self.tr("Open a book"), str(self._folder), BOOKS)
        if chosen:
            self.book_chosen.emit(Path(chosen))

    def save_calendar(self) -> None:
        """Save follow-ups and planned reviews as a calendar file."""
        chosen, _ = QFileDialog.getSaveFileName(self._shell, self.tr("Save the calendar"), "ReviewDesk.ics", CALENDARS)
        if chosen:
            work = partial(self._services.calendar.write, Path(chosen))
            self._tasks.run(work, partial(self._saved, chosen), self, lane=Lane.DOCUMENTS)

    def back_up(self) -> None:
        """Make a backup now."""
        self._tasks.run(self._services.book.back_up, self._backed_up, self, lane=Lane.LONG)

    def _saved(self, path: str, _answer: object) -> None:
        self._shell.tell(self.tr("The calendar was saved to {path}.").format(path=path), Tone.GOOD)

    def _backed_up(self, _backup: object) -> None:
        self._shell.tell(self.tr("A backup was made and checked."), Tone.GOOD)
