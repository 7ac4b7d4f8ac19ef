"""The page Friction, as widgets: a line to note a process, and a card for each, with its decision."""

from functools import partial
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit

from reviewdesk.desktop.friction.model import Known, Shown, known_words, pill_of
from reviewdesk.desktop.widgets.buttons import Button, ghost_button, plain_button, primary_button
from reviewdesk.desktop.widgets.card import Card
from reviewdesk.desktop.widgets.empty import EmptyState
from reviewdesk.desktop.widgets.field import Field, LineField, TextField
from reviewdesk.desktop.widgets.flow import FlowLayout
from reviewdesk.desktop.widgets.labels import Label, Part
from reviewdesk.desktop.widgets.mark_chart import Lead
from reviewdesk.desktop.widgets.page import Page, ScrollColumn
from reviewdesk.desktop.widgets.pill import Pill
from reviewdesk.domain.friction import Decision


class FrictionCard(Card):
    """One process: what is known of it, and what becomes of it.

    Signals:
        typed: the name of a field and its text.
        decided: the decision, or nothing where it is taken back.
        accounts_asked, remove_asked: see whom it hurts, or take it out.
    """

    typed = Signal(str, str)
    decided = Signal(object)
    accounts_asked = Signal()
    remove_asked = Signal()

    def __init__(self) -> None:
        super().__init__(" ")
        self._weighed: tuple[Decision | None, str] = (None, "")
        self.pill, self.known = Pill(), Label(part=Part.MUTED, wraps=True)
        self.refusal = Label(part=Part.BAD, wraps=True)
        self.fields: dict[str, Field] = {
            "suits_us": TextField(self.tr("Why it suits us"), lines=2),
            "hurts": TextField(self.tr("Whom it hurts, and how"), lines=2),
            "owner": LineField(self.tr("Who owns it"), quiet=False),
            "why": LineField(self.tr("Why it is decided so"), quiet=False),
        }
        self.buttons: dict[Decision, Button] = {
            each: plain_button(each.value.capitalize(), "check") for each in Decision
        }
        self.open_again = ghost_button(self.tr("Decide anew"), "undo-2")
        self.accounts = ghost_button(self.tr("Show the accounts"), "building-2")
        self.remove = ghost_button(self.tr("Remove"), "trash-2")
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        self.heading.add(self.pill)
        self.add(self.known)
        for names in (("suits_us", "hurts"), ("owner", "why")):
            row = QHBoxLayout()
            row.setSpacing(14)
            for name in names:
                row.addWidget(self.fields[name])
            self.body.addLayout(row)
        actions = FlowLayout()
        for button in (*self.buttons.values(), self.open_again, self.accounts, self.remove):
            actions.addWidget(button)
        self.body.addLayout(actions)
        self.add(self.refusal)
        self.refusal.hide()

    def _connect(self) -> None:
        for name, field in self.fields.items():
            field.edited.connect(partial(self._type, name))
        for decision, button in self.buttons.items():
            button.clicked.connect(partial(self._decide, decision))
        self.open_again.clicked.connect(partial(self._decide, None))
        self.accounts.clicked.connect(self.accounts_asked)
        self.remove.clicked.connect(self.remove_asked)

    def show_friction(self, shown: Known, of: Shown) -> None:
        """Show how it stands."""
        one = shown.friction
        if self._weighed != (one.decision, one.why):
            self._weighed = (one.decision, one.why)
            self.refusal.hide()
        self.heading.show_text(one.process)
        self.pill.show_pill(pill_of(shown, of))
        self.known.setText(known_words(shown, of))
        for name, field in self.fields.items():
            field.show_value(getattr(one, name))
        for button in self.buttons.values():
            button.setVisible(one.decision is None)
        self.open_again.setVisible(one.decision is not None)
        self.accounts.setVisible(bool(shown.account_ids))

    def refuse(self, sentence: str) -> None:
        """Say why it cannot be decided so."""
        self.refusal.setText(sentence)
        self.refusal.show()

    def _type(self, name: str, text: object) -> None:
        self.typed.emit(name, str(text))

    def _decide(self, decision: Decision | None, _checked: object = None) -> None:
        for each in self.fields.values():
            each.flush()
        self.decided.emit(decision)


