"""A change for customers before it is made: what changes from when, and what becomes of each account it touches."""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from enum import StrEnum
from typing import Final
from uuid import UUID, uuid4

from reviewdesk.domain.audience import CUSTOMER, OUR_SIDE
from reviewdesk.domain.change_steps import PlannedStep, usual_steps
from reviewdesk.domain.errors import RefusedError

NOTICE_DAYS: Final = 30
_LOWEST: Final = Decimal(-100)
_HIGHEST: Final = Decimal(1000)
_HUNDREDTH: Final = Decimal("0.01")


class Taken(StrEnum):
    """How an account took a change."""

    WELL = "well"
    NEUTRAL = "neutral"
    BADLY = "badly"


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangingItem:
    """One item that changes: by so many per cent, or discontinued where `percent` is nothing.

    `price_now` and `price_then` are in the book's base currency and known only where a price list named them.
    """

    name: str = field(metadata=CUSTOMER)
    percent: Decimal | None = field(default=None, metadata=CUSTOMER)
    replacement: str = field(default="", metadata=CUSTOMER)
    price_now: Decimal | None = field(default=None, metadata=CUSTOMER)
    price_then: Decimal | None = field(default=None, metadata=CUSTOMER)

    def __post_init__(self) -> None:
        """Refuse a change that is none, or one beyond -100 % and 1000 %."""
        if self.percent is not None and not (
            self.percent.is_finite() and _LOWEST <= self.percent <= _HIGHEST and self.percent
        ):
            raise RefusedError(
                f"{self.name} cannot change by {self.percent} %. Type a number like 4.5, -3, or discontinued."
            )

    @property
    def ends(self) -> bool:
        """Say whether it will no longer be supplied."""
        return self.percent is None

    @property
    def is_by_price(self) -> bool:
        """Say whether its per cent is that of its two prices, rounded; an exposure is worked out from the prices."""
        if self.percent is None or self.price_now is None or self.price_then is None or self.price_now <= 0:
            return False
        exact = (self.price_then - self.price_now) / self.price_now * 100
        return exact.quantize(_HUNDREDTH, ROUND_HALF_UP) == self.percent

    def on(self, spent: Decimal) -> Decimal:
        """Give what the change comes to on so much spend, not rounded: all of it where the item ends."""
        if self.percent is None:
            return spent
        if self.is_by_price and self.price_now is not None and self.price_then is not None:
            return spent * (self.price_then - self.price_now) / self.price_now
        return spent * self.percent / 100

    @property
    def words(self) -> str:
        """Say in a few words what becomes of it: "+4.5 %", "discontinued"."""
        if self.percent is None:
            return "discontinued"
        return f"{self.percent.normalize():+f} %".replace("-", "−")


@dataclass(frozen=True, slots=True, kw_only=True)
class Wording:
    """Why something changes and what is offered, in one more language; `language` is its two-letter code."""

    language: str = field(metadata=CUSTOMER)
    why: str = field(default="", metadata=CUSTOMER)
    offer: str = field(default="", metadata=CUSTOMER)


@dataclass(frozen=True, slots=True, kw_only=True)
class PlannedChange:
    """One change: its items, from when and why, and which accounts are called about it.

    `notice_days` holds where an account has none of its own. `called` counts the accounts above the line: they get the
    `steps`, the usual ones where there are none, the others a letter. `figures_until` is the last day of the 12 months
    that its figures are of, once it was announced.
    """

    name: str = field(metadata=OUR_SIDE)
    effective: date = field(metadata=CUSTOMER)
    items: tuple[ChangingItem, ...] = field(default=(), metadata=CUSTOMER)
    why: str = field(default="", metadata=CUSTOMER)
    offer: str = field(default="", metadata=CUSTOMER)
    wordings: tuple[Wording, ...] = field(default=(), metadata=CUSTOMER)
    is_service: bool = field(default=False, metadata=OUR_SIDE)
    notice_days: int = field(default=NOTICE_DAYS, metadata=OUR_SIDE)
    called: int = field(default=10, metadata=OUR_SIDE)
    steps: tuple[PlannedStep, ...] = field(default=(), metadata=OUR_SIDE)
    announced_on: date | None = field(default=None, metadata=OUR_SIDE)
    figures_until: date | None = field(default=None, metadata=OUR_SIDE)
    ended_on: date | None = field(default=None, metadata=OUR_SIDE)
    id: UUID = field(default_factory=uuid4, metadata=OUR_SIDE)
    version: int = field(default=0, compare=False, metadata=OUR_SIDE)

    @property
    def is_rehearsed(self) -> bool:
        """Say whether nobody was told of it yet."""
        return self.announced_on is None

    def wording(self, language: str) -> Wording:
        """Give its words in a language, empty where they are not written in it."""
        return next((each for each in self.wordings if each.language == language), Wording(language=language))

    def worded(self, wording: Wording) -> "PlannedChange":
        """Say in one more language why it changes and what is offered; empty words are those of the book's language."""
        others = tuple(each for each in self.wordings if each.language != wording.language)
        return replace(self, wordings=(*others, wording) if wording.why or wording.offer else others)

    @property
    def planned_steps(self) -> tuple[PlannedStep, ...]:
        """Give the steps of whoever is called, also those that are left out."""
        return self.steps or usual_steps(is_service=self.is_service)

    @property
    def for_customers(self) -> str:
        """Name it in words a customer may read: "Drive X4 from 1 Jun 2027" without the day."""
        names = [each.name for each in self.items]
        return ", ".join(names[:2]) + (f" and {len(names) - 2} more" if len(names) > len(names[:2]) else "")

    def must_be_rehearsed(self) -> None:
        """Refuse to change what customers were told of.

        Raises:
            RefusedError: it was announced.
        """
        if not self.is_rehearsed:
            raise RefusedError("Customers were told of this change; it stays as it is. Start a new one.")


