"""One lane of the board: the concerns that have come to one stage."""

from collections.abc import Sequence
from typing import Final
from uuid import UUID

from PySide6.QtCore import QByteArray, QEvent, QMimeData, QModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QDrag,
    QDragEnterEvent,
    QDragMoveEvent,
    QDropEvent,
    QFocusEvent,
    QKeyEvent,
    QResizeEvent,
    QStandardItem,
    QStandardItemModel,
)
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView

from reviewdesk.desktop.concerns.card_paint import CARD, CardDelegate
from reviewdesk.desktop.concerns.model import CardText, LaneText, severity_words
from reviewdesk.domain.concern import Stage

MIME: Final = "application/x-reviewdesk-concern"
_WAYS: Final = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}


class Lane(QListView):
    """Shows the cards of one stage; up and down go along them.

    Signals:
        moved: the key of a concern and by how many lanes the person moves it.
        went: by how many lanes the person goes on.
        dropped: the key of a concern that was carried here.
        opened: the key of the one to open. asked: the key of the one they were asked about today.
        who_else_asked: the key of the one whose cause others may share.
        lacking_asked: the key of the one that lacks something. letter_asked: the key of the one to write a letter for.
        step_asked: the key of the one to add the next step to.
        menu_asked: the key of the one whose menu is asked for, and where.
    """

    moved = Signal(object, int)
    went = Signal(int)
    dropped = Signal(object)
    opened = Signal(object)
    asked = Signal(object)
    who_else_asked = Signal(object)
    lacking_asked = Signal(object)
    letter_asked = Signal(object)
    step_asked = Signal(object)
    menu_asked = Signal(object, QPoint)

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setModel(QStandardItemModel(self))
        self.setItemDelegate(CardDelegate(self))
        self.setMouseTracking(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setDragEnabled(True)
        self.setAcceptDrops(True)
        self.setProperty("part", "lane")
        self.viewport().setAutoFillBackground(False)
        self.doubleClicked.connect(self._open)
        self._letters = {
            Qt.Key.Key_W: self.who_else_asked,
            Qt.Key.Key_N: self.lacking_asked,
            Qt.Key.Key_L: self.letter_asked,
            Qt.Key.Key_S: self.step_asked,
        }

    @property
    def keys(self) -> tuple[UUID, ...]:
        """The concerns in their order."""
        return tuple(each.key for each in self.cards)

    @property
    def cards(self) -> tuple[CardText, ...]:
        """What is shown."""
        model = self.model()
        return tuple(model.index(row, 0).data(CARD) for row in range(model.rowCount()))

    @property
    def current(self) -> CardText | None:
        """The card the person is on."""
        index = self.currentIndex()
        return index.data(CARD) if index.isValid() else None

    def show_lane(self, lane: LaneText) -> None:
        """Show these cards; the person stays on the one they were on, or on its neighbour."""
        if lane.cards == self.cards:
            return
        held, row = self.current, max(self.currentIndex().row(), 0)
        model = self.model()
        if isinstance(model, QStandardItemModel):
            model.clear()
            for card in lane.cards:
                model.appendRow(_item(card))
        if held is not None and not self.go_to(held.key):
            self.go_to_row(row)

    def go_to(self, key: UUID) -> bool:
        """Go to a card; answers whether it is here."""
        if key not in self.keys:
            return False
        self.go_to_row(self.keys.index(key))
        return True

    def go_to_row(self, row: int) -> None:
        """Go to the card at this place, or to the last one."""
        index = self.model().index(min(row, self.model().rowCount() - 1), 0)
        if index.isValid():
            self.setCurrentIndex(index)
            self.scrollTo(index)

    def event(self, event: QEvent) -> bool:
        """Keep Alt and an arrow to itself, which elsewhere lead back to the page before."""
        if event.type() is QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            alt = bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
            if alt and Qt.Key(event.key()) in _WAYS and self.current is not None:
                event.accept()
                return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go to the next lane with the arrows, take the card along with Alt, open it with Enter."""
        way, card = _WAYS.get(Qt.Key(event.key())), self.current
        if way is not None and event.modifiers() & Qt.KeyboardModifier.AltModifier:
            if card is not None:
                self.moved.emit(card.key, way)
        elif way is not None:
            self.went.emit(way)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and card is not None:
            self.opened.emit(card.key)
        elif event.key() == Qt.Key.Key_A and card is not None and card.stage is Stage.FIXED:
            self.asked.emit(card.key)
        elif card is not None and not event.modifiers() and Qt.Key(event.key()) in self._letters:
            self._letters[Qt.Key(event.key())].emit(card.key)
        elif event.key() == Qt.Key.Key_Menu and card is not None:
            self._ask_menu(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Be on a card."""
        super().focusInEvent(event)
        if not self.currentIndex().isValid():
            self.go_to_row(0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Break the words anew."""
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Offer what can be done with a card."""
        self._ask_menu(self.indexAt(event.pos()))

    def _ask_menu(self, index: QModelIndex) -> None:
        if index.isValid():
            self.setCurrentIndex(index)
            at = self.viewport().mapToGlobal(self.visualRect(index).center())
            self.menu_asked.emit(index.data(CARD).key, at)

    def _open(self, index: QModelIndex) -> None:
        self.opened.emit(index.data(CARD).key)

    # ------------------------------------------------------------ carrying

    def startDrag(self, _actions: Qt.DropAction) -> None:
        """Let the mouse carry a card to another lane."""
        card = self.current
        if card is not None:
            drag = QDrag(self)
            drag.setMimeData(mime_of(card.key))
            box = self.visualRect(self.currentIndex())
            drag.setPixmap(self.viewport().grab(box))
            drag.setHotSpot(QPoint(box.width() // 2, 16))
            drag.exec(Qt.DropAction.MoveAction)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take a concern that is carried here."""
        if event.mimeData().hasFormat(MIME):
            event.acceptProposedAction()

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        """Go on taking it."""
        if event.mimeData().hasFormat(MIME):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Say which one was carried here."""
        if event.mimeData().hasFormat(MIME):
            event.acceptProposedAction()
            self.dropped.emit(UUID(hex=bytes(event.mimeData().data(MIME).data()).decode()))


def mime_of(key: UUID) -> QMimeData:
    """Give what is carried: the key of a concern."""
    mime = QMimeData()
    mime.setData(MIME, QByteArray(key.hex.encode()))
    return mime


def _item(card: CardText) -> QStandardItem:
    item = QStandardItem(card.words)
    item.setData(card, CARD)
    item.setData(card.said, Qt.ItemDataRole.AccessibleTextRole)
    item.setToolTip(f"{card.account}\n“{card.words}”\n{severity_words(card)}")
    return item


def widest(lanes: Sequence[Lane]) -> int:
    """Give how wide a lane is at least, so that words are still read."""
    return max(each.fontMetrics().averageCharWidth() for each in lanes) * 24
