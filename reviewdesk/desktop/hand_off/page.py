"""The hand-off of one account: what is next, the pack part by part, each time it was handed over, and the checks."""

from collections.abc import Mapping
from functools import partial
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from reviewdesk.desktop.hand_off.words import TONES, check_rows, next_words, other_rows, part_rows, round_rows
from reviewdesk.desktop.widgets.buttons import Button, plain_button, primary_button
from reviewdesk.desktop.widgets.card import Card
from reviewdesk.desktop.widgets.empty import EmptyState
from reviewdesk.desktop.widgets.field import Field, LineField, TextField
from reviewdesk.desktop.widgets.flow import FlowLayout
from reviewdesk.desktop.widgets.labels import Label
from reviewdesk.desktop.widgets.listed_field import NameField
from reviewdesk.desktop.widgets.page import ScrollColumn
from reviewdesk.desktop.widgets.pill import Pill, PillText
from reviewdesk.desktop.widgets.row_list import RowList, Section
from reviewdesk.domain.handing_off import PackPart, State
from reviewdesk.domain.intervals import short_day
from reviewdesk.services.hand_off_values import ShownHandOff

IN_THE_BOOK: Final = (PackPart.PROMISES, PackPart.GOALS, PackPart.PEOPLE)
_SHOWN: Final[Mapping[State, tuple[str, ...]]] = {
    State.DRAFTING: ("hand_over", "paper", "withdraw"),
    State.HANDED_OVER: ("accept", "give_back", "paper", "withdraw"),
    State.RETURNED: ("hand_over", "paper", "withdraw"),
    State.ACCEPTED: ("paper", "begin"),
    State.WITHDRAWN: ("begin",),
}


