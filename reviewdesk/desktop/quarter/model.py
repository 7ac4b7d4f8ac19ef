"""The plan of a quarter as it is shown: weeks of days, each with its reviews, and what is said of them."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from enum import Enum
from uuid import UUID

from reviewdesk.domain.capacity import Quarter
from reviewdesk.domain.intervals import counted_days, short_day
from reviewdesk.services.quarter_plan import Planned, QuarterPlan

Plan = QuarterPlan
_DAY = timedelta(days=1)
_NAMES = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")


class Stands(Enum):
    """How a review stands on the plan."""

    PROPOSED = "proposed"
    BOOKED = "booked"
    HELD = "held"


@dataclass(frozen=True, slots=True)
class ChipText:
    """One review as a chip: what it shows, what is said of it, and whether it can be moved."""

    key: UUID
    account_id: UUID
    review_id: UUID | None
    text: str
    said: str
    stands: Stands
    is_call: bool = False
    is_over: bool = False

    @property
    def can_move(self) -> bool:
        """Say whether it can be put on another day: one that was held cannot."""
        return self.stands is not Stands.HELD


@dataclass(frozen=True, slots=True)
class ShownDay:
    """One day: the number it shows, whether it can be planned on, whether work is done on it, and its reviews."""

    day: date
    text: str
    said: str
    is_open: bool
    is_free: bool
    is_today: bool
    chips: tuple[ChipText, ...]


@dataclass(frozen=True, slots=True)
class ShownWeek:
    """One week: when it begins, how many hours it asks for, whether these are too many, and its days."""

    monday: date
    text: str
    hours: str
    is_over: bool
    days: tuple[ShownDay, ...]


@dataclass(frozen=True, slots=True)
class ShownPlan:
    """A quarter as the page shows it."""

    status: str
    heads: tuple[str, ...]
    weeks: tuple[ShownWeek, ...]
    without_day: tuple[ChipText, ...]
    verb: str
    today: date


def shown(plan: QuarterPlan) -> ShownPlan:
    """Put a plan into weeks; days of the week on which nobody works are shown where something lies on them."""
    columns = _columns(plan)
    return ShownPlan(
        status=_status(plan),
        heads=tuple(_NAMES[each] for each in columns),
        weeks=tuple(_week(plan, each, columns) for each in plan.weeks),
        without_day=tuple(_chip(each, plan.today) for each in plan.without_day),
        verb=_verb(len(plan.proposed)),
        today=plan.today,
    )


def quarter_name(quarter: Quarter) -> str:
    """Name a quarter by its months: "Oct to Dec 2026"."""
    first, last = quarter.start, quarter.end
    return f"{first:%b} to {last:%b} {last.year}"


def _columns(plan: QuarterPlan) -> tuple[int, ...]:
    taken = {each.day.weekday() for each in plan.items if each.day is not None and each.day >= plan.today}
    return tuple(sorted(plan.days.week | taken))


def _status(plan: QuarterPlan) -> str:
    booked = sum(not each.is_proposed and not each.is_held for each in plan.items)
    proposed, over = len(plan.proposed), sum(plan.hours_in(each) > plan.hours_a_week for each in plan.weeks)
    room = [each for each in plan.without_day if not each.is_left_out]
    said = [quarter_name(plan.quarter), f"{proposed} to plan", f"{booked} booked"]
    said += [f"{len(room)} without room"] if room else []
    said += [f"{over} {'week' if over == 1 else 'weeks'} over {_hours(plan.hours_a_week)}"] if over else []
    return " · ".join(said)


def _verb(count: int) -> str:
    if not count:
        return "Nothing to plan"
    return "Plan this review" if count == 1 else f"Plan these {count} reviews"


def _week(plan: QuarterPlan, monday: date, columns: tuple[int, ...]) -> ShownWeek:
    hours = plan.hours_in(monday)
    return ShownWeek(
        monday,
        short_day(monday, plan.today),
        f"{_hours(hours, unit=False)} of {_hours(plan.hours_a_week)}" if hours else "",
        hours > plan.hours_a_week,
        tuple(_day(plan, monday + _DAY * each) for each in columns),
    )


def _day(plan: QuarterPlan, day: date) -> ShownDay:
    chips = tuple(_chip(each, plan.today) for each in plan.on(day))
    there = f"{len(chips)} {'review' if len(chips) == 1 else 'reviews'}" if chips else "nothing planned"
    is_working = plan.days.is_working(day)
    free = "" if is_working else ", no working day"
    return ShownDay(
        day,
        f"1 {day:%b}" if day.day == 1 else f"{day.day}",
        f"{_NAMES[day.weekday()]} {short_day(day, plan.today)}{free}, {there}",
        day >= plan.today,
        not is_working,
        day == plan.today,
        chips,
    )


def _chip(each: Planned, today: date) -> ChipText:
    stands = Stands.HELD if each.is_held else Stands.PROPOSED if each.is_proposed else Stands.BOOKED
    at = f"{each.starts_at.astimezone():%H:%M} " if each.starts_at else ""
    over = (each.day - each.due).days if each.day is not None and each.due is not None else 0
    return ChipText(
        each.key,
        each.account_id,
        each.review_id,
        f"{at}{each.account}",
        ", ".join(_words(each, stands, over, today)),
        stands,
        is_call=each.is_call,
        is_over=over > 0,
    )


def _words(each: Planned, stands: Stands, over: int, today: date) -> Iterator[str]:
    yield each.account
    yield f"{each.tier}, {'call' if each.is_call else 'review'} of {_hours(each.hours)}" if each.tier else "review"
    yield {Stands.PROPOSED: "not planned yet", Stands.HELD: "held"}.get(stands, each.state.value if each.state else "")
    if each.due is not None:
        late = f", {counted_days(over)} after it" if over > 0 else ""
        yield f"due {short_day(each.due, today)}{late}"
    if each.is_left_out:
        yield "left out of the plan"


def _hours(hours: Decimal, *, unit: bool = True) -> str:
    words = f"{hours.normalize():f}"
    return f"{words} h" if unit else words