@dataclass(frozen=True, slots=True, kw_only=True)
class SpendThen:
    """What an account had spent on one item in the 12 months of the announcement, and what the change comes to.

    Both are in the base currency; `own` is the spend in `currency`, the one it bought in, nothing where these are many.
    """

    name: str = field(metadata=OUR_SIDE)
    spent: Decimal = field(metadata=OUR_SIDE)
    exposed: Decimal = field(metadata=OUR_SIDE)
    currency: str = field(default="", metadata=OUR_SIDE)
    own: Decimal | None = field(default=None, metadata=OUR_SIDE)


@dataclass(frozen=True, slots=True, kw_only=True)
class TouchedByChange:
    """One account that a change touches: its place, what it comes to, how it was taken, and what was conceded.

    `place` is the place a person gave it, from 1, nothing where the rule says it; `by_letter` says that a letter is
    enough although it stands above the line. `exposure`, `spend` (both in the base currency, for 12 months) and `items`
    are kept when the change is announced. `cost` is what the concession costs a year, in the base currency.
    """

    change_id: UUID = field(metadata=OUR_SIDE)
    account_id: UUID = field(metadata=OUR_SIDE)
    place: int | None = field(default=None, metadata=OUR_SIDE)
    by_letter: bool = field(default=False, metadata=OUR_SIDE)
    exposure: Decimal | None = field(default=None, metadata=OUR_SIDE)
    spend: Decimal | None = field(default=None, metadata=OUR_SIDE)
    signs: tuple[str, ...] = field(default=(), metadata=OUR_SIDE)
    items: tuple[SpendThen, ...] = field(default=(), metadata=OUR_SIDE)
    is_called: bool = field(default=False, metadata=OUR_SIDE)
    letter_on: date | None = field(default=None, metadata=OUR_SIDE)
    taken: Taken | None = field(default=None, metadata=OUR_SIDE)
    taken_on: date | None = field(default=None, metadata=OUR_SIDE)
    words: str = field(default="", metadata=OUR_SIDE)
    concession: str = field(default="", metadata=CUSTOMER)
    cost: Decimal | None = field(default=None, metadata=OUR_SIDE)
    accepted: bool | None = field(default=None, metadata=OUR_SIDE)
    is_lost: bool = field(default=False, metadata=OUR_SIDE)
    closed_on: date | None = field(default=None, metadata=OUR_SIDE)
    id: UUID = field(default_factory=uuid4, metadata=OUR_SIDE)
    version: int = field(default=0, compare=False, metadata=OUR_SIDE)

    @property
    def is_untold(self) -> bool:
        """Say whether it is to get a letter and heard nothing yet."""
        return not self.is_called and self.letter_on is None and self.taken is None and self.closed_on is None

    def took_it(self, how: Taken, on: date, words: str = "") -> "TouchedByChange":
        """Note how it was taken."""
        return replace(self, taken=how, taken_on=on, words=words.strip() or self.words)

    def closed(self, on: date, *, lost: bool) -> "TouchedByChange":
        """Close it with the check-in, kept or lost.

        Raises:
            RefusedError: nobody said how it was taken.
        """
        if self.taken is None and not lost:
            raise RefusedError("Say first how it was taken: well, neutral or badly.")
        return replace(self, closed_on=on, is_lost=lost)


@dataclass(frozen=True, slots=True)
class Balance:
    """What became of the exposure of a change, in the base currency; the four parts always add up to `exposure`.

    `spend_lost` is all that the accounts that were lost spent in 12 months. `kept` is below 0 where concessions cost
    more than the change brings.
    """

    exposure: Decimal = Decimal(0)
    conceded: Decimal = Decimal(0)
    lost: Decimal = Decimal(0)
    kept: Decimal = Decimal(0)
    spend_lost: Decimal = Decimal(0)

    @property
    def open(self) -> Decimal:
        """Give what is not decided yet."""
        return self.exposure - self.conceded - self.lost - self.kept


def balance_of(touched: Iterable[TouchedByChange]) -> Balance:
    """Add up what was kept, conceded and lost.

    An account that is lost loses its whole exposure. A concession counts once it is accepted, at its cost a year; what
    remains is kept once the account is closed, and open until then.
    """
    exposure = conceded = lost = kept = spend = Decimal(0)
    for each in touched:
        amount = each.exposure or Decimal(0)
        given = each.cost or Decimal(0) if each.accepted and not each.is_lost else Decimal(0)
        exposure += amount
        conceded += given
        if each.is_lost:
            lost += amount
            spend += each.spend or Decimal(0)
        elif each.closed_on is not None:
            kept += amount - given
    return Balance(exposure, conceded, lost, kept, spend)


def ended(change: PlannedChange, touched: Iterable[TouchedByChange], on: date) -> PlannedChange:
    """End a change.

    Raises:
        RefusedError: it was not announced, an account that was called is still open, or one that was to get a letter
            got none and did not say how it takes the change.
    """
    if change.is_rehearsed:
        raise RefusedError("Nobody was told of this change yet. Announce it, or remove it.")
    every = tuple(touched)
    left = sum(each.is_called and each.closed_on is None for each in every)
    if left:
        raise RefusedError(f"{left} of those you called have no check-in yet. Say of each whether it was kept or lost.")
    untold = sum(each.is_untold for each in every)
    if untold:
        raise RefusedError(f"{untold} who are to get a letter got none. Write it, or say how they took the change.")
    return replace(change, ended_on=on)
