"""A list of two-line rows with pills that stays quick with a hundred thousand of them."""

from collections.abc import Sequence

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPoint,
    QPointF,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFont, QFontMetricsF, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListView,
    QScrollArea,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from reviewdesk.desktop.icons import paint_icon
from reviewdesk.desktop.importing.entries import Entry
from reviewdesk.desktop.ink import caps, colour, icon_size, line_height, scaled, tokens
from reviewdesk.desktop.widgets.pill import paint_pill, pill_size

_Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()
_INSET = 18


class EntryModel(QAbstractListModel):
    """Holds the rows in the order they are shown in."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.entries: Sequence[Entry] = ()

    def show_entries(self, entries: Sequence[Entry]) -> None:
        """Show these rows."""
        self.beginResetModel()
        self.entries = entries
        self.endResetModel()

    def rowCount(self, parent: _Index = _NOWHERE) -> int:
        """Count the rows."""
        return 0 if parent.isValid() else len(self.entries)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Give what a view asks for."""
        if not index.isValid():
            return None
        entry = self.entries[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return entry.title
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return entry.said
        return (entry.said if entry.meta else None) if role == Qt.ItemDataRole.ToolTipRole else None

    def flags(self, index: _Index) -> Qt.ItemFlag:
        """Say what can be done with a row."""
        if not index.isValid() or self.entries[index.row()].is_heading:
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable


class EntryDelegate(QStyledItemDelegate):
    """Paints rows and headings."""

    def __init__(self, model: EntryModel, parent: QObject) -> None:
        super().__init__(parent)
        self._model = model

    def height(self, entry: Entry, font: QFont) -> int:
        """Say how high a row is."""
        return round(line_height(font) * (2.1 if entry.is_heading else 2.95))

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        """Say how large it wants to be."""
        view = self.parent()
        font = view.font() if isinstance(view, QWidget) else option.font
        return QSize(60, self.height(self._model.entries[index.row()], font))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """Paint it."""
        entry = self._model.entries[index.row()]
        box, theme, view = QRectF(option.rect), tokens(), self.parent()
        font = view.font() if isinstance(view, QWidget) else option.font
        focused = isinstance(view, QWidget) and view.hasFocus()
        if entry.is_heading:
            painter.fillRect(box, colour(theme.band))
        elif option.state & QStyle.StateFlag.State_Selected and focused:
            painter.fillRect(box, colour(theme.selection))
            painter.fillRect(QRectF(box.x(), box.y(), 3, box.height()), colour(theme.accent))
        elif option.state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(box, colour(theme.hover))
        painter.fillRect(QRectF(box.x(), box.bottom() - 1, box.width(), 1), colour(theme.border))
        inner = box.adjusted(_INSET, 0, -_INSET, -1)
        if entry.is_heading:
            self._paint_heading(painter, entry, inner, font)
        else:
            self._paint_words(painter, entry, self._paint_right(painter, entry, inner, font), font)

    def _paint_heading(self, painter: QPainter, entry: Entry, box: QRectF, font: QFont) -> None:
        small = scaled(font, 0.92, weight=500)
        wide = QFontMetricsF(small).horizontalAdvance(entry.meta)
        painter.setPen(colour(tokens().muted))
        painter.setFont(small)
        painter.drawText(box, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight), entry.meta)
        own = QFont(caps(font))
        own.setCapitalization(QFont.Capitalization.MixedCase)
        painter.setFont(own)
        shown = QFontMetricsF(own).elidedText(entry.title, Qt.TextElideMode.ElideMiddle, box.width() - wide - 12)
        painter.drawText(box, int(Qt.AlignmentFlag.AlignVCenter), shown)

    def _paint_right(self, painter: QPainter, entry: Entry, box: QRectF, font: QFont) -> QRectF:
        """Paint the pill and the sign of a menu; give the room left for the words."""
        right = box.right()
        if entry.opens:
            side = icon_size() * 0.8
            right -= side
            place = QRectF(right, box.center().y() - side / 2, side, side)
            paint_icon(painter, "chevron-down", place, tokens().muted)
            right -= 8
        if entry.shown_pill is not None:
            right -= pill_size(entry.pill, font)[0]
            paint_pill(painter, entry.shown_pill, QPointF(right, box.center().y()), font)
            right -= 12
        return QRectF(box.x(), box.y(), max(right - box.x(), 10), box.height())

    def _paint_words(self, painter: QPainter, entry: Entry, box: QRectF, font: QFont) -> None:
        theme = tokens()
        title, meta = scaled(font, weight=500), scaled(font, 0.93)
        high = line_height(title) + (line_height(meta) + 2 if entry.meta else 0)
        y = box.center().y() - high / 2
        for words, face, ink in ((entry.title, title, theme.text), (entry.meta, meta, theme.muted)):
            metrics = QFontMetricsF(face)
            painter.setFont(face)
            painter.setPen(colour(ink))
            line = QRectF(box.x(), y, box.width(), metrics.height())
            shown = metrics.elidedText(words[:500].replace("\n", " "), Qt.TextElideMode.ElideRight, box.width())
            painter.drawText(line, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft), shown)
            y += line_height(face) + 2


class EntryList(QListView):
    """Shows rows; one that `fits` is as high as all its rows and leaves scrolling to what it stands in.

    Signals:
        opened: the person opened the row with this key, whose menu may stand at this point of the screen.
    """

    opened = Signal(object, QPoint)

    def __init__(self, name: str, *, fits: bool = False) -> None:
        super().__init__()
        self._fits = fits
        self.found = EntryModel(self)
        self._delegate = EntryDelegate(self.found, self)
        self.setAccessibleName(name)
        self.setProperty("bare", True)
        self.setModel(self.found)
        self.setItemDelegate(self._delegate)
        self.setMouseTracking(True)
        self.setUniformItemSizes(not fits)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        if fits:
            self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.clicked.connect(self._open)

    def show_entries(self, entries: Sequence[Entry]) -> None:
        """Show these rows; the person stays at the place they were at."""
        held, pixel = self.currentIndex().row(), self.verticalScrollBar().value()
        self.found.show_entries(entries)
        first = next((at for at, each in enumerate(entries[:3]) if not each.is_heading), 0)
        place = held if 0 <= held < len(entries) and not entries[held].is_heading else first
        self.setCurrentIndex(self.found.index(place))
        self.verticalScrollBar().setValue(pixel)
        self._take_height()

    def _take_height(self) -> None:
        if self._fits:
            rows = sum(self._delegate.height(each, self.font()) for each in self.found.entries)
            self.setFixedHeight(rows + 2)

    def _open(self, index: QModelIndex) -> None:
        if index.isValid() and not self.found.entries[index.row()].is_heading:
            place = self.visualRect(index)
            corner = self.viewport().mapToGlobal(QPoint(place.left() + _INSET, place.bottom()))
            self.opened.emit(self.found.entries[index.row()].key, corner)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open the row with Enter or Space."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space, Qt.Key.Key_Menu):
            self._open(self.currentIndex())
            return
        super().keyPressEvent(event)

    def currentChanged(self, current: _Index, previous: _Index) -> None:
        """Bring the row into view, also where what it stands in scrolls."""
        super().currentChanged(current, previous)
        above = self.parentWidget()
        while above is not None and not isinstance(above, QScrollArea):
            above = above.parentWidget()
        if self._fits and isinstance(above, QScrollArea) and self.hasFocus():
            row: QRect = self.visualRect(self.found.index(current.row()))
            inside = above.widget()
            if inside is not None:
                middle = self.viewport().mapTo(inside, row.center())
                above.ensureVisible(0, middle.y(), 0, row.height())
