"""Sales figures of finance: invoice lines, or figures by month, as purchases that are found again by their place."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from typing import Final

from reviewdesk.domain.importing.decisions import Deciding
from reviewdesk.domain.importing.fields import Field
from reviewdesk.domain.importing.incoming import FIGURES, AccountRef, FigureSpan, IncomingPurchase, LeftOut, Origin
from reviewdesk.domain.importing.names import folded
from reviewdesk.exchange.columns import Columns
from reviewdesk.exchange.dates import MONTHS
from reviewdesk.exchange.figures import FiguresTable, Total, is_total
from reviewdesk.exchange.scale import scale_in
from reviewdesk.exchange.table import SourceRow

_A_TOTAL: Final = "a total, which is checked and not counted"
_SHOWN: Final = 5
_SMALL: Final = 10_000
_ENDING: Final = re.compile(r"\.(?:xlsx?|xlsb|ods|csv|tsv|txt)\b", re.IGNORECASE)


def sales(columns: Columns, deciding: Deciding) -> Iterator[IncomingPurchase | LeftOut | FigureSpan]:
    """Read sales figures; what they cover is given behind them."""
    reading = _Figures(columns, _scale(columns, deciding))
    periods = columns.table.periods if isinstance(columns.table, FiguresTable) else ()
    if periods:
        columns.note(Field.DATE, f"{periods[0].name} to {periods[-1].name}, {len(periods)} columns")
    for row in columns.rows():
        yield reading.read(row)
    reading.check_totals()
    span = reading.span()
    if span is not None:
        yield span


def set_name(table: str) -> str:
    """Name the set that a file of figures is of: its name without days and months, so that the next one is the same."""
    words = folded(_ENDING.sub("", table)).split()
    kept = (re.sub(r"\d+", "", each) for each in words)
    return " ".join(each for each in kept if len(each) > 1 and each not in MONTHS)[:100]


class _Figures:
    """Reads the figures of one table, adding them up."""

    def __init__(self, columns: Columns, scale: int) -> None:
        self._columns = columns
        self._scale = scale
        self._source = " ".join(filter(None, (FIGURES, set_name(columns.table.name))))
        self._repeats: Counter[str] = Counter()
        self._of_line: dict[int, Decimal] = defaultdict(Decimal)
        self._of_month: dict[str, Decimal] = defaultdict(Decimal)
        self._totals: list[Total] = []
        self._days: list[date] = []
        self._currencies: set[str] = set()

    def read(self, row: SourceRow) -> IncomingPurchase | LeftOut:
        """Read one figure."""
        columns = self._columns
        id, name = columns.tidy_id(columns.text(row, Field.ACCOUNT_ID)), columns.text(row, Field.ACCOUNT)
        cell = columns.text(row, Field.AMOUNT)
        if is_total(name or id) or (not (name or id) and any(map(is_total, row.cells))):
            self._totals.append(Total(f"line {row.line:,}", cell))
            return columns.left_out(row, _A_TOTAL, cell)
        day, amount = columns.date(row, Field.DATE), columns.number(row, Field.AMOUNT, self._scale)
        if amount is not None:
            self._of_line[row.line] += amount
            self._of_month[columns.text(row, Field.DATE)] += amount
        if not (id or name) or day is None or amount is None:
            what = "customer" if not (id or name) else "date that can be read" if day is None else "amount"
            return columns.left_out(row, f"without a{'n' if what == 'amount' else ''} {what}", name, cell)
        currency = columns.currency(row)
        if not currency:
            return columns.left_out(row, "in a currency that is not known", name, cell)
        self._days.append(day)
        self._currencies.add(currency)
        return IncomingPurchase(
            origin=Origin(self._source, columns.table.name, row.line, self._key(row, id or folded(name), day)),
            account=AccountRef(columns.reference_source, id, name),
            bought_on=day,
            amount=amount,
            currency=currency,
            product=columns.text(row, Field.PRODUCT)[:300],
            agent=columns.text(row, Field.OWNER)[:300],
            quantity=columns.number(row, Field.QUANTITY),
            **columns.borne(row),
            is_figure=True,
        )

    def _key(self, row: SourceRow, customer: str, day: date) -> str:
        """Give what the figure is found by: its invoice and item, else its customer, item and day; not its amount."""
        invoice = self._columns.text(row, Field.SOURCE_ID)
        place = invoice or f"{customer}|{day.isoformat()}"
        base = f"{place}|{folded(self._columns.text(row, Field.PRODUCT))}"[:400]
        self._repeats[base] += 1
        return base if self._repeats[base] == 1 else f"{base}|{self._repeats[base]}"

    def span(self) -> FigureSpan | None:
        """Say what the table covers, so that what is no longer in it can be told."""
        table = self._columns.table
        days = [each.first for each in table.periods] if isinstance(table, FiguresTable) else self._days
        return FigureSpan(self._source, table.name, min(days), max(days)) if days else None

    def check_totals(self) -> None:
        """Compare the totals with what they are of, unless that is of several currencies; a difference is remarked."""
        table = self._columns.table
        totals = (*self._totals[-1:], *(table.totals if isinstance(table, FiguresTable) else ()))
        checked = totals if len(self._currencies) <= 1 else ()
        wrong = [said for each in checked if (said := self._checked(each))]
        more = len(wrong) - _SHOWN
        if wrong:
            listed = "; ".join(wrong[:_SHOWN]) + (f"; and {more:,} more" if more > 0 else "")
            self._columns.remark(
                f"Totals in {table.name} that are not the sum of their cells; the cells are taken: {listed}."
            )

    def _checked(self, total: Total) -> str:
        said = self._columns.amount_in(total.cell)
        if said is None:
            return ""
        if total.line:
            sums, count = self._of_line.get(total.line, Decimal(0)), 12
        elif total.month:
            sums, count = self._of_month.get(total.month, Decimal(0)), len(self._of_line)
        else:
            sums, count = sum(self._of_line.values(), Decimal(0)), len(self._of_line)
        exponent = said.as_tuple().exponent
        rounding = Decimal(1).scaleb(exponent if isinstance(exponent, int) else 0) * max(count, 2) / 2
        made = sums / self._scale
        return "" if abs(said - made) <= rounding else f"{total.where} says {said:,}, the cells make {made:,}"


def _scale(columns: Columns, deciding: Deciding) -> int:
    """Read what the figures are in, from what stands over them, else ask where they are small."""
    table = columns.table
    if not isinstance(table, FiguresTable):
        return 1
    named = scale_in(table.said)
    cells = [columns.amount_in(row.cells[-1]) for row in table.rows]
    if named or any(abs(each) >= _SMALL for each in cells if each is not None):
        columns.note(Field.AMOUNT, "in thousands" if named == 1_000 else "in millions" if named else "")
        return named or 1
    chosen = deciding.ask(
        f"scale:{table.name}",
        f"Are the figures in {table.name} in thousands?",
        f"None is {_SMALL:,} or more, and nothing over them says what they are in",
        {"1": "as they stand", "1000": "in thousands", "1000000": "in millions"},
        "1",
    )
    return int(chosen)
