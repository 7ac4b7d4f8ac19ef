"""The contents of a slide as shapes: text in placeholders, tables, panels, figures, pictures."""

from collections.abc import Iterator, Sequence
from io import BytesIO
from typing import Any, Final

from pptx.enum.shapes import MSO_SHAPE
from pptx.oxml import parse_xml
from pptx.presentation import Presentation as Slides
from pptx.util import Pt

from reviewdesk.domain.outline import Chart, Figures, Grid, Line, Panels, Prose, line, own, own_words, text_of
from reviewdesk.exchange.office.measure import width_of
from reviewdesk.exchange.office.slide_base import ROOM, TITLE_SIZE, WIDE
from reviewdesk.exchange.office.slide_charts import draw
from reviewdesk.exchange.office.slide_plan import (
    CELL,
    FIGURE,
    GAP,
    INDENT,
    INSET,
    ITEM,
    ITEM_GAP,
    LABEL,
    LEAD,
    LEAD_GAP,
    SMALL,
    Items,
    Label,
    Placed,
    panel_width,
)
from reviewdesk.exchange.office.slide_text import (
    FIRST,
    NAMESPACES,
    QUIET,
    SECOND,
    Ink,
    emu,
    paragraph,
    table_xml,
)

_BROKEN: Final = (OSError, ValueError, KeyError)
_LONG: Final = 2


class SlideWriting:
    """Slides that are being written, and which of their words are our own beside those of the outline."""

    def __init__(self, slides: Slides, locale: str) -> None:
        self.slides, self.locale = slides, locale
        self.own: list[str] = []

    def say(self, said: Line) -> None:
        """Note the own words of a line that stands on a slide once more than in the outline."""
        self.own += own_words((said,))

    def title(self, slide: Any, said: Line) -> None:  # noqa: ANN401 - of the library
        """Set the title of a slide, smaller where it is long."""
        wide = width_of(text_of(said), TITLE_SIZE) / ROOM
        size = TITLE_SIZE if wide <= _LONG else 16
        fill(slide.shapes.title, [paragraph(said, self.locale, Ink(size, bold=True) if size != TITLE_SIZE else None)])

    def blocks(self, slide: Any, blocks: Sequence[Placed], said: str) -> None:  # noqa: ANN401 - of the library
        """Set contents where they were placed; the first text takes the placeholder for text."""
        body = slide.placeholders[1]
        for each in blocks:
            if isinstance(each.block, Items | Prose):
                target = body if body is not None else _text_box(slide, each)
                _move(target, each)
                fill(target, list(self._paragraphs(each.block, each.scale)))
                body = None
            else:
                self._shape(slide, each, said)
        if body is not None:
            body.element.getparent().remove(body.element)

    def picture(self, slide: Any, content: bytes, place: tuple[int, int, int, int], said: str) -> None:  # noqa: ANN401
        """Set a picture into a place, at the right of one in the right half; one that is broken is left out."""
        left, top, width, height = place
        try:
            shape = slide.shapes.add_picture(BytesIO(content), Pt(left), Pt(top), height=Pt(height))
        except _BROKEN:
            return
        if shape.width > Pt(width):
            shape.height, shape.width = int(shape.height * Pt(width) / shape.width), Pt(width)
        if left + width > WIDE / 2:
            shape.left = Pt(left + width) - shape.width
        properties = shape._element.nvPicPr.cNvPr  # noqa: SLF001 - the library has no other way to it
        properties.set("descr", said)
        properties.set("name", "Logo")

    def _shape(self, slide: Any, placed: Placed, said: str) -> None:  # noqa: ANN401 - of the library
        block = placed.block
        if isinstance(block, Label):
            ink = Ink(LABEL, bold=True, shade=FIRST)
            fill(_text_box(slide, placed), [paragraph(block.line, self.locale, ink)])
        elif isinstance(block, Grid):
            self._table(slide, placed, block, said)
        elif isinstance(block, Chart):
            self.own += draw(slide, block, placed, self.locale)
        elif isinstance(block, Panels):
            for each, (label, text) in zip(_beside(placed, block), block.items, strict=True):
                self._panel(slide, each, label, text)
        elif isinstance(block, Figures):
            for each, figure in zip(_beside(placed, block), block.items, strict=True):
                lines = (
                    (figure.value, Ink(FIGURE, bold=True)), (figure.caption, Ink(CELL * each.scale)),
                    (figure.note, Ink(SMALL * each.scale, shade=QUIET)),
                )  # fmt: skip
                fill(_text_box(slide, each), [paragraph(text, self.locale, ink) for text, ink in lines if text])

    def _table(self, slide: Any, placed: Placed, grid: Grid, said: str) -> None:  # noqa: ANN401 - of the library
        frame = slide.shapes.add_table(1, 1, Pt(placed.left), Pt(placed.top), Pt(placed.width), Pt(placed.height))
        table = frame._element.graphic.graphicData.tbl  # noqa: SLF001 - the library has no other way to it
        table.getparent().replace(table, parse_xml(table_xml(grid, placed.width, self.locale, placed.scale)))
        frame._element.nvGraphicFramePr.cNvPr.set("descr", said)  # noqa: SLF001 - the same
        self.own += [said, *(each.heading for each in grid.columns if grid.has_heads)]

    def _panel(self, slide: Any, placed: Placed, label: str, text: Line) -> None:  # noqa: ANN401 - of the library
        shape = slide.shapes.add_shape(
            MSO_SHAPE.RECTANGLE, Pt(placed.left), Pt(placed.top), Pt(placed.width), Pt(placed.height)
        )
        for style in shape._element.findall("{*}style"):  # noqa: SLF001 - the library has no other way to it
            shape._element.remove(style)  # noqa: SLF001 - the same
        properties = shape._element.spPr  # noqa: SLF001 - the same
        for each in ('<a:solidFill {}><a:schemeClr val="bg2"/></a:solidFill>', "<a:ln {}><a:noFill/></a:ln>"):
            properties.append(parse_xml(each.format(NAMESPACES)))
        shape.text_frame.margin_left = shape.text_frame.margin_right = Pt(INSET)
        shape.text_frame.margin_top = shape.text_frame.margin_bottom = Pt(INSET)
        heading = paragraph(line(own(label)), self.locale, Ink(SMALL, bold=True, shade=FIRST))
        fill(shape, [heading, paragraph(text, self.locale, Ink((CELL + 2) * placed.scale))], anchor="t")

    def _paragraphs(self, block: Items | Prose, scale: float) -> Iterator[str]:
        if isinstance(block, Prose):
            ink = Ink(SMALL, shade=QUIET) if block.is_small else Ink(LEAD * scale)
            look = f"{_after(2 if block.is_small else LEAD_GAP * scale)}<a:buNone/>"
            for each in block.lines:
                yield paragraph(each, self.locale, ink, look=' marL="0" indent="0"', bullet=look)
            return
        for at, each in enumerate(block.lines):
            hangs = not (block.goes_on and at == 0)
            look = f' marL="{emu(INDENT)}" indent="{-emu(INDENT) if hangs else 0}"'
            mark = f"{_after(ITEM_GAP * scale)}{_mark(block) if hangs else '<a:buNone/>'}"
            yield paragraph(each, self.locale, Ink(ITEM * scale), look=look, bullet=mark)


