"""Having everything that points to one record point to another one, in the history like any other change."""

from collections.abc import Iterator
from uuid import UUID

from sqlalchemy import Column, Table, UniqueConstraint, select, update

from reviewdesk.domain.changes import Kind
from reviewdesk.storage.ledger import Ledger
from reviewdesk.storage.records import KINDS
from reviewdesk.storage.removal import pointing_at, touch
from reviewdesk.storage.steps import Change, dump
from reviewdesk.storage.tables import handed_over, note_line, source_key


def repoint(ledger: Ledger, kind: Kind, old: UUID, new: UUID) -> None:
    """Have what points to one record point to another one of its kind.

    What may be there only once for each record stays, and goes with the old one when that is removed.
    """
    for table, column in (
        *_columns(kind),
        (source_key, source_key.c.record_id),
        (handed_over, handed_over.c.record_id),
    ):
        _move(ledger, table, column, old, new)


def _columns(kind: Kind) -> Iterator[tuple[Table, Column[str]]]:
    for table, column in pointing_at(kind):
        alone = (each for each in table.constraints if isinstance(each, UniqueConstraint))
        if not any(column.name in each.columns for each in alone):
            yield table, column
    if kind is Kind.PERSON:
        yield note_line, note_line.c.said_by_id


def _move(ledger: Ledger, table: Table, column: Column[str], old: UUID, new: UUID) -> None:
    rows = ledger.connection.execute(select(table).where(column == old.hex)).mappings().all()
    if not rows:
        return
    values = {column.name: new.hex, "version": table.c.version + 1, "changed_at": ledger.now.isoformat()}
    ledger.connection.execute(update(table).where(column == old.hex).values(values))
    kind = KINDS[table.name]
    ledger.note(Change(kind, row["id"], column.name, dump(old.hex), dump(new.hex)) for row in rows)
    for row in rows:
        touch(ledger, kind, row)
        touch(ledger, kind, {**row, column.name: new.hex})
