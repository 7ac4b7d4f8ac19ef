"""A date to choose or to type, with a calendar that follows the theme."""

from datetime import date

from PySide6.QtCore import QDate, QEvent, QLocale, Qt
from PySide6.QtGui import QTextCharFormat
from PySide6.QtWidgets import QCalendarWidget

from reviewdesk.desktop.ink import colour, tokens
from reviewdesk.desktop.widgets.calm_boxes import DayBox


class Calendar(QCalendarWidget):
    """A month to choose a day from."""

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(self.tr("Calendar"))
        self.setFirstDayOfWeek(QLocale().firstDayOfWeek())
        self.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
        self.setGridVisible(False)
        self._tint()

    def _tint(self) -> None:
        """Calm the red that Qt gives to weekends."""
        quiet, head = QTextCharFormat(), QTextCharFormat()
        quiet.setForeground(colour(tokens().muted))
        head.setForeground(colour(tokens().muted))
        head.setFontPointSize(self.font().pointSizeF() * 0.9)
        for day in (Qt.DayOfWeek.Saturday, Qt.DayOfWeek.Sunday):
            self.setWeekdayTextFormat(day, quiet)
        self.setHeaderTextFormat(head)

    def changeEvent(self, event: QEvent) -> None:
        """Take the colours of another theme."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._tint()


class DateEdit(DayBox):
    """A date to type, with a calendar to choose it from."""

    def __init__(self, name: str, day: date) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setCalendarPopup(True)
        self.setCalendarWidget(Calendar())
        self.setDisplayFormat("d MMM yyyy")  # 3/4/2027 is March here and April there
        self.show_day(day)

    @property
    def day(self) -> date:
        """The day that is chosen."""
        shown = self.date()
        return date(shown.year(), shown.month(), shown.day())

    def show_day(self, day: date) -> None:
        """Show this day."""
        self.setDate(QDate(day.year, day.month, day.day))
