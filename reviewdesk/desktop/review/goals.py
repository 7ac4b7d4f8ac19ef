"""Goals in Wrap up: the figure of each with its source and date, and a new one in one line."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from reviewdesk.desktop.review.chips import day_words
from reviewdesk.desktop.review.model import Shown
from reviewdesk.desktop.widgets.buttons import Button, ghost_button
from reviewdesk.desktop.widgets.calm_boxes import ChoiceBox
from reviewdesk.desktop.widgets.labels import Label, Part
from reviewdesk.domain.goal_figures import read_number, status_of
from reviewdesk.domain.notes import DayRules
from reviewdesk.domain.notes.past_days import read_past_day
from reviewdesk.domain.review import Actual, Goal
from reviewdesk.domain.summary import Better, GoalStatus


class GoalRow(QWidget):
    """One goal and what it stood at.

    Signals:
        measured: the figure with its status, source and date.
    """

    measured = Signal(object)

    def __init__(self, goal: Goal, on: date, rules: DayRules) -> None:
        super().__init__()
        self._goal, self._on, self._rules = goal, on, rules
        self._actual: Actual | None = None
        self._review_id: UUID | None = None
        self.figure, self.source, self.day = QLineEdit(), QLineEdit(), QLineEdit()
        names = (self.tr("Figure"), self.tr("Source"), self.tr("Date of the figure"))
        for field, name in zip((self.figure, self.source, self.day), names, strict=True):
            field.setPlaceholderText(name)
            field.setAccessibleName(f"{name}: {goal.what}")
            field.editingFinished.connect(self._tell)
        self.status = ChoiceBox()
        self.status.setAccessibleName(self.tr("Where it stands"))
        for each in GoalStatus:
            self.status.addItem(each.value, each)
        self.status.activated.connect(self._choose_status)
        self._said = Label(part=Part.SMALL)
        self._lay_out()

    def _lay_out(self) -> None:
        unit = f" {self._goal.unit}" if self._goal.unit else ""
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(6)
        grid.addWidget(Label(f"{self._goal.what}: target {self._goal.target}{unit}", wraps=True), 0, 0, 1, 2)
        grid.addWidget(self.figure, 1, 0)
        grid.addWidget(self.status, 1, 1)
        grid.addWidget(self.source, 2, 0)
        grid.addWidget(self.day, 2, 1)
        grid.addWidget(self._said, 3, 0, 1, 2)
        self._said.hide()

    def show_actual(self, actual: Actual | None, review_id: UUID) -> None:
        """Show the figure that is noted, unless something is being typed."""
        self._actual, self._review_id = actual, review_id
        if actual is None or any(each.hasFocus() for each in (self.figure, self.source, self.day)):
            return
        self.figure.setText(f"{actual.value}")
        self.source.setText(actual.source)
        self.day.setText(day_words(actual.measured_on, self._on) if actual.measured_on else "")
        self.status.setCurrentIndex(list(GoalStatus).index(actual.status))

    def flush(self) -> None:
        """Tell at once what was typed."""
        self._tell()

    def _choose_status(self) -> None:
        self._tell(chosen=True)

    def _tell(self, *, chosen: bool = False) -> None:
        value = read_number(self.figure.text())
        typed, day = self.day.text().strip(), read_past_day(self.day.text(), self._on, self._rules)
        unread = self.tr("Write the figure as a number.") if value is None and self.figure.text().strip() else ""
        unread = unread or (self.tr("This date is not read yet.") if typed and day is None else "")
        self._say(unread)
        if value is None or unread or self._review_id is None:
            return
        kept = self._actual
        status = GoalStatus(self.status.currentData()) if chosen or kept else status_of(self._goal, value)
        unchanged = kept and typed and typed == day_words(kept.measured_on or self._on, self._on)
        measured = kept.measured_on if kept and unchanged else day
        fresh = Actual(
            account_id=self._goal.account_id, review_id=self._review_id, goal_id=self._goal.id, value=value,
            status=status, source=self.source.text().strip(), measured_on=measured,
        )  # fmt: skip
        if kept is None or _said(fresh) != _said(kept):
            self.measured.emit(fresh)

    def _say(self, words: str) -> None:
        self._said.setText(words)
        self._said.setVisible(bool(words))


def _said(actual: Actual) -> tuple[object, ...]:
    return (actual.value, actual.status, actual.source, actual.measured_on)


class GoalList(QWidget):
    """All goals of the account, and a line for a new one.

    Signals:
        measured: a figure of a goal.
        added: a goal that was agreed.
        paste_asked: the review whose figures are to be pasted.
    """

    measured = Signal(object)
    added = Signal(object)
    paste_asked = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._rows: dict[UUID, GoalRow] = {}
        self._column = QVBoxLayout()
        self._column.setSpacing(12)
        self.what, self.target, self.unit = QLineEdit(), QLineEdit(), QLineEdit()
        names = (self.tr("New goal"), self.tr("Target"), self.tr("Unit"))
        for field, name in zip((self.what, self.target, self.unit), names, strict=True):
            field.setPlaceholderText(name)
            field.setAccessibleName(name)
            field.returnPressed.connect(self._add)
        self.better = ChoiceBox()
        self.better.setAccessibleName(self.tr("Which way it should move"))
        self.better.addItem(self.tr("up"), Better.UP)
        self.better.addItem(self.tr("down"), Better.DOWN)
        self._button = Button(self.tr("Add"), small=True)
        self._button.clicked.connect(self._add)
        self.paste = ghost_button(self.tr("Paste figures"), "clipboard-paste")
        self.paste.clicked.connect(self._paste)
        self._lay_out()
        self._shown: Shown | None = None
        self._adding: Goal | None = None

    def _lay_out(self) -> None:
        figures = QHBoxLayout()
        for field in (self.target, self.unit):
            field.setMinimumWidth(self.fontMetrics().averageCharWidth() * 8)
            figures.addWidget(field, 1)
        more = QHBoxLayout()
        more.addWidget(self.better, 1)
        more.addWidget(self._button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(self._column)
        column.addWidget(self.what)
        column.addLayout(figures)
        column.addLayout(more)
        column.addWidget(self.paste, 0, Qt.AlignmentFlag.AlignLeft)

    def flush(self) -> None:
        """Tell at once what was typed."""
        for each in self._rows.values():
            each.flush()

    def row(self, goal_id: UUID) -> GoalRow:
        """Give the row of a goal."""
        return self._rows[goal_id]

    def show_review(self, shown: Shown) -> None:
        """Show the goals of the account of this review."""
        self._shown = shown
        self._forget_added(shown.material.goals)
        meeting, actuals = shown.material.meeting, {each.goal_id: each for each in shown.material.actuals}
        kept, self._rows = self._rows, {}
        for goal in shown.material.goals:
            if goal.ended_on is None:
                row = kept.pop(goal.id, None) or self._row(goal, meeting.on, meeting.rules)
                row.show_actual(actuals.get(goal.id), shown.review.id)
                self._rows[goal.id] = row
        for gone in kept.values():
            self._column.removeWidget(gone)
            gone.hide()
            gone.deleteLater()

    def _row(self, goal: Goal, on: date, rules: DayRules) -> GoalRow:
        row = GoalRow(goal, on, rules)
        row.measured.connect(self.measured)
        self._column.addWidget(row)
        return row

    def _add(self) -> None:
        target, what = read_number(self.target.text()), self.what.text().strip()
        if self._shown is None or target is None or not what:
            (self.what if not what else self.target).setFocus()
            return
        better, unit = Better(self.better.currentData()), self.unit.text().strip()
        account_id = self._shown.review.account_id
        wanted = Goal(account_id=account_id, what=what, target=target, unit=unit, better=better)
        if self._adding is None or replace(wanted, id=self._adding.id) != self._adding:
            self._adding = wanted
        self.added.emit(self._adding)

    def _paste(self) -> None:
        if self._shown is not None:
            self.paste_asked.emit(self._shown.review.id)

    def _forget_added(self, goals: Sequence[Goal]) -> None:
        """Be ready for the next one once the one before is in the book; until then its words stay."""
        if self._adding is not None and self._adding.id in {each.id for each in goals}:
            self._adding = None
            for field in (self.what, self.target, self.unit):
                field.clear()
