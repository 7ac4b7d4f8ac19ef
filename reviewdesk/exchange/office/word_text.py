"""Text of a Word document: runs, paragraphs and tables as XML, each with the direction it is read in."""

import re
from collections.abc import Iterator, Sequence
from typing import Final
from xml.sax.saxutils import escape, quoteattr

from reviewdesk.domain.gate import begins_right_to_left
from reviewdesk.domain.outline import Cell, Grid, Line, line, own, text_of

_FROM_THE_RIGHT: Final = re.compile(
    "([\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff]+"
    "(?:[\\s\u00a0.,:;!?()\"'-]+[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]+)*)"
)
_LONGEST_WHOLE_ROW: Final = 700


def directions(text: str) -> Iterator[tuple[str, bool]]:
    """Cut a text where its direction changes; True is read from the right."""
    for place, piece in enumerate(_FROM_THE_RIGHT.split(text)):
        if piece:
            yield piece, place % 2 == 1


def runs(line: Line, style: str = "") -> str:
    """Write a line as runs, in a style of characters where one is given."""
    return "".join(_run(text, style, from_right) for each in line for text, from_right in directions(each.text))


def _run(text: str, style: str, from_right: bool) -> str:  # noqa: FBT001 - one of two directions
    look = (f'<w:rStyle w:val="{style}"/>' if style else "") + ("<w:rtl/>" if from_right else "")
    properties = f"<w:rPr>{look}</w:rPr>" if look else ""
    lines = (f'<w:t xml:space="preserve">{escape(each)}</w:t>' for each in text.split("\n"))
    return f"<w:r>{properties}{'<w:br/>'.join(lines)}</w:r>"


def paragraph(line: Line, style: str, *, look: str = "", keep: str = "", rest: str = "") -> str:
    """Write a line as a paragraph of a style; `keep` and `rest` are what else its properties say."""
    bidi = "<w:bidi/>" if begins_right_to_left(text_of(line)) else ""
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{keep}{bidi}{rest}</w:pPr>{runs(line, look)}</w:p>'


def table(style: str, widths: Sequence[int], rows: Sequence[str], *, caption: str = "", has_heads: bool = False) -> str:
    """Write rows as a table; `caption` is what is said of it to who cannot see it, widths are twentieths of a point."""
    flags = "0620" if has_heads else "0600"
    look = f'<w:tblLook w:val="{flags}" w:firstRow="{int(has_heads)}" w:noHBand="1" w:noVBand="1"/>'
    said = f"<w:tblCaption w:val={quoteattr(caption)}/>" if caption else ""
    grid = "".join(f'<w:gridCol w:w="{each}"/>' for each in widths)
    return (
        f'<w:tbl><w:tblPr><w:tblStyle w:val="{style}"/><w:tblW w:w="{sum(widths)}" w:type="dxa"/>'
        f'<w:tblLayout w:type="fixed"/>{look}{said}</w:tblPr><w:tblGrid>{grid}</w:tblGrid>{"".join(rows)}</w:tbl>'
    )


def row(
    cells: Sequence[str],
    widths: Sequence[int],
    *,
    is_head: bool = False,
    stays_whole: bool = True,
    is_flush: bool = False,
) -> str:
    """Write a row; a head is repeated on every page, and a row stays whole where it is not long.

    The last cell of a `flush` row ends where the text of the page ends.
    """
    edge = ["", '<w:tcMar><w:right w:w="0" w:type="dxa"/></w:tcMar>'][is_flush]
    edges = [*[""] * (len(cells) - 1), edge]
    head = "<w:tblHeader/>" if is_head else ""
    whole = "<w:cantSplit/>" if stays_whole else ""
    inside = "".join(
        f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{last}</w:tcPr>{cell}</w:tc>'
        for cell, width, last in zip(cells, widths, edges, strict=True)
    )
    return f"<w:tr><w:trPr>{whole}{head}</w:trPr>{inside}</w:tr>"


def grid_table(grid: Grid, width: int, caption: str) -> str:
    """Write a table of an outline over the whole width of the text."""
    widths = shares_of(width, [each.share for each in grid.columns])
    rights = ["right" if each.right else "" for each in grid.columns]
    heads = [paragraph(line(own(each.heading)), "TableHeading", rest=_side(each.right)) for each in grid.columns]
    rows = [row(heads, widths, is_head=True, is_flush=True)] if grid.has_heads else []
    for each in grid.rows:
        cells = [_cell(cell, side) for cell, side in zip(each, rights, strict=True)]
        long = max(len(text_of(cell.line)) for cell in each) > _LONGEST_WHOLE_ROW
        rows.append(row(cells, widths, stays_whole=not long, is_flush=True))
    return table("ReviewTable", widths, rows, caption=caption, has_heads=grid.has_heads)


def shares_of(width: int, shares: Sequence[int]) -> list[int]:
    """Cut a width into shares that make it up again."""
    cut = [width * each // sum(shares) for each in shares]
    cut[0] += width - sum(cut)
    return cut


def _side(right: bool) -> str:  # noqa: FBT001 - one of two sides
    return '<w:jc w:val="right"/>' if right else ""


def _cell(cell: Cell, side: str) -> str:
    look = f"State{cell.tone.value.title()}" if cell.tone else "Quiet" if cell.quiet else ""
    return paragraph(cell.line, "TableText", look=look, rest=_side(side == "right"))
