"""One concern opened in its list: how far it has come, and what is known about it."""

from functools import partial
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from reviewdesk.desktop.account.details import FieldGrid
from reviewdesk.desktop.account.fields import CONCERN_DETAILS, CONCERN_TEXTS, text_of
from reviewdesk.desktop.account.model import Brief
from reviewdesk.desktop.account.stage_steps import StageSteps
from reviewdesk.desktop.widgets.buttons import ghost_button
from reviewdesk.desktop.widgets.labels import Hairline
from reviewdesk.domain.concern import Concern, Stage

_KEPT_HERE = frozenset({Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Home, Qt.Key.Key_End})


class ConcernForm(QWidget):
    """The fields of one concern, typed in place, under the steps it goes along.

    Signals:
        typed: the id of the concern, the name of a field and its text.
        stage_asked: the id of the concern and the stage to bring it to.
        shut: the person is done with it.
    """

    typed = Signal(object, str, str)
    stage_asked = Signal(object, object)
    shut = Signal()

    def __init__(self, concern_id: UUID) -> None:
        super().__init__()
        self.concern_id = concern_id
        self.steps = StageSteps()
        self.line = Hairline()
        self.withdraw = ghost_button(self.tr("Withdraw it"))
        self.grids = (FieldGrid(CONCERN_TEXTS, most=2), FieldGrid(CONCERN_DETAILS))
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        along = QHBoxLayout()
        along.addWidget(self.steps, 1)
        along.addWidget(self.withdraw, 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout()
        column.setContentsMargins(18, 14, 18, 18)
        column.setSpacing(12)
        column.addLayout(along)
        for grid in self.grids:
            column.addWidget(grid)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(1, 0, 1, 0)
        whole.setSpacing(0)
        whole.addLayout(column)
        whole.addWidget(self.line)

    def _connect(self) -> None:
        self.steps.chosen.connect(self._bring)
        self.withdraw.clicked.connect(self._withdraw)
        for grid in self.grids:
            grid.typed.connect(self._typed)

    def show_concern(self, concern: Concern, brief: Brief) -> None:
        """Show it as it stands; what is being typed stays."""
        self.setAccessibleName(concern.words)
        self.steps.show_stage(concern.stage)
        self.withdraw.setVisible(concern.stage is not Stage.WITHDRAWN)
        self._offer(brief)
        for grid in self.grids:
            grid.show_values(partial(_value, concern, brief))
        mended = concern.stage in (Stage.FIXED, Stage.CONFIRMED) or bool(concern.beyond_the_fix)
        self.grid_of("beyond_the_fix").show_field("beyond_the_fix", shown=mended)

    def grid_of(self, name: str) -> FieldGrid:
        """Give the grid that holds a field."""
        return next(each for each in self.grids if name in each.fields)

    def flush(self) -> None:
        """Tell at once what was typed."""
        for grid in self.grids:
            grid.flush()

    def _offer(self, brief: Brief) -> None:
        self.grid_of("owner").offer("owner", [each.name for each in brief.colleagues])

    def _typed(self, name: str, text: str) -> None:
        self.typed.emit(self.concern_id, name, text)

    def _bring(self, stage: Stage) -> None:
        self.flush()
        self.stage_asked.emit(self.concern_id, stage)

    def _withdraw(self) -> None:
        self._bring(Stage.WITHDRAWN)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Shut at Escape, and keep the keys that move in a field from moving in the list."""
        if event.key() == Qt.Key.Key_Escape:
            self.flush()
            self.shut.emit()
        elif Qt.Key(event.key()) not in _KEPT_HERE:
            super().keyPressEvent(event)


def _value(concern: Concern, brief: Brief, name: str) -> str:
    if name == "owner":
        return next((each.name for each in brief.colleagues if each.id == concern.colleague_id), "")
    return text_of(concern, name)
