"""The accounts as a list shows them, and how each stands on the day the list is looked at."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from typing import Any, Final
from uuid import UUID

from sqlalchemy import Connection, Row, Select, select

from reviewdesk.domain.account import AccountStatus, Tier
from reviewdesk.domain.importing.names import folded
from reviewdesk.domain.standing import Standing
from reviewdesk.domain.tiers import Window
from reviewdesk.storage import left_behind, standing
from reviewdesk.storage.ids import id_of
from reviewdesk.storage.reading import Reading
from reviewdesk.storage.tables import account, colleague

_BATCH: Final = 900
_NAMES: Final = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class AccountLine:
    """What a list needs of one account's own record, with the name of its owner."""

    id: UUID
    name: str
    status: AccountStatus
    tier: Tier | None
    tier_reason: str
    own_months: int | None
    added_on: date | None
    first_due: date | None
    last_review_before: date | None
    parent_id: UUID | None
    is_site: bool
    review_as_group: bool
    owner_id: UUID | None
    owner: str
    owner_is_me: bool
    industry: str
    city: str

    @property
    def buys(self) -> bool:
        """Say whether it is a customer still, neither lost nor archived."""
        return self.status in {AccountStatus.ACTIVE, AccountStatus.WON_BACK}


def account_lines(connection: Connection, account_ids: Collection[UUID] | None = None) -> tuple[AccountLine, ...]:
    """Give every account by name, or these alone."""
    if account_ids is None:
        return tuple(_line(row) for row in connection.execute(_lines().order_by(account.c.name)))
    wanted = [each.hex for each in account_ids]
    parts = (wanted[start : start + _BATCH] for start in range(0, len(wanted), _BATCH))
    rows = [row for part in parts for row in connection.execute(_lines().where(account.c.id.in_(part)))]
    return tuple(sorted(map(_line, rows), key=_name))


def accounts_called(connection: Connection, name: str) -> tuple[tuple[UUID, str], ...]:
    """Give the accounts of exactly this name, else those of the same name but for case and accents."""
    columns, tidy = account.c, " ".join(name.split())
    query = select(columns.id, columns.name)
    rows = connection.execute(query.where(columns.name == tidy)).all()
    if not rows:
        wanted = folded(tidy)
        rows = [row for row in connection.execute(query) if folded(row.name) == wanted]
    return tuple((UUID(row.id), row.name) for row in rows)


def names_holding(connection: Connection, text: str) -> tuple[str, ...]:
    """Give a few names of accounts that begin with a text or hold it, whatever the case and the accents."""
    if not text:
        return ()
    name = account.c.name
    query = select(name).where(name.icontains(text, autoescape=True)).order_by(~name.istartswith(text), name)
    found = connection.execute(query.limit(_NAMES)).scalars().all()
    if not found:
        wanted = folded(text)
        found = [each for each in connection.execute(select(name).order_by(name)).scalars() if wanted in folded(each)]
    return tuple(dict.fromkeys(found[:_NAMES]))


def account_parents(connection: Connection) -> dict[UUID, UUID | None]:
    """Give the parent of each account that has one."""
    columns = account.c
    rows = connection.execute(select(columns.id, columns.parent_id).where(columns.parent_id.is_not(None)))
    return {UUID(row.id): UUID(row.parent_id) for row in rows}


def _name(line: AccountLine) -> str:
    return line.name


def _lines() -> Select[Any]:
    columns = account.c
    return select(
        columns.id, columns.name, columns.status, columns.tier, columns.tier_reason, columns.interval_months,
        columns.added_on, columns.parent_id, columns.is_site, columns.review_as_group, columns.owner_id,
        colleague.c.name, colleague.c.is_me, columns.first_review_due, columns.last_review_before,
        columns.industry, columns.city,
    ).outerjoin_from(account, colleague, columns.owner_id == colleague.c.id)  # fmt: skip


def _line(row: Row[*tuple[Any, ...]]) -> AccountLine:
    return AccountLine(
        id=id_of(row[0]),
        name=row[1],
        status=AccountStatus(row[2]),
        tier=Tier(row[3]) if row[3] else None,
        tier_reason=row[4],
        own_months=row[5],
        added_on=_day(row[6]),
        first_due=_day(row[13]),
        last_review_before=_day(row[14]),
        parent_id=id_of(row[7]) if row[7] else None,
        is_site=bool(row[8]),
        review_as_group=bool(row[9]),
        owner_id=id_of(row[10]) if row[10] else None,
        owner=row[11] or "",
        owner_is_me=bool(row[12]),
        industry=row[15],
        city=row[16],
    )


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None


def revenue_year(reading: Reading) -> Window | None:
    """Give the 12 months whose revenue counts on the day of the clock; nothing in a book without purchases."""
    return standing.window_of(reading.connection, reading.book, reading.clock.today())


def standings_on_the_day(reading: Reading, account_ids: Collection[UUID] | None = None) -> dict[UUID, Standing]:
    """Give how all accounts stand on the day of the clock, or these alone, writing nothing.

    What is kept is of the last real day; what has moved since is worked out anew, as everything is on any other day.
    """
    connection, today = reading.connection, reading.clock.today()
    if not reading.clock.is_real:
        return standing.work_out(connection, reading.book, today, account_ids)
    return left_behind.on_the_day(connection, reading.book, today, account_ids)
