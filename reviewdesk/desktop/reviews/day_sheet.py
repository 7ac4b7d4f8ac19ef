"""Asks for the day of a review: typed in words, or chosen from a calendar, with a time if there is one."""

import re
from datetime import date, datetime, time
from typing import Final

from PySide6.QtCore import QDate, QTime, Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLineEdit, QTimeEdit, QWidget

from reviewdesk.desktop.widgets.dates import Calendar
from reviewdesk.desktop.widgets.labels import Label, Part
from reviewdesk.desktop.widgets.sheet import Sheet
from reviewdesk.domain.notes import DayRules, read_day


class DaySheet(Sheet):
    """A small window that asks for a day and, if wanted, a time.

    Signals:
        chosen: the day, and the moment it starts with the machine's zone or nothing.
    """

    chosen = Signal(object, object)

    def __init__(self, title: str, verb: str, day: date, rules: DayRules, parent: QWidget | None = None) -> None:
        super().__init__(title, verb, parent)
        self._today, self._rules = day, rules
        self.words = QLineEdit()
        self.words.setAccessibleName(self.tr("Day in words"))
        self.words.setPlaceholderText(self.tr("tomorrow, 3 dec, in 2w, next thu"))
        self.said = Label(part=Part.MUTED)
        self.calendar = Calendar()
        self.with_time = QCheckBox(self.tr("Starts at"))
        self.starts = QTimeEdit(QTime(10, 0))
        self.starts.setAccessibleName(self.tr("Start time"))
        self.starts.setDisplayFormat("HH:mm")
        self.calendar.setMinimumDate(QDate(day.year, day.month, day.day))
        self._lay_out_fields()
        self._connect()
        self._say(self.day)

    @classmethod
    def ask(cls, title: str, verb: str, today: date, rules: DayRules, parent: QWidget | None = None) -> "DaySheet":
        """Open the window; what is chosen comes by its signal."""
        sheet = cls(title, verb, today, rules, parent)
        sheet.open()
        sheet.words.setFocus()
        return sheet

    @property
    def day(self) -> date:
        """The day that is chosen."""
        chosen = self.calendar.selectedDate()
        return date(chosen.year(), chosen.month(), chosen.day())

    def show_day(self, day: date, starts_at: datetime | None = None) -> None:
        """Show a day and time that are known already."""
        self.calendar.setSelectedDate(QDate(day.year, day.month, day.day))
        if starts_at is not None:
            local = starts_at.astimezone()
            self.with_time.setChecked(True)
            self.starts.setTime(QTime(local.hour, local.minute))

    def _lay_out_fields(self) -> None:
        row = QHBoxLayout()
        row.addWidget(self.with_time)
        row.addWidget(self.starts)
        row.addStretch(1)
        for each in (self.words, self.said, self.calendar):
            self.add(each)
        self.add(row)
        self.starts.setEnabled(False)

    def _connect(self) -> None:
        self.words.textEdited.connect(self._read)
        self.calendar.selectionChanged.connect(self._chose)
        self.with_time.toggled.connect(self.starts.setEnabled)
        self.asked.connect(self._tell)

    def _read(self, words: str) -> None:
        words, clock = without_time(words)
        if clock is not None:
            self.with_time.setChecked(True)
            self.starts.setTime(QTime(clock.hour, clock.minute))
        found = read_day(words, self._today, self._rules, expected=True)
        if found is not None:
            self.calendar.setSelectedDate(QDate(found.day.year, found.day.month, found.day.day))
            self._say(found.day)
        elif words.strip():
            self.said.setText(self.tr("This is not read as a day yet."))

    def _chose(self) -> None:
        self._say(self.day)

    def _say(self, day: date) -> None:
        self.said.setText(f"{day:%A}, {day.day} {day:%B %Y}")

    def _tell(self) -> None:
        typed = without_time(self.words.text())[0].strip()
        if typed and read_day(typed, self._today, self._rules, expected=True) is None:
            self.refuse(
                self.tr("“{typed}” is not read as a day. Write it like 3 dec, or choose it.").format(typed=typed)
            )
            return
        at = self.starts.time()
        clock = time(at.hour(), at.minute()) if self.with_time.isChecked() else None
        self.chosen.emit(self.day, datetime.combine(self.day, clock).astimezone() if clock else None)


_TIME: Final = re.compile(r"\s+(?:at|um|à|@)?\s*(\d{1,2})(?:(?:[:h.](\d\d))|\s*(?:h|uhr|o'clock))?\s*$", re.IGNORECASE)
_LED: Final = re.compile(r"\s(?:at|um|à|@)\s*\d{1,2}\s*$", re.IGNORECASE)


def without_time(words: str) -> tuple[str, time | None]:
    """Take a time from the end of words, as in "next thu at 10" or "3 dec 14:30"; a bare number is none."""
    found = _TIME.search(words)
    if found is None or not (found[2] or _LED.search(words) or not words.rstrip()[-1].isdigit()):
        return words, None
    hour, minute = int(found[1]), int(found[2] or 0)
    if hour > 23 or minute > 59:
        return words, None
    return words[: found.start()], time(hour, minute)
