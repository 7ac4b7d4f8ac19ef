"""The calendar files that are read again at each start: which they are, one more, one less."""

from collections.abc import Sequence
from datetime import date
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from reviewdesk.desktop.widgets.buttons import plain_button
from reviewdesk.desktop.widgets.labels import Label, Part
from reviewdesk.desktop.widgets.row_list import RowList
from reviewdesk.desktop.widgets.row_value import Row, RowAction
from reviewdesk.desktop.widgets.sheet import Sheet
from reviewdesk.domain.intervals import short_day
from reviewdesk.services.calendar_values import CalendarFile


class CalendarFilesSheet(Sheet):
    """Lists the calendar files.

    Signals:
        add_asked: the person wants to name one more.
        forget_asked: the id of the one that is read no more.
    """

    add_asked = Signal()
    forget_asked = Signal(object)

    def __init__(self, today: date, parent: QWidget) -> None:
        sentence = parent.tr(
            "A calendar that your calendar program keeps as a file is looked at when the book opens: a meeting that "
            "was moved or cancelled there moves or cancels its review here."
        )
        super().__init__(parent.tr("Calendars read at each start"), parent.tr("Done"), parent, sentence=sentence)
        self._today = today
        self.rows = RowList(self.tr("Calendar files"))
        self.none = Label(self.tr("None is named yet."), Part.MUTED)
        self.add_button = plain_button(self.tr("Name a calendar file…"), "plus")
        for each in (self.none, self.rows, self.add_button):
            self.add(each)
        self.cancel.hide()
        self.add_button.clicked.connect(self.add_asked)
        self.rows.action_asked.connect(self._act)
        self.asked.connect(self.accept)

    def show_files(self, files: Sequence[CalendarFile]) -> None:
        """Show these files."""
        self.none.setVisible(not files)
        self.rows.setVisible(bool(files))
        self.rows.show_rows([self._row(each) for each in files])

    def _row(self, file: CalendarFile) -> Row:
        read = self.tr("read {day}").format(day=short_day(file.read_on, self._today)) if file.read_on else ""
        meta = " · ".join(each for each in (str(file.path.parent), read) if each)
        forget = RowAction("forget", self.tr("Read no more"), "x", "Del")
        return Row(file.id, file.path.name, meta, icon="calendar-days", actions=(forget,))

    def _act(self, file_id: UUID, _action: str) -> None:
        self.forget_asked.emit(file_id)
