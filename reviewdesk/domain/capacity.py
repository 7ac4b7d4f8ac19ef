"""What the tiers ask of a person in a quarter, against the hours there are."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction
from uuid import UUID

from dateutil.relativedelta import relativedelta

from reviewdesk.domain.account import Tier
from reviewdesk.domain.intervals import is_called


@dataclass(frozen=True, slots=True)
class Hours:
    """Hours of work: how many a week for all reviews, and what a review and a call take."""

    a_week: Decimal = Decimal(12)
    a_review: Decimal = Decimal(3)
    a_call: Decimal = Decimal("0.5")

    def of(self, tier: Tier | None) -> Decimal:
        """Give what one review takes; C is called."""
        return self.a_call if is_called(tier) else self.a_review


@dataclass(frozen=True, slots=True)
class Quarter:
    """Three months of the business year, first and last day included."""

    start: date
    end: date

    @classmethod
    def of(cls, day: date, *, year_starts_in: int = 1) -> "Quarter":
        """Give the quarter a day lies in, in a business year that starts with this month (1-12)."""
        start = day.replace(day=1) - relativedelta(months=(day.month - year_starts_in) % 3)
        return cls(start, start + relativedelta(months=3) - timedelta(days=1))

    @property
    def weeks(self) -> Fraction:
        """Give its length in weeks, unrounded."""
        return Fraction((self.end - self.start).days + 1, 7)


@dataclass(frozen=True, slots=True)
class Reviewed:
    """One account that is reviewed every so many months; `revenue` is in the base currency, nothing when unknown."""

    id: UUID
    tier: Tier | None
    months: int
    revenue: Decimal | None = None

    @property
    def a_quarter(self) -> Fraction:
        """Give how often it is reviewed in a quarter."""
        return Fraction(3, self.months)


@dataclass(frozen=True, slots=True)
class Capacity:
    """What a quarter asks for, unrounded, against what there is.

    `could_be_called` holds the accounts whose review could become a call until the hours suffice, the smallest first;
    it is empty while they do. `over_even_then` is what still lacks if all of them are called.
    """

    reviews: Fraction
    calls: Fraction
    hours: Fraction
    hours_set: Fraction
    could_be_called: tuple[UUID, ...] = ()
    over_even_then: Fraction = Fraction(0)

    @property
    def is_enough(self) -> bool:
        """Say whether the hours set suffice."""
        return self.hours <= self.hours_set

    @property
    def words(self) -> str:
        """Say it in one line: "49 reviews and 2 calls this quarter ask for 147 h of 158 h"."""
        reviews, calls = _counted(self.reviews, "review"), _counted(self.calls, "call")
        return f"{reviews} and {calls} this quarter ask for {_whole(self.hours)} h of {_whole(self.hours_set)} h"


def capacity(accounts: Iterable[Reviewed], quarter: Quarter, hours: Hours | None = None) -> Capacity:
    """Work out what the tiers ask for in a quarter: each account 3 / months times."""
    each_takes = hours or Hours()
    known = tuple(accounts)
    asked = sum((each.a_quarter * Fraction(each_takes.of(each.tier)) for each in known), Fraction(0))
    there_are = Fraction(each_takes.a_week) * quarter.weeks
    called, still_over = _to_be_called(known, asked - there_are, each_takes)
    return Capacity(
        sum((each.a_quarter for each in known if not is_called(each.tier)), Fraction(0)),
        sum((each.a_quarter for each in known if is_called(each.tier)), Fraction(0)),
        asked,
        there_are,
        called,
        still_over,
    )


def _to_be_called(known: tuple[Reviewed, ...], over: Fraction, hours: Hours) -> tuple[tuple[UUID, ...], Fraction]:
    saved_by_one = Fraction(hours.a_review - hours.a_call)
    called: list[UUID] = []
    for each in sorted((each for each in known if each.tier not in (Tier.A, Tier.C)), key=_smallest_first):
        if over <= 0 or saved_by_one <= 0:
            break
        called.append(each.id)
        over -= each.a_quarter * saved_by_one
    return tuple(called), max(over, Fraction(0))


def _smallest_first(account: Reviewed) -> tuple[bool, Decimal, UUID]:
    return account.revenue is None, account.revenue or Decimal(0), account.id


def _counted(number: Fraction, what: str) -> str:
    whole = _whole(number)
    return f"{whole:,} {what}{'' if whole == 1 else 's'}"


def _whole(number: Fraction) -> int:
    return int(number + Fraction(1, 2))
