"""A price list of ours as CSV or XLSX: an item with a new price, with per cent, or with an old and a new price."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from pathlib import Path
from typing import Final

from reviewdesk.domain.errors import UnreadableError
from reviewdesk.exchange.form import folded_header
from reviewdesk.exchange.numbers import Mark, decimal_mark, read_number
from reviewdesk.exchange.reading import read_tables
from reviewdesk.exchange.table import LIMITS, Limits, SourceTable

_ITEM: Final = frozenset(
    "item,product,article,name,product name,item name,description,sku,artikel,produkt,bezeichnung,artikelname,"
    "produit,désignation,libellé".split(",")
)
_NEW: Final = frozenset(
    "new price,new,price new,new list price,price from,future price,price,list price,neuer preis,neu,preis,preis neu,"
    "nouveau prix,prix,nouveau".split(",")
)
_OLD: Final = frozenset(
    "old price,old,price old,current price,price now,current,today,alter preis,alt,preis alt,bisher,bisheriger preis,"
    "ancien prix,ancien,prix actuel".split(",")
)
_PERCENT: Final = frozenset(
    "percent,per cent,%,change,change %,change in %,% change,increase,increase %,increase in %,rise,prozent,änderung,"
    "änderung %,änderung in %,erhöhung,erhöhung %,pourcentage,hausse,hausse %,variation".split(",")
)
_REPLACED: Final = frozenset(
    "replacement,replaced by,successor,instead,ersatz,nachfolger,remplacement,remplacé par".split(",")
)
_ENDS: Final = frozenset("discontinued,ends,end of life,eol,eingestellt,entfällt,supprimé,arrêté".split(","))


@dataclass(frozen=True, slots=True, kw_only=True)
class PriceRow:
    """One row of a price list as it was read; `why_not` says what could not be, `ends` that it is discontinued.

    `was_share` says that its per cent stood in a workbook as a share, 0.045 for the 4.5 % that is seen there.
    """

    line: int
    item: str
    old: Decimal | None = None
    new: Decimal | None = None
    percent: Decimal | None = None
    ends: bool = False
    replacement: str = ""
    why_not: str = ""
    was_share: bool = False


def read_price_list(
    path: Path, limits: Limits = LIMITS, look: Callable[[], None] | None = None
) -> tuple[PriceRow, ...]:
    """Read the rows of the first table in a file that has an item beside a price or per cent.

    Raises:
        UnreadableError: the file cannot be read, or no table in it has such columns.
    """
    for table in read_tables(path, limits, look):
        columns = _columns(table.headers)
        if "item" in columns and columns.keys() & {"new", "percent"}:
            return tuple(_rows(table, columns))
    raise UnreadableError(
        f"{path.name} has no column “Item” beside “New price” or “Percent” that could be told by its header. "
        "Give the columns these names and try again."
    )


def _columns(headers: Sequence[str]) -> dict[str, int]:
    """Give the place of each column that is understood; of two that say the same the first."""
    known = {"item": _ITEM, "old": _OLD, "new": _NEW, "percent": _PERCENT, "replacement": _REPLACED}
    found: dict[str, int] = {}
    for place, header in enumerate(headers):
        for name, words in known.items():
            if folded_header(header) in words:
                found.setdefault(name, place)
    return found


def _rows(table: SourceTable, columns: dict[str, int]) -> Iterator[PriceRow]:
    marks: dict[str, Mark] = {
        name: _mark(table.column(columns[name])) for name in ("old", "new", "percent") if name in columns
    }
    shares = _holds_shares(table, columns.get("percent"))
    for row in table.rows:
        cells = {name: row.cells[place].strip() for name, place in columns.items()}
        if not any(cells.values()):
            continue
        read = _row(row.line, cells, marks)
        yield replace(read, percent=read.percent * 100, was_share=True) if shares and read.percent else read


def _holds_shares(table: SourceTable, place: int | None) -> bool:
    """Say whether a column of a workbook holds per cents as shares: cells that show 4.5 % hold 0.045."""
    if place is None or table.separator:
        return False
    numbers = []
    for cell in table.column(place):
        try:
            numbers.append(read_number(cell.strip(), Mark.POINT))
        except ValueError:
            continue
    found = [abs(each) for each in numbers if each]
    return bool(found) and max(found) < 1


def _mark(cells: Sequence[str]) -> Mark:
    """Say what stands before the decimals of a column; where nothing tells, the point."""
    return decimal_mark([each.rstrip(" %") for each in cells]) or Mark.POINT


def _row(line: int, cells: dict[str, str], marks: dict[str, Mark]) -> PriceRow:
    item, replacement = cells["item"], cells.get("replacement", "")
    if any(cells.get(each, "").casefold() in _ENDS for each in ("new", "percent")):
        return PriceRow(line=line, item=item, ends=True, replacement=replacement)
    read: dict[str, Decimal | None] = {}
    for name, mark in marks.items():
        try:
            read[name] = read_number(cells[name].rstrip(" %").removeprefix("+"), mark)
        except ValueError:
            return PriceRow(line=line, item=item, why_not=f"“{cells[name][:40]}” is no number")
    return PriceRow(
        line=line, item=item, old=read.get("old"), new=read.get("new"), percent=read.get("percent"),
        replacement=replacement,
    )  # fmt: skip
