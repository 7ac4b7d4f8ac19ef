"""Chooses the columns of the list and their order; what is chosen is shown at once."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QListWidget, QListWidgetItem, QWidget

from reviewdesk.desktop.widgets.buttons import ghost_button, plain_button
from reviewdesk.desktop.widgets.sheet import Sheet
from reviewdesk.domain.text import fold

_KEY: Final = Qt.ItemDataRole.UserRole
_STEPS: Final = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


class ColumnsSheet(Sheet):
    """A list of every column, the shown ones first and in their order, each with a tick.

    Signals:
        chosen: the keys of the columns to show, in their order, as a list.
        usual_asked: the person wants the usual columns back.
    """

    chosen = Signal(object)
    usual_asked = Signal()

    def __init__(self, offered: Sequence[tuple[str, str, str]], shown: Sequence[str], parent: QWidget) -> None:
        sentence = parent.tr("Tick what you want to see. Alt+Up and Alt+Down move a column.")
        super().__init__(parent.tr("Columns"), parent.tr("Done"), parent, sentence=sentence)
        self._offered = offered
        self.line = _FindLine()
        self.list = _MovingList(self)
        self._up = plain_button(self.tr("Move up"), "arrow-up")
        self._down = plain_button(self.tr("Move down"), "arrow-down")
        self._usual = ghost_button(self.tr("The usual columns"))
        self._place_parts()
        self.fill(shown)
        self._connect()

    def _place_parts(self) -> None:
        self.line.setPlaceholderText(self.tr("Find a column"))
        self.line.setAccessibleName(self.tr("Find a column"))
        self.list.setAccessibleName(self.tr("Columns"))
        self.list.setMinimumHeight(self.fontMetrics().lineSpacing() * 18)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self._up)
        row.addWidget(self._down)
        row.addStretch(1)
        row.addWidget(self._usual)
        self.add(self.line)
        self.add(self.list)
        self.add(row)

    def _connect(self) -> None:
        self.line.textChanged.connect(self._narrow)
        self.line.left_downwards.connect(self.list.setFocus)
        self.list.itemChanged.connect(self._ticked)
        self.list.moved.connect(self._tell)
        self._up.clicked.connect(self.list.move_up)
        self._down.clicked.connect(self.list.move_down)
        self._usual.clicked.connect(self.usual_asked)
        self.asked.connect(self.accept)

    def fill(self, shown: Sequence[str]) -> None:
        """List the columns anew with these ticked."""
        titles = {key: title for key, title, _ in self._offered}
        groups = {key: group for key, _, group in self._offered}
        self.list.blockSignals(True)
        self.list.clear()
        for key in (*shown, *(key for key in titles if key not in shown)):
            item = QListWidgetItem(titles[key], self.list)
            item.setData(_KEY, key)
            item.setToolTip(groups[key])
            item.setCheckState(Qt.CheckState.Checked if key in shown else Qt.CheckState.Unchecked)
            if key == self._offered[0][0]:
                item.setFlags(item.flags() & ~Qt.ItemFlag.ItemIsUserCheckable)
        self.list.setCurrentRow(0)
        self.list.blockSignals(False)

    @property
    def ticked(self) -> list[str]:
        """The keys of the columns that are ticked, in their order."""
        items = [self.list.item(at) for at in range(self.list.count())]
        return [str(each.data(_KEY)) for each in items if each.checkState() == Qt.CheckState.Checked]

    def _narrow(self, text: str) -> None:
        """Show only the columns whose title or group holds what is typed."""
        words = fold(text).split()
        for at in range(self.list.count()):
            item = self.list.item(at)
            said = fold(f"{item.text()} {item.toolTip()}")
            item.setHidden(not all(word in said for word in words))
        seen = next((at for at in range(self.list.count()) if not self.list.item(at).isHidden()), -1)
        self.list.setCurrentRow(seen)

    def _ticked(self, _item: QListWidgetItem) -> None:
        self._tell()

    def _tell(self) -> None:
        self.chosen.emit(self.ticked)


class _FindLine(QLineEdit):
    """A line that the down key leaves for the list under it."""

    left_downwards = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave for the list, else type."""
        if event.key() == Qt.Key.Key_Down:
            self.left_downwards.emit()
        else:
            super().keyPressEvent(event)


class _MovingList(QListWidget):
    """A list whose current item is moved with Alt and the arrows; the first one stays."""

    moved = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move the column with Alt and an arrow, else move through the list."""
        step = _STEPS.get(Qt.Key(event.key()))
        if step and event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self._move(step)
        else:
            super().keyPressEvent(event)

    def move_up(self) -> None:
        """Move the current column up."""
        self._move(-1)

    def move_down(self) -> None:
        """Move the current column down."""
        self._move(1)

    def _move(self, by: int) -> None:
        at = self.currentRow()
        if at < 1 or not 1 <= at + by < self.count():
            return
        self.blockSignals(True)
        item = self.takeItem(at)
        self.insertItem(at + by, item)
        self.setCurrentRow(at + by)
        self.blockSignals(False)
        self.viewport().update()
        self.moved.emit()
