"""Taking records out with all that goes with them; what only refers to them forgets them."""

from collections.abc import Iterator, Sequence
from uuid import UUID

from sqlalchemy import Column, Table, select, update

from reviewdesk.domain.changes import Kind
from reviewdesk.storage.ledger import Ledger
from reviewdesk.storage.mapping import Row
from reviewdesk.storage.records import KINDS, TABLES
from reviewdesk.storage.steps import Change, dump

_BATCH = 500


def remove_rows(ledger: Ledger, kind: Kind, ids: Sequence[str]) -> None:
    """Take rows of one kind out after all rows that go with them."""
    for start in range(0, len(ids), _BATCH):
        some = ids[start : start + _BATCH]
        for other, column in pointing_at(kind):
            if column.info["on_remove"] == "go":
                found = ledger.connection.execute(select(other.c.id).where(column.in_(some))).scalars().all()
                remove_rows(ledger, KINDS[other.name], found)
            else:
                _forget(ledger, other, column, some)
        _take_out(ledger, kind, some)


def pointing_at(kind: Kind) -> Iterator[tuple[Table, Column[str]]]:
    """Give every column that points to a record of this kind, with its table."""
    for other in TABLES.values():
        for column in other.columns:
            if any(key.column.table is TABLES[kind] for key in column.foreign_keys):
                yield other, column


def _forget(ledger: Ledger, table: Table, column: Column[str], ids: Sequence[str]) -> None:
    rows = ledger.connection.execute(select(table).where(column.in_(ids))).mappings().all()
    if not rows:
        return
    values = {column.name: None, "version": table.c.version + 1, "changed_at": ledger.now.isoformat()}
    ledger.connection.execute(update(table).where(column.in_(ids)).values(values))
    kind = KINDS[table.name]
    ledger.note(Change(kind, row["id"], column.name, dump(row[column.name]), dump(None)) for row in rows)
    for row in rows:
        touch(ledger, kind, row)


def _take_out(ledger: Ledger, kind: Kind, ids: Sequence[str]) -> None:
    table = TABLES[kind]
    rows = ledger.connection.execute(select(table).where(table.c.id.in_(ids))).mappings().all()
    ledger.connection.execute(table.delete().where(table.c.id.in_(ids)))
    ledger.note(Change(kind, row["id"], "", dump(dict(row)), None) for row in rows)
    for row in rows:
        touch(ledger, kind, row)


def touch(ledger: Ledger, kind: Kind, row: Row) -> None:
    """Say that the record of a row was touched, and the account it concerns."""
    account = row["id"] if kind is Kind.ACCOUNT else row.get("account_id")
    ledger.touched(kind, UUID(row["id"]), UUID(account) if account else None)
