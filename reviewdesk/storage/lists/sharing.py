"""Which accounts share an attribute: of what they bought, of what worried them, or of themselves."""

import json
from collections.abc import Callable, Mapping
from typing import Any, Final
from uuid import UUID

from sqlalchemy import ColumnElement, Connection, Select, func, or_, select

from reviewdesk.domain.account import AccountStatus
from reviewdesk.domain.shared_problem import Cause, CauseBy
from reviewdesk.domain.text import fold
from reviewdesk.storage.lists.counted import COUNTED
from reviewdesk.storage.tables import account, colleague, concern, person, product, purchase

_OF_A_PURCHASE: Final = {
    CauseBy.LOT: purchase.c.lot,
    CauseBy.SITE: purchase.c.site,
    CauseBy.CARRIER: purchase.c.carrier,
    CauseBy.TERM: purchase.c.contract_term,
}
_NAMED_BY: Final = {
    **_OF_A_PURCHASE,
    CauseBy.PRODUCT: product.c.name,
    CauseBy.TEAM: concern.c.team,
    CauseBy.PERSON: colleague.c.name,
}
_TAG: Final = {
    CauseBy.PRODUCT: "products",
    CauseBy.LOT: "lots",
    CauseBy.SITE: "sites",
    CauseBy.CARRIER: "carriers",
    CauseBy.TERM: "contract_terms",
    CauseBy.PROCESS: "processes",
}


def accounts_that_share(connection: Connection, cause: Cause) -> frozenset[UUID]:
    """Give the accounts that share a cause, but for similar words; archived ones are left out.

    A value is compared whole, without regard to case and accents; days count for what has a day.
    """
    if cause.by is CauseBy.HAND:
        found = frozenset(cause.account_ids)
    else:
        asked = _ASKED.get(cause.by)
        rows = connection.execute(asked(connection, cause)).scalars() if asked and cause.value.strip() else ()
        found = frozenset(UUID(each) for each in rows)
    return found - _archived(connection)


def values_of(connection: Connection, by: CauseBy, account_id: UUID) -> tuple[str, ...]:
    """Give the values that an account has of an attribute of purchases, the one bought last first."""
    column = product.c.name if by is CauseBy.PRODUCT else _OF_A_PURCHASE[by]
    named = func.coalesce(func.nullif(column, ""), purchase.c.product_name) if by is CauseBy.PRODUCT else column
    query = select(named, func.max(purchase.c.bought_on).label("last")).select_from(_bought())
    query = query.where(purchase.c.account_id == account_id.hex, named != "").group_by(named)
    return tuple(row[0] for row in connection.execute(query.order_by(func.max(purchase.c.bought_on).desc()).limit(5)))


def known_values(connection: Connection, by: CauseBy, limit: int = 200) -> tuple[str, ...]:
    """Give the values that the book knows of what accounts may share, in order; none of similar words."""
    if by in (CauseBy.WORDS, CauseBy.HAND):
        return ()
    column = _NAMED_BY.get(by)
    if column is None:
        return _tags(connection, account.c.tags if by is CauseBy.LIST else concern.c.processes, limit)
    found = connection.execute(select(column).where(column != "").distinct().order_by(column).limit(limit)).scalars()
    return tuple(found)


def _tags(connection: Connection, column: ColumnElement[str], limit: int) -> tuple[str, ...]:
    lists = connection.execute(select(column).distinct()).scalars()
    return tuple(sorted({one for each in lists if each for one in json.loads(each)})[:limit])


def _bought() -> Any:  # noqa: ANN401 - what SQLAlchemy calls a join
    return purchase.outerjoin(product, product.c.id == purchase.c.product_id)


def _archived(connection: Connection) -> frozenset[UUID]:
    query = select(account.c.id).where(account.c.status == AccountStatus.ARCHIVED.value)
    return frozenset(UUID(each) for each in connection.execute(query).scalars())


def _in_days(day: ColumnElement[str], cause: Cause) -> list[ColumnElement[bool]]:
    since = [day >= cause.since.isoformat()] if cause.since else []
    return [*since, *([day <= cause.until.isoformat()] if cause.until else [])]


def _same(connection: Connection, column: ColumnElement[str], cause: Cause) -> ColumnElement[bool]:
    """Ask for a column that holds the value, however the book spells it: ŁÓDŹ is Łódź."""
    spelt, meant = connection.execute(select(column).distinct()).scalars(), fold(cause.value.strip())
    return column.in_([each for each in spelt if each and fold(each.strip()) == meant])


def _buyers(connection: Connection, cause: Cause) -> Select[str]:
    """Give the accounts that bought it, and those whose concerns are said to be about it."""
    bought, worried = _bought_it(connection, cause), _worried_about(connection, cause)
    return select(account.c.id).where(or_(account.c.id.in_(bought), account.c.id.in_(worried)))


def _bought_it(connection: Connection, cause: Cause) -> Select[str]:
    days = _in_days(purchase.c.bought_on, cause)
    if cause.by is CauseBy.PRODUCT:
        named = or_(*(_same(connection, each, cause) for each in (product.c.name, purchase.c.product_name)))
        return select(purchase.c.account_id).select_from(_bought()).where(named, *days).distinct()
    same = _same(connection, _OF_A_PURCHASE[cause.by], cause)
    return select(purchase.c.account_id).where(same, *days).distinct()


def _worried_about_team(connection: Connection, cause: Cause) -> Select[str]:
    same, days = _same(connection, concern.c.team, cause), _in_days(concern.c.raised_on, cause)
    return select(concern.c.account_id).where(same, *COUNTED, *days).distinct()


def _worried_about(connection: Connection, cause: Cause) -> Select[str]:
    """Give the accounts whose concerns name it: as what they are about, or among their other tags."""
    days = _in_days(concern.c.raised_on, cause)
    named = or_(*(_holds(connection, each, cause) for each in (concern.c[_TAG[cause.by]], concern.c.tags)))
    return select(concern.c.account_id).where(named, *COUNTED, *days).distinct()


def _with_tag(connection: Connection, cause: Cause) -> Select[str]:
    return select(account.c.id).where(_holds(connection, account.c.tags, cause))


def _cared_for_by(connection: Connection, cause: Cause) -> Select[str]:
    """Give the accounts of a colleague: their own, and those where they are the one who knows somebody."""
    ours = select(colleague.c.id).where(_same(connection, colleague.c.name, cause))
    known = select(person.c.account_id).where(person.c.known_by_id.in_(ours))
    return select(account.c.id).where(or_(account.c.owner_id.in_(ours), account.c.id.in_(known)))


def _holds(connection: Connection, column: ColumnElement[str], cause: Cause) -> ColumnElement[bool]:
    """Ask for a list kept as JSON that holds the value, however it is spelt."""
    lists, meant = connection.execute(select(column).distinct()).scalars(), fold(cause.value.strip())
    return column.in_([each for each in lists if each and meant in {fold(one.strip()) for one in json.loads(each)}])


_ASKED: Final[Mapping[CauseBy, Callable[[Connection, Cause], Select[str]]]] = {
    **dict.fromkeys((CauseBy.PRODUCT, *_OF_A_PURCHASE), _buyers),
    CauseBy.TEAM: _worried_about_team,
    CauseBy.PROCESS: _worried_about,
    CauseBy.LIST: _with_tag,
    CauseBy.PERSON: _cared_for_by,
}
