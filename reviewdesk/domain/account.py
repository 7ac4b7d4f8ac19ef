"""An account: a customer organisation, and what is known about it."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from decimal import Decimal
from enum import StrEnum
from uuid import UUID, uuid4

from reviewdesk.domain.audience import CUSTOMER, ONLY_ME, OUR_SIDE
from reviewdesk.domain.errors import RefusedError

GUT_FEELING_LASTS = timedelta(days=90)


class Tier(StrEnum):
    """How much of the revenue an account stands for: the first 80 %, the next 15 %, the rest."""

    A = "A"
    B = "B"
    C = "C"


class AccountStatus(StrEnum):
    """Whether the account buys from us."""

    ACTIVE = "active"
    LOST = "lost"
    WON_BACK = "won back"
    ARCHIVED = "archived"


class SupplierPosition(StrEnum):
    """How the customer ranks us among its suppliers, best first."""

    SOLE = "sole"
    PREFERRED = "preferred"
    ONE_OF_SEVERAL = "one of n"
    UNLISTED = "unlisted"


class ReasonToStay(StrEnum):
    """The first reason why the customer stays."""

    PRICE = "price"
    PRODUCT = "product"
    SERVICE = "service"
    PEOPLE = "people"
    HABIT = "habit"
    OTHER = "other"


@dataclass(frozen=True, slots=True, kw_only=True)
class Account:
    """One customer organisation.

    `share_of_wallet` is in per cent of what the customer buys of our kind. `revenue` figures come from purchases;
    `annual_revenue` is the customer's own turnover, as written in the source and without a currency. `logo` is the
    digest under which the book keeps the picture.
    """

    name: str = field(metadata=CUSTOMER)
    id: UUID = field(default_factory=uuid4, metadata=OUR_SIDE)
    version: int = field(default=0, compare=False, metadata=OUR_SIDE)
    parent_id: UUID | None = field(default=None, metadata=OUR_SIDE)
    review_as_group: bool = field(default=False, metadata=OUR_SIDE)
    is_site: bool = field(default=False, metadata=OUR_SIDE)
    status: AccountStatus = field(default=AccountStatus.ACTIVE, metadata=OUR_SIDE)
    owner_id: UUID | None = field(default=None, metadata=OUR_SIDE)
    industry: str = field(default="", metadata=OUR_SIDE)
    website: str = field(default="", metadata=CUSTOMER)
    domain: str = field(default="", metadata=OUR_SIDE)
    phones: tuple[str, ...] = field(default=(), metadata=CUSTOMER)
    street: str = field(default="", metadata=CUSTOMER)
    postal_code: str = field(default="", metadata=CUSTOMER)
    city: str = field(default="", metadata=CUSTOMER)
    region: str = field(default="", metadata=CUSTOMER)
    country: str = field(default="", metadata=CUSTOMER)
    currency: str = field(default="", metadata=OUR_SIDE)
    time_zone: str = field(default="", metadata=OUR_SIDE)
    language: str = field(default="", metadata=OUR_SIDE)
    annual_revenue: Decimal | None = field(default=None, metadata=OUR_SIDE)
    employees: int | None = field(default=None, metadata=OUR_SIDE)
    customer_since: date | None = field(default=None, metadata=CUSTOMER)
    tier: Tier | None = field(default=None, metadata=OUR_SIDE)
    tier_reason: str = field(default="", metadata=ONLY_ME)
    interval_months: int | None = field(default=None, metadata=OUR_SIDE)
    added_on: date | None = field(default=None, metadata=OUR_SIDE)
    first_review_due: date | None = field(default=None, metadata=OUR_SIDE)
    last_review_before: date | None = field(default=None, metadata=OUR_SIDE)
    last_contact_before: date | None = field(default=None, metadata=OUR_SIDE)
    supplier_position: SupplierPosition | None = field(default=None, metadata=OUR_SIDE)
    share_of_wallet: Decimal | None = field(default=None, metadata=OUR_SIDE)
    reason_to_stay: ReasonToStay | None = field(default=None, metadata=OUR_SIDE)
    rivals: tuple[str, ...] = field(default=(), metadata=OUR_SIDE)
    price_notice_days: int | None = field(default=None, metadata=OUR_SIDE)
    contract_end: date | None = field(default=None, metadata=OUR_SIDE)
    notice_days: int | None = field(default=None, metadata=OUR_SIDE)
    renewal_agreed_on: date | None = field(default=None, metadata=OUR_SIDE)
    cost_to_win: Decimal | None = field(default=None, metadata=OUR_SIDE)
    tags: tuple[str, ...] = field(default=(), metadata=OUR_SIDE)
    lines_bought: tuple[str, ...] = field(default=(), metadata=OUR_SIDE)
    gut_feeling: int | None = field(default=None, metadata=ONLY_ME)
    gut_feeling_on: date | None = field(default=None, metadata=ONLY_ME)
    gut_feeling_note: str = field(default="", metadata=ONLY_ME)
    notes: str = field(default="", metadata=ONLY_ME)
    lost_on: date | None = field(default=None, metadata=OUR_SIDE)
    logo: str = field(default="", metadata=CUSTOMER)

    @property
    def tier_is_pinned(self) -> bool:
        """Say whether a person set the tier by hand, with a reason."""
        return bool(self.tier_reason)

    @property
    def notice_date(self) -> date | None:
        """Give the last day on which the contract can be ended, counted back from its end."""
        return notice_day(self.contract_end, self.notice_days)

    def with_tier(self, tier: Tier, *, because: str) -> "Account":
        """Pin a tier by hand.

        Raises:
            RefusedError: no reason was given.
        """
        if not because.strip():
            raise RefusedError("Say in a few words why this tier is set by hand; the rule would say otherwise.")
        return replace(self, tier=tier, tier_reason=because.strip())

    def with_status(self, status: AccountStatus, on: date) -> "Account":
        """Say whether it buys; the day on which it was lost stays, unless it turns out never to have been."""
        if status is AccountStatus.ACTIVE:
            return replace(self, status=status, lost_on=None)
        lost_now = status is AccountStatus.LOST and self.status is not AccountStatus.LOST
        return replace(self, status=status, lost_on=on if lost_now else self.lost_on)

    def gut_feeling_at(self, today: date) -> int | None:
        """Give the gut feeling, 1-5, while it is not older than 90 days."""
        if self.gut_feeling is None or self.gut_feeling_on is None:
            return None
        return self.gut_feeling if today - self.gut_feeling_on <= GUT_FEELING_LASTS else None


def notice_day(contract_end: date | None, notice_days: int | None) -> date | None:
    """Count back from the end of a contract to the last day on which it can be ended."""
    if contract_end is None or notice_days is None:
        return None
    return contract_end - timedelta(days=notice_days)


def named(accounts: Mapping[UUID, Account], name: str) -> Account | None:
    """Find an account by its name, whatever the case."""
    wanted = name.casefold().strip()
    return next((each for each in accounts.values() if each.name.casefold() == wanted), None)
