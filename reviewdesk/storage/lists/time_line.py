"""Everything that happened with one account, newest first, read in pages."""

from collections.abc import Collection
from dataclasses import dataclass
from typing import Final
from uuid import UUID

from sqlalchemy import Connection, Subquery, func, select, union_all

from reviewdesk.domain.happening import What
from reviewdesk.storage.kept_tables import change
from reviewdesk.storage.lists.time_line_sources import SOURCES

_YEAR: Final = 4


@dataclass(frozen=True, slots=True)
class Happened:
    """One row of the time line as it is read; `first` and `last` number the changes that a change is made of."""

    day: str
    what: What
    record_id: str | None
    words: str
    detail: str
    person: str
    number: int | None
    first: int | None = None
    last: int | None = None


def happened(
    connection: Connection, account_id: UUID, kinds: Collection[What], *, until: str, skip: int, most: int
) -> tuple[Happened, ...]:
    """Give what happened up to a day, the newest first, leaving out as many as were read before."""
    line = _line(account_id, kinds)
    columns = line.c
    query = select(line).where(columns.day <= until).order_by(columns.day.desc(), columns.what, columns.record_id)
    rows = connection.execute(query.order_by(columns.first).limit(most).offset(skip))
    return tuple(
        Happened(row[0], What(row[1]), row[2], row[3] or "", row[4] or "", row[5] or "", *row[6:]) for row in rows
    )


def years_of(connection: Connection, account_id: UUID, kinds: Collection[What]) -> tuple[tuple[int, int], ...]:
    """Give the years in which something happened, the newest first, each with how much did."""
    line = _line(account_id, kinds)
    year = func.substr(line.c.day, 1, _YEAR)
    rows = connection.execute(select(year, func.count()).group_by(year).order_by(year.desc()))
    return tuple((int(row[0]), row[1]) for row in rows)


def change_values(connection: Connection, numbers: Collection[int]) -> dict[int, tuple[str | None, str | None]]:
    """Give what stood there before and after each of these changes."""
    rows = connection.execute(select(change.c.number, change.c.old, change.c.new).where(change.c.number.in_(numbers)))
    return {row[0]: (row[1], row[2]) for row in rows}


def _line(account_id: UUID, kinds: Collection[What]) -> Subquery:
    return union_all(*(SOURCES[each](account_id.hex) for each in What if each in kinds)).subquery("line")
