"""The cells of one table by what they stand for, with amounts and dates read as their whole columns say."""

import re
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

from reviewdesk.domain.importing.decisions import Deciding
from reviewdesk.domain.importing.fields import ColumnUse, Field, TableUse
from reviewdesk.domain.importing.incoming import LeftOut, Origin
from reviewdesk.domain.purchase import DECIMALS_KEPT
from reviewdesk.exchange.bookable import bookable_amount, bookable_day, bookable_number
from reviewdesk.exchange.currencies import Currencies
from reviewdesk.exchange.dates import Order, date_order, read_date
from reviewdesk.exchange.form import folded_header
from reviewdesk.exchange.lines import are, listed
from reviewdesk.exchange.numbers import Mark, decimal_mark, read_number
from reviewdesk.exchange.recognise import ANY_SOURCE, LEAVE, Recognised
from reviewdesk.exchange.table import SourceRow

_LONG_ID = re.compile(r"[A-Za-z0-9]{18}\Z")  # Salesforce's of 15 letters, with three more that check their case
_BORNE = {
    "lot": Field.LOT,
    "site": Field.SITE,
    "carrier": Field.CARRIER,
    "contract_term": Field.CONTRACT_TERM,
}
_NUMBERS = (Field.AMOUNT, Field.ANNUAL_REVENUE, Field.LIST_PRICE, Field.QUANTITY, Field.EMPLOYEES)
_DATES = (Field.DATE, Field.CUSTOMER_SINCE, Field.LAST_CONTACT, Field.LAST_REVIEW)
_YES = frozenset("1 true yes y x won done completed ja wahr erledigt oui vrai terminé si sí verdadero hecho".split())


