"""The workspace of a review: one head, and under it Prepare, Meet and Wrap up."""

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QHideEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from reviewdesk.desktop.review.agenda_editor import AgendaEditor
from reviewdesk.desktop.review.header import ReviewHeader
from reviewdesk.desktop.review.meet import MeetView
from reviewdesk.desktop.review.model import Keeping, Shown
from reviewdesk.desktop.review.prepare import PrepareView
from reviewdesk.desktop.review.step import Step
from reviewdesk.desktop.review.two_versions import TwoVersions
from reviewdesk.desktop.review.wrap_up import WrapUpView
from reviewdesk.desktop.tokens import Tone
from reviewdesk.desktop.widgets.bars import MessageBar
from reviewdesk.desktop.widgets.field import Field

_ORDER = (Step.PREPARE, Step.MEET, Step.WRAP_UP)


class ReviewView(QWidget):
    """Shows one review and says what the person wants; what its parts say comes from the parts themselves.

    Signals:
        closed_asked: the person wants to leave.
        step_asked: the step the person goes to.
        finish_asked: the person wants to finish.
        summary_asked: the person wants to see the newest summary.
        retry_asked: the summary is to be written after all.
        left: the workspace can no longer be seen. shown_now: what is shown of the review from here on.
    """

    closed_asked = Signal()
    step_asked = Signal(object)
    finish_asked = Signal()
    summary_asked = Signal()
    retry_asked = Signal()
    left = Signal()
    shown_now = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(self.tr("Review"))
        self.header = ReviewHeader()
        self.message = MessageBar()
        self.versions = TwoVersions()
        self.prepare, self.meet, self.wrap_up = PrepareView(), MeetView(), WrapUpView()
        fields: dict[str, tuple[Field, ...]] = {**self.prepare.plan.fields, **self.wrap_up.outcome.fields}
        self._fields: dict[str, tuple[Field | AgendaEditor, ...]] = {**fields, "agenda": (self.prepare.agenda,)}
        self._pages: dict[Step, PrepareView | WrapUpView] = {Step.PREPARE: self.prepare, Step.WRAP_UP: self.wrap_up}
        self._late: dict[Step, Shown] = {}
        self.stack = QStackedWidget()
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        for part in (self.prepare, self.meet, self.wrap_up):
            self.stack.addWidget(part)
        self._bars = QWidget()
        bars = QVBoxLayout(self._bars)
        bars.setContentsMargins(28, 12, 28, 12)
        bars.addWidget(self.message)
        bars.addWidget(self.versions)
        self._bars.hide()
        for each in (self.message, self.versions):
            each.installEventFilter(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.header)
        column.addWidget(self._bars)
        column.addWidget(self.stack, 1)

    def _connect(self) -> None:
        self.header.back_asked.connect(self.closed_asked)
        self.header.step_asked.connect(self._ask_step)
        self.header.finish_asked.connect(self.finish_asked)
        self.header.summary_asked.connect(self.summary_asked)
        for key, slot in (
            ("Ctrl+Tab", self._next),
            ("Ctrl+Shift+Tab", self._before),
            ("Alt+1", self._ask_prepare),
            ("Alt+2", self._ask_meet),
            ("Alt+3", self._ask_wrap_up),
            ("Ctrl+Return", self.finish_asked),
            ("F5", self.header.show_asked),
        ):
            shortcut = QShortcut(QKeySequence(key), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(slot)

    # ------------------------------------------------------------ what is shown

    @property
    def step(self) -> Step:
        """The step that is open."""
        return _ORDER[self.stack.currentIndex()]

    def show_step(self, step: Step) -> None:
        """Open a step as the review stands now, with the keyboard where it is used first."""
        if step in self._late:
            self._pages[step].show_review(self._late.pop(step))
        self.stack.setCurrentIndex(_ORDER.index(step))
        self.header.show_step(step)
        if step is Step.MEET:
            self.meet.editor.setFocus(Qt.FocusReason.OtherFocusReason)
        elif step is Step.WRAP_UP:
            self.wrap_up.sort.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.prepare.setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def is_safe(self) -> bool:
        """Say whether all that was typed in fields is in the book."""
        return all(each.is_safe for fields in self._fields.values() for each in fields)

    def begin(self) -> None:
        """Stand for another review from here on; what was typed was told before."""
        for fields in self._fields.values():
            for each in fields:
                each.begin()

    def show_saved(self, name: str) -> None:
        """Say that a field of the review is in the book."""
        for each in self._fields.get(name, ()):
            each.show_saved()
        self.wrap_up.outcome.remark()

    def show_refused(self, name: str, sentence: str) -> None:
        """Say why what was typed in a field cannot be taken."""
        for each in self._fields.get(name, ()):
            each.show_refused(sentence)

    def show_review(self, shown: Shown) -> None:
        """Show this review; what is being typed stays as it is, and steps out of sight wait until they are opened."""
        self.header.show_review(shown)
        self.meet.show_review(shown)
        self._late = dict.fromkeys(self._pages, shown)
        if self.step in self._late:
            self._pages[self.step].show_review(self._late.pop(self.step))
        self.shown_now.emit(shown)

    def show_keeping(self, keeping: Keeping) -> None:
        """Say how far what was typed has come."""
        self.header.show_keeping(keeping)

    def show_not_written(self) -> None:
        """Say that the review is finished and its summary is still to be written."""
        words = self.tr("The review is finished and safe. Its summary was not written; try again.")
        self.message.tell(words, Tone.BAD, action=self.tr("Try again"), then=self.retry_asked.emit)

    def show_writing(self) -> None:
        """Say that the summary is being written."""
        self.message.tell(self.tr("The review is finished. Its summary is being written."), Tone.GOOD)

    def show_written(self) -> None:
        """Take away what was said about writing the summary."""
        self.message.close_message()

    def tell(self, sentence: str) -> None:
        """Say what stands in the way."""
        self.message.tell(sentence, Tone.WARN)

    def flush(self) -> None:
        """Tell at once what was typed in any field."""
        self.prepare.flush()
        self.wrap_up.flush()

    # ------------------------------------------------------------ what the person does

    def _ask_step(self, key: str) -> None:
        self.step_asked.emit(Step(key))

    def _ask_prepare(self) -> None:
        self.step_asked.emit(Step.PREPARE)

    def _ask_meet(self) -> None:
        self.step_asked.emit(Step.MEET)

    def _ask_wrap_up(self) -> None:
        self.step_asked.emit(Step.WRAP_UP)

    def _next(self) -> None:
        self.step_asked.emit(_ORDER[(self.stack.currentIndex() + 1) % len(_ORDER)])

    def _before(self) -> None:
        self.step_asked.emit(_ORDER[(self.stack.currentIndex() - 1) % len(_ORDER)])

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Give the bars room only while one of them says something."""
        if event.type() in (QEvent.Type.ShowToParent, QEvent.Type.HideToParent):
            self._bars.setVisible(not (self.message.isHidden() and self.versions.isHidden()))
        return super().eventFilter(watched, event)

    def hideEvent(self, event: QHideEvent) -> None:
        """Tell that the workspace can no longer be seen."""
        super().hideEvent(event)
        self.left.emit()
