"""The steps before and after a review, each with its day, ticked as they are done."""

from collections.abc import Sequence
from typing import Final
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QMenu, QWidget

from reviewdesk.desktop.review.model import Shown
from reviewdesk.desktop.tokens import Tone
from reviewdesk.desktop.widgets.buttons import ghost_button
from reviewdesk.desktop.widgets.card import Card
from reviewdesk.desktop.widgets.field import ChoiceField, LineField
from reviewdesk.desktop.widgets.labels import Label, Part
from reviewdesk.desktop.widgets.pill import PillText
from reviewdesk.desktop.widgets.row_list import RowList
from reviewdesk.desktop.widgets.row_value import ActionShape, Row, RowAction
from reviewdesk.desktop.widgets.sheet import Sheet
from reviewdesk.domain.intervals import short_day
from reviewdesk.domain.ladder import StepNow, steps_now

_BEFORE, _AFTER = "before", "after"
_WEEKDAYS: Final = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")


class LadderCard(Card):
    """The ladder of one review.

    Signals:
        tick_asked: a step, and whether it is done now.
        remove_asked: a step that this review does without.
        step_asked: what is to be done, and how many working days from the meeting, below zero before it.
        templates_asked: the person wants to choose the template. template_asked: the one they chose.
    """

    tick_asked = Signal(object, bool)
    remove_asked = Signal(object)
    step_asked = Signal(str, int)
    templates_asked = Signal()
    template_asked = Signal(object)

    def __init__(self) -> None:
        super().__init__(self.tr("Steps"))
        self.review_id: UUID | None = None
        self.rows = RowList(self.tr("Steps before and after the meeting"))
        self.template = ghost_button(self.tr("Template"), "file-text")
        self.more = ghost_button(self.tr("Add a step"), "plus")
        self._none = Label(self.tr("No steps yet. Take those of a template, or add one."), Part.MUTED, wraps=True)
        self.sheet: StepSheet | None = None
        head = QHBoxLayout()
        head.addWidget(self.template)
        head.addStretch(1)
        head.addWidget(self.more)
        self.add(self._none)
        self.add(self.rows)
        self.add(head)
        self.rows.action_asked.connect(self._act)
        self.template.clicked.connect(self.templates_asked)
        self.more.clicked.connect(self._ask_step)

    def show_review(self, shown: Shown) -> None:
        """Show the steps of this review."""
        review = shown.review
        self.review_id = review.id
        day = review.day or shown.today
        steps = steps_now(review.ladder, day, shown.material.meeting.rules.working_days, review.ladder_since)
        self.rows.show_rows([_row(each, shown) for each in steps])
        self.rows.setVisible(bool(steps))
        self._none.setVisible(not steps)
        self.template.setText(review.template or self.tr("Take a template"))
        self.template.setEnabled(review.is_open)
        self.template.setAccessibleName(self.tr("Template: {name}").format(name=review.template or self.tr("none")))

    def offer_templates(self, templates: Sequence[tuple[UUID, str, bool]]) -> None:
        """Let the person choose one of these, each with whether it is the one in use."""
        menu = QMenu(self)
        for template_id, name, is_this in templates:
            action = menu.addAction(name)
            action.setCheckable(True)
            action.setChecked(is_this)
            action.setData(template_id)
        menu.triggered.connect(self._choose)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self.template.mapToGlobal(self.template.rect().bottomLeft()))

    def _choose(self, action: object) -> None:
        self.template_asked.emit(action.data())  # type: ignore[attr-defined]

    def _act(self, step_id: UUID, action: str) -> None:
        if action == "remove":
            self.remove_asked.emit(step_id)
        else:
            self.tick_asked.emit(step_id, action == "done")

    def _ask_step(self) -> None:
        self.sheet = StepSheet(self)
        self.sheet.step_asked.connect(self.step_asked)
        self.sheet.open()


def _row(now: StepNow, shown: Shown) -> Row:
    step, today = now.step, shown.today
    done = step.done_on is not None
    late = now.is_late(today) and not (step.days < 0 and shown.review.is_held)
    pills = (PillText("late", Tone.BAD),) if late else (PillText("today", Tone.WARN),) if _is_today(now, today) else ()
    tick = RowAction("undone" if done else "done", "Done", shortcut="D", shape=ActionShape.TICK, ticked=done)
    remove = RowAction("remove", "Take this step out", "x")
    return Row(step.id, step.what, _when(now, shown), pills=pills, actions=(tick, remove), done=done)


def _is_today(now: StepNow, today: object) -> bool:
    return now.step.done_on is None and now.day == today


def _when(now: StepNow, shown: Shown) -> str:
    if now.step.done_on is not None:
        return f"done {short_day(now.step.done_on, shown.today)}"
    day = f"{_WEEKDAYS[now.day.weekday()]} {short_day(now.day, shown.today)}"
    count = abs(now.step.days)
    side = "before" if now.step.days < 0 else "after"
    return f"{day} · {count} working {'day' if count == 1 else 'days'} {side}"


class StepSheet(Sheet):
    """Asks for a step of one's own.

    Signals:
        step_asked: what is to be done, and how many working days from the meeting, below zero before it.
    """

    step_asked = Signal(str, int)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent.tr("Add a step"), parent.tr("Add it"), parent)
        self.what = LineField(self.tr("What is to be done"), hint=self.tr("Ask finance for the figures"), quiet=False)
        self.days = LineField(self.tr("Working days"), hint="7", quiet=False)
        sides = [(_BEFORE, self.tr("before the meeting")), (_AFTER, self.tr("after the meeting"))]
        self.side = ChoiceField(self.tr("When"), sides, _BEFORE, quiet=False)
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(self.days)
        row.addWidget(self.side, 1)
        self.add(self.what)
        self.add(row)
        self.asked.connect(self._tell)

    def _tell(self) -> None:
        typed = self.days.value().strip() or "7"
        if not self.what.value().strip():
            self.refuse(self.tr("Say what is to be done."))
        elif not typed.isdecimal():
            self.refuse(self.tr("Write the working days as a number like 7."))
        else:
            days = int(typed) if self.side.value() == _AFTER else -int(typed)
            self.step_asked.emit(self.what.value(), days)
            self.accept()
