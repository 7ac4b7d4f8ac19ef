"""What stands left and right of the notes: a dot for who may see a line, and chips for what it is."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPointF, QRect, Qt, Signal
from PySide6.QtGui import QFont, QHelpEvent, QMouseEvent, QPainter, QPaintEvent, QTextBlock
from PySide6.QtWidgets import QToolTip, QWidget

from reviewdesk.desktop.ink import colour, line_height, tokens
from reviewdesk.desktop.review.chips import Beside
from reviewdesk.desktop.widgets.pill import PillText, paint_pill, pill_size
from reviewdesk.domain.audience import Audience

if TYPE_CHECKING:
    from reviewdesk.desktop.review.editor import NoteEditor

AUDIENCE_WORDS = {
    Audience.CUSTOMER: "the customer may see it",
    Audience.OUR_SIDE: "our side",
    Audience.ONLY_ME: "only me",
}
_FIELD_WORDS = {
    "words": "its words",
    "summary": "its wording",
    "severity": "how severe it is",
    "tags": "its tags",
    "what": "what is to be done",
    "due": "its date",
    "colleague_id": "whose it is",
    "person_id": "whose it is",
    "waits_on": "whom it waits on",
}


def dot_colour(audience: Audience) -> str:
    """Give the colour of the dot of an audience."""
    theme = tokens()
    return {Audience.CUSTOMER: theme.good, Audience.OUR_SIDE: theme.warn, Audience.ONLY_ME: theme.scroll}[audience]


def paint_dot(painter: QPainter, middle: QPointF, audience: Audience, radius: float) -> None:
    """Paint the dot of an audience."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour(dot_colour(audience)))
    painter.drawEllipse(middle, radius, radius)
    painter.restore()


class _Margin(QWidget):
    """Goes along with the lines of an editor that can be seen."""

    def __init__(self, editor: "NoteEditor") -> None:
        super().__init__(editor)
        self._editor = editor
        editor.updateRequest.connect(self._follow)

    def _follow(self, area: QRect, scrolled: int) -> None:
        if scrolled:
            self.scroll(0, scrolled)
        else:
            self.update(0, area.y(), self.width(), area.height())

    def _lines(self, top: float, bottom: float) -> Iterator[tuple[QTextBlock, float, float]]:
        """Give each line between two heights with its top and the height of its first row."""
        for block, box in self._editor.visible_blocks():
            if box.top() > bottom:
                return
            if box.bottom() >= top and block.text().strip():
                row = block.layout().lineAt(0).height() if block.layout().lineCount() else box.height()
                yield block, box.top(), row

    def _line_at(self, y: float) -> int:
        for block, box in self._editor.visible_blocks():
            if box.top() <= y < box.bottom():
                return block.blockNumber()
        return -1


class AudienceGutter(_Margin):
    """A dot beside each line says who may see it; a click changes it.

    Signals:
        change_asked: the number of the line whose audience the person wants changed.
    """

    change_asked = Signal(int)

    def __init__(self, editor: "NoteEditor") -> None:
        super().__init__(editor)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAccessibleName(self.tr("Who may see each line"))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the dots of the lines that can be seen."""
        painter = QPainter(self)
        radius = line_height(self._editor.font()) * 0.22
        for block, top, row in self._lines(event.rect().top(), event.rect().bottom()):
            audience = self._editor.beside(block).audience
            paint_dot(painter, QPointF(radius + 2, top + row / 2), audience, radius)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Ask for another audience."""
        number = self._line_at(event.position().y())
        if number >= 0:
            self.change_asked.emit(number)

    def event(self, event: QEvent) -> bool:
        """Name the audience in a tip."""
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            block = self._editor.document().findBlockByNumber(self._line_at(event.pos().y()))
            words = AUDIENCE_WORDS[self._editor.beside(block).audience] if block.text().strip() else ""
            QToolTip.showText(event.globalPos(), words, self)
            return True
        return super().event(event)


class ChipMargin(_Margin):
    """Chips at the right of the lines; the text itself is never touched."""

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the chips of the lines that can be seen."""
        painter = QPainter(self)
        for block, top, row in self._lines(event.rect().top(), event.rect().bottom()):
            self._paint_line(painter, self._editor.beside(block), top + row / 2)

    def _paint_line(self, painter: QPainter, beside: Beside, middle: float) -> None:
        left, right = 2.0, self.width() - 8.0
        for each in beside.pills:
            if right - left < 48:
                break
            pill = _fitting(each, self._editor.font(), right - left)
            left = paint_pill(painter, pill, QPointF(left, middle), self._editor.font(), right - left).right() + 6

    def event(self, event: QEvent) -> bool:
        """Say in a tip what the chips have no room for."""
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            block = self._editor.document().findBlockByNumber(self._line_at(event.pos().y()))
            QToolTip.showText(event.globalPos(), said(self._editor.beside(block)), self)
            return True
        return super().event(event)


def _fitting(pill: PillText, font: QFont, room: float) -> PillText:
    """Leave out what the mark in the text says anyway, where there is no room for all of it."""
    parts = pill.text.split(" · ")
    while len(parts) > 1 and pill_size(" · ".join(parts), font)[0] > room:
        parts.pop(0)
    return PillText(" · ".join(parts), pill.tone)


def said(beside: Beside) -> str:
    """Say in words all that stands beside a line."""
    apart = sorted({_FIELD_WORDS[each] for each in beside.apart if each in _FIELD_WORDS})
    changed = f"changed elsewhere and kept: {', '.join(apart)}" if apart else ""
    pills = ", ".join(each.text for each in beside.pills)
    return "\n".join(each for each in (pills, AUDIENCE_WORDS[beside.audience], beside.hint, changed) if each)
