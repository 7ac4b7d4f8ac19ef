"""Logs a call in a minute: with whom, one line, and what comes next."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLineEdit, QPlainTextEdit, QWidget

from reviewdesk.desktop.widgets.day_words import DayWordsField
from reviewdesk.desktop.widgets.field import ChoiceField, LineField, TextField
from reviewdesk.desktop.widgets.sheet import Sheet
from reviewdesk.domain.notes import read_day
from reviewdesk.domain.notes.past_days import read_past_day
from reviewdesk.domain.people import Person
from reviewdesk.domain.said import Channel


@dataclass(frozen=True, slots=True, kw_only=True)
class CallLine:
    """What was filled in; `next_day` is in the person's own words."""

    channel: Channel
    on: date
    person_id: UUID | None
    words: str
    was_review: bool
    next_what: str
    next_day: str
    gut_feeling: int | None


class CallLog(Sheet):
    """Asks what was said.

    Signals:
        logged: what was filled in, as a CallLine.
    """

    logged = Signal(object)

    def __init__(self, account: str, people: Sequence[Person], today: date, parent: QWidget, *, by_call: bool) -> None:
        super().__init__(parent.tr("Log a call with {name}").format(name=account), parent.tr("Log it"), parent)
        who = [(None, self.tr("somebody else")), *((each.id, each.name) for each in people)]
        channels = [(each, each.value) for each in Channel if each is not Channel.REVIEW]
        feelings = [(None, self.tr("no feeling")), *((each, f"{each}") for each in range(1, 6))]
        self.words = TextField(self.tr("What was said"), lines=3)
        self.person = ChoiceField(self.tr("With"), who, people[0].id if people else None, quiet=False)
        self.channel = ChoiceField(self.tr("How"), channels, Channel.CALL, quiet=False)
        self._today = today
        self.day = DayWordsField(
            self.tr("On"), self._past_day, words=self.tr("today"), hint=self.tr("yesterday, 3 mar")
        )
        self.was_review = QCheckBox(self.tr("This was the review"))
        self.was_review.setVisible(by_call)
        self.next_what = LineField(self.tr("What comes next"), hint=self.tr("Call again"), quiet=False)
        hint = self.tr("next Friday, in 2 weeks, 3 Mar")
        self.next_day = DayWordsField(self.tr("By"), self._coming_day, hint=hint)
        self.feeling = ChoiceField(self.tr("My gut feeling, 1 bad to 5 good"), feelings, None, quiet=False)
        self._lay_out_fields()
        self.asked.connect(self._log)

    def _lay_out_fields(self) -> None:
        self.add(self.words)
        for fields in ((self.person, self.channel, self.day), (self.next_what, self.next_day)):
            row = QHBoxLayout()
            row.setSpacing(12)
            for field in fields:
                row.addWidget(field, 1)
            self.add(row)
        self.add(self.feeling)
        self.add(self.was_review)
        self.words.editor.setFocus()

    @property
    def editors(self) -> dict[str, QLineEdit | QPlainTextEdit]:
        """What is typed into, by its name."""
        found = {"words": self.words, "next_what": self.next_what, "next_day": self.next_day}
        editors = {name: field.editor for name, field in found.items()}
        return {name: each for name, each in editors.items() if isinstance(each, QLineEdit | QPlainTextEdit)}

    def _past_day(self, words: str) -> date | None:
        return read_past_day(words, self._today)

    def _coming_day(self, words: str) -> date | None:
        found = read_day(words, self._today, expected=True)
        return found.day if found else None

    def _log(self) -> None:
        on = self.day.day
        if on is None or on > self._today:
            self.refuse(self.tr("Write the day of the call like yesterday or 3 mar; it cannot lie ahead."))
            return
        person, feeling = self.person.value(), self.feeling.value()
        self.logged.emit(
            CallLine(
                channel=Channel(str(self.channel.value())),  # Qt gives plain text back
                on=on,
                person_id=person if isinstance(person, UUID) else None,
                words=str(self.words.value()),
                was_review=self.was_review.isChecked(),
                next_what=self.next_what.value(),
                next_day=self.next_day.value(),
                gut_feeling=feeling if isinstance(feeling, int) else None,
            )
        )
