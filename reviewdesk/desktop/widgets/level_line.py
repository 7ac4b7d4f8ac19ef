"""A line with a name, a level and its figure, which opens what is behind it."""

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy

from reviewdesk.desktop.ink import CONTROL_RADIUS, colour, line_height, rounded, scaled, tokens
from reviewdesk.desktop.tokens import Tone

_SIDE = 6


class LevelLine(QAbstractButton):
    """One level; pressing it, or Enter and Space, opens and closes it.

    Signals:
        opened: it was opened, or closed.
    """

    opened = Signal(bool)

    def __init__(self, name: str, longest: str) -> None:
        super().__init__()
        self._name, self._longest = name, longest
        self._share: float | None = None
        self._figure, self._tone = "", Tone.ACCENT
        self.setCheckable(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.toggled.connect(self.opened)

    def show_level(self, share: float | None, figure: str, tone: Tone, why: str) -> None:
        """Show a share from 0 to 1, or None where it is not known, with its figure and why it is that."""
        self._share, self._figure, self._tone = share, figure, tone
        self.setToolTip(why)
        self.setAccessibleName(f"{self._name}: {self.tr('not known') if share is None else figure}")
        self.setAccessibleDescription(why)
        self.update()

    @property
    def figure(self) -> str:
        """The figure at its end."""
        return self._figure

    def sizeHint(self) -> QSize:
        """Say how large it wants to be."""
        line = line_height(self.font())
        return QSize(line * 20, round(line * 1.55))

    def minimumSizeHint(self) -> QSize:
        """Say how small it can be."""
        names = QFontMetricsF(self.font()).horizontalAdvance(self._longest)
        return QSize(round(names) + line_height(self.font()) * 6, self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint it in the colours of the theme in force."""
        painter, theme = QPainter(self), tokens()
        box = QRectF(self.rect())
        if self.hasFocus() or self.underMouse():
            line = theme.accent if self.hasFocus() else ""
            rounded(painter, box, CONTROL_RADIUS, fill=theme.hover, line=line)
        metrics = QFontMetricsF(self.font())
        inner = box.adjusted(_SIDE, 0, -_SIDE, 0)
        names, gap = metrics.horizontalAdvance(self._longest), metrics.height()
        figures = QFontMetricsF(scaled(self.font(), weight=600)).horizontalAdvance("100")
        painter.setPen(colour(theme.text))
        middle = int(Qt.AlignmentFlag.AlignVCenter)
        shown = metrics.elidedText(self._name, Qt.TextElideMode.ElideRight, names)
        painter.drawText(inner, middle | int(Qt.AlignmentFlag.AlignLeft), shown)
        left = inner.x() + names + gap
        self._paint_level(painter, QRectF(left, 0, inner.right() - figures - gap * 0.8 - left, box.height()))
        painter.setFont(scaled(self.font(), weight=600, tabular=True))
        painter.setPen(colour(theme.text if self._share is not None else theme.muted))
        painter.drawText(inner, middle | int(Qt.AlignmentFlag.AlignRight), self._figure)

    def _paint_level(self, painter: QPainter, room: QRectF) -> None:
        thick = max(round(line_height(self.font()) * 0.36), 5)
        box = QRectF(room.x(), (room.height() - thick) / 2, max(room.width(), thick), thick)
        rounded(painter, box, thick / 2, fill=tokens().track)
        if self._share:
            box.setWidth(max(box.width() * min(self._share, 1.0), thick))
            rounded(painter, box, thick / 2, fill=tokens().ink(self._tone))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Answer the keys it knows and pass on the others."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)
