"""What was changed on the records of one account, from the steps that changed it."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final
from uuid import UUID

from sqlalchemy import Connection, bindparam, func, select

from reviewdesk.domain.changes import Kind
from reviewdesk.storage.kept_tables import change, step
from reviewdesk.storage.outreach_tables import affected
from reviewdesk.storage.records import MAPS
from reviewdesk.storage.tables import concern, custom_value, follow_up, person

TOLD: Final = {
    Kind.PERSON: person,
    Kind.CONCERN: concern,
    Kind.FOLLOW_UP: follow_up,
    Kind.CUSTOM_VALUE: custom_value,
    Kind.AFFECTED: affected,
}
_IDS: Final = func.json_each(bindparam("ids")).table_valued("value")


@dataclass(frozen=True, slots=True)
class Told:
    """One value of one record as a step left it; typing that was joined is one.

    `whole` is true where the record itself came or went, and then there is no field. `head` is the step, `undoes` says
    that it took another one back.
    """

    kind: Kind
    record_id: UUID
    field: str
    old: Any
    new: Any
    at: datetime
    who: str
    label: str
    head: str
    undoes: bool

    @property
    def whole(self) -> bool:
        """Say whether the record itself came or went."""
        return not self.field


def records_of(connection: Connection, account_id: UUID) -> list[str]:
    """Give the ids of an account, its people, concerns, follow-ups, places in an outreach, and own fields."""
    ids = [account_id.hex]
    for table in TOLD.values():
        ids += connection.execute(select(table.c.id).where(table.c.account_id == account_id.hex)).scalars()
    return ids


def told_of(connection: Connection, record_ids: Sequence[str], most: int) -> tuple[Told, ...]:
    """Give what happened to these records, the newest first; of very many changes the newest ones."""
    query = (
        select(change, step.c.label, step.c.who, step.c.at, step.c.head, step.c.undoes)
        .join(step, step.c.id == change.c.step_id)
        .where(change.c.record_id.in_(select(_IDS.c.value)))
        .where(change.c.kind.in_([Kind.ACCOUNT.value, *(each.value for each in TOLD)]))
        .order_by(change.c.number.desc())
        .limit(most)
    )
    rows = connection.execute(query, {"ids": json.dumps(record_ids)}).mappings().all()
    joined: dict[tuple[str, str, str], dict[str, Any]] = {}
    for row in rows:
        key = (row["head"], row["record_id"], row["field"])
        if key in joined:
            joined[key]["old"] = row["old"]
        else:
            joined[key] = dict(row)
    return tuple(_told(row) for row in joined.values() if row["old"] != row["new"])


def _told(row: dict[str, Any]) -> Told:
    kind, name = Kind(row["kind"]), row["field"]
    return Told(
        kind=kind,
        record_id=UUID(row["record_id"]),
        field=name,
        old=_value(kind, name, row["old"]),
        new=_value(kind, name, row["new"]),
        at=datetime.fromisoformat(row["at"]),
        who=row["who"],
        label=row["label"],
        head=row["head"],
        undoes=row["undoes"] is not None,
    )


def _value(kind: Kind, name: str, text: str | None) -> Any:  # noqa: ANN401 - a field may hold anything
    """Give a value as the record holds it, or of a whole record its row."""
    stored = None if text is None else json.loads(text)
    known = any(each.name == name for each in MAPS[kind].fields)
    return MAPS[kind].field(name).load(stored) if known and stored is not None else stored
