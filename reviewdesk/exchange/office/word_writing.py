"""A document as a Word file: real styles, tables that repeat their heads, page numbers as fields."""

from collections.abc import Iterator
from functools import cache
from io import BytesIO
from typing import Any, Final

from docx import Document
from docx.document import Document as WordDocument
from docx.oxml import parse_xml
from docx.shared import Twips

from reviewdesk.domain.book import PaperSize
from reviewdesk.domain.outline import (
    Chart,
    Content,
    Figures,
    Grid,
    Listing,
    Outline,
    Panels,
    Prose,
    own,
    own_words,
    text_of,
)
from reviewdesk.exchange.markdown_writing import own_of
from reviewdesk.exchange.office.charts_as_tables import as_grid
from reviewdesk.exchange.office.package import packed, unpacked, without_traces
from reviewdesk.exchange.office.properties import describe, moment_of
from reviewdesk.exchange.office.word_frame import frame, own_of_frame
from reviewdesk.exchange.office.word_styles import NAMESPACE, fonts_xml, numbering_xml, styles_xml
from reviewdesk.exchange.office.word_text import grid_table, paragraph, row, shares_of, table
from reviewdesk.exchange.written import Written

PAPERS: Final = {PaperSize.A4: (11906, 16838), PaperSize.LETTER: (12240, 15840)}
MARGIN: Final = 1020
_SETTINGS: Final = (
    f'<w:settings {NAMESPACE}><w:zoom w:percent="100"/><w:compat><w:compatSetting w:name="compatibilityMode" '
    'w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat></w:settings>'
)
_DROPPED: Final = frozenset({"stylesWithEffects", "customXml", "webSettings", "thumbnail"})


def word_of(outline: Outline) -> Written:
    """Write an outline as a Word file; the same outline gives the same bytes."""
    document = Document(BytesIO(_blank()))
    _restyle(document, outline)
    width = PAPERS[outline.branding.paper][0] - 2 * MARGIN
    body = document.element.body
    section = body.sectPr
    for each in list(body):
        if each is not section:
            body.remove(each)
    written = "".join(_body(outline, width))
    for each in list(parse_xml(f"<w:body {NAMESPACE}>{written}</w:body>")):
        section.addprevious(each)
    frame(document, outline, width)
    describe(document.core_properties, outline)
    stream = BytesIO()
    document.save(stream)
    parts = without_traces(unpacked(stream.getvalue(), "The document"), moment_of(outline))
    return Written(packed(parts), (*own_of(outline), *_own_of_tables(outline), *own_of_frame(outline)))


@cache
def _blank() -> bytes:
    """Give the library's own empty document without what ours has no use for."""
    document = Document()
    for part in (document.part, document.part.package):
        for id in [each.rId for each in part.rels.values() if each.reltype.rpartition("/")[2] in _DROPPED]:
            part.rels.pop(id)
    document.part.styles.element[:] = []
    stream = BytesIO()
    document.save(stream)
    return stream.getvalue()


def _restyle(document: WordDocument, outline: Outline) -> None:
    _replace(document.styles.element, styles_xml(outline))
    for each in document.part.rels.values():
        kind = each.reltype.rpartition("/")[2]
        if kind == "numbering":
            _replace(each.target_part.element, numbering_xml(outline.branding.accent))
        elif kind == "fontTable":
            each.target_part._blob = fonts_xml().encode()  # noqa: SLF001 - the library has no other way to it
        elif kind == "settings":
            _replace(each.target_part.element, _SETTINGS)
    section = document.sections[0]
    wide, high = PAPERS[outline.branding.paper]
    section.page_width, section.page_height = Twips(wide), Twips(high)
    section.left_margin = section.right_margin = Twips(MARGIN)
    section.top_margin, section.bottom_margin = Twips(1247), Twips(1077)
    section.header_distance = section.footer_distance = Twips(567)


def _replace(element: Any, written: str) -> None:  # noqa: ANN401 - an element of lxml
    element[:] = list(parse_xml(written))


def _body(outline: Outline, width: int) -> Iterator[str]:
    yield paragraph((own(outline.title),), "Title")
    if outline.subtitle:
        yield paragraph(outline.subtitle, "Subtitle")
    yield paragraph(outline.occasion, "Occasion")
    for part in outline.parts:
        if part.heading and part.key != "in short":
            yield paragraph(part.heading, "Heading1")
        said, style = text_of(part.heading), "Lead" if part.key == "in short" else "Normal"
        for content in part.contents:
            yield from _content(content, width, said, style=style, goes_on=content is not part.contents[-1])


def _content(content: Content, width: int, caption: str, *, style: str, goes_on: bool) -> Iterator[str]:
    keep = "<w:keepNext/>" if goes_on else ""
    if isinstance(content, Prose):
        kind = "Caption" if content.is_small else style
        yield from (paragraph(each, kind, keep=keep) for each in content.lines)
    elif isinstance(content, Listing):
        kind = "ListNumber" if content.numbered else "ListBullet"
        yield from (paragraph(each, kind, keep=keep) for each in content.lines)
    elif isinstance(content, Chart):
        yield paragraph((own(content.title),), "Heading2")
        yield from (grid_table(as_grid(content), width, content.title), paragraph((), "Gap"))
        yield paragraph(content.source, "Caption")
    else:
        gap = paragraph((), "Gap")
        yield from (
            (_table(content, width, caption), gap)
            if isinstance(content, Grid)
            else (gap, _table(content, width, caption), gap)
        )


def _table(content: Grid | Panels | Figures, width: int, caption: str) -> str:
    if isinstance(content, Grid):
        return grid_table(content, width, caption)
    widths = shares_of(width, [1] * len(content.items))
    if isinstance(content, Panels):
        panels = [
            paragraph((own(label),), "PanelLabel") + paragraph(text, "TableText") for label, text in content.items
        ]
        return table("ReviewPanels", widths, [row(panels, widths)])
    figures = [
        "".join(
            paragraph(text, style)
            for text, style in ((each.value, "Figure"), (each.caption, "TableText"), (each.note, "Caption"))
            if text
        )
        for each in content.items
    ]
    return table("ReviewFigures", widths, [row(figures, widths)])


def _own_of_tables(outline: Outline) -> Iterator[str]:
    """Give the heads of the tables, and the heading said of each to who cannot see it."""
    for part in outline.parts:
        for each in part.contents:
            grid = as_grid(each) if isinstance(each, Chart) else each
            if isinstance(grid, Grid):
                yield each.title if isinstance(each, Chart) else text_of(part.heading)
                yield from (text for row in grid.rows for text in own_words([row[0].line]) if grid is not each)
                yield from (column.heading for column in grid.columns if grid.has_heads)
