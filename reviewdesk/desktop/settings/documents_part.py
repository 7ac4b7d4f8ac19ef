"""Keeps how documents look in Settings and in the book the same, and draws the page beside it."""

from functools import partial
from pathlib import Path
from typing import ClassVar, Final

from PySide6.QtCore import QTimer
from PySide6.QtGui import QImage

from reviewdesk.desktop.document.pages import PagePicture, draw_pages
from reviewdesk.desktop.settings.documents import DocumentsCard
from reviewdesk.desktop.settings.part import SettingsPart
from reviewdesk.desktop.tasks import Lane, Tasks
from reviewdesk.domain.branding import Logo
from reviewdesk.domain.changes import Changes, Kind
from reviewdesk.domain.errors import ReviewDeskError
from reviewdesk.services.book import BookService
from reviewdesk.services.branding import BrandingNow, BrandingService

_RESTS: Final = 250  # milliseconds after the last change until the page is drawn anew
_LOGO_SCALE: Final = 0.8


class DocumentsPart(SettingsPart):
    """Answers what is done with the look of documents in Settings."""

    key: ClassVar[str] = "documents"

    def __init__(self, card: DocumentsCard, branding: BrandingService, book: BookService, tasks: Tasks) -> None:
        super().__init__(card)
        self.card = card
        self._branding, self._book, self._tasks = branding, book, tasks
        self._pdf = b""
        self._resting = QTimer(self)
        self._resting.setSingleShot(True)
        self._resting.setInterval(_RESTS)
        self._connect()

    def _connect(self) -> None:
        self.card.typed.connect(self._change)
        self.card.logo_chosen.connect(self._choose)
        self.card.logo_remove_asked.connect(self._remove)
        self.card.preview.width_settled.connect(self._draw)
        self.card.preview.page_wanted.connect(self._set_page)
        self._resting.timeout.connect(self.card.preview.draw_anew)
        self._tasks.changed.connect(self._reload_if_concerned)

    def show_now(self) -> None:
        """Show how documents look now."""
        self._tasks.run(self._gather, self._show, self, lane=Lane.DOCUMENTS, newest="branding")
        self._resting.start()

    def begin(self, words: str) -> None:
        """Put the keyboard at the first setting."""
        self.card.fields["company"].editor.setFocus()

    def flush(self) -> None:
        """Save at once what was typed."""
        for each in self.card.fields.values():
            each.flush()

    @property
    def is_safe(self) -> bool:
        """Say whether everything that was typed here is in the book."""
        return all(each.is_safe for each in self.card.fields.values())

    def _gather(self) -> tuple[BrandingNow, dict[Logo, QImage | None]]:
        now, ratio = self._branding.now(), self.card.devicePixelRatioF()
        drawn = {logo: draw_pages(pdf, _LOGO_SCALE, ratio, most=1)[0].image for logo, pdf in now.logos.items()}
        return now, {logo: drawn.get(logo) for logo in self.card.wells}

    def _show(self, found: tuple[BrandingNow, dict[Logo, QImage | None]]) -> None:
        now, logos = found
        self.card.show_values(now.values)
        self.card.show_colours(now.main, now.accent)
        for logo, picture in logos.items():
            self.card.show_logo(logo, picture)

    def _change(self, name: str, text: str) -> None:
        work = partial(self._book.change_setting, name, text)
        self._tasks.run(work, partial(self._saved, name), self, lane=Lane.WRITE, failed=partial(self._not_saved, name))

    def _saved(self, name: str, _done: object) -> None:
        self.card.fields[name].show_saved()
        self.show_now()

    def _not_saved(self, name: str, error: ReviewDeskError) -> None:
        self.card.fields[name].show_refused(str(error))

    def _choose(self, logo: Logo, content: Path | bytes) -> None:
        self.card.wells[logo].show_refused("")
        work = partial(self._branding.choose, logo, content)
        self._tasks.run(work, self._done, self, lane=Lane.DOCUMENTS, failed=partial(self._refused, logo))

    def _remove(self, logo: Logo) -> None:
        self.card.wells[logo].show_refused("")
        self._tasks.run(partial(self._branding.remove, logo), self._done, self, lane=Lane.WRITE)

    def _done(self, _done: object) -> None:
        self.show_now()

    def _refused(self, logo: Logo, error: ReviewDeskError) -> None:
        self.card.wells[logo].show_refused(str(error))

    def _set_page(self) -> None:
        self._tasks.run(self._branding.example, self._take_page, self, lane=Lane.DOCUMENTS, newest="example")

    def _take_page(self, pdf: bytes) -> None:
        if pdf != self._pdf:
            self._pdf = pdf
            self._draw(self.card.preview.page_width)

    def _draw(self, width: int) -> None:
        if self._pdf:
            work = partial(_page_of, self._pdf, width, self.card.devicePixelRatioF())
            self._tasks.run(work, self._show_page, self, lane=Lane.DOCUMENTS, newest="page")

    def _show_page(self, page: PagePicture) -> None:
        self.card.preview.show_page(page.image, page.height / page.width)

    def _reload_if_concerned(self, changes: Changes, origin: object) -> None:
        if origin is not self and changes.touch(Kind.BOOK, Kind.COLLEAGUE) and self.card.isVisible():
            self.show_now()


def _page_of(pdf: bytes, width: int, ratio: float) -> PagePicture:
    """Draw page 1 so many pixels wide."""
    (small,) = draw_pages(pdf, 0.05, most=1)
    return draw_pages(pdf, width / small.width, ratio, most=1)[0]
