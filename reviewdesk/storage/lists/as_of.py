"""The records of one account as they stood at a moment: as they are now, with every later change taken back."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Final, cast
from uuid import UUID

from sqlalchemy import Connection, bindparam, func, select

from reviewdesk.domain.changes import Kind
from reviewdesk.storage.kept_tables import change, step
from reviewdesk.storage.mapping import Stored
from reviewdesk.storage.records import MAPS, TABLES

KINDS: Final = (
    Kind.ACCOUNT, Kind.PERSON, Kind.CONCERN, Kind.FOLLOW_UP, Kind.QUESTION, Kind.OPPORTUNITY, Kind.CONTACT, Kind.ANSWER,
)  # fmt: skip
_IDS: Final = func.json_each(bindparam("ids")).table_valued("value")


@dataclass(frozen=True, slots=True)
class AsOf:
    """One record at a moment and now; `entered_at` where the book heard of it only after that moment.

    One that was entered later stands as it was when it was entered; `now` is empty where it has gone since.
    """

    then: Any
    now: Any
    entered_at: datetime | None = None


@dataclass(slots=True)
class _Rolled:
    """One row on its way back in time."""

    kind: Kind
    now: Mapping[str, Stored] | None
    row: dict[str, Stored]
    entered_at: datetime | None = None
    fields: set[str] = field(default_factory=set)


def as_of(connection: Connection, account_id: UUID, moment: datetime) -> dict[Kind, tuple[AsOf, ...]]:
    """Give what belongs to an account at a moment: itself, people, concerns, follow-ups and what was said."""
    rows = _rows_now(connection, account_id) | _gone_since(connection, account_id, moment)
    for told in _changes_since(connection, rows, moment):
        _take_back(rows[told["record_id"]], told)
    found: dict[Kind, list[AsOf]] = {kind: [] for kind in KINDS}
    for each in rows.values():
        if each.row and _belongs(each, account_id):
            now = MAPS[each.kind].to_record(each.now) if each.now is not None else None
            found[each.kind].append(AsOf(_record(each), now, each.entered_at))
    return {kind: tuple(records) for kind, records in found.items()}


def first_heard_of(connection: Connection, account_id: UUID) -> datetime | None:
    """Give the moment at which an account came into the book."""
    query = select(step.c.at).join(change, change.c.step_id == step.c.id)
    query = query.where(change.c.record_id == account_id.hex).order_by(change.c.number).limit(1)
    at = connection.execute(query).scalar()
    return datetime.fromisoformat(at) if at else None


def _rows_now(connection: Connection, account_id: UUID) -> dict[str, _Rolled]:
    found = {}
    for kind in KINDS:
        table = TABLES[kind]
        owner = table.c.id if kind is Kind.ACCOUNT else table.c.account_id
        for row in connection.execute(select(table).where(owner == account_id.hex)).mappings():
            found[row["id"]] = _Rolled(kind, dict(row), dict(row))
    return found


def _gone_since(connection: Connection, account_id: UUID, moment: datetime) -> dict[str, _Rolled]:
    """Find what belonged to the account and was taken out, or given to another account, since."""
    holds = f'%"{account_id.hex}"%'
    query = (
        select(change.c.kind, change.c.record_id)
        .join(step, step.c.id == change.c.step_id)
        .where(step.c.at > moment.isoformat(), change.c.kind.in_([each.value for each in KINDS]))
        .where(change.c.field.in_(["", "account_id"]), change.c.old.like(holds))
    )
    found = {}
    for kind, record_id in connection.execute(query):
        table = TABLES[Kind(kind)]
        row = connection.execute(select(table).where(table.c.id == record_id)).mappings().first()
        found[record_id] = _Rolled(Kind(kind), dict(row) if row else None, dict(row) if row else {})
    return found


def _changes_since(
    connection: Connection, rows: Mapping[str, _Rolled], moment: datetime
) -> Iterable[Mapping[str, Any]]:
    query = (
        select(change, step.c.at)
        .join(step, step.c.id == change.c.step_id)
        .where(change.c.record_id.in_(select(_IDS.c.value)), step.c.at > moment.isoformat())
        .order_by(change.c.number.desc())
    )
    return cast(
        "Iterable[Mapping[str, Any]]", connection.execute(query, {"ids": json.dumps(list(rows))}).mappings().all()
    )


def _take_back(rolled: _Rolled, each: Mapping[str, Any]) -> None:
    if each["field"]:
        rolled.row[each["field"]] = None if each["old"] is None else json.loads(each["old"])
        return
    if each["new"] is not None:
        rolled.row = json.loads(each["new"])
        rolled.entered_at = datetime.fromisoformat(each["at"])
        return
    rolled.row = json.loads(each["old"] or "{}")
    rolled.entered_at = None


def _belongs(rolled: _Rolled, account_id: UUID) -> bool:
    return rolled.kind is Kind.ACCOUNT or rolled.row.get("account_id") == account_id.hex


def _record(rolled: _Rolled) -> Any:  # noqa: ANN401 - each kind has a record of its own
    """Make the record of a row that an earlier version of the program may have written with fewer columns."""
    record_map = MAPS[rolled.kind]
    known = [(name, load) for name, load in record_map.loads if name in rolled.row]
    values = {
        name: value if (value := rolled.row[name]) is None or load is None else load(value) for name, load in known
    }
    return record_map.record(**values)
