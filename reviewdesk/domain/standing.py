"""How an account stands: what every list shows of it, worked out once and kept as dates and figures.

States such as "due soon" or "quiet" are not kept: they follow from these dates and the day they are looked at.
"""

from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from uuid import UUID

from reviewdesk.domain.account import Tier
from reviewdesk.domain.book import Book
from reviewdesk.domain.health import Health, health_of
from reviewdesk.domain.health_days import moves_on
from reviewdesk.domain.health_facts import Ended, HealthFacts, Heard, Owed, Worry
from reviewdesk.domain.health_settings import HealthSettings
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
    """What the standing of one account is worked out from.

    `sums` are its purchases in the revenue year by currency, `sums_before` those of the 12 months before.
    """

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
    worries: tuple[Worry, ...] = ()
    heard_on: date | None = None
    steps: tuple[Step, ...] = ()
    ended: tuple[Ended, ...] = ()
    owed: tuple[Owed, ...] = ()
    relationship: tuple[Heard, ...] = ()
    scores: tuple[Heard, ...] = ()
    raised_nothing: bool = False
    notice_on: date | None = None
    renewed: bool = False
    gut: int | None = None
    gut_on: date | None = None
    sums: tuple[tuple[str, Decimal], ...] = ()
    sums_before: tuple[tuple[str, Decimal], ...] = ()

    @property
    def contact_on(self) -> date | None:
        """Give the last two-way contact, in this book or before it."""
        days = (self.last_contact, self.last_held, self.last_contact_before)
        return max((each for each in days if each is not None), default=None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """How one account stands.

    `revenue` is of the revenue year in the book's base currency, nothing where a rate is missing; `revenues` are the
    same amounts by currency. `promises_due` are the due dates of our open promises. `health` and `basis` are of the day
    they were worked out, and hold until `moves_on`; `held_by` is the concern that holds the score.
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
    never_asked_from: date
    raised_nothing: bool
    notice_on: date | None
    health: int | None
    basis: int
    held_by: UUID | None
    moves_on: date

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


@dataclass(frozen=True, slots=True)
class Worked:
    """All that is kept of one account: how it stands, its health, and what that was worked out from."""

    standing: Standing
    health: Health
    facts: HealthFacts


def worked_out(facts: Facts, book: Book, window_end: date | None, today: date) -> Worked:
    """Work out how an account stands, and its health on a day."""
    months = months_of(book, facts.tier, facts.own_months)
    known = _health_facts(facts, book, months, window_end)
    health = health_of(known, HealthSettings.of(book), today)
    step = min(facts.steps, key=_by_date, default=None)
    standing = Standing(
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
        last_contact=facts.contact_on,
        quiet_from=quiet_from(known.counted_from, months),
        open_concerns=len(facts.worries),
        worst_severity=max((each.severity for each in facts.worries), default=0),
        promises_due=tuple(sorted(step.due for step in facts.steps if step.is_our_promise and step.due is not None)),
        next_step=step.what if step else "",
        next_step_on=step.due if step else None,
        never_asked_from=known.never_asked_from,
        raised_nothing=facts.raised_nothing,
        notice_on=facts.notice_on,
        health=health.score,
        basis=health.basis,
        held_by=health.held_by,
        moves_on=moves_on(known, today),
    )
    return Worked(standing, health, known)


def _health_facts(facts: Facts, book: Book, months: int, window_end: date | None) -> HealthFacts:
    year, before = _to_compare(facts, book, window_end)
    return HealthFacts(
        counted_from=facts.contact_on or facts.added_on,
        spoke=facts.contact_on is not None,
        months=months,
        heard_on=facts.heard_on,
        relationship=facts.relationship,
        scores=facts.scores,
        worries=facts.worries,
        ended=facts.ended,
        owed=facts.owed,
        year=year,
        before=before,
        notice_on=facts.notice_on,
        renewed=facts.renewed,
        gut=facts.gut,
        gut_on=facts.gut_on,
    )


def _to_compare(facts: Facts, book: Book, on: date | None) -> tuple[Decimal | None, Decimal | None]:
    """Give what was bought in the year and in the one before, in one currency; nothing without the earlier year."""
    if not facts.sums_before:
        return None, None
    if len({currency for currency, _ in (*facts.sums, *facts.sums_before)}) == 1:
        return sum((amount for _, amount in facts.sums), Decimal(0)), facts.sums_before[0][1]
    return _in_base(facts.sums, book, on), _in_base(facts.sums_before, book, on)


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
