"""Steps: each write as one labelled step of changes, and the way back.

A step is undone by a new step that restores what each change says was there before, and only while what it left
behind is still there. Nothing is ever taken out of the two tables. Steps that continue the typing of one field share
a head, and are undone together.
"""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Final
from uuid import UUID, uuid4

from sqlalchemy import Connection, Row, insert, select

from reviewdesk.domain.changes import Kind
from reviewdesk.storage.kept_tables import change, step
from reviewdesk.storage.many import insert_many
from reviewdesk.storage.mapping import clean
from reviewdesk.storage.ready import Ready

JOINS_WITHIN = timedelta(seconds=30)
REMEMBERED = 400
_INSERT: Final = Ready(insert(step), *(each.name for each in step.c if each.name != "number"))
_LAST: Final = Ready(
    select(step.c.join_key, step.c.who, step.c.at, step.c.head)
    .where(step.c.quiet == 0)
    .order_by(step.c.number.desc())
    .limit(1)
)


@dataclass(frozen=True, slots=True)
class Change:
    """One change of one record: a field's old and new value, or, with no field, the whole row that came or went."""

    kind: Kind
    record_id: str
    field: str
    old: str | None
    new: str | None


@dataclass(frozen=True, slots=True)
class Step:
    """One step as it is listed: what it is called and when it was."""

    id: UUID
    label: str
    who: str
    at: datetime
    head: str
    undoes: str | None


def dump(value: object) -> str:
    """Write a stored value, or a whole row, as the change table keeps it."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


@dataclass(frozen=True, slots=True)
class Intent:
    """What a step is called, and how it stands to others.

    Steps with the same `join_key` that follow each other closely are undone as one; a `quiet` one is never offered for
    undo; `undoes` is the head of the step that this one takes back.
    """

    label: str
    join_key: str = ""
    quiet: bool = False
    undoes: str | None = None


def record_step(
    connection: Connection, changes: Sequence[Change], intent: Intent, *, who: str, at: datetime, id: UUID | None = None
) -> UUID:
    """Write a step and its changes, in the transaction that makes them; `id` where it has one already."""
    step_id = id or uuid4()
    _INSERT.run(
        connection,
        {
            "id": step_id.hex,
            "label": clean(intent.label),
            "who": who,
            "at": at.isoformat(),
            "quiet": int(intent.quiet),
            "join_key": clean(intent.join_key),
            "head": _head(connection, clean(intent.join_key), who, at) or step_id.hex,
            "undoes": intent.undoes,
        },
    )
    rows = [
        {"step_id": step_id.hex, "kind": each.kind.value, "record_id": each.record_id, "field": each.field,
         "old": each.old, "new": each.new}
        for each in changes
    ]  # fmt: skip
    insert_many(connection, change, rows)
    return step_id


def _head(connection: Connection, join_key: str, who: str, at: datetime) -> str | None:
    if not join_key:
        return None
    for last_key, last_who, last_at, head in _LAST.run(connection):
        joins = (last_key, last_who) == (join_key, who) and at - datetime.fromisoformat(last_at) <= JOINS_WITHIN
        return str(head) if joins else None
    return None


@dataclass(frozen=True, slots=True)
class Stacks:
    """The heads of the steps that can be undone, and of the undoing steps that can be redone, newest last."""

    undo: tuple[Step, ...]
    redo: tuple[Step, ...]


def stacks(connection: Connection) -> Stacks:
    """Work out what can be undone and redone from the newest steps; joined ones count as their first."""
    rows = connection.execute(
        select(step).where(step.c.quiet == 0, step.c.head == step.c.id).order_by(step.c.number.desc()).limit(REMEMBERED)
    ).all()
    undo: dict[str, Step] = {}
    redo: dict[str, Step] = {}
    for row in reversed(rows):
        each = _step(row)
        if each.undoes is None:
            redo.clear()
            undo[each.head] = each
        elif undo.pop(each.undoes, None) is not None:
            redo[each.head] = each
        elif redo.pop(each.undoes, None) is not None:
            undo[each.head] = each
    return Stacks(tuple(undo.values()), tuple(redo.values()))


def _step(row: Row[*tuple[Any, ...]]) -> Step:
    return Step(UUID(row.id), row.label, row.who, datetime.fromisoformat(row.at), row.head, row.undoes)


def head_of(connection: Connection, step_id: UUID) -> str | None:
    """Give the head of the steps that one step was joined to, often itself."""
    return connection.execute(select(step.c.head).where(step.c.id == step_id.hex)).scalar()


def changes_of(connection: Connection, head: str) -> tuple[Change, ...]:
    """Give all changes of the steps with one head, oldest first."""
    rows = connection.execute(
        select(change).join(step, step.c.id == change.c.step_id).where(step.c.head == head).order_by(change.c.number)
    )
    return tuple(Change(Kind(row.kind), row.record_id, row.field, row.old, row.new) for row in rows)


def history_of(connection: Connection, record_id: str) -> list[tuple[Step, Change]]:
    """Give what happened to a record, newest first."""
    rows = connection.execute(
        select(change, step.c.label, step.c.who, step.c.at, step.c.head, step.c.undoes)
        .join(step, step.c.id == change.c.step_id)
        .where(change.c.record_id == record_id)
        .order_by(change.c.number.desc())
    )
    return [
        (
            Step(UUID(row.step_id), row.label, row.who, datetime.fromisoformat(row.at), row.head, row.undoes),
            Change(Kind(row.kind), row.record_id, row.field, row.old, row.new),
        )
        for row in rows
    ]


def latest(connection: Connection) -> UUID | None:
    """Give the newest step of all."""
    found = connection.execute(select(step.c.id).order_by(step.c.number.desc()).limit(1)).scalar()
    return UUID(found) if found else None
