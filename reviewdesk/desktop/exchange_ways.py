"""What comes in one by one and what goes out to other programs, connected to the desk."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from reviewdesk.desktop.afterwards import Afterwards
from reviewdesk.desktop.batch.ways import BatchWays
from reviewdesk.desktop.boss_ways import BossWays
from reviewdesk.desktop.calendar_ways import CalendarWays
from reviewdesk.desktop.change_ways import ChangeWays
from reviewdesk.desktop.crm_ways import CrmWays
from reviewdesk.desktop.dropping import Dropping
from reviewdesk.desktop.export_ways import ExportWays
from reviewdesk.desktop.feedback.ways import FormWays
from reviewdesk.desktop.hand_off.ways import HandOffWays
from reviewdesk.desktop.letter_ways import LetterWays
from reviewdesk.desktop.paper_ways import PaperWays
from reviewdesk.desktop.reminder_ways import ReminderWays
from reviewdesk.desktop.template_ways import TemplateWays

if TYPE_CHECKING:
    from reviewdesk.desktop.desk import Desk


class ExchangeWays(QObject):
    """Holds the ways in and out of one book."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk.shell)
        self._desk = desk
        shell, services, tasks = desk.shell, desk.services, desk.tasks
        self.forms = FormWays(desk)
        self.dropping = Dropping(shell, services, tasks, desk.account_shown, self.forms)
        self.calendars = CalendarWays(shell, services, tasks)
        self.crm = CrmWays(desk)
        self.export = ExportWays(desk)
        self.papers, self.boss, self.afterwards = PaperWays(desk), BossWays(desk), Afterwards(desk)
        self.reminding = ReminderWays(desk)
        self.batch, self.templates = BatchWays(desk), TemplateWays(desk)
        self.letters, self.changes, self.hand_offs = LetterWays(desk), ChangeWays(desk), HandOffWays(desk)
        shell.files_dropped.connect(self.dropping.take_files)
        shell.words_dropped.connect(self._take_words)
        desk.files.import_chosen.connect(self.dropping.take_files)
        self.dropping.import_asked.connect(desk.import_files)
        self.dropping.told.connect(desk.tell)
        self.dropping.hand_off_form = self.hand_offs.take_file
        self.calendars.told.connect(desk.tell)
        self.crm.told.connect(desk.tell)
        self.export.told.connect(desk.tell)

    def begin_day(self) -> None:
        """Look at the calendars that are read at each start."""
        self.calendars.read_again()

    def _take_words(self, dropped: object) -> None:
        """Take text or a picture, once what is being typed on the page is in the book."""
        self._desk.flush()
        self.dropping.take_words(dropped)
