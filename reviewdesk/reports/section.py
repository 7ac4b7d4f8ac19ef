"""The pieces sections are made of: runs of text, headings, tables of cells, lists."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from reportlab.platypus import Flowable

from reviewdesk.domain.summary import CustomerSummary
from reviewdesk.reports.boxes import Align, Box, Stack, boxed
from reviewdesk.reports.lines import Ink, Run
from reviewdesk.reports.look import Look, Style
from reviewdesk.reports.sheet import Sheet
from reviewdesk.reports.table import Column, Rows, Section, Wish, shared_widths
from reviewdesk.reports.text import gate
from reviewdesk.reports.words import Words


class Cell(NamedTuple):
    """What a table's cell says: text in one style, or ready boxes, with a line of small text below."""

    text: str = ""
    style: Style | None = None
    own: bool = False
    below: str = ""
    boxes: Stack = ()


class Field(NamedTuple):
    """One column of a table: the key of its heading, and how wide it may be."""

    key: str
    most: float
    flexible: bool = False
    align: Align = Align.LEFT
    least: float = 0


@dataclass(frozen=True, slots=True)
class Setup:
    """What every section needs: the sheet and what it holds."""

    sheet: Sheet

    @property
    def summary(self) -> CustomerSummary:
        """The value that is printed."""
        return self.sheet.summary

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
        """Put a heading above rows, and the same with "continued" where they run on."""
        style = self.look.heading
        runs = self.phrase(key, style.ink, **values)
        again = [*runs, Run(f"  {self.words['continued']}", self.look.small.ink, own=True)]
        title = "".join(run.text for run in runs)
        return replace(
            rows,
            heading=self.stack(style, runs, rows.width),
            heading_again=self.stack(style, again, rows.width),
            title=title,
        )

    def list(self, items: Iterable[Sequence[Run]], *, numbered: bool = False) -> Rows | None:
        """Set items below each other, each behind a number or a dot."""
        style, rows = self.look.body, []
        indent = 17.0 if numbered else 12.0
        width = self.sheet.width - indent
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
        cells = [[row[place] for place in used] for row in rows]
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
        runs = (Run(gate(cell.text)[:200], style.ink, own=True), Run(cell.below, self.look.small.ink, own=True))
        return max(self.sheet.setter.natural_width((run,)) for run in runs)

    def _row(self, row: Sequence[Cell], columns: Sequence[Column]) -> tuple[Stack, ...]:
        return tuple(self._cell(cell, column) for cell, column in zip(row, columns, strict=True))

    def _cell(self, cell: Cell, column: Column) -> Stack:
        style, small = cell.style or self.look.cell, self.look.small
        text = self.stack(style, (Run(cell.text, style.ink, cell.own),), column.width, column.align)
        below = self.stack(small, (Run(cell.below, small.ink, own=True),), column.width, column.align)
        boxes: tuple[Box, ...] = (*text, *cell.boxes, *below)
        return boxes


def _is_filled(cell: Cell) -> bool:
    return bool(cell.boxes or gate(cell.text))
