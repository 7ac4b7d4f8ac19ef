"""The steps of whoever is called: turned on and off, worded, moved and given to somebody, and kept for new changes."""

from collections.abc import Hashable, Sequence
from functools import partial
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from reviewdesk.desktop.change.model import Shown
from reviewdesk.desktop.change.step_rows import BY_NOTICE, Who, step_rows
from reviewdesk.desktop.widgets.buttons import ghost_button
from reviewdesk.desktop.widgets.card import Card
from reviewdesk.desktop.widgets.field import ChoiceField, LineField
from reviewdesk.desktop.widgets.flow import FlowLayout
from reviewdesk.desktop.widgets.labels import Label, Part
from reviewdesk.desktop.widgets.row_list import RowList
from reviewdesk.desktop.widgets.sheet import Sheet
from reviewdesk.domain.change_steps import PlannedStep, StepKind, is_trial

_INSET: Final = 18


class StepsCard(Card):
    """Shows the steps of one change, or those that new ones begin with.

    Signals:
        changed: the kind of a step, its words, its days as typed, and the id of who sees to it or nothing.
        turned: the kind of a step, and whether it is done.
        trial_set: whether a trial for two is offered in place of samples.
        keep_asked: new changes are to begin with these. back_asked: those they begin with are wanted here.
    """

    changed = Signal(object, str, str, object)
    turned = Signal(object, bool)
    trial_set = Signal(bool)
    keep_asked = Signal()
    back_asked = Signal()

    def __init__(self, title: str) -> None:
        super().__init__(title, " ", edge_to_edge=True)
        self.body.setContentsMargins(0, 0, 0, 0)
        self.rows = RowList(title)
        self.trial = ghost_button(self.tr("Service: a trial for two"), "users")
        self.samples = ghost_button(self.tr("Goods: two samples"), "package")
        self.keep = ghost_button(self.tr("Keep for new changes"), "bookmark")
        self.back = ghost_button(self.tr("As they were kept"), "undo-2")
        self.sheet: StepSheet | None = None
        self._steps: tuple[PlannedStep, ...] = ()
        self._who: Who = ()
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        below = QWidget()
        along = FlowLayout(below, gap=6)
        for each in (self.trial, self.samples, self.keep, self.back):
            along.addWidget(each)
        around = QHBoxLayout()
        around.setContentsMargins(_INSET - 8, 6, _INSET - 8, 10)
        around.addWidget(below)
        self.add(self.rows)
        self.add(around)

    def _connect(self) -> None:
        self.rows.opened.connect(self._open)
        self.rows.action_asked.connect(self._act)
        self.trial.clicked.connect(partial(self.trial_set.emit, True))
        self.samples.clicked.connect(partial(self.trial_set.emit, False))
        self.keep.clicked.connect(self.keep_asked)
        self.back.clicked.connect(self.back_asked)

    def show_steps(self, steps: Sequence[PlannedStep], who: Who, shown: Shown | None, *, is_kept: bool) -> None:
        """Show these steps; `is_kept` says that they are those new changes begin with."""
        self._steps, self._who = tuple(steps), who
        self.rows.show_rows(step_rows(steps, who, shown))
        self.trial.setVisible(not is_trial(steps))
        self.samples.setVisible(is_trial(steps))
        self.keep.setVisible(shown is not None and not is_kept)
        self.back.setVisible(not is_kept)

    def _act(self, kind: Hashable, action: str) -> None:
        step = self._of(kind)
        if action == "tick":
            self.turned.emit(step.kind, not step.is_on)
        else:
            self._open(kind)

    def _open(self, kind: Hashable) -> None:
        step = self._of(kind)
        self.sheet = StepSheet(step, self._who, self.window())
        self.sheet.filled.connect(partial(self.changed.emit, step.kind))
        self.sheet.finished.connect(self._left)
        self.sheet.open()

    def _left(self) -> None:
        self.sheet = None

    def _of(self, kind: Hashable) -> PlannedStep:
        return next(each for each in self._steps if each.kind == kind)


class StepSheet(Sheet):
    """Asks what is done in a step, on which day, and who sees to it.

    Signals:
        filled: its words, its days as typed, and the id of who sees to it or nothing.
    """

    filled = Signal(str, str, object)

    def __init__(self, step: PlannedStep, who: Who, parent: QWidget) -> None:
        super().__init__(parent.tr("A step of whoever is called"), parent.tr("Save it"), parent)
        self.words = LineField(self.tr("What is done"), step.words, quiet=False)
        self.days = LineField(self.tr("Days after it takes effect, −7 is before it"), f"{step.days}", quiet=False)
        choices = [(None, self.tr("the owner of the account")), *who]
        self.who = ChoiceField(self.tr("Who sees to it"), choices, step.colleague_id, quiet=False)
        self.setMinimumWidth(min(self.fontMetrics().averageCharWidth() * 64, parent.width() - 48))
        self.add(self.words)
        if step.kind is StepKind.CALL:
            self.add(Label(self.tr("Its day: {when}.").format(when=BY_NOTICE), Part.MUTED, wraps=True))
        else:
            self.add(self.days)
        if len(who) > 1:
            self.add(self.who)
        self.asked.connect(self._fill)

    def _fill(self) -> None:
        self.filled.emit(self.words.value(), self.days.value(), self.who.value())
