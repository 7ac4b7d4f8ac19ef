"""Planning products, and what to make of product names that the list does not have."""

from collections import Counter
from collections.abc import Sequence
from difflib import get_close_matches
from uuid import UUID

from reviewdesk.domain.changes import Kind
from reviewdesk.domain.importing.drafts import Desk, Draft, Drafts
from reviewdesk.domain.importing.existing import KeyRing
from reviewdesk.domain.importing.incoming import IncomingProduct, IncomingPurchase
from reviewdesk.domain.importing.names import folded
from reviewdesk.domain.purchase import Product

_SAME = "same"
_NEW = "new"
_KEEP = "keep"
_MOST_QUESTIONS = 12
_MOST_COMPARED = 2_000


class ProductPlanning:
    """Joins incoming products with the book's, and purchases with products.

    A name that is not in the list is asked about. Until it is decided the purchase keeps it as written, without a
    product: so no product is made and none is given purchases that may not be its own.
    """

    def __init__(self, drafts: Drafts[Product], keys: KeyRing, desk: Desk) -> None:
        self.drafts = drafts
        self._keys = keys
        self._desk = desk
        self._by_name: dict[str, Draft[Product]] = {}
        for each in drafts:
            self._by_name.setdefault(folded(each.after.name), each)

    def take(self, incoming: Sequence[IncomingProduct]) -> None:
        """Plan all incoming products."""
        for row in incoming:
            known = self._keys.find(Kind.PRODUCT, row.origin.source, row.origin.id)
            draft = self.drafts.by_id.get(known) if known else self._by_name.get(folded(row.name))
            if draft is None:
                draft = self._add(Product(name=row.name, **row.values))
                draft.origin = row.origin
            else:
                self._join(draft, row)
            self._keys.add(Kind.PRODUCT, row.origin.source, row.origin.id, draft.after.id)

    def settle_names(self, purchases: Sequence[IncomingPurchase]) -> dict[str, UUID]:
        """Give the product of each name that purchases use; a name without one is kept as written."""
        used = Counter(each.product for each in purchases if each.product)
        found = {each: self._by_name[folded(each)].after.id for each in used if folded(each) in self._by_name}
        unlisted = {each: count for each, count in used.items() if each not in found}
        if len(unlisted) > _MOST_QUESTIONS:
            return found | self._all_settled(unlisted)
        for name, count in unlisted.items():
            product_id = self._settled(name, count)
            if product_id is not None:
                found[name] = product_id
        return found

    def _add(self, product: Product) -> Draft[Product]:
        draft = self.drafts.add(product, None)
        self._by_name.setdefault(folded(product.name), draft)
        return draft

    def _join(self, draft: Draft[Product], row: IncomingProduct) -> None:
        is_repeated = draft.origin is not None and draft.origin.file == row.origin.file
        if is_repeated:
            self._desk.leave_out(row.origin, "named twice, joined with the line before", row.name)
        self._desk.fill(draft, Kind.PRODUCT.value, row.values, only_blanks=is_repeated)
        draft.origin = draft.origin or row.origin

    def _settled(self, name: str, count: int) -> UUID | None:
        closest = self._closest(name)
        same = {_SAME: f"is the same as {closest.after.name}"} if closest else {}
        chosen = self._desk.deciding.ask(
            f"product:{name}",
            f"“{name}” is not in the product list",
            f"{count:,} {'purchase' if count == 1 else 'purchases'}"
            + (f" · closest: {closest.after.name}" if closest else ""),
            {**same, _NEW: "is new", _KEEP: "keep the name as written, without a product"},
            _KEEP,
        )
        if chosen == _SAME and closest:
            return closest.after.id
        return self._named(name) if chosen == _NEW else None

    def _all_settled(self, unlisted: dict[str, int]) -> dict[str, UUID]:
        chosen = self._desk.deciding.ask(
            "products:unlisted",
            f"{len(unlisted):,} product names are not in the product list",
            f"{sum(unlisted.values()):,} purchases: {', '.join(list(unlisted)[:5])} …",
            {_NEW: "all are new", _KEEP: "keep the names as written, without products"},
            _KEEP,
        )
        return {each: self._named(each) for each in unlisted} if chosen == _NEW else {}

    def _named(self, name: str) -> UUID:
        """Give the product of this name, added where two spellings of it did not add it before."""
        known = self._by_name.get(folded(name))
        return (known or self._add(Product(name=name))).after.id

    def _closest(self, name: str) -> Draft[Product] | None:
        wanted = folded(name).replace(" ", "")
        closed = {each.replace(" ", ""): draft for each, draft in self._by_name.items()}
        if wanted in closed:
            return closed[wanted]
        if len(closed) > _MOST_COMPARED:
            return None
        alike = get_close_matches(wanted, closed, n=1, cutoff=0.75)
        return closed[alike[0]] if alike else None
