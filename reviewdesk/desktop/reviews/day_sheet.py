"""Asks for the day of a review: typed in words, or chosen from a calendar, with a time if there is one."""

from datetime import date, datetime, time

from PySide6.QtCore import QDate, QTime, Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLineEdit, QWidget

from reviewdesk.desktop.widgets.calm_boxes import TimeBox
from reviewdesk.desktop.widgets.dates import Calendar
from reviewdesk.desktop.widgets.labels import Label, Part
from reviewdesk.desktop.widgets.sheet import Sheet
from reviewdesk.domain.intervals import short_day
from reviewdesk.domain.notes import DayRules, DayWords, read_day
from reviewdesk.domain.notes.clock_words import may_name_a_time, read_clock_in


class DaySheet(Sheet):
    """A small window that asks for a day and, if wanted, a time.

    Signals:
        chosen: the day, and the moment it starts with the machine's zone or nothing.
    """

    chosen = Signal(object, object)

    def __init__(self, title: str, verb: str, day: date, rules: DayRules, parent: QWidget | None = None) -> None:
        super().__init__(title, verb, parent)
        self._today, self._rules = day, rules
        self._reading = self._time_typed = False
        self.words = QLineEdit()
        self.words.setAccessibleName(self.tr("Day in words"))
        self.words.setPlaceholderText(self.tr("tomorrow, 3 dec, in 2w, next thu"))
        self.said = Label(part=Part.MUTED)
        self.calendar = Calendar()
        self.with_time = QCheckBox(self.tr("Starts at"))
        self.starts = TimeBox(QTime(10, 0))
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
        self._say(self.day)

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
        self.calendar.clicked.connect(self._chose)
        self.with_time.toggled.connect(self.starts.setEnabled)
        self.with_time.clicked.connect(self._time_by_hand)
        self.starts.timeChanged.connect(self._time_by_hand)
        self.asked.connect(self._tell)

    def _read(self, words: str) -> None:
        self.take_back()
        typed = read_clock_in(words)
        self._reading = True
        self._take_time(typed.clock)
        found = self._found(typed.rest)
        if found is not None and found.day >= self._today:
            self.calendar.setSelectedDate(QDate(found.day.year, found.day.month, found.day.day))
        self._reading = False
        self._say(found.day if found else self.day)
        if typed.rest.strip() and (found is None or self._unread(typed.rest, found)):
            self.said.setText(self._not_read(found))

    def _found(self, words: str) -> DayWords | None:
        return read_day(words, self._today, self._rules, expected=True)

    def _take_time(self, clock: time | None) -> None:
        """Take the time that was typed; one typed before and taken away again goes with its words."""
        if clock is not None:
            self.with_time.setChecked(True)
            self.starts.setTime(QTime(clock.hour, clock.minute))
        elif self._time_typed:
            self.with_time.setChecked(False)
        self._time_typed = clock is not None

    def _time_by_hand(self) -> None:
        if not self._reading:
            self._time_typed = False
            self._say(self.day)

    def _chose(self) -> None:
        """A day chosen in the calendar stands instead of the words, and the time that was typed stays."""
        if not self._reading:
            self.take_back()
            self.words.clear()
            self._say(self.day)

    def _say(self, day: date) -> None:
        if day < self._today:
            self.said.setText(self.tr("{day} has gone by.").format(day=short_day(day, self._today)))
            return
        at = self.starts.time()
        clock = f", {at.hour():02}:{at.minute():02}" if self.with_time.isChecked() else ""
        self.said.setText(f"{day:%A}, {day.day} {day:%B %Y}{clock}")

    def _unread(self, words: str, found: DayWords) -> bool:
        """Say whether a time may stand beside the day that is not read."""
        return may_name_a_time(f"{words[: found.span[0]]} {words[found.span[1] :]}")

    def _not_read(self, found: DayWords | None) -> str:
        if found is None:
            return self.tr("This is not read as a day yet.")
        return self.tr("The time is not read yet. Write the time like 14:30.")

    def _tell(self) -> None:
        sentence = self._refusal_of(self.words.text())
        if sentence:
            self.refuse(sentence)
            return
        at = self.starts.time()
        clock = time(at.hour(), at.minute()) if self.with_time.isChecked() else None
        self.chosen.emit(self.day, datetime.combine(self.day, clock).astimezone() if clock else None)

    def _refusal_of(self, words: str) -> str:
        """Say why the words cannot be taken, or nothing."""
        typed = read_clock_in(words).rest.strip()
        found = self._found(typed)
        if typed and found is None:
            return self.tr("“{typed}” is not read as a day. Write it like 3 dec, or choose it.").format(typed=typed)
        if found is not None and self._unread(typed, found):
            return self.tr("The time in “{typed}” is not read. Write the time like 14:30.").format(typed=typed)
        if found is not None and found.day < self._today:
            day = short_day(found.day, self._today)
            return self.tr("{day} has gone by. Type a day from today on, or choose it.").format(day=day)
        return ""
