"""What goes into a calendar: open follow-ups with a date, and reviews that are planned or were called off."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from sqlalchemy import Connection, Select, and_, func, or_, select

from reviewdesk.domain.follow_up import FollowUp
from reviewdesk.domain.review import HELD_STATES, ReviewKind, ReviewState
from reviewdesk.storage import tables
from reviewdesk.storage.records import FOLLOW_UP

_FOLLOW_UP = tables.follow_up.c
_REVIEW = tables.review.c


@dataclass(frozen=True, slots=True, kw_only=True)
class DatedFollowUp:
    """An open follow-up with a date, the names around it and when it was last changed."""

    follow_up: FollowUp
    account: str
    colleague: str
    person: str
    changed_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class PlannedReview:
    """A review with a day, as far as a calendar that a customer may see needs it."""

    id: UUID
    account: str
    kind: ReviewKind
    by_call: bool
    planned_on: date
    starts_at: datetime | None
    zone: str
    length: int
    place: str
    is_cancelled: bool
    calendar_uid: str
    calendar_sequence: int
    changed_at: datetime


def dated_follow_ups(connection: Connection) -> tuple[DatedFollowUp, ...]:
    """Give the open follow-ups that have a date."""
    account, colleague, person = tables.account, tables.colleague, tables.person
    query = (
        select(
            tables.follow_up,
            account.c.name.label("account_name"),
            func.coalesce(colleague.c.name, "").label("colleague_name"),
            func.coalesce(person.c.name, "").label("person_name"),
        )
        .join(account, account.c.id == _FOLLOW_UP.account_id)
        .outerjoin(colleague, and_(colleague.c.id == _FOLLOW_UP.colleague_id, colleague.c.is_me == 0))
        .outerjoin(person, person.c.id == _FOLLOW_UP.person_id)
        .where(_FOLLOW_UP.ending.is_(None), _FOLLOW_UP.withdrawn == 0, _FOLLOW_UP.due.is_not(None))
    )
    return tuple(
        DatedFollowUp(
            follow_up=FOLLOW_UP.to_record(row),
            account=row["account_name"],
            colleague=row["colleague_name"],
            person=row["person_name"],
            changed_at=datetime.fromisoformat(row["changed_at"]),
        )
        for row in connection.execute(query).mappings()
    )


def undated_follow_ups(connection: Connection) -> int:
    """Count the open follow-ups that have no date and so no place in a calendar."""
    query = select(func.count()).where(_FOLLOW_UP.ending.is_(None), _FOLLOW_UP.withdrawn == 0, _FOLLOW_UP.due.is_(None))
    return int(connection.execute(query).scalar_one())


def planned_reviews(connection: Connection, today: date) -> tuple[PlannedReview, ...]:
    """Give the reviews that are still ahead, and those called off whose day has not passed."""
    over = [each.value for each in (*HELD_STATES, ReviewState.CANCELLED)]
    called_off = and_(_REVIEW.state == ReviewState.CANCELLED.value, _REVIEW.planned_on >= today.isoformat())
    return _planned(connection, _planned_query().where(or_(_REVIEW.state.not_in(over), called_off)))


def planned_review(connection: Connection, review_id: UUID) -> PlannedReview | None:
    """Give one review as a calendar needs it, whatever its state; nothing where it has no day or is not there."""
    found = _planned(connection, _planned_query().where(_REVIEW.id == review_id.hex))
    return found[0] if found else None


def _planned_query() -> Select[tuple[str, ...]]:
    account = tables.account
    query = select(tables.review, account.c.name.label("account_name"))
    return query.join(account, account.c.id == _REVIEW.account_id).where(_REVIEW.planned_on.is_not(None))


def _planned(connection: Connection, query: Select[tuple[str, ...]]) -> tuple[PlannedReview, ...]:
    return tuple(
        PlannedReview(
            id=UUID(row["id"]),
            account=row["account_name"],
            kind=ReviewKind(row["kind"]),
            by_call=bool(row["by_call"]),
            planned_on=date.fromisoformat(row["planned_on"]),
            starts_at=datetime.fromisoformat(row["starts_at"]) if row["starts_at"] else None,
            zone=row["zone"],
            length=row["length"],
            place=row["place"],
            is_cancelled=row["state"] == ReviewState.CANCELLED.value,
            calendar_uid=row["calendar_uid"],
            calendar_sequence=row["calendar_sequence"],
            changed_at=datetime.fromisoformat(row["changed_at"]),
        )
        for row in connection.execute(query).mappings()
    )
