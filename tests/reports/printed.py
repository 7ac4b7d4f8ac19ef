"""What a reader sees of a PDF: its pages' text, where letters stand, its outline, fonts and links."""

from collections.abc import Iterator
from io import BytesIO

import pypdfium2
from pypdf import PdfReader


def reader(pdf: bytes) -> PdfReader:
    """Read a PDF."""
    return PdfReader(BytesIO(pdf))


def page_texts(pdf: bytes) -> list[str]:
    """Give what each page says."""
    return [page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(pdf)]


def outline(pdf: bytes) -> list[tuple[int, str, int]]:
    """Give the outline: how deep each entry is, what it says, and the number of the page it leads to."""
    found, file = [], reader(pdf)

    def walk(entries, depth):
        for each in entries:
            if isinstance(each, list):
                walk(each, depth + 1)
            else:
                found.append((depth, each.title, file.get_destination_page_number(each) + 1))

    walk(file.outline, 0)
    return found


def assert_well_made(pdf: bytes, title: str) -> None:
    """See that fonts are embedded, that the file is named, in English and marked, and that links are its own."""
    file = reader(pdf)
    assert file.metadata.title.startswith(title)
    assert file.trailer["/Root"]["/Lang"] == "en"
    assert file.outline
    assert not [uri for uri in _links(file) if not uri.startswith("mailto:")]
    for page in file.pages:
        for font in page["/Resources"].get("/Font", {}).values():
            assert "/FontFile2" in font.get_object()["/FontDescriptor"]
    texts = page_texts(pdf)
    assert all("For our side" in each for each in texts)
    assert all(f"{number} of {len(texts)}" in each for number, each in enumerate(texts, 1))


def _links(file: PdfReader) -> Iterator[str]:
    for page in file.pages:
        for each in page.get("/Annots", ()):
            action = each.get_object().get("/A", {})
            if "/URI" in action:
                yield action["/URI"]


def folded(text: str) -> str:
    """Give a text with all its spaces and line ends alike."""
    return " ".join(text.replace("\u00a0", " ").split())
