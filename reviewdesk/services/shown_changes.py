"""Reads changes as their page and the outreach show them."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from typing import Final
from uuid import UUID

from reviewdesk.domain.capacity import Hours
from reviewdesk.domain.change_exposure import Diary, Exposed, Sign, call_by, diary_of, ranked
from reviewdesk.domain.follow_up import FollowUp
from reviewdesk.domain.planned_change import PlannedChange, TouchedByChange, balance_of
from reviewdesk.domain.review import ReviewState
from reviewdesk.services.change_figures import ChangeFigures, figures_of
from reviewdesk.services.change_steps import first_steps, who_may
from reviewdesk.services.change_values import ChangeLine, Hurt, ShownChange
from reviewdesk.services.days import working_days
from reviewdesk.storage.lists.accounts import account_lines
from reviewdesk.storage.reading import Reading

ENDED_LATELY: Final = timedelta(days=30)


def change_lines(reading: Reading) -> tuple[ChangeLine, ...]:
    """Give the changes that are worked on, the nearest first, then those that ended lately."""
    since = reading.clock.today() - ENDED_LATELY
    every = [each for each in reading.planned_changes.all() if each.ended_on is None or each.ended_on >= since]
    ordered = sorted(every, key=lambda each: (each.ended_on is not None, each.effective, each.name))
    return tuple(_line(reading, each) for each in ordered)


def _line(reading: Reading, change: PlannedChange) -> ChangeLine:
    if change.is_rehearsed:
        shown = shown_change(reading, change)
        return ChangeLine(
            change=change, accounts=len(shown.hurt), to_call=len(shown.called), to_close=0, balance=shown.balance,
            currency=shown.currency,
        )  # fmt: skip
    touched = reading.touched_by_change.where(change_id=change.id)
    called = [each for each in touched if each.is_called and each.closed_on is None]
    return ChangeLine(
        change=change, accounts=len(touched), to_call=sum(each.taken is None for each in called),
        to_close=len(called), balance=balance_of(touched), currency=reading.book.base_currency,
    )  # fmt: skip


def shown_change(reading: Reading, change: PlannedChange) -> ShownChange:
    """Give a change with everybody it touches in their order.

    While it is rehearsed all figures are of today; once it is announced they are those it was announced with.
    """
    figures = figures_of(reading, change)
    every = reading.touched_by_change.where(change_id=change.id)
    kept = _by_account(every)
    if change.is_rehearsed:
        order = ranked(figures.exposed, {id: each.place for id, each in kept.items() if each.place is not None})
        diary = _diary(reading, change, order, kept)
        hurt = tuple(_rehearsed(reading, change, at, each, figures, kept, diary) for at, each in enumerate(order, 1))
        balance = balance_of(
            TouchedByChange(change_id=change.id, account_id=each.account_id, exposure=each.exposure) for each in hurt
        )
    else:
        hurt, diary = _announced(reading, change, figures, kept), Diary()
        balance = balance_of(every)
    return ShownChange(
        change=change, today=reading.clock.today(), currency=reading.book.base_currency, window=figures.window,
        hurt=_with_owners(reading, hurt), left_out=figures.left_out if change.is_rehearsed else (),
        without_rate=figures.without_rate if change.is_rehearsed else (), diary=diary, balance=balance,
        colleagues=who_may(reading), has_kept_steps=change.planned_steps == first_steps(reading),
    )  # fmt: skip


def _by_account(every: Iterable[TouchedByChange]) -> dict[UUID, TouchedByChange]:
    """Give one for each account; where two accounts were merged since, what it came to for both."""
    found: dict[UUID, TouchedByChange] = {}
    for each in sorted(every, key=lambda one: (not one.is_called, one.place or 0, one.id.hex)):
        first = found.get(each.account_id)
        found[each.account_id] = (
            each
            if first is None or each.exposure is None
            else replace(
                first,
                exposure=(first.exposure or Decimal(0)) + each.exposure,
                spend=(first.spend or Decimal(0)) + (each.spend or Decimal(0)),
            )
        )
    return found


def is_called(change: PlannedChange, place: int, touched: TouchedByChange | None) -> bool:
    """Say whether an account at a place is called: it stands above the line, and nobody said a letter is enough."""
    return place <= change.called and not (touched is not None and touched.by_letter)


def _diary(
    reading: Reading, change: PlannedChange, order: Iterable[Exposed], kept: Mapping[UUID, TouchedByChange]
) -> Diary:
    book, today = reading.book, reading.clock.today()
    hours = Hours(book.hours_a_week, book.hours_a_review, book.hours_a_call)
    calls = [
        (each.account_id, call_by(change.effective, each.notice_days))
        for at, each in enumerate(order, 1)
        if is_called(change, at, kept.get(each.account_id))
    ]
    booked = [
        (each.day, hours.a_call if each.by_call else hours.a_review)
        for each in reading.reviews.outlines()
        if each.day is not None and each.day >= today and each.state is not ReviewState.CANCELLED
    ]
    return diary_of(calls, booked, today, hours, working_days(book, today))


def _rehearsed(
    reading: Reading, change: PlannedChange, at: int, each: Exposed, figures: ChangeFigures,
    kept: Mapping[UUID, TouchedByChange], diary: Diary,
) -> Hurt:  # fmt: skip
    touched, last = kept.get(each.account_id), call_by(change.effective, each.notice_days)
    called = is_called(change, at, touched)
    return Hurt(
        account_id=each.account_id, account=each.name, place=at, exposure=each.exposure, spend=each.spend,
        signs=tuple(sign for sign in Sign if sign in each.signs), why=figures.why_of(each.account_id),
        items=each.items, notice_days=each.notice_days, call_by=last, is_called=called,
        is_late=called and last < reading.clock.today(), day=diary.days.get(each.account_id),
        has_room=each.account_id not in diary.no_room, owner="", touched=touched,
    )  # fmt: skip


def _announced(
    reading: Reading, change: PlannedChange, figures: ChangeFigures, kept: Mapping[UUID, TouchedByChange]
) -> tuple[Hurt, ...]:
    """Give everybody who is told, with the figures that were kept then; items may be gone where purchases are."""
    items = {each.account_id: each for each in figures.exposed}
    names = {each.id: each.name for each in account_lines(reading.connection, list(kept))}
    steps: dict[UUID, list[FollowUp]] = {}
    for each in reading.follow_ups.where(about_id=change.id):
        steps.setdefault(each.account_id, []).append(each)
    accounts = {each.id: each for each in reading.accounts.where(id=list(kept))}
    made = []
    for touched in sorted(kept.values(), key=lambda each: (each.place or 0, names[each.account_id])):
        id, own = touched.account_id, accounts[touched.account_id].price_notice_days
        found, days = items.get(id), change.notice_days if own is None else own
        mine = tuple(sorted(steps.get(id, ()), key=_by_due))
        made.append(
            Hurt(
                account_id=id, account=names[id], place=touched.place or 0, exposure=touched.exposure or Decimal(0),
                spend=touched.spend or Decimal(0), signs=tuple(Sign(each) for each in touched.signs), why={},
                items=found.items if found else (), notice_days=days, call_by=call_by(change.effective, days),
                is_called=touched.is_called, day=None, has_room=True, owner="", touched=touched, steps=mine,
                is_late=any(each.is_late(reading.clock.today()) for each in mine),
            )
        )  # fmt: skip
    return tuple(made)


def _by_due(step: FollowUp) -> tuple[date, str]:
    return step.due or date.max, step.what


def _with_owners(reading: Reading, hurt: tuple[Hurt, ...]) -> tuple[Hurt, ...]:
    lines = {each.id: each for each in account_lines(reading.connection, [each.account_id for each in hurt])}
    owners = {id: "" if line.owner_is_me else line.owner for id, line in lines.items()}
    return tuple(replace(each, owner=owners[each.account_id]) for each in hurt)
