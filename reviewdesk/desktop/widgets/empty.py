"""What a page shows while it has nothing: an icon, a sentence, and what to do about it."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from reviewdesk.desktop.icons import paint_icon
from reviewdesk.desktop.ink import line_height, rounded, tokens
from reviewdesk.desktop.widgets.buttons import Button
from reviewdesk.desktop.widgets.flow import FlowLayout
from reviewdesk.desktop.widgets.labels import Label, Part

_LONGEST_LINE = 76


class Emblem(QWidget):
    """A large icon on a soft round ground."""

    def __init__(self, icon_name: str) -> None:
        super().__init__()
        self._name = icon_name
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Say how large it wants to be."""
        side = line_height(self.font()) * 4
        return QSize(side, side)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint it in the colours of the theme in force."""
        painter = QPainter(self)
        theme = tokens()
        box = QRectF(self.rect())
        rounded(painter, box, box.width() / 2, fill=theme.accent_soft)
        inset = box.width() * 0.3
        paint_icon(painter, self._name, box.adjusted(inset, inset, -inset, -inset), theme.accent)


class EmptyState(QWidget):
    """An icon, a heading, a sentence and the buttons that help, in the middle of the room there is."""

    def __init__(self, icon_name: str, heading: str, sentence: str, buttons: Sequence[Button] = ()) -> None:
        super().__init__()
        self.setAccessibleName(heading)
        self.setAccessibleDescription(sentence)
        self.heading = Label(heading, Part.HEADING, wraps=True)
        self.sentence = Label(sentence, Part.MUTED, wraps=True)
        self._column = QVBoxLayout(self)
        self._column.setSpacing(10)
        self._column.addStretch(2)
        self._column.addWidget(Emblem(icon_name), 0, Qt.AlignmentFlag.AlignHCenter)
        self._column.addSpacing(6)
        for words in (self.heading, self.sentence):
            words.setAlignment(Qt.AlignmentFlag.AlignCenter)
            self._column.addWidget(words)
        self._add_buttons(buttons)
        self._column.addStretch(3)

    def _fit_sentence(self) -> None:
        """Break a long sentence where the eye still finds the next line."""
        room = max(self.width() - self.fontMetrics().averageCharWidth() * _LONGEST_LINE, 0) // 2
        self.sentence.setContentsMargins(room, 0, room, 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Place everything anew."""
        super().resizeEvent(event)
        self._fit_sentence()

    def _add_buttons(self, buttons: Sequence[Button]) -> None:
        row = QWidget()
        flow = FlowLayout(row, gap=10)
        for button in buttons:
            flow.addWidget(button)
        row.setMinimumWidth(0)
        row.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self._column.addSpacing(8)
        self._column.addWidget(row, 0, Qt.AlignmentFlag.AlignHCenter)
        row.setVisible(bool(buttons))
