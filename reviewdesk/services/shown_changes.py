"""Reads changes as their page and the outreach show them."""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from typing import Final
from uuid import UUID

from reviewdesk.domain.branding import document_language
from reviewdesk.domain.change_exposure import Diary, Exposed, ItemSpend, Sign, call_by, ranked
from reviewdesk.domain.follow_up import FollowUp
from reviewdesk.domain.letters.words import written_in
from reviewdesk.domain.planned_change import PlannedChange, SpendThen, TouchedByChange, balance_of
from reviewdesk.services.change_diary import diary_for
from reviewdesk.services.change_figures import ChangeFigures, figures_of
from reviewdesk.services.change_steps import first_steps, who_may
from reviewdesk.services.change_values import ChangeLine, Hurt, ShownChange
from reviewdesk.services.days import working_days
from reviewdesk.storage.lists.accounts import account_lines
from reviewdesk.storage.lists.changing import last_bought
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
            change=change, accounts=len(shown.hurt), to_call=len(shown.called), to_close=0, to_write=0,
            balance=shown.balance, currency=shown.currency,
        )  # fmt: skip
    touched = reading.touched_by_change.where(change_id=change.id)
    called = [each for each in touched if each.is_called and each.closed_on is None]
    return ChangeLine(
        change=change, accounts=len(touched), to_call=sum(each.taken is None for each in called),
        to_close=len(called), to_write=sum(each.is_untold for each in touched),
        balance=balance_of(touched), currency=reading.book.base_currency,
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
        bought_since=() if change.is_rehearsed else _bought_since(reading, change, kept),
        languages=_languages(reading, [each.account_id for each in hurt]),
        colleagues=who_may(reading), has_kept_steps=change.planned_steps == first_steps(reading),
    )  # fmt: skip


def _languages(reading: Reading, account_ids: Sequence[UUID]) -> tuple[tuple[str, int], ...]:
    """Give the languages beside the book's in which these accounts are written to, with how many they are."""
    accounts = reading.accounts.where(id=account_ids) if account_ids else ()
    counts = Counter(written_in(document_language(each, reading.book)) for each in accounts)
    counts.pop(written_in(reading.book.language), None)
    return tuple(sorted(counts.items()))


def _bought_since(reading: Reading, change: PlannedChange, told: Collection[UUID]) -> tuple[str, ...]:
    """Give the names of those that bought of the items only after the change was announced, and were not told."""
    since = change.figures_until or change.announced_on or date.max
    days = last_bought(reading.connection, [each.name for each in change.items], reading.clock.today())
    later = [each for each, day in days.items() if day > since and each not in told]
    lines = account_lines(reading.connection, later) if later else ()
    return tuple(sorted(each.name for each in lines if each.buys))


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
                items=_of_both(first.items, each.items),
            )
        )
    return found


def _of_both(first: tuple[SpendThen, ...], second: tuple[SpendThen, ...]) -> tuple[SpendThen, ...]:
    """Add up what two accounts had spent on each item; in their currency where both have the same."""
    found = {each.name: each for each in first}
    for each in second:
        known = found.get(each.name)
        same = known is not None and known.currency == each.currency and None not in (known.own, each.own)
        found[each.name] = each if known is None else replace(
            known, spent=known.spent + each.spent, exposed=known.exposed + each.exposed,
            own=(known.own or Decimal(0)) + (each.own or Decimal(0)) if same else None,
            currency=known.currency if same else "",
        )  # fmt: skip
    return tuple(found.values())


def is_called(change: PlannedChange, place: int, touched: TouchedByChange | None) -> bool:
    """Say whether an account at a place is called: it stands above the line, and nobody said a letter is enough."""
    return place <= change.called and not (touched is not None and touched.by_letter)


def _diary(
    reading: Reading, change: PlannedChange, order: Iterable[Exposed], kept: Mapping[UUID, TouchedByChange]
) -> Diary:
    calls = [
        (each.account_id, call_by(change.effective, each.notice_days))
        for at, each in enumerate(order, 1)
        if is_called(change, at, kept.get(each.account_id))
    ]
    return diary_for(reading, change, calls)


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
        call_on=working_days(reading.book, reading.clock.today()).before(last, 0),
        is_late=called and last < reading.clock.today(), day=diary.days.get(each.account_id),
        has_room=each.account_id not in diary.no_room, owner="", touched=touched,
    )  # fmt: skip


def _announced(
    reading: Reading, change: PlannedChange, figures: ChangeFigures, kept: Mapping[UUID, TouchedByChange]
) -> tuple[Hurt, ...]:
    """Give everybody who is told, with the figures that were kept then."""
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
        bought = _kept_items(change, touched) or (found.items if found else ())
        mine = tuple(sorted(steps.get(id, ()), key=_by_due))
        made.append(
            Hurt(
                account_id=id, account=names[id], place=touched.place or 0, exposure=touched.exposure or Decimal(0),
                spend=touched.spend or Decimal(0), signs=tuple(Sign(each) for each in touched.signs), why={},
                items=bought, notice_days=days, call_by=call_by(change.effective, days),
                call_on=working_days(reading.book, reading.clock.today()).before(call_by(change.effective, days), 0),
                is_called=touched.is_called, day=None, has_room=True, owner="", touched=touched, steps=mine,
                is_late=any(each.is_late(reading.clock.today()) for each in mine),
            )
        )  # fmt: skip
    return tuple(made)


def _kept_items(change: PlannedChange, touched: TouchedByChange) -> tuple[ItemSpend, ...]:
    """Give what an account had spent on each item when the change was announced."""
    items = {each.name: each for each in change.items}
    return tuple(
        ItemSpend(items[each.name], each.spent, each.exposed, each.currency, each.own)
        for each in touched.items
        if each.name in items
    )


def _by_due(step: FollowUp) -> tuple[date, str]:
    return step.due or date.max, step.what


def _with_owners(reading: Reading, hurt: tuple[Hurt, ...]) -> tuple[Hurt, ...]:
    lines = {each.id: each for each in account_lines(reading.connection, [each.account_id for each in hurt])}
    owners = {id: "" if line.owner_is_me else line.owner for id, line in lines.items()}
    return tuple(replace(each, owner=owners[each.account_id]) for each in hurt)
