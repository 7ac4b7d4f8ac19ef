"""The calendars that are read at each start: reads them, says what moved, and lets the person name them."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog
from shiboken6 import isValid

from reviewdesk.desktop.tasks import Lane
from reviewdesk.desktop.tokens import Tone

if TYPE_CHECKING:
    from reviewdesk.desktop.incoming.calendar_files import CalendarFilesSheet
    from reviewdesk.desktop.shell import Shell
    from reviewdesk.desktop.tasks import Tasks
    from reviewdesk.domain.errors import ReviewDeskError
    from reviewdesk.services.calendar_values import CalendarFile, CalendarNews
    from reviewdesk.services.outcome import Outcome
    from reviewdesk.services.services import Services


class CalendarWays(QObject):
    """Keeps the reviews as the person's own calendar has them.

    Signals:
        told: a sentence about what moved.
    """

    told = Signal(str)

    def __init__(self, shell: Shell, services: Services, tasks: Tasks) -> None:
        super().__init__(shell)
        self._shell, self._services, self._tasks = shell, services, tasks

    def read_again(self) -> None:
        """Read the named calendars that changed, while nobody waits; on another day than the real one nothing is."""
        if self._services.book.is_real_day:
            self._tasks.run(self._services.calendar_in.read_again, self._tell_news, self, lane=Lane.LONG)

    def _tell_news(self, outcome: Outcome[CalendarNews]) -> None:
        news = outcome.value
        if news.troubles:
            self._shell.mentions.say(
                " ".join(news.troubles), Tone.BAD, action=self.tr("Calendars…"), then=self.show_files
            )
        elif news.moved:
            self._shell.mentions.say(f"{'. '.join(news.moved)}.")

    def show_files(self) -> None:
        """Show which calendars are read at each start."""
        from reviewdesk.desktop.incoming.calendar_files import CalendarFilesSheet

        sheet = CalendarFilesSheet(self._services.book.today, self._shell)
        sheet.add_asked.connect(partial(self._choose, sheet))
        sheet.forget_asked.connect(partial(self._forget, sheet))
        self._look(sheet)
        sheet.open()

    def _look(self, sheet: CalendarFilesSheet, _done: object = None) -> None:
        self._tasks.run(self._services.calendar_in.files, partial(_show, sheet), None)

    def _choose(self, sheet: CalendarFilesSheet) -> None:
        title, kinds = self.tr("Choose a calendar file"), self.tr("Calendar files (*.ics)")
        chosen, _ = QFileDialog.getOpenFileName(sheet, title, "", kinds)
        if chosen:
            work = partial(self._services.calendar_in.name_file, Path(chosen))
            self._tasks.run(work, partial(self._named, sheet), None, lane=Lane.WRITE, failed=partial(_refuse, sheet))

    def _named(self, sheet: CalendarFilesSheet, done: object) -> None:
        self._look(sheet, done)
        self.read_again()

    def _forget(self, sheet: CalendarFilesSheet, file_id: UUID) -> None:
        work = partial(self._services.calendar_in.forget_file, file_id)
        self._tasks.run(work, partial(self._look, sheet), None, lane=Lane.WRITE)


def _show(sheet: CalendarFilesSheet, files: tuple[CalendarFile, ...]) -> None:
    if isValid(sheet):
        sheet.take_back()
        sheet.show_files(files)


def _refuse(sheet: CalendarFilesSheet, error: ReviewDeskError) -> None:
    if isValid(sheet):
        sheet.refuse(str(error))
