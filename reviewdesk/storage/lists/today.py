"""What a day asks for: meetings ahead, concerns that are open, contracts that end, and whom to call."""

import json
from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any, Final
from uuid import UUID

from sqlalchemy import Column, ColumnElement, Connection, and_, case, select

from reviewdesk.domain.account import AccountStatus
from reviewdesk.domain.concern import Concern
from reviewdesk.domain.ladder import LadderStep
from reviewdesk.domain.people import Part
from reviewdesk.domain.review import HELD_STATES, ReviewKind, ReviewState
from reviewdesk.domain.today_clocks import CLOCKED_STAGES
from reviewdesk.storage import tables
from reviewdesk.storage.records import CONCERN, REVIEW

_GONE: Final = (AccountStatus.LOST.value, AccountStatus.ARCHIVED.value)
_BATCH: Final = 900


@dataclass(frozen=True, slots=True, kw_only=True)
class PlannedReview:
    """A review that has a day and was neither held nor called off."""

    id: UUID
    account_id: UUID
    account: str
    kind: ReviewKind
    state: ReviewState
    on: date
    starts_at: datetime | None
    length: int
    place: str
    by_call: bool
    people_ids: tuple[UUID, ...]
    ladder: tuple[LadderStep, ...] = ()
    ladder_since: date | None = None

    @property
    def is_held(self) -> bool:
        """Say whether the meeting took place."""
        return self.state in HELD_STATES


@dataclass(frozen=True, slots=True, kw_only=True)
class ListedConcern:
    """An open concern with the name of its account."""

    concern: Concern
    account: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Contract:
    """A contract that ends: the last day on which it can be ended, with no renewal agreed on."""

    account_id: UUID
    account: str
    notice_on: date
    ends_on: date


@dataclass(frozen=True, slots=True, kw_only=True)
class ToCall:
    """Whom to call or write to at an account."""

    person: str = ""
    phone: str = ""
    email: str = ""


def planned_reviews(connection: Connection, until: date) -> tuple[PlannedReview, ...]:
    """Give the reviews planned for a day up to this one, those whose day has passed included."""
    columns = tables.review.c
    over = [*(each.value for each in HELD_STATES), ReviewState.CANCELLED.value]
    wanted = and_(columns.state.not_in(over), columns.planned_on <= until.isoformat())
    return _reviews(connection, columns.planned_on, wanted)


def held_reviews(connection: Connection, since: date) -> tuple[PlannedReview, ...]:
    """Give the reviews held since a day that are not closed and have steps that come after the meeting."""
    columns = tables.review.c
    states = [ReviewState.HELD.value, ReviewState.SENT.value]
    wanted = and_(columns.state.in_(states), columns.held_on >= since.isoformat(), columns.ladder != "[]")
    return _reviews(connection, columns.held_on, wanted)


def _reviews(connection: Connection, day: Column[Any], wanted: ColumnElement[bool]) -> tuple[PlannedReview, ...]:
    columns = tables.review.c
    query = select(
        columns.id, columns.account_id, tables.account.c.name, columns.kind, columns.state, day,
        columns.starts_at, columns.length, columns.place, columns.by_call, columns.people_ids, columns.ladder,
        columns.ladder_since,
    ).join(tables.account, tables.account.c.id == columns.account_id)  # fmt: skip
    steps = REVIEW.field("ladder").load
    return tuple(
        PlannedReview(
            id=UUID(row[0]),
            account_id=UUID(row[1]),
            account=row[2],
            kind=ReviewKind(row[3]),
            state=ReviewState(row[4]),
            on=date.fromisoformat(row[5]),
            starts_at=datetime.fromisoformat(row[6]) if row[6] else None,
            length=row[7],
            place=row[8],
            by_call=bool(row[9]),
            people_ids=_ids(row[10]),
            ladder=steps(row[11]),
            ladder_since=date.fromisoformat(row[12]) if row[12] else None,
        )
        for row in connection.execute(query.where(wanted).order_by(day, tables.account.c.name))
    )


def running_concerns(connection: Connection) -> tuple[ListedConcern, ...]:
    """Give the concerns whose clock may run: reported, acknowledged, with a plan, or fixed."""
    columns = tables.concern.c
    query = select(tables.concern, tables.account.c.name.label("account_name"))
    query = query.join(tables.account, tables.account.c.id == columns.account_id)
    query = query.where(columns.stage.in_([each.value for each in CLOCKED_STAGES]), columns.withdrawn == 0)
    rows = connection.execute(query.order_by(columns.raised_on)).mappings()
    return tuple(ListedConcern(concern=CONCERN.to_record(row), account=row["account_name"]) for row in rows)


def contracts(connection: Connection) -> tuple[Contract, ...]:
    """Give the contracts of customers that can be ended and are not renewed."""
    columns = tables.account.c
    query = select(columns.id, columns.name, columns.contract_end, columns.notice_days).where(
        columns.contract_end.is_not(None),
        columns.notice_days.is_not(None),
        columns.renewal_agreed_on.is_(None),
        columns.status.not_in(_GONE),
    )
    found = []
    for row in connection.execute(query.order_by(columns.name)):
        ends_on = date.fromisoformat(row[2])
        notice_on = ends_on - timedelta(days=row[3])
        found.append(Contract(account_id=UUID(row[0]), account=row[1], notice_on=notice_on, ends_on=ends_on))
    return tuple(found)


def whom_to_call(connection: Connection, account_ids: Collection[UUID]) -> dict[UUID, ToCall]:
    """Give for each account the deciding person who can be reached, else the account's own telephone."""
    wanted = [each.hex for each in account_ids]
    found: dict[UUID, ToCall] = {}
    for start in range(0, len(wanted), _BATCH):
        ids = wanted[start : start + _BATCH]
        found |= {UUID(row[0]): ToCall(phone=_first(row[1])) for row in connection.execute(_own_phones(ids))}
        for row in connection.execute(_people(ids)):
            found[UUID(row[0])] = ToCall(person=row[1], phone=row[2] or found[UUID(row[0])].phone, email=row[3])
    return found


def names_of(connection: Connection, people_ids: Collection[UUID]) -> dict[UUID, str]:
    """Give the names of people of theirs."""
    columns = tables.person.c
    rows = connection.execute(select(columns.id, columns.name).where(columns.id.in_([each.hex for each in people_ids])))
    return {UUID(row[0]): row[1] for row in rows}


def _own_phones(ids: list[str]) -> Any:  # noqa: ANN401 - a query has a type of many parts
    return select(tables.account.c.id, tables.account.c.phones).where(tables.account.c.id.in_(ids))


def _people(ids: list[str]) -> Any:  # noqa: ANN401 - as above
    """Ask for those who have not left, the one to call last, so that they stay."""
    columns = tables.person.c
    reachable = case((columns.phone != "", 0), (columns.email != "", 1), else_=2)
    parts = [Part.DECIDES, Part.SPONSOR, Part.CHAMPION, Part.USER, Part.GATEKEEPER]
    deciding = case(*((columns.part == each.value, place) for place, each in enumerate(parts)), else_=len(parts))
    query = select(columns.account_id, columns.name, columns.phone, columns.email)
    query = query.where(columns.account_id.in_(ids), columns.left_on.is_(None))
    return query.order_by(reachable.desc(), deciding.desc(), columns.influence.asc().nulls_first(), columns.name.desc())


def _first(phones: str) -> str:
    return next(iter(_texts(phones)), "")


def _ids(people: str) -> tuple[UUID, ...]:
    return tuple(UUID(each) for each in _texts(people))


def _texts(stored: str) -> list[str]:
    return [str(each) for each in json.loads(stored)]
