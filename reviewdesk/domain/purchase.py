"""What customers buy: products and purchases."""

from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Final
from uuid import UUID, uuid4

from reviewdesk.domain.audience import CUSTOMER, OUR_SIDE

DECIMALS_KEPT: Final = 4
LARGEST_AMOUNT: Final = 10**13


@dataclass(frozen=True, slots=True, kw_only=True)
class Product:
    """Something we sell. `list_price` is in the book's base currency."""

    name: str = field(metadata=CUSTOMER)
    id: UUID = field(default_factory=uuid4, metadata=OUR_SIDE)
    version: int = field(default=0, compare=False, metadata=OUR_SIDE)
    series: str = field(default="", metadata=CUSTOMER)
    list_price: Decimal | None = field(default=None, metadata=OUR_SIDE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Purchase:
    """One thing an account bought. `margin` is in per cent; `amount` may be negative for a credit.

    `product_name` is what the source calls the product where the product list does not have it.
    """

    account_id: UUID = field(metadata=OUR_SIDE)
    bought_on: date = field(metadata=CUSTOMER)
    amount: Decimal = field(metadata=OUR_SIDE)
    currency: str = field(metadata=OUR_SIDE)
    id: UUID = field(default_factory=uuid4, metadata=OUR_SIDE)
    version: int = field(default=0, compare=False, metadata=OUR_SIDE)
    product_id: UUID | None = field(default=None, metadata=CUSTOMER)
    product_name: str = field(default="", metadata=CUSTOMER)
    quantity: Decimal | None = field(default=None, metadata=CUSTOMER)
    lot: str = field(default="", metadata=OUR_SIDE)
    site: str = field(default="", metadata=OUR_SIDE)
    carrier: str = field(default="", metadata=OUR_SIDE)
    contract_term: str = field(default="", metadata=OUR_SIDE)
    margin: Decimal | None = field(default=None, metadata=OUR_SIDE)


@dataclass(frozen=True, slots=True)
class PurchaseLine:
    """One purchase as a list shows it, with the name of its product."""

    purchase: Purchase
    product: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceKey:
    """Where a record came from: a program's name and that program's own id for it.

    It is kept so that a renamed account still matches and importing the same file again changes nothing.
    """

    source: str = field(metadata=OUR_SIDE)
    source_id: str = field(metadata=OUR_SIDE)
    kind: str = field(metadata=OUR_SIDE)
    record_id: UUID = field(metadata=OUR_SIDE)
    id: UUID = field(default_factory=uuid4, metadata=OUR_SIDE)
    version: int = field(default=0, compare=False, metadata=OUR_SIDE)