class HandOffPage(ScrollColumn):
    """The hand-off of one account; before there is one, the way to begin it.

    Signals:
        begin_asked, hand_over_asked, accept_asked, give_back_asked, paper_asked, withdraw_asked: what is to be done.
        typed: the name of a part and its text.
        check_asked: the days of the check that was looked at.
        other_asked: the id of another hand-off of the account whose pack is to be looked at.
    """

    begin_asked = Signal()
    hand_over_asked = Signal()
    accept_asked = Signal()
    give_back_asked = Signal()
    paper_asked = Signal()
    withdraw_asked = Signal()
    typed = Signal(str, str)
    check_asked = Signal(int)
    other_asked = Signal(object)

    def __init__(self) -> None:
        super().__init__(self.tr("Hand-off"))
        self.shown: ShownHandOff | None = None
        self.pill, self.next = Pill(), Label(wraps=True)
        self.begin_button = primary_button(self.tr("Begin the pack"), "plus")
        self.buttons = self._make_buttons()
        self.to = NameField(self.tr("Who takes over"), hint=self.tr("a colleague, or any name"))
        self.fields: dict[str, Field] = self._make_fields()
        self.lists = {each: RowList(each.value.capitalize()) for each in IN_THE_BOOK}
        self.cards: dict[PackPart, Card] = {}
        self.rounds, self.checks = RowList(self.tr("How it went")), RowList(self.tr("Checks"))
        self.others = RowList(self.tr("Other hand-offs of this account"))
        self._went, self._checked, self._before = (
            Card(each.accessibleName(), edge_to_edge=True) for each in (self.rounds, self.checks, self.others)
        )
        self._lay_out()
        self._connect()

    def _make_buttons(self) -> dict[str, Button]:
        return {
            "hand_over": primary_button(self.tr("Hand it over"), "arrow-right"),
            "accept": primary_button(self.tr("Accepted…"), "check"),
            "give_back": plain_button(self.tr("Returned with gaps…"), "undo-2"),
            "paper": plain_button(self.tr("Pack as PDF"), "file-text"),
            "begin": plain_button(self.tr("Begin another"), "plus"),
            "withdraw": plain_button(self.tr("Withdraw"), "x"),
        }

    def _make_fields(self) -> dict[str, Field]:
        doubt, risk = (
            self.tr("Luis Ortega: doubts our night crew -> walk the dock"),
            self.tr("!!! Late papers: on Mondays"),
        )
        risks = self.tr("Risks, one a line, ! to !!!! by how grave")
        return {
            "to": self.to,
            "starts_on": _line(self.tr("They serve them from"), self.tr("1 Jan, next Monday")),
            "about": TextField(self.tr("What it is about"), lines=2, hint=self.tr("What was sold, in two sentences")),
            "price": _line(self.tr("Price of a year"), "412,000"),
            "terms": TextField(self.tr("Price and terms, one a line"), hint=self.tr("Payment: 30 days net")),
            "sceptics": TextField(self.tr("Sceptics, one a line"), hint=doubt, lines=2),
            "rival": _line(self.tr("The rival that was beaten")),
            "won_because": _line(self.tr("Why we won")),
            "rival_may": _line(self.tr("What they may try")),
            "risks": TextField(risks, hint=risk),
        }

    def _lay_out(self) -> None:
        whole = QWidget()
        column = QVBoxLayout(whole)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(14)
        column.addWidget(self._stands())
        for card, rows in ((self._checked, self.checks), (self._went, self.rounds)):
            _fill(card, rows)
            column.addWidget(card)
        for part in IN_THE_BOOK:
            card = self.cards[part] = Card(part.value.capitalize(), edge_to_edge=True)
            _fill(card, self.lists[part])
            column.addWidget(card)
        self._add_typed(column)
        _fill(self._before, self.others)
        column.addWidget(self._before)
        sentence = self.tr(
            "Promises in their very words, goals, people, terms, sceptics, the rival and the risks go to whoever "
            "serves them next. The owner changes only when they accept."
        )
        nothing = EmptyState("handshake", self.tr("Nobody takes over yet"), sentence, (self.begin_button,))
        self._nothing, self._whole = nothing, whole
        for page in (nothing, whole):
            self.column.addWidget(page)
        whole.hide()
        self.column.addStretch(1)

    def _stands(self) -> Card:
        top, actions, who = QHBoxLayout(), FlowLayout(), QGridLayout()
        top.addWidget(self.pill)
        top.addStretch(1)
        for each in self.buttons.values():
            actions.addWidget(each)
        who.setHorizontalSpacing(14)
        who.addWidget(self.to, 0, 0)
        who.addWidget(self.fields["starts_on"], 0, 1)
        card = Card(self.tr("The hand-off"))
        card.body.addLayout(top)
        card.add(self.next)
        for layout in (actions, who):
            card.body.addLayout(layout)
        card.add(self.fields["about"])
        return card

    def _add_typed(self, column: QVBoxLayout) -> None:
        for part, names in (
            (PackPart.TERMS, ("price", "terms")), (PackPart.SCEPTICS, ("sceptics",)),
            (PackPart.RIVAL, ("rival", "won_because", "rival_may")), (PackPart.RISKS, ("risks",)),
        ):  # fmt: skip
            card = self.cards[part] = Card(part.value.capitalize())
            for name in names:
                card.add(self.fields[name])
            column.addWidget(card)

    def _connect(self) -> None:
        self.begin_button.clicked.connect(self.begin_asked)
        for name, button in self.buttons.items():
            button.clicked.connect(getattr(self, f"{name}_asked"))
        for name, field in self.fields.items():
            field.edited.connect(partial(self._type, name))
        for each in (self.checks.opened, self.checks.action_asked):
            each.connect(self._check)
        self.others.opened.connect(self.other_asked)

    def begin(self) -> None:
        """Stand for another account from here on."""
        self.shown = None
        for each in self.fields.values():
            each.start_with("")

    def show_hand_off(self, shown: ShownHandOff | None) -> None:
        """Show how it stands, or the way to begin one."""
        anew = shown is not None and (self.shown is None or self.shown.hand_off.id != shown.hand_off.id)
        self.shown = shown
        self._nothing.setVisible(shown is None)
        self._whole.setVisible(shown is not None)
        if shown is None:
            return
        found = shown.hand_off
        self.pill.show_pill(PillText(found.state.value, TONES[found.state]))
        self.next.setText(next_words(shown))
        for name, button in self.buttons.items():
            button.setVisible(name in _SHOWN[found.state])
        self.to.offer(shown.names)
        for name, field in self.fields.items():
            (field.start_with if anew else field.show_value)(_text_of(shown, name))
            field.editor.setEnabled(shown.may_be_written)
        price = self.tr("Price of a year, {currency}").format(currency=shown.pack.currency)
        self.fields["price"].label.setText(price)
        self.fields["price"].editor.setAccessibleName(price)
        self._show_parts(shown)
        self._went.setVisible(bool(found.rounds))
        self.rounds.show_sections([Section("", tuple(round_rows(shown)))])
        self._checked.setVisible(bool(shown.checks))
        self.checks.show_sections([Section("", tuple(check_rows(shown)))])
        self._before.setVisible(bool(shown.others))
        self.others.show_sections([Section("", tuple(other_rows(shown)))])

    def saved(self, name: str) -> None:
        """Say that a part is in the book."""
        self.fields[name].show_saved()

    def refuse(self, name: str, sentence: str) -> None:
        """Say why a part cannot be taken as it was typed."""
        self.fields[name].show_refused(sentence)

    def type_again(self, name: str, text: str, sentence: str) -> None:
        """Show what was typed into a part and refused: it stays to be mended."""
        self.fields[name].start_with(text)
        self.fields[name].show_refused(sentence)

    def _show_parts(self, shown: ShownHandOff) -> None:
        missing = set(shown.pack.missing)
        for part, card in self.cards.items():
            gap = self.tr("named as missing") if part in shown.hand_off.gaps else ""
            card.heading.show_remark(gap or (self.tr("nothing yet") if part.value in missing else ""))
        for part, rows in self.lists.items():
            rows.show_sections([Section("", part_rows(shown, part))])

    def _type(self, name: str, text: object) -> None:
        self.typed.emit(name, str(text))

    def _check(self, days: object, _action: str = "") -> None:
        self.check_asked.emit(int(str(days)))


def _line(label: str, hint: str = "") -> LineField:
    return LineField(label, hint=hint, quiet=False)


def _fill(card: Card, rows: RowList) -> None:
    card.body.setContentsMargins(0, 0, 0, 0)
    card.add(rows)


def _text_of(shown: ShownHandOff, name: str) -> str:
    value = getattr(shown.hand_off, name)
    if name == "starts_on":
        return short_day(value, shown.today) if value else ""
    return "" if value is None else f"{value:,f}" if name == "price" else str(value)
