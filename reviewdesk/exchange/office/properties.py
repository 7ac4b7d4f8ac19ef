"""What a Word or PowerPoint file says of itself: title, author, language and a day; no user, machine or path."""

import re
from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Final, Protocol
from xml.sax.saxutils import escape

from reviewdesk.domain.outline import Outline, text_of
from reviewdesk.exchange.office.package import CORE, TYPES
from reviewdesk.exchange.office.word_styles import LOCALES

_CUSTOM: Final = "docProps/custom.xml"


class Properties(Protocol):
    """The properties of a file as either library has them."""

    title: str
    subject: str
    author: str
    language: str
    comments: str
    keywords: str
    category: str
    last_modified_by: str
    revision: int
    created: datetime
    modified: datetime


def describe(properties: Properties, outline: Outline) -> None:
    """Set the properties of a file."""
    properties.title = outline.title[:255]
    properties.subject = text_of(outline.subtitle)[:255]
    properties.author = outline.author[:255]
    properties.language = LOCALES.get(outline.language, "en-GB")
    properties.comments = properties.keywords = properties.category = properties.last_modified_by = ""
    properties.revision = 1
    properties.created = properties.modified = datetime(*outline.made_on, tzinfo=UTC).replace(tzinfo=None)


def moment_of(outline: Outline) -> str:
    """Give the moment a file says it was made at: the beginning of its day."""
    year, month, day = outline.made_on
    return f"{year:04}-{month:02}-{day:02}T00:00:00Z"


def with_core(parts: Mapping[str, bytes], outline: Outline | None) -> dict[str, bytes]:
    """Give the parts of a template with properties that say whose document it is now, and nothing of who made it."""
    kept = {name: part for name, part in parts.items() if name != _CUSTOM}
    for name in ("_rels/.rels", TYPES):
        kept[name] = re.sub(rb"<(?:Relationship|Override) [^>]*docProps/custom\.xml[^>]*/>", b"", kept[name])
    if CORE in kept:
        kept[CORE] = _core(outline).encode()
    return kept


def _core(outline: Outline | None) -> str:
    said = ""
    if outline is not None:
        moment = moment_of(outline)
        when = "".join(
            f'<dcterms:{each} xsi:type="dcterms:W3CDTF">{moment}</dcterms:{each}>' for each in ("created", "modified")
        )
        said = (
            f"<dc:title>{escape(outline.title[:255])}</dc:title><dc:creator>{escape(outline.author[:255])}</dc:creator>"
            f"<dc:language>{LOCALES.get(outline.language, 'en-GB')}</dc:language>{when}"
        )
    return (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<cp:coreProperties xmlns:cp="http://schemas.'
        'openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" '
        'xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
        f"{said}</cp:coreProperties>"
    )
