"""The paper a document is drawn on: pages, bookmarks, links and the count of pages."""

from collections.abc import Callable, Iterable
from itertools import groupby
from typing import Any

from reportlab.pdfgen.canvas import Canvas


class Paper(Canvas):
    """A canvas that notes the template's own words and counts its pages at the end."""

    def __init__(self, *target: Any, **settings: Any) -> None:  # noqa: ANN401
        """Draw into this target, with a canvas's own settings."""
        super().__init__(*target, **settings)
        self.own_words: list[str] = []
        self._marks = 0
        self._forms: list[tuple[str, int]] = []
        self.draw_count: Callable[[Paper, int, int], None] | None = None

    def note_own(self, lines: Iterable[tuple[tuple[bool, str], ...]]) -> None:
        """Note which words of these lines are the template's own; data between them keeps them apart."""
        pieces = [piece for line in lines for piece in ((*line[:-1], (line[-1][0], line[-1][1] + " ")) if line else ())]
        for own, same in groupby(pieces, key=lambda piece: piece[0]):
            if own:
                self.own_words.append("".join(text for _, text in same).strip())

    def bookmark(self, title: str, top: float, level: int = 1) -> None:
        """Add an entry to the outline that leads here."""
        self._marks += 1
        key = f"part-{self._marks}"
        _, y = self.absolutePosition(0, top)
        self.bookmarkPage(key, fit="XYZ", left=0, top=y + 12)
        self.addOutlineEntry(title, key, level, closed=False)

    def place_count(self) -> None:
        """Leave room for "1 of 3" on this page; it is drawn when the number of pages is known."""
        name = f"count-{self.getPageNumber()}"
        self._forms.append((name, self.getPageNumber()))
        self.doForm(name)

    def save(self) -> None:
        """Draw the counts and close the document."""
        for name, page in self._forms:
            self.beginForm(name)
            if self.draw_count is not None:
                self.draw_count(self, page, len(self._forms))
            self.endForm()
        super().save()
