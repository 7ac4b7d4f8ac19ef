"""Whether the calls about a change fit: each in the diary of the owner of its account, beside what is planned there."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import Final
from uuid import UUID

from reviewdesk.domain.capacity import Hours
from reviewdesk.domain.change_exposure import Diary, diary_of
from reviewdesk.domain.change_steps import StepKind
from reviewdesk.domain.people import Colleague
from reviewdesk.domain.planned_change import PlannedChange
from reviewdesk.domain.review import ReviewState
from reviewdesk.services.days import days_of
from reviewdesk.services.myself import me
from reviewdesk.storage.lists.accounts import account_lines
from reviewdesk.storage.reading import Reading

_AN_HOUR: Final = 60  # minutes
Owner = UUID | None
Taken = tuple[date, Decimal]


def diary_for(reading: Reading, change: PlannedChange, calls: Sequence[tuple[UUID, date]]) -> Diary:
    """Give each call a day in the diary of who owns the account: an account without an owner is in one's own.

    Beside it stand the reviews that are booked, the calls about other changes, and follow-ups that say how long they
    take.
    """
    whose, own = _owners(reading), me(reading)
    every = {each.id: each for each in reading.colleagues.all()}
    booked = _booked(reading, change, whose)
    by_owner: dict[Owner, list[tuple[UUID, date]]] = {}
    for account_id, last in calls:
        by_owner.setdefault(whose.get(account_id), []).append((account_id, last))
    return _together(
        _of_one(reading, every.get(owner_id) if owner_id else own, mine, booked.get(owner_id, ()))
        for owner_id, mine in by_owner.items()
    )


def _of_one(
    reading: Reading, owner: Colleague | None, calls: Sequence[tuple[UUID, date]], taken: Sequence[Taken]
) -> Diary:
    book, today = reading.book, reading.clock.today()
    week = owner.hours_a_week if owner is not None and owner.hours_a_week else book.hours_a_week
    hours = Hours(week, book.hours_a_review, book.hours_a_call)
    return diary_of(calls, taken, today, hours, days_of(owner, book, today))


def _owners(reading: Reading) -> Mapping[UUID, Owner]:
    """Give the owner of each account; nobody stands for the person whose book it is."""
    others = {each.id for each in reading.colleagues.all() if not each.is_me}
    lines = account_lines(reading.connection)
    return {each.id: each.owner_id if each.owner_id in others else None for each in lines}


def _booked(reading: Reading, change: PlannedChange, whose: Mapping[UUID, Owner]) -> dict[Owner, list[Taken]]:
    book, today = reading.book, reading.clock.today()
    found: dict[Owner, list[Taken]] = {}
    for review in reading.reviews.outlines():
        if review.day is not None and review.day >= today and review.state is not ReviewState.CANCELLED:
            takes = book.hours_a_call if review.by_call else book.hours_a_review
            found.setdefault(whose.get(review.account_id), []).append((review.day, takes))
    others = {each.id for each in reading.colleagues.all() if not each.is_me}
    calls = _calls_of_others(reading, change)
    for step in reading.follow_ups.where(ending=None):
        is_call = step.about_id in calls and step.what.startswith(calls[step.about_id])
        takes = book.hours_a_call if is_call else Decimal(step.minutes or 0) / _AN_HOUR
        if step.is_open and step.due is not None and takes:
            owner_id = step.colleague_id if step.colleague_id in others else None
            found.setdefault(owner_id, []).append((max(step.due, today), takes))
    return found


def _calls_of_others(reading: Reading, change: PlannedChange) -> dict[UUID | None, tuple[str, ...]]:
    """Give the words with which the personal calls about other changes begin."""
    return {
        each.id: tuple(step.said for step in each.planned_steps if step.kind is StepKind.CALL)
        for each in reading.planned_changes.all()
        if each.id != change.id and not each.is_rehearsed
    }


def _together(diaries: Iterable[Diary]) -> Diary:
    every = tuple(diaries)
    days = {account_id: day for each in every for account_id, day in each.days.items()}
    return Diary(
        days,
        frozenset(account_id for each in every for account_id in each.no_room),
        frozenset(account_id for each in every for account_id in each.late),
    )
