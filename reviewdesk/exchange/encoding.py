"""How the bytes of a text file become text: by its mark, else UTF-8, else UTF-16 by its zeros, else Windows-1252."""

import codecs
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

from reviewdesk.domain.errors import UnreadableError

_PIECE = 1 << 20
_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_OTHER_FILES = (
    (b"%PDF", "a PDF document"),
    (b"PK\x03\x04", "an Excel workbook or another packed file"),
    (b"\xd0\xcf\x11\xe0", "an old Office file"),
    (b"\x1f\x8b", "a packed file"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
    (b"SQLite format 3\x00", "a database"),
    (b"{\\rtf", "a Word document"),
)
_MANY_ZEROS = 0.2
_MANY_CONTROLS = 0.05
_TEXT_CONTROLS = frozenset(b"\t\n\r\x0b\x0c\x00\x1a\x1b")


def find_encoding(path: Path) -> str:
    """Find out how a file is to be decoded; all of it is tried.

    Raises:
        UnreadableError: it is no text file.
        OSError: it cannot be read.
    """
    with path.open("rb") as stream:
        start = stream.read(_PIECE)
        _refuse_other_files(start, path.name)
        marked = next((name for mark, name in _MARKS if start.startswith(mark)), "")
        candidates = (marked,) if marked else _candidates(start)
        for each in candidates:
            if _decodes(stream, each):
                return each
    raise UnreadableError(
        f"{path.name} is not text that can be read. Open it in the program it came from and save it as CSV (UTF-8)."
    )


def _candidates(start: bytes) -> tuple[str, ...]:
    zeros = start.count(0)
    if start and zeros / len(start) >= _MANY_ZEROS:
        return ("utf-16-le" if start[1::2].count(0) >= start[::2].count(0) else "utf-16-be",)
    return ("utf-8", "cp1252")


def _refuse_other_files(start: bytes, name: str) -> None:
    kind = next((kind for mark, kind in _OTHER_FILES if start.startswith(mark)), "")
    if not kind and _looks_binary(start):
        kind = "no text file"
    if kind:
        raise UnreadableError(
            f"{name} is {kind}, not a CSV file. Open it in the program it belongs to and save or export it as CSV."
        )


def _looks_binary(start: bytes) -> bool:
    sample = start[:65536]
    if not sample or any(sample.startswith(mark) for mark, _ in _MARKS):
        return False
    controls = sum(1 for each in sample if each < 32 and each not in _TEXT_CONTROLS)
    return controls / len(sample) > _MANY_CONTROLS


def _decodes(stream: BinaryIO, encoding: str) -> bool:
    decoder = codecs.getincrementaldecoder(encoding)()
    stream.seek(0)
    try:
        for piece in _pieces(stream):
            decoder.decode(piece)
        decoder.decode(b"", final=True)
    except UnicodeError:
        return False
    return True


def _pieces(stream: BinaryIO) -> Iterator[bytes]:
    while piece := stream.read(_PIECE):
        yield piece
