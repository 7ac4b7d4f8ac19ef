"""The list under the search line: headings, results, and the matches marked in them."""

from collections.abc import Sequence

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPointF,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFont, QFontMetricsF, QPainter
from PySide6.QtWidgets import QAbstractItemView, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from reviewdesk.desktop.icons import paint_icon
from reviewdesk.desktop.ink import CONTROL_RADIUS, caps, colour, icon_size, line_height, rounded, scaled, tokens
from reviewdesk.desktop.results import Result, ResultGroup, Span

_Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()
_INSET = 16


class ResultModel(QAbstractListModel):
    """Headings and results in one flat list; a heading cannot be chosen."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.entries: list[Result | str] = []

    def show_groups(self, groups: Sequence[ResultGroup]) -> None:
        """Show these groups; empty ones are left out."""
        self.beginResetModel()
        self.entries = []
        for group in groups:
            if group.results:
                self.entries += [group.title] if group.title else []
                self.entries += group.results
        self.endResetModel()

    def rowCount(self, parent: _Index = _NOWHERE) -> int:
        """Count the rows."""
        return 0 if parent.isValid() else len(self.entries)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Give what a view asks for."""
        entry = self.entries[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return entry if isinstance(entry, str) else entry.title
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return entry if isinstance(entry, str) else entry.said
        return None

    def flags(self, index: _Index) -> Qt.ItemFlag:
        """Say what can be done with an item."""
        if isinstance(self.entries[index.row()], str):
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable


class ResultDelegate(QStyledItemDelegate):
    """Paints headings and results."""

    def __init__(self, model: ResultModel, parent: QObject) -> None:
        super().__init__(parent)
        self._model = model

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        """Say how large it wants to be."""
        line = line_height(option.font)
        entry = self._model.entries[index.row()]
        if isinstance(entry, str):
            return QSize(60, round(line * 1.9))
        return QSize(60, round(line * (3.0 if entry.meta else 2.3)))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """Paint it."""
        box = QRectF(option.rect)
        font: QFont = option.font
        entry = self._model.entries[index.row()]
        if isinstance(entry, str):
            self._paint_heading(painter, entry, box, font)
            return
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        self._paint_result(painter, entry, box, font, chosen=chosen)

    def _paint_heading(self, painter: QPainter, title: str, box: QRectF, font: QFont) -> None:
        painter.setFont(caps(font))
        painter.setPen(colour(tokens().muted))
        painter.drawText(box.adjusted(_INSET, 6, -_INSET, 0), int(Qt.AlignmentFlag.AlignVCenter), title)

    def _paint_result(self, painter: QPainter, result: Result, box: QRectF, font: QFont, *, chosen: bool) -> None:
        theme = tokens()
        if chosen:
            rounded(painter, box, CONTROL_RADIUS, fill=theme.accent_soft)
        inner = box.adjusted(_INSET, 0, -_INSET, 0)
        if result.icon:
            mark = QRectF(inner.x(), inner.center().y() - icon_size() / 2, icon_size(), icon_size())
            paint_icon(painter, result.icon, mark, theme.muted)
        right = result.right or (self.tr("↵ open") if chosen else "")
        painter.setFont(font)
        painter.setPen(colour(theme.muted))
        painter.drawText(inner, int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter), right)
        words = inner.adjusted(icon_size() + 14, 0, -QFontMetricsF(font).horizontalAdvance(right) - 16, 0)
        self._paint_words(painter, result, words, font)

    def _paint_words(self, painter: QPainter, result: Result, box: QRectF, font: QFont) -> None:
        title, meta = scaled(font, weight=500), scaled(font, 0.93)
        high = line_height(title) + (line_height(meta) + 2 if result.meta else 0)
        at = QPointF(box.x(), box.center().y() - high / 2)
        write_marked(painter, result.title, result.title_marks, at, box.width(), title, tokens().text)
        if result.meta:
            below = QPointF(at.x(), at.y() + line_height(title) + 2)
            write_marked(painter, result.meta, result.meta_marks, below, box.width(), meta, tokens().muted)


def write_marked(
    painter: QPainter, text: str, marks: Sequence[Span], at: QPointF, room: float, font: QFont, ink: str
) -> None:
    """Write one line with its matches on a marked ground, cut where the room ends."""
    metrics = QFontMetricsF(font)
    shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, room)
    painter.setFont(font)
    for start, length in marks:
        left = metrics.horizontalAdvance(text[:start])
        wide = metrics.horizontalAdvance(text[: start + length]) - left
        box = QRectF(at.x() + left - 1, at.y(), min(wide + 2, room - left), metrics.height())
        if box.width() > 0:
            rounded(painter, box, 3, fill=tokens().mark)
    painter.setPen(colour(ink))
    painter.drawText(QPointF(at.x(), at.y() + metrics.ascent()), shown)


class ResultList(QListView):
    """Shows what was found.

    Signals:
        opened: the key of the result the person opens.
    """

    opened = Signal(object)

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setProperty("bare", True)
        self.found = ResultModel(self)
        self.setModel(self.found)
        self.setItemDelegate(ResultDelegate(self.found, self))
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setMouseTracking(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.entered.connect(self.setCurrentIndex)
        self.clicked.connect(self.open)

    @property
    def wanted_height(self) -> int:
        """How high it is when everything is shown."""
        return sum(self.sizeHintForRow(at) for at in range(self.found.rowCount())) + 4

    def show_groups(self, groups: Sequence[ResultGroup]) -> None:
        """Show these groups and stand on the first result."""
        self.found.show_groups(groups)
        self.move_by(1)

    def move_by(self, step: int) -> None:
        """Go to the next result in this direction, past headings, and round at the ends."""
        places = [at for at, each in enumerate(self.found.entries) if isinstance(each, Result)]
        if not places:
            return
        now = self.currentIndex().row()
        at = places.index(now) + step if now in places else 0
        self.setCurrentIndex(self.found.index(places[at % len(places)]))

    def open(self, index: QModelIndex | None = None) -> None:
        """Open the result the person stands on."""
        at = index if index is not None else self.currentIndex()
        entry = self.found.entries[at.row()] if at.isValid() else None
        if isinstance(entry, Result):
            self.opened.emit(entry.key)
