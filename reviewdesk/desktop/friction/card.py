"""One process on the page Friction: what is known of it, whom it hurts, and what becomes of it."""

from functools import partial
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout

from reviewdesk.desktop.friction.model import (
    ROWS,
    Known,
    Shown,
    day_words,
    hurt_row,
    known_words,
    lead_of,
    link_words,
    pill_of,
    step_words,
)
from reviewdesk.desktop.widgets.buttons import Button, ghost_button, plain_button
from reviewdesk.desktop.widgets.card import Card
from reviewdesk.desktop.widgets.field import Field, LineField, TextField
from reviewdesk.desktop.widgets.flow import FlowLayout
from reviewdesk.desktop.widgets.labels import Label, Part
from reviewdesk.desktop.widgets.listed_field import NameField
from reviewdesk.desktop.widgets.mark_chart import Lead
from reviewdesk.desktop.widgets.pill import Pill
from reviewdesk.desktop.widgets.row_list import RowList
from reviewdesk.domain.friction import Decision


class FrictionCard(Card):
    """One process: what is known of it, its concerns, and what becomes of it.

    Signals:
        typed: the name of a field and its text.
        decided: the decision, or nothing where it is taken back.
        lead_asked: the Lead to one of its concerns, to all of them, or to their accounts.
        link_asked: link another concern. unlinked: the id of a concern that does not belong to it.
        step_asked: the account and the id of its follow-up to open.
        remove_asked: take it out.
    """

    typed = Signal(str, str)
    decided = Signal(object)
    lead_asked = Signal(object)
    link_asked = Signal()
    unlinked = Signal(object)
    step_asked = Signal(object, object)
    remove_asked = Signal()

    def __init__(self) -> None:
        super().__init__(" ")
        self._weighed: tuple[Decision | None, str] = (None, "")
        self._shown: Known | None = None
        self.pill, self.known = Pill(), Label(part=Part.MUTED, wraps=True)
        self.step, self.refusal = Label(wraps=True), Label(part=Part.BAD, wraps=True)
        self.owner = NameField(self.tr("Who owns it"))
        self.fields: dict[str, Field] = {
            "suits_us": TextField(self.tr("Why it suits us"), lines=2),
            "hurts": TextField(self.tr("Whom it hurts, and how"), lines=2),
            "process": NameField(self.tr("What it is called")),
            "why": LineField(self.tr("Why it is decided so"), quiet=False),
            "owner": self.owner,
            "due": NameField(self.tr("By when"), hint=self.tr("31 March, or next Friday")),
        }
        self.buttons: dict[Decision, Button] = {
            each: plain_button(each.value.capitalize(), "check") for each in Decision
        }
        self.open_again = ghost_button(self.tr("Decide anew"), "undo-2")
        self.rows = RowList(self.tr("Concerns that belong to it"))
        self._make_ways()
        self._lay_out()
        self._connect()

    def _make_ways(self) -> None:
        self.all_concerns = ghost_button("", "message-square-warning")
        self.link = ghost_button(self.tr("Link a concern…"), "link")
        self.accounts = ghost_button(self.tr("Show the accounts"), "building-2")
        self.open_step = ghost_button(self.tr("Open the follow-up"), "list-checks")
        self.remove = ghost_button(self.tr("Remove"), "trash-2")

    def _lay_out(self) -> None:
        self.heading.add(self.pill)
        self.add(self.known)
        for names in (("suits_us", "hurts"), ("why", "process"), ("owner", "due")):
            row = QHBoxLayout()
            row.setSpacing(14)
            for name in names:
                row.addWidget(self.fields[name], 1)
            self.body.addLayout(row)
        self.add(self.step)
        self.add(self.rows)
        for buttons in (
            (self.link, self.all_concerns, self.accounts, self.open_step),
            (*self.buttons.values(), self.open_again, self.remove),
        ):
            flow = FlowLayout()
            for button in buttons:
                flow.addWidget(button)
            self.body.addLayout(flow)
        self.add(self.refusal)
        self.refusal.hide()

    def _connect(self) -> None:
        for name, field in self.fields.items():
            field.edited.connect(partial(self._type, name))
        for decision, button in self.buttons.items():
            button.clicked.connect(partial(self._decide, decision))
        self.open_again.clicked.connect(partial(self._decide, None))
        self.all_concerns.clicked.connect(self._ask_concerns)
        self.accounts.clicked.connect(self._ask_accounts)
        self.link.clicked.connect(self.link_asked)
        self.open_step.clicked.connect(self._ask_step)
        self.remove.clicked.connect(self.remove_asked)
        self.rows.opened.connect(self._open)
        self.rows.action_asked.connect(self._act)

    def show_friction(self, shown: Known, of: Shown) -> None:
        """Show how it stands; why it cannot be decided stays until the decision or its reason changes."""
        one, self._shown = shown.friction, shown
        if self._weighed != (one.decision, one.why):
            self._weighed = (one.decision, one.why)
            self.refusal.hide()
        self.heading.show_text(one.process)
        self.pill.show_pill(pill_of(shown, of))
        self.known.setText(known_words(shown, of))
        self.owner.offer(of.colleagues)
        for name, field in self.fields.items():
            field.show_value(day_words(one.due) if name == "due" else getattr(one, name))
        self._show_ways(shown, of)

    def _show_ways(self, shown: Known, of: Shown) -> None:
        decided = shown.friction.decision is not None
        for button in self.buttons.values():
            button.setVisible(not decided)
        self.open_again.setVisible(decided)
        self.rows.show_rows([hurt_row(each, of.today) for each in shown.hurt[:ROWS]])
        self.rows.setVisible(bool(shown.hurt))
        self.link.setText(link_words(shown))
        self.all_concerns.setText(self.tr("Show all {n} concerns").format(n=f"{shown.concerns:,}"))
        self.all_concerns.setVisible(shown.concerns > ROWS)
        self.accounts.setVisible(bool(shown.account_ids))
        self.step.setText(step_words(shown, of))
        self.step.setVisible(bool(self.step.text()))
        self.open_step.setVisible(shown.step is not None)

    def refuse(self, sentence: str) -> None:
        """Say why it cannot be decided so."""
        self.refusal.setText(sentence)
        self.refusal.show()

    def begin(self) -> None:
        """Put the keyboard on its first field."""
        self.fields["suits_us"].editor.setFocus()

    def _type(self, name: str, text: object) -> None:
        self.typed.emit(name, str(text))

    def _decide(self, decision: Decision | None, _checked: object = None) -> None:
        for each in self.fields.values():
            each.flush()
        self.decided.emit(decision)

    def _ask_concerns(self) -> None:
        if self._shown is not None:
            self.lead_asked.emit(lead_of(self._shown))

    def _ask_accounts(self) -> None:
        if self._shown is not None:
            self.lead_asked.emit(Lead(self._shown.account_ids, f"Hurt by {self._shown.friction.process}"))

    def _ask_step(self) -> None:
        step = self._shown.step if self._shown is not None else None
        if step is not None:
            self.step_asked.emit(step.account_id, step.id)

    def _open(self, concern_id: UUID) -> None:
        hurt = self._shown.hurt if self._shown is not None else ()
        for each in hurt:
            if each.concern.id == concern_id:
                self.lead_asked.emit(Lead((each.concern.account_id,), concern_ids=(concern_id,)))

    def _act(self, concern_id: UUID, action: str) -> None:
        if action == "unlink":
            self.unlinked.emit(concern_id)
        else:
            self._open(concern_id)
