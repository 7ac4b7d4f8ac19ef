"""The package that a Word or PowerPoint file is: its parts, always in the same order and with the same dates.

What comes from elsewhere is read within limits: so many parts, so many bytes, no definitions of entities.
"""

import re
from collections.abc import Mapping
from io import BytesIO
from typing import Final
from zipfile import ZIP_DEFLATED, BadZipFile, ZipFile, ZipInfo

from reviewdesk.domain.errors import UnreadableError

TYPES: Final = "[Content_Types].xml"
CORE: Final = "docProps/core.xml"
APP: Final = "docProps/app.xml"
THUMBNAIL: Final = "docProps/thumbnail.jpeg"
_MOST_PARTS: Final = 2_000
_MOST_BYTES: Final = 200 * 1024 * 1024
_MOST_XML: Final = 40 * 1024 * 1024
_FIRST_DAY: Final = (1980, 1, 1, 0, 0, 0)
_MOMENT: Final = re.compile(rb"(<dcterms:(?:created|modified)[^>]*>)[^<]*(</dcterms:)")
_DEFINES: Final = re.compile(rb"<!\s*(?:DOCTYPE|ENTITY)", re.IGNORECASE)
_WIDE_MARKS: Final = (b"\xff\xfe", b"\xfe\xff", b"<\0", b"\0<")
_APP: Final = (
    b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<Properties xmlns="http://schemas.openxmlformats.org/'
    b'officeDocument/2006/extended-properties"><Application>ReviewDesk</Application></Properties>'
)


def is_xml(name: str) -> bool:
    """Say whether a part is read as XML."""
    return name.endswith((".xml", ".rels", ".vml"))


def unpacked(content: bytes, name: str) -> dict[str, bytes]:
    """Give the parts of a package by their names.

    Raises:
        UnreadableError: it is damaged, protected, larger than the limits, or could make a reader fetch or blow up.
    """
    try:
        with ZipFile(BytesIO(content)) as packed:
            infos = [each for each in packed.infolist() if not each.is_dir()]
            _refuse_strange(infos, name)
            parts = {each.filename: _read(packed, each, name) for each in infos}
    except (BadZipFile, OSError, EOFError, NotImplementedError, RuntimeError, ValueError) as error:
        raise UnreadableError(
            f"{name} cannot be read: it is damaged, protected by a password, or another kind of file. "
            "Save it again as .docx or .pptx without a password."
        ) from error
    if TYPES not in parts:
        raise UnreadableError(f"{name} is no Word or PowerPoint file. Save it as .docx or .pptx.")
    return parts


def packed(parts: Mapping[str, bytes]) -> bytes:
    """Make a package of its parts; the same parts give the same bytes."""
    stream = BytesIO()
    with ZipFile(stream, "w", ZIP_DEFLATED) as file:
        for name in sorted(parts, key=lambda each: (each != TYPES, each)):
            info = ZipInfo(name, _FIRST_DAY)
            info.compress_type, info.create_system = ZIP_DEFLATED, 0
            file.writestr(info, parts[name])
    return stream.getvalue()


def without_traces(parts: Mapping[str, bytes], moment: str) -> dict[str, bytes]:
    """Give parts that say nothing of the program, machine or minute they were made by; `moment` is ISO 8601."""
    kept = {name: part for name, part in parts.items() if name != THUMBNAIL}
    for name, part in kept.items():
        if name.endswith(".xlsx"):
            kept[name] = packed(without_traces(unpacked(part, name), moment))
    if APP in kept:
        kept[APP] = _APP
    if CORE in kept:
        kept[CORE] = _MOMENT.sub(rb"\g<1>" + moment.encode() + rb"\g<2>", kept[CORE])
    for name in ("_rels/.rels", TYPES):
        kept[name] = _without_thumbnail(kept[name])
    return kept


def _without_thumbnail(part: bytes) -> bytes:
    return re.sub(rb"<Relationship [^>]*thumbnail[^>]*/>", b"", part)


def _refuse_strange(infos: list[ZipInfo], name: str) -> None:
    names = [each.filename for each in infos]
    outside = any(each.startswith(("/", "\\")) or ".." in each.split("/") or "\\" in each for each in names)
    total = sum(each.file_size for each in infos)
    if outside or len(set(map(str.casefold, names))) < len(names):
        raise UnreadableError(f"{name} is not built as a Word or PowerPoint file is. Save it again from the program.")
    if len(names) > _MOST_PARTS or total > _MOST_BYTES:
        raise UnreadableError(f"{name} unpacks to more than a document holds. Make a smaller one, with fewer pictures.")


def _read(packed_file: ZipFile, info: ZipInfo, name: str) -> bytes:
    """Read one part; what its head says of its length is not believed."""
    most = _MOST_XML if is_xml(info.filename) else _MOST_BYTES
    with packed_file.open(info) as part:
        content = part.read(most + 1)
    if len(content) > most:
        raise UnreadableError(f"{name} unpacks to more than a document holds. Make a smaller one, with fewer pictures.")
    if is_xml(info.filename) and (_DEFINES.search(content) or content.startswith(_WIDE_MARKS)):
        raise UnreadableError(
            f"{name} holds definitions that no Word or PowerPoint file has. Save it again from there."
        )
    return content
