"""How an account stands: what every list shows of it, worked out once and kept as dates and figures.

States such as "due soon" or "quiet" are not kept: they follow from these dates and the day they are looked at.
"""

from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from uuid import UUID

from reviewdesk.domain.account import Tier
from reviewdesk.domain.book import Book
from reviewdesk.domain.intervals import interval_months, next_due
from reviewdesk.domain.money import Money, Rates, convert
from reviewdesk.domain.silence import quiet_from


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """An open follow-up, as far as a list needs it."""

    what: str
    due: date | None
    is_our_promise: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """What the standing of one account is worked out from; `sums` are its purchases in the revenue year by currency."""

    account_id: UUID
    tier: Tier | None
    own_months: int | None
    added_on: date
    first_review_due: date | None = None
    last_review_before: date | None = None
    last_contact_before: date | None = None
    last_held: date | None = None
    booked_on: date | None = None
    booked_id: UUID | None = None
    booked_at: datetime | None = None
    last_contact: date | None = None
    open_concerns: int = 0
    worst_severity: int = 0
    steps: tuple[Step, ...] = ()
    sums: tuple[tuple[str, Decimal], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """How one account stands.

    `revenue` is of the revenue year in the book's base currency, nothing where a rate is missing; `revenues` are the
    same amounts by currency. `promises_due` are the due dates of our open promises.
    """

    account_id: UUID
    window_end: date | None
    revenue: Decimal | None
    currency: str
    revenues: tuple[tuple[str, Decimal], ...]
    last_held: date | None
    next_due: date | None
    booked_on: date | None
    booked_review: UUID | None
    booked_at: datetime | None
    last_contact: date | None
    quiet_from: date | None
    open_concerns: int
    worst_severity: int
    promises_due: tuple[date, ...]
    next_step: str
    next_step_on: date | None

    def late_promises(self, today: date) -> int:
        """Count our open promises whose date has passed."""
        return sum(due < today for due in self.promises_due)

    def is_quiet(self, today: date) -> bool:
        """Say whether nobody has spoken with them for too long."""
        return self.quiet_from is not None and today >= self.quiet_from


def months_of(book: Book, tier: Tier | None, own: int | None) -> int:
    """Give the months between two reviews of an account under the settings of its book."""
    by_tier = {Tier.A: book.months_a, Tier.B: book.months_b, Tier.C: book.months_c, None: book.months_without_tier}
    return interval_months(tier, own, by_tier=by_tier)


def standing_of(facts: Facts, book: Book, window_end: date | None) -> Standing:
    """Work out how an account stands."""
    months = months_of(book, facts.tier, facts.own_months)
    last_contact = max(
        (day for day in (facts.last_contact, facts.last_held, facts.last_contact_before) if day is not None),
        default=None,
    )
    step = min(facts.steps, key=_by_date, default=None)
    return Standing(
        account_id=facts.account_id,
        window_end=window_end,
        revenue=_in_base(facts.sums, book, window_end),
        currency=book.base_currency,
        revenues=facts.sums,
        last_held=facts.last_held,
        next_due=_next_due(facts, months),
        booked_on=facts.booked_on,
        booked_review=facts.booked_id,
        booked_at=facts.booked_at,
        last_contact=last_contact,
        quiet_from=quiet_from(last_contact or facts.added_on, months),
        open_concerns=facts.open_concerns,
        worst_severity=facts.worst_severity,
        promises_due=tuple(sorted(step.due for step in facts.steps if step.is_our_promise and step.due is not None)),
        next_step=step.what if step else "",
        next_step_on=step.due if step else None,
    )


def _next_due(facts: Facts, months: int) -> date:
    return next_due(
        tier=facts.tier,
        months=months,
        added_on=facts.added_on,
        last_held=facts.last_held,
        last_before_book=facts.last_review_before,
        first_due=facts.first_review_due,
    )


def _by_date(step: Step) -> tuple[date, str]:
    return (step.due or date.max, step.what)


def _in_base(sums: tuple[tuple[str, Decimal], ...], book: Book, on: date | None) -> Decimal | None:
    """Sum what can be converted; nothing where one rate is missing."""
    rates = Rates.entered(book.base_currency, book.rates)
    total = Decimal(0)
    for currency, amount in sums:
        converted = convert(Money(amount, currency), rates, on or date.max)
        if converted is None:
            return None
        total += converted.amount
    return total
