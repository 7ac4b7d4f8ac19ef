"""Boxes to search and to filter with."""

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QKeySequence, QPainter, QPaintEvent
from PySide6.QtWidgets import QLineEdit, QPushButton, QSizePolicy, QToolButton

from reviewdesk.desktop.icons import icon, paint_icon
from reviewdesk.desktop.ink import colour, icon_size, line_height, scaled, tokens


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
        return QSize(words + icon_size() + metrics.averageCharWidth() * 6 + 24, self._high)

    def minimumSizeHint(self) -> QSize:
        """Say how small it can be: only its sign."""
        return QSize(icon_size() + 26, self._high)

    @property
    def _high(self) -> int:
        return line_height(self.font()) + 18

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint sign, hint and shortcut, as many of them as there is room for."""
        super().paintEvent(event)
        painter = QPainter(self)
        theme = tokens()
        side = icon_size()
        inner = QRectF(self.rect()).adjusted(13, 0, -13, 0)
        paint_icon(painter, "search", QRectF(inner.x(), inner.center().y() - side / 2, side, side), theme.muted)
        painter.setPen(colour(theme.muted))
        words = inner.adjusted(side + 10, 0, 0, 0)
        hint, small = scaled(self.font(), weight=400), scaled(self.font(), 0.86, weight=400)
        needed = QFontMetricsF(hint).horizontalAdvance(self._hint)
        if words.width() >= needed:
            painter.setFont(hint)
            painter.drawText(words, int(Qt.AlignmentFlag.AlignVCenter), self._hint)
        if words.width() >= needed + QFontMetricsF(small).horizontalAdvance(self._shortcut) + 12:
            painter.setFont(small)
            painter.drawText(words, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight), self._shortcut)


class FilterBox(QLineEdit):
    """A line to filter a list with as one types; Escape empties it."""

    def __init__(self, hint: str, sign: str = "list-filter") -> None:
        super().__init__()
        self.setProperty("soft", True)
        self.setPlaceholderText(hint)
        self.setAccessibleName(hint)
        self.setClearButtonEnabled(True)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        clear = {id(each) for each in self.findChildren(QToolButton)}
        self.addAction(icon(sign, "muted"), QLineEdit.ActionPosition.LeadingPosition)
        for button in self.findChildren(QToolButton):
            button.setAccessibleName(self.tr("Empty the filter") if id(button) in clear else hint)

    def sizeHint(self) -> QSize:
        """Say how large it wants to be."""
        hint = super().sizeHint()
        return QSize(self.fontMetrics().averageCharWidth() * 28, hint.height())

    def minimumSizeHint(self) -> QSize:
        """Say how small it can be."""
        return QSize(self.fontMetrics().averageCharWidth() * 16, super().minimumSizeHint().height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Empty it with Escape."""
        if event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
            return
        super().keyPressEvent(event)
