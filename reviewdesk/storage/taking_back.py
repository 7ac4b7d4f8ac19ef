"""Taking changes back: in batches, and only while what each left behind is still there."""

import json
from collections.abc import Iterator, Sequence
from datetime import datetime
from enum import Enum, auto
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, bindparam, insert, select, update

from reviewdesk.domain.changes import Kind
from reviewdesk.domain.errors import UndoRefusedError
from reviewdesk.storage.kept_tables import change, step
from reviewdesk.storage.mapping import Row, Stored
from reviewdesk.storage.records import KINDS, TABLES
from reviewdesk.storage.removal import pointing_at
from reviewdesk.storage.steps import Change
from reviewdesk.storage.tables import review

BATCH = 500
KEPT_BY_STORAGE = frozenset({"version", "created_at", "changed_at", "position"})


class _Way(Enum):
    """What a change needs so that it is as before."""

    PUT_BACK = auto()
    TAKE_OUT = auto()
    BRING_BACK = auto()


class TakingBack:
    """One step being taken back.

    `changes` are the changes this makes; `touched` holds each record with the account it concerns, before or after.
    """

    def __init__(self, connection: Connection, label: str, now: datetime) -> None:
        self.changes: list[Change] = []
        self.touched: set[tuple[Kind, UUID, UUID | None]] = set()
        self._connection = connection
        self._label = label
        self._now = now.isoformat()
        self._reviews: set[str] = set()

    def take(self, changes: Sequence[Change]) -> None:
        """Take these changes back, newest first.

        Raises:
            UndoRefusedError: something they left behind has changed since; the caller rolls back what was done so far.
        """
        ways = {_Way.PUT_BACK: self._put_back, _Way.TAKE_OUT: self._take_out, _Way.BRING_BACK: self._bring_back}
        for run in _runs(changes):
            ways[_way(run[0])](run[0].kind, run)
            self.changes += [Change(each.kind, each.record_id, each.field, each.new, each.old) for each in run]
        self._count_reviews()

    def _put_back(self, kind: Kind, run: Sequence[Change]) -> None:
        table, rows = TABLES[kind], self._rows(kind, run)
        values: dict[str, list[dict[str, Stored]]] = {}
        for each in run:
            row = rows.get(each.record_id)
            if row is None or each.field not in row or row[each.field] != _value(each.new):
                raise self._refused()
            values.setdefault(each.field, []).append({"the_id": each.record_id, "the_value": _value(each.old)})
            self._touch(kind, row)
            self._touch(kind, {**row, each.field: _value(each.old)})
        for field, several in values.items():
            back = update(table).where(table.c.id == bindparam("the_id")).values({field: bindparam("the_value")})
            self._connection.execute(back, several)
        self._mark(kind, list(rows))

    def _take_out(self, kind: Kind, run: Sequence[Change]) -> None:
        table, rows = TABLES[kind], self._rows(kind, run)
        for each in run:
            row = rows.get(each.record_id)
            if row is None or not _is_as_left(row, json.loads(each.new or "{}")):
                raise self._refused()
            self._touch(kind, row)
        self._take_along(kind, list(rows))
        self._connection.execute(table.delete().where(table.c.id.in_(list(rows))))

    def _take_along(self, kind: Kind, ids: list[str]) -> None:
        """Take out what the program added to these by itself and nobody touched, as a place in an outreach."""
        for other, column in pointing_at(kind):
            if column.info["on_remove"] != "go":
                continue
            new = self._connection.execute(select(other).where(column.in_(ids), other.c.version == 1)).mappings().all()
            added = self._added_by_itself([row["id"] for row in new]) if new else set()
            rows = [row for row in new if row["id"] in added]
            for row in rows:
                self._touch(KINDS[other.name], dict(row))
                self.changes.append(Change(KINDS[other.name], row["id"], "", json.dumps(dict(row)), None))
            if rows:
                self._connection.execute(other.delete().where(other.c.id.in_([row["id"] for row in rows])))

    def _added_by_itself(self, ids: list[str]) -> set[str]:
        quiet = select(change.c.record_id).join(step, step.c.id == change.c.step_id)
        quiet = quiet.where(step.c.quiet == 1, change.c.record_id.in_(ids))
        return set(self._connection.execute(quiet).scalars())

    def _bring_back(self, kind: Kind, run: Sequence[Change]) -> None:
        table = TABLES[kind]
        if self._rows(kind, run):
            raise self._refused()
        kept = [json.loads(each.old or "{}") for each in run]
        rows = [{column.name: row.get(column.name) for column in table.columns} for row in kept]
        self._connection.execute(insert(table), rows)
        for row in rows:
            self._touch(kind, row)

    def _rows(self, kind: Kind, run: Sequence[Change]) -> dict[str, Row]:
        table = TABLES[kind]
        query = select(table).where(table.c.id.in_({each.record_id for each in run}))
        return {row["id"]: row for row in self._connection.execute(query).mappings()}

    def _mark(self, kind: Kind, ids: list[str]) -> None:
        table = TABLES[kind]
        counted = {"version": table.c.version + 1, "changed_at": self._now}
        self._connection.execute(update(table).where(table.c.id.in_(ids)).values(counted))

    def _touch(self, kind: Kind, row: Row) -> None:
        account = row["id"] if kind is Kind.ACCOUNT else row.get("account_id")
        self.touched.add((kind, UUID(row["id"]), UUID(account) if account else None))
        if kind is Kind.NOTE_LINE:
            self._reviews.add(row["review_id"])

    def _count_reviews(self) -> None:
        """Give the reviews whose lines changed a new version, so that an open editor notices."""
        wanted = sorted(self._reviews)
        for start in range(0, len(wanted), BATCH):
            some = wanted[start : start + BATCH]
            self._mark(Kind.REVIEW, some)
            for row in self._connection.execute(select(review.c.id, review.c.account_id).where(review.c.id.in_(some))):
                self.touched.add((Kind.REVIEW, UUID(row.id), UUID(row.account_id)))

    def _refused(self) -> UndoRefusedError:
        return UndoRefusedError(
            f"“{self._label}” cannot be taken back: what it changed has been changed again since. "
            "Undo the later step first."
        )


def _way(change: Change) -> _Way:
    if change.field:
        return _Way.PUT_BACK
    return _Way.TAKE_OUT if change.old is None else _Way.BRING_BACK


def _runs(changes: Sequence[Change]) -> Iterator[list[Change]]:
    """Give the changes newest first, in runs of one way and kind in which no value comes twice."""
    run: list[Change] = []
    seen: set[tuple[str, str]] = set()
    for each in reversed(changes):
        value = (each.record_id, each.field)
        goes_on = run and run[0].kind is each.kind and _way(run[0]) is _way(each) and value not in seen
        if run and not (goes_on and len(run) < BATCH):
            yield run
            run, seen = [], set()
        run.append(each)
        seen.add(value)
    if run:
        yield run


def _is_as_left(row: Row, left: dict[str, Any]) -> bool:
    return all(row.get(name) == value for name, value in left.items() if name not in KEPT_BY_STORAGE)


def _value(text: str | None) -> Stored:
    return None if text is None else json.loads(text)
