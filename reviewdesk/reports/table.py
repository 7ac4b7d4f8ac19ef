"""Sections of a page: a heading with rows below it, whole or cut between two pages."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import Any, Final, cast

from reportlab.platypus import Flowable

from reviewdesk.reports.boxes import Align, Stack, cut_stack, draw_stack, hairline, height_of, panel
from reviewdesk.reports.paper import Paper

# In points. None of the rules below leaves more of a page empty than a third of the smallest one there is.
TALL: Final = 110.0  # a higher row is cut between two lines
THREE_LINES: Final = 40.0
SLACK: Final = 0.02  # what measuring lets pass, taken off before a page is filled to its edge
KEPT_WHOLE: Final = 170.0  # a section that is not higher moves to the next page as it is, and no more stays empty


@dataclass(frozen=True, slots=True)
class Column:
    """One column: its width in points and the side its text is flush with."""

    width: float
    align: Align = Align.LEFT


@dataclass(frozen=True, slots=True)
class Rows:
    """What a section prints: heading, column heads, rows, and how they are set apart."""

    columns: tuple[Column, ...]
    rows: tuple[tuple[Stack, ...], ...]
    heading: Stack = ()
    heading_again: Stack = ()
    title: str = ""
    head: tuple[Stack, ...] = ()
    gap: float = 14
    pad: float = 5
    ruled: bool = True
    panel: str = ""
    inset: float = 0
    heights: tuple[float, ...] = field(init=False, repr=False)

    def __post_init__(self) -> None:
        """Measure each row once."""
        object.__setattr__(self, "heights", tuple(self.row_height(row) for row in self.rows))

    @property
    def width(self) -> float:
        """How wide all columns are, gaps included."""
        return sum(column.width for column in self.columns) + self.gap * (len(self.columns) - 1)

    @property
    def height(self) -> float:
        """How high everything is together."""
        return self.top + sum(self.heights)

    @property
    def top(self) -> float:
        """How high the heading and the column heads are."""
        heading = height_of(self.heading) + (4 if self.heading else 0)
        return heading + (self.row_height(self.head) if self.head else 0)

    def row_height(self, row: Sequence[Stack]) -> float:
        """Give how high a row is."""
        return max(height_of(cell) for cell in row) + 2 * self.pad + 2 * self.inset

    def cut(self, room: float) -> "tuple[Rows | None, Rows | None]":
        """Give what fits into this height, and the rest with its heads repeated; a heading never stands alone."""
        if self.height <= room + 0.01:
            return self, None
        if self.height <= KEPT_WHOLE or not self.rows:
            return None, self
        count, left = self._fitting(room - self.top)
        if self.heights[count] > TALL and (halves := self._halves(count, left)):
            return halves
        if self._leaves_one_row(count):
            count -= 1
        if count == 0 or self._is_lonely(count):
            return (None, self) if room <= KEPT_WHOLE else self._as_far_as(count, left)
        return replace(self, rows=self.rows[:count]), self._rest(self.rows[count:])

    def _leaves_one_row(self, count: int) -> bool:
        """Say whether the next page would begin with one row alone, which one more can go with."""
        return len(self.rows) - count == 1 and count >= 3 and self.heights[count - 1] <= THREE_LINES + 2 * self.pad

    def _is_lonely(self, count: int) -> bool:
        """Say whether below the heading there would be one row of less than three lines, and more of them later."""
        return count == 1 and len(self.rows) > 2 and self.heights[0] < THREE_LINES + 2 * self.pad

    def _as_far_as(self, count: int, left: float) -> "tuple[Rows | None, Rows | None]":
        """Give what fits where an empty room would be worse: lines of the next row, else the rows there are."""
        halves = self._halves(count, left)
        if halves:
            return halves
        return (replace(self, rows=self.rows[:count]), self._rest(self.rows[count:])) if count else (None, self)

    def draw(self, paper: Paper, x: float, top: float) -> None:
        """Draw everything with its upper left corner here."""
        if self.title:
            paper.bookmark(self.title, top)
        draw_stack(paper, self.heading, x, top, self.width)
        top -= height_of(self.heading) + (4 if self.heading else 0)
        heads = ((self.head, self.row_height(self.head)),) if self.head else ()
        if self.ruled and self.heading and not heads:
            hairline(paper, x, top, self.width)
        for row, height in (*heads, *zip(self.rows, self.heights, strict=True)):
            self._draw_row(paper, row, height, x, top)
            top -= height
            if self.ruled and row is not self.rows[-1]:
                hairline(paper, x, top, self.width)

    def _fitting(self, room: float) -> tuple[int, float]:
        count = 0
        for height in self.heights:
            if height > room + 0.01:
                break
            room -= height
            count += 1
        return count, room

    def _halves(self, place: int, room: float) -> "tuple[Rows, Rows] | None":
        """Cut inside a row, three lines on either side; nothing where there is no room or a cell stays whole."""
        around = 2 * self.pad + 2 * self.inset
        room = min(room - around, self.heights[place] - around - THREE_LINES)
        if room < THREE_LINES - 2:
            return None
        halves = [cut_stack(cell, room) for cell in self.rows[place]]
        if any(cell and not half[0] for cell, half in zip(self.rows[place], halves, strict=True)):
            return None
        upper, lower = tuple(half[0] for half in halves), tuple(half[1] for half in halves)
        above, below = self.rows[:place], self.rows[place + 1 :]
        return replace(self, rows=(*above, upper)), self._rest((lower, *below))

    def _rest(self, rows: tuple[tuple[Stack, ...], ...]) -> "Rows":
        return replace(self, rows=rows, heading=self.heading_again, title="")

    def _draw_row(self, paper: Paper, row: Sequence[Stack], height: float, x: float, top: float) -> None:
        for column, cell in zip(self.columns, row, strict=True):
            if self.panel and cell:
                panel(paper, x, top - height + self.pad, (column.width, height - 2 * self.pad), self.panel)
            inner = column.width - 2 * self.inset * 1.1
            draw_stack(paper, cell, x + self.inset * 1.1, top - self.pad - self.inset, inner)
            x += column.width + self.gap


class Section(Flowable):
    """Rows, or two columns of rows side by side, as a part of the page's flow."""

    def __init__(self, *sides: Rows | None, gap: float = 0, before: float = 15) -> None:
        """Set these side by side; a side may be empty."""
        super().__init__()
        self._sides = sides
        self._gap = gap
        self.spaceBefore = before
        self._width = next(side.width for side in sides if side)

    def wrap(self, aW: float, aH: float) -> tuple[float, float]:  # noqa: ARG002, N803
        """Say how much room is needed."""
        self.width = aW
        self.height = max(side.height for side in self._sides if side)
        return self.width, self.height

    def split(self, aW: float, aH: float) -> list[Flowable]:  # noqa: ARG002, N803
        """Cut where the page ends; nothing when even the first row does not fit."""
        halves = [side.cut(aH - SLACK) if side else (None, None) for side in self._sides]
        if any(side and half[0] is None for side, half in zip(self._sides, halves, strict=True)):
            return []
        rest = [half[1] for half in halves]
        upper = Section(*(half[0] for half in halves), gap=self._gap, before=self.spaceBefore)
        return [upper, Section(*rest, gap=self._gap, before=0)] if any(rest) else [upper]

    def draw(self) -> None:
        """Draw the sides below each other's upper edge."""
        paper = cast("Paper", cast("Any", self).canv)
        x = 0.0
        for side in self._sides:
            if side:
                side.draw(paper, x, self.height)
            x += self._width + self._gap


@dataclass(frozen=True, slots=True)
class Wish:
    """How wide a column would be: its natural width, the most it gets, and whether it takes what is left."""

    natural: float
    most: float
    flexible: bool = False


def shared_widths(wishes: Sequence[Wish], room: float) -> list[float]:
    """Share a width: firm columns get what they need up to their most, flexible ones the rest by need."""
    firm = [min(wish.natural + 0.5, wish.most) for wish in wishes]
    rest = room - sum(width for width, wish in zip(firm, wishes, strict=True) if not wish.flexible)
    needs = [min(max(wish.natural, 70), wish.most) if wish.flexible else 0 for wish in wishes]
    shares = [rest * need / (sum(needs) or 1) for need in needs]
    return [share if wish.flexible else width for share, width, wish in zip(shares, firm, wishes, strict=True)]
