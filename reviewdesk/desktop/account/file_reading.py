"""Reads what stands in a file so that it can be looked at: a picture, a text, the first pages of a PDF."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSize, Qt
from PySide6.QtGui import QImage, QImageReader

if TYPE_CHECKING:
    from uuid import UUID

    from reviewdesk.desktop.document.pages import PagePicture

MOST_PAGES: Final = 20
LONGEST_TEXT: Final = 200_000
_WIDEST: Final = 2000
_MOST_PIXELS: Final = 100_000_000
PAGE_SCALE: Final = 1.5
_FORMATS: Final = frozenset({b"png", b"jpeg", b"gif", b"bmp", b"webp", b"ico"})
_MARKS: Final = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))
_SAMPLE: Final = 4096


@dataclass(frozen=True, slots=True)
class FileLook:
    """What a file looks like; nothing where it is neither picture nor text nor PDF. `remark` says what is left out."""

    file_id: UUID
    picture: QImage | None = None
    text: str | None = None
    pages: tuple[PagePicture, ...] = ()
    remark: str = ""


def look_at(file_id: UUID, content: bytes) -> FileLook:
    """Read what can be shown of a file; what it holds decides, not what it is called."""
    if content.startswith(b"%PDF-"):
        return _pdf(file_id, content)
    picture = _picture(content)
    if picture is not None:
        return FileLook(file_id, picture=picture)
    text = _text(content)
    if text is None:
        return FileLook(file_id)
    remark = f"The first {LONGEST_TEXT:,} characters." if len(text) > LONGEST_TEXT else ""
    return FileLook(file_id, text=text[:LONGEST_TEXT], remark=remark)


def _pdf(file_id: UUID, content: bytes) -> FileLook:
    from pypdfium2 import PdfiumError

    from reviewdesk.desktop.document.pages import draw_pages

    try:
        pages = draw_pages(content, PAGE_SCALE, most=MOST_PAGES + 1)
    except PdfiumError:
        return FileLook(file_id, remark="This PDF is locked or damaged, so it cannot be shown here. Open it instead.")
    remark = f"The first {MOST_PAGES} pages." if len(pages) > MOST_PAGES else ""
    return FileLook(file_id, pages=pages[:MOST_PAGES], remark=remark)


def _picture(content: bytes) -> QImage | None:
    buffer = QBuffer()
    buffer.setData(QByteArray(content))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    reader = QImageReader(buffer)
    reader.setDecideFormatFromContent(True)
    reader.setAutoTransform(True)
    size = reader.size()
    if bytes(reader.format().data()) not in _FORMATS or not 0 < size.width() * size.height() <= _MOST_PIXELS:
        return None
    if max(size.width(), size.height()) > _WIDEST:
        reader.setScaledSize(size.scaled(QSize(_WIDEST, _WIDEST), Qt.AspectRatioMode.KeepAspectRatio))
    image = reader.read()
    return None if image.isNull() else image


def _text(content: bytes) -> str | None:
    encoding = next((name for mark, name in _MARKS if content.startswith(mark)), "")
    if not encoding and b"\0" in content[:_SAMPLE]:
        return None
    for each in (encoding,) if encoding else ("utf-8", "cp1252"):
        try:
            return content[: 4 * LONGEST_TEXT + 4].decode(each, "strict" if len(content) <= LONGEST_TEXT else "replace")
        except UnicodeDecodeError:
            continue
    return None
