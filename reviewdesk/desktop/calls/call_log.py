"""Logs a call in a minute: with whom, one line, the score they gave, how it felt, and what comes next."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final, TypeVar
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLineEdit, QPlainTextEdit, QWidget

from reviewdesk.desktop.widgets.day_words import DayWordsField
from reviewdesk.desktop.widgets.field import ChoiceField, LineField, TextField
from reviewdesk.desktop.widgets.labels import Label, Part
from reviewdesk.desktop.widgets.sheet import Sheet
from reviewdesk.domain.answer import SCALES, Asked
from reviewdesk.domain.call_list import asks_for_recovery
from reviewdesk.domain.follow_up import FollowUp
from reviewdesk.domain.notes import read_day
from reviewdesk.domain.notes.past_days import read_past_day
from reviewdesk.domain.people import Person
from reviewdesk.domain.said import Channel

ASKS_WHY: Final = (1, 2)
T = TypeVar("T")


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
    next_promised: bool
    asked: Asked
    score: int | None
    gut_feeling: int | None
    gut_feeling_note: str
    does: UUID | None = None
    reaches: UUID | None = None


@dataclass(frozen=True, slots=True)
class Called:
    """Why a call is made, before anybody is asked about it: what to say, what to ask, and whom.

    `courtesy` is the follow-up that asks for a call that is not for an order, `reaches` the account of an outreach.
    """

    script: str = ""
    asked: Asked = Asked.RECOMMEND
    person_id: UUID | None = None
    courtesy: FollowUp | None = None
    reaches: UUID | None = None


ANYBODY: Final = Called()


class CallLog(Sheet):
    """Asks what was said.

    Signals:
        logged: what was filled in, as a CallLine.
    """

    logged = Signal(object)

    def __init__(
        self,
        account: str,
        people: Sequence[Person],
        today: date,
        parent: QWidget,
        *,
        by_call: bool,
        called: Called = ANYBODY,
    ) -> None:
        super().__init__(parent.tr("Log a call with {name}").format(name=account), parent.tr("Log it"), parent)
        who = [(None, self.tr("somebody else")), *((each.id, each.name) for each in people)]
        channels = [(each, each.value) for each in Channel if each is not Channel.REVIEW]
        first = called.person_id or (people[0].id if people else None)
        self._today = today
        self._called = called
        self.script = Label(called.script or (self._courtesy_script() if called.courtesy else ""), wraps=True)
        self.is_courtesy = QCheckBox(self.tr("This was that call"))
        self.is_courtesy.setChecked(called.courtesy is not None)
        self.is_courtesy.setVisible(called.courtesy is not None)
        self.knows = QCheckBox(self.tr("They know of it now"))
        self.knows.setChecked(called.reaches is not None)
        self.knows.setVisible(called.reaches is not None)
        self.words = TextField(self.tr("What was said"), lines=3)
        self.person = ChoiceField(self.tr("With"), who, first, quiet=False)
        self.channel = ChoiceField(self.tr("How"), channels, Channel.CALL, quiet=False)
        self.day = DayWordsField(
            self.tr("On"), self._past_day, words=self.tr("today"), hint=self.tr("yesterday, 3 mar")
        )
        self.was_review = QCheckBox(self.tr("This was the review"))
        self.was_review.setVisible(by_call)
        self._make_scores()
        self._make_next()
        self._lay_out_fields()
        self.feeling.edited.connect(self._ask_why)
        self.score.edited.connect(self._recover_first)
        self._ask_why()
        self._recover_first()
        self.asked.connect(self._log)

    def _courtesy_script(self) -> str:
        asked = self._called.courtesy.what if self._called.courtesy else ""
        return self.tr("{asked}. Ask how they have fared since; there is room for what they might buy later.").format(
            asked=asked
        )

    def _make_scores(self) -> None:
        scale, asked = SCALES[self._called.asked], self._called.asked.value
        scores = [(None, self.tr("not asked")), *((each, f"{each}") for each in range(scale.lowest, scale.highest + 1))]
        feelings = [(None, self.tr("no feeling")), *((each, f"{each}") for each in range(1, 6))]
        label = self.tr("They: {asked}, {lowest} to {highest}").format(
            asked=asked, lowest=scale.lowest, highest=scale.highest
        )
        self.score = ChoiceField(label, scores, None, quiet=False)
        self.feeling = ChoiceField(self.tr("My gut feeling, 1 bad to 5 good"), feelings, None, quiet=False)
        self.uneasy = LineField(self.tr("What makes me uneasy; for me only"), quiet=False)

    def _make_next(self) -> None:
        hint = self.tr("next Friday, in 2 weeks, 3 Mar")
        self.recovery = Label(part=Part.WARN, wraps=True)
        self.next_what = LineField(self.tr("What comes next"), hint=self.tr("Call again"), quiet=False)
        self.next_day = DayWordsField(self.tr("By"), self._coming_day, hint=hint)
        self.promised = QCheckBox(self.tr("I promised this to them"))

    def _lay_out_fields(self) -> None:
        self.script.setVisible(bool(self.script.text()))
        self.add(self.script)
        self.add(self.is_courtesy)
        self.add(self.knows)
        self.add(self.words)
        self._add_row(self.person, self.channel, self.day)
        self._add_row(self.score, self.feeling)
        self.add(self.uneasy)
        self.add(self.recovery)
        self._add_row(self.next_what, self.next_day)
        self._add_row(self.promised, self.was_review)
        self.words.editor.setFocus()

    def _add_row(self, *fields: QWidget) -> None:
        row = QHBoxLayout()
        row.setSpacing(12)
        for field in fields:
            row.addWidget(field, 1)
        self.add(row)

    def _ask_why(self) -> None:
        self.uneasy.setVisible(self.feeling.value() in ASKS_WHY)

    def _recover_first(self) -> None:
        score = self.score.value()
        recovers = isinstance(score, int) and asks_for_recovery(self._called.asked, score)
        self.recovery.setVisible(recovers)
        words = self.tr(
            "{score} of 10: make good first. Ask what would put it right, write that down as what comes next,"
        )
        rest = self.tr("and speak of no order before it is done.")
        self.recovery.setText(f"{words.format(score=score)} {rest}")
        hint = self.tr("Put right what they told us") if recovers else self.tr("Call again")
        if isinstance(line := self.next_what.editor, QLineEdit):
            line.setPlaceholderText(hint)

    @property
    def editors(self) -> dict[str, QLineEdit | QPlainTextEdit]:
        """What is typed into, by its name."""
        found = {"words": self.words, "uneasy": self.uneasy, "next_what": self.next_what, "next_day": self.next_day}
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
        self.logged.emit(
            CallLine(
                channel=Channel(str(self.channel.value())),  # Qt gives plain text back
                on=on,
                person_id=_of(UUID, self.person),
                words=str(self.words.value()),
                was_review=self.was_review.isChecked(),
                next_what=self.next_what.value(),
                next_day=self.next_day.value(),
                next_promised=self.promised.isChecked(),
                asked=self._called.asked,
                score=_of(int, self.score),
                gut_feeling=_of(int, self.feeling),
                gut_feeling_note=self.uneasy.value(),
                does=self._called.courtesy.id if self._called.courtesy and self.is_courtesy.isChecked() else None,
                reaches=self._called.reaches if self.knows.isChecked() else None,
            )
        )


def _of(kind: type[T], field: ChoiceField) -> T | None:
    chosen = field.value()
    return chosen if isinstance(chosen, kind) else None
