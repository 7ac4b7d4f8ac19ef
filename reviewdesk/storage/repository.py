"""Repositories: records by id or by a field, and put back with only what changed."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any, Generic, cast
from uuid import UUID

from sqlalchemy import insert, select, update

from reviewdesk.domain.changes import Kind
from reviewdesk.domain.errors import MissingError, StaleError
from reviewdesk.storage.ledger import Ledger
from reviewdesk.storage.mapping import Record, RecordMap, Row, Stored
from reviewdesk.storage.removal import remove_rows
from reviewdesk.storage.steps import Change, dump

MANY = 500
_SEVERAL = (list, tuple, set, frozenset)


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
        row = self._row(record_id)
        return None if row is None else self._record(row)

    def all(self) -> tuple[Record, ...]:
        """Give every record of this kind."""
        return self.where()

    def where(self, **equal: object) -> tuple[Record, ...]:
        """Give the records whose fields equal these values; a list of values means any of them."""
        many = next((name for name, value in equal.items() if isinstance(value, _SEVERAL)), None)
        if many is None:
            return self._records(self._rows(equal))
        values = list(dict.fromkeys(cast("Iterable[object]", equal[many])))
        parts = (values[start : start + MANY] for start in range(0, len(values), MANY))
        return self._records([row for part in parts for row in self._rows({**equal, many: part})])

    def _rows(self, equal: Mapping[str, object]) -> Sequence[Row]:
        query = select(self._table)
        for name, value in equal.items():
            column, store = self._table.c[name], self._map.field(name).store
            if isinstance(value, _SEVERAL):
                query = query.where(column.in_([store(each) for each in value]))
            else:
                query = query.where(column.is_(None) if value is None else column == store(value))
        return self._ledger.connection.execute(query).mappings().all()

    def put(self, record: Record) -> Record:
        """Write a new record, or the fields of a known one that changed; give it with its new version.

        Raises:
            StaleError: it was changed elsewhere since it was read.
            MissingError: it was in the book and was removed since it was read.
        """
        row = self._row(_id(record))
        if row is not None:
            return self._change(record, row)
        if _version(record):
            raise self._missing()
        return self._add(record)

    def add_all(self, records: Sequence[Record]) -> None:
        """Write many new records at once."""
        rows = [self._new_row(each) for each in records]
        for start in range(0, len(rows), MANY * 20):
            self._ledger.connection.execute(insert(self._table), rows[start : start + MANY * 20])
        self._ledger.note(Change(self._map.kind, str(row["id"]), "", None, dump(row)) for row in rows)
        for each in records:
            self._touch(each)

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
        query = select(self._table).where(self._table.c.id == record_id.hex)
        return self._ledger.connection.execute(query).mappings().one_or_none()

    def _record(self, row: Row) -> Record:
        return self._records([row])[0]

    def _records(self, rows: Sequence[Row]) -> tuple[Record, ...]:
        return tuple(self._map.to_record(row) for row in rows)

    def _new_row(self, record: Record) -> dict[str, Stored]:
        now = self._ledger.now.isoformat()
        return {**self._map.to_row(record), "version": 1, "created_at": now, "changed_at": now}

    def _add(self, record: Record) -> Record:
        row = self._new_row(record)
        self._ledger.connection.execute(insert(self._table), row)
        self._ledger.note([Change(self._map.kind, str(row["id"]), "", None, dump(row))])
        self._touch(record)
        return _with_version(record, 1)

    def _change(self, record: Record, row: Row) -> Record:
        if row["version"] != _version(record):
            raise StaleError(
                f"This {self._map.noun} was changed elsewhere in the meantime. Look at both and keep the one you mean.",
                mine=record,
                stored=self._record(row),
            )
        changed = {
            name: new for name, new in self._map.to_row(record).items() if new != row[name] and name != "version"
        }
        return self._write(record, row, changed) if changed else record

    def _write(self, record: Record, row: Row, changed: dict[str, Stored]) -> Record:
        version = _version(record) + 1
        values = {**changed, "version": version, "changed_at": self._ledger.now.isoformat()}
        self._ledger.connection.execute(update(self._table).where(self._table.c.id == row["id"]).values(values))
        self._ledger.note(
            Change(self._map.kind, row["id"], name, dump(row[name]), dump(new)) for name, new in changed.items()
        )
        self._touch(record)
        if "account_id" in changed:
            self._ledger.touched(self._map.kind, _id(record), UUID(row["account_id"]))
        return _with_version(record, version)

    def _touch(self, record: Record) -> None:
        account_id = _id(record) if self._map.kind is Kind.ACCOUNT else getattr(record, "account_id", None)
        self._ledger.touched(self._map.kind, _id(record), account_id)


def _id(record: Any) -> UUID:  # noqa: ANN401 - records share no base class on purpose
    return record.id  # type: ignore[no-any-return]


def _version(record: Any) -> int:  # noqa: ANN401 - as above
    return record.version  # type: ignore[no-any-return]


def _with_version(record: Record, version: int) -> Record:
    return replace(record, version=version)  # type: ignore[type-var]
