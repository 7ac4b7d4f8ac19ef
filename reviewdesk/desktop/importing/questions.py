"""What is to be decided, each question with its answers to choose from."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from reviewdesk.desktop.ink import CONTROL_RADIUS, colour, line_height, rounded, scaled, tokens
from reviewdesk.desktop.tokens import Tone
from reviewdesk.desktop.widgets.buttons import ghost_button
from reviewdesk.desktop.widgets.labels import Hairline, Label, Part
from reviewdesk.desktop.widgets.pill import Pill, PillText
from reviewdesk.desktop.widgets.wrapped import wrapped
from reviewdesk.domain.importing.decisions import Choice, ToDecide

AT_ONCE: Final = 25
_LINES: Final = 3


class Answer(QAbstractButton):
    """One answer: a ring that is filled while it is the one taken, and its words, broken where the room ends."""

    def __init__(self, choice: Choice, *, taken: bool) -> None:
        super().__init__()
        self.choice = choice.id
        self.setText(choice.words)
        self.setAccessibleName(choice.words)
        self.setCheckable(True)
        self.setAutoExclusive(True)
        self.setChecked(taken)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    @property
    def _ring(self) -> int:
        return round(line_height(self.font()) * 0.8)

    def _lines(self, width: int) -> tuple[str, ...]:
        room = width - self._ring - 26
        return wrapped(self.text(), scaled(self.font(), weight=500), room, _LINES)

    def sizeHint(self) -> QSize:
        """Say how large it wants to be."""
        return QSize(200, self.heightForWidth(max(self.width(), 200)))

    def hasHeightForWidth(self) -> bool:
        """Say that its height follows from its width."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Say how high it is when it is this wide."""
        return len(self._lines(width)) * line_height(self.font()) + 12

    def changeEvent(self, event: QEvent) -> None:
        """Measure anew when the font changes."""
        super().changeEvent(event)
        self.updateGeometry()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint it in the colours of the theme in force."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        theme, box = tokens(), QRectF(self.rect())
        ground = theme.accent_soft if self.isChecked() else theme.hover if self.underMouse() else ""
        if ground or self.hasFocus():
            rounded(painter, box, CONTROL_RADIUS, fill=ground, line=theme.accent if self.hasFocus() else "")
        font = scaled(self.font(), weight=600 if self.isChecked() else 500)
        ring, line = self._ring, line_height(font)
        middle = QPointF(9 + ring / 2, 6 + line / 2)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(colour(theme.accent if self.isChecked() else theme.control_border), 1.6))
        painter.drawEllipse(middle, ring / 2 - 1, ring / 2 - 1)
        if self.isChecked():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colour(theme.accent))
            painter.drawEllipse(middle, ring / 4, ring / 4)
        painter.setFont(font)
        painter.setPen(colour(theme.text))
        for at, words in enumerate(self._lines(self.width())):
            base = 6 + at * line + QFontMetricsF(font).ascent()
            painter.drawText(QPointF(ring + 18, base), words)


class Question(QWidget):
    """One thing to decide.

    Signals:
        decided: the id of the question and of the answer the person took.
    """

    decided = Signal(str, str)

    def __init__(self, asked: ToDecide) -> None:
        super().__init__()
        self.asked = asked
        self.answers = [Answer(each, taken=each.id == asked.taken) for each in asked.choices]
        self._words = Label(asked.words, Part.STRONG, wraps=True)
        self._detail = Label(asked.detail, Part.SMALL, wraps=True)
        self._pill = Pill()
        self._under = Hairline()
        self.setAccessibleName(asked.words)
        self.setAccessibleDescription(asked.detail)
        self._lay_out()
        for answer in self.answers:
            answer.clicked.connect(self._answered)
        self.show_asked(asked)

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.setSpacing(10)
        top.addWidget(self._words, 1)
        top.addWidget(self._pill, 0, Qt.AlignmentFlag.AlignTop)
        inside = QVBoxLayout()
        inside.setContentsMargins(18, 12, 18, 12)
        inside.setSpacing(3)
        inside.addLayout(top)
        inside.addWidget(self._detail)
        inside.addSpacing(4)
        for answer in self.answers:
            inside.addWidget(answer)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(inside)
        column.addWidget(self._under)

    def show_asked(self, asked: ToDecide) -> None:
        """Show the same question as it stands now."""
        self.asked = asked
        self._words.setText(asked.words)
        self._detail.setText(asked.detail)
        self._detail.setVisible(bool(asked.detail))
        decided = asked.is_decided
        self._pill.show_pill(PillText("decided", Tone.GOOD) if decided else PillText("decide", Tone.WARN))
        for answer in self.answers:
            answer.setChecked(answer.choice == asked.taken)

    def mark_last(self, *, on: bool) -> None:
        """Go without a hairline where nothing follows."""
        self._under.setVisible(not on)

    def _answered(self) -> None:
        sender = self.sender()
        if isinstance(sender, Answer):
            self.decided.emit(self.asked.id, sender.choice)


class Questions(QWidget):
    """All that is to be decided, in the order of asking; those already on screen stay where they are.

    Signals:
        decided: the id of a question and of the answer the person took.
    """

    decided = Signal(str, str)

    def __init__(self) -> None:
        super().__init__()
        self._shown: dict[tuple[str, tuple[Choice, ...]], Question] = {}
        self._all: tuple[ToDecide, ...] = ()
        self._most = AT_ONCE
        self._more = ghost_button("")
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addWidget(self._more)
        self._more.clicked.connect(self._show_more)

    @property
    def questions(self) -> tuple[Question, ...]:
        """The questions on screen."""
        return tuple(self._shown.values())

    def show_questions(self, asked: Sequence[ToDecide]) -> None:
        """Show these questions."""
        self._all = tuple(asked)
        before, self._shown = self._shown, {}
        for at, each in enumerate(self._all[: self._most]):
            key = (each.id, each.choices)
            question = before.pop(key, None) or self._made(each)
            question.show_asked(each)
            question.mark_last(on=at == len(self._all) - 1)
            self._shown[key] = question
            if self._column.indexOf(question) != at:
                self._column.removeWidget(question)
                self._column.insertWidget(at, question)
        for gone in before.values():
            self._column.removeWidget(gone)
            gone.hide()
            gone.deleteLater()
        left = len(self._all) - len(self._shown)
        self._more.setText(self.tr("Show {n} more").format(n=f"{left:,}"))
        self._more.setVisible(left > 0)

    def _made(self, asked: ToDecide) -> Question:
        question = Question(asked)
        question.decided.connect(self.decided)
        return question

    def _show_more(self) -> None:
        self._most += AT_ONCE * 2
        self.show_questions(self._all)
