"""Boxes to search and to filter with."""

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeySequence, QPainter, QPaintEvent
from PySide6.QtWidgets import QLineEdit, QPushButton, QSizePolicy

from reviewdesk.desktop.icons import icon, paint_icon
from reviewdesk.desktop.ink import ICON_SIZE, colour, line_height, scaled, tokens


class SearchBox(QPushButton):
    """Looks like a search box, shows its shortcut, and opens the search over everything.

    Signals:
        search_asked: the person wants to search everything.
    """

    search_asked = Signal()

    def __init__(self, shortcut: str = "Ctrl+K") -> None:
        super().__init__()
        self._hint = self.tr("Search everything")
        self._shortcut = QKeySequence(shortcut).toString(QKeySequence.SequenceFormat.NativeText)
        self.setProperty("kind", "plain")
        self.setAccessibleName(self._hint)
        self.setToolTip(f"{self._hint} ({self._shortcut})")
        self.setAutoDefault(False)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.clicked.connect(self.search_asked)

    def sizeHint(self) -> QSize:
        """Say how large it wants to be."""
        metrics = self.fontMetrics()
        words = metrics.horizontalAdvance(self._hint + self._shortcut)
        return QSize(words + ICON_SIZE + metrics.averageCharWidth() * 9 + 24, line_height(self.font()) + 16)

    def minimumSizeHint(self) -> QSize:
        """Say how small it can be."""
        return QSize(ICON_SIZE + 26, self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint it in the colours of the theme in force."""
        super().paintEvent(event)
        painter = QPainter(self)
        theme = tokens()
        inner = QRectF(self.rect()).adjusted(13, 0, -13, 0)
        top = inner.center().y() - ICON_SIZE / 2
        paint_icon(painter, "search", QRectF(inner.x(), top, ICON_SIZE, ICON_SIZE), theme.muted)
        painter.setPen(colour(theme.muted))
        painter.setFont(scaled(self.font(), weight=400))
        words = inner.adjusted(ICON_SIZE + 10, 0, 0, 0)
        painter.drawText(words, int(Qt.AlignmentFlag.AlignVCenter), self._hint)
        painter.setFont(scaled(self.font(), 0.86, weight=400))
        painter.drawText(words, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight), self._shortcut)


class FilterBox(QLineEdit):
    """A line to filter a list with as one types; Escape empties it."""

    def __init__(self, hint: str) -> None:
        super().__init__()
        self.setProperty("soft", True)
        self.setPlaceholderText(hint)
        self.setAccessibleName(hint)
        self.setClearButtonEnabled(True)
        self.addAction(icon("list-filter", "muted"), QLineEdit.ActionPosition.LeadingPosition)

    def sizeHint(self) -> QSize:
        """Say how large it wants to be."""
        hint = super().sizeHint()
        return QSize(self.fontMetrics().averageCharWidth() * 30, hint.height())
