"""The second wall: a finished document is read as its reader reads it, and searched for what is not the customer's."""

from collections.abc import Sequence
from dataclasses import dataclass

import pypdfium2

from reviewdesk.domain.leaks import Finding, Forbidden, LeakKind, leaks_in
from reviewdesk.reports.page_text import Area, joined, page_text


@dataclass(frozen=True, slots=True)
class Leak:
    """Words in a document that were not meant for its reader, and where they stand; pages count from 1."""

    kind: LeakKind
    words: str
    page: int
    areas: tuple[Area, ...] = ()

    @property
    def rectangle(self) -> Area | None:
        """Where the words begin, for showing them; nothing when the place could not be told."""
        return self.areas[0] if self.areas else None


@dataclass(frozen=True, slots=True)
class _Text:
    """The text of a document, and for each character the page and the place on it."""

    text: str
    places: tuple[tuple[int, int], ...]


def find_leaks(
    pdf: bytes,
    forbidden: Forbidden,
    *,
    template: Sequence[str] = (),
    meant: frozenset[str] = frozenset(),
) -> tuple[Leak, ...]:
    """Find what the reader of this document must not read, with the places to show.

    `template` holds the pieces of its text that are the template's own (`Rendered.template`); `meant` the words that
    the person has said are meant.
    """
    document = pypdfium2.PdfDocument(pdf)
    try:
        text = _read(document)
        found = leaks_in(text.text, forbidden, template=template, meant=meant)
        return tuple(_leak(document, finding, text) for finding in found)
    finally:
        document.close()


def text_of(pdf: bytes) -> str:
    """Give the text of a document as a reader extracts it."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        return _read(document).text
    finally:
        document.close()


def _read(document: pypdfium2.PdfDocument) -> _Text:
    chars: list[str] = []
    places: list[tuple[int, int]] = []
    for number, page in enumerate(document):
        text = page_text(page)
        chars.append(f"{text}\n")
        places += [(number, place) for place in range(len(text))]
        places.append((number, -1))
    return _Text("".join(chars), tuple(places))


def _leak(document: pypdfium2.PdfDocument, finding: Finding, text: _Text) -> Leak:
    places = [place for place in text.places[finding.start : finding.end] if place[1] >= 0]
    number = places[0][0]
    page = document[number]
    letters = page.get_textpage()
    boxes = [letters.get_charbox(place) for at, place in places if at == number]
    letters.close()
    page.close()
    return Leak(finding.kind, finding.words, number + 1, tuple(joined(boxes)))
