"""The questions of a form, to type in what stands on paper: one key each."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QLineEdit, QScrollArea, QWidget

from reviewdesk.desktop.feedback.quick_keys import QuickChoice, QuickScale, QuickTicks
from reviewdesk.desktop.widgets.labels import Label, Part
from reviewdesk.domain.answer import SCALES, Asked
from reviewdesk.domain.feedback import DIMENSIONS, SCORES, FilledIn, FormKind, Quoting
from reviewdesk.domain.review import Feeling

if TYPE_CHECKING:
    Question = QuickScale | QuickChoice | QuickTicks | QLineEdit

_LINES: Final = 17
_ROOM: Final = 420
_ENTER: Final = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class TypedAnswers(QScrollArea):
    """Asks question after question; a key answers and leads on, Enter leaves one out, the arrows go back and forth.

    Signals:
        finished: the person pressed Enter behind the last question.
        edited: an answer is another one now.
    """

    finished = Signal()
    edited = Signal()

    def __init__(self, kind: FormKind, *, after_review: bool) -> None:
        super().__init__()
        self._inside = QWidget()
        self._grid = QGridLayout(self._inside)
        self._grid.setContentsMargins(0, 0, 8, 0)
        self._grid.setHorizontalSpacing(14)
        self._grid.setVerticalSpacing(7)
        self._grid.setColumnStretch(1, 1)
        self._questions: list[Question] = []
        self._led_on = False
        self.scores: dict[Asked, QuickScale] = {}
        for asked in SCORES:
            self.scores[asked] = self._scale(asked, asked.value)
        self.matters: dict[Asked, QuickScale] = {}
        if kind is FormKind.LONG:
            self._ask_dimensions()
        self.felt = QuickTicks(self.tr("The meeting was"), [each.value for each in Feeling])
        if after_review and kind is FormKind.SHORT:
            self._add(self.tr("The meeting was"), self.felt)
        self.felt.ticked.connect(self._stay)
        self.quote = QuickChoice(self.tr("Quote them"), [(each.value, each.value) for each in Quoting])
        self._add(self.tr("Quote them"), self.quote)
        self.colleague = self._words(self.tr("To a colleague"))
        self.better = self._words(self.tr("Do better"))
        self.setWidget(self._inside)
        self.setWidgetResizable(True)
        self.setFrameShape(QScrollArea.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._grid.setRowStretch(self._grid.rowCount(), 1)

    def minimumSizeHint(self) -> QSize:
        """Say how small it can be: as wide as its questions, and with a few of them in sight."""
        inside, most = self._inside.minimumSizeHint(), self.fontMetrics().height() * _LINES
        return QSize(inside.width() + self.verticalScrollBar().sizeHint().width(), min(inside.height() + 2, most))

    def sizeHint(self) -> QSize:
        """Say how large it wants to be: with all questions in sight, as far as a small screen has room."""
        least = self.minimumSizeHint()
        return QSize(least.width(), max(least.height(), min(self._inside.sizeHint().height() + 2, _ROOM)))

    @property
    def questions(self) -> tuple[QWidget, ...]:
        """What is asked, in its order."""
        return tuple(self._questions)

    @property
    def filled(self) -> FilledIn:
        """Give what was typed."""
        scores = {each: scale.value for each, scale in self.scores.items()}
        matters = {each: scale.value for each, scale in self.matters.items()}
        ticked = zip(Feeling, self.felt.boxes, strict=True)
        return FilledIn(
            scores={each: value for each, value in scores.items() if value is not None},
            matters={each: value for each, value in matters.items() if value is not None},
            feelings=tuple(each for each, box in ticked if box.isChecked()),
            colleague=self.colleague.text().strip(),
            better=self.better.text().strip(),
            quoting=Quoting(self.quote.key) if self.quote.key else None,
        )

    def begin(self) -> None:
        """Put the keyboard on the first question."""
        self._questions[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def _ask_dimensions(self) -> None:
        for each in DIMENSIONS:
            self.scores[each] = self._scale(each, each.value)
            self.matters[each] = self._scale(each, self.tr("matters"), beside=True)

    def _scale(self, asked: Asked, word: str, *, beside: bool = False) -> QuickScale:
        scale = SCALES[asked]
        name = self.tr("{asked} matters").format(asked=asked.value) if beside else asked.value
        made = QuickScale(name, scale.lowest, scale.highest)
        self._add(word, made, beside=beside)
        made.passed_on.connect(self._pass_on)
        return made

    def _words(self, word: str) -> QLineEdit:
        made = QLineEdit()
        made.setAccessibleName(word)
        made.setMaxLength(4000)
        made.installEventFilter(self)
        made.textChanged.connect(self._edited)
        self._add(word, made)
        return made

    def _add(self, word: str, question: Question, *, beside: bool = False) -> None:
        row = self._grid.rowCount() - 1 if beside else self._grid.rowCount()
        self._grid.addWidget(Label(word, Part.MUTED if beside else Part.BODY), row, 2 if beside else 0)
        self._grid.addWidget(question, row, 3 if beside else 1, 1, 1)
        self._questions.append(question)
        if not isinstance(question, QLineEdit):
            question.next_asked.connect(self._asked_on)
        if isinstance(question, QuickScale | QuickChoice):
            question.chosen_by_key.connect(self._lead_on)
            question.chosen.connect(self._edited)

    def _edited(self, _value: object = None) -> None:
        self.edited.emit()

    def _stay(self) -> None:
        """Let the next Enter lead on: the question was answered and has not led on by itself."""
        self._led_on = False

    def _lead_on(self) -> None:
        """Go to the next question, since this one was answered by its key."""
        self._go(1)
        self._led_on = True

    def _pass_on(self, digit: int) -> None:
        """Give a digit to the question that has the keyboard now."""
        for each in self._questions:
            if each.hasFocus() and not isinstance(each, QLineEdit):
                each.take(digit)
                return

    def _asked_on(self, by: int) -> None:
        """Go on; an Enter behind the key of an answer has led on already."""
        if by == 1 and self._led_on:
            self._led_on = False
            return
        self._go(by)

    def _go(self, by: int) -> None:
        at = next((at for at, each in enumerate(self._questions) if each.hasFocus()), 0) + by
        self._led_on = False
        if at >= len(self._questions):
            self.finished.emit()
        elif at >= 0:
            self._questions[at].setFocus(Qt.FocusReason.TabFocusReason)
            self.ensureWidgetVisible(self._questions[at])

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Lead on at Enter in a line of words too."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if event.key() in _ENTER:
                self._asked_on(1)
                return True
            if event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
                self._go(1 if event.key() == Qt.Key.Key_Down else -1)
                return True
            self._led_on = False
        return super().eventFilter(watched, event)
