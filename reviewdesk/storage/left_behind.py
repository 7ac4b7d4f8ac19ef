"""What a day has left behind of that which is kept of the accounts, and how it is brought up to the day."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any, Final
from uuid import UUID

from sqlalchemy import Connection, Row, bindparam, or_, select, update

from reviewdesk.domain.book import Book
from reviewdesk.domain.health import health_of
from reviewdesk.domain.health_days import moves_on
from reviewdesk.domain.health_facts import HealthFacts
from reviewdesk.domain.health_settings import HealthSettings
from reviewdesk.domain.standing import Standing
from reviewdesk.domain.tiers import Window, days_that_changed
from reviewdesk.storage import health_days, standing
from reviewdesk.storage.kept_tables import standing as kept
from reviewdesk.storage.mapping import Stored
from reviewdesk.storage.tables import account, purchase

_COMPARABLE: Final = timedelta(days=370)
_Row = Row[*tuple[Any, ...]]


@dataclass(frozen=True, slots=True)
class LeftBehind:
    """Accounts of which something is kept that is not of the day.

    The `unread` must be read from their records anew. Of the `moved` the health is another one, for which what is kept
    is enough. The `dated` stand as they did, in another revenue year.
    """

    unread: tuple[UUID, ...] = ()
    moved: tuple[UUID, ...] = ()
    dated: tuple[UUID, ...] = ()


def find(connection: Connection, book: Book, today: date, account_ids: Collection[UUID] | None = None) -> LeftBehind:
    """Give the accounts that are behind the day, of these or of all."""
    window = standing.window_of(connection, book, today)
    rows = [each for part in _asked(account_ids) for each in _behind(connection, window, today, part)]
    bought = {each: _moved_by(connection, book, each, window) for each in {row.window_end for row in rows}}
    unread: list[UUID] = []
    moved: list[UUID] = []
    dated: list[UUID] = []
    for row in rows:
        moved_by = bought[row.window_end] if row.window_end != _end(window) else frozenset()
        if row.kept is None or moved_by is None or row.id in moved_by or _has_passed(row.booked_on, today):
            unread.append(UUID(row.id))
        else:
            (moved if row.moves_on <= today.isoformat() else dated).append(UUID(row.id))
    return LeftBehind(tuple(unread), tuple(moved), tuple(dated))


def move_on(connection: Connection, book: Book, today: date, account_ids: Sequence[UUID]) -> int:
    """Bring the health of accounts to the day from what is kept of them, and give how many those are."""
    settings, end = HealthSettings.of(book), _end(standing.window_of(connection, book, today))
    known = standing.kept_facts(connection, [each.hex for each in account_ids])
    rows = [{"of": id.hex, "window_end": end, **_moved(facts, settings, today)} for id, facts in known.items()]
    if rows:
        connection.execute(update(kept).where(kept.c.account_id == bindparam("of")), rows)
    return len(rows)


def date_on(connection: Connection, book: Book, today: date, account_ids: Sequence[UUID]) -> int:
    """Say of accounts that stand as they did that their figures are of the revenue year of this day."""
    end, ids = _end(standing.window_of(connection, book, today)), [each.hex for each in account_ids]
    connection.execute(update(kept).where(kept.c.account_id.in_(ids)).values(window_end=end))
    return len(ids)


def on_the_day(
    connection: Connection, book: Book, today: date, account_ids: Collection[UUID] | None = None
) -> dict[UUID, Standing]:
    """Give how these accounts stand on a day, or all, from what is kept where that is enough; nothing is written."""
    found = standing.stored(connection, account_ids)
    behind = find(connection, book, today, account_ids)
    window = standing.window_of(connection, book, today)
    for each in (*behind.moved, *behind.dated):
        found[each] = replace(found[each], window_end=window.end if window else None)
    settings = HealthSettings.of(book)
    for id, facts in _facts_of(connection, behind.moved):
        found[id] = _with_health(found[id], facts, settings, today)
    return {**found, **standing.work_out(connection, book, today, behind.unread)} if behind.unread else found


def _facts_of(connection: Connection, account_ids: Sequence[UUID]) -> Iterator[tuple[UUID, HealthFacts]]:
    for part in _parts([each.hex for each in account_ids]):
        yield from standing.kept_facts(connection, part).items()


def _with_health(stands: Standing, facts: HealthFacts, settings: HealthSettings, today: date) -> Standing:
    health = health_of(facts, settings, today)
    return replace(
        stands, health=health.score, basis=health.basis, held_by=health.held_by, moves_on=moves_on(facts, today)
    )


def _moved(facts: HealthFacts, settings: HealthSettings, today: date) -> dict[str, Stored]:
    known = facts.since(today)
    health = health_of(known, settings, today)
    return {
        "health": health.score,
        "basis": health.basis,
        "factors": standing.points(health),
        "held_by": health.held_by.hex if health.held_by else None,
        "moves_on": moves_on(known, today).isoformat(),
        "health_facts": standing.packed(known),
    }


def _asked(account_ids: Collection[UUID] | None) -> Iterator[list[str] | None]:
    if account_ids is None:
        yield None
    else:
        yield from _parts([each.hex for each in account_ids])


def _parts(ids: list[str]) -> Iterator[list[str]]:
    return (ids[start : start + health_days.BATCH] for start in range(0, len(ids), health_days.BATCH))


def _behind(connection: Connection, window: Window | None, today: date, ids: list[str] | None) -> Sequence[_Row]:
    query = select(account.c.id, kept.c.account_id.label("kept"), kept.c.window_end, kept.c.booked_on, kept.c.moves_on)
    query = query.outerjoin_from(account, kept, kept.c.account_id == account.c.id)
    query = query.where(
        or_(
            kept.c.account_id.is_(None),
            kept.c.window_end.is_distinct_from(_end(window)),
            kept.c.booked_on < today.isoformat(),
            kept.c.moves_on <= today.isoformat(),
        )
    )
    return connection.execute(query if ids is None else query.where(account.c.id.in_(ids))).all()


def _moved_by(connection: Connection, book: Book, kept_end: str | None, window: Window | None) -> frozenset[str] | None:
    """Give the accounts whose figures a move of the revenue year changes; nothing where that may be all."""
    if window is None or kept_end is None:
        return None
    old = date.fromisoformat(kept_end)
    first, last = sorted((old, window.end))
    if last - first > _COMPARABLE or any(first < since <= last for _, since, _ in book.rates):
        return None
    days = purchase.c.bought_on
    spans = [days.between(start.isoformat(), end.isoformat()) for start, end in days_that_changed(first, last)]
    query = select(purchase.c.account_id).where(or_(*spans)).distinct()
    return frozenset(connection.execute(query).scalars())


def _end(window: Window | None) -> str | None:
    return window.end.isoformat() if window else None


def _has_passed(day: str | None, today: date) -> bool:
    return day is not None and day < today.isoformat()
