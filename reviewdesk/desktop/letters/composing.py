"""Has a letter begun, drawn as it is typed, and written; what is typed outlives the program until it is."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from reviewdesk.desktop.document.pages import PagePicture, draw_page, page_sizes
from reviewdesk.desktop.form_keeping import FormKeeping
from reviewdesk.desktop.letters.model import Drawn
from reviewdesk.desktop.tasks import Lane, Tasks

if TYPE_CHECKING:
    from collections.abc import Mapping
    from uuid import UUID

    from PySide6.QtWidgets import QWidget

    from reviewdesk.desktop.letters.compose_sheet import ComposeSheet
    from reviewdesk.desktop.letters.model import LetterStart, WrittenLetter
    from reviewdesk.domain.errors import ReviewDeskError
    from reviewdesk.domain.letters.form import LetterKind, Typed
    from reviewdesk.services.drafts import DraftService
    from reviewdesk.services.letters import LetterService
    from reviewdesk.services.outcome import Outcome


class Composing(QObject):
    """Composes one letter at a time.

    Signals:
        written: what was filled in, and the letter that came of it.
    """

    written = Signal(object, object)

    def __init__(self, over: QWidget, letters: LetterService, drafts: DraftService, tasks: Tasks) -> None:
        super().__init__(over)
        self._over, self._letters, self._drafts, self._tasks = over, letters, drafts, tasks
        self._keeping = FormKeeping(drafts, tasks, self)
        self.sheet: ComposeSheet | None = None
        self._pdf = b""
        self._under_way = False

    def begin(self, concern_id: UUID, kind: LetterKind) -> None:
        """Compose a letter for a concern; what was typed when it was left is there again."""
        if self.sheet is not None:
            self.sheet.raise_()
            return
        place = f"letter/{kind.value}/{concern_id}"
        then = partial(self._read, place, concern_id, kind)
        self._tasks.run(partial(self._drafts.kept, place), then, self, lane=Lane.JOURNAL)

    def _read(self, place: str, concern_id: UUID, kind: LetterKind, kept: Mapping[str, str]) -> None:
        work = partial(self._letters.begin, concern_id, kind)
        self._tasks.run(work, partial(self._open, place, kept), self, newest="letter")

    def _open(self, place: str, kept: Mapping[str, str], start: LetterStart) -> None:
        from reviewdesk.desktop.letters.compose_sheet import ComposeSheet

        if self.sheet is not None:
            return
        texts = {name: kept.get(name, text) for name, text in start.begun.items()}
        self.sheet = ComposeSheet(replace(start, texts=texts), self._over, admits=bool(kept.get("admits")))
        self.sheet.changed.connect(self._draw)
        self.sheet.person_asked.connect(partial(self._begin_for, start.concern_id, start.kind))
        self.sheet.again_asked.connect(self._begin_again)
        self.sheet.write_asked.connect(self._write)
        self.sheet.finished.connect(self._left)
        self.sheet.page.pages_wanted.connect(self._draw_more)
        self._keeping.begin(place, self.sheet, self.sheet.editors)
        self.sheet.open()
        self.sheet.tell()

    def _begin_for(self, concern_id: UUID, kind: LetterKind, person_id: UUID | None) -> None:
        work = partial(self._letters.begin, concern_id, kind, person_id)
        self._tasks.run(work, self._begun, self, newest="letter")

    def _begun(self, start: LetterStart) -> None:
        if self.sheet is not None:
            self.sheet.begin(start)

    def _begin_again(self) -> None:
        if self.sheet is not None:
            typed = self.sheet.typed
            work = partial(self._letters.begin, typed.concern_id, typed.kind, typed.person_id)
            self._tasks.run(work, self._begun_again, self, newest="letter")

    def _begun_again(self, start: LetterStart) -> None:
        if self.sheet is not None:
            self.sheet.begin(start, again=True)

    def _left(self) -> None:
        self.sheet, self._pdf, self._under_way = None, b"", False

    # ------------------------------------------------------------ the page

    def _draw(self, typed: Typed) -> None:
        if self.sheet is not None:
            page, ratio = self.sheet.page, self.sheet.devicePixelRatioF()
            work = partial(_drawn, self._letters, typed, page.page, page.scale, ratio)
            self._tasks.run(work, self._show, self, lane=Lane.DOCUMENTS, newest="letter page", failed=self._refused)

    def _show(self, drawn: Drawn) -> None:
        if self.sheet is not None:
            self._pdf = b""
            self.sheet.show_letter(drawn)
            self._pdf = drawn.now.pdf
            self._draw_more()

    def _draw_more(self) -> None:
        """Draw the next page in sight that is not drawn yet, or not sharp."""
        number = self.sheet.page.next_wanted() if self.sheet is not None and self._pdf else None
        if self.sheet is None or number is None or self._under_way:
            return
        self._under_way = True
        scale = self.sheet.page.scale
        work = partial(draw_page, self._pdf, number, scale, self.sheet.devicePixelRatioF())
        self._tasks.run(work, partial(self._show_page, self._pdf, number, scale), self, lane=Lane.DOCUMENTS)

    def _show_page(self, pdf: bytes, number: int, scale: float, picture: PagePicture) -> None:
        self._under_way = False
        if self.sheet is not None:
            if pdf is self._pdf:
                self.sheet.page.show_picture(number, scale, picture.image)
            self._draw_more()

    # ------------------------------------------------------------ written

    def _write(self, typed: Typed) -> None:
        work = partial(self._letters.write, typed)
        then = partial(self._done, typed)
        self._tasks.run(work, then, self, lane=Lane.DOCUMENTS, failed=self._refused)

    def _done(self, typed: Typed, outcome: Outcome[WrittenLetter]) -> None:
        self._keeping.done()
        if self.sheet is not None:
            self.sheet.accept()
        self.written.emit(typed, outcome.value)

    def _refused(self, error: ReviewDeskError) -> None:
        if self.sheet is not None:
            self.sheet.refuse(str(error))


def _drawn(letters: LetterService, typed: Typed, page: int, scale: float, ratio: float) -> Drawn:
    """Set a letter and draw the page in sight, so that no blank one is seen in between."""
    now = letters.draw(typed)
    sizes = page_sizes(now.pdf)
    number = min(page, len(sizes))
    return Drawn(now=now, sizes=sizes, number=number, scale=scale, picture=draw_page(now.pdf, number, scale, ratio))
