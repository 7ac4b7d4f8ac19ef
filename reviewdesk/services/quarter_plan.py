"""The plan of a quarter: what is held and booked, and a day for each review that is due and has none."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from decimal import Decimal
from typing import Final
from uuid import UUID

from dateutil.relativedelta import relativedelta

from reviewdesk.domain.account import Tier
from reviewdesk.domain.capacity import Hours, Quarter
from reviewdesk.domain.errors import RefusedError
from reviewdesk.domain.intervals import is_called
from reviewdesk.domain.quarter_plan import LEAD, ToPlan, monday, spread, weeks_of
from reviewdesk.domain.review import HELD_STATES, Review, ReviewState
from reviewdesk.domain.working_days import WorkingDays
from reviewdesk.services.days import working_days
from reviewdesk.services.outcome import Outcome
from reviewdesk.services.reviews import new_review
from reviewdesk.storage.lists.accounts import AccountLine, account_lines, standings_on_the_day
from reviewdesk.storage.reading import Reading
from reviewdesk.storage.store import Store

QUARTERS: Final = 3
_DAY: Final = timedelta(days=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Planned:
    """One review on the plan: held, booked (`review_id` is there), or a day proposed for one that is due.

    `day` is empty for one without room, or left out of the plan as `is_left_out` says; `by_hand` where the person
    chose the day.
    """

    account_id: UUID
    account: str
    tier: Tier | None
    hours: Decimal
    day: date | None
    due: date | None = None
    review_id: UUID | None = None
    state: ReviewState | None = None
    starts_at: datetime | None = None
    is_call: bool = False
    by_hand: bool = False
    is_left_out: bool = False

    @property
    def key(self) -> UUID:
        """What tells it from the others: the id of its review, else of the account it is due for."""
        return self.review_id or self.account_id

    @property
    def is_proposed(self) -> bool:
        """Say whether it is not planned yet."""
        return self.review_id is None

    @property
    def is_held(self) -> bool:
        """Say whether it was held."""
        return self.state in HELD_STATES


@dataclass(frozen=True, slots=True, kw_only=True)
class QuarterPlan:
    """A quarter as it is planned. `ahead` tells by how many quarters: 0 is the one today lies in."""

    quarter: Quarter
    ahead: int
    today: date
    earliest: date
    hours_a_week: Decimal
    days: WorkingDays
    items: tuple[Planned, ...]

    @property
    def weeks(self) -> tuple[date, ...]:
        """Give the Mondays of its weeks that are not over."""
        return tuple(each for each in weeks_of(self.quarter) if each >= monday(self.today))

    @property
    def proposed(self) -> dict[UUID, date]:
        """Give the day of each review that is to be planned, by its account."""
        return {each.account_id: each.day for each in self.items if each.is_proposed and each.day is not None}

    @property
    def without_day(self) -> tuple[Planned, ...]:
        """Give those that are due and have no day: for want of room, or because they were left out."""
        return tuple(each for each in self.items if each.day is None)

    def on(self, day: date) -> tuple[Planned, ...]:
        """Give what lies on a day, what has a time first."""
        return tuple(sorted((each for each in self.items if each.day == day), key=_on_the_day))

    def hours_in(self, week: date) -> Decimal:
        """Sum the hours of what lies in the week of this Monday."""
        found = (each.hours for each in self.items if each.day is not None and monday(each.day) == week)
        return sum(found, Decimal(0))


class QuarterPlanService:
    """Spreads the reviews of a quarter over its working days, and plans them."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def plan(self, ahead: int = 0, kept: Mapping[UUID, date | None] | None = None) -> QuarterPlan:
        """Give the plan of the quarter so many quarters ahead, 0-2.

        `kept` are the days that the person chose for accounts, nothing for one that is left out of the plan.
        """
        with self._store.read() as reading:
            return _plan(reading, ahead, kept or {})

    def quarters(self) -> tuple[Quarter, ...]:
        """Give the quarters that can be planned, the one today lies in first."""
        with self._store.read() as reading:
            return tuple(_quarter(reading, each) for each in range(QUARTERS))

    def plan_all(self, days: Mapping[UUID, date]) -> Outcome[tuple[Review, ...]]:
        """Plan the reviews of these accounts in one step, each on its day, prepared from its template.

        Those planned elsewhere or taken out meanwhile are passed over.

        Raises:
            RefusedError: there is none, or one of the days is past.
        """
        if not days:
            raise RefusedError("There is nothing to plan: every review that is due has its day.")
        if min(days.values()) < self._store.clock.today():
            raise RefusedError("One of these days is past. Move that review to a coming day.")
        with self._store.write(f"Plan {len(days)} {'review' if len(days) == 1 else 'reviews'}") as work:
            wanted = {each: on for each, on in days.items() if _is_still_due(work, each)}
            if not wanted:
                raise RefusedError("These reviews have their day by now, planned elsewhere. Look at the plan again.")
            made = tuple(work.reviews.put(new_review(work, account_id, on)) for account_id, on in wanted.items())
        return Outcome(made, work.changes)


