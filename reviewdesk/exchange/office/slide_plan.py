"""What stands on which slide, where, and how high: what does not fit goes on to another one."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from reviewdesk.domain.outline import (
    Cell,
    Chart,
    Content,
    Figures,
    Grid,
    Line,
    Listing,
    Panels,
    Prose,
    Said,
    joined,
    own,
    text_of,
)
from reviewdesk.exchange.office.measure import lines_in
from reviewdesk.exchange.office.slide_base import BOTTOM, MARGIN, ROOM, TOP

GAP: Final = 18.0
LABEL_GAP: Final = 8.0
SCALES: Final = (1.4, 1.25, 1.1, 1.0)
INDENT: Final = 24.0
INSET: Final = 14.0
ROW_PAD: Final = 10.0
CELL_PAD: Final = 16.0
LINE: Final = 1.2
ITEM, LEAD, CELL, HEAD, SMALL, FIGURE, LABEL = 18.0, 20.0, 13.0, 11.0, 12.0, 26.0, 16.0
ITEM_GAP, LEAD_GAP = 8.0, 12.0
_CHART: Final = 330.0
_LEAST: Final = 60.0


@dataclass(frozen=True, slots=True)
class Items:
    """Items of a list from one number on; the first may be the rest of one that began on the slide before."""

    lines: tuple[Line, ...]
    numbered: bool
    first: int = 1
    goes_on: bool = False


@dataclass(frozen=True, slots=True)
class Label:
    """A heading within a slide."""

    line: Line


Block = Content | Items | Label


@dataclass(frozen=True, slots=True)
class Placed:
    """A content and where it stands on its slide, in points."""

    block: Block
    left: float
    top: float
    width: float
    height: float
    scale: float = 1.0


@dataclass(frozen=True, slots=True)
class PlannedSlide:
    """One slide; `number` counts those of one title."""

    title: Line
    blocks: tuple[Placed, ...]
    number: int = 1


def flow(title: Line, contents: Sequence[Block]) -> Iterator[PlannedSlide]:
    """Set contents below each other, as large as they fit on one slide, else on as many slides as they need."""
    blocks = [one for each in contents for one in _that_can_be_cut(_as_items(each))]
    for scale in SCALES:
        placed = list(stacked(blocks, scale))
        if placed and bottom_of(placed) <= BOTTOM:
            yield PlannedSlide(title, tuple(placed))
            return
    yield from _over_slides(title, blocks)


def _that_can_be_cut(block: Block) -> Iterator[Block]:
    """Give texts that stand beside each other below each other where they are higher than a slide."""
    if not isinstance(block, Panels | Figures) or height_of(block, ROOM) <= BOTTOM - TOP:
        yield block
    elif isinstance(block, Panels):
        for label, text in block.items:
            yield from (Label((own(label),)), Prose((text,)))
    else:
        lines = (joined((each.value, each.caption, each.note), " · ") for each in block.items)
        yield Items(tuple(lines), numbered=False)


def stacked(blocks: Sequence[Block], scale: float = 1.0, top: float = TOP) -> Iterator[Placed]:
    """Place contents below each other, wherever the last one ends."""
    for each in map(_as_items, blocks):
        height = height_of(each, ROOM, scale)
        yield Placed(each, MARGIN, top, ROOM, height, scale)
        top += height + (LABEL_GAP if isinstance(each, Label) else GAP)


def bottom_of(placed: Sequence[Placed]) -> float:
    """Give where the lowest of some contents ends."""
    return max(each.top + each.height for each in placed)


def _over_slides(title: Line, contents: Sequence[Block]) -> Iterator[PlannedSlide]:
    queue, blocks, number = list(contents), list[Placed](), 1
    while queue:
        block = queue.pop(0)
        top = bottom_of(blocks) + GAP if blocks else float(TOP)
        first, rest = _cut(block, BOTTOM - top, must=not blocks)
        if first is not None:
            blocks.append(Placed(first, MARGIN, top, ROOM, height_of(first, ROOM)))
        if rest is not None:
            yield PlannedSlide(title, tuple(blocks), number)
            blocks, number = [], number + 1
            queue.insert(0, rest)
    if blocks:
        yield PlannedSlide(title, tuple(blocks), number)


def height_of(block: Block, width: float, scale: float = 1.0) -> float:
    """Give how high a content is in a width, with its text this much larger than usual."""
    if isinstance(block, Items):
        size, gap = ITEM * scale, ITEM_GAP * scale
        return sum(_lines(each, size, width - INDENT) * size * LINE + gap for each in block.lines)
    if isinstance(block, Prose):
        size, gap = (SMALL, 2.0) if block.is_small else (LEAD * scale, LEAD_GAP * scale)
        return sum(_lines(each, size, width) * size * LINE + gap for each in block.lines)
    if isinstance(block, Grid):
        return _head(block, scale) + sum(row_height(block, each, width, scale) for each in block.rows)
    if isinstance(block, Panels):
        room, size = panel_width(block, width) - 2 * INSET, (CELL + 2) * scale
        return max(_lines(text, size, room) for _, text in block.items) * size * LINE + SMALL * LINE + 2 * INSET
    if isinstance(block, Figures):
        return _figures_height(block, width, scale)
    return _CHART if isinstance(block, Chart) else LABEL * LINE


def panel_width(block: Panels | Figures, width: float) -> float:
    """Give how wide each of a few texts beside each other is."""
    count = len(block.items)
    return (width - GAP * (count - 1)) / count


def widths_of(grid: Grid, width: float) -> list[float]:
    """Give how wide the columns of a table are."""
    return [width * each.share / sum(one.share for one in grid.columns) for each in grid.columns]


def row_height(grid: Grid, row: tuple[Cell, ...], width: float, scale: float = 1.0) -> float:
    """Give how high a row of a table is."""
    size = CELL * scale
    rooms = [each - CELL_PAD for each in widths_of(grid, width)]
    return (
        max(_lines(cell.line, size, room) for cell, room in zip(row, rooms, strict=True)) * size * LINE
        + ROW_PAD * scale
    )


def _figures_height(block: Figures, width: float, scale: float) -> float:
    room = panel_width(block, width) - 8
    return max(
        (_lines(each.value, FIGURE, room) * FIGURE * LINE if each.value else 0)
        + _lines(each.caption, CELL * scale, room) * CELL * scale * LINE
        + (SMALL * scale * LINE if each.note else 0)
        + 8
        for each in block.items
    )


def _head(grid: Grid, scale: float = 1.0) -> float:
    return (HEAD * LINE + ROW_PAD) * scale if grid.has_heads else 0.0


def _lines(line: Line, size: float, room: float) -> int:
    return len(lines_in(text_of(line), size, room)) if line else 1


def _as_items(content: Block) -> Block:
    return Items(content.lines, content.numbered) if isinstance(content, Listing) else content


def _cut(block: Block, room: float, *, must: bool) -> tuple[Block | None, Block | None]:
    """Give what fits into a height, and the rest; what `must` begin here is cut within its text."""
    if height_of(block, ROOM) <= room or (must and not isinstance(block, Items | Prose | Grid)):
        return block, None
    if room < _LEAST or not isinstance(block, Items | Prose | Grid):
        return None, block
    if isinstance(block, Grid):
        return _cut_grid(block, room, must=must)
    return _cut_lines(block, room, must=must)


def _cut_grid(grid: Grid, room: float, *, must: bool) -> tuple[Block | None, Block | None]:
    used, count = _head(grid), 0
    for row in grid.rows:
        used += row_height(grid, row, ROOM)
        if used > room:
            break
        count += 1
    if count:
        return replace(grid, rows=grid.rows[:count]), replace(grid, rows=grid.rows[count:])
    if not must:
        return None, grid
    first, rest = _cut_row(grid, grid.rows[0], room - _head(grid))
    return replace(grid, rows=(first,)), replace(grid, rows=(rest, *grid.rows[1:]))


def _cut_row(grid: Grid, row: tuple[Cell, ...], room: float) -> tuple[tuple[Cell, ...], tuple[Cell, ...]]:
    count = max(1, int((room - ROW_PAD) / (CELL * LINE)))
    cut = [
        cut_line(cell.line, CELL, width - CELL_PAD, count)
        for cell, width in zip(row, widths_of(grid, ROOM), strict=True)
    ]
    upper = tuple(replace(cell, line=first) for cell, (first, _) in zip(row, cut, strict=True))
    return upper, tuple(replace(cell, line=rest) for cell, (_, rest) in zip(row, cut, strict=True))


def _cut_lines(block: Items | Prose, room: float, *, must: bool) -> tuple[Block | None, Block | None]:
    size, gap, width = (ITEM, ITEM_GAP, ROOM - INDENT) if isinstance(block, Items) else (LEAD, LEAD_GAP, float(ROOM))
    used, count = 0.0, 0
    for each in block.lines:
        used += _lines(each, size, width) * size * LINE + gap
        if used > room:
            break
        count += 1
    if count:
        return replace(block, lines=block.lines[:count]), _rest(block, block.lines[count:], count)
    if not must:
        return None, block
    first, rest = cut_line(block.lines[0], size, width, max(1, int(room / (size * LINE))))
    going_on = _rest(block, (rest, *block.lines[1:]), 0)
    if isinstance(going_on, Items):
        going_on = replace(going_on, goes_on=True)
    return replace(block, lines=(first,)), going_on


def _rest(block: Items | Prose, lines: tuple[Line, ...], done: int) -> Items | Prose:
    if isinstance(block, Items):
        return replace(block, lines=lines, first=block.first + done, goes_on=False)
    return replace(block, lines=lines)


def cut_line(line: Line, size: float, room: float, count: int) -> tuple[Line, Line]:
    """Cut a text behind so many of its lines."""
    at = sum(map(len, lines_in(text_of(line), size, room)[:count]))
    upper: list[Said] = []
    lower: list[Said] = []
    for each in line:
        upper += [Said(each.text[:at], each.own)] if each.text[:at] else []
        lower += [Said(each.text[at:], each.own)] if each.text[at:] else []
        at = max(0, at - len(each.text))
    return tuple(upper), tuple(lower)
