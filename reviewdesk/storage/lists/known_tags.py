"""What the book knows of products, lots, sites, carriers, processes and contract terms, to be offered for a concern."""

import json
from collections.abc import Iterable
from typing import Any, Final
from uuid import UUID

from sqlalchemy import Connection, func, select

from reviewdesk.storage.tables import concern, product, purchase

OFFERED: Final = 400
_OF_A_PURCHASE: Final = {
    "lots": purchase.c.lot,
    "sites": purchase.c.site,
    "carriers": purchase.c.carrier,
    "contract_terms": purchase.c.contract_term,
}


def known_tags(connection: Connection, tag: str, account_id: UUID) -> tuple[str, ...]:
    """Give the values of one tag of concerns, `products` to `contract_terms`, each once: those of the account first.

    Of what was bought the latest comes first; then come products that nobody bought yet, and what concerns name.
    """
    bought = [*_bought(connection, tag, account_id), *_bought(connection, tag, None)]
    listed = connection.execute(select(product.c.name).order_by(product.c.name)).scalars() if tag == "products" else ()
    found: dict[str, str] = {}
    for value in (*bought, *listed, *_named(connection, tag)):
        found.setdefault(value.casefold(), value)
    return tuple(found.values())[:OFFERED]


def is_known_tag(connection: Connection, tag: str, value: str) -> bool:
    """Say whether something bought, or a product, is called exactly this, without regard to case."""
    same = value.casefold()
    if tag == "products":
        names = connection.execute(select(product.c.name)).scalars()
        return any(each.casefold() == same for each in (*names, *_bought(connection, tag, None)))
    return any(each.casefold() == same for each in _bought(connection, tag, None))


def _bought(connection: Connection, tag: str, account_id: UUID | None) -> Iterable[str]:
    if tag not in _OF_A_PURCHASE and tag != "products":
        return ()
    query, name = _query(tag)
    query = query.where(name != "").group_by(name).order_by(func.max(purchase.c.bought_on).desc(), name)
    if account_id is not None:
        query = query.where(purchase.c.account_id == account_id.hex)
    return tuple(connection.execute(query.limit(OFFERED)).scalars())


def _query(tag: str) -> tuple[Any, Any]:
    """Give the query of a tag over purchases and what it selects."""
    if tag != "products":
        column = _OF_A_PURCHASE[tag]
        return select(column), column
    named = func.coalesce(func.nullif(product.c.name, ""), purchase.c.product_name)
    joined = purchase.outerjoin(product, product.c.id == purchase.c.product_id)
    return select(named).select_from(joined), named


def _named(connection: Connection, tag: str) -> Iterable[str]:
    column = concern.c[tag]
    query = select(column).where(column != "[]", concern.c.withdrawn == 0).order_by(concern.c.raised_on.desc())
    return (str(value) for kept in connection.execute(query.limit(OFFERED)).scalars() for value in json.loads(kept))
