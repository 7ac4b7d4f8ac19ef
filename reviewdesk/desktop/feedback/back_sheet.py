"""Shows what came back in a feedback form, or asks for what stands on paper, before any of it is kept."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from uuid import UUID

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QSizePolicy, QWidget

from reviewdesk.desktop.feedback.typed_answers import TypedAnswers
from reviewdesk.desktop.feedback.words import answer_rows, quoting_words
from reviewdesk.desktop.incoming.account_field import PersonField
from reviewdesk.desktop.widgets.card import Card
from reviewdesk.desktop.widgets.day_words import DayWordsField
from reviewdesk.desktop.widgets.field import LineField
from reviewdesk.desktop.widgets.labels import Label, Part
from reviewdesk.desktop.widgets.row_list import RowList
from reviewdesk.desktop.widgets.sheet import Sheet
from reviewdesk.domain.answer import Asked
from reviewdesk.domain.feedback import FilledIn
from reviewdesk.domain.intervals import short_day
from reviewdesk.domain.notes import read_day
from reviewdesk.domain.notes.past_days import read_past_day
from reviewdesk.services.form_in_values import FormBack, FormTaken, needs_recovery

_NEW = "new"
_SHOWN = 600


class BackSheet(Sheet):
    """Says whose form it is and what it says, and asks what is done about it.

    Signals:
        taken: what the person makes of it, as a FormTaken.
    """

    taken = Signal(object)

    def __init__(self, back: FormBack, parent: QWidget) -> None:
        super().__init__(_title(back), parent.tr("Keep the answers"), parent, sentence=_about(back))
        self._back = back
        self.person = PersonField(self.tr("Who answered"), (), quiet=False)
        self.name = LineField(self.tr("Their name"), quiet=False)
        self.day = DayWordsField(
            self.tr("On"), self._past_day, words=self.tr("today"), hint=self.tr("yesterday, 3 mar")
        )
        self.replaces = QCheckBox()
        self.answers = TypedAnswers(back.form.kind, after_review=back.met_on is not None) if back.is_typed else None
        self.recovery = Label(part=Part.WARN, wraps=True)
        self.next_what = LineField(self.tr("What comes next"), self.tr("Put right what they told us"), quiet=False)
        by = short_day(back.put_right_by, back.today)
        self.next_day = DayWordsField(self.tr("By"), self._coming_day, words=by, hint=self.tr("next Friday"))
        self._lay_out_fields()
        self._connect_fields()
        self._offer_people()
        self._see()
        QTimer.singleShot(0, self, self._fit)

    def _fit(self) -> None:
        """Be wide enough for the longest question, once all of it is dressed."""
        column = self.layout()
        if column is not None:
            self.setMinimumWidth(max(self.minimumWidth(), column.minimumSize().width()))
            self.adjustSize()

    def _lay_out_fields(self) -> None:
        self.add(_row((self.person, 3), (self.name, 3), (self.day, 2)))
        self.add(self.replaces)
        if self.answers is not None:
            keys = self.tr("A digit answers and leads on, Enter leaves one out, the arrows go back.")
            self.add(Label(keys, Part.SMALL, wraps=True))
            self.add(self.answers)
        else:
            self._show_answers(self._back.filled)
        self.add(self.recovery)
        self.add(_row((self.next_what, 3), (self.next_day, 2)))
        self.body.addStretch(1)

    def _show_answers(self, filled: FilledIn) -> None:
        rows = RowList(self.tr("What they answered"), most=99)
        rows.show_rows(list(answer_rows(filled, self._back.form.kind)))
        if rows.keys:
            card = Card(edge_to_edge=True)
            card.add(rows)
            card.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
            self.add(card)
        for said, text in ((self.tr("To a colleague"), filled.colleague), (self.tr("Do better"), filled.better)):
            if text.strip():
                shown = text if len(text) <= _SHOWN else f"{text[:_SHOWN]}…"
                self.add(Label(f"{said}: “{shown}”", wraps=True))
        if filled.colleague.strip():
            self.add(Label(quoting_words(filled), Part.SMALL, wraps=True))

    def _connect_fields(self) -> None:
        self.person.edited.connect(self._see)
        self.asked.connect(self._tell)
        if self.answers is not None:
            self.answers.finished.connect(self._tell)
            self.answers.edited.connect(self._see)
            self.answers.begin()

    def _offer_people(self) -> None:
        """Offer the people of the account, and whoever the form says answered where they are not among them."""
        choices: list[tuple[object, str]] = [(each.id, each.name) for each in self._back.people]
        named = self._back.filled.name
        meant: object = self._back.person_id
        self.name.start_with("")
        if meant is None and named:
            choices.append((_NEW, self.tr("Add {who}").format(who=named)))
            meant = _NEW
        elif self._back.is_typed:
            choices.append((_NEW, self.tr("somebody new")))
        choices.append((None, self.tr("nobody in particular")))
        self.person.show_choices(choices, meant)

    @property
    def _filled(self) -> FilledIn:
        """What they answered, with the name that is meant."""
        filled = self.answers.filled if self.answers is not None else self._back.filled
        if self.person.value() == _NEW and self.answers is not None:
            return replace(filled, name=str(self.name.value()).strip())
        known = next((each.name for each in self._back.people if each.id == self.person.value()), "")
        return replace(filled, name=known) if known and self.answers is not None else filled

    def _see(self, _value: object = None) -> None:
        """Say what there is to be seen to: answers from before, and a score that asks to make good."""
        person, filled = self.person.value(), self._filled
        self.name.setVisible(person == _NEW and self.answers is not None)
        before = self._back.before(person if isinstance(person, UUID) else None, filled.name)
        self.replaces.setVisible(before is not None)
        if before is not None:
            day = short_day(before.answered_on, self._back.today)
            self.replaces.setText(self.tr("Put these in place of what they answered on {day}").format(day=day))
        recovers = needs_recovery(filled)
        for each in (self.recovery, self.next_what, self.next_day):
            each.setVisible(recovers)
        if recovers:
            first = self.tr("{score} of 10: make good first. Say what is done about it and by when,")
            rest = self.tr("and speak of no order before it is done.")
            self.recovery.setText(f"{first.format(score=filled.scores[Asked.RECOMMEND])} {rest}")

    def _past_day(self, words: str) -> date | None:
        return read_past_day(words, self._back.today)

    def _coming_day(self, words: str) -> date | None:
        found = read_day(words, self._back.today, expected=True)
        return found.day if found else None

    def _tell(self) -> None:
        on, filled, person = self.day.day, self._filled, self.person.value()
        if on is None or on > self._back.today:
            self.refuse(self.tr("Write the day they answered on like yesterday or 3 mar; it cannot lie ahead."))
            return
        if person == _NEW and not filled.name:
            self.refuse(self.tr("Write the name of who answered, or choose nobody in particular."))
            return
        recovers = needs_recovery(filled)
        self.taken.emit(
            FormTaken(
                filled=filled,
                on=on,
                person_id=person if isinstance(person, UUID) else None,
                adds_person=person == _NEW,
                replaces=self.replaces.isChecked(),
                next_what=str(self.next_what.value()) if recovers else "",
                next_on=self.next_day.day if recovers else None,
            )
        )


def _row(*fields: tuple[QWidget, int]) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(12)
    for field, share in fields:
        row.addWidget(field, share)
    return row


def _title(back: FormBack) -> str:
    who = next((each.name for each in back.people if each.id == back.person_id), back.filled.name)
    if back.is_typed:
        return f"Type in what {who} answered" if who else "Type in what they answered"
    return f"What {who} answered" if who else "What they answered"


def _about(back: FormBack) -> str:
    review = f"after the review of {short_day(back.met_on, back.today)}" if back.met_on else ""
    parts = (back.account, back.form.kind.value, review, back.name)
    about = " · ".join(each for each in parts if each)
    return f"{about}\n{back.why}" if back.why else about
