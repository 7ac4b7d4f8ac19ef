"""The marks as buttons, each with its shortcut in its tip, and the legend of the dots."""

from PySide6.QtCore import QPointF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from reviewdesk.desktop.commands import native_shortcut
from reviewdesk.desktop.ink import line_height
from reviewdesk.desktop.review.margins import AUDIENCE_WORDS, paint_dot
from reviewdesk.desktop.widgets.flow import FlowLayout
from reviewdesk.desktop.widgets.labels import Label, Part
from reviewdesk.domain.audience import Audience
from reviewdesk.domain.marker import Marker
from reviewdesk.domain.notes import MARKS
from reviewdesk.domain.notes.marks import Mark


class MarkBar(QWidget):
    """A quiet row of all marks.

    Signals:
        mark_asked: the mark to put at the start of the line.
    """

    mark_asked = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(self.tr("Marks"))
        self._buttons: list[QToolButton] = []
        flow = FlowLayout(self, gap=2)
        for mark in MARKS:
            button = QToolButton()
            button.setText(f"{mark.sign}  {mark.label}")
            button.setCursor(Qt.CursorShape.PointingHandCursor)
            button.setObjectName(mark.marker.value)
            button.setToolTip(_tip(mark))
            button.setAccessibleDescription(_words(mark))
            button.setAccessibleName(mark.label)
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            button.clicked.connect(self._asked)
            flow.addWidget(button)
            self._buttons.append(button)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show only the signs where the words have no room in one row."""
        super().resizeEvent(event)
        wide = event.size().width() >= self._needed
        for button, mark in zip(self._buttons, MARKS, strict=True):
            button.setText(f"{mark.sign}  {mark.label}" if wide else mark.sign)

    @property
    def _needed(self) -> int:
        """How wide all marks are with their words."""
        words = sum(self.fontMetrics().horizontalAdvance(f"{each.sign}  {each.label}") + 16 for each in MARKS)
        return words + 2 * len(MARKS)

    def _asked(self) -> None:
        self.mark_asked.emit(Marker(self.sender().objectName()))


def _tip(mark: Mark) -> str:
    """Name the mark with its key, and the words that can be typed for it in each language."""
    return f"{mark.label} ({native_shortcut(mark.shortcut)})\n{_words(mark)}"


def _words(mark: Mark) -> str:
    return ", ".join(dict.fromkeys((mark.sign, *(word for words in mark.words.values() for word in words))))


class _Dot(QWidget):
    """One dot of the legend."""

    def __init__(self, audience: Audience) -> None:
        super().__init__()
        self._audience = audience
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Say how large it wants to be."""
        side = line_height(self.font())
        return QSize(side, side)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint it in the colours of the theme in force."""
        middle = QPointF(self.width() / 2, self.height() / 2)
        paint_dot(QPainter(self), middle, self._audience, self.height() * 0.26)


class Legend(QWidget):
    """What the dots beside the lines mean."""

    def __init__(self) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        for audience in reversed(Audience):
            row = QHBoxLayout()
            row.setSpacing(6)
            row.addWidget(_Dot(audience))
            row.addWidget(Label(AUDIENCE_WORDS[audience], Part.SMALL), 1)
            column.addLayout(row)
        keys = self.tr("{key} changes it").format(key=native_shortcut("Ctrl+."))
        column.addWidget(Label(keys, Part.SMALL))
