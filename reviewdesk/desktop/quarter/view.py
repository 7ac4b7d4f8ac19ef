"""The page of the plan of a quarter, as widgets."""

from functools import partial
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from reviewdesk.desktop.quarter.chip import PlanChip
from reviewdesk.desktop.quarter.grid import WeekGrid
from reviewdesk.desktop.quarter.model import ChipText, ShownPlan
from reviewdesk.desktop.widgets.buttons import primary_button
from reviewdesk.desktop.widgets.card import Card
from reviewdesk.desktop.widgets.flow import FlowLayout
from reviewdesk.desktop.widgets.labels import Label, Part
from reviewdesk.desktop.widgets.page import Page, ScrollColumn
from reviewdesk.desktop.widgets.tabs import SegmentedSwitch, Tab

_HINT = "Drag a review to another day, or move it with Alt and the arrows; Delete leaves it out. Dashed ones are not planned yet."  # noqa: E501


class QuarterView(Page):
    """Shows the weeks of a quarter with what is held, booked and proposed.

    Signals:
        quarter_asked: how many quarters ahead the person wants to see.
        moved: the key of a review and its new day.
        left_out: the key of a review to take out of the plan.
        put_back: the key of one without a day that is to get one.
        review_asked, account_asked: the id of what the person wants to see.
        plan_asked: all that is proposed is to be planned.
    """

    quarter_asked = Signal(int)
    moved = Signal(object, object)
    left_out = Signal(object)
    put_back = Signal(object)
    review_asked = Signal(object)
    account_asked = Signal(object)
    plan_asked = Signal()

    def __init__(self) -> None:
        super().__init__(self.tr("Plan of the quarter"))
        self.plan_button = primary_button(self.tr("Plan these reviews"), "calendar-plus")
        self.switch = SegmentedSwitch(self.tr("Quarter"))
        self.grid = WeekGrid()
        self.without = Card(self.tr("Without a day"), " ")
        self._rest = QWidget()
        self._flow = FlowLayout(self._rest)
        self.rest: list[PlanChip] = []
        self._lay_out()
        self.plan_button.clicked.connect(self.plan_asked)
        self.switch.chosen.connect(self._switch)
        self.grid.moved.connect(self.moved)
        self.grid.left_out.connect(self.left_out)
        self.grid.opened.connect(self._open)

    def _lay_out(self) -> None:
        self.header.add_action(self.plan_button)
        top = QHBoxLayout()
        top.setSpacing(16)
        top.addWidget(self.switch)
        top.addWidget(Label(_HINT, Part.MUTED, wraps=True), 1)
        self.add(top)
        card, column = Card(edge_to_edge=True), ScrollColumn(self.tr("Plan of the quarter"))
        card.add(self.grid)
        around = QWidget()
        inside = QVBoxLayout(around)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.addWidget(self._rest)
        self.without.add(around)
        column.column.addWidget(self.without)
        column.column.addWidget(card)
        column.column.addStretch(1)
        self.add(column, 1)

    def offer_quarters(self, names: tuple[str, ...]) -> None:
        """Offer these quarters, the one today lies in first."""
        self.switch.show_tabs([Tab(str(at), name) for at, name in enumerate(names)])

    def show_plan(self, plan: ShownPlan) -> None:
        """Show this plan."""
        self.header.show_status(plan.status)
        self.plan_button.setText(plan.verb)
        self.plan_button.setEnabled(
            any(chip.review_id is None for week in plan.weeks for day in week.days for chip in day.chips)
        )
        self.grid.show_plan(plan)
        self._show_rest(plan.without_day)

    def _show_rest(self, chips: tuple[ChipText, ...]) -> None:
        for each in self.rest:
            each.hide()
            each.deleteLater()
        self.rest = [PlanChip(each, self._rest) for each in chips]
        for chip in self.rest:
            chip.setFixedWidth(min(chip.sizeHint().width() * 2, self.fontMetrics().averageCharWidth() * 34))
            self._flow.addWidget(chip)
            chip.opened.connect(partial(self._open, chip.chip))
            chip.moved.connect(partial(self._put_back, chip.chip.key))
        self.without.setVisible(bool(chips))
        self.without.heading.show_remark(self.tr("drag one to a day, or Alt and an arrow gives it one"))

    def _put_back(self, key: UUID, _days: int, _weeks: int) -> None:
        self.put_back.emit(key)

    def _open(self, chip: ChipText) -> None:
        if chip.review_id is not None:
            self.review_asked.emit(chip.review_id)
        else:
            self.account_asked.emit(chip.account_id)

    def _switch(self, key: str) -> None:
        self.quarter_asked.emit(int(key))
