"""Tables in, incoming records out: the door to everything that reads other programs' records."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import TypeVar

from reviewdesk.domain.importing.decisions import Deciding, Decisions
from reviewdesk.domain.importing.fields import TableKind, TableUse
from reviewdesk.domain.importing.incoming import (
    FigureSpan,
    Incoming,
    IncomingAccount,
    IncomingColleague,
    IncomingNote,
    IncomingPerson,
    IncomingProduct,
    IncomingPurchase,
    LeftOut,
)
from reviewdesk.exchange import rows
from reviewdesk.exchange.columns import Columns
from reviewdesk.exchange.deals import purchases
from reviewdesk.exchange.figures import figures_in, is_total, months_across
from reviewdesk.exchange.notes import notes
from reviewdesk.exchange.recognise import recognise
from reviewdesk.exchange.sales import sales
from reviewdesk.exchange.table import SourceRow, SourceTable

_Record = (
    IncomingAccount
    | IncomingPerson
    | IncomingColleague
    | IncomingProduct
    | IncomingPurchase
    | IncomingNote
    | FigureSpan
)
_T = TypeVar("_T")
_READERS: dict[TableKind, Callable[[Columns, Deciding], Iterator[_Record | LeftOut]]] = {
    TableKind.COMPANIES: rows.accounts,
    TableKind.CONTACTS: rows.people,
    TableKind.PRODUCTS: rows.products,
    TableKind.COLLEAGUES: rows.colleagues,
    TableKind.DEALS: purchases,
    TableKind.NOTES: notes,
    TableKind.SALES: sales,
}
_FOOTER = "a footer line of the report"
_TOTAL = re.compile(
    r"(?:grand totals?|gesamtsummen?)(?:\s*\(.*\))?|\w[\w -]*\(\d[\d.,]* (?:records?|Datens.tze?)\)", re.IGNORECASE
)


@dataclass(slots=True)
class _Gathered:
    """What was read so far."""

    tables: list[TableUse] = field(default_factory=list)
    records: dict[type, list[_Record]] = field(default_factory=dict)
    left_out: list[LeftOut] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)


def read_records(tables: Sequence[SourceTable], decisions: Decisions, *, base_currency: str) -> Incoming:
    """Read the records of all tables; the same tables and decisions always give the same answer."""
    deciding = Deciding(decisions)
    gathered = _Gathered()
    for table in told_apart(tables):
        _read_table(table, deciding, base_currency, gathered)
    return Incoming(
        tables=tuple(gathered.tables),
        accounts=tuple(_only(IncomingAccount, gathered)),
        people=tuple(_only(IncomingPerson, gathered)),
        colleagues=tuple(_only(IncomingColleague, gathered)),
        products=tuple(_only(IncomingProduct, gathered)),
        purchases=tuple(_only(IncomingPurchase, gathered)),
        said=tuple(_only(IncomingNote, gathered)),
        spans=tuple(_only(FigureSpan, gathered)),
        left_out=tuple(gathered.left_out),
        to_decide=deciding.to_decide(),
        notes=tuple(gathered.notes),
    )


def _only(kind: type[_T], gathered: _Gathered) -> Iterator[_T]:
    return (each for each in gathered.records.get(kind, ()) if isinstance(each, kind))


def _read_table(table: SourceTable, deciding: Deciding, base_currency: str, gathered: _Gathered) -> None:
    if months_across(table.headers):
        table = figures_in(table, deciding)
    recognised = recognise(table, deciding)
    if recognised.why_not:
        gathered.tables.append(recognised.use)
        gathered.left_out.append(LeftOut(table.name, 0, recognised.why_not))
        return
    if recognised.use.source == "Salesforce":
        table, footers = _without_footers(table)
        gathered.left_out.extend(LeftOut(table.name, each.line, _FOOTER, each.cells[0]) for each in footers)
        recognised = replace(recognised, table=table)
    columns = Columns(recognised, deciding, base_currency)
    for each in _READERS[recognised.use.kind](columns, deciding):
        if isinstance(each, LeftOut):
            gathered.left_out.append(each)
        else:
            gathered.records.setdefault(type(each), []).append(each)
    gathered.tables.append(columns.use())
    gathered.notes.extend(columns.remarks())


def _without_footers(table: SourceTable) -> tuple[SourceTable, tuple[SourceRow, ...]]:
    """Take the totals off a report, and the filter and footer lines off its end: short rows with one cell filled."""
    short = frozenset(table.ragged)
    end = len(table.rows)
    while end and _is_footer(table.rows[end - 1], short, is_sheet=not table.separator):
        end -= 1
    footers = (*(each for each in table.rows[:end] if _is_total(each)), *table.rows[end:])
    lines = {each.line for each in footers}
    rows = tuple(each for each in table.rows if each.line not in lines)
    return replace(table, rows=rows, ragged=tuple(each for each in table.ragged if each not in lines)), footers


def _is_footer(row: SourceRow, short: frozenset[int], *, is_sheet: bool) -> bool:
    """Say whether a row is no record; in a sheet all rows are equally long."""
    return (is_sheet or row.line in short or _is_total(row)) and sum(1 for each in row.cells if each) == 1


def _is_total(row: SourceRow) -> bool:
    """Say whether a row begins as a report's totals do; a company may be called Total, with more than its name."""
    first = row.cells[0].strip() if row.cells else ""
    return bool(_TOTAL.fullmatch(first)) or (is_total(first) and not any(row.cells[1:]))


def told_apart(tables: Iterable[SourceTable]) -> Iterator[SourceTable]:
    """Give tables of one name in several folders a number each, so that decisions and lines name one of them."""
    seen: dict[str, int] = {}
    for table in tables:
        seen[table.name] = seen.get(table.name, 0) + 1
        yield table if seen[table.name] == 1 else replace(table, name=f"{table.name} ({seen[table.name]})")
