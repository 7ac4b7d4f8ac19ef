"""The page Why price?, as widgets: three questions with their evidence, the verdict, the plan, and the arithmetic."""

from functools import partial
from typing import Final
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget

from reviewdesk.desktop.why_price.model import (
    QUESTIONS,
    Shown,
    earlier_rows,
    known_words,
    pill_of,
    step_rows,
    switch_rows,
    verdict_words,
    volume_words,
)
from reviewdesk.desktop.widgets.buttons import plain_button, primary_button
from reviewdesk.desktop.widgets.card import Card
from reviewdesk.desktop.widgets.empty import EmptyState
from reviewdesk.desktop.widgets.field import ChoiceField, Field, LineField, TextField
from reviewdesk.desktop.widgets.labels import Label, Part
from reviewdesk.desktop.widgets.page import Page, ScrollColumn
from reviewdesk.desktop.widgets.pill import Pill
from reviewdesk.desktop.widgets.row_list import RowList, Section

_REPLIES: Final = (("", "not known"), ("yes", "yes"), ("no", "no"))
_TEXT: Final = {None: "", True: "yes", False: "no"}


class WhyPriceView(Page):
    """Asks why it is the price, and says what follows.

    Signals:
        begin_asked: the person wants to answer it anew.
        typed: the name of a field and its text.
        remove_asked: the id of an earlier diagnosis.
        account_asked: the id of an account that switched, or with which a step begins.
        step_asked: the person wants to add a step to the plan.
        step_done: the id of a step that was done.
        evidence_asked: the id of a switch, and the question it answers.
    """

    begin_asked = Signal()
    typed = Signal(str, str)
    remove_asked = Signal(object)
    account_asked = Signal(object)
    step_asked = Signal()
    step_done = Signal(object)
    evidence_asked = Signal(object, str)

    def __init__(self) -> None:
        super().__init__(self.tr("Why price?"))
        self.new_button = plain_button(self.tr("Begin anew"), "plus")
        self.first_button = primary_button(self.tr("Answer three questions"), "plus")
        self.pill, self.follows = Pill(), Label(wraps=True)
        self.known, self.volume = Label(part=Part.STRONG, wraps=True), Label(part=Part.STRONG, wraps=True)
        self.fields: dict[str, Field] = self._make_fields()
        self.steps, self.step_button = RowList(self.tr("Steps")), plain_button(self.tr("Add a step"), "plus")
        self.switches, self.earlier = RowList(self.tr("Switches")), RowList(self.tr("Earlier"))
        self._switched = Card(self.tr("Switches to and from rivals"), edge_to_edge=True)
        self._before = Card(self.tr("Asked before"), edge_to_edge=True)
        self._stack, self._diagnosis = QStackedWidget(), UUID(int=0)
        self._accounts: dict[object, UUID] = {}
        self._lay_out()
        self._connect()

    def _make_fields(self) -> dict[str, Field]:
        made: dict[str, Field] = {
            "about": LineField(self.tr("About"), hint=self.tr("the whole book, or a line of business"), quiet=False)
        }
        for name, question in QUESTIONS.items():
            made[name] = ChoiceField(question, _REPLIES, "", quiet=False)
            hint = self.tr("Who said so, when; what shows it")
            made[f"{name}_evidence"] = TextField(self.tr("Evidence"), lines=2, hint=hint)
        plan = self.tr("What we want to be known for")
        made["plan"] = TextField(plan, lines=2, hint=self.tr("The ones whose night crew answers"))
        made["margin"] = LineField(self.tr("Margin, %"), hint="22", quiet=False)
        made["cut"] = LineField(self.tr("Price cut, % (a rise as -3)"), hint="1", quiet=False)
        return made

    def _lay_out(self) -> None:
        self.header.add_action(self.new_button)
        column = ScrollColumn(self.tr("Why price?"))
        for card in (self._verdict(), *self._questions(), self._plan(), self._arithmetic()):
            column.column.addWidget(card)
        for card, rows in ((self._switched, self.switches), (self._before, self.earlier)):
            card.body.setContentsMargins(0, 0, 0, 0)
            card.add(rows)
            column.column.addWidget(card)
        column.column.addStretch(1)
        sentence = self.tr(
            "When customers talk of nothing but the price, something else is missing. Three questions, each with its "
            "evidence, say what; then plan how to differ."
        )
        nothing = EmptyState("scale", self.tr("Not asked yet"), sentence, (self.first_button,))
        for page in (column, nothing):
            self._stack.addWidget(page)
        self.add(self._stack, 1)

    def _verdict(self) -> Card:
        card, top = Card(self.tr("What it is")), QHBoxLayout()
        top.addWidget(self.pill)
        top.addStretch(1)
        card.body.addLayout(top)
        for each in (self.follows, self.known, self.fields["about"]):
            card.add(each)
        return card

    def _questions(self) -> list[Card]:
        cards = []
        for name in QUESTIONS:
            card, row = Card(), QHBoxLayout()
            row.setSpacing(14)
            row.addWidget(self.fields[name], 1, Qt.AlignmentFlag.AlignTop)
            row.addWidget(self.fields[f"{name}_evidence"], 2)
            card.body.addLayout(row)
            cards.append(card)
        return cards

    def _plan(self) -> Card:
        card, row = Card(self.tr("How we come to differ")), QHBoxLayout()
        row.addWidget(self.step_button)
        row.addStretch(1)
        for each in (self.fields["plan"], self.steps):
            card.add(each)
        card.body.addLayout(row)
        return card

    def _arithmetic(self) -> Card:
        card, row = Card(self.tr("What a price change asks of the volume")), QHBoxLayout()
        row.setSpacing(14)
        for name in ("margin", "cut"):
            row.addWidget(self.fields[name])
        card.body.addLayout(row)
        card.add(self.volume)
        return card

    def _connect(self) -> None:
        for button in (self.new_button, self.first_button):
            button.clicked.connect(self.begin_asked)
        for name, field in self.fields.items():
            field.edited.connect(partial(self._type, name))
        self.earlier.action_asked.connect(self._act)
        for rows in (self.switches, self.steps):
            rows.opened.connect(self._open)
        self.switches.action_asked.connect(self.evidence_asked)
        self.steps.action_asked.connect(self._finish)
        self.step_button.clicked.connect(self.step_asked)

    @property
    def diagnosis(self) -> UUID:
        """The id of the diagnosis that is shown."""
        return self._diagnosis

    def show_why(self, shown: Shown) -> None:
        """Show the newest diagnosis with what stands beside it, or the way to begin."""
        self._stack.setCurrentIndex(0 if shown.now else 1)
        self.new_button.setVisible(shown.now is not None)
        one = shown.now
        if one is None:
            return
        anew, self._diagnosis = one.id != self._diagnosis, one.id
        self.pill.show_pill(pill_of(one))
        self.follows.setText(verdict_words(one))
        self.known.setText(known_words(shown))
        self.volume.setText(volume_words(one))
        for name, field in self.fields.items():
            value = getattr(one, name)
            text = _TEXT[value] if name in QUESTIONS else "" if value is None else str(value)
            (field.start_with if anew else field.show_value)(text)
        self._accounts = {each.id: each.account_id for _, each in shown.known.switches}
        self._accounts |= {each.step.id: each.step.account_id for each in shown.steps}
        self.steps.show_sections([Section("", tuple(step_rows(shown)))])
        self.steps.setVisible(bool(shown.steps))
        for card, rows, found in (
            (self._switched, self.switches, tuple(switch_rows(shown))),
            (self._before, self.earlier, tuple(earlier_rows(shown))),
        ):
            rows.show_sections([Section("", found)])
            card.setVisible(bool(found))

    def _type(self, name: str, text: object) -> None:
        self.typed.emit(name, str(text))

    def _open(self, key: object) -> None:
        self.account_asked.emit(self._accounts[key])

    def _finish(self, step_id: object, _action: str) -> None:
        self.step_done.emit(step_id)

    def _act(self, diagnosis_id: UUID, _action: str) -> None:
        self.remove_asked.emit(diagnosis_id)