def _mark(block: Items) -> str:
    if block.numbered:
        number = f'<a:buFont typeface="+mj-lt"/><a:buAutoNum type="arabicPlain" startAt="{block.first}"/>'
        return f"<a:buClr>{SECOND}</a:buClr>{number}"
    return f'<a:buClr>{QUIET}</a:buClr><a:buFont typeface="Arial"/><a:buChar char="•"/>'


def fill(shape: Any, paragraphs: Sequence[str], *, anchor: str = "") -> None:  # noqa: ANN401 - of the library
    """Put paragraphs into a shape in place of what stands there."""
    body = shape.text_frame._txBody  # noqa: SLF001 - the library has no other way to it
    for each in list(body.p_lst):
        body.remove(each)
    body.extend(list(parse_xml(f"<a:x {NAMESPACES}>{''.join(paragraphs)}</a:x>")))
    if anchor:
        body.bodyPr.set("anchor", anchor)


def _after(points: float) -> str:
    return (
        '<a:lnSpc><a:spcPct val="100000"/></a:lnSpc><a:spcBef><a:spcPts val="0"/></a:spcBef>'
        f'<a:spcAft><a:spcPts val="{round(points * 100)}"/></a:spcAft>'
    )


def _text_box(slide: Any, placed: Placed) -> Any:  # noqa: ANN401 - of the library
    box = slide.shapes.add_textbox(Pt(placed.left), Pt(placed.top), Pt(placed.width), Pt(placed.height))
    frame = box.text_frame
    frame.word_wrap = True
    frame.margin_left = frame.margin_right = frame.margin_top = frame.margin_bottom = 0
    return box


def _move(shape: Any, placed: Placed) -> None:  # noqa: ANN401 - of the library
    shape.left, shape.top, shape.width, shape.height = map(Pt, (placed.left, placed.top, placed.width, placed.height))


def _beside(placed: Placed, block: Panels | Figures) -> Iterator[Placed]:
    width = panel_width(block, placed.width)
    for at in range(len(block.items)):
        yield Placed(block, placed.left + at * (width + GAP), placed.top, width, placed.height, placed.scale)
