"""The overview of one account: promises, concerns, revenue; beside them people, what is known, and private notes."""

from uuid import UUID

from PySide6.QtCore import Qt, Signal

from reviewdesk.desktop.account import figures, model, rows
from reviewdesk.desktop.account.concern_rows import leading_rows
from reviewdesk.desktop.account.contract_card import ContractCard
from reviewdesk.desktop.account.facts import Facts
from reviewdesk.desktop.account.health_card import HealthCard
from reviewdesk.desktop.account.missing import pill_of
from reviewdesk.desktop.account.model import Brief
from reviewdesk.desktop.account.since_card import SinceCard
from reviewdesk.desktop.widgets.buttons import ghost_button
from reviewdesk.desktop.widgets.card import Card
from reviewdesk.desktop.widgets.charts import BarChart
from reviewdesk.desktop.widgets.field import TextField
from reviewdesk.desktop.widgets.labels import Label, Part
from reviewdesk.desktop.widgets.page import ScrollColumn
from reviewdesk.desktop.widgets.pill import Pill
from reviewdesk.desktop.widgets.row_list import RowList
from reviewdesk.desktop.widgets.side_by_side import SideBySide, column_of
from reviewdesk.domain.concern import Stage

MOST = 8


class Overview(ScrollColumn):
    """What one looks at first.

    Signals:
        step_acted: a follow-up and what to do with it.
        person_acted: a person and how to reach them.
        concern_asked: the concern the person opened.
        stage_asked: a concern and the stage to bring it to.
        tab_asked: the key of the tab that shows more.
        notes_typed: the private notes as they are typed.
        account_asked: the id of the account this one is part of.
    """

    step_acted = Signal(object, str)
    person_acted = Signal(object, str)
    concern_asked = Signal(object)
    stage_asked = Signal(object, object)
    tab_asked = Signal(str)
    notes_typed = Signal(object)
    account_asked = Signal(object)

    def __init__(self) -> None:
        super().__init__(self.tr("Overview"))
        self._parent_id: UUID | None = None
        self.promises = RowList(self.tr("Promises, both ways"))
        self.concerns = RowList(self.tr("Open concerns"))
        self.people = RowList(self.tr("People"))
        self.health = HealthCard()
        self.facts = Facts()
        self.chart = BarChart(self.tr("Revenue by month"))
        self.notes = TextField(self.tr("Only you see these"), hint=self.tr("What you want to remember"), lines=5)
        self.promises_card = Card(self.tr("Promises, both ways"), edge_to_edge=True)
        self.concerns_card = Card(self.tr("Open concerns"), edge_to_edge=True)
        self.revenue_card = Card(self.tr("Revenue"))
        self.people_card = Card(self.tr("People"), edge_to_edge=True)
        self._nothing_promised = Label(
            self.tr("Nobody has promised anything that is still open."), Part.MUTED, wraps=True
        )
        self._nobody = Label(self.tr("Nobody is known here yet."), Part.MUTED, wraps=True)
        self.missing = Pill()
        self.since, self.contract = SinceCard(), ContractCard()
        self.above = ghost_button("", "building-2")
        self._all_people = ghost_button(self.tr("All people"))
        self._all_steps = ghost_button("")
        self._all_concerns = ghost_button("")
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        self.people_card.heading.add(self.missing)
        self.people_card.heading.add(self._all_people)
        for card, listed, nothing in (
            (self.promises_card, self.promises, self._nothing_promised),
            (self.people_card, self.people, self._nobody),
        ):
            nothing.setContentsMargins(18, 14, 18, 8)
            card.add(nothing)
            card.add(listed)
        self.concerns_card.add(self.concerns)
        self.concerns_card.add(self._all_concerns)
        self.promises_card.add(self._all_steps)
        self.revenue_card.add(self.chart, 1)
        glance, notes = Card(self.tr("At a glance")), Card(self.tr("Notes"))
        glance.add(self.facts)
        notes.add(self.notes)
        left = column_of(self.promises_card, self.concerns_card, self.revenue_card)
        right = column_of(self.people_card, self.health, self.since, glance, notes)
        self.column.addWidget(self.contract)
        self.column.addWidget(self.above, 0, Qt.AlignmentFlag.AlignLeft)
        self.column.addWidget(SideBySide(left, right, shares=(6, 5), gap=18))
        self.column.addStretch(1)

    def _connect(self) -> None:
        self.promises.action_asked.connect(self.step_acted)
        self.concerns.action_asked.connect(self._act_on_concern)
        self.concerns.opened.connect(self.concern_asked)
        self.health.concern_asked.connect(self.concern_asked)
        self.health.tab_asked.connect(self.tab_asked)
        self.people.action_asked.connect(self.person_acted)
        self.people.opened.connect(self._ask_people)
        self._all_people.clicked.connect(self._ask_people)
        self._all_steps.clicked.connect(self._ask_steps)
        self._all_concerns.clicked.connect(self._ask_concerns)
        self.notes.edited.connect(self.notes_typed)
        self.above.clicked.connect(self._ask_parent)

    def show_brief(self, brief: Brief) -> None:
        """Show this account."""
        self._show_above(brief)
        self.contract.show_brief(brief)
        self.since.show_brief(brief)
        promises, people = rows.promises_of(brief), rows.people_rows(brief.people)
        self.promises.show_rows(promises[:MOST])
        self._all_steps.setText(self.tr("All {n} promises").format(n=len(promises)))
        self._all_steps.setVisible(len(promises) > MOST)
        self._all_concerns.setText(self.tr("All {n} concerns").format(n=len(brief.open_concerns)))
        self._all_concerns.setVisible(len(brief.open_concerns) > MOST)
        self.promises.setVisible(bool(promises))
        self._nothing_promised.setVisible(not promises)
        self.promises_card.heading.show_remark(model.kept_words(brief))
        self.concerns.show_rows(leading_rows(brief, MOST))
        self.concerns_card.setVisible(bool(brief.open_concerns))
        self.people.show_rows(people)
        self.people.setVisible(bool(people))
        self._nobody.setVisible(not people)
        self.missing.show_pill(pill_of(brief.coverage))
        self._all_people.setText(self.tr("All people") if people else self.tr("Add a person"))
        self.health.show_health(brief.health, brief.today)
        self.facts.show_facts(model.glance_of(brief))
        self.notes.show_value(brief.account.notes)
        self.revenue_card.setVisible(model.has_revenue(brief))
        if brief.revenue is not None:
            self.revenue_card.heading.show_text(figures.revenue_title(brief.revenue))
            self.revenue_card.heading.show_remark(figures.revenue_remark(brief.revenue))
            self.chart.show_bars(figures.bars_of(brief.revenue))

    def _show_above(self, brief: Brief) -> None:
        """Lead a site or a subsidiary to the account it is part of."""
        self._parent_id = brief.parent.id if brief.parent else None
        self.above.setVisible(brief.parent is not None)
        if brief.parent is not None:
            words = self.tr("A site of {name}") if brief.account.is_site else self.tr("Part of {name}")
            self.above.setText(words.format(name=brief.parent.name))

    def _ask_parent(self) -> None:
        self.account_asked.emit(self._parent_id)

    def _act_on_concern(self, concern_id: UUID, action: str) -> None:
        if action == "confirm":
            self.stage_asked.emit(concern_id, Stage.CONFIRMED)
        else:
            self.concern_asked.emit(concern_id)

    def _ask_people(self) -> None:
        self.tab_asked.emit("people")

    def _ask_steps(self) -> None:
        self.tab_asked.emit("follow_ups")

    def _ask_concerns(self) -> None:
        self.tab_asked.emit("concerns")
