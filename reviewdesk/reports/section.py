"""The pieces sections are made of: runs of text, headings, tables of cells, lists."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Final, NamedTuple

from reportlab.platypus import Flowable

from reviewdesk.domain.words import Words
from reviewdesk.reports.boxes import Align, Box, Stack, TextBox, boxed
from reviewdesk.reports.lines import Ink, Run
from reviewdesk.reports.look import Look, Style
from reviewdesk.reports.sheet import Sheet
from reviewdesk.reports.table import Column, Rows, Section, Wish, shared_widths
from reviewdesk.reports.text import gate, is_right_to_left

_WIDEST: Final = 10_000.0


class Cell(NamedTuple):
    """What a table's cell says: text in one style, or ready boxes, with a line of small text below.

    `after` is what a figure has from its decimal point on, by which figures of one `unit` are lined up in a column of
    figures; `inset` is how far that moves it in. `own` and `below_own` mark the template's own words, which are no data
    and need no gate.
    """

    text: str = ""
    style: Style | None = None
    own: bool = False
    below: str = ""
    boxes: Stack = ()
    after: str = ""
    unit: str = ""
    inset: float = 0.0
    below_own: bool = False


class Field(NamedTuple):
    """One column of a table: the key of its heading, and how wide it may be."""

    key: str
    most: float
    flexible: bool = False
    align: Align = Align.LEFT
    least: float = 0


@dataclass(frozen=True, slots=True)
class Setup:
    """What every section needs: the sheet with its words and inks."""

    sheet: Sheet

    @property
    def words(self) -> Words:
        """The document's language."""
        return self.sheet.words

    @property
    def look(self) -> Look:
        """The document's inks."""
        return self.sheet.look

    def phrase(self, key: str, ink: Ink, **values: tuple[str, bool]) -> list[Run]:
        """Give a phrase as runs, the template's own words marked."""
        return [Run(text, ink, own) for text, own in self.words.filled(key, **values)]

    def stack(self, style: Style, runs: Sequence[Run], width: float, align: Align = Align.LEFT) -> Stack:
        """Set runs at a width."""
        return boxed(self.sheet.setter.lines(runs, width), style, align)

    def prose(self, style: Style, runs: Sequence[Run], before: float, width: float | None = None) -> list[Flowable]:
        """Set runs as a paragraph that may run on over pages; nothing where there is no text."""
        return self.block((self.stack(style, runs, width or self.sheet.width),), before=before)

    def block(self, row: Sequence[Stack], *, before: float) -> list[Flowable]:
        """Put one stack into the flow."""
        (stack,) = row
        if not stack:
            return []
        return [Section(Rows((Column(self.sheet.width),), ((stack,),), pad=0, ruled=False), before=before)]

    def headed(self, rows: Rows, key: str, **values: tuple[str, bool]) -> Rows:
        """Put a phrase above rows as their heading."""
        return self.titled(rows, self.phrase(key, self.look.heading.ink, **values))

    def titled(self, rows: Rows, runs: Sequence[Run]) -> Rows:
        """Put a heading above rows, and the same with "continued" where they run on."""
        style = self.look.heading
        again = [*runs, Run(f"  {self.words['continued']}", self.look.small.ink, own=True)]
        title = "".join(run.text for run in runs)
        return replace(
            rows,
            heading=self.stack(style, runs, rows.width),
            heading_again=self.stack(style, again, rows.width),
            title=title,
        )

    def list(self, items: Iterable[Sequence[Run]], *, numbered: bool = False, room: float | None = None) -> Rows | None:
        """Set items below each other, each behind a number or a dot."""
        style, rows = self.look.body, []
        indent = 17.0 if numbered else 12.0
        width = (room or self.sheet.width) - indent
        for place, runs in enumerate(items, start=1):
            mark = self.look.number
            sign = self.stack(mark, (Run(str(place) if numbered else "•", mark.ink, own=True),), 14)
            rows.append((sign, self.stack(style, runs, width)))
        return Rows((Column(indent - 6), Column(width)), tuple(rows), gap=6, pad=2.4, ruled=False) if rows else None

    def table(
        self, fields: Sequence[Field], rows: Sequence[Sequence[Cell]], width: float, *, heads: bool = True
    ) -> Rows:
        """Set a table; columns in which nothing stands are left out."""
        used = [place for place in range(len(fields)) if any(_is_filled(row[place]) for row in rows)]
        kept = [fields[place] for place in used]
        whole = [[row[place] for row in rows] for place in used]
        lined_up = [self._lined_up(field, column) for field, column in zip(kept, whole, strict=True)]
        cells = list(zip(*lined_up, strict=True))
        head = [Cell(self.words[field.key] if field.key else "", self.look.quiet, own=True) for field in kept]
        shown = [head, *cells] if heads else cells
        needs = [max(map(self._natural, column)) for column in zip(*shown, strict=True)]
        wishes = [
            Wish(max(need, field.least), field.most, field.flexible) for need, field in zip(needs, kept, strict=True)
        ]
        gap = 12.0 if heads else 9.0
        widths = shared_widths(wishes, width - gap * (len(kept) - 1))
        columns = tuple(Column(share, field.align) for share, field in zip(widths, kept, strict=True))
        body = tuple(self._row(row, columns) for row in cells)
        return Rows(columns, body, gap=gap, head=self._row(head, columns) if heads else ())

    def _natural(self, cell: Cell) -> float:
        style = cell.style or self.look.cell
        runs = (Run(gate(cell.text)[:200], style.ink, own=True), Run(cell.below, self.look.small.ink, cell.below_own))
        return max(map(self._width_of, runs)) + cell.inset

    def _width_of(self, run: Run) -> float:
        """Give how wide a text is on one line; letters that are joined are measured as they are set."""
        if is_right_to_left(run.text):
            return max((line.width for line in self.sheet.setter.lines((run,), _WIDEST).lines), default=0.0)
        return self.sheet.setter.natural_width((run,))

    def _lined_up(self, field: Field, column: Sequence[Cell]) -> Sequence[Cell]:
        """Move the figures of one unit in, so that their decimal points stand below each other."""
        if field.align is not Align.DECIMAL:
            return column
        tails = [self._after(cell) for cell in column]
        units = [cell.unit for cell in column]
        most = {each: max(t for t, unit in zip(tails, units, strict=True) if unit == each) for each in set(units)}
        found = zip(column, tails, units, strict=True)
        return [cell._replace(inset=most[unit] - tail) for cell, tail, unit in found]

    def _after(self, cell: Cell) -> float:
        ink = (cell.style or self.look.cell).ink
        return self.sheet.setter.natural_width((Run(cell.after, ink),)) if cell.after else 0.0

    def _row(self, row: Sequence[Cell], columns: Sequence[Column]) -> tuple[Stack, ...]:
        return tuple(self._cell(cell, column) for cell, column in zip(row, columns, strict=True))

    def _cell(self, cell: Cell, column: Column) -> Stack:
        style, small = cell.style or self.look.cell, self.look.small
        text = self.stack(style, (Run(cell.text, style.ink, cell.own),), column.width, column.align)
        if cell.inset:
            text = _moved_in(text, column.width, cell.inset)
        below = self.stack(small, (Run(cell.below, small.ink, cell.below_own),), column.width, column.align)
        boxes: tuple[Box, ...] = (*text, *cell.boxes, *below)
        return boxes


def _moved_in(stack: Stack, width: float, inset: float) -> Stack:
    """End a figure on one line further in, where it has the room."""
    return tuple(
        replace(box, inset=inset)
        if isinstance(box, TextBox) and len(box.lines) == 1 and box.lines[0].width + inset <= width
        else box
        for box in stack
    )


def _is_filled(cell: Cell) -> bool:
    return bool(cell.boxes or gate(cell.text))
