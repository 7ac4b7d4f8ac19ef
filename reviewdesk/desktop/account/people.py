"""The people of one account: a list, a line to add somebody, and the fields of whoever is chosen."""

from functools import partial
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from reviewdesk.desktop.account.details import FieldGrid
from reviewdesk.desktop.account.fields import CHANNELS, PERSON_DETAILS
from reviewdesk.desktop.account.known import person_value
from reviewdesk.desktop.account.missing import MissingCard
from reviewdesk.desktop.account.model import Brief
from reviewdesk.desktop.account.org_chart import OrgTree
from reviewdesk.desktop.account.rows import people_rows
from reviewdesk.desktop.widgets.buttons import Button, ButtonKind
from reviewdesk.desktop.widgets.card import Card
from reviewdesk.desktop.widgets.labels import Label, Part
from reviewdesk.desktop.widgets.new_person import NewPerson
from reviewdesk.desktop.widgets.page import ScrollColumn
from reviewdesk.desktop.widgets.row_list import RowList, Section
from reviewdesk.domain.languages import LANGUAGES
from reviewdesk.domain.people import Person


class PeoplePage(ScrollColumn):
    """Everybody who is known at one account.

    Signals:
        add_asked: name, role, telephone and e-mail address of somebody new.
        typed: the id of a person, the name of a field and its text.
        acted: a person and how to reach them.
        remove_asked: the person takes somebody out.
        chosen: the id of the person whose fields are shown now, or nothing.
    """

    add_asked = Signal(str, str, str, str)
    typed = Signal(object, str, str)
    acted = Signal(object, str)
    remove_asked = Signal(object)
    chosen = Signal(object)

    def __init__(self) -> None:
        super().__init__(self.tr("People"))
        self._people: dict[UUID, Person] = {}
        self._brief: Brief | None = None
        self._chosen: UUID | None = None
        self.new = NewPerson()
        self.refusal = Label(part=Part.BAD, wraps=True)
        self.rows = RowList(self.tr("People"))
        self.grid = FieldGrid(PERSON_DETAILS)
        self.tree = OrgTree()
        self.missing = MissingCard()
        self._no_tree = Label(
            self.tr("Say of each who they report to, and the tree draws itself."), Part.MUTED, wraps=True
        )
        self._chart = Card(self.tr("Who reports to whom"))
        self._list = Card(edge_to_edge=True)
        self._form = Card(" ")
        self._remove = Button(self.tr("Remove"), "trash-2", ButtonKind.GHOST, small=True)
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        adding = Card(self.tr("Add a person"))
        adding.add(self.new)
        adding.add(self.refusal)
        self.refusal.hide()
        self._list.body.setContentsMargins(0, 0, 0, 0)
        self._list.add(self.rows)
        self._form.add(self.grid)
        self._form.heading.add(self._remove)
        self._chart.add(self._no_tree)
        self._chart.add(self.tree)
        for card in (self.missing, self._list, self._chart, self._form, adding):
            self.column.addWidget(card)
        self.column.addStretch(1)

    def _connect(self) -> None:
        self.new.add_asked.connect(self.add_asked)
        self.rows.opened.connect(self.go_to)
        self.tree.chosen.connect(self.go_to)
        self.missing.asked.connect(self.go_to)
        self.rows.action_asked.connect(self.acted)
        self.grid.typed.connect(self._typed)
        self._remove.clicked.connect(self._take_out)

    def show_brief(self, brief: Brief) -> None:
        """Show these people and stay with the one chosen."""
        self._brief = brief
        self._people = {each.id: each for each in (*brief.people, *brief.people_gone)}
        sections = [Section("", people_rows(brief.people))]
        if brief.people_gone:
            gone = people_rows(brief.people_gone)
            sections.append(Section(self.tr("Left"), gone, f"{len(gone)}"))
        self.rows.show_sections([each for each in sections if each.rows])
        self._list.setVisible(bool(self._people))
        self.missing.show_missing(brief.coverage)
        self.tree.show_brief(brief)
        self.tree.setVisible(self.tree.has_tree)
        self._no_tree.setVisible(not self.tree.has_tree)
        self._chart.setVisible(len(self._people) > 1)
        self.choose(self._chosen if self._chosen in self._people else next(iter(self._people), None))

    def add_to_form(self, widget: QWidget) -> None:
        """Place something under the fields of whoever is chosen."""
        self._form.add(widget)

    def begin(self) -> None:
        """Put the cursor into the name of somebody new where nobody is known yet."""
        if not self._people:
            self.new.lines[0].setFocus()

    def go_to(self, person_id: UUID) -> None:
        """Choose somebody and bring their fields into sight."""
        if person_id not in self._people:
            return
        self.choose(person_id)
        self.ensureWidgetVisible(self._form, 0, 8)

    def choose(self, person_id: UUID | None) -> None:
        """Show the fields of this person."""
        if self._chosen != person_id:
            self.grid.flush()
            self.grid.begin()
        self._chosen = person_id
        self._form.setVisible(person_id is not None)
        self.chosen.emit(person_id)
        self.tree.mark(person_id)
        if person_id is not None:
            person = self._people[person_id]
            self._form.heading.show_text(person.name)
            self.grid.show_values(partial(self._value, person))
            self._offer(person)

    def show_saved(self, person_id: UUID, name: str) -> None:
        """Say that a field of this person is in the book."""
        if person_id == self._chosen:
            self.grid.show_saved(name)

    def refuse(self, person_id: UUID, name: str, sentence: str) -> None:
        """Say why what was typed about this person cannot be taken."""
        if person_id == self._chosen:
            self.grid.refuse(name, sentence)

    def added(self) -> None:
        """Be ready for the next one."""
        self.refusal.hide()
        self.new.clear()

    def refuse_new(self, sentence: str) -> None:
        """Say why somebody was not added."""
        self.refusal.setText(sentence)
        self.refusal.show()

    def _value(self, person: Person, name: str) -> str:
        return person_value(self._brief, person, name) if self._brief is not None else ""

    def _offer(self, person: Person) -> None:
        """Offer who they can report to, who of ours may know them, and how they can be written to."""
        if self._brief is not None:
            others = [each.name for each in self._brief.people if each.id != person.id]
            self.grid.offer("reports_to", others)
            self.grid.offer("known_by", [each.name for each in self._brief.colleagues])
            self.grid.offer("preferred_channel", CHANNELS)
            self.grid.offer("language", sorted(LANGUAGES.values()))

    def _typed(self, name: str, text: str) -> None:
        if self._chosen is not None:
            self.typed.emit(self._chosen, name, text)

    def _take_out(self) -> None:
        if self._chosen is not None:
            self.remove_asked.emit(self._chosen)
