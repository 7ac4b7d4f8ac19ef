"""The weeks of a quarter under each other, a day beside the other."""

from collections.abc import Iterator
from datetime import date, timedelta
from functools import partial
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from reviewdesk.desktop.ink import hairline
from reviewdesk.desktop.quarter.chip import PlanChip
from reviewdesk.desktop.quarter.day_cell import DayCell
from reviewdesk.desktop.quarter.model import ChipText, ShownPlan, ShownWeek
from reviewdesk.desktop.widgets.labels import Label, Part

_DAY = timedelta(days=1)


class WeekGrid(QWidget):
    """Shows the plan; arrows go from review to review, Alt and arrows move one.

    Signals:
        moved: the key of a review and its new day.
        left_out: the key of a review that is taken out of the plan.
        opened: the chip of the review to open.
    """

    moved = Signal(object, object)
    left_out = Signal(object)
    opened = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(self.tr("Weeks of the quarter"))
        self.cells: dict[date, DayCell] = {}
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(14, 8, 8, 8)
        self._grid.setSpacing(3)
        self._grid.setColumnMinimumWidth(0, self.fontMetrics().averageCharWidth() * 13)
        self._heads: list[Label] = []
        self._weeks: list[tuple[Label, Label]] = []
        self._plan: ShownPlan | None = None

    def show_plan(self, plan: ShownPlan) -> None:
        """Show this plan; the person stays on the review they were on."""
        held = self._held()
        is_other = self._plan is None or self._days(self._plan) != self._days(plan)
        self._plan = plan
        if is_other:
            self._build(plan)
        for place, week in enumerate(plan.weeks):
            self._say(place, week)
            for day in week.days:
                self.cells[day.day].show_day(day)
                self._connect(self.cells[day.day])
        self.go_to(held)

    def go_to(self, key: UUID | None) -> None:
        """Go to the review with this key, if it is there."""
        chip = next((each for each in self.chips() if each.chip.key == key), None)
        if chip is not None:
            chip.setFocus(Qt.FocusReason.OtherFocusReason)

    def chips(self) -> Iterator[PlanChip]:
        """Give the reviews on it, day after day."""
        for _, cell in sorted(self.cells.items()):
            yield from cell.chips

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint a hairline between weeks."""
        painter = QPainter(self)
        for place in range(1, len(self._weeks) + 1):
            hairline(painter, 0, self.width(), self._grid.cellRect(place, 0).top() - 2)

    def _held(self) -> UUID | None:
        chip = self.focusWidget()
        return chip.chip.key if isinstance(chip, PlanChip) and chip.hasFocus() else None

    def _days(self, plan: ShownPlan) -> list[date]:
        return [day.day for week in plan.weeks for day in week.days]

    def _build(self, plan: ShownPlan) -> None:
        while (item := self._grid.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        for column in range(1, 8):
            self._grid.setColumnStretch(column, 1 if column <= len(plan.heads) else 0)
        for column, head in enumerate(plan.heads, 1):
            self._grid.addWidget(Label(head, Part.CAPS), 0, column, Qt.AlignmentFlag.AlignLeft)
        self._weeks = [(Label(part=Part.STRONG), Label(part=Part.SMALL)) for _ in plan.weeks]
        self.cells = {day: DayCell() for day in self._days(plan)}
        for place, week in enumerate(plan.weeks, 1):
            self._grid.addWidget(self._head_of(place), place, 0, Qt.AlignmentFlag.AlignTop)
            for column, day in enumerate(week.days, 1):
                self._grid.addWidget(self.cells[day.day], place, column)

    def _head_of(self, place: int) -> QWidget:
        head = QWidget()
        column = QGridLayout(head)
        column.setContentsMargins(0, 4, 0, 4)
        column.setVerticalSpacing(2)
        for at, label in enumerate(self._weeks[place - 1]):
            column.addWidget(label, at, 0)
        return head

    def _say(self, place: int, week: ShownWeek) -> None:
        text, hours = self._weeks[place]
        text.setText(week.text)
        hours.setText(week.hours)
        hours.set_part(Part.BAD if week.is_over else Part.SMALL)

    def _connect(self, cell: DayCell) -> None:
        if not cell.property("wired"):
            cell.setProperty("wired", True)
            cell.dropped.connect(partial(self._drop, cell))
        for chip in cell.chips:
            chip.moved.connect(partial(self._move, cell, chip))
            chip.went.connect(partial(self._go, cell, chip))
            chip.left_out.connect(partial(self.left_out.emit, chip.chip.key))
            chip.opened.connect(partial(self._open, chip.chip))

    def _open(self, chip: ChipText) -> None:
        self.opened.emit(chip)

    def _drop(self, cell: DayCell, key: UUID) -> None:
        if cell.shown is not None:
            self.moved.emit(key, cell.shown.day)

    def _move(self, cell: DayCell, chip: PlanChip, days: int, weeks: int) -> None:
        """Move a review to the next day there is that way."""
        if cell.shown is None:
            return
        wanted = cell.shown.day + _DAY * 7 * weeks
        there = sorted(day for day, each in self.cells.items() if each.shown is not None and each.shown.is_open)
        if days:
            ahead = [day for day in there if (day > wanted if days > 0 else day < wanted)]
            wanted = (ahead[0] if days > 0 else ahead[-1]) if ahead else wanted
        if wanted in there and wanted != cell.shown.day:
            self.moved.emit(chip.chip.key, wanted)

    def _go(self, cell: DayCell, chip: PlanChip, days: int, weeks: int) -> None:
        """Go to the nearest review that way: left and right through all of them, up and down by weeks."""
        every = list(self.chips())
        at = every.index(chip)
        if days:
            every[max(0, min(len(every) - 1, at + days))].setFocus(Qt.FocusReason.OtherFocusReason)
            return
        rest = every[at + 1 :] if weeks > 0 else every[:at][::-1]
        other = next((each for each in rest if self._week_of(each) != _monday(cell)), None)
        if other is not None:
            alike = [each for each in rest if self._week_of(each) == self._week_of(other)]
            min(alike, key=partial(self._aside, chip)).setFocus(Qt.FocusReason.OtherFocusReason)

    def _aside(self, chip: PlanChip, other: PlanChip) -> int:
        """Say how far aside of each other two reviews lie."""
        return abs(other.mapTo(self, other.rect().center()).x() - chip.mapTo(self, chip.rect().center()).x())

    def _week_of(self, chip: PlanChip) -> date | None:
        return _monday(next(each for each in self.cells.values() if chip in each.chips))


def _monday(cell: DayCell) -> date | None:
    return cell.shown.day - _DAY * cell.shown.day.weekday() if cell.shown is not None else None
