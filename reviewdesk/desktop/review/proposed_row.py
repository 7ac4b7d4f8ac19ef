"""One thing that is proposed for the summary: its words, the line they come from, and one key for each answer."""

from typing import Final

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetricsF, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from reviewdesk.desktop.ink import colour, hairline, scaled, tokens
from reviewdesk.desktop.review.words import breakable
from reviewdesk.desktop.widgets.buttons import Button, ButtonKind
from reviewdesk.desktop.widgets.labels import Label
from reviewdesk.domain.marker import Marker
from reviewdesk.domain.proposing import Candidate

_LONGEST: Final = 120
_SMALL: Final = 0.93
_SIDE: Final = 12


class SourceLink(QAbstractButton):
    """The line that words come from, in one row that ends where the room ends; a press goes there."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.setText(text)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Say how large it wants to be."""
        metrics = QFontMetricsF(scaled(self.font(), _SMALL))
        return QSize(round(metrics.horizontalAdvance(self.text())) + 2, round(metrics.height()) + 6)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint it in the colours of the theme in force."""
        painter, font = QPainter(self), QFont(scaled(self.font(), _SMALL))
        is_on = self.underMouse() or self.hasFocus()
        font.setUnderline(is_on)
        painter.setFont(font)
        painter.setPen(colour(tokens().accent if is_on else tokens().muted))
        text = QFontMetricsF(font).elidedText(self.text(), Qt.TextElideMode.ElideRight, self.width())
        painter.drawText(self.rect(), int(Qt.AlignmentFlag.AlignVCenter), text)


class ProposedRow(QWidget):
    """Shows one proposal; the one that is on has its buttons.

    Signals:
        picked: the person went to this one.
        take_asked, change_asked, put_by_asked, line_asked: what the person wants with it.
    """

    picked = Signal(object)
    take_asked = Signal()
    change_asked = Signal()
    put_by_asked = Signal()
    line_asked = Signal()

    def __init__(self, proposal: Candidate, words: str) -> None:
        super().__init__()
        self.proposal, self.words = proposal, words
        self.is_on = False
        self.take = Button(self.tr("Use") + " ↵", kind=ButtonKind.PRIMARY, small=True)
        self.change = Button(self.tr("Change"), small=True)
        self.put_by = Button(self.tr("Put by"), small=True)
        self.source = SourceLink(_source(proposal))
        self._answers = QWidget()
        self._lay_out()
        self._name()
        self.take.clicked.connect(self.take_asked)
        self.change.clicked.connect(self.change_asked)
        self.put_by.clicked.connect(self.put_by_asked)
        self.source.clicked.connect(self.line_asked)
        self.show_on(on=False)

    def _lay_out(self) -> None:
        row = QHBoxLayout(self._answers)
        row.setContentsMargins(0, 4, 0, 0)
        row.setSpacing(6)
        for button in (self.take, self.change, self.put_by):
            row.addWidget(button)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(_SIDE, 8, _SIDE, 9)
        column.setSpacing(1)
        shown = Label(breakable(self.words), wraps=True)
        shown.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
        column.addWidget(shown)
        column.addWidget(self.source)
        column.addWidget(self._answers)
        self.change.setVisible(self.proposal.kind is not Marker.QUOTE)

    def _name(self) -> None:
        self.setAccessibleName(self.words)
        self.setAccessibleDescription(self.tr("from {source}").format(source=_source(self.proposal)))
        for button, key in ((self.take, "Enter"), (self.change, "C"), (self.put_by, "S")):
            button.setToolTip(key)
            button.setAccessibleName(f"{button.text().rstrip(' ↵')}: {self.words}")
        self.source.setToolTip(self.tr("Go to this line (G): {text}").format(text=self.proposal.source))
        self.source.setAccessibleName(self.tr("Go to {source}").format(source=_source(self.proposal)))

    def show_on(self, *, on: bool) -> None:
        """Show whether the keys answer about this one."""
        self.is_on = on
        self._answers.setVisible(on)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint it in the colours of the theme in force."""
        super().paintEvent(event)
        painter, theme = QPainter(self), tokens()
        if self.is_on:
            above = self.parentWidget()
            answers = above is not None and above.hasFocus()
            painter.fillRect(self.rect(), colour(theme.selection if answers else theme.hover))
            painter.fillRect(QRectF(0, 0, 3, self.height()), colour(theme.accent if answers else theme.border))
        hairline(painter, 0, self.width(), self.height() - 1)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Go to this one."""
        self.picked.emit(self)


def _source(proposal: Candidate) -> str:
    """Say which line the words come from."""
    text = " ".join(proposal.source.split())
    shown = text if len(text) <= _LONGEST else f"{text[:_LONGEST].rstrip()}…"
    return f"line {proposal.number}: {shown}"
