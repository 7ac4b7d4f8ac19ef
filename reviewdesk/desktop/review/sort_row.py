"""One line of Sort: its number, its words with those that spoke for the proposal underlined, and the proposal."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QFont,
    QFontMetricsF,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QTextCharFormat,
    QTextLayout,
    QTextOption,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from reviewdesk.desktop.icons import paint_icon
from reviewdesk.desktop.ink import colour, hairline, icon_size, line_height, scaled, tokens
from reviewdesk.desktop.widgets.buttons import Button, ButtonKind
from reviewdesk.desktop.widgets.pill import PillText, paint_pill, pill_size

_INSET = 18
_PAD = 13
_WIDE = 860
_MOST_ROWS = 6
_LONGEST = 600


@dataclass(frozen=True, slots=True)
class SortRowValue:
    """What a row shows; `done` is "sorted", "skipped" or nothing yet."""

    line_id: UUID
    number: int
    text: str
    pill: PillText
    words: str
    because: tuple[tuple[int, int], ...] = ()
    done: str = ""
    current: bool = False


class SortRow(QWidget):
    """Shows one line that is to be sorted; the one that is on has its buttons.

    Signals:
        picked: the person went to this line.
        accept_asked, change_asked, skip_asked: what the person wants with this line.
    """

    picked = Signal(object)
    accept_asked = Signal()
    change_asked = Signal()
    skip_asked = Signal()

    def __init__(self, value: SortRowValue) -> None:
        super().__init__()
        self.value = value
        self._buttons: list[Button] = []
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.show_value(value)

    def show_value(self, value: SortRowValue) -> None:
        """Show this line."""
        self.value = value
        self.setAccessibleName(value.text)
        self.setAccessibleDescription(f"{value.pill.text}, {value.words}")
        self._show_buttons(on=value.current)
        self.updateGeometry()
        self._place()
        self.update()

    def _show_buttons(self, *, on: bool) -> None:
        if on and not self._buttons:
            self._buttons = [
                Button(self.tr("Accept") + " ↵", kind=ButtonKind.PRIMARY),
                Button(self.tr("Change")),
                Button(self.tr("Skip")),
            ]
            asked = (self.accept_asked, self.change_asked, self.skip_asked)
            for button, tip, signal in zip(self._buttons, ("Enter", "C", "S"), asked, strict=True):
                button.setParent(self)
                button.setToolTip(tip)
                button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
                button.clicked.connect(signal)
        for button in self._buttons:
            button.setVisible(on)

    # ------------------------------------------------------------ places

    def _is_wide(self, width: int) -> bool:
        return width >= _WIDE

    def _text_width(self, width: int) -> float:
        left = self._left()
        if self.value.current and self._is_wide(width):
            return width - left - self._side(width) - self._buttons_width() - 16
        if self._is_wide(width):
            return width - left - self._side(width) - 60
        return width - left - 60

    def _side(self, width: int) -> float:
        """Give the width that pill and words take beside the text."""
        pill, _ = pill_size(self.value.pill.text, self.font())
        words = QFontMetricsF(scaled(self.font(), 0.95)).horizontalAdvance(self.value.words)
        return min(pill + words + 40, width * 0.42)

    def _left(self) -> float:
        return _INSET + QFontMetricsF(self.font()).horizontalAdvance("000") + 14

    def _buttons_width(self) -> int:
        return sum(each.sizeHint().width() + 8 for each in self._buttons) + _INSET

    def _layout(self, width: int) -> QTextLayout:
        layout = QTextLayout(self.value.text[:_LONGEST].replace("\n", " "), scaled(self.font(), 1.03))
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        option.setTextDirection(Qt.LayoutDirection.LayoutDirectionAuto)
        layout.setTextOption(option)
        layout.setFormats(_underlined(self.value.because))
        layout.beginLayout()
        top = 0.0
        while layout.lineCount() < _MOST_ROWS and (line := layout.createLine()).isValid():
            line.setLineWidth(max(self._text_width(width), 120))
            line.setPosition(QPointF(0, top))
            top += line.height()
        layout.endLayout()
        return layout

    def _text_height(self, layout: QTextLayout) -> float:
        return sum(layout.lineAt(at).height() for at in range(layout.lineCount()))

    def heightForWidth(self, width: int) -> int:
        """Say how high it is when it is this wide."""
        height = self._text_height(self._layout(width)) + 2 * _PAD
        if not self._is_wide(width):
            height += line_height(self.font()) * 1.7
            height += self._buttons[0].sizeHint().height() + 8 if self.value.current else 0
        elif self.value.current:
            height = max(height, self._buttons[0].sizeHint().height() + _PAD * 1.4)
        return round(height)

    def hasHeightForWidth(self) -> bool:
        """Say that its height follows from its width."""
        return True

    def sizeHint(self) -> QSize:
        """Say how large it wants to be."""
        return QSize(600, self.heightForWidth(max(self.width(), 400)))

    def minimumSizeHint(self) -> QSize:
        """Say how small it can be."""
        return QSize(320, self.heightForWidth(max(self.width(), 400)))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Place the buttons anew."""
        super().resizeEvent(event)
        self._place()

    def _place(self) -> None:
        if not self.value.current:
            return
        left = self.width() - self._buttons_width() if self._is_wide(self.width()) else round(self._left())
        height = self._buttons[0].sizeHint().height()
        top = (self.height() - height) // 2 if self._is_wide(self.width()) else self.height() - height - _PAD + 2
        for button in self._buttons:
            size = button.sizeHint()
            button.setGeometry(QRect(left, top, size.width(), size.height()))
            left += size.width() + 8

    # ------------------------------------------------------------ paint

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint it in the colours of the theme in force."""
        painter, theme = QPainter(self), tokens()
        if self.value.current:
            painter.fillRect(self.rect(), colour(theme.selection))
            painter.fillRect(QRectF(0, 0, 3, self.height()), colour(theme.accent))
        hairline(painter, 0, self.width(), self.height() - 1)
        layout, wide = self._layout(self.width()), self._is_wide(self.width())
        text_height = self._text_height(layout)
        top = (self.height() - text_height) / 2 if wide else _PAD
        number = QRectF(_INSET, top, 60, layout.lineAt(0).height() if layout.lineCount() else 20)
        painter.setPen(colour(theme.muted))
        painter.setFont(scaled(self.font(), 0.95))
        painter.drawText(number, int(Qt.AlignmentFlag.AlignVCenter), str(self.value.number))
        painter.setPen(colour(theme.muted if self.value.done == "skipped" else theme.text))
        layout.draw(painter, QPointF(self._left(), top))
        self._paint_side(painter, top + text_height)
        self._paint_done(painter)

    def _paint_side(self, painter: QPainter, under: float) -> None:
        width, font = self.width(), scaled(self.font(), 0.95)
        if self._is_wide(width):
            right = width - (self._buttons_width() if self.value.current else 60)
            at, room = QPointF(right - self._side(width), self.height() / 2), self._side(width)
        else:
            at, room = QPointF(self._left(), under + line_height(self.font()) * 0.9), width - self._left() - 60
        box = paint_pill(painter, self.value.pill, at, self.font(), room)
        words = QRectF(box.right() + 12, at.y() - 20, room - box.width() - 20, 40)
        painter.setFont(font)
        painter.setPen(colour(tokens().muted))
        shown = QFontMetricsF(font).elidedText(self.value.words, Qt.TextElideMode.ElideRight, max(words.width(), 0))
        painter.drawText(words, int(Qt.AlignmentFlag.AlignVCenter), shown)

    def _paint_done(self, painter: QPainter) -> None:
        if not self.value.done or self.value.current:
            return
        side, theme = icon_size(), tokens()
        box = QRectF(self.width() - _INSET - side, (self.height() - side) / 2, side, side)
        skipped = self.value.done == "skipped"
        paint_icon(painter, "arrow-right" if skipped else "check", box, theme.muted if skipped else theme.good)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Go to this line."""
        self.picked.emit(self.value.line_id)


def _underlined(spans: Sequence[tuple[int, int]]) -> list[QTextLayout.FormatRange]:
    found = []
    for begin, end in spans:
        if end <= _LONGEST:
            part = QTextLayout.FormatRange()
            part.start, part.length = begin, end - begin
            look = QTextCharFormat()
            look.setFontUnderline(True)
            look.setFontWeight(QFont.Weight.Medium)
            part.format = look
            found.append(part)
    return found
