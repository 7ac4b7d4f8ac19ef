"""The right side of Wrap up: what is missing, and everything the summary says beside the notes."""

from datetime import UTC, date, datetime
from typing import Final
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLayout, QVBoxLayout, QWidget

from reviewdesk.desktop.review.checks import SETTINGS, Checks
from reviewdesk.desktop.review.chips import day_words
from reviewdesk.desktop.review.goals import GoalList
from reviewdesk.desktop.review.heard import HeardList
from reviewdesk.desktop.review.model import Shown
from reviewdesk.desktop.review.print_list import QuoteRow
from reviewdesk.desktop.review.proposed_list import ProposedList
from reviewdesk.desktop.widgets.chips import Chip, ChipRow
from reviewdesk.desktop.widgets.field import Field, LineField, TextField
from reviewdesk.desktop.widgets.labels import Label, Part
from reviewdesk.desktop.widgets.page import ScrollColumn
from reviewdesk.desktop.widgets.tab_order import tab_as_laid_out
from reviewdesk.domain.finishing import held_day
from reviewdesk.domain.line_records import said_on
from reviewdesk.domain.notes import read_day
from reviewdesk.domain.notes.clock_words import read_clock
from reviewdesk.domain.notes.past_days import read_past_day
from reviewdesk.domain.review import Feeling
from reviewdesk.domain.summary import MOST_SENTENCES

_MOST_QUOTES: Final = 12
_KEYS: Final = {Feeling.ENJOYABLE: "E", Feeling.FORCED: "F", Feeling.PRODUCTIVE: "P"}


