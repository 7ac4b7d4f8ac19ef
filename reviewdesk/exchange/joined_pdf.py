"""Several finished documents put into one file, each beginning on a page of its own."""

from collections.abc import Sequence
from io import BytesIO
from typing import Final

from pypdf import PdfReader, PdfWriter
from pypdf.generic import NameObject, TextStringObject

_KEPT: Final = ("/Author", "/Creator", "/CreationDate", "/ModDate", "/Producer")


def joined_pdf(documents: Sequence[tuple[str, bytes]], title: str) -> bytes:
    """Join documents under their names in the outline; the same documents always give the same bytes."""
    writer = PdfWriter()
    for name, pdf in documents:
        writer.append(BytesIO(pdf), outline_item=name[:200], import_outline=False)
    first = PdfReader(BytesIO(documents[0][1]))
    known: dict[str, object] = dict(first.metadata or {})
    writer.metadata = None
    writer.add_metadata({**{key: str(known[key]) for key in _KEPT if key in known}, "/Title": title[:300]})
    root = writer.root_object
    root[NameObject("/Lang")] = TextStringObject(str(first.root_object.get("/Lang", "en")))
    writer.compress_identical_objects()
    made = BytesIO()
    writer.write(made)
    return made.getvalue()
