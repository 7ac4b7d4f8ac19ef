"""The letters of pages that somebody needs, read one page at a time and kept for a while."""

from __future__ import annotations

from collections import OrderedDict
from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Signal

from reviewdesk.desktop.tasks import Lane, Tasks
from reviewdesk.services.page_texts import letters_of

if TYPE_CHECKING:
    from reviewdesk.desktop.document.model import Letters

_MOST: Final = 40


class LetterStore(QObject):
    """Reads the letters of pages of the document that is shown.

    Signals:
        read: the letters of a page that was wanted are there.
    """

    read = Signal(int)

    def __init__(self, tasks: Tasks, owner: QObject) -> None:
        super().__init__(owner)
        self._tasks = tasks
        self._pdf = b""
        self._kept: OrderedDict[int, Letters] = OrderedDict()
        self._asked: set[int] = set()

    def show_document(self, pdf: bytes) -> None:
        """Read this document from now on."""
        self._pdf = pdf
        self._kept.clear()
        self._asked.clear()

    def get(self, number: int) -> Letters | None:
        """Give the letters of a page, or nothing yet: then they are read, and it is said when they are there."""
        found = self._kept.get(number)
        if found is not None:
            self._kept.move_to_end(number)
        elif number not in self._asked and self._pdf:
            self._asked.add(number)
            work = partial(letters_of, self._pdf, number)
            self._tasks.run(work, partial(self._keep, self._pdf), self, lane=Lane.DOCUMENTS)
        return found

    def _keep(self, pdf: bytes, letters: Letters) -> None:
        if pdf is not self._pdf:
            return
        self._asked.discard(letters.number)
        self._kept[letters.number] = letters
        while len(self._kept) > _MOST:
            self._kept.popitem(last=False)
        self.read.emit(letters.number)
