"""The list of follow-ups that go along with an account, each with a tick."""

from collections.abc import Sequence
from datetime import date
from typing import Final
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from reviewdesk.desktop.widgets.labels import Label, Part
from reviewdesk.domain.follow_up import FollowUp
from reviewdesk.domain.intervals import short_day

_KEY: Final = Qt.ItemDataRole.UserRole
_MOST_LINES: Final = 7


class AlongList(QWidget):
    """Lists what the owner so far has to do at an account; all of it is ticked at first, Space takes a tick away."""

    def __init__(self, along: Sequence[FollowUp], today: date) -> None:
        super().__init__()
        self.list = QListWidget()
        self.list.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        name = Label(self.tr("Goes along to the new owner"), Part.SMALL)
        name.setBuddy(self.list)
        self.list.setAccessibleName(name.text())
        for each in along:
            self._list(each, today)
        self.list.setCurrentRow(0)
        lines = min(len(along), _MOST_LINES) + 1
        self.list.setFixedHeight(self.fontMetrics().lineSpacing() * lines + 12 * lines)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(3)
        for part in (name, self.list):
            column.addWidget(part)

    def _list(self, step: FollowUp, today: date) -> None:
        due = self.tr(", by {day}").format(day=short_day(step.due, today)) if step.due else ""
        what = self.tr("Promise: {what}").format(what=step.what) if step.is_promise else step.what
        item = QListWidgetItem(f"{what}{due}", self.list)
        item.setToolTip(step.what)
        item.setData(_KEY, step.id)
        item.setCheckState(Qt.CheckState.Checked)

    def chosen(self) -> frozenset[UUID]:
        """Give the ids of those that are ticked."""
        items = [self.list.item(at) for at in range(self.list.count())]
        return frozenset(each.data(_KEY) for each in items if each.checkState() == Qt.CheckState.Checked)
