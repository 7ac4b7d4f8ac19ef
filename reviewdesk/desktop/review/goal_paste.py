"""Pastes figures into the goals: the cells, what was read of them, and one key to take them."""

from collections.abc import Sequence
from functools import partial
from uuid import UUID

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from reviewdesk.desktop.tasks import Lane, Tasks
from reviewdesk.desktop.tokens import Tone
from reviewdesk.desktop.widgets.field import TextField
from reviewdesk.desktop.widgets.pill import PillText
from reviewdesk.desktop.widgets.row_list import RowList
from reviewdesk.desktop.widgets.row_value import Row
from reviewdesk.desktop.widgets.sheet import Sheet
from reviewdesk.domain.errors import ReviewDeskError
from reviewdesk.domain.goal_figures import FigureRow, better_of, status_of
from reviewdesk.domain.summary import Better, GoalStatus
from reviewdesk.services.goal_figures import GoalFigureService

_PAUSE = 250
_NOBODY = UUID(int=0)
_TONES = {GoalStatus.MET: Tone.GOOD, GoalStatus.BEHIND: Tone.BAD, GoalStatus.ON_TRACK: Tone.NEUTRAL}


class PasteSheet(Sheet):
    """Shows cells and what they are read as.

    Signals:
        typed: the cells are others now.
        taken: the cells whose figures are to be noted.
    """

    typed = Signal(str)
    taken = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        sentence = parent.tr("Cells from a spreadsheet: goal, figure, target, source, date; a first row may name them.")
        super().__init__(parent.tr("Paste figures"), parent.tr("Take them"), parent, sentence=sentence)
        self.cells = TextField(self.tr("Cells"), _pasted(), lines=5)
        self.rows = RowList(self.tr("What was read"), most=8)
        self.add(self.cells)
        self.add(self.rows)
        self._wait = QTimer(self)
        self._wait.setSingleShot(True)
        self._wait.setInterval(_PAUSE)
        self._wait.timeout.connect(self._tell)
        if isinstance(editor := self.cells.editor, QPlainTextEdit):
            editor.textChanged.connect(self._wait.start)
        self.asked.connect(self._take)
        self.show_rows(())

    def begin(self) -> None:
        """Have what was copied read."""
        self._tell()

    def show_rows(self, rows: Sequence[FigureRow]) -> None:
        """Show what the cells are read as."""
        self.rows.show_rows([_row(at, each) for at, each in enumerate(rows)])
        count = sum(not each.problem for each in rows)
        self.go.setText(self.tr("Take 1 figure") if count == 1 else self.tr("Take {n} figures").format(n=count))
        self.go.setEnabled(bool(count))

    def _tell(self) -> None:
        self.typed.emit(str(self.cells.value()))

    def _take(self) -> None:
        self.taken.emit(str(self.cells.value()))


class GoalPasting(QObject):
    """Asks for cells, shows what they are read as, and has them taken."""

    def __init__(self, over: QWidget, figures: GoalFigureService, tasks: Tasks) -> None:
        super().__init__(over)
        self._over, self._figures, self._tasks = over, figures, tasks
        self.sheet: PasteSheet | None = None

    def ask(self, review_id: UUID) -> None:
        """Ask for the figures of a review."""
        self.sheet = PasteSheet(self._over)
        self.sheet.typed.connect(partial(self._read, review_id))
        self.sheet.taken.connect(partial(self._take, review_id))
        self.sheet.finished.connect(self._left)
        self.sheet.open()
        self.sheet.begin()

    def _left(self) -> None:
        self.sheet = None

    def _read(self, review_id: UUID, text: str) -> None:
        self._tasks.run(partial(self._figures.read, review_id, text), self._show, self, newest="figures")

    def _show(self, rows: tuple[FigureRow, ...]) -> None:
        if self.sheet is not None:
            self.sheet.show_rows(rows)

    def _take(self, review_id: UUID, text: str) -> None:
        work = partial(self._figures.take, review_id, text)
        self._tasks.run(work, self._taken, self, lane=Lane.WRITE, failed=self._refused)

    def _taken(self, _outcome: object) -> None:
        if self.sheet is not None:
            self.sheet.accept()

    def _refused(self, error: ReviewDeskError) -> None:
        if self.sheet is not None:
            self.sheet.refuse(str(error))


def _pasted() -> str:
    """Give what lies on the clipboard where it looks like cells."""
    text = QGuiApplication.clipboard().text()
    return text if any(each in text for each in "\t|;") else ""


def _row(at: int, row: FigureRow) -> Row:
    if row.problem:
        return Row(at, row.what or "–", row.problem, pills=(PillText("left out", Tone.WARN),))
    goal = row.goal
    target = goal.target if goal is not None else row.target
    unit = goal.unit if goal is not None else row.unit
    day = f"{row.on.day} {row.on:%b} {row.on.year}" if row.on else ""
    ways = {Better.UP: "more is better", Better.DOWN: "less is better"}
    new = "" if goal is not None else f"a new goal, {ways[better_of(row.what)]}"
    figures = f"{row.value:f} of {target:f} {unit}".strip() if row.value is not None and target is not None else ""
    meta = " · ".join(each for each in (figures, row.source, day, new) if each)
    status = status_of(row.as_goal(_NOBODY), row.value) if row.value is not None else None
    pills = (PillText(status.value, _TONES[status]),) if status is not None else ()
    return Row(at, row.what, meta, pills=pills)
