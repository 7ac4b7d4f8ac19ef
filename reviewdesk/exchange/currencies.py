"""In which currency each row of a table is: its own column's, the one in the amount, else the one that is chosen."""

import re
from collections.abc import Iterator, Mapping
from typing import Final

from reviewdesk.domain.importing.decisions import CURRENCY, Deciding
from reviewdesk.domain.importing.fields import Field
from reviewdesk.domain.money import is_currency
from reviewdesk.exchange.figures import FiguresTable
from reviewdesk.exchange.lines import are, listed
from reviewdesk.exchange.numbers import currency_in
from reviewdesk.exchange.scale import named_currency
from reviewdesk.exchange.table import SourceRow, SourceTable

_BARE: Final = re.compile(r"[\d.,\s-]*\Z")
_OFFERED: Final = ("EUR", "USD", "GBP", "CHF", "PLN", "SEK")


class Currencies:
    """Tells the currency of each row of one table; where nothing in it names one, that is asked.

    `may_be` holds the currencies that amounts may have where the table names none: one of them was chosen. `note` says
    in a few words what was taken.
    """

    def __init__(self, table: SourceTable, places: Mapping[Field, int], deciding: Deciding, base: str) -> None:
        self._table = table
        self._amount, self._named = places.get(Field.AMOUNT), places.get(Field.CURRENCY)
        self._base = base
        self._silent: list[int] = []
        self.may_be: tuple[str, ...] = ()
        self.note = ""
        self._all_silent = self._names_none()
        if self._all_silent:
            self._settle(deciding)

    def of(self, row: SourceRow) -> str:
        """Give the currency of a row's amount; nothing where it names one that is not known."""
        named = self._cell(row, self._named)
        cell = self._cell(row, self._amount)
        found = "" if _BARE.match(cell[:40]) else currency_in(cell, self._base)
        if named:
            return named.upper() if is_currency(named.upper()) else currency_in(named, self._base)
        if not found and not self._all_silent:
            self._silent.append(row.line)
        return found or self._base

    def remarks(self) -> Iterator[str]:
        """Say which amounts name no currency where others of the table do."""
        if self._silent:
            many = "1 amount" if len(self._silent) == 1 else f"{len(self._silent):,} amounts"
            named = f"{'names' if len(self._silent) == 1 else 'name'} no currency and {are(self._silent)} taken for"
            yield f"{many} in {self._table.name} {named} {self._base}: {listed(self._silent)}."

    def _cell(self, row: SourceRow, place: int | None) -> str:
        return "" if place is None else row.cells[place].strip()

    def _names_none(self) -> bool:
        if self._amount is None or (self._named is not None and any(map(str.strip, self._table.column(self._named)))):
            return False
        cells = [each for each in self._table.column(self._amount) if each.strip()]
        return bool(cells) and all(_BARE.match(each[:40]) for each in cells)

    def _settle(self, deciding: Deciding) -> None:
        """Ask for the currency of amounts that name none; they are in the book's until decided."""
        own, table = self._base, self._table
        named = named_currency(table.said, own) if isinstance(table, FiguresTable) else ""
        if named:
            self._base = named
            return
        self.may_be = tuple(dict.fromkeys((own, *_OFFERED)))
        self._base = deciding.ask(
            f"{CURRENCY}{table.name}",
            f"The amounts in {table.name} name no currency",
            "In another one than the book's they count at the rates that are entered in Settings",
            {each: f"they are {each}" + (", the book's currency" if each == own else "") for each in self.may_be},
            own,
        )
        said = f"the book's, {own}" if self._base == own else self._base
        self.note = f"no currency in the file: {said}"
