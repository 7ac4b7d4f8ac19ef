"""Tables with customers down and months across, turned into one row for each figure."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from reviewdesk.domain.importing.decisions import Deciding
from reviewdesk.exchange.months import Period, period_in
from reviewdesk.exchange.table import SourceRow, SourceTable

MONTH, AMOUNT = "Month", "Amount"
_TOTAL: Final = re.compile(
    r"(?:grand |sub-?|sous-)?totals?(?: général)?|(?:gesamt|zwischen|teil)?-?summen?|gesamt(?:ergebnis|umsatz)?|"
    r"ergebnis|sum|somme|totale|ytd|year to date|jahr|full year|fy|année",
    re.IGNORECASE,
)
_NOTHING: Final = frozenset({"", "-", "–", "—"})
_YEAR: Final = re.compile(r"(?<!\d)(20\d\d|19[5-9]\d)(?!\d)")


@dataclass(frozen=True, slots=True)
class Total:
    """A total in the table: of a row, of a month, or with neither of everything."""

    where: str
    cell: str
    line: int = 0
    month: str = ""


@dataclass(frozen=True, slots=True)
class FiguresTable(SourceTable):
    """A row for each figure, under the line it stands in; beside them the totals, to be checked.

    `periods` are the columns; `said` is everything that was written over the figures.
    """

    periods: tuple[Period, ...] = ()
    totals: tuple[Total, ...] = ()
    said: tuple[str, ...] = ()


def months_across(headers: Iterable[str]) -> bool:
    """Say whether two or more headers are months or quarters."""
    return len({found for each in headers if (found := period_in(each)) is not None}) > 1


def is_total(cell: str) -> bool:
    """Say whether a cell calls its row or its column a total."""
    return _TOTAL.fullmatch(cell.strip().strip(":Σ ")) is not None or cell.strip() == "Σ"


def figures_in(table: SourceTable, deciding: Deciding) -> FiguresTable:
    """Turn the table so that each figure has a row of its own; a year that is nowhere is asked for."""
    periods = _with_years(table, _periods(table.headers), deciding)
    labels, totals = _other_columns(table, periods)
    lines = list(_lines(table, labels))
    figures = tuple(_figures(lines, periods)) if periods else ()
    sums = (*_totals_of_rows(table, lines, totals), *_totals_of_columns(table, labels, periods, totals))
    return FiguresTable(
        table.name, (*(table.headers[each] or "Customer" for each in labels), MONTH, AMOUNT), figures, table.encoding,
        table.separator, above=table.above, periods=tuple(sorted(periods.values())), totals=sums,
        said=(table.name, *table.titles, *table.headers),
    )  # fmt: skip


def _periods(headers: Sequence[str]) -> dict[int, Period]:
    """Give the month of each column; quarters beside months are their totals."""
    found = {at: period for at, each in enumerate(headers) if (period := period_in(each)) is not None}
    if any(each.months == 1 for each in found.values()):
        return {at: each for at, each in found.items() if each.months == 1}
    return found


def _with_years(table: SourceTable, periods: Mapping[int, Period], deciding: Deciding) -> dict[int, Period]:
    """Give each column its year: its own, that of the row above, the one in the titles, or the person's."""
    if all(each.year for each in periods.values()):
        return dict(periods)
    above = _years_above(table)
    named = next((found[1] for each in (*table.titles, table.name) if (found := _YEAR.search(each))), "")
    missing = [at for at, each in periods.items() if not each.year and not above.get(at)]
    if missing and not named:
        named = _asked_year(table, deciding)
    years = {at: each.year or above.get(at) or int(named or 0) for at, each in periods.items()}
    return {at: replace(each, year=years[at]) for at, each in periods.items() if years[at]}


def _years_above(table: SourceTable) -> dict[int, int]:
    """Give the year over each column, where the row above the header holds years, each over the columns behind it."""
    cells = table.above[-1] if table.above else ()
    found: dict[int, int] = {}
    for at in range(len(table.headers)):
        year = _YEAR.fullmatch(cells[at].strip()) if at < len(cells) else None
        if year is not None or at - 1 in found:
            found[at] = int(year[1]) if year else found[at - 1]
    return found


def _asked_year(table: SourceTable, deciding: Deciding) -> str:
    years = [str(each) for each in range(2030, 2014, -1)]
    chosen = deciding.ask(
        f"year:{table.name}",
        f"Of which year are the figures in {table.name}?",
        "Its months name none, and nothing above them does",
        {**{each: each for each in years}, "leave": "leave the file out"},
        "leave",
    )
    return "" if chosen == "leave" else chosen


def _other_columns(table: SourceTable, periods: Mapping[int, Period]) -> tuple[list[int], list[int]]:
    """Give the columns that say whose figures a row holds, and those with totals."""
    others = [at for at in range(len(table.headers)) if at not in periods and period_in(table.headers[at]) is None]
    totals = [at for at in others if is_total(_YEAR.sub("", table.headers[at]))]
    first = min(periods, default=len(table.headers))
    return [at for at in others if at not in totals and (table.headers[at] or at < first)], totals


def _lines(table: SourceTable, labels: Sequence[int]) -> Iterator[tuple[SourceRow, tuple[str, ...]]]:
    """Give the rows that are no totals, each with its labels; a blank customer is the one above it."""
    customer = ""
    for row in table.rows:
        said = [row.cells[each].strip() for each in labels]
        if not any(said) or any(map(is_total, said)) or _is_subtotal(said[0], customer):
            continue
        if len(said) > 1 and not said[0]:
            said[0] = customer
        customer = said[0]
        yield row, tuple(said)


def _is_subtotal(label: str, customer: str) -> bool:
    """Say whether a label is the one above with a word for a total behind it, as pivot tables write it."""
    return bool(customer) and label.startswith(customer) and is_total(label.removeprefix(customer))


def _figures(lines: Iterable[tuple[SourceRow, tuple[str, ...]]], periods: Mapping[int, Period]) -> Iterator[SourceRow]:
    for row, said in lines:
        for at, period in periods.items():
            if row.cells[at].strip() not in _NOTHING:
                yield SourceRow(row.line, (*said, period.first.isoformat(), row.cells[at]))


def _totals_of_rows(
    table: SourceTable, lines: Iterable[tuple[SourceRow, tuple[str, ...]]], totals: Sequence[int]
) -> Iterator[Total]:
    for row, said in lines:
        for at in totals if len(totals) == 1 else ():
            if row.cells[at].strip():
                yield Total(f"“{table.headers[at]}” of {said[0]}", row.cells[at], line=row.line)


def _totals_of_columns(
    table: SourceTable, labels: Sequence[int], periods: Mapping[int, Period], totals: Sequence[int]
) -> Iterator[Total]:
    """Give the totals of the last row that is one: those before it are of a part."""
    rows = [row for row in table.rows if any(is_total(row.cells[each]) for each in labels)]
    for row in rows[-1:]:
        for at, period in periods.items():
            yield Total(f"line {row.line:,} for {period.name}", row.cells[at], month=period.first.isoformat())
        for at in totals if len(totals) == 1 else ():
            yield Total(f"line {row.line:,} for everything", row.cells[at])
