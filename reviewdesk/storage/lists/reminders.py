"""Reminders as they are looked up: the keys that were shown, and what waits in the inbox."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from sqlalchemy import Connection, func, select

from reviewdesk.domain.follow_up import FollowUp
from reviewdesk.storage import tables
from reviewdesk.storage.records import FOLLOW_UP

_FOLLOW_UP = tables.follow_up.c
_REMINDER = tables.reminder.c
_BATCH = 500


@dataclass(frozen=True, slots=True, kw_only=True)
class UnseenReminder:
    """The newest unseen reminder of one follow-up that is still open, and how many of it are unseen."""

    id: UUID
    follow_up_id: UUID
    account_id: UUID
    account: str
    what: str
    is_promise: bool
    due: date | None
    shown_at: datetime
    count: int


def shown_keys(connection: Connection) -> frozenset[str]:
    """Give the keys of all that was shown about follow-ups that are still open."""
    query = select(_REMINDER.key).join(tables.follow_up, _FOLLOW_UP.id == _REMINDER.follow_up_id)
    query = query.where(_FOLLOW_UP.ending.is_(None), _FOLLOW_UP.withdrawn == 0)
    return frozenset(connection.execute(query).scalars())


def known_keys(connection: Connection, keys: Collection[str]) -> frozenset[str]:
    """Give those of these keys that are in the book already."""
    wanted = sorted(keys)
    found: set[str] = set()
    for start in range(0, len(wanted), _BATCH):
        query = select(_REMINDER.key).where(_REMINDER.key.in_(wanted[start : start + _BATCH]))
        found.update(connection.execute(query).scalars())
    return frozenset(found)


def may_remind(connection: Connection, latest_due: date) -> tuple[FollowUp, ...]:
    """Give the open follow-ups that have a date up to this one, or were snoozed."""
    query = select(tables.follow_up).where(
        _FOLLOW_UP.ending.is_(None),
        _FOLLOW_UP.withdrawn == 0,
        (_FOLLOW_UP.due <= latest_due.isoformat()) | _FOLLOW_UP.snoozed_until.is_not(None),
    )
    return tuple(FOLLOW_UP.to_record(row) for row in connection.execute(query).mappings())


def unseen(connection: Connection) -> tuple[UnseenReminder, ...]:
    """Give what waits in the inbox, one for each follow-up, the newest first."""
    account = tables.account
    query = (
        select(
            func.max(_REMINDER.shown_at).label("shown_at"), _REMINDER.id, _REMINDER.follow_up_id,
            _FOLLOW_UP.account_id, account.c.name, _FOLLOW_UP.what, _FOLLOW_UP.is_promise, _FOLLOW_UP.due,
            func.count().label("number"),
        )
        .join(tables.follow_up, _FOLLOW_UP.id == _REMINDER.follow_up_id)
        .join(account, account.c.id == _FOLLOW_UP.account_id)
        .where(_REMINDER.seen_at.is_(None), _FOLLOW_UP.ending.is_(None), _FOLLOW_UP.withdrawn == 0)
        .group_by(_REMINDER.follow_up_id)
        .order_by(func.max(_REMINDER.shown_at).desc(), _FOLLOW_UP.due, _FOLLOW_UP.what)
    )  # fmt: skip
    return tuple(
        UnseenReminder(
            id=UUID(row.id),
            follow_up_id=UUID(row.follow_up_id),
            account_id=UUID(row.account_id),
            account=row.name,
            what=row.what,
            is_promise=bool(row.is_promise),
            due=date.fromisoformat(row.due) if row.due else None,
            shown_at=datetime.fromisoformat(row.shown_at),
            count=row.number,
        )
        for row in connection.execute(query)
    )
