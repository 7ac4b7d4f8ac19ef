"""One person of the org chart as a button that is drawn: who they are, the part they play, and who of us knows them."""

from dataclasses import dataclass
from uuid import UUID

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from reviewdesk.desktop.ink import CONTROL_RADIUS, colour, line_height, rounded, scaled, tokens
from reviewdesk.desktop.tokens import Tone
from reviewdesk.desktop.widgets.pill import PillText, paint_pill, pill_size
from reviewdesk.desktop.widgets.tile import paint_tile

_WIDE = 36
_INSET = 10
_ARROWS = frozenset({Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down})


@dataclass(frozen=True, slots=True)
class NodeWords:
    """What is written on one person; `stance` is for our side only, and `gone` where they left."""

    person_id: UUID
    name: str
    role: str
    about: str
    stance: PillText
    gone: bool = False

    @property
    def said(self) -> str:
        """The person as they are read aloud."""
        return ", ".join(each for each in (self.name, self.role, self.about, self.stance.text) if each)


class OrgNode(QAbstractButton):
    """One person; pressed, it chooses them."""

    def __init__(self, words: NodeWords, parent: QWidget) -> None:
        super().__init__(parent)
        self.setCheckable(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.show_words(words)

    def show_words(self, words: NodeWords) -> None:
        """Show this person."""
        self.words = words
        self.setText(words.name)
        self.setAccessibleName(words.said)
        hint = self.tr("The stance is for our side only; they may ask to see it.") if words.stance.text else ""
        self.setToolTip("\n".join(each for each in (words.said, hint) if each))
        self.update()

    def sizeHint(self) -> QSize:
        """Say how large it wants to be."""
        line = line_height(self.font())
        return QSize(self.fontMetrics().averageCharWidth() * _WIDE, line * 3 + _INSET * 2 + 4)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint it in the colours of the theme in force."""
        painter, theme = QPainter(self), tokens()
        held = self.hasFocus() or self.isChecked()
        fill = theme.accent_soft if self.isChecked() else theme.hover if self.underMouse() else theme.surface
        rounded(painter, QRectF(self.rect()), CONTROL_RADIUS, fill=fill, line=theme.accent if held else theme.border)
        line, side = float(line_height(self.font())), line_height(self.font()) * 2.0
        painter.setOpacity(0.5 if self.words.gone else 1.0)
        paint_tile(painter, self.words.name, QRectF(_INSET, _INSET, side, side), self.font())
        painter.setOpacity(1.0)
        left = _INSET * 2 + side
        room = QRectF(left, _INSET, self.width() - left - _INSET, line)
        self._write(
            painter,
            self.words.name,
            room,
            scaled(self.font(), weight=600),
            theme.muted if self.words.gone else theme.text,
        )
        self._write(painter, self.words.role, room.translated(0, line), self.font(), theme.muted)
        self._paint_foot(painter, QRectF(_INSET, _INSET + line * 2 + 4, self.width() - _INSET * 2, line))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave the arrow keys to the tree, which knows who stands where."""
        if event.key() in _ARROWS:
            event.ignore()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def _paint_foot(self, painter: QPainter, box: QRectF) -> None:
        """Write the part they play and who knows them, and how they stand to us at the right."""
        small = scaled(self.font(), 0.86)
        taken = 0.0
        if self.words.stance.text:
            taken = pill_size(self.words.stance.text, small)[0]
            at = QPointF(box.right() - taken, box.center().y())
            paint_pill(painter, self.words.stance, at, small, taken)
            taken += 8
        self._write(painter, self.words.about, box.adjusted(0, 0, -taken, 0), small, tokens().muted)

    def _write(self, painter: QPainter, text: str, box: QRectF, font: QFont, ink: str) -> None:
        painter.setFont(font)
        painter.setPen(colour(ink))
        shown = QFontMetricsF(font).elidedText(text, Qt.TextElideMode.ElideRight, box.width())
        painter.drawText(box, int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter), shown)


NO_STANCE = PillText("", Tone.NEUTRAL)
