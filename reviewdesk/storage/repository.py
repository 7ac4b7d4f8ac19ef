"""Repositories: records by id or by a field, and put back with only what changed."""

from collections import defaultdict
from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from functools import cache, lru_cache
from typing import Any, Generic, TypeVar, cast
from uuid import UUID

from sqlalchemy import Table, Update, bindparam, select, update

from reviewdesk.domain.changes import Kind
from reviewdesk.domain.errors import MissingError, StaleError
from reviewdesk.storage.ledger import Ledger
from reviewdesk.storage.many import insert_many
from reviewdesk.storage.mapping import Record, RecordMap, Row, Stored
from reviewdesk.storage.memory import LONGEST
from reviewdesk.storage.ready import ReadySelect
from reviewdesk.storage.removal import remove_rows
from reviewdesk.storage.steps import Change, dump

MANY = 500
_SEVERAL = (list, tuple, set, frozenset)
Found = TypeVar("Found")


class Repository(Generic[Record]):
    """The records of one kind, within one transaction."""

    def __init__(self, ledger: Ledger, record_map: RecordMap[Record]) -> None:
        self._ledger = ledger
        self._map = record_map
        self._table = record_map.table

    def get(self, record_id: UUID) -> Record:
        """Give one record.

        Raises:
            MissingError: it is not in the book.
        """
        found = self.find(record_id)
        if found is None:
            raise self._missing()
        return found

    def find(self, record_id: UUID) -> Record | None:
        """Give one record, or nothing."""
        found: Record | None = self._recall(record_id)
        if found is None:
            row = self._row(record_id)
            found = None if row is None else self._keep(record_id, self._record(row))
        return found

    def all(self) -> tuple[Record, ...]:
        """Give every record of this kind."""
        return self.where()

    def where(self, **equal: object) -> tuple[Record, ...]:
        """Give the records whose fields equal these values; a list of values means any of them."""
        many = next((name for name, value in equal.items() if isinstance(value, _SEVERAL)), None)
        if many is None:
            key = tuple(equal.items())
            known: tuple[Record, ...] | None = self._recall(key)
            return self._keep(key, self._records(self._rows(equal))) if known is None else known
        values = list(dict.fromkeys(cast("Iterable[object]", equal[many])))
        parts = (values[start : start + MANY] for start in range(0, len(values), MANY))
        return self._records([row for part in parts for row in self._rows({**equal, many: part})])

    def _rows(self, equal: Mapping[str, object]) -> Sequence[Row]:
        query = _query(self._table, tuple((name, _shape(value)) for name, value in equal.items()))
        values = {name: self._stored(name, value) for name, value in equal.items() if value is not None}
        if any(isinstance(value, _SEVERAL) for value in equal.values()):
            return self._ledger.connection.execute(query.statement, values).mappings().all()
        return query.rows(self._ledger.connection, values)

    def _stored(self, name: str, value: object) -> object:
        store = self._map.field(name).store
        return [store(each) for each in value] if isinstance(value, _SEVERAL) else store(value)

    def _recall(self, key: Hashable) -> Any:  # noqa: ANN401 - a row, a record or records, as they were kept
        return self._ledger.memory.recall(self._map.kind, key)

    def _keep(self, key: Hashable, found: Found) -> Found:
        if not isinstance(found, tuple) or len(found) <= LONGEST:
            self._ledger.memory.keep(self._map.kind, key, found)
        return found

    def put(self, record: Record) -> Record:
        """Write a new record, or the fields of a known one that changed; give it with its new version.

        Raises:
            StaleError: it was changed elsewhere since it was read.
            MissingError: it was in the book and was removed since it was read.
        """
        row = self._row(_id(record))
        if row is not None:
            return self._change(record, row)
        return self._add(self._unless_removed(record))

    def _unless_removed(self, record: Record) -> Record:
        if _version(record):
            raise self._missing()
        return record

    def add_all(self, records: Sequence[Record]) -> None:
        """Write many new records at once."""
        self.add_ready(ready_rows(self._map, records, self._ledger.now))

    def add_ready(self, ready: "ReadyRows") -> None:
        """Write new records whose rows were made ready before the transaction began."""
        insert_many(self._ledger.connection, self._table, ready.rows)
        self._ledger.note(ready.changes)
        for record_id, account_id in ready.touched:
            self._ledger.touched(self._map.kind, record_id, account_id)

    def put_all(self, records: Sequence[Record]) -> None:
        """Write many records, new or known, as `put` writes one.

        Raises:
            StaleError: one of them was changed elsewhere since it was read.
            MissingError: one of them was in the book and was removed since it was read.
        """
        known: dict[str, Row] = {}
        for start in range(0, len(records), MANY):
            ids = [_id(each).hex for each in records[start : start + MANY]]
            query = select(self._table).where(self._table.c.id.in_(ids))
            known.update((row["id"], row) for row in self._ledger.connection.execute(query).mappings())
        fresh, writes = [], defaultdict(list)
        for each in records:
            row = known.get(_id(each).hex)
            if row is None:
                fresh.append(self._unless_removed(each))
            elif changed := self._changed(each, row):
                writes[tuple(changed)].append({"the_id": row["id"], **self._noted(each, row, changed)})
        self.add_all(fresh)
        for values in writes.values():
            self._ledger.connection.execute(_update(self._table), values)

    def remove(self, record_id: UUID) -> None:
        """Take a record out with all that belongs to it; it comes back as itself when this is undone.

        Raises:
            MissingError: it is not in the book.
        """
        if self._row(record_id) is None:
            raise self._missing()
        remove_rows(self._ledger, self._map.kind, [record_id.hex])

    def _missing(self) -> MissingError:
        return MissingError(f"This {self._map.noun} is no longer in the book. Undo its removal, or go back.")

    def _row(self, record_id: UUID) -> Row | None:
        row: Row | None = self._recall(record_id.hex)
        if row is None:
            row = next(iter(self._rows({"id": record_id})), None)
            if row is not None:
                self._keep(record_id.hex, row)
        return row

    def _record(self, row: Row) -> Record:
        return self._records([row])[0]

    def _records(self, rows: Sequence[Row]) -> tuple[Record, ...]:
        return tuple(self._map.to_record(row) for row in rows)

    def _add(self, record: Record) -> Record:
        self.add_ready(ready_rows(self._map, [record], self._ledger.now))
        return _with_version(record, 1)

    def _change(self, record: Record, row: Row) -> Record:
        changed = self._changed(record, row)
        return self._write(record, row, changed) if changed else record

    def _write(self, record: Record, row: Row, changed: dict[str, Stored]) -> Record:
        values = self._noted(record, row, changed)
        self._ledger.connection.execute(_update(self._table), {"the_id": row["id"], **values})
        self._keep(str(row["id"]), {**row, **values})
        return _with_version(record, _version(record) + 1)

    def _changed(self, record: Record, row: Row) -> dict[str, Stored]:
        """Give the stored values that differ, or refuse where the row is newer than what was read."""
        if row["version"] != _version(record):
            raise StaleError(
                f"This {self._map.noun} was changed elsewhere in the meantime. Look at both and keep the one you mean.",
                mine=record,
                stored=self._record(row),
            )
        return {name: new for name, new in self._map.to_row(record).items() if new != row[name] and name != "version"}

    def _noted(self, record: Record, row: Row, changed: dict[str, Stored]) -> dict[str, Stored]:
        """Remember what changes, and give the values to write."""
        self._ledger.note(
            Change(self._map.kind, row["id"], name, dump(row[name]), dump(new)) for name, new in changed.items()
        )
        self._touch(record, counted=not changed)
        if "account_id" in changed:
            self._ledger.touched(self._map.kind, _id(record), UUID(row["account_id"]))
        return {**changed, "version": _version(record) + 1, "changed_at": self._ledger.now.isoformat()}

    def _touch(self, record: Record, *, counted: bool) -> None:
        touched = self._ledger.counted if counted else self._ledger.touched
        touched(self._map.kind, _id(record), _account_of(self._map, record))


