"""Records made ready beside the book, so that moving them in is all that other writers have to wait for.

They lie in temporary tables of one connection: nobody else sees them, and they are gone with it however it ends. What
follows from them is read under views that show the book as it will be.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from itertools import islice
from typing import Any, Final
from uuid import UUID, uuid4

from sqlalchemy import (
    Column,
    Connection,
    Index,
    MetaData,
    Select,
    Table,
    Text,
    bindparam,
    func,
    insert,
    literal,
    select,
    update,
)
from sqlalchemy.schema import CreateIndex, CreateTable, DropTable

from reviewdesk.domain.changes import Kind
from reviewdesk.domain.clock import Clock
from reviewdesk.storage import kept_tables, search_sources, standing
from reviewdesk.storage.driver import driver
from reviewdesk.storage.many import insert_many
from reviewdesk.storage.mapping import Record, RecordMap, Stored
from reviewdesk.storage.reading import Reading

_AT_ONCE: Final = 5_000
# Pages that were changed stay in memory a while, and are brought from the log into the book after the step, not in it.
_SETTINGS: Final = ("PRAGMA cache_size=-16384", "PRAGMA wal_autocheckpoint=0")
_LIE_TOGETHER_BY: Final = ("account_id", "record_id", "id")


class Staging:
    """The new records of one step, with all that goes with them.

    Once it is finished, `records` and `account_ids` tell what moving them in touches, and `new_accounts` which accounts
    are among them.
    """

    def __init__(self, connection: Connection, clock: Clock) -> None:
        self.connection = connection
        self.step_id = uuid4()
        self.records: set[tuple[Kind, UUID]] = set()
        self.account_ids: set[UUID] = set()
        self.new_accounts: list[UUID] = []
        self.coming: dict[RecordMap[Any], Table] = {}
        self._touched_accounts: set[Stored] = set()
        self._becoming: dict[RecordMap[Any], Table] = {}
        self._going: dict[RecordMap[Any], Table] = {}
        self._clock = clock
        self._at = clock.now().isoformat()
        for setting in _SETTINGS:
            connection.exec_driver_sql(setting)
        self.changes = self._beside("coming", kept_tables.change)
        self.standing = self._beside("coming", kept_tables.standing)
        words = Table("words", MetaData(), *_columns(kept_tables.search_entry), Column("words", Text))
        self.words = self._beside("coming", words)

    def add(self, record_map: RecordMap[Record], records: Iterable[Record]) -> None:
        """Make new records of one kind ready, all at once; kinds are moved in in the order they come."""
        filled = self._beside("filled", record_map.table)
        self._fill(filled, (self._touched(record_map, each) for each in records))
        self.coming[record_map] = self._sorted(filled, record_map.table)

    def give(self, record_map: RecordMap[Any], field: str, values: Mapping[UUID, object]) -> None:
        """Give a field of new records that are ready other values, by their ids."""
        table, store = self.coming[record_map], record_map.field(field).store
        if values:
            given = update(table).where(table.c.id == bindparam("of")).values({field: bindparam("to")})
            self.connection.execute(given, [{"of": each.hex, "to": store(value)} for each, value in values.items()])

    def expect(self, record_map: RecordMap[Record], records: Sequence[Record]) -> None:
        """Show records of the book as they will be; they are not moved in."""
        if not records:
            return
        table, stored = self._beside("becoming", record_map.table), _main(record_map.table)
        self._becoming[record_map] = table
        self._fill(table, (self._row(record_map, each) for each in records))
        made_at = select(stored.c.created_at).where(stored.c.id == table.c.id).scalar_subquery()
        self.connection.execute(update(table).values(created_at=made_at))

    def take_out(self, record_map: RecordMap[Any], ids: Sequence[UUID]) -> None:
        """Show the book without these records; they are not removed here."""
        if ids:
            self._going[record_map] = self._beside("going", record_map.table)
            self.connection.execute(insert(self._going[record_map]), [{"id": each.hex} for each in ids])

    @contextmanager
    def as_it_will_be(self) -> Iterator[Reading]:
        """Read the book as it will stand: a temporary view of the same name lies over each table that will differ."""
        maps = dict.fromkeys((*self.coming, *self._becoming, *self._going))
        for each in maps:
            shown = self._shown(each).compile(self.connection, compile_kwargs={"literal_binds": True})
            self.connection.exec_driver_sql(f"CREATE TEMP VIEW {each.table.name} AS {shown}")
        try:
            yield Reading(self.connection, self._clock)
        finally:
            for each in maps:
                self.connection.exec_driver_sql(f"DROP VIEW temp.{each.table.name}")

    def finish(self) -> None:
        """Make the history, the words to be searched and the standing of the new accounts ready."""
        self.new_accounts = [each for kind, each in self.records if kind is Kind.ACCOUNT]
        self.account_ids = {*self.new_accounts, *(UUID(str(each)) for each in self._touched_accounts)}
        for record_map, table in self.coming.items():
            self._note(record_map, table)
            if record_map.kind in search_sources.SOURCES:
                self._fill(self.words, self._words(record_map.kind, table))
        with self.as_it_will_be() as reading:
            ids = [each.hex for each in self.new_accounts]
            rows = standing.rows_of(self.connection, reading.book, Clock().today(), ids)
            self._fill(self.standing, rows)

    def bring_home(self) -> None:
        """Bring what was moved in from the log into the book while others write; where that fails, it stays there."""
        with suppress(driver.DatabaseError):
            self.connection.connection.cursor().execute("PRAGMA wal_checkpoint(PASSIVE)").fetchall()

    def _beside(self, prefix: str, table: Table) -> Table:
        beside = Table(f"{prefix}_{table.name}", MetaData(), *_columns(table), schema="temp")
        self.connection.execute(CreateTable(beside))
        return beside

    def _sorted(self, filled: Table, table: Table) -> Table:
        """Put what lies together in the book together here too: it is written and found several times as fast."""
        coming = self._beside("coming", table)
        by = next(each for each in _LIE_TOGETHER_BY if each in coming.c)
        self.connection.execute(insert(coming).from_select(coming.c.keys(), select(filled).order_by(filled.c[by])))
        self.connection.execute(DropTable(filled))
        self.connection.execute(CreateIndex(Index(f"ix_{coming.name}", coming.c[by])))
        return coming

    def _fill(self, table: Table, rows: Iterator[dict[str, Stored]]) -> None:
        while some := list(islice(rows, _AT_ONCE)):
            insert_many(self.connection, table, some)

    def _touched(self, record_map: RecordMap[Record], record: Any) -> dict[str, Stored]:  # noqa: ANN401 - of any kind
        self.records.add((record_map.kind, record.id))
        row = self._row(record_map, record)
        if account_id := row.get("account_id"):
            self._touched_accounts.add(account_id)
        return row

    def _row(self, record_map: RecordMap[Record], record: Record) -> dict[str, Stored]:
        row = record_map.to_row(record)
        row["version"], row["created_at"], row["changed_at"] = 1, self._at, self._at
        return row

    def _shown(self, record_map: RecordMap[Any]) -> Any:  # noqa: ANN401 - a select, or several joined
        stored, becoming = select(_main(record_map.table)), self._becoming.get(record_map)
        if becoming is not None:
            stored = stored.where(stored.selected_columns.id.not_in(select(becoming.c.id)))
        if record_map in self._going:
            stored = stored.where(stored.selected_columns.id.not_in(select(self._going[record_map].c.id)))
        others = [each for each in (self.coming.get(record_map), becoming) if each is not None]
        return stored.union_all(*map(select, others)) if others else stored

    def _note(self, record_map: RecordMap[Any], table: Table) -> None:
        """Write the history of new records: each one's whole row."""
        pairs = (each for column in table.c for each in (column.name, column))
        query: Select[Any] = select(
            literal(self.step_id.hex), literal(record_map.kind.value), table.c.id, literal(""), func.json_object(*pairs)
        )
        names = ["step_id", "kind", "record_id", "field", "new"]
        self.connection.execute(insert(self.changes).from_select(names, query.order_by(table.c.id)))

    def _words(self, kind: Kind, table: Table) -> Iterator[dict[str, Stored]]:
        source = search_sources.SOURCES[kind]
        for row in self.connection.execute(select(table)).mappings():
            account_id, day = row[source.account] if source.account else None, row[source.day] or ""
            if words := search_sources.words_in(kind, row, account_id, day):
                yield {
                    "kind": kind.value, "record_id": row["id"], "account_id": account_id, "day": day, "words": words,
                }  # fmt: skip


def _columns(table: Table) -> list[Column[Any]]:
    return [Column(each.name, each.type) for each in table.columns]


def _main(table: Table) -> Table:
    """Give the table itself, also where a view lies over its name."""
    return Table(table.name, MetaData(), *_columns(table), schema="main")
