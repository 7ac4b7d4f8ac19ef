"""Reviews with their note lines; a put writes only the lines that changed."""

from collections.abc import Sequence
from typing import Any, Final
from uuid import UUID

from sqlalchemy import Row as SqlRow
from sqlalchemy import insert, select, update

from reviewdesk.domain.changes import Kind
from reviewdesk.domain.review import NoteLine, Review
from reviewdesk.storage.ledger import Ledger
from reviewdesk.storage.line_rows import COLUMNS, NAMES, line_of, named, values_of
from reviewdesk.storage.mapping import Row, Stored
from reviewdesk.storage.positions import positions
from reviewdesk.storage.records import REVIEW
from reviewdesk.storage.repository import MANY, Repository
from reviewdesk.storage.steps import Change, dump
from reviewdesk.storage.tables import note_line

OWN: Final = len(NAMES)
LineRow = SqlRow[*tuple[Any, ...]]
Rows = dict[str, LineRow]


class ReviewRepository(Repository[Review]):
    """The reviews of a book, each with its lines in order."""

    def __init__(self, ledger: Ledger) -> None:
        super().__init__(ledger, REVIEW)
        self._as_read: dict[UUID, tuple[NoteLine, ...]] = {}

    def _records(self, rows: Sequence[Row]) -> tuple[Review, ...]:
        lines: dict[str, list[NoteLine]] = {row["id"]: [] for row in rows}
        for row in self._line_rows(list(lines)):
            lines[row.review_id].append(line_of(row[:OWN]))
        return tuple(self._map.to_record(row, lines=tuple(lines[row["id"]])) for row in rows)

    def outlines(self, account_id: UUID | None = None) -> tuple[Review, ...]:
        """Give every review, or those of one account, without its lines, for lists."""
        query = select(self._table)
        if account_id is not None:
            query = query.where(self._table.c.account_id == account_id.hex)
        rows = self._ledger.connection.execute(query).mappings().all()
        return tuple(self._map.to_record(row, lines=()) for row in rows)

    def fresh(self, review_id: UUID, known: Review | None) -> Review:
        """Give a review; one that is known already is given back itself while it is as it was read.

        Raises:
            MissingError: there is no such review.
        """
        row = self._row(review_id)
        if known is None or row is None or row["version"] != known.version:
            return self.get(review_id)
        self._as_read[review_id] = known.lines
        return known

    def _line_rows(self, review_ids: list[str]) -> list[LineRow]:
        """Give the rows of lines in their order, each with its own columns first."""
        found: list[LineRow] = []
        for start in range(0, len(review_ids), MANY):
            query = select(*COLUMNS).where(note_line.c.review_id.in_(review_ids[start : start + MANY]))
            found += self._ledger.connection.execute(query.order_by(note_line.c.position, note_line.c.id)).all()
        return found

    def _add(self, record: Review) -> Review:
        added = super()._add(record)
        self._put_lines(record)
        return added

    def add_all(self, records: Sequence[Review]) -> None:
        """Write many new reviews with their lines."""
        super().add_all(records)
        rows = [
            _line_row(each, line, place)
            for each in records
            for line, place in zip(each.lines, positions([(line.id.hex, None) for line in each.lines]), strict=True)
        ]
        account_of = {each.id.hex: each.account_id for each in records}
        self._ledger.note(self._add_lines(rows))
        for row in rows:
            self._ledger.touched(Kind.NOTE_LINE, UUID(str(row["id"])), account_of[str(row["review_id"])])

    def put_all(self, records: Sequence[Review]) -> None:
        """Write many reviews, each with its lines."""
        for each in records:
            self.put(each)

    def _change(self, record: Review, row: Row) -> Review:
        changed = super()._change(record, row)
        if self._put_lines(record) and changed.version == record.version:
            return self._write(record, row, {})
        return changed

    def _put_lines(self, record: Review) -> bool:
        """Write the lines that came, went, moved or changed; say whether there were any."""
        read = self._as_read.get(record.id, ())
        if read and [each.id for each in read] == [each.id for each in record.lines]:
            return self._put_changed_lines(record, read)
        before: Rows = {row.id: row for row in self._line_rows([record.id.hex])}
        places = positions([(line.id.hex, _place(before, line.id)) for line in record.lines])
        wanted = {line.id.hex: (line, place) for line, place in zip(record.lines, places, strict=True)}
        gone = [each for each in before if each not in wanted]
        new = [_line_row(record, line, place) for key, (line, place) in wanted.items() if key not in before]
        changes = [*self._take_lines(gone, before), *self._add_lines(new), *self._change_lines(wanted, before)]
        self._ledger.note(changes)
        for each in changes:
            self._ledger.touched(Kind.NOTE_LINE, UUID(each.record_id), record.account_id)
        self._as_read.pop(record.id, None)
        return bool(changes)

    def _put_changed_lines(self, record: Review, read: Sequence[NoteLine]) -> bool:
        """Write the lines that changed where none came, went or moved; only their rows are read again."""
        changed = {
            now.id.hex: now for old, now in zip(read, record.lines, strict=True) if now is not old and now != old
        }
        before: Rows = {row.id: row for row in self._rows_of(list(changed))}
        wanted = {key: (line, int(before[key].position)) for key, line in changed.items()}
        changes = self._change_lines(wanted, before)
        self._ledger.note(changes)
        for each in changes:
            self._ledger.touched(Kind.NOTE_LINE, UUID(each.record_id), record.account_id)
        self._as_read[record.id] = record.lines
        return bool(changes)

    def _rows_of(self, line_ids: list[str]) -> list[LineRow]:
        found: list[LineRow] = []
        for start in range(0, len(line_ids), MANY):
            query = select(*COLUMNS).where(note_line.c.id.in_(line_ids[start : start + MANY]))
            found += self._ledger.connection.execute(query).all()
        return found

    def _take_lines(self, gone: list[str], before: Rows) -> list[Change]:
        for start in range(0, len(gone), MANY):
            some = gone[start : start + MANY]
            self._ledger.connection.execute(note_line.delete().where(note_line.c.id.in_(some)))
        return [Change(Kind.NOTE_LINE, each, "", dump(named(before[each])), None) for each in gone]

    def _add_lines(self, new: list[dict[str, Stored]]) -> list[Change]:
        now = self._ledger.now.isoformat()
        rows = [{**row, "version": 1, "created_at": now, "changed_at": now} for row in new]
        if rows:
            self._ledger.connection.execute(insert(note_line), rows)
        return [Change(Kind.NOTE_LINE, str(row["id"]), "", None, dump(row)) for row in rows]

    def _change_lines(self, wanted: dict[str, tuple[NoteLine, int]], before: Rows) -> list[Change]:
        changes: list[Change] = []
        for key, (line, place) in wanted.items():
            old = before.get(key)
            if old is not None and (old[:OWN] != values_of(line) or old.position != place):
                changes += self._change_line(old, {**dict(zip(NAMES, values_of(line), strict=True)), "position": place})
        return changes

    def _change_line(self, old: LineRow, row: dict[str, Stored]) -> list[Change]:
        before = named(old)
        fresh = {name: new for name, new in row.items() if new != before[name]}
        values: dict[str, Any] = {
            **fresh, "version": note_line.c.version + 1, "changed_at": self._ledger.now.isoformat()
        }  # fmt: skip
        self._ledger.connection.execute(update(note_line).where(note_line.c.id == old.id).values(values))
        return [Change(Kind.NOTE_LINE, old.id, name, dump(before[name]), dump(new)) for name, new in fresh.items()]


def _line_row(review: Review, line: NoteLine, place: int) -> dict[str, Stored]:
    return {**dict(zip(NAMES, values_of(line), strict=True)), "review_id": review.id.hex, "position": place}


def _place(before: Rows, line_id: UUID) -> int | None:
    row = before.get(line_id.hex)
    return None if row is None else int(row.position)
