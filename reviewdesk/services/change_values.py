"""What is read of a change: who is hurt and by how much, who is left out and why, and whether the calls fit."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from uuid import UUID

from reviewdesk.domain.change_exposure import Diary, ItemSpend, Sign
from reviewdesk.domain.follow_up import FollowUp
from reviewdesk.domain.planned_change import Balance, PlannedChange, TouchedByChange
from reviewdesk.domain.tiers import Window


@dataclass(frozen=True, slots=True, kw_only=True)
class Hurt:
    """One account that a change touches, at its place from 1; amounts are for 12 months in the base currency.

    `call_by` is the last safe day of the personal call, `call_on` the last working day up to it. `owner` is empty where
    it is the person whose book it is. `why` says for each sign what it is based on.
    """

    account_id: UUID
    account: str
    place: int
    exposure: Decimal
    spend: Decimal
    signs: tuple[Sign, ...]
    why: Mapping[Sign, str]
    items: tuple[ItemSpend, ...]
    notice_days: int
    call_by: date
    call_on: date
    is_called: bool
    is_late: bool
    day: date | None
    has_room: bool
    owner: str
    touched: TouchedByChange | None
    steps: tuple[FollowUp, ...] = ()

    @property
    def share(self) -> Decimal:
        """Give the exposure in per cent of the spend, to one decimal."""
        share = self.exposure * 100 / self.spend if self.spend > 0 else Decimal(0)
        return share.quantize(Decimal("0.1"), ROUND_HALF_UP)


@dataclass(frozen=True, slots=True)
class NotTouched:
    """An account that is left out, and why."""

    account_id: UUID
    account: str
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownChange:
    """A change as its page shows it: the rehearsal, and later what became of it.

    `colleagues` may see to a step; `has_kept_steps` says that its steps are those new changes begin with.
    `bought_since` are the accounts that bought of its items only after it was announced.
    `languages` are the further ones that accounts are written to in, each with how many.
    """

    change: PlannedChange
    today: date
    currency: str
    window: Window | None
    hurt: tuple[Hurt, ...]
    left_out: tuple[NotTouched, ...]
    without_rate: tuple[NotTouched, ...]
    diary: Diary = field(default_factory=Diary)
    colleagues: tuple[tuple[UUID, str], ...] = ()
    has_kept_steps: bool = True
    bought_since: tuple[str, ...] = ()
    languages: tuple[tuple[str, int], ...] = ()
    balance: Balance = field(default_factory=Balance)

    @property
    def called(self) -> tuple[Hurt, ...]:
        """Give those who are called."""
        return tuple(each for each in self.hurt if each.is_called)

    @property
    def by_letter(self) -> tuple[Hurt, ...]:
        """Give those who get a letter."""
        return tuple(each for each in self.hurt if not each.is_called)

    @property
    def total(self) -> Decimal:
        """Give the exposure of all."""
        return total_of(self.hurt)

    def of(self, account_id: UUID) -> Hurt:
        """Give what it means for one account."""
        return next(each for each in self.hurt if each.account_id == account_id)


def total_of(hurt: tuple[Hurt, ...]) -> Decimal:
    """Add up exposures."""
    return sum((each.exposure for each in hurt), Decimal(0))


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangeLine:
    """A change as the outreach lists it: how many it touches, and what is still to be done about it."""

    change: PlannedChange
    accounts: int
    to_call: int
    to_close: int
    to_write: int
    balance: Balance
    currency: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TouchingChange:
    """An announced change as the page of an account it touches names it; `call_on` is there while a call is to come."""

    change: PlannedChange
    touched: TouchedByChange
    currency: str
    today: date
    call_on: date | None = None


@dataclass(frozen=True, slots=True)
class NewChange:
    """What the sheet of a new change begins with: the products there are, and one that was chosen."""

    products: tuple[str, ...]
    today: date
    product: str = ""
