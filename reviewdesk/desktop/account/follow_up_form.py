"""One follow-up opened in its list: its fields, typed in place, and the ways in which it ends."""

from functools import partial
from typing import Final
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from reviewdesk.desktop.account.details import FieldGrid
from reviewdesk.desktop.account.fields import FOLLOW_UP_DETAILS, FOLLOW_UP_TEXTS, text_of
from reviewdesk.desktop.account.model import Brief
from reviewdesk.desktop.widgets.buttons import Button, ghost_button
from reviewdesk.desktop.widgets.flow import FlowLayout
from reviewdesk.desktop.widgets.labels import Hairline
from reviewdesk.domain.follow_up import FollowUp, Side

_KEPT_HERE: Final = frozenset({Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Home, Qt.Key.Key_End})
_WHILE_OPEN: Final = ("side", "waits_on", "due", "remind_before", "repeat_months", "snoozed_until")


class FollowUpForm(QWidget):
    """The fields of one follow-up.

    Signals:
        typed: the id of the follow-up, the name of a field and its text.
        end_asked: the id of the follow-up, how it ends (done, broken, drop, reopen) and why.
        shut: the person is done with it.
        change_asked: the id of the change notice it came from.
    """

    typed = Signal(object, str, str)
    end_asked = Signal(object, str, str)
    shut = Signal()
    change_asked = Signal(object)

    def __init__(self, follow_up_id: UUID) -> None:
        super().__init__()
        self.follow_up_id = follow_up_id
        self.grids = (FieldGrid(FOLLOW_UP_TEXTS, most=2), FieldGrid(FOLLOW_UP_DETAILS))
        self.ends = {
            "done": ghost_button(self.tr("Done"), "circle-check"),
            "broken": ghost_button(self.tr("Not kept")),
            "drop": ghost_button(self.tr("Let it go")),
            "reopen": ghost_button(self.tr("Open it again"), "history"),
        }
        self.change = ghost_button(self.tr("Its change notice"), "megaphone")
        self._change_id: UUID | None = None
        self.line = Hairline()
        self._lay_out()
        for grid in self.grids:
            grid.typed.connect(self._typed)
        for how, button in self.ends.items():
            button.setObjectName(how)
            button.clicked.connect(self._end)
        self.change.clicked.connect(self._lead_to_change)

    def _lay_out(self) -> None:
        buttons = QWidget()
        along = FlowLayout(buttons, gap=6)
        for button in (*self.ends.values(), self.change):
            along.addWidget(button)
        column = QVBoxLayout()
        column.setContentsMargins(18, 12, 18, 14)
        column.setSpacing(12)
        for grid in self.grids:
            column.addWidget(grid)
        column.addWidget(buttons)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(1, 0, 1, 0)
        whole.setSpacing(0)
        whole.addLayout(column)
        whole.addWidget(self.line)

    def grid_of(self, name: str) -> FieldGrid:
        """Give the grid that holds a field."""
        return next(each for each in self.grids if name in each.fields)

    def show_follow_up(self, step: FollowUp, brief: Brief) -> None:
        """Show it as it stands; what is being typed stays."""
        self.setAccessibleName(step.what)
        self._change_id = step.about_id if step.about_id in brief.change_names else None
        self.change.setVisible(self._change_id is not None)
        self.change.setToolTip(brief.change_names.get(step.about_id, "") if step.about_id else "")
        people = brief.colleagues if step.side is Side.OURS else (*brief.people, *brief.people_gone)
        self.grid_of("who").offer("who", [each.name for each in people])
        for grid in self.grids:
            grid.show_values(partial(value_of, step, brief))
        for name in _WHILE_OPEN:
            self.grid_of(name).show_field(name, shown=step.is_open)
        may_be_agreed = step.is_open and bool(step.moves) and not step.moves[-1].was_late
        self.grid_of("agreed_with").show_field("agreed_with", shown=may_be_agreed)
        for how, button in self.ends.items():
            button.setVisible(step.is_open != (how == "reopen"))
        self.ends["broken"].setVisible(step.is_open and step.is_promise)

    def flush(self) -> None:
        """Tell at once what was typed."""
        for grid in self.grids:
            grid.flush()

    @property
    def is_safe(self) -> bool:
        """Say whether all that was typed here is in the book."""
        return all(each.is_safe for each in self.grids)

    def _lead_to_change(self) -> None:
        self.flush()
        self.change_asked.emit(self._change_id)

    def _typed(self, name: str, text: str) -> None:
        self.typed.emit(self.follow_up_id, name, text)

    def _end(self) -> None:
        button = self.sender()
        if isinstance(button, Button):
            self.flush()
            why = self.grid_of("reason").fields["reason"].value()
            self.end_asked.emit(self.follow_up_id, button.objectName(), str(why))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Shut at Escape, and keep the keys that move in a field from moving in the list."""
        if event.key() == Qt.Key.Key_Escape:
            self.flush()
            self.shut.emit()
        elif Qt.Key(event.key()) not in _KEPT_HERE:
            super().keyPressEvent(event)


def value_of(step: FollowUp, brief: Brief, name: str) -> str:
    """Write the value of a field of a follow-up as it is typed."""
    if name == "who":
        theirs = (*brief.people, *brief.people_gone)
        ours = {each.id: each.name for each in brief.colleagues}
        named = {each.id: each.name for each in theirs} if step.side is Side.THEIRS else ours
        who = step.person_id if step.side is Side.THEIRS else step.colleague_id
        return named.get(who, "") if who else ""
    if name == "agreed_with":
        return step.moves[-1].agreed_with if step.moves else ""
    if name == "remind_before":
        return ", ".join(map(str, step.remind_before))
    return text_of(step, name)
