"""The page Friction, as widgets: a line to note a process, and a card for each, with its decision."""

from functools import partial
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit

from reviewdesk.desktop.friction.card import FrictionCard
from reviewdesk.desktop.friction.model import Shown, often_words
from reviewdesk.desktop.widgets.buttons import ghost_button, primary_button
from reviewdesk.desktop.widgets.empty import EmptyState
from reviewdesk.desktop.widgets.field import Field
from reviewdesk.desktop.widgets.flow import FlowLayout
from reviewdesk.desktop.widgets.labels import Label, Part
from reviewdesk.desktop.widgets.page import Page, ScrollColumn

_ABOVE = 4  # what stands over the cards


class FrictionView(Page):
    """Lists processes that hurt customers, the undecided first.

    Signals:
        add_asked: the name of a process to note.
        typed: the id of a process, the name of a field and its text.
        decided: the id of a process and the decision, or nothing where it is taken back.
        lead_asked: the Lead to concerns or accounts of a process.
        link_asked: the id of a process that a concern is to be linked with.
        unlinked: the ids of a process and of a concern that does not belong to it.
        step_asked: the account and the id of a follow-up to open.
        remove_asked: the id of a process to take out.
    """

    add_asked = Signal(str)
    typed = Signal(object, str, str)
    decided = Signal(object, object)
    lead_asked = Signal(object)
    link_asked = Signal(object)
    unlinked = Signal(object, object)
    step_asked = Signal(object, object)
    remove_asked = Signal(object)

    def __init__(self) -> None:
        super().__init__(self.tr("Friction"))
        self.line = QLineEdit()
        self.note_button = primary_button(self.tr("Note it"), "plus")
        self.cards: dict[UUID, FrictionCard] = {}
        self._wanted: UUID | None = None
        self._column = ScrollColumn(self.tr("Friction"))
        self._named = FlowLayout()
        self.offers = Label(self.tr("What your customers’ concerns are about; choose one to look into it"), Part.SMALL)
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
            "hurts, and decide: keep it, change it, or drop it. Concerns that name it belong to it by themselves."
        )
        self._nothing = EmptyState("refresh-cw", self.tr("No process is named yet"), sentence)
        self._column.column.addLayout(top)
        self._column.column.addWidget(self.offers)
        self._column.column.addLayout(self._named)
        self._column.column.addWidget(self._nothing)
        self._column.column.addStretch(1)
        self.add(self._column, 1)

    @property
    def fields(self) -> tuple[Field, ...]:
        """All fields of all processes."""
        return tuple(field for card in self.cards.values() for field in card.fields.values())

    def show_frictions(self, shown: Shown) -> None:
        """Show these; what is being typed stays."""
        known = {each.friction.id: each for each in shown.shown}
        for gone in self.cards.keys() - known.keys():
            card = self.cards.pop(gone)
            card.hide()
            card.deleteLater()
        for place, (id, each) in enumerate(known.items()):
            card = self.cards.get(id) or self._make(id)
            self._column.column.insertWidget(place + _ABOVE, card)
            card.show_friction(each, shown)
        self._nothing.setVisible(not known)
        waiting = sum(each.friction.decision is None for each in shown.shown)
        self.header.show_status(self.tr("{n} to decide").format(n=waiting) if known else "")
        self._offer(shown)
        self._seek()

    def go_to(self, friction_id: UUID) -> None:
        """Bring a process into sight, once it is read, with the keyboard on it."""
        self._wanted = friction_id
        self._seek()

    def _seek(self) -> None:
        card = self.cards.get(self._wanted) if self._wanted is not None else None
        if card is not None:
            self._wanted = None
            self._column.ensureWidgetVisible(card)
            card.begin()

    def _offer(self, shown: Shown) -> None:
        """Offer the processes that concerns name, and what many of them are about."""
        while (item := self._named.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.deleteLater()
        offered = [(each, each) for each in shown.named]
        offered += [(each.thing.capitalize(), often_words(each)) for each in shown.often]
        for name, words in offered:
            button = ghost_button(words, "plus")
            button.clicked.connect(partial(self._add_named, name))
            self._named.addWidget(button)
        self.offers.setVisible(bool(offered))

    def _make(self, friction_id: UUID) -> FrictionCard:
        card = self.cards[friction_id] = FrictionCard()
        card.typed.connect(partial(self.typed.emit, friction_id))
        card.decided.connect(partial(self.decided.emit, friction_id))
        card.lead_asked.connect(self.lead_asked)
        card.link_asked.connect(partial(self.link_asked.emit, friction_id))
        card.unlinked.connect(partial(self.unlinked.emit, friction_id))
        card.step_asked.connect(self.step_asked)
        card.remove_asked.connect(partial(self.remove_asked.emit, friction_id))
        return card

    def _add(self) -> None:
        if self.line.text().strip():
            self.add_asked.emit(self.line.text())
            self.line.clear()

    def _add_named(self, name: str, _checked: object = None) -> None:
        self.add_asked.emit(name)
