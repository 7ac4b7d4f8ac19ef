"""What the people of one account answered: a form to note an answer, and all of them by day."""

from datetime import date
from itertools import groupby
from uuid import UUID

from PySide6.QtCore import Signal

from reviewdesk.desktop.account.new_answer import AnswerForm
from reviewdesk.desktop.account.words import long_day
from reviewdesk.desktop.tokens import Tone
from reviewdesk.desktop.widgets.card import Card
from reviewdesk.desktop.widgets.page import ScrollColumn
from reviewdesk.desktop.widgets.pill import PillText
from reviewdesk.desktop.widgets.row_list import RowList, Section
from reviewdesk.desktop.widgets.row_value import Row, RowAction
from reviewdesk.domain.answer import Asked
from reviewdesk.domain.intervals import short_day
from reviewdesk.domain.scores import PASSIVE_FROM, PROMOTER_FROM
from reviewdesk.services.answers import AccountAnswers, AnswerRow

_EVERY = 100_000
_CORRECT = RowAction("correct", "Correct it", "pencil", "F2")
_REMOVE = RowAction("remove", "Remove", "trash-2", "Del")


class ScoresPage(ScrollColumn):
    """The answers of one account.

    Signals:
        given: an answer as it was typed, to note.
        corrected: the id of an answer, and what is to stand in its place.
        remove_asked: the id of an answer to take out.
    """

    given = Signal(object)
    corrected = Signal(object, object)
    remove_asked = Signal(object)

    def __init__(self) -> None:
        super().__init__(self.tr("Scores"))
        self._shown: AccountAnswers | None = None
        self._correcting: UUID | None = None
        self.form = AnswerForm()
        self.rows = RowList(self.tr("Scores"), most=_EVERY)
        self._list = Card(edge_to_edge=True)
        adding = Card()
        adding.add(self.form)
        self._list.body.setContentsMargins(0, 0, 0, 0)
        self._list.add(self.rows)
        for card in (adding, self._list):
            self.column.addWidget(card)
        self.column.addStretch(1)
        self.form.given.connect(self._give)
        self.form.left.connect(self.done)
        self.rows.action_asked.connect(self._act)
        self.rows.opened.connect(self._correct)

    def begin(self) -> None:
        """Stand for another account from here on."""
        self._shown = None
        self.done()

    def start_adding(self) -> None:
        """Let the person choose what somebody answered."""
        self.ensureWidgetVisible(self.form)
        self.form.scale.setFocus()

    def show_answers(self, answers: AccountAnswers) -> None:
        """Show these answers by day, the newest first."""
        self._shown = answers
        self.form.offer(answers.people)
        days = groupby(answers.rows, key=_day)
        self.rows.show_sections([Section(long_day(day), tuple(_row(each, answers) for each in of)) for day, of in days])
        self._list.setVisible(bool(answers.rows))

    def done(self) -> None:
        """Be ready for the next answer."""
        self._correcting = None
        self.form.clear()

    def _give(self, given: object) -> None:
        if self._correcting is None:
            self.given.emit(given)
        else:
            self.corrected.emit(self._correcting, given)

    def _act(self, answer_id: UUID, action: str) -> None:
        if action == "remove":
            if answer_id == self._correcting:
                self.done()
            self.remove_asked.emit(answer_id)
        else:
            self._correct(answer_id)

    def _correct(self, answer_id: UUID) -> None:
        found = [each.answer for each in self._shown.rows if each.answer.id == answer_id] if self._shown else []
        for answer in found:
            self._correcting = answer_id
            self.ensureWidgetVisible(self.form)
            self.form.correct(answer)


def _day(row: AnswerRow) -> date:
    return row.answer.answered_on


def _row(row: AnswerRow, shown: AccountAnswers) -> Row:
    answer = row.answer
    of = f"{answer.value} of {answer.scale.highest}"
    change = ""
    if row.before is not None:
        since = short_day(row.before.answered_on, shown.today)
        way = "as" if not row.change else f"{abs(row.change)} {'more' if row.change > 0 else 'less'} than"
        change = f"{way} on {since}"
    meta = (
        f"“{answer.evidence}”" if answer.evidence else "",
        f"matters {answer.importance} of {answer.scale.highest} to them" if answer.importance else "",
        change,
    )
    pills = (PillText("our guess", Tone.NEUTRAL),) if answer.is_guess else ()
    return Row(
        answer.id,
        f"{row.who} · {answer.asked}" if row.who else answer.asked.value,
        " · ".join(each for each in meta if each),
        pills=(*pills, PillText(of, _tone(row))),
        actions=(_CORRECT, _REMOVE),
    )


def _tone(row: AnswerRow) -> Tone:
    """Colour what says by itself whether it is good: only a score of 0-10 does."""
    if row.answer.asked is not Asked.RECOMMEND:
        return Tone.NEUTRAL
    value = row.answer.value
    return Tone.GOOD if value >= PROMOTER_FROM else Tone.WARN if value >= PASSIVE_FROM else Tone.BAD
