"""Asks which concerns are fixed by an outreach that has ended."""

from collections.abc import Sequence
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QWidget

from reviewdesk.desktop.outreach.problem_model import OpenConcern
from reviewdesk.desktop.widgets.page import ScrollColumn
from reviewdesk.desktop.widgets.sheet import Sheet

_MOST = 60


class ConcernsSheet(Sheet):
    """Asks which concerns are fixed by an outreach; all are ticked at first.

    Signals:
        filled: the ids of the concerns.
    """

    filled = Signal(object)

    def __init__(self, concerns: Sequence[OpenConcern], parent: QWidget) -> None:
        sentence = parent.tr("Each customer is still asked whether it is. Leave out what goes on for itself.")
        super().__init__(parent.tr("Which concerns are fixed by it?"), parent.tr("Fixed"), parent, sentence=sentence)
        self.ticks: dict[UUID, QCheckBox] = {}
        column = ScrollColumn(self.tr("Concerns"), gap=8)
        for each in concerns:
            tick = self.ticks[each.concern_id] = QCheckBox(f"{each.account}: {_short(each.words)}")
            tick.setToolTip(f"{each.words} ({each.stage.value})")
            tick.setChecked(True)
            column.column.addWidget(tick)
        column.column.addStretch(1)
        line = self.fontMetrics().height() * 2
        column.setMinimumHeight(min(len(concerns), 6) * line)
        self.add(column)
        self.asked.connect(self._fill)

    def _fill(self) -> None:
        chosen = tuple(each for each, tick in self.ticks.items() if tick.isChecked())
        if chosen:
            self.filled.emit(chosen)
        else:
            self.reject()


def _short(words: str) -> str:
    return words if len(words) <= _MOST else f"{words[: _MOST - 2].rstrip()}…"
