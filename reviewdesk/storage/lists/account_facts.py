"""What more the list of accounts can show of each: read only where somebody looks at it, and only what is there."""

from collections.abc import Collection, Iterable
from datetime import date
from decimal import Decimal
from typing import Any, Final
from uuid import UUID

from sqlalchemy import ColumnElement, Connection, Float, Row, Select, case, cast, func, select

from reviewdesk.domain.account import AccountStatus
from reviewdesk.domain.people import Part
from reviewdesk.domain.tiers import Window
from reviewdesk.storage.ids import id_of
from reviewdesk.storage.kept_tables import standing
from reviewdesk.storage.mapping import SCALE
from reviewdesk.storage.records import ACCOUNT
from reviewdesk.storage.tables import account, answer, concern, custom_value, person, purchase

Ids = Collection[UUID] | None
_BATCH: Final = 900
_NOTHING: Final = ("", "[]")


def fields_of(connection: Connection, name: str, ids: Ids = None) -> dict[UUID, Any]:
    """Give one field of the accounts where anything stands in it."""
    column, load = account.c[name], ACCOUNT.field(name).load
    query = select(account.c.id, column).where(column.is_not(None), column.not_in(_NOTHING))
    return {id_of(row[0]): load(row[1]) for row in _rows(connection, query, account.c.id, ids)}


def notice_periods(connection: Connection, ids: Ids = None) -> dict[UUID, tuple[date, int, bool]]:
    """Give the end of each contract that has one, its notice in days, and whether a renewal was agreed."""
    columns = account.c
    query = select(columns.id, columns.contract_end, columns.notice_days, columns.renewal_agreed_on)
    query = query.where(columns.contract_end.is_not(None), columns.notice_days.is_not(None))
    rows = _rows(connection, query, columns.id, ids)
    return {id_of(row[0]): (date.fromisoformat(row[1]), int(row[2]), row[3] is not None) for row in rows}


def own_values(connection: Connection, field_id: UUID, ids: Ids = None) -> dict[UUID, str]:
    """Give what stands in a field of the person's own of accounts, as it is stored."""
    columns = custom_value.c
    query = select(columns.account_id, columns.value).where(
        columns.field_id == field_id.hex, columns.person_id.is_(None), columns.value != ""
    )
    return {id_of(row[0]): row[1] for row in _rows(connection, query, columns.account_id, ids)}


def parents(connection: Connection, ids: Ids = None) -> dict[UUID, str]:
    """Give the name of the parent of each account that has one."""
    above = account.alias("above")
    query = select(account.c.id, above.c.name).join_from(account, above, account.c.parent_id == above.c.id)
    return {id_of(row[0]): row[1] for row in _rows(connection, query, account.c.id, ids)}


def present_people(connection: Connection, today: date, ids: Ids = None) -> dict[UUID, tuple[int, bool, str]]:
    """Give how many people each account has, whether one of them is a sponsor, and their names in lines."""
    columns = person.c
    is_sponsor = case((columns.part == Part.SPONSOR.value, 1), else_=0)
    names = func.group_concat(columns.name, "\n")
    query = select(columns.account_id, func.count(), func.max(is_sponsor), names).where(
        columns.left_on.is_(None) | (columns.left_on > today.isoformat())
    )
    rows = _rows(connection, query.group_by(columns.account_id), columns.account_id, ids)
    return {id_of(row[0]): (int(row[1]), bool(row[2]), row[3]) for row in rows}


def sums_in(connection: Connection, window: Window, ids: Ids = None) -> dict[UUID, list[tuple[str, Decimal]]]:
    """Give what each account bought between two days, by currency."""
    columns = purchase.c
    query = select(columns.account_id, columns.currency, func.sum(columns.amount)).where(
        columns.bought_on.between(window.start.isoformat(), window.end.isoformat())
    )
    query = query.group_by(columns.account_id, columns.currency)
    found: dict[UUID, list[tuple[str, Decimal]]] = {}
    for row in _rows(connection, query, columns.account_id, ids):
        found.setdefault(id_of(row[0]), []).append((row[1], Decimal(row[2]) / SCALE))
    return found


def heard_on(connection: Connection, ids: Ids = None) -> dict[UUID, date]:
    """Give the last day on which an account raised a concern or answered a question."""
    found: dict[UUID, date] = {}
    of_concerns = select(concern.c.account_id, func.max(concern.c.raised_on)).where(concern.c.withdrawn == 0)
    of_answers = select(answer.c.account_id, func.max(answer.c.answered_on)).where(answer.c.is_guess == 0)
    for query, of in ((of_concerns, concern.c.account_id), (of_answers, answer.c.account_id)):
        for row in _rows(connection, query.group_by(of), of, ids):
            key, day = id_of(row[0]), date.fromisoformat(row[1])
            found[key] = max(day, found.get(key, day))
    return found


def largest(connection: Connection, most: int) -> list[UUID]:
    """Give the accounts with the largest revenue among those that buy, as it is kept."""
    size = cast(standing.c.revenue, Float)
    # Twice as many: some of them may have gone. To ask for it at once would look each account up.
    top = select(standing.c.account_id).order_by(size.desc()).limit(2 * most)
    ids = [id_of(each) for each in connection.execute(top).scalars()]
    query = select(account.c.id).where(account.c.status.in_([AccountStatus.ACTIVE.value, AccountStatus.WON_BACK.value]))
    buying = {id_of(row[0]) for row in _rows(connection, query, account.c.id, ids)}
    return [each for each in ids if each in buying][:most]


def _rows(
    connection: Connection, query: Select[Any], of: ColumnElement[Any], ids: Ids
) -> Iterable[Row[*tuple[Any, ...]]]:
    """Give the rows of all accounts, or of these alone."""
    if ids is None:
        return connection.execute(query)
    wanted = [each.hex for each in ids]
    parts = (wanted[start : start + _BATCH] for start in range(0, len(wanted), _BATCH))
    return [row for part in parts for row in connection.execute(query.where(of.in_(part)))]
