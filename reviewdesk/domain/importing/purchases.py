"""Planning purchases, each by a key of its own so that importing it again changes nothing."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace
from hashlib import sha256
from typing import Any
from uuid import UUID

from reviewdesk.domain.changes import Kind
from reviewdesk.domain.importing.drafts import Desk, Draft, Drafts
from reviewdesk.domain.importing.existing import KeyRing
from reviewdesk.domain.importing.ids import ids_in_order
from reviewdesk.domain.importing.incoming import IncomingPurchase
from reviewdesk.domain.importing.names import folded
from reviewdesk.domain.importing.people import AccountOf
from reviewdesk.domain.purchase import Purchase

Bought = list[tuple[IncomingPurchase, UUID]]


def plan_purchases(
    drafts: Drafts[Purchase],
    incoming: Sequence[IncomingPurchase],
    account_of: AccountOf,
    products: Mapping[str, UUID],
    keys: KeyRing,
    desk: Desk,
) -> tuple[Bought, set[tuple[str, str]]]:
    """Plan all purchases; give those that are not left out, each with its account, and the keys of all."""
    repeats: Counter[str] = Counter()
    seen: set[tuple[str, str]] = set()
    told: set[tuple[str, int]] = set()  # a row of figures by month is left out once
    bought: Bought = []
    new_ids = ids_in_order()
    for row in incoming:
        account_id, reason = account_of(row.account)
        key = (row.origin.source, row.origin.id or _content_id(row, repeats, keys))
        known = keys.find(Kind.PURCHASE, *key)
        draft = drafts.by_id.get(known) if known else None
        if row.is_figure and draft is not None and account_id is None:
            account_id, reason = draft.after.account_id, ""
        if account_id is not None and key in seen:
            reason = "an id that came before in the files"
        if account_id is None or reason:
            if not (row.is_figure and (row.origin.file, row.origin.line) in told):
                desk.leave_out(row.origin, reason, f"{row.account.name} · {row.bought_on} · {row.amount}")
            told.add((row.origin.file, row.origin.line))
            continue
        seen.add(key)
        if row.is_figure and draft is None and not row.amount:
            continue
        bought.append((row, account_id))
        values = _values(row, account_id, products.get(row.product))
        if draft is None:
            draft = drafts.add(Purchase(id=next(new_ids), **values), row.origin)
            keys.add(Kind.PURCHASE, *key, draft.after.id)
        else:
            _join(draft, row, values, desk)
    return bought, seen


def _values(row: IncomingPurchase, account_id: UUID, product_id: UUID | None) -> dict[str, Any]:
    return {
        "account_id": account_id,
        "bought_on": row.bought_on,
        "amount": row.amount,
        "currency": row.currency,
        "product_id": product_id,
        "product_name": "" if product_id else row.product,
        "quantity": row.quantity,
        "lot": row.lot,
        "site": row.site,
        "carrier": row.carrier,
        "contract_term": row.contract_term,
    }


def _join(draft: Draft[Purchase], row: IncomingPurchase, values: dict[str, Any], desk: Desk) -> None:
    """Compare with the purchase in the book; a product settled there is not unsettled by its bare name."""
    name = values.pop("product_name")
    filled = {each: value for each, value in values.items() if value not in (None, "")}
    if name and draft.after.product_id is None:
        filled["product_name"] = name
    if row.is_figure:
        desk.take(draft, filled)
    else:
        desk.fill(draft, Kind.PURCHASE.value, filled)
    if draft.after.product_id is not None and draft.after.product_name:
        draft.after = replace(draft.after, product_name="")
    draft.origin = row.origin


def _content_id(row: IncomingPurchase, repeats: Counter[str], keys: KeyRing) -> str:
    """Make an id of what a row says, for files without ids; equal rows are told apart by their number.

    Where the currency is not the file's word but the person's, a row that was read in another one before is found.
    """
    digest = _digest(row, row.currency)
    repeats[digest] += 1
    others = [each for each in row.may_be if each != row.currency]
    ids = [f"row {digest} {repeats[digest]}", *(f"row {_digest(row, each)} {repeats[digest]}" for each in others)]
    return next((each for each in ids if keys.find(Kind.PURCHASE, row.origin.source, each)), ids[0])


def _digest(row: IncomingPurchase, currency: str) -> str:
    said = (folded(row.account.name), row.account.id, row.bought_on, row.amount, currency, row.product, row.title)
    return sha256("\x1f".join(map(str, said)).encode("utf-8", "surrogatepass")).hexdigest()[:24]
