"""What the tiers ask for this quarter, against the hours set, with the accounts behind each figure."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from uuid import UUID

from reviewdesk.domain.account import Tier
from reviewdesk.domain.capacity import Capacity, Hours, Quarter, Reviewed, capacity
from reviewdesk.domain.intervals import is_called
from reviewdesk.domain.standing import Standing, months_of
from reviewdesk.storage.lists.accounts import AccountLine, account_lines, standings_on_the_day
from reviewdesk.storage.lists.held import HeldLine, held_lines
from reviewdesk.storage.reading import Reading
from reviewdesk.storage.store import Store


@dataclass(frozen=True, slots=True, kw_only=True)
class AskedOf:
    """What one account asks for in the quarter, in reviews or calls and in hours, and how often it had one already."""

    id: UUID
    name: str
    tier: Tier | None
    months: int
    times: Fraction
    hours: Fraction
    held: int
    could_be_called: bool

    @property
    def is_called(self) -> bool:
        """Say whether its review is a call."""
        return is_called(self.tier)


@dataclass(frozen=True, slots=True, kw_only=True)
class QuarterCapacity:
    """The capacity of the quarter a day lies in: its figures, the accounts behind them, and what is done already.

    `reviews_held` and `calls_held` are those held in the quarter up to the day, together `hours_done`.
    """

    quarter: Quarter
    figures: Capacity
    asked: tuple[AskedOf, ...]
    reviews_held: int
    calls_held: int
    hours_done: Decimal


class CapacityService:
    """Says whether the hours set suffice for what the tiers ask for."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def of_quarter(self) -> QuarterCapacity:
        """Give the capacity of the present quarter of the business year."""
        with self._store.read() as reading:
            return quarter_capacity(reading)


def quarter_capacity(reading: Reading) -> QuarterCapacity:
    """Do the same in a reading that has begun."""
    book, today = reading.book, reading.clock.today()
    quarter = Quarter.of(today, year_starts_in=book.business_year_start)
    hours = Hours(book.hours_a_week, book.hours_a_review, book.hours_a_call)
    standings = standings_on_the_day(reading)
    lines = {each.id: each for each in account_lines(reading.connection) if each.buys}
    reviewed = tuple(
        Reviewed(each.id, each.tier, months_of(book, each.tier, each.own_months), _revenue(standings, each.id))
        for each in lines.values()
    )
    figures = capacity(reviewed, quarter, hours)
    held = _held(reading, lines, quarter)
    calls = sum(_was_call(each, lines) for each in held)
    return QuarterCapacity(
        quarter=quarter,
        figures=figures,
        asked=_asked(reviewed, lines, held, figures, hours),
        reviews_held=len(held) - calls,
        calls_held=calls,
        hours_done=hours.a_review * (len(held) - calls) + hours.a_call * calls,
    )


def _revenue(standings: Mapping[UUID, Standing], account_id: UUID) -> Decimal | None:
    return standings[account_id].revenue


def _held(reading: Reading, lines: Mapping[UUID, AccountLine], quarter: Quarter) -> list[HeldLine]:
    today = min(quarter.end, reading.clock.today())
    held = held_lines(reading.connection, since=quarter.start)
    return [each for each in held if each.account_id in lines and each.held_on <= today]


def _was_call(review: HeldLine, lines: Mapping[UUID, AccountLine]) -> bool:
    return review.by_call or is_called(lines[review.account_id].tier)


def _asked(
    reviewed: Sequence[Reviewed],
    lines: Mapping[UUID, AccountLine],
    held: Sequence[HeldLine],
    figures: Capacity,
    hours: Hours,
) -> tuple[AskedOf, ...]:
    could, had = frozenset(figures.could_be_called), Counter(each.account_id for each in held)
    found = [
        AskedOf(
            id=each.id,
            name=lines[each.id].name,
            tier=each.tier,
            months=each.months,
            times=each.a_quarter,
            hours=each.a_quarter * Fraction(hours.of(each.tier)),
            held=had[each.id],
            could_be_called=each.id in could,
        )
        for each in reviewed
    ]
    return tuple(sorted(found, key=_most_first))


def _most_first(asked: AskedOf) -> tuple[Fraction, str]:
    return -asked.hours, asked.name
