"""The paper a document is drawn on: pages, bookmarks, links and the count of pages."""

from collections.abc import Callable, Iterable, Iterator
from functools import cache
from itertools import groupby
from typing import Any, cast

from reportlab import rl_config
from reportlab.lib.colors import Color
from reportlab.pdfbase.pdfdoc import PDFName, PDFPage
from reportlab.pdfbase.pdfmetrics import getFont
from reportlab.pdfgen.canvas import Canvas

# Pages and fonts written as bytes and not as letters: a tenth faster, and smaller; every reader takes both.
rl_config.useA85 = 0


class Paper(Canvas):
    """A canvas that notes the template's own words and counts its pages at the end."""

    _doc: Any
    _annotationrefs: list[Any]
    _code: list[str]
    _escape: Callable[[bytes], str]

    def __init__(self, *target: Any, **settings: Any) -> None:  # noqa: ANN401
        """Draw into this target, with a canvas's own settings."""
        super().__init__(*target, **settings)
        self.own_words: list[str] = []
        self.places: dict[str, int] = {}
        self._marks = 0
        self._has_fields = False
        self._forms: list[tuple[str, int]] = []
        self._later: list[Callable[[Paper], None]] = []
        self.draw_count: Callable[[Paper, int, int], None] | None = None

    @property
    def pages(self) -> int:
        """How many pages there are so far."""
        return len(self._forms)

    def note_own(self, lines: Iterable[tuple[tuple[bool, str], ...]]) -> None:
        """Note which words of these lines are the template's own; data between them keeps them apart."""
        pieces = [piece for line in lines for piece in ((*line[:-1], (line[-1][0], line[-1][1] + " ")) if line else ())]
        for own, same in groupby(pieces, key=lambda piece: piece[0]):
            if own:
                self.own_words.append("".join(text for _, text in same).strip())

    def bookmark(self, title: str, top: float, level: int = 1, key: str = "") -> None:
        """Add an entry to the outline that leads here; a key of one's own can be linked to from anywhere."""
        self._marks += 1
        key = key or f"part-{self._marks}"
        self.places[key] = self.getPageNumber()
        _, y = self.absolutePosition(0, top)
        self.bookmarkPage(key, fit="XYZ", left=0, top=y + 12)
        self.addOutlineEntry(title, key, level, closed=False)

    def place_count(self) -> None:
        """Leave room for "1 of 3" on this page; it is drawn when the number of pages is known."""
        name = f"count-{self.getPageNumber()}"
        self._forms.append((name, self.getPageNumber()))
        self.doForm(name)

    def refer(self, made: Any) -> Any:  # noqa: ANN401 - objects of reportlab
        """Put an object into the document and give the reference to it."""
        return self._doc.Reference(made)

    def annotate(self, made: Any) -> Any:  # noqa: ANN401 - as above
        """Put an object on this page that its reader can act on, and give the reference to it."""
        reference = self.refer(made)
        self._annotationrefs.append(reference)
        return reference

    def encoded(self, font: str, text: str) -> Iterator[tuple[str, str]]:
        """Give a text as it is written into a drawing: pieces in one subset of a font each, with the subset's name."""
        known: Any = getFont(font)
        for subset, letters in known.splitString(text, self._doc):
            yield known.getSubsetInternalName(subset, self._doc), self._escape(letters)

    def write_line(self, x: float, y: float, parts: Iterable[tuple[str, float, Color, str]]) -> None:
        """Write text from here on, each part in its font, size and colour.

        What a text object of reportlab would write for it, without asking it anew for each part: most of a document's
        time goes there.
        """
        code, last = [f"BT 1 0 0 1 {x:.3f} {y:.3f} Tm"], None
        for font, size, shade, text in parts:
            if shade is not last:
                code.append(_fill(shade.red, shade.green, shade.blue))
                last = shade
            code += [f"{subset} {size:g} Tf ({letters}) Tj" for subset, letters in self.encoded(font, text)]
        self._code.append(" ".join((*code, "ET")))

    def has_fields(self, told: Any) -> None:  # noqa: ANN401 - as above
        """Say what the document says of its fields; Tab goes through them row by row."""
        self._doc.Catalog.AcroForm = told
        self._has_fields = True

    def _setAnnotations(self, page: Any) -> None:  # noqa: N802, ANN401 - reportlab's own
        cast("Any", super())._setAnnotations(page)  # noqa: SLF001 - as above
        if self._has_fields and isinstance(page, PDFPage):
            page.__NoDefault__ = [*page.__NoDefault__, "Tabs"]
            cast("Any", page).Tabs = PDFName("R")

    def draw_later(self, draw: "Callable[[Paper], None]") -> None:
        """Leave room here for what is known only when all pages are made, as on which page something stands."""
        self._later.append(draw)
        self.doForm(f"later-{len(self._later)}")

    def save(self) -> None:
        """Draw the counts and what was left for later, and close the document."""
        for number, draw in enumerate(self._later, start=1):
            self.beginForm(f"later-{number}")
            draw(self)
            self.endForm()
        for name, page in self._forms:
            self.beginForm(name)
            if self.draw_count is not None:
                self.draw_count(self, page, len(self._forms))
            self.endForm()
        super().save()


@cache
def _fill(red: float, green: float, blue: float) -> str:
    return f"{red:.4g} {green:.4g} {blue:.4g} rg"
