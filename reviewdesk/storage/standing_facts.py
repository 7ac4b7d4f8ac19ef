"""Reads what the standing of accounts is worked out from, for many accounts at once."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime
from decimal import Decimal
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, Row, func, select

from reviewdesk.domain.account import Tier, notice_day
from reviewdesk.domain.follow_up import Side
from reviewdesk.domain.review import HELD_STATES, ReviewState
from reviewdesk.domain.standing import Facts, Step
from reviewdesk.domain.tiers import Window, year_before
from reviewdesk.storage import tables
from reviewdesk.storage.health_reading import promises_owed, read_heard, read_promises, read_raised, read_worries
from reviewdesk.storage.mapping import SCALE

_HELD = {each.value for each in HELD_STATES}
_OVER = {*_HELD, ReviewState.CANCELLED.value}
_Row = Row[*tuple[Any, ...]]


def read_facts(connection: Connection, ids: Sequence[str], window: Window | None, today: date) -> Iterator[Facts]:
    """Give what is known of each of these accounts."""
    reviews = _reviews(connection, ids)
    contacts = _contacts(connection, ids)
    concerns = read_worries(connection, ids)
    heard = read_heard(connection, ids, concerns.raised_on)
    steps = _steps(connection, ids)
    ended = read_promises(connection, ids, today)
    raised = read_raised(connection, {key: _last_two(each) for key, each in reviews.items()})
    sums, before = _sums(connection, ids, window), _sums(connection, ids, year_before(window))
    table = tables.account
    for row in connection.execute(select(table).where(table.c.id.in_(ids))).mappings():
        id = row["id"]
        held = [each.held_on for each in reviews[id] if each.state in _HELD and each.held_on]
        yield Facts(
            account_id=UUID(id),
            tier=Tier(row["tier"]) if row["tier"] else None,
            own_months=row["interval_months"],
            added_on=_day(row["added_on"]) or date.fromisoformat(row["created_at"][:10]),
            first_review_due=_day(row["first_review_due"]),
            last_review_before=_day(row["last_review_before"]),
            last_contact_before=_day(row["last_contact_before"]),
            last_held=_day(max(held, default=None)),
            **_booking(_booked(reviews[id], today)),
            last_contact=_day(contacts.get(id)),
            worries=tuple(concerns.open[id]),
            heard_on=heard.on.get(id),
            relationship=heard.relationship.get(id, ()),
            scores=heard.scores.get(id, ()),
            steps=tuple(_step(each) for each in steps[id]),
            ended=tuple(ended[id]),
            owed=promises_owed(steps[id]),
            raised_nothing=raised.get(id, False),
            notice_on=notice_day(_day(row["contract_end"]), row["notice_days"]),
            renewed=row["renewal_agreed_on"] is not None,
            gut=row["gut_feeling"],
            gut_on=_day(row["gut_feeling_on"]),
            sums=tuple(sums[id]),
            sums_before=tuple(before[id]),
        )


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None


def _contacts(connection: Connection, ids: Sequence[str]) -> dict[str, str]:
    columns = tables.contact.c
    query = select(columns.account_id, func.max(columns.made_on)).where(columns.account_id.in_(ids))
    return {row[0]: row[1] for row in connection.execute(query.group_by(columns.account_id))}


def _reviews(connection: Connection, ids: Sequence[str]) -> dict[str, list[_Row]]:
    columns = tables.review.c
    query = select(
        columns.id, columns.account_id, columns.state, columns.planned_on, columns.starts_at, columns.held_on
    )
    found: dict[str, list[_Row]] = defaultdict(list)
    for row in connection.execute(query.where(columns.account_id.in_(ids))):
        found[row.account_id].append(row)
    return found


def _booking(booked: _Row | None) -> dict[str, Any]:
    if booked is None:
        return {}
    at = datetime.fromisoformat(booked.starts_at) if booked.starts_at else None
    return {"booked_on": _day(booked.planned_on), "booked_id": UUID(booked.id), "booked_at": at}


def _booked(reviews: Iterable[_Row], today: date) -> _Row | None:
    ahead = [each for each in reviews if each.state not in _OVER and (each.planned_on or "") >= today.isoformat()]
    return min(ahead, key=_planned_on, default=None)


def _planned_on(review: _Row) -> tuple[str, str, str]:
    return (review.planned_on, review.starts_at or "", review.id)


def _last_two(reviews: Iterable[_Row]) -> list[str]:
    held = [each for each in reviews if each.state in _HELD and each.held_on]
    return [each.id for each in sorted(held, key=_held_on, reverse=True)[:2]]


def _held_on(review: _Row) -> tuple[str, str]:
    return (review.held_on, review.id)


def _steps(connection: Connection, ids: Sequence[str]) -> dict[str, list[_Row]]:
    columns = tables.follow_up.c
    query = select(
        columns.id, columns.account_id, columns.what, columns.due, columns.side, columns.is_promise, columns.moves
    ).where(columns.account_id.in_(ids), columns.ending.is_(None), columns.withdrawn == 0)
    found: dict[str, list[_Row]] = defaultdict(list)
    for row in connection.execute(query):
        found[row.account_id].append(row)
    return found


def _step(row: _Row) -> Step:
    ours = bool(row.is_promise) and row.side == Side.OURS.value
    return Step(what=row.what, due=_day(row.due), is_our_promise=ours)


def _sums(connection: Connection, ids: Sequence[str], window: Window | None) -> dict[str, list[tuple[str, Decimal]]]:
    found: dict[str, list[tuple[str, Decimal]]] = defaultdict(list)
    if window is None:
        return found
    columns = tables.purchase.c
    query = select(columns.account_id, columns.currency, func.sum(columns.amount))
    query = query.where(
        columns.account_id.in_(ids), columns.bought_on.between(window.start.isoformat(), window.end.isoformat())
    )
    query = query.group_by(columns.account_id, columns.currency).order_by(columns.currency)
    for account_id, currency, total in connection.execute(query):
        found[account_id].append((currency, Decimal(total) / SCALE))
    return found
