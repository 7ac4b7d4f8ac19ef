"""What the pointer does on the pages: press a mark, follow a link, choose text by drawing over it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QObject, QPointF, Qt, Signal
from PySide6.QtGui import QMouseEvent

from reviewdesk.desktop.document.marks import MarkKind

if TYPE_CHECKING:
    from reviewdesk.desktop.document.canvas import PageCanvas

_FAR: Final = 4
_WEIGHT: Final = (MarkKind.LEAK, MarkKind.REMARK, MarkKind.LINK, MarkKind.LINE)
Spot = tuple[int, float, float]


class PageMouse(QObject):
    """Listens to the pointer on the pages.

    Signals:
        mark_asked: the mark that was pressed.
        picked: where the drawing over text began and where it is now, each a page and a point on it in points.
        word_asked: the spot that was pressed twice. let_go: nothing is to be chosen any more.
    """

    mark_asked = Signal(object)
    picked = Signal(object, object)
    word_asked = Signal(object)
    let_go = Signal()

    def __init__(self, canvas: PageCanvas) -> None:
        super().__init__(canvas)
        self._canvas = canvas
        self._from: QPointF | None = None
        self._drags = False
        canvas.viewport().installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take what the left button does; everything else goes on as before."""
        if isinstance(event, QMouseEvent) and self._canvas.count:
            kinds = {
                QEvent.Type.MouseButtonPress: self._press,
                QEvent.Type.MouseMove: self._move,
                QEvent.Type.MouseButtonRelease: self._release,
                QEvent.Type.MouseButtonDblClick: self._press_twice,
            }
            answer = kinds.get(event.type())
            if answer is not None:
                answer(event)
        return super().eventFilter(watched, event)

    def _press(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton:
            self._canvas.setFocus(Qt.FocusReason.MouseFocusReason)
            self._from, self._drags = event.position(), False
            self.let_go.emit()

    def _move(self, event: QMouseEvent) -> None:
        if self._from is None:
            self._canvas.viewport().setCursor(self._shape(event.position()))
        elif self._drags or (event.position() - self._from).manhattanLength() >= _FAR:
            self._drags = True
            self.picked.emit(self._spot(self._from), self._spot(event.position()))

    def _release(self, event: QMouseEvent) -> None:
        began, self._from = self._from, None
        if began is not None and not self._drags and event.button() is Qt.MouseButton.LeftButton:
            found = self._canvas.marks_at(event.position())
            pressed = next((each for kind in _WEIGHT for each in found if each.kind is kind), None)
            if pressed is not None:
                self.mark_asked.emit(pressed)

    def _press_twice(self, event: QMouseEvent) -> None:
        self.word_asked.emit(self._spot(event.position()))

    def _spot(self, point: QPointF) -> Spot:
        place, layout = self._canvas.at(point), self._canvas.layout_of_pages
        number = layout.page_at(place.y())
        return number, *layout.point(number, place.x(), place.y())

    def _shape(self, point: QPointF) -> Qt.CursorShape:
        kinds = {each.kind for each in self._canvas.marks_at(point)} & set(_WEIGHT)
        return Qt.CursorShape.PointingHandCursor if kinds else Qt.CursorShape.IBeamCursor
