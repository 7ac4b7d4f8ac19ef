"""The pages on screen, one under the other; only those in sight are drawn, as sharp as the screen is."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QHelpEvent, QImage, QKeyEvent, QPainter, QPaintEvent, QPen, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QToolTip

from reviewdesk.desktop.document.marks import Mark, MarkKind, boxes, paint_marks, paint_selection
from reviewdesk.desktop.document.page_cache import PageCache
from reviewdesk.desktop.document.page_layout import GAP, LARGEST, SMALLEST, Area, Fit, PageLayout, fitting
from reviewdesk.desktop.ink import colour, tokens

_STEP: Final = 60
_NOTCH: Final = 120
_ZOOM: Final = 1.2


class PageCanvas(QAbstractScrollArea):
    """All pages of a document under each other.

    Signals:
        pages_wanted: pages in sight are not drawn yet, or not sharp.
        page_reached: the number of the page in sight, from 1.
        zoomed: the scale or what it is fitted to is another.
        copy_asked, all_asked: what is chosen is to be copied; all of a page is to be chosen.
    """

    pages_wanted = Signal()
    page_reached = Signal(int)
    zoomed = Signal()
    copy_asked = Signal()
    all_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(self.tr("Pages"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.viewport().setAutoFillBackground(False)
        self.viewport().setMouseTracking(True)
        self.layout_of_pages = PageLayout()
        self.fit: Fit | None = Fit.WIDTH
        self.marks_of: dict[MarkKind, tuple[Mark, ...]] = {}
        self.current: Mark | None = None
        self.selection: dict[int, tuple[Area, ...]] = {}
        self._cache = PageCache()
        self._page = 1
        self.verticalScrollBar().setSingleStep(_STEP)
        self.horizontalScrollBar().setSingleStep(_STEP)
        self.verticalScrollBar().valueChanged.connect(self._scrolled)
        self.horizontalScrollBar().valueChanged.connect(self._moved)

    # ------------------------------------------------------------ what is shown

    def show_pages(self, sizes: Sequence[tuple[float, float]]) -> None:
        """Show pages of these sizes in points; they are drawn when they come into sight."""
        self._cache.clear()
        self.marks_of, self.current, self.selection = {}, None, {}
        kept = self._page
        self._lay(PageLayout(tuple(sizes), self.scale, self.viewport().width()))
        self._refit()
        self.go_to_page(min(kept, len(sizes)))

    def show_picture(self, number: int, scale: float, picture: QImage) -> None:
        """Show the picture of a page that was drawn at so many pixels of the screen for each point."""
        self._cache.put(number, scale, picture, self.in_sight())
        self.viewport().update()

    def show_marks(self, kind: MarkKind, marks: Sequence[Mark]) -> None:
        """Mark these places in place of those of this kind before."""
        self.marks_of[kind] = tuple(marks)
        self.viewport().update()

    @property
    def marks(self) -> tuple[Mark, ...]:
        """What is marked, the weightiest last."""
        return tuple(each for kind in MarkKind for each in self.marks_of.get(kind, ()))

    def let_go(self) -> None:
        """Let no mark stand out any more."""
        self.current = None
        self.viewport().update()

    def copy(self) -> None:
        """Copy what is chosen, as the command of the window asks."""
        self.copy_asked.emit()

    def selectAll(self) -> None:
        """Choose all text of the page in sight, as the command of the window asks."""
        self.all_asked.emit()

    def show_selection(self, selection: dict[int, tuple[Area, ...]]) -> None:
        """Show what is chosen on each page."""
        self.selection = selection
        self.viewport().update()

    @property
    def scale(self) -> float:
        """How many pixels of the screen a point takes."""
        return self.layout_of_pages.scale

    @property
    def page(self) -> int:
        """The page in sight."""
        return self._page

    @property
    def count(self) -> int:
        """How many pages there are."""
        return len(self.layout_of_pages.sizes)

    def in_sight(self) -> range:
        """Give the pages that can be seen."""
        top = self.verticalScrollBar().value()
        return self.layout_of_pages.shown(top, top + self.viewport().height())

    def next_wanted(self) -> int | None:
        """Give the page to draw next: what is in sight first, then the one below and the one above it."""
        seen = self.in_sight()
        page = self.layout_of_pages.page(seen.start) if len(seen) else QRectF()
        sides = 4 * page.width() * page.height() * self.devicePixelRatioF() ** 2
        near = (*seen, seen.stop, seen.start - 1) if len(seen) and self._cache.has_room_for(sides) else seen
        sharp = self._cache.is_sharp
        return next((each for each in near if 0 < each <= self.count and not sharp(each, self.scale)), None)

    # ------------------------------------------------------------ where it is

    def zoom_by(self, factor: float, about: QPointF | None = None) -> None:
        """Show everything larger or smaller; what lies at the point `about` stays there."""
        self.fit = None
        self._scale_to(min(max(self.scale * factor, SMALLEST), LARGEST), about)

    def fit_to(self, fit: Fit) -> None:
        """Show pages as wide as the room, or whole."""
        self.fit = fit
        number = self._page
        self._refit()
        if fit is Fit.PAGE:
            self.go_to_page(number)

    def go_to_page(self, number: int) -> None:
        """Bring a page to the top, counted from 1."""
        if 0 < number <= self.count:
            self.verticalScrollBar().setValue(round(self.layout_of_pages.page(number).y()) - GAP)
            self._reach(number)

    def go_to_mark(self, mark: Mark) -> None:
        """Bring a mark into sight and let it stand out."""
        self.current = mark
        found = boxes(mark, self.layout_of_pages) if 0 < mark.page <= self.count else []
        if found:
            self._bring_into_sight(found[0])
        elif mark.page:
            self.go_to_page(mark.page)
        self.viewport().update()

    def _bring_into_sight(self, box: QRectF) -> None:
        across, down, room = self.horizontalScrollBar(), self.verticalScrollBar(), self.viewport().size()
        if not (down.value() + 40 <= box.top() and box.bottom() <= down.value() + room.height() - 40):
            down.setValue(round(box.center().y() - room.height() / 3))
        if not (across.value() <= box.left() and box.right() <= across.value() + room.width()):
            across.setValue(round(box.center().x() - room.width() / 2))

    def at(self, point: QPointF) -> QPointF:
        """Give the place among the pages that lies at a point of the widget."""
        return point + QPointF(self.horizontalScrollBar().value(), self.verticalScrollBar().value())

    def marks_at(self, point: QPointF) -> list[Mark]:
        """Give what is marked at a point of the widget, the weightiest last."""
        place = self.at(point)
        seen = self.in_sight()
        near = (each for each in self.marks if each.page in seen)
        return [each for each in near if any(box.contains(place) for box in boxes(each, self.layout_of_pages))]

    def _scale_to(self, scale: float, about: QPointF | None = None) -> None:
        point = about or QPointF(self.viewport().width() / 2, 0)
        place = self.at(point)
        number = self.layout_of_pages.page_at(place.y()) if self.count else 1
        x, y = self.layout_of_pages.point(number, place.x(), place.y()) if self.count else (0.0, 0.0)
        self._lay(PageLayout(self.layout_of_pages.sizes, scale, self.viewport().width()))
        if self.count:
            now = self.layout_of_pages.box(number, (x, y, x, y)).topLeft()
            self.verticalScrollBar().setValue(round(now.y() - point.y()))
            self.horizontalScrollBar().setValue(round(now.x() - point.x()))
        self.zoomed.emit()

    def _refit(self) -> None:
        if self.fit is not None:
            room = self.maximumViewportSize()
            bar = self.verticalScrollBar().sizeHint().width()
            self._scale_to(fitting(self.layout_of_pages.sizes, self.fit, QSize(room.width() - bar, room.height())))

    def _lay(self, layout: PageLayout) -> None:
        self.layout_of_pages = layout
        size, room = layout.size, self.viewport().size()
        down, across = self.verticalScrollBar(), self.horizontalScrollBar()
        down.setPageStep(room.height())
        across.setPageStep(room.width())
        down.setRange(0, max(size.height() - room.height(), 0))
        across.setRange(0, max(size.width() - room.width(), 0))
        self.viewport().update()
        self.pages_wanted.emit()

    def _scrolled(self, value: int) -> None:
        if self.count:
            self._reach(self.layout_of_pages.page_at(value + self.viewport().height() // 3))
        self._moved()

    def _reach(self, number: int) -> None:
        if number != self._page:
            self._page = number
            self.page_reached.emit(number)

    def _moved(self) -> None:
        self.viewport().update()
        self.pages_wanted.emit()

    # ------------------------------------------------------------ events

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the pages in sight, white in every theme, and what is marked on them."""
        painter, theme, layout = QPainter(self.viewport()), tokens(), self.layout_of_pages
        painter.translate(-self.horizontalScrollBar().value(), -self.verticalScrollBar().value())
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        seen = self.in_sight()
        for number in seen:
            page, picture = layout.page(number), self._cache.get(number)
            painter.fillRect(page, Qt.GlobalColor.white)
            if picture is not None:
                painter.drawImage(page, picture)
            paint_selection(painter, layout, number, self.selection.get(number, ()))
            painter.setPen(QPen(colour(theme.border), 1))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(page.adjusted(0, 0, -1, -1))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        near = [each for each in self.marks if each.page in seen]
        current = [self.current] if self.current and self.current.page in seen and self.current not in near else []
        paint_marks(painter, layout, [*near, *current], self.current)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the pages anew."""
        super().resizeEvent(event)
        if self.fit is not None:
            self._refit()
        else:
            self._lay(PageLayout(self.layout_of_pages.sizes, self.scale, self.viewport().width()))

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scroll, or with Ctrl zoom about the pointer."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.zoom_by(_ZOOM ** (event.angleDelta().y() / _NOTCH), event.position())
            event.accept()
        else:
            super().wheelEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go through the pages by keys."""
        bar, key = self.verticalScrollBar(), event.key()
        back = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        steps = bar.SliderAction
        if key == Qt.Key.Key_Home:
            bar.setValue(0)
        elif key == Qt.Key.Key_End:
            bar.setValue(bar.maximum())
        elif key == Qt.Key.Key_Space:
            bar.triggerAction(steps.SliderPageStepSub if back else steps.SliderPageStepAdd)
        else:
            super().keyPressEvent(event)

    def viewportEvent(self, event: QEvent) -> bool:
        """Say what a mark means where the pointer rests on it."""
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            words = next((each.words for each in self.marks_at(QPointF(event.pos())) if each.words), "")
            QToolTip.showText(event.globalPos(), words, self) if words else QToolTip.hideText()
            return True
        return super().viewportEvent(event)
