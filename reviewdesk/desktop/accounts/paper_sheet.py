"""A list of accounts as it goes onto paper: words in columns, and what stands over and under them."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from reviewdesk.desktop.accounts.view import AccountsView
from reviewdesk.domain.intervals import short_day
from reviewdesk.services.account_filter import Listed


@dataclass(frozen=True, slots=True)
class PaperColumn:
    """One column on paper: its title, its share of the width, and on which side its words stand."""

    title: str
    share: float
    right: bool = False


@dataclass(frozen=True, slots=True)
class PaperSheet:
    """A list to print: its title, a line under it, the columns, and the words of each row."""

    title: str
    status: str
    mark: str
    columns: tuple[PaperColumn, ...]
    rows: tuple[tuple[str, ...], ...]


def sheet_of(view: AccountsView, rows: Sequence[Listed], today: date) -> PaperSheet:
    """Put these accounts on a sheet as the list shows them; it says that it is for our side, or for me alone."""
    table = view.table
    only_me = any(each.only_me for each in view.own.columns(table.columns.shown))
    columns = [(at, table.rows.columns[at]) for at in map(table.columns.at, table.columns.shown)]
    return PaperSheet(
        title=view.header.title.text(),
        status=view.tr("{status} · {day}").format(
            status=view.header.status.text() if len(rows) == table.rows.rowCount() else f"{len(rows):,} selected",
            day=short_day(today, date.max),
        ),
        mark=view.tr("For me only") if only_me else view.tr("Our side only"),
        columns=tuple(PaperColumn(each.title, table.columnWidth(at), each.right) for at, each in columns),
        rows=tuple(tuple(each.cell(row).text for _, each in columns) for row in rows),
    )