class OutcomePanel(ScrollColumn):
    """Checks, sentences, ask and commitment, what was heard, quotes, goals, next review, and how it felt.

    Signals:
        changed: the name of a field of the review and its new value.
        dated: the line of a promise and the day given to it.
        consented: a quote, the consent, and who said it.
        measured: a figure of a goal. goal_added: a goal that was agreed.
        feeling_asked: how it felt, said or taken back.
        settings_asked: the person goes to say there who they are.
    """

    changed = Signal(str, object)
    dated = Signal(object, object)
    consented = Signal(object, object, object)
    measured = Signal(object)
    goal_added = Signal(object)
    feeling_asked = Signal(object)
    settings_asked = Signal()

    def __init__(self) -> None:
        super().__init__("Before you finish", gap=22)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.checks = Checks()
        hint = self.tr("One a line: what matters most in this quarter")
        self.sentences = TextField(self.tr("The quarter in three sentences"), hint=hint, lines=4)
        self.ask = LineField(self.tr("One ask"), hint=self.tr("What we ask of them"), quiet=False)
        self.commitment = LineField(self.tr("One commitment"), hint=self.tr("What we commit to"), quiet=False)
        self.heard = HeardList()
        self.proposed_sentences = ProposedList(self.tr("Sentences proposed from your notes"), heard=False)
        self.proposed_heard = ProposedList(self.tr("Things heard, proposed from your notes"), heard=True)
        self.goals = GoalList()
        self.held_on = LineField(self.tr("Held on"), hint=self.tr("today, 23 nov"), quiet=False)
        self.next_day = LineField(self.tr("Next review"), hint=self.tr("in 3 months, 23 feb"), quiet=False)
        self.next_time = LineField(self.tr("Starts at"), hint=self.tr("10:00"), quiet=False)
        self.feelings = ChipRow(self.tr("How did it feel?"), [Chip(e.value, f"{e.value} {_KEYS[e]}") for e in Feeling])
        self.told = LineField(self.tr("What would they tell a colleague?"), quiet=False)
        self.fields: dict[str, tuple[Field, ...]] = {
            "held_on": (self.held_on,), "sentences": (self.sentences,), "ask": (self.ask,),
            "commitment": (self.commitment,),
            "next_on": (self.next_day,), "next_starts_at": (self.next_time,), "told_a_colleague": (self.told,),
        }  # fmt: skip
        self._quotes: dict[UUID, QuoteRow] = {}
        self._quote_column = QVBoxLayout()
        self._quote_part = QWidget()
        self._shown: Shown | None = None
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        self.column.setContentsMargins(20, 22, 20, 24)
        day = QHBoxLayout()
        day.addWidget(self.next_day, 2)
        day.addWidget(self.next_time, 1)
        self._quote_part = self._part(self.tr("Quotes: may they be printed?"), self._quote_column)
        ask = QVBoxLayout()
        ask.addWidget(self.ask)
        ask.addWidget(self.commitment)
        feel = QVBoxLayout()
        feel.setSpacing(10)
        feel.addWidget(self.feelings)
        feel.addWidget(self.told)
        parts = (
            self.checks,
            self.held_on,
            self._part("", _layout(self.sentences, self.proposed_sentences)),
            self._part("", ask),
            self._part(self.tr("Three things we heard"), _layout(self.heard, self.proposed_heard)),
            self._quote_part,
            self._part(self.tr("Goals: where they stand"), _layout(self.goals)),
            self._part("", day),
            self._part(self.tr("How did it feel?"), feel),
        )
        for part in parts:
            self.column.addWidget(part)
        then = self.tr("Then: the summary, checked before it can leave, and the next review in your plan.")
        self.column.addWidget(Label(then, Part.SMALL, wraps=True))
        self.column.addStretch(1)

    def _part(self, title: str, content: QLayout) -> QWidget:
        part = QWidget()
        column = QVBoxLayout(part)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        if title:
            column.addWidget(Label(title, Part.STRONG))
        column.addLayout(content)
        return part

    def _connect(self) -> None:
        self.checks.dated.connect(self.dated)
        self.checks.place_asked.connect(self.go_to)
        self.sentences.edited.connect(self._tell_sentences)
        self.ask.edited.connect(self._tell_ask)
        self.commitment.edited.connect(self._tell_commitment)
        self.heard.chosen.connect(self._tell_heard)
        self.goals.measured.connect(self.measured)
        self.goals.added.connect(self.goal_added)
        self.held_on.edited.connect(self._tell_held)
        self.next_day.edited.connect(self._tell_next)
        self.next_time.edited.connect(self._tell_next)
        self.feelings.changed.connect(self._tell_feeling)
        self.told.edited.connect(self._tell_told)

    def show_review(self, shown: Shown) -> None:
        """Show how far the outcome of this review is."""
        self._shown = shown
        review = shown.review
        self.checks.show_review(shown)
        self.sentences.show_value("\n".join(review.sentences))
        self.ask.show_value(review.ask)
        self.commitment.show_value(review.commitment)
        self.heard.show_review(shown)
        self.goals.show_review(shown)
        self._show_quotes(shown)
        self._show_held(shown)
        self._show_next(shown)
        self.feelings.set_on(each.value for each in review.feelings)
        self.told.show_value(review.told_a_colleague)
        tab_as_laid_out(self.column)

    def flush(self) -> None:
        """Tell at once what was typed."""
        for (field,) in self.fields.values():
            field.flush()
        self.goals.flush()

    def go_to(self, place: str) -> None:
        """Bring the place where something is said into sight, with the cursor in it; Settings are another page."""
        if place == SETTINGS:
            self.settings_asked.emit()
            return
        quotes = next((each.consent for each in self._quotes.values()), None)
        rows = [self.goals.row(each).figure for each in self._goal_ids()]
        promises = next((each.day for each in self.checks.promises.values()), None)
        places = {
            "promises": promises,
            "sentences": self.sentences.editor,
            "ask": self.ask.editor,
            "quotes": quotes,
            "goals": rows[0] if rows else None,
            "next": self.next_day.editor,
        }
        widget = places.get(place)
        if widget is not None:
            self.ensureWidgetVisible(widget)
            widget.setFocus(Qt.FocusReason.OtherFocusReason)

    def _goal_ids(self) -> list[UUID]:
        if self._shown is None:
            return []
        known = {each.goal_id for each in self._shown.material.actuals}
        return [each.id for each in self._shown.material.goals if each.ended_on is None and each.id not in known]

    def _show_quotes(self, shown: Shown) -> None:
        people = [(each.id, each.name) for each in shown.material.people.values()]
        kept, self._quotes = self._quotes, {}
        for quote in [each for each in shown.material.quotes if not each.withdrawn][:_MOST_QUOTES]:
            row = kept.pop(quote.id, None)
            if row is None:
                row = QuoteRow(quote, people)
                row.consented.connect(self.consented)
                self._quote_column.addWidget(row)
            row.show_quote(quote)
            self._quotes[quote.id] = row
        for gone in kept.values():
            self._quote_column.removeWidget(gone)
            gone.hide()
            gone.deleteLater()
        self._quote_part.setVisible(bool(self._quotes))

    def _show_held(self, shown: Shown) -> None:
        """Say which day is taken as that of the meeting, where it is not plainly today."""
        review, day = shown.review, _held_on(shown)
        self.held_on.show_value(day_words(day, shown.today))
        plain = day == review.planned_on == shown.today
        self.held_on.setVisible(not (review.is_finished or plain))

    def _tell_held(self) -> None:
        shown = self._shown
        if shown is None or shown.review.is_finished:
            return
        day = read_past_day(self.held_on.value(), shown.today, shown.material.meeting.rules)
        if day is None or day > shown.today:
            self.held_on.show_refused(self.tr("Write the day it was held on like 23 nov; it cannot lie ahead."))
        else:
            self.changed.emit("held_on", day)

    def _show_next(self, shown: Shown) -> None:
        review = shown.review
        self.next_day.show_value(day_words(review.next_on, shown.today) if review.next_on else "")
        at = review.next_starts_at.astimezone() if review.next_starts_at else None
        self.next_time.show_value(f"{at:%H:%M}" if at else "")

    # ------------------------------------------------------------ what the person says

    def _tell_sentences(self, typed: object) -> None:
        self.changed.emit("sentences", _sentences(typed))

    def remark(self) -> None:
        """Say what is to be said about what was saved as it is."""
        if len(_sentences(self.sentences.value())) > MOST_SENTENCES:
            self.sentences.remark(self.tr("The summary has room for three sentences; the first three are printed."))

    def _tell_ask(self, typed: object) -> None:
        self.changed.emit("ask", str(typed).strip())

    def _tell_commitment(self, typed: object) -> None:
        self.changed.emit("commitment", str(typed).strip())

    def _tell_told(self, typed: object) -> None:
        self.changed.emit("told_a_colleague", str(typed).strip())

    def _tell_heard(self, heard: object) -> None:
        self.changed.emit("heard", heard)

    def _tell_next(self) -> None:
        shown = self._shown
        if shown is None:
            return
        meeting, typed = shown.material.meeting, self.next_day.value().strip()
        found, held = read_day(typed, meeting.on, meeting.rules, expected=True), _held_on(shown)
        day = found.day if found and found.day > held else None
        if typed and found is None:
            self.next_day.show_refused(self.tr("This is not read as a day. Write it like 23 feb or in 3 months."))
        elif found is not None and day is None:
            words = self.tr("The next review comes after this one, {day}.").format(day=day_words(held, shown.today))
            self.next_day.show_refused(words)
        else:
            self.changed.emit("next_on", day)
        self._tell_time(day)

    def _tell_time(self, day: date | None) -> None:
        typed = self.next_time.value().strip()
        clock = read_clock(typed)
        if typed and clock is None:
            self.next_time.show_refused(self.tr("Write the time like 14:30."))
        elif typed and day is None:
            self.next_time.show_refused(self.tr("Say the day first; the time is saved with it."))
        else:
            at = datetime.combine(day, clock).astimezone(UTC) if day and clock else None
            self.changed.emit("next_starts_at", at)

    def _tell_feeling(self, on: frozenset[str]) -> None:
        known = {each.value for each in self._shown.review.feelings} if self._shown else set()
        for changed in on ^ known:
            self.feeling_asked.emit(Feeling(changed))


def _held_on(shown: Shown) -> date:
    """Give the day that is taken as that of the meeting."""
    said = {day for each in shown.lines if each.record is not None and (day := said_on(each.record)) is not None}
    return held_day(shown.review, said, shown.today)


def _sentences(typed: object) -> tuple[str, ...]:
    return tuple(each.strip() for each in str(typed).splitlines() if each.strip())


def _layout(*widgets: QWidget) -> QLayout:
    column = QVBoxLayout()
    for each in widgets:
        column.addWidget(each)
    return column