def _shape(value: object) -> str:
    return "none" if value is None else "several" if isinstance(value, _SEVERAL) else "one"


@lru_cache(maxsize=200)
def _query(table: Table, wanted: tuple[tuple[str, str], ...]) -> ReadySelect:
    """Select the rows whose columns are nothing, one value or one of several; the values come by the columns' names."""
    query = select(table)
    for name, shape in wanted:
        column = table.c[name]
        if shape == "none":
            query = query.where(column.is_(None))
        elif shape == "several":
            query = query.where(column.in_(bindparam(name, expanding=True)))
        else:
            query = query.where(column == bindparam(name))
    return ReadySelect(query)


@cache
def _update(table: Table) -> Update:
    """Change the row of the id `the_id`, which no column is called."""
    return update(table).where(table.c.id == bindparam("the_id"))


@dataclass(frozen=True, slots=True)
class ReadyRows:
    """New records as they will be written: their rows, what the history says of them, and what they touch."""

    rows: list[dict[str, Stored]]
    changes: list[Change]
    touched: list[tuple[UUID, UUID | None]]


def ready_rows(record_map: RecordMap[Record], records: Iterable[Record], now: datetime) -> ReadyRows:
    """Make new records ready to be written, outside of any transaction."""
    at, kept = now.isoformat(), list(records)
    rows = [{**record_map.to_row(each), "version": 1, "created_at": at, "changed_at": at} for each in kept]
    return ReadyRows(
        rows,
        [Change(record_map.kind, str(row["id"]), "", None, dump(row)) for row in rows],
        [(_id(each), _account_of(record_map, each)) for each in kept],
    )


def _account_of(record_map: RecordMap[Record], record: Record) -> UUID | None:
    return _id(record) if record_map.kind is Kind.ACCOUNT else getattr(record, "account_id", None)


def _id(record: Any) -> UUID:  # noqa: ANN401 - records share no base class on purpose
    return record.id  # type: ignore[no-any-return]


def _version(record: Any) -> int:  # noqa: ANN401 - as above
    return record.version  # type: ignore[no-any-return]


def _with_version(record: Record, version: int) -> Record:
    return replace(record, version=version)  # type: ignore[type-var]