def _is_still_due(reading: Reading, account_id: UUID) -> bool:
    """Say whether an account is still in the book and nobody planned its review meanwhile."""
    if reading.accounts.find(account_id) is None:
        return False
    today = reading.clock.today()
    known = reading.reviews.where(account_id=account_id)
    return not any(each.is_open and each.planned_on is not None and each.planned_on >= today for each in known)


def _quarter(reading: Reading, ahead: int) -> Quarter:
    first = reading.book.business_year_start
    start = Quarter.of(reading.clock.today(), year_starts_in=first).start + relativedelta(months=3 * ahead)
    return Quarter.of(start, year_starts_in=first)


def _plan(reading: Reading, ahead: int, kept: Mapping[UUID, date | None]) -> QuarterPlan:
    book, today = reading.book, reading.clock.today()
    quarter = _quarter(reading, ahead)
    days = working_days(book, today)
    earliest = max(quarter.start, days.add(today, LEAD))
    hours = Hours(book.hours_a_week, book.hours_a_review, book.hours_a_call)
    lines = {each.id: each for each in account_lines(reading.connection)}
    there = _there(reading, lines, hours, quarter)
    due = _due(reading, lines, hours, quarter, ahead)
    still = {each: day for each, day in kept.items() if day is None or day >= today}
    chosen = {each.account_id: still[each.account_id] for each in due if each.account_id in still}
    taken = [(each.day, each.hours) for each in there if each.day is not None]
    taken += [(day, each.hours) for each in due if (day := chosen.get(each.account_id)) is not None]
    found = spread((each for each in due if each.account_id not in chosen), taken, quarter, earliest, hours, days)
    proposed = tuple(_proposed(each, lines[each.account_id], {**found, **chosen}, chosen) for each in due)
    return QuarterPlan(
        quarter=quarter, ahead=ahead, today=today, earliest=earliest, hours_a_week=hours.a_week, days=days,
        items=(*there, *proposed),
    )  # fmt: skip


def _there(reading: Reading, lines: Mapping[UUID, AccountLine], hours: Hours, quarter: Quarter) -> tuple[Planned, ...]:
    """Give what lies in the weeks of the quarter already: held, booked, at whatever state."""
    first, last = monday(quarter.start), monday(quarter.end) + _DAY * 6
    known = [each for each in reading.reviews.outlines() if each.state is not ReviewState.CANCELLED]
    return tuple(
        Planned(
            account_id=each.account_id,
            account=lines[each.account_id].name,
            tier=lines[each.account_id].tier,
            hours=hours.a_call if each.by_call else hours.a_review,
            day=each.day,
            review_id=each.id,
            state=each.state,
            starts_at=each.starts_at,
            is_call=each.by_call,
        )
        for each in known
        if each.day is not None and first <= each.day <= last
    )


def _due(
    reading: Reading, lines: Mapping[UUID, AccountLine], hours: Hours, quarter: Quarter, ahead: int
) -> tuple[ToPlan, ...]:
    """Give what falls due up to the end of the quarter and has no date; of earlier ones those nobody can hold before.

    What falls due before a quarter ahead belongs to the plan of its own quarter, while that has days left to plan for.
    """
    today = reading.clock.today()
    is_too_late_before = working_days(reading.book, today).add(today, LEAD) >= quarter.start
    since = date.min if ahead == 0 or (ahead == 1 and is_too_late_before) else quarter.start
    found = []
    for each in standings_on_the_day(reading).values():
        line, due = lines[each.account_id], each.next_due
        booked = each.booked_on is not None and each.booked_on >= today
        if line.buys and due is not None and not booked and since <= due <= quarter.end:
            found.append(ToPlan(account_id=line.id, due=due, hours=hours.of(line.tier), tier=line.tier))
    return tuple(found)


def _proposed(
    each: ToPlan, line: AccountLine, days: Mapping[UUID, date | None], chosen: Mapping[UUID, date | None]
) -> Planned:
    day, by_hand = days[each.account_id], each.account_id in chosen
    return Planned(
        account_id=line.id,
        account=line.name,
        tier=line.tier,
        hours=each.hours,
        day=day,
        due=each.due,
        is_call=is_called(line.tier),
        by_hand=by_hand,
        is_left_out=by_hand and day is None,
    )


def moved(plan: QuarterPlan, account_id: UUID, to: date | None) -> QuarterPlan:
    """Give the plan with a proposed review on another day, or left out; all others stay where they are."""
    items = tuple(
        replace(each, day=to, by_hand=True, is_left_out=to is None)
        if each.is_proposed and each.account_id == account_id
        else each
        for each in plan.items
    )
    return replace(plan, items=items)


def _on_the_day(each: Planned) -> tuple[bool, str, bool, str]:
    at = each.starts_at.isoformat() if each.starts_at else ""
    return not at, at, each.is_proposed, each.account.casefold()
