"""Follow-ups as lists show them: one query, with the names of the account, the people and the review."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, Final
from uuid import UUID

from sqlalchemy import Connection, Select, select

from reviewdesk.domain.follow_up import Ending, FollowUp, Side, WaitsOn
from reviewdesk.domain.review import ReviewKind
from reviewdesk.storage import tables
from reviewdesk.storage.records import FOLLOW_UP

_FOLLOW_UP: Final = tables.follow_up.c


@dataclass(frozen=True, slots=True, kw_only=True)
class ListedFollowUp:
    """One follow-up with what a list shows beside it; a name is empty where nobody is named."""

    follow_up: FollowUp
    account: str
    colleague: str
    is_mine: bool
    person: str
    phone: str
    email: str
    review_kind: ReviewKind | None
    review_day: date | None
    change: str = ""


def open_follow_ups(connection: Connection, account_id: UUID | None = None) -> tuple[ListedFollowUp, ...]:
    """Give all that is still to be done, of one account or of all, by date; what has no date comes last."""
    query = _query().where(_FOLLOW_UP.ending.is_(None), _FOLLOW_UP.withdrawn == 0)
    if account_id is not None:
        query = query.where(_FOLLOW_UP.account_id == account_id.hex)
    return _listed(connection, query.order_by(_FOLLOW_UP.due.is_(None), _FOLLOW_UP.due, tables.account.c.name))


def due_or_awaited(connection: Connection, until: date) -> tuple[ListedFollowUp, ...]:
    """Give what is still to be done by a day or waits on a colleague, by date; what has no date comes last."""
    query = _query().where(
        _FOLLOW_UP.ending.is_(None),
        _FOLLOW_UP.withdrawn == 0,
        (_FOLLOW_UP.due <= until.isoformat()) | (_FOLLOW_UP.waits_on == WaitsOn.COLLEAGUE.value),
    )
    return _listed(connection, query.order_by(_FOLLOW_UP.due.is_(None), _FOLLOW_UP.due, tables.account.c.name))


def ended_promises(connection: Connection, start: date, end: date) -> tuple[ListedFollowUp, ...]:
    """Give our promises that were kept or broken from the start to the end, both included, the newest first."""
    query = _query().where(
        _FOLLOW_UP.is_promise == 1,
        _FOLLOW_UP.withdrawn == 0,
        _FOLLOW_UP.side == Side.OURS.value,
        _FOLLOW_UP.ending.in_([each.value for each in Ending if each is not Ending.DROPPED]),
        _FOLLOW_UP.ended_on.between(start.isoformat(), end.isoformat()),
    )
    return _listed(connection, query.order_by(_FOLLOW_UP.ended_on.desc(), tables.account.c.name))


def _query() -> Select[Any]:
    account, colleague, person, review = tables.account, tables.colleague, tables.person, tables.review
    change = tables.planned_change
    joined = (
        tables.follow_up.join(account, account.c.id == _FOLLOW_UP.account_id)
        .outerjoin(colleague, colleague.c.id == _FOLLOW_UP.colleague_id)
        .outerjoin(person, person.c.id == _FOLLOW_UP.person_id)
        .outerjoin(review, review.c.id == _FOLLOW_UP.review_id)
        .outerjoin(change, change.c.id == _FOLLOW_UP.about_id)
    )
    return select(
        tables.follow_up,
        account.c.name.label("account_name"),
        colleague.c.name.label("colleague_name"),
        colleague.c.is_me.label("is_me"),
        person.c.name.label("person_name"),
        person.c.phone.label("person_phone"),
        person.c.email.label("person_email"),
        review.c.kind.label("review_kind"),
        review.c.held_on,
        review.c.planned_on,
        change.c.name.label("change_name"),
    ).select_from(joined)


def _listed(connection: Connection, query: Select[Any]) -> tuple[ListedFollowUp, ...]:
    return tuple(_one(row) for row in connection.execute(query).mappings())


def _one(row: Mapping[Any, Any]) -> ListedFollowUp:
    day = row["held_on"] or row["planned_on"]
    return ListedFollowUp(
        follow_up=FOLLOW_UP.to_record(row),
        account=row["account_name"],
        colleague=row["colleague_name"] or "",
        is_mine=row["colleague_name"] is None or bool(row["is_me"]),
        person=row["person_name"] or "",
        phone=row["person_phone"] or "",
        email=row["person_email"] or "",
        review_kind=ReviewKind(row["review_kind"]) if row["review_kind"] else None,
        review_day=date.fromisoformat(day) if day else None,
        change=row["change_name"] or "",
    )