class Columns:
    """Gives the cells of one recognised table by field.

    Each amount and date column votes when this is made; one in doubt is asked about, and not read until decided.
    """

    def __init__(self, recognised: Recognised, deciding: Deciding, base_currency: str) -> None:
        self.recognised = recognised
        self.table = recognised.table
        self.source = recognised.use.source
        self._places = dict(recognised.places)
        self._deciding = deciding
        self._marks: dict[Field, Mark] = {}
        self._orders: dict[Field, Order] = {}
        self._notes: dict[Field, str] = {}
        self._unread: dict[Field, list[int]] = {}
        self._rounded: list[int] = []
        self._remarks: list[str] = []
        self._id_source = self._id_source_of(Field.SOURCE_ID)
        for each in _NUMBERS:
            self._settle_mark(each)
        for each in _DATES:
            self._settle_order(each)
        self._currencies = Currencies(self.table, self._places, deciding, base_currency)
        if self._currencies.note:
            self.note(Field.AMOUNT, self._currencies.note)

    def has(self, wanted: Field) -> bool:
        """Say whether a column stands for this field."""
        return wanted in self._places

    def rows(self) -> Iterator[SourceRow]:
        """Go through all rows."""
        return iter(self.table.rows)

    def text(self, row: SourceRow, wanted: Field) -> str:
        """Give one cell, trimmed; empty where there is no such column."""
        place = self._places.get(wanted)
        return "" if place is None else row.cells[place].strip()

    def borne(self, row: SourceRow) -> dict[str, Any]:
        """Give what a purchase bears that others may share: its lot, site, carrier and contract term."""
        return {name: self.text(row, wanted)[:300] for name, wanted in _BORNE.items()}

    def is_yes(self, row: SourceRow, wanted: Field) -> bool:
        """Say whether a cell says yes."""
        return self.text(row, wanted).lower() in _YES

    def number(self, row: SourceRow, wanted: Field, times: int = 1) -> Decimal | None:
        """Give one number, so many times as large; nothing where it is blank or cannot be read, which is remarked."""
        cell = self.text(row, wanted)
        mark = self._marks.get(wanted)
        if not cell or mark is None:
            return None
        try:
            found = read_number(cell, mark)
            return None if found is None else self._kept(found * times, row, wanted)
        except ValueError:
            self._unread.setdefault(wanted, []).append(row.line)
            return None

    def _kept(self, number: Decimal, row: SourceRow, wanted: Field) -> Decimal:
        """Give a number as a book keeps it; an amount that had more decimals is remarked."""
        kept = bookable_amount(number) if wanted is Field.AMOUNT else bookable_number(number)
        if kept != number:
            self._rounded.append(row.line)
        return kept

    def amount_in(self, cell: str) -> Decimal | None:
        """Read a cell beside the rows as the amounts are read; nothing where it is none."""
        with suppress(ValueError):
            return read_number(cell, self._marks[Field.AMOUNT]) if Field.AMOUNT in self._marks else None
        return None

    def date(self, row: SourceRow, wanted: Field) -> date | None:
        """Give one date; nothing where it is blank or cannot be read, which is remarked."""
        cell = self.text(row, wanted)
        order = self._orders.get(wanted)
        if not cell or order is None:
            return None
        try:
            found = read_date(cell, order)
            return found and bookable_day(found, wanted)
        except (ValueError, OverflowError):
            self._unread.setdefault(wanted, []).append(row.line)
            return None

    def currency(self, row: SourceRow) -> str:
        """Give the currency of a row's amount; nothing where it names one that is not known."""
        return self._currencies.of(row)

    @property
    def may_be(self) -> tuple[str, ...]:
        """Give the currencies that amounts may have where the table names none: one of them was chosen."""
        return self._currencies.may_be

    def origin(self, row: SourceRow) -> Origin:
        """Say where a row came from, with the source's own id."""
        id = self.tidy_id(self.text(row, Field.SOURCE_ID))
        return Origin(self._id_source, self.table.name, row.line, id)

    def tidy_id(self, id: str) -> str:
        """Give an id as it is compared: the first of several, and without what the source adds in some exports."""
        first = id.partition(";")[0].strip()
        if self.source == "Salesforce" and _LONG_ID.match(first):
            return first[:15]
        return first.removeprefix("zcrm_") if self.source == "Zoho" else first

    @property
    def reference_source(self) -> str:
        """Give the source that ids of other records in this table belong to."""
        return self._id_source_of(Field.ACCOUNT_ID)

    def left_out(self, row: SourceRow, reason: str, *shown: str) -> LeftOut:
        """Leave a row out."""
        held = " · ".join(each[:60] for each in shown if each) or " · ".join(each for each in row.cells if each)[:120]
        return LeftOut(self.table.name, row.line, reason, held)

    def appended(self, row: SourceRow) -> str:
        """Give the columns that are appended to the notes, a line each."""
        headers = self.table.headers
        lines = (
            f"{headers[each]}: {row.cells[each].strip()}"
            for each in self.recognised.to_notes
            if row.cells[each].strip()
        )
        return "\n".join(lines)

    def note(self, wanted: Field, words: str) -> None:
        """Say something about the column of a field."""
        self._notes.setdefault(wanted, words)

    def use(self) -> TableUse:
        """Give what each column was taken for, with what was noted meanwhile."""
        columns = tuple(self._noted(each) for each in self.recognised.use.columns)
        return replace(self.recognised.use, columns=columns)

    def remark(self, sentence: str) -> None:
        """Say something about the whole table."""
        self._remarks.append(sentence)

    def remarks(self) -> tuple[str, ...]:
        """Say what was remarked, which values cannot be read, and which rows are longer or shorter than the header."""
        said = [*self._remarks, *(self._unread_words(each, lines) for each, lines in self._unread.items())]
        said += self._currencies.remarks()
        if self._rounded:
            said.append(self._rounded_words(self._rounded))
        if self.table.ragged:
            count = len(self.table.ragged)
            rows = "1 row has" if count == 1 else f"{count:,} rows have"
            said.append(
                f"{rows} more or fewer cells than the header of {self.table.name}: {listed(self.table.ragged)}."
            )
        return tuple(said)

    def _unread_words(self, wanted: Field, lines: list[int]) -> str:
        return f"{self._values(wanted, lines)} cannot be read and {are(lines)} left blank: {listed(lines)}."

    def _rounded_words(self, lines: list[int]) -> str:
        have = "has" if len(lines) == 1 else "have"
        many = self._values(Field.AMOUNT, lines)
        return f"{many} {have} more than {DECIMALS_KEPT} decimals and {are(lines)} rounded: {listed(lines)}."

    def _values(self, wanted: Field, lines: list[int]) -> str:
        count = f"{len(lines):,} {'value' if len(lines) == 1 else 'values'}"
        return f"{count} of “{self.table.headers[self._places[wanted]]}” in {self.table.name}"

    def _noted(self, use: ColumnUse) -> ColumnUse:
        note = self._notes.get(use.field, "") if use.field and not use.note else ""
        return replace(use, note=note) if note else use

    def _id_source_of(self, wanted: Field) -> str:
        """Name the source of a column's ids; where no program is known, ids under another header are other ids."""
        if self.source != ANY_SOURCE or wanted not in self._places:
            return self.source
        header = self.table.headers[self._places[wanted]]
        return f"{ANY_SOURCE} {folded_header(header.replace('_', ' '))}"

    def _cells(self, wanted: Field) -> list[str]:
        return self.table.column(self._places[wanted])

    def _settle_mark(self, wanted: Field) -> None:
        if wanted not in self._places:
            return
        mark = decimal_mark(self._cells(wanted))
        if mark is None:
            mark = self._asked_mark(wanted)
        if mark is not None:
            self._marks[wanted] = mark

    def _asked_mark(self, wanted: Field) -> Mark | None:
        header = self.table.headers[self._places[wanted]]
        example = next((each for each in self._cells(wanted) if "." in each or "," in each), "")
        chosen = self._deciding.ask(
            f"decimals:{self.table.name}:{header}",
            f"How is {example.strip()[:40]} in “{header}” meant?",
            f"The column in {self.table.name} can be read both ways",
            {
                Mark.POINT.value: "the point stands before decimals",
                Mark.COMMA.value: "the comma does",
                LEAVE: "leave it",
            },
            LEAVE,
        )
        self.note(wanted, "to be decided" if chosen == LEAVE else f"decided: decimals behind “{chosen}”")
        return None if chosen == LEAVE else Mark(chosen)

    def _settle_order(self, wanted: Field) -> None:
        if wanted not in self._places:
            return
        vote = date_order(self._cells(wanted))
        order = vote.order or self._asked_order(wanted)
        if vote.is_needed and vote.order:
            self.note(wanted, f"{vote.order}, by {vote.votes:,} values")
        if order is not None:
            self._orders[wanted] = order

    def _asked_order(self, wanted: Field) -> Order | None:
        header = self.table.headers[self._places[wanted]]
        example = next((each for each in self._cells(wanted) if "/" in each or "-" in each), "")
        chosen = self._deciding.ask(
            f"dates:{self.table.name}:{header}",
            f"Which comes first in {example.strip()[:40]}, the day or the month?",
            f"“{header}” in {self.table.name} can be read both ways",
            {**{each.value: each.value for each in Order}, LEAVE: "leave the dates out"},
            LEAVE,
        )
        self.note(wanted, "to be decided" if chosen == LEAVE else f"decided: {chosen}")
        return None if chosen == LEAVE else Order(chosen)