class FrictionView(Page):
    """Lists processes that hurt customers, the undecided first.

    Signals:
        add_asked: the name of a process to note.
        typed: the id of a process, the name of a field and its text.
        decided: the id of a process and the decision, or nothing where it is taken back.
        lead_asked: the Lead to the accounts a process hurts.
        remove_asked: the id of a process to take out.
    """

    add_asked = Signal(str)
    typed = Signal(object, str, str)
    decided = Signal(object, object)
    lead_asked = Signal(object)
    remove_asked = Signal(object)

    def __init__(self) -> None:
        super().__init__(self.tr("Friction"))
        self.line = QLineEdit()
        self.note_button = primary_button(self.tr("Note it"), "plus")
        self.cards: dict[UUID, FrictionCard] = {}
        self._shown: dict[UUID, Known] = {}
        self._column = ScrollColumn(self.tr("Friction"))
        self._named = FlowLayout()
        self._lay_out()
        self.note_button.clicked.connect(self._add)
        self.line.returnPressed.connect(self._add)

    def _lay_out(self) -> None:
        self.line.setPlaceholderText(self.tr("A process of ours that hurts them, like orders by fax only"))
        self.line.setAccessibleName(self.tr("A process of ours that hurts them"))
        top = QHBoxLayout()
        top.addWidget(self.line, 1)
        top.addWidget(self.note_button)
        sentence = self.tr(
            "What is handy for us may be what they complain of. Name the process, say why it suits us and whom it "
            "hurts, and decide: keep it, change it, or drop it. Concerns that name it are counted by themselves."
        )
        self._nothing = EmptyState("refresh-cw", self.tr("No process is named yet"), sentence)
        self._column.column.addLayout(top)
        self._column.column.addLayout(self._named)
        self._column.column.addWidget(self._nothing)
        self._column.column.addStretch(1)
        self.add(self._column, 1)

    def show_frictions(self, shown: Shown) -> None:
        """Show these; what is being typed stays."""
        self._shown = {each.friction.id: each for each in shown.shown}
        for gone in self.cards.keys() - self._shown.keys():
            card = self.cards.pop(gone)
            card.hide()
            card.deleteLater()
        for place, (id, each) in enumerate(self._shown.items()):
            card = self.cards.get(id) or self._make(id)
            self._column.column.insertWidget(place + 3, card)
            card.show_friction(each, shown)
        self._nothing.setVisible(not self._shown)
        waiting = sum(each.friction.decision is None for each in shown.shown)
        self.header.show_status(self.tr("{n} to decide").format(n=waiting) if self._shown else "")
        self._offer(shown.named)

    def _offer(self, named: tuple[str, ...]) -> None:
        """Offer the processes that concerns name."""
        while (item := self._named.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.deleteLater()
        for name in named:
            button = ghost_button(name, "plus")
            button.clicked.connect(partial(self._add_named, name))
            self._named.addWidget(button)

    def _make(self, friction_id: UUID) -> FrictionCard:
        card = self.cards[friction_id] = FrictionCard()
        card.typed.connect(partial(self.typed.emit, friction_id))
        card.decided.connect(partial(self.decided.emit, friction_id))
        card.accounts_asked.connect(partial(self._ask_accounts, friction_id))
        card.remove_asked.connect(partial(self.remove_asked.emit, friction_id))
        return card

    def _add(self) -> None:
        if self.line.text().strip():
            self.add_asked.emit(self.line.text())
            self.line.clear()

    def _add_named(self, name: str, _checked: object = None) -> None:
        self.add_asked.emit(name)

    def _ask_accounts(self, friction_id: UUID) -> None:
        found = self._shown[friction_id]
        self.lead_asked.emit(Lead(found.account_ids, f"Hurt by {found.friction.process}"))
