"""Seven dimensions under each other: what they give each on 1-7, and how much it matters to them, set by one key."""

from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QBrush, QFontMetricsF, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen

from reviewdesk.desktop.ink import colour, line_height, rounded, scaled, tokens
from reviewdesk.desktop.relationship.words import dimension_words
from reviewdesk.desktop.widgets.mark_chart import Mark, MarkChart
from reviewdesk.domain.answer import Asked
from reviewdesk.domain.intervals import short_day
from reviewdesk.services.relationship_values import AccountRelationship, DimensionRow

_MIDDLE: Final = int(Qt.AlignmentFlag.AlignVCenter)
_CENTRE: Final = int(Qt.AlignmentFlag.AlignHCenter) | _MIDDLE
_STEPS: Final = 7
_ASIDE: Final = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
_UP_AND_DOWN: Final = {Qt.Key.Key_Up: -2, Qt.Key.Key_Down: 2}
_AWAY: Final = (Qt.Key.Key_Delete, Qt.Key.Key_Backspace)


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell(Mark):
    """One cell: the value of a dimension, or how much it matters; nothing where nobody said."""

    row: DimensionRow
    weighs: bool
    value: int | None
    is_guess: bool = False


class DimensionGrid(MarkChart[Cell]):
    """Two scales for each dimension; a digit sets the one the keyboard is on and goes to the next below.

    Signals:
        set_asked: a dimension, whether it is how much it matters, and the number; nothing takes it back.
        left: the person goes on to what it is based on.
    """

    set_asked = Signal(object, bool, object)
    left = Signal()

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self._right = ""

    def show_relationship(self, shown: AccountRelationship) -> None:
        """Show what is known; the keyboard stays where it was."""
        at = self._at
        cells = []
        for row in shown.rows:
            value = row.answer.value if row.answer else None
            guess = row.answer is not None and row.answer.is_guess
            cells += [
                Cell(said=_value_words(row), row=row, weighs=False, value=value, is_guess=guess),
                Cell(said=_weight_words(row), row=row, weighs=True, value=row.importance),
            ]
        self.blockSignals(True)  # on the way there the keyboard is nowhere, which is nobody's to hear
        self.show_marks(cells)
        self._at = min(at, len(self.marks) - 1) if at >= 0 else self._at
        self.blockSignals(False)
        self._tell()

    @property
    def dimension(self) -> Asked | None:
        """The dimension the keyboard is on, or was last."""
        return self.marks[max(self._at, 0)].row.dimension if self.marks else None

    def sizeHint(self) -> QSize:
        """Say how large it wants to be."""
        line = line_height(self.font())
        return QSize(line * 34, round(line * 2.1 * (_STEPS + 1)))

    def minimumSizeHint(self) -> QSize:
        """Say how small it can be."""
        line = line_height(self.font())
        return QSize(line * 26, round(line * 2.1 * (_STEPS + 1)))

    @property
    def _row_height(self) -> float:
        return self.height() / (_STEPS + 1)

    @property
    def _names(self) -> float:
        wide = QFontMetricsF(self.font())
        return max((wide.horizontalAdvance(dimension_words(each.row.dimension)) for each in self.marks), default=0) + 14

    @property
    def _scale(self) -> float:
        """The width of one scale: narrower where the window is, so that who said it has room beside it."""
        return min(self.width() * 0.27, line_height(self.font()) * 9.5)

    def box_of(self, at: int) -> QRectF:
        """Say where the scale of a cell is."""
        row, height = at // 2 + 1, self._row_height
        x = self._names + (self._scale + line_height(self.font()) if at % 2 else 0)
        return QRectF(x, row * height + 3, self._scale, height - 6)

    def _dot(self, at: int, number: int) -> QPointF:
        box = self.box_of(at)
        return QPointF(box.x() + box.width() * (number - 0.5) / _STEPS, box.center().y())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint it in the colours of the theme in force."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(scaled(self.font(), tabular=True))
        self._paint_head(painter)
        for at, mark in enumerate(self.marks):
            if not mark.weighs:
                self._paint_row(painter, at, mark)
            self._paint_scale(painter, at, mark)
        self.paint_ring(painter, 6)

    def _paint_head(self, painter: QPainter) -> None:
        painter.setPen(colour(tokens().muted))
        for at, words in ((0, self.tr("They give us")), (1, self.tr("It matters to them"))):
            box = self.box_of(at)
            head = QRectF(box.x() + 4, 0, box.width() + line_height(self.font()), self._row_height)
            painter.drawText(head, _MIDDLE, words)

    def _paint_row(self, painter: QPainter, at: int, mark: Cell) -> None:
        theme, box = tokens(), self.box_of(at)
        painter.setPen(colour(theme.text))
        painter.drawText(QRectF(2, box.y(), self._names, box.height()), _MIDDLE, dimension_words(mark.row.dimension))
        x = self.box_of(at + 1).right() + line_height(self.font())
        rest = QRectF(x, box.y(), self.width() - x, box.height())
        painter.setPen(colour(theme.muted))
        words = painter.fontMetrics().elidedText(who_words(mark.row), Qt.TextElideMode.ElideRight, int(rest.width()))
        painter.drawText(rest, _MIDDLE, words)

    def _paint_scale(self, painter: QPainter, at: int, mark: Cell) -> None:
        """Paint seven numbers; the one that was given is filled, hatched where it is our guess."""
        theme = tokens()
        size = min(self._row_height - 10, self._scale / _STEPS - 2)
        ink = colour(theme.muted if mark.weighs else theme.accent)
        for number in range(1, _STEPS + 1):
            middle = self._dot(at, number)
            dot = QRectF(middle.x() - size / 2, middle.y() - size / 2, size, size)
            is_it = number == mark.value
            if is_it:
                painter.setPen(QPen(ink, 1.4))
                painter.setBrush(
                    QBrush(ink, Qt.BrushStyle.BDiagPattern if mark.is_guess else Qt.BrushStyle.SolidPattern)
                )
                painter.drawEllipse(dot)
            if is_it and mark.is_guess:
                rounded(
                    painter, dot.adjusted(size * 0.22, size * 0.14, -size * 0.22, -size * 0.14), 4, fill=theme.surface
                )
            plain = theme.on_accent if not mark.weighs else theme.surface
            painter.setPen(colour(theme.text if not is_it or mark.is_guess else plain))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawText(dot.adjusted(-4, 0, 4, 0), _CENTRE, str(number))

    def focusNextPrevChild(self, next: bool) -> bool:  # noqa: A002 - as Qt calls it
        """Go by Tab from what they give to how much it matters, and back, before going on."""
        if next is (self._at % 2 == 0) and self.marks:
            self.go_to(1 if next else 0)
            return True
        return super().focusNextPrevChild(next)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Set what is typed and go on below; Delete takes it back, Enter goes to what it is based on."""
        key, typed = Qt.Key(event.key()), event.text()
        cell = self.current
        plain = not event.modifiers() & (Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier)
        if cell is not None and plain and typed in tuple("1234567"):
            self.set_asked.emit(cell.row.dimension, cell.weighs, int(typed))
            self.go_to(min(self._at + 2, len(self.marks) - 2 + self._at % 2))
        elif cell is not None and key in _AWAY:
            self.set_asked.emit(cell.row.dimension, cell.weighs, None)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.left.emit()
        elif key in _ASIDE:
            self.go_to(self._at + _ASIDE[key] if (self._at % 2 == 0) is (key == Qt.Key.Key_Right) else self._at)
        elif key in _UP_AND_DOWN and 0 <= self._at + _UP_AND_DOWN[key] < len(self.marks):
            self.go_to(self._at + _UP_AND_DOWN[key])
        elif key not in _UP_AND_DOWN:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Set the number that was clicked."""
        at = self.mark_at(event.position())
        if at < 0 or event.button() != Qt.MouseButton.LeftButton:
            return
        self.go_to(at)
        number = int((event.position().x() - self.box_of(at).x()) / self._scale * _STEPS) + 1
        cell = self.marks[at]
        if 1 <= number <= _STEPS:
            self.set_asked.emit(cell.row.dimension, cell.weighs, number)


def who_words(row: DimensionRow) -> str:
    """Say who said it when, and what stood there before."""
    if row.answer is None:
        return ""
    who = "our guess" if row.answer.is_guess else row.who or "they"
    before = f" · before {', '.join(str(value) for _, value in row.before)}" if row.before else ""
    return f"{who}, {short_day(row.answer.answered_on, row.answer.answered_on)}{before}"


def _value_words(row: DimensionRow) -> str:
    name = dimension_words(row.dimension)
    if row.answer is None:
        return f"{name}: not known"
    evidence = f" “{row.answer.evidence}”" if row.answer.evidence else ""
    return f"{name}: {row.answer.value} of 7, {who_words(row)}{evidence}"


def _weight_words(row: DimensionRow) -> str:
    name = dimension_words(row.dimension)
    return f"{name}: matters {row.importance} of 7" if row.importance else f"{name}: how much it matters is not known"
