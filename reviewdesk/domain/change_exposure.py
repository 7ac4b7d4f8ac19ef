"""Who is hurt by a change and by how much, in which order, and by when each has to be called.

Exposure is what an account spent on the changing items in 12 months x their per cent, or all of it where an item is
discontinued, each line rounded half up to the cent. The order goes first by how many signs apply, then by the exposure
as a share of all that the account spends.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction
from typing import Final
from uuid import UUID

from reviewdesk.domain.capacity import Hours
from reviewdesk.domain.change_steps import PlannedStep, StepKind
from reviewdesk.domain.money import rounded
from reviewdesk.domain.planned_change import ChangingItem
from reviewdesk.domain.quarter_plan import Room
from reviewdesk.domain.working_days import WorkingDays

AT_LEAST: Final = 30
_DAY: Final = timedelta(days=1)
_A_MONTH: Final = 31


class Sign(StrEnum):
    """What makes a change hurt more."""

    PRICE_LED = "price-led"
    AT_RISK = "at risk"
    ONE_CONTACT = "one contact only"
    TAKEN_BADLY = "last change taken badly"


@dataclass(frozen=True, slots=True)
class ItemSpend:
    """What an account spent on one changing item in 12 months, and what the change comes to, in the base currency.

    `own` is the spend in `currency`, the one it buys the item in; nothing where it buys it in several.
    """

    item: ChangingItem
    spent: Decimal
    exposed: Decimal
    currency: str = ""
    own: Decimal | None = None

    @classmethod
    def of(cls, item: ChangingItem, spent: Decimal, currency: str) -> "ItemSpend":
        """Work out what the change comes to, to the cent of a currency; on more credits than purchases to nothing."""
        return cls(item, spent, rounded(item.on(max(spent, Decimal(0))), currency))


@dataclass(frozen=True, slots=True, kw_only=True)
class Exposed:
    """One account with what a change comes to for it a year; `spend` is all it bought in the same 12 months."""

    account_id: UUID
    name: str
    items: tuple[ItemSpend, ...]
    spend: Decimal
    signs: frozenset[Sign] = frozenset()
    notice_days: int = 0

    @property
    def exposure(self) -> Decimal:
        """Give what it comes to a year."""
        return sum((each.exposed for each in self.items), Decimal(0))

    @property
    def share(self) -> Fraction:
        """Give it as a share of all that it spends; 0 where it spends nothing."""
        return Fraction(self.exposure) / Fraction(self.spend) if self.spend > 0 else Fraction(0)


def ranked(exposed: Iterable[Exposed], places: Mapping[UUID, int] | None = None) -> tuple[Exposed, ...]:
    """Give accounts in the order of the rule, those that a person moved at the places they were given, from 1.

    Of the same signs and share the larger exposure comes first, then the name.
    """
    known, by_hand = sorted(exposed, key=_most_hurt), places or {}
    order = [each for each in known if each.account_id not in by_hand]
    moved = [each for each in known if each.account_id in by_hand]
    for each in sorted(moved, key=lambda one: by_hand[one.account_id]):
        order.insert(by_hand[each.account_id] - 1, each)
    return tuple(order)


def _most_hurt(each: Exposed) -> tuple[int, Fraction, Decimal, str, str]:
    return -len(each.signs), -each.share, -each.exposure, each.name.casefold(), each.account_id.hex


def call_by(effective: date, notice_days: int) -> date:
    """Give the last safe day of the personal call: the effective date less the notice, at least 30 days."""
    return effective - timedelta(days=max(notice_days, AT_LEAST))


@dataclass(frozen=True, slots=True)
class ChangeStep:
    """One step towards one account: what is done and by when; nobody named is the owner of the account."""

    what: str
    due: date
    colleague_id: UUID | None = None


def step_day(step: PlannedStep, effective: date, notice_days: int) -> date:
    """Give the day of a step: of the personal call the last safe one, of others so many days after the change."""
    return call_by(effective, notice_days) if step.kind is StepKind.CALL else effective + timedelta(days=step.days)


def steps_of(about: str, effective: date, notice_days: int, planned: Iterable[PlannedStep]) -> tuple[ChangeStep, ...]:
    """Give the steps of an account that is called; `about` names the change in words a customer may read."""
    return tuple(
        ChangeStep(f"{each.said}: {about}", step_day(each, effective, notice_days), each.colleague_id)
        for each in planned
        if each.is_on
    )


@dataclass(frozen=True, slots=True)
class Diary:
    """Whether the calls fit: a day for each that has one, those without room, and those whose day has passed."""

    days: Mapping[UUID, date] = field(default_factory=dict)
    no_room: frozenset[UUID] = frozenset()
    late: frozenset[UUID] = frozenset()

    @property
    def fits(self) -> bool:
        """Say whether every call has its day in time."""
        return not self.no_room and not self.late


def diary_of(
    calls: Sequence[tuple[UUID, date]], taken: Collection[tuple[date, Decimal]], today: date, hours: Hours,
    working: WorkingDays,
) -> Diary:  # fmt: skip
    """Give each call the last working day with room up to its last safe day; `taken` are hours that are planned.

    The call whose day comes first is placed first. One whose day has passed is late and takes the next day with room
    within a month.
    """
    room = Room(hours, working)
    for day, takes in taken:
        room.take(day, takes)
    days: dict[UUID, date] = {}
    for account_id, last in sorted(calls, key=lambda each: (each[1], each[0].hex)):
        days_for_it = _back(last, today) if last >= today else (today + _DAY * each for each in range(_A_MONTH))
        found = next((each for each in days_for_it if room.has(each, hours.a_call)), None)
        if found is not None:
            days[account_id] = found
            room.take(found, hours.a_call)
    late = frozenset(account_id for account_id, last in calls if last < today)
    return Diary(days, frozenset(account_id for account_id, _ in calls if account_id not in days) - late, late)


def _back(last: date, first: date) -> Iterable[date]:
    return (last - _DAY * each for each in range((last - first).days + 1))
