"""Looks for words on the pages that are shown, marks them, and goes from one to the next."""

from __future__ import annotations

from bisect import bisect_left
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt

from reviewdesk.desktop.document.marks import Mark, MarkKind
from reviewdesk.desktop.tasks import Lane, Tasks
from reviewdesk.domain.found_in_text import places_of
from reviewdesk.services.page_texts import texts_of

if TYPE_CHECKING:
    from reviewdesk.desktop.document.letters import LetterStore
    from reviewdesk.desktop.document.model import Letters
    from reviewdesk.desktop.document.view import DocumentView

Hit = tuple[int, int, int]


class Searching(QObject):
    """One search at a time, through all pages; the letters are placed only on pages one comes to."""

    def __init__(self, view: DocumentView, letters: LetterStore, tasks: Tasks, owner: QObject) -> None:
        super().__init__(owner)
        self._view, self._bar, self._letters, self._tasks = view, view.finder, letters, tasks
        self._pdf = b""
        self._texts: tuple[str, ...] | None = None
        self._hits: tuple[Hit, ...] = ()
        self._at = -1
        self._bar.searched.connect(self._search)
        self._bar.next_asked.connect(self.go_on)
        self._bar.last_asked.connect(self.go_back)
        self._bar.closed.connect(self.close)
        view.search_asked.connect(self._bar.begin)
        view.next_hit_asked.connect(self.go_on)
        view.last_hit_asked.connect(self.go_back)
        view.pages.pages_wanted.connect(self._mark)
        letters.read.connect(self._mark)

    def show_document(self, pdf: bytes) -> None:
        """Search this document from now on, at once where the bar is open."""
        self._pdf, self._texts = pdf, None
        self._take(())
        if self._bar.isVisible():
            self._search(self._bar.line.text())

    def close(self) -> None:
        """End the search, and go back to the pages."""
        self._bar.hide()
        self._take(())
        self._view.pages.setFocus(Qt.FocusReason.OtherFocusReason)

    def _search(self, words: str) -> None:
        if not words.strip():
            self._take(())
        elif self._texts is None:
            work, then = partial(texts_of, self._pdf), partial(self._read, self._pdf, words)
            self._tasks.run(work, then, self, lane=Lane.DOCUMENTS, newest="texts")
        else:
            self._tasks.run(partial(_hits, words, self._texts), self._found, self, newest="hits")

    def _read(self, pdf: bytes, _words: str, texts: tuple[str, ...]) -> None:
        if pdf is self._pdf:
            self._texts = texts
            self._search(self._bar.line.text())

    def _found(self, hits: tuple[Hit, ...]) -> None:
        self._take(hits)
        if hits:
            self._go_to(bisect_left(hits, (self._view.pages.page, 0, 0)) % len(hits))

    def _take(self, hits: tuple[Hit, ...]) -> None:
        self._hits, self._at = hits, -1
        self._bar.show_found(0, len(hits))
        self._view.pages.let_go()
        self._mark()

    def go_on(self) -> None:
        """Go to the next one; after the last comes the first."""
        if self._hits:
            self._go_to((self._at + 1) % len(self._hits))

    def go_back(self) -> None:
        """Go to the one before; before the first comes the last."""
        if self._hits:
            self._go_to((self._at - 1) % len(self._hits))

    def _go_to(self, at: int) -> None:
        self._at = at
        self._bar.show_found(at + 1, len(self._hits))
        page = self._hits[at][0]
        if page not in self._view.pages.in_sight():
            self._view.pages.go_to_page(page)
        self._mark()

    def _mark(self) -> None:
        """Mark what was found on the pages in sight, as soon as it is known where their letters stand."""
        pages = self._view.pages
        marks: list[Mark] = []
        for number in pages.in_sight():
            first = bisect_left(self._hits, (number, 0, 0))
            last = bisect_left(self._hits, (number + 1, 0, 0))
            letters = self._letters.get(number) if last > first else None
            if letters is not None:
                marks += [self._mark_of(at, letters) for at in range(first, last)]
        if marks or pages.marks_of.get(MarkKind.HIT):
            pages.show_marks(MarkKind.HIT, marks)
        current = next((each for each in marks if each.key == self._at), None)
        if current is not None and current != pages.current:
            pages.go_to_mark(current)

    def _mark_of(self, at: int, letters: Letters) -> Mark:
        number, first, last = self._hits[at]
        return Mark(MarkKind.HIT, number, tuple(each.box for each in letters.areas(first, last)), at)


def _hits(words: str, texts: tuple[str, ...]) -> tuple[Hit, ...]:
    return tuple((number, *place) for number, text in enumerate(texts, 1) for place in places_of(words, text))
