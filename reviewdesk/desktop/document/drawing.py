"""Has pages drawn one at a time, those in sight first, so that a long document costs no more than what is looked at."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from reviewdesk.desktop.document.marks import Mark, MarkKind
from reviewdesk.desktop.document.pages import PagePicture, draw_page
from reviewdesk.desktop.tasks import Lane, Tasks

if TYPE_CHECKING:
    from reviewdesk.desktop.document.canvas import PageCanvas
    from reviewdesk.desktop.document.page_list import PageList


class Drawing(QObject):
    """Draws what the pages and their list want to show; what was scrolled past is never drawn."""

    def __init__(self, canvas: PageCanvas, pages: PageList, tasks: Tasks, owner: QObject) -> None:
        super().__init__(owner)
        self._canvas, self._pages, self._tasks = canvas, pages, tasks
        self._pdf = b""
        self._under_way = False
        canvas.pages_wanted.connect(self._go_on)
        pages.pictures_wanted.connect(self._go_on)

    def show_document(self, pdf: bytes) -> None:
        """Draw the pages of this document from now on."""
        self._pdf = pdf
        self._go_on()

    def _go_on(self) -> None:
        if self._under_way or not self._pdf:
            return
        ratio = self._canvas.devicePixelRatioF()
        number = self._canvas.next_wanted()
        if number is not None:
            scale = self._canvas.scale
            self._draw(number, scale, partial(self._drawn, self._pdf, number, scale))
        elif (number := self._pages.next_wanted()) is not None:
            height = self._pages.iconSize().height() * ratio
            scale = height / max(self._canvas.layout_of_pages.sizes[number - 1][1], 1) / ratio
            self._draw(number, scale, partial(self._listed, self._pdf, number))

    def _draw(self, number: int, scale: float, then: partial[None]) -> None:
        self._under_way = True
        work = partial(draw_page, self._pdf, number, scale, self._canvas.devicePixelRatioF())
        self._tasks.run(work, then, self, lane=Lane.DOCUMENTS)

    def _drawn(self, pdf: bytes, number: int, scale: float, picture: PagePicture) -> None:
        self._under_way = False
        if pdf is self._pdf:
            self._canvas.show_picture(number, scale, picture.image)
            self._show_links(number, picture)
        self._go_on()

    def _show_links(self, number: int, picture: PagePicture) -> None:
        known = self._canvas.marks_of.get(MarkKind.LINK, ())
        if picture.links and not any(each.page == number for each in known):
            fresh = (Mark(MarkKind.LINK, number, (each.area,), each, each.address) for each in picture.links)
            self._canvas.show_marks(MarkKind.LINK, (*known, *fresh))

    def _listed(self, pdf: bytes, number: int, picture: PagePicture) -> None:
        self._under_way = False
        if pdf is self._pdf:
            self._pages.show_picture(number, picture.image)
        self._go_on()
