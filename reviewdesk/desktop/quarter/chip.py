"""One review on the plan: a chip that is moved by the mouse or by keys."""

from typing import Final

from PySide6.QtCore import QByteArray, QEvent, QMimeData, QPoint, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QDrag, QFont, QFontMetrics, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QApplication, QSizePolicy, QWidget

from reviewdesk.desktop.icons import paint_icon
from reviewdesk.desktop.ink import colour, line_height, rounded, scaled, tokens
from reviewdesk.desktop.quarter.model import ChipText, Stands

MIME: Final = "application/x-reviewdesk-review"
_RADIUS: Final = 6
_INSET: Final = 8
_WAYS: Final = {
    Qt.Key.Key_Left: (-1, 0), Qt.Key.Key_Right: (1, 0), Qt.Key.Key_Up: (0, -1), Qt.Key.Key_Down: (0, 1),
}  # fmt: skip


class PlanChip(QAbstractButton):
    """Shows one review.

    Signals:
        moved: by how many days and weeks the person moves it with Alt and an arrow.
        went: to where the person goes with an arrow, in days and weeks.
        left_out: the person takes it out of the plan, or calls a planned one off.
        opened: the person wants to see it.
    """

    moved = Signal(int, int)
    went = Signal(int, int)
    left_out = Signal()
    opened = Signal()

    def __init__(self, chip: ChipText, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.chip = chip
        self._pressed_at = QPoint()
        self.setAccessibleName(chip.said)
        self.setToolTip(chip.said)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.OpenHandCursor if chip.can_move else Qt.CursorShape.ArrowCursor)

    def sizeHint(self) -> QSize:
        """Say how large it wants to be."""
        return QSize(QFontMetrics(self._font()).averageCharWidth() * 14, round(line_height(self._font()) * 1.6))

    def _font(self) -> QFont:
        return scaled(self.font(), 0.92, weight=500)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint it: dashed while it is only proposed, filled once it is booked, quiet when it was held."""
        painter, theme, chip = QPainter(self), tokens(), self.chip
        box = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        filled = {Stands.BOOKED: theme.accent_soft, Stands.HELD: theme.neutral_soft}.get(chip.stands, theme.surface)
        edge = theme.accent if self.hasFocus() else ""
        rounded(painter, box, _RADIUS, fill=filled, line=edge)
        if chip.stands is Stands.PROPOSED and not self.hasFocus():
            self._dash(painter, box)
        ink = {Stands.HELD: theme.muted}.get(chip.stands, theme.text)
        sign = "check" if chip.stands is Stands.HELD else "phone" if chip.is_call else ""
        left = box.left() + _INSET
        if sign:
            side = line_height(self._font()) * 0.8
            paint_icon(painter, sign, QRectF(left, box.center().y() - side / 2, side, side), theme.muted)
            left += side + 5
        right = box.right() - _INSET
        if chip.is_over:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colour(theme.warn))
            painter.drawEllipse(QPointF(right - 2, box.center().y()), 3, 3)
            right -= 12
        painter.setFont(self._font())
        painter.setPen(colour(ink))
        room = QRectF(left, box.top(), right - left, box.height())
        words = painter.fontMetrics().elidedText(chip.text, Qt.TextElideMode.ElideRight, int(room.width()))
        painter.drawText(room, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft), words)

    def _dash(self, painter: QPainter, box: QRectF) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(colour(tokens().control_border), 1, Qt.PenStyle.DashLine))
        painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), _RADIUS, _RADIUS)

    def event(self, event: QEvent) -> bool:
        """Keep Alt and an arrow to itself, which elsewhere lead back to the page before."""
        if event.type() is QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            is_arrow = Qt.Key(event.key()) in _WAYS
            if is_arrow and event.modifiers() & Qt.KeyboardModifier.AltModifier and self.chip.can_move:
                event.accept()
                return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go with the arrows, move with Alt and the arrows, take out with Delete, open with Enter."""
        way = _WAYS.get(Qt.Key(event.key()))
        if way is not None:
            moves = bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
            if not moves:
                self.went.emit(*way)
            elif self.chip.can_move:
                self.moved.emit(*way)
        elif event.key() == Qt.Key.Key_Delete and self.chip.can_move:
            self.left_out.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.opened.emit()
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Remember where the mouse went down."""
        self._pressed_at = event.position().toPoint()
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Begin to carry it once the mouse went far enough."""
        far = (event.position().toPoint() - self._pressed_at).manhattanLength() >= QApplication.startDragDistance()
        if self.chip.can_move and far and event.buttons() & Qt.MouseButton.LeftButton:
            self.carry()

    def mouseDoubleClickEvent(self, _event: QMouseEvent) -> None:
        """Open it."""
        self.opened.emit()

    def carry(self) -> None:
        """Let the mouse carry it to another day."""
        drag = QDrag(self)
        drag.setMimeData(mime_of(self.chip))
        drag.setPixmap(self.grab())
        drag.setHotSpot(self._pressed_at)
        drag.exec(Qt.DropAction.MoveAction)


def mime_of(chip: ChipText) -> QMimeData:
    """Give what is carried: the key of a review."""
    mime = QMimeData()
    mime.setData(MIME, QByteArray(chip.key.hex.encode()))
    return mime
