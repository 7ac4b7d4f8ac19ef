"""One concern opened in its list: how far it has come, and what is known about it."""

from collections.abc import Mapping, Sequence
from functools import partial
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from reviewdesk.desktop.account.concern_ties import ConcernTies
from reviewdesk.desktop.account.details import FieldGrid
from reviewdesk.desktop.account.fields import CONCERN_DETAILS, CONCERN_TAGS, CONCERN_TEXTS, text_of
from reviewdesk.desktop.account.linked import LinkedConcerns
from reviewdesk.desktop.account.model import Brief
from reviewdesk.desktop.account.stage_steps import StageSteps
from reviewdesk.desktop.account.words import long_day
from reviewdesk.desktop.widgets.buttons import ghost_button
from reviewdesk.desktop.widgets.flow import FlowLayout
from reviewdesk.desktop.widgets.labels import Hairline, Label, Part
from reviewdesk.domain.asking import ENOUGH
from reviewdesk.domain.concern import Concern, Stage
from reviewdesk.domain.letters.form import LetterKind
from reviewdesk.domain.stage_asks import lacking
from reviewdesk.domain.stage_times import cause_words, time_words

_KEPT_HERE = frozenset({Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Home, Qt.Key.Key_End})


class ConcernForm(QWidget):
    """The fields of one concern, typed in place, under the steps it goes along.

    Signals:
        typed: the id of the concern, the name of a field and its text.
        stage_asked: the id of the concern and the stage to bring it to.
        asked_today: the id of the concern they were asked about, whether it is fixed.
        letter_asked: the id of the concern and which letter to write about it.
        who_else_asked: the id of the concern whose cause others may share.
        step_asked: the id of the concern to add the next step to.
        lacking_asked: the id of the concern of which is asked what it lacks at its stage.
        shut: the person is done with it.
    """

    typed = Signal(object, str, str)
    stage_asked = Signal(object, object)
    asked_today = Signal(object)
    letter_asked = Signal(object, object)
    who_else_asked = Signal(object)
    lacking_asked = Signal(object)
    step_asked = Signal(object)
    shut = Signal()

    def __init__(self, concern_id: UUID) -> None:
        super().__init__()
        self.concern_id = concern_id
        self.steps = StageSteps()
        self.line = Hairline()
        self.withdraw = ghost_button(self.tr("Withdraw it"))
        self.first_answer = ghost_button(self.tr("First answer…"), "mail")
        self.recovery = ghost_button(self.tr("Recovery letter…"), "mail")
        self.ask = ghost_button(self.tr("They were asked today"))
        self.who_else = ghost_button(self.tr("Who else is affected?"))
        self.close_it = ghost_button(self.tr("Close, not confirmed"))
        self.step = ghost_button(self.tr("Add the next step…"), "list-checks")
        self.lacks = ghost_button("", "pencil")
        self.linked, self.frictions = LinkedConcerns(), ConcernTies("refresh-cw")
        self.outreach = ConcernTies("megaphone")
        self.times = Label("", Part.SMALL, wraps=True)
        self.about = Label(self.tr("What it is about"), Part.HEADING)
        self.grids = (FieldGrid(CONCERN_TEXTS, most=2), FieldGrid(CONCERN_DETAILS), FieldGrid(CONCERN_TAGS))
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        along = QHBoxLayout()
        along.addWidget(self.steps, 1)
        for each in (self.who_else, self.ask, self.close_it, self.withdraw):
            along.addWidget(each, 0, Qt.AlignmentFlag.AlignTop)
        ways = QWidget()
        flow = FlowLayout(ways, gap=6)
        for each in (self.first_answer, self.recovery, self.step, self.lacks):
            flow.addWidget(each)
        column = QVBoxLayout()
        column.setContentsMargins(18, 14, 18, 18)
        column.setSpacing(12)
        column.addLayout(along)
        column.addWidget(self.times)
        column.addWidget(ways)
        column.addWidget(self.outreach)
        column.addWidget(self.frictions)
        for part in (*self.grids[:2], self.about, *self.grids[2:], self.linked):
            column.addWidget(part)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(1, 0, 1, 0)
        whole.setSpacing(0)
        whole.addLayout(column)
        whole.addWidget(self.line)

    def _connect(self) -> None:
        self.steps.chosen.connect(self._bring)
        self.withdraw.clicked.connect(self._withdraw)
        self.ask.clicked.connect(self._ask)
        self.first_answer.clicked.connect(partial(self._ask_letter, LetterKind.FIRST_ANSWER))
        self.recovery.clicked.connect(partial(self._ask_letter, LetterKind.RECOVERY))
        self.who_else.clicked.connect(self._ask_who_else)
        self.lacks.clicked.connect(self._ask_lacking)
        self.step.clicked.connect(self._ask_step)
        self.close_it.clicked.connect(partial(self._bring, Stage.NOT_CONFIRMED))
        for grid in self.grids:
            grid.typed.connect(self._typed)

    def _ask_letter(self, kind: LetterKind) -> None:
        self.flush()
        self.letter_asked.emit(self.concern_id, kind)

    def show_concern(self, concern: Concern, brief: Brief) -> None:
        """Show it as it stands; what is being typed stays."""
        self.setAccessibleName(concern.words)
        self.steps.show_stage(concern.stage)
        self.withdraw.setVisible(concern.stage is not Stage.WITHDRAWN)
        self.ask.setVisible(concern.stage is Stage.FIXED)
        self.close_it.setVisible(concern.stage is Stage.FIXED and len(concern.asked_on) >= ENOUGH)
        self.ask.setToolTip(
            ", ".join(self.tr("asked on {day}").format(day=long_day(each)) for each in concern.asked_on)
        )
        self._show_times(concern, brief)
        asked = lacking(concern)
        self.lacks.setText(f"{asked.question} (&N)" if asked else "")
        self.lacks.setVisible(asked is not None)
        self._offer(brief)
        for grid in self.grids:
            grid.show_values(partial(_value, concern, brief))
        mended = concern.stage in (Stage.FIXED, Stage.CONFIRMED) or bool(concern.beyond_the_fix)
        self.grid_of("beyond_the_fix").show_field("beyond_the_fix", shown=mended)
        withdrawn = concern.stage is Stage.WITHDRAWN or bool(concern.why_withdrawn)
        self.grid_of("why_withdrawn").show_field("why_withdrawn", shown=withdrawn)

    def _show_times(self, concern: Concern, brief: Brief) -> None:
        """Say how long it stood in each stage, and apart how long the root cause took."""
        review = next((each for each in brief.reviews if each.id == concern.review_id), None)
        raised = self.tr("raised in the review of {day}").format(day=long_day(review.day)) if review else ""
        found = (_next(concern, brief), raised, time_words(concern, brief.today), cause_words(concern, brief.today))
        self.times.setText("  ·  ".join(each for each in found if each))
        self.times.setVisible(any(found))

    def offer_known(self, known: Mapping[str, Sequence[str]]) -> None:
        """Complete what it is about with what the book knows."""
        for name, values in known.items():
            self.grid_of(name).offer(name, values)

    def grid_of(self, name: str) -> FieldGrid:
        """Give the grid that holds a field."""
        return next(each for each in self.grids if name in each.fields)

    def flush(self) -> None:
        """Tell at once what was typed."""
        for grid in self.grids:
            grid.flush()

    def _offer(self, brief: Brief) -> None:
        self.grid_of("owner").offer("owner", [each.name for each in brief.colleagues])
        self.grid_of("raised_by").offer("raised_by", [each.name for each in (*brief.people, *brief.people_gone)])

    def _typed(self, name: str, text: str) -> None:
        self.typed.emit(self.concern_id, name, text)

    def _bring(self, stage: Stage) -> None:
        self.flush()
        self.stage_asked.emit(self.concern_id, stage)

    def _ask(self) -> None:
        self.flush()
        self.asked_today.emit(self.concern_id)

    def _ask_step(self) -> None:
        self.flush()
        self.step_asked.emit(self.concern_id)

    def _ask_lacking(self) -> None:
        self.flush()
        self.lacking_asked.emit(self.concern_id)

    def _ask_who_else(self) -> None:
        self.flush()
        self.who_else_asked.emit(self.concern_id)

    def _withdraw(self) -> None:
        self._bring(Stage.WITHDRAWN)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Shut at Escape, and keep the keys that move in a field from moving in the list."""
        if event.key() == Qt.Key.Key_Escape:
            self.flush()
            self.shut.emit()
        elif Qt.Key(event.key()) not in _KEPT_HERE:
            super().keyPressEvent(event)


def _next(concern: Concern, brief: Brief) -> str:
    """Say what is done next about it, and by when."""
    step = next((each for each in brief.open_follow_ups if each.concern_id == concern.id), None)
    by = f" by {long_day(step.due)}" if step is not None and step.due else ""
    return f"next: {step.what}{by}" if step is not None else ""


def _value(concern: Concern, brief: Brief, name: str) -> str:
    if name == "owner":
        return next((each.name for each in brief.colleagues if each.id == concern.colleague_id), "")
    if name == "raised_by":
        people = (*brief.people, *brief.people_gone)
        return next((each.name for each in people if each.id == concern.raised_by_id), "")
    if name == "asks":
        return "\n".join(f"{each.what} by {long_day(each.due)}" if each.due else each.what for each in concern.asks)
    return text_of(concern, name)
