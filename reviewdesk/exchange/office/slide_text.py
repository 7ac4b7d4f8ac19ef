"""Text and tables of a slide as XML, each paragraph with the direction it is read in."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final
from xml.sax.saxutils import escape

from reviewdesk.domain.gate import begins_right_to_left
from reviewdesk.domain.outline import Cell, Grid, Line, line, own, text_of
from reviewdesk.domain.summary import Tone
from reviewdesk.exchange.office.slide_plan import CELL, CELL_PAD, HEAD, LINE, ROW_PAD, row_height, widths_of
from reviewdesk.exchange.office.word_styles import HAIRLINE, TONES

NAMESPACES: Final = (
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main"'
)
QUIET: Final = '<a:schemeClr val="accent3"/>'
FIRST: Final = '<a:schemeClr val="tx2"/>'
SECOND: Final = '<a:schemeClr val="accent2"/>'
_EMU: Final = 12_700
_PLAIN_TABLE: Final = "{2D5ABB26-0587-4C30-8999-92F81FD0307C}"


@dataclass(frozen=True, slots=True)
class Ink:
    """The size of text in points, its weight, and its colour where it is not the usual one."""

    size: float = 0
    bold: bool = False
    shade: str = ""


def emu(points: float) -> int:
    """Give points as PowerPoint counts lengths."""
    return round(points * _EMU)


def paragraph(line: Line, locale: str, ink: Ink | None = None, *, look: str = "", bullet: str = "") -> str:
    """Write a line as a paragraph; `look` are attributes of it, `bullet` what stands before it."""
    ink = ink or Ink()
    from_right = begins_right_to_left(text_of(line))
    sides = ' algn="r" rtl="1"' if from_right else ""
    look = look.replace(' algn="r"', "") if from_right else look
    properties = f"<a:pPr{look}{sides}>{bullet}</a:pPr>"
    end = f'<a:endParaRPr lang="{locale}"{_size(ink)}/>' if not line else ""
    return f"<a:p>{properties}{''.join(_runs(line, locale, ink))}{end}</a:p>"


def shade(value: str) -> str:
    """Give a fixed colour."""
    return f'<a:srgbClr val="{value}"/>'


def _size(ink: Ink) -> str:
    return f' sz="{round(ink.size * 100)}"' if ink.size else ""


def _runs(line: Line, locale: str, ink: Ink) -> Iterator[str]:
    fill = f"<a:solidFill>{ink.shade}</a:solidFill>" if ink.shade else ""
    look = f'lang="{locale}"{_size(ink)}{" b=" + chr(34) + "1" + chr(34) if ink.bold else ""}'
    for each in line:
        for number, text in enumerate(each.text.split("\n")):
            if number:
                yield f"<a:br><a:rPr {look}/></a:br>"
            if text:
                yield f"<a:r><a:rPr {look}>{fill}</a:rPr><a:t>{escape(text)}</a:t></a:r>"


def table_xml(grid: Grid, width: float, locale: str, scale: float) -> str:
    """Write a table with hairlines and a head."""
    widths = widths_of(grid, width)
    columns = "".join(f'<a:gridCol w="{emu(each)}"/>' for each in widths)
    rows = [_head(grid, locale, scale)] if grid.has_heads else []
    for row in grid.rows:
        cells = (_cell(cell, column.right, locale, scale) for cell, column in zip(row, grid.columns, strict=True))
        rows.append(f'<a:tr h="{emu(row_height(grid, row, width, scale))}">{"".join(cells)}</a:tr>')
    first = ' firstRow="1"' if grid.has_heads else ""
    return (
        f"<a:tbl {NAMESPACES}><a:tblPr{first}><a:tableStyleId>{_PLAIN_TABLE}</a:tableStyleId></a:tblPr>"
        f"<a:tblGrid>{columns}</a:tblGrid>{''.join(rows)}</a:tbl>"
    )


def _head(grid: Grid, locale: str, scale: float) -> str:
    ink = Ink(HEAD * scale, bold=True, shade=QUIET)
    cells = (
        _tc(paragraph(line(own(each.heading)), locale, ink, look=_side(each.right)), FIRST, 12_700, scale)
        for each in grid.columns
    )
    return f'<a:tr h="{emu((HEAD * LINE + ROW_PAD) * scale)}">{"".join(cells)}</a:tr>'


def _side(right: bool) -> str:  # noqa: FBT001 - one of two sides
    return ' algn="r"' if right else ""


def _cell(cell: Cell, right: bool, locale: str, scale: float) -> str:  # noqa: FBT001 - one of two sides
    ink = Ink(CELL * scale, bold=cell.tone is not None, shade=_shade(cell.tone, quiet=cell.quiet))
    return _tc(paragraph(cell.line, locale, ink, look=_side(right)), shade(HAIRLINE), 6_350, scale)


def _shade(tone: Tone | None, *, quiet: bool) -> str:
    return shade(TONES[tone]) if tone else QUIET if quiet else ""


def _tc(inside: str, rule: str, thick: int, scale: float) -> str:
    none = "".join(f'<a:ln{side} w="0"><a:noFill/></a:ln{side}>' for side in "LRT")
    below = f'<a:lnB w="{thick}"><a:solidFill>{rule}</a:solidFill></a:lnB>'
    pad = emu(ROW_PAD * scale / 2)
    edges = f'marL="0" marR="{emu(CELL_PAD)}" marT="{pad}" marB="{pad}"'
    return (
        f"<a:tc><a:txBody><a:bodyPr/><a:lstStyle/>{inside}</a:txBody>"
        f"<a:tcPr {edges}>{none}{below}<a:noFill/></a:tcPr></a:tc>"
    )
