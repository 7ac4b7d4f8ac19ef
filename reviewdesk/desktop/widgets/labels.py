"""Words on screen, always shown as plain text."""

from enum import StrEnum

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QFrame, QLabel, QSizePolicy, QWidget

from reviewdesk.desktop.ink import caps


class Part(StrEnum):
    """What a label is for; the style sheet dresses it accordingly."""

    BODY = "body"
    TITLE = "title"
    STATUS = "status"
    HEADING = "heading"
    STRONG = "strong"
    MUTED = "muted"
    SMALL = "small"
    CAPS = "caps"
    NUMBER = "number"
    GOOD = "good"
    WARN = "warn"
    BAD = "bad"
    ACCENT = "accent"
    SHOW = "show"
    SHOW_STRONG = "show-strong"
    SHOW_MUTED = "show-muted"
    SHOW_TITLE = "show-title"


class Label(QLabel):
    """Shows words as they are typed, never as markup."""

    def __init__(self, text: str = "", part: Part = Part.BODY, *, wraps: bool = False) -> None:
        super().__init__()
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(wraps)
        if wraps:
            self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self.setText(text)
        self.set_part(part)

    def set_part(self, part: Part) -> None:
        """Say what the label is for."""
        self.setProperty("part", part.value)
        if part is Part.CAPS:
            self.setFont(caps(QApplication.font()))
        redress(self)


class ElidedLabel(Label):
    """Shows one line and ends it with an ellipsis where the room ends; the whole text is its tool tip.

    `least` is how many characters it wants to show at any rate.
    """

    def __init__(self, text: str = "", part: Part = Part.BODY, *, least: int = 0) -> None:
        self._least = least
        super().__init__(text, part)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def minimumSizeHint(self) -> QSize:
        """Say how small it can be."""
        words = self.fontMetrics().horizontalAdvance(self.text())
        return QSize(
            min(words, self.fontMetrics().averageCharWidth() * self._least), super().minimumSizeHint().height()
        )

    def event(self, event: QEvent) -> bool:
        """Answer an event."""
        if event.type() == QEvent.Type.ToolTip:
            self.setToolTip(self.text() if self._is_cut() else "")
        return super().event(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint it in the colours of the theme in force."""
        painter = QPainter(self)
        painter.setPen(self.palette().color(self.foregroundRole()))
        box = self.contentsRect()
        shown = self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, box.width())
        painter.drawText(box, int(self.alignment()), shown)

    def _is_cut(self) -> bool:
        return QFontMetricsF(self.font()).horizontalAdvance(self.text()) > self.contentsRect().width()


class Hairline(QFrame):
    """A thin level line between two things."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("part", "hairline")
        self.setFixedHeight(1)


def redress(widget: QWidget) -> None:
    """Let the style sheet look again after a property it selects by was changed."""
    style = widget.style()
    style.unpolish(widget)
    style.polish(widget)
    widget.update()
