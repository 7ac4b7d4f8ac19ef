"""A short list of places in the side bar: icon, word, count."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListWidget, QListWidgetItem, QSizePolicy, QStyledItemDelegate

from reviewdesk.desktop.icons import paint_icon
from reviewdesk.desktop.ink import CONTROL_RADIUS, colour, icon_size, line_height, rounded, scaled, tokens

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtCore import QModelIndex, QPersistentModelIndex
    from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter
    from PySide6.QtWidgets import QStyleOptionViewItem

    from reviewdesk.desktop.places import Place

_KEY = Qt.ItemDataRole.UserRole
_ICON = Qt.ItemDataRole.UserRole + 1
_COUNT = Qt.ItemDataRole.UserRole + 2


class _PlaceDelegate(QStyledItemDelegate):
    """Paints one place."""

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """Say how large it wants to be."""
        return QSize(60, round(line_height(option.font) * 2.3))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Paint it."""
        from PySide6.QtWidgets import QStyle

        theme = tokens()
        state = option.state
        box = QRectF(option.rect).adjusted(8, 1, -8, -1)
        chosen = bool(state & QStyle.StateFlag.State_Selected)
        held = bool(state & QStyle.StateFlag.State_HasFocus and state & QStyle.StateFlag.State_KeyboardFocusChange)
        ground = theme.accent_soft if chosen else theme.hover if state & QStyle.StateFlag.State_MouseOver else ""
        if ground or held:
            rounded(painter, box, CONTROL_RADIUS, fill=ground, line=theme.accent if held else "")
        ink = theme.accent if chosen else theme.text
        inner = box.adjusted(12, 0, -12, 0)
        mark = QRectF(inner.x(), inner.center().y() - icon_size() / 2, icon_size(), icon_size())
        paint_icon(painter, str(index.data(_ICON)), mark, ink)
        self._write(painter, option, index, inner.adjusted(icon_size() + 13, 0, 0, 0), ink)

    def _write(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
        box: QRectF,
        ink: str,
    ) -> None:
        font = scaled(option.font, weight=500)
        count = int(index.data(_COUNT) or 0)
        said = f"{count:,}" if count else ""
        painter.setFont(font)
        painter.setPen(colour(ink if ink == tokens().accent else tokens().muted))
        painter.drawText(box, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight), said)
        metrics = painter.fontMetrics()
        room = int(box.width()) - metrics.horizontalAdvance(said) - 6
        painter.setPen(colour(ink))
        word = metrics.elidedText(str(index.data()), Qt.TextElideMode.ElideRight, room)
        painter.drawText(box, int(Qt.AlignmentFlag.AlignVCenter), word)


class PlaceList(QListWidget):
    """A list as high as its places; up and down go on in the list above and below.

    Signals:
        asked: the key of the place the person goes to.
    """

    asked = Signal(str)

    def __init__(self, name: str) -> None:
        super().__init__()
        self.above: PlaceList | None = None
        self.below: PlaceList | None = None
        self.setAccessibleName(name)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setItemDelegate(_PlaceDelegate(self))
        self.setMouseTracking(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Maximum)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.itemClicked.connect(self._went)

    def show_places(self, places: Sequence[Place]) -> None:
        """Show these places and stay on the one that is open.

        Those that were there stay the same items, so that a click on one of them is not lost meanwhile.
        """
        held = next((each.data(_KEY) for each in self.selectedItems()), None)
        self._keep_only([place.key for place in places])
        for at, place in enumerate(places):
            if at >= self.count() or self.item(at).data(_KEY) != place.key:
                self.insertItem(at, QListWidgetItem())
            item = self.item(at)
            item.setText(place.text)
            item.setData(_KEY, place.key)
            item.setData(_ICON, place.icon)
            item.setData(_COUNT, place.count)
            said = f"{place.text}, {place.count}" if place.count else place.text
            item.setData(Qt.ItemDataRole.AccessibleTextRole, said)
            item.setToolTip(place.shortcut)
        self.setVisible(bool(places))
        self.mark(str(held))
        self.updateGeometry()

    def _keep_only(self, keys: Sequence[str]) -> None:
        """Take out what is not among these places any more; all of it where they stand in another order."""
        for at in reversed(range(self.count())):
            if self.item(at).data(_KEY) not in keys:
                self.takeItem(at)
        left = [self.item(at).data(_KEY) for at in range(self.count())]
        if left != [each for each in keys if each in left]:
            self.clear()

    def mark(self, key: str) -> None:
        """Mark the place that is open, or none."""
        self.clearSelection()
        for at in range(self.count()):
            if self.item(at).data(_KEY) == key:
                self.setCurrentRow(at)

    def sizeHint(self) -> QSize:
        """Say how large it wants to be."""
        rows = [self.sizeHintForRow(at) for at in range(self.count())]
        return QSize(super().sizeHint().width(), sum(rows) + 2)

    def minimumSizeHint(self) -> QSize:
        """Say how small it can be."""
        return QSize(40, min(self.sizeHint().height(), line_height(self.font()) * 3))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go along the places with the arrows, into the next list at the end of this one."""
        key = event.key()
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self._went(self.currentItem())
        elif key == Qt.Key.Key_Down and self.currentRow() == self.count() - 1:
            self._cross(self.below, down=True)
        elif key == Qt.Key.Key_Up and self.currentRow() <= 0:
            self._cross(self.above, down=False)
        else:
            super().keyPressEvent(event)
            if key in (Qt.Key.Key_Down, Qt.Key.Key_Up):
                self._went(self.currentItem())

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Become the current one."""
        super().focusInEvent(event)
        if self.currentRow() < 0 and self.count():
            self.setCurrentRow(0, self.selectionModel().SelectionFlag.NoUpdate)

    def _cross(self, other: PlaceList | None, *, down: bool) -> None:
        while other is not None and not other.count():
            other = other.below if down else other.above
        if other is None:
            return
        other.setFocus(Qt.FocusReason.TabFocusReason)
        other.setCurrentRow(0 if down else other.count() - 1)
        other._went(other.currentItem())  # noqa: SLF001 - the same class

    def _went(self, item: QListWidgetItem | None) -> None:
        if item is not None:
            self.asked.emit(str(item.data(_KEY)))
