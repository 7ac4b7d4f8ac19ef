"""Which accounts share an attribute: of what they bought, of what worried them, or of themselves."""

import json
from collections.abc import Callable, Mapping
from typing import Any, Final
from uuid import UUID

from sqlalchemy import ColumnElement, Connection, Select, func, or_, select

from reviewdesk.domain.account import AccountStatus
from reviewdesk.domain.concern import Stage
from reviewdesk.domain.shared_problem import Cause, CauseBy
from reviewdesk.storage.tables import account, colleague, concern, person, product, purchase

_OF_A_PURCHASE: Final = {
    CauseBy.LOT: purchase.c.lot,
    CauseBy.SITE: purchase.c.site,
    CauseBy.CARRIER: purchase.c.carrier,
    CauseBy.TERM: purchase.c.contract_term,
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

    A value is compared whole, without regard to case; days count for what has a day.
    """
    if cause.by is CauseBy.HAND:
        found = frozenset(cause.account_ids)
    else:
        asked = _ASKED.get(cause.by)
        rows = connection.execute(asked(cause)).scalars() if asked and cause.value.strip() else ()
        found = frozenset(UUID(each) for each in rows)
    return found - _archived(connection)


def values_of(connection: Connection, by: CauseBy, account_id: UUID) -> tuple[str, ...]:
    """Give the values that an account has of an attribute of purchases, the one bought last first."""
    column = product.c.name if by is CauseBy.PRODUCT else _OF_A_PURCHASE[by]
    named = func.coalesce(func.nullif(column, ""), purchase.c.product_name) if by is CauseBy.PRODUCT else column
    query = select(named, func.max(purchase.c.bought_on).label("last")).select_from(_bought())
    query = query.where(purchase.c.account_id == account_id.hex, named != "").group_by(named)
    return tuple(row[0] for row in connection.execute(query.order_by(func.max(purchase.c.bought_on).desc()).limit(5)))


def _bought() -> Any:  # noqa: ANN401 - what SQLAlchemy calls a join
    return purchase.outerjoin(product, product.c.id == purchase.c.product_id)


def _archived(connection: Connection) -> frozenset[UUID]:
    query = select(account.c.id).where(account.c.status == AccountStatus.ARCHIVED.value)
    return frozenset(UUID(each) for each in connection.execute(query).scalars())


def _in_days(day: ColumnElement[str], cause: Cause) -> list[ColumnElement[bool]]:
    since = [day >= cause.since.isoformat()] if cause.since else []
    return [*since, *([day <= cause.until.isoformat()] if cause.until else [])]


def _same(column: ColumnElement[str], cause: Cause) -> ColumnElement[bool]:
    return func.lower(func.trim(column)) == _lowered(cause.value.strip())


def _lowered(text: str) -> str:
    """Lower a text as SQLite does: its plain letters alone."""
    return "".join(each.lower() if each.isascii() else each for each in text)


def _buyers(cause: Cause) -> Select[str]:
    """Give the accounts that bought it, and those whose concerns are said to be about it."""
    worried = account.c.id.in_(_worried_about(cause))
    return select(account.c.id).where(or_(account.c.id.in_(_bought_it(cause)), worried))


def _bought_it(cause: Cause) -> Select[str]:
    days = _in_days(purchase.c.bought_on, cause)
    if cause.by is CauseBy.PRODUCT:
        named = or_(_same(product.c.name, cause), _same(purchase.c.product_name, cause))
        return select(purchase.c.account_id).select_from(_bought()).where(named, *days).distinct()
    return select(purchase.c.account_id).where(_same(_OF_A_PURCHASE[cause.by], cause), *days).distinct()


def _counted() -> tuple[ColumnElement[bool], ...]:
    """Leave out concerns that were taken back, or whose note is gone."""
    return concern.c.withdrawn == 0, concern.c.stage != Stage.WITHDRAWN.value


def _worried_about_team(cause: Cause) -> Select[str]:
    days = _in_days(concern.c.raised_on, cause)
    return select(concern.c.account_id).where(_same(concern.c.team, cause), *_counted(), *days).distinct()


def _worried_about(cause: Cause) -> Select[str]:
    """Give the accounts whose concerns name it: as what they are about, or among their other tags."""
    days = _in_days(concern.c.raised_on, cause)
    named = or_(_holds(concern.c[_TAG[cause.by]], cause), _holds(concern.c.tags, cause))
    return select(concern.c.account_id).where(named, *_counted(), *days).distinct()


def _with_tag(cause: Cause) -> Select[str]:
    return select(account.c.id).where(_holds(account.c.tags, cause))


def _cared_for_by(cause: Cause) -> Select[str]:
    """Give the accounts of a colleague: their own, and those where they are the one who knows somebody."""
    ours = select(colleague.c.id).where(_same(colleague.c.name, cause))
    known = select(person.c.account_id).where(person.c.known_by_id.in_(ours))
    return select(account.c.id).where(or_(account.c.owner_id.in_(ours), account.c.id.in_(known)))


def _holds(column: ColumnElement[str], cause: Cause) -> ColumnElement[bool]:
    """Ask for a list kept as JSON that holds the value, in whatever case it is written."""
    written = _lowered(json.dumps(cause.value.strip(), ensure_ascii=False))
    return func.instr(func.lower(column), written) > 0


_ASKED: Final[Mapping[CauseBy, Callable[[Cause], Select[str]]]] = {
    **dict.fromkeys((CauseBy.PRODUCT, *_OF_A_PURCHASE), _buyers),
    CauseBy.TEAM: _worried_about_team,
    CauseBy.PROCESS: _worried_about,
    CauseBy.LIST: _with_tag,
    CauseBy.PERSON: _cared_for_by,
}
