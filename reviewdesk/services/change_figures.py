"""Reads from the book what a change comes to for each account: the spend on its items, and the signs that it hurts."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from typing import Final
from uuid import UUID

from reviewdesk.domain.account import Account, ReasonToStay
from reviewdesk.domain.answer import Answer
from reviewdesk.domain.change_exposure import Exposed, ItemSpend, Sign
from reviewdesk.domain.health_settings import Band, HealthSettings
from reviewdesk.domain.importing.names import folded
from reviewdesk.domain.intervals import short_day
from reviewdesk.domain.money import Money, Rates, convert
from reviewdesk.domain.planned_change import ChangingItem, PlannedChange, Taken
from reviewdesk.domain.relationship import Segment, relationship_of
from reviewdesk.domain.tiers import Window, revenue_window
from reviewdesk.services.change_values import NotTouched
from reviewdesk.storage.lists.account_facts import present_people, sums_in
from reviewdesk.storage.lists.accounts import account_lines, standings_on_the_day
from reviewdesk.storage.lists.changing import SpentOn, last_bought, spent_on
from reviewdesk.storage.reading import Reading
from reviewdesk.storage.standing import window_of

Why = Mapping[Sign, str]
_NOTHING: Final[Why] = {}


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangeFigures:
    """What a change comes to: for whom, why each sign applies, and who is left out."""

    window: Window | None
    exposed: tuple[Exposed, ...] = ()
    why: Mapping[UUID, Why] | None = None
    left_out: tuple[NotTouched, ...] = ()
    without_rate: tuple[NotTouched, ...] = ()

    def why_of(self, account_id: UUID) -> Why:
        """Give what each sign of an account is based on."""
        return (self.why or {}).get(account_id, _NOTHING)


def figures_of(reading: Reading, change: PlannedChange) -> ChangeFigures:
    """Work out what a change comes to for every account that bought its items in the revenue year.

    The year ends today, or where the tiers' year ends; for an announced change where it ended then. Spend is net of
    credits. An account that bought in a currency without a rate is named and not ranked.
    """
    window = _window(reading, change)
    if window is None or not change.items:
        return ChangeFigures(window=window)
    bought = last_bought(reading.connection, [each.name for each in change.items], window.end)
    lines = {each.id: each for each in account_lines(reading.connection, list(bought))}
    there = {id for id, day in bought.items() if lines[id].buys and day >= window.start}
    spent = _spent(reading, change, window, there)
    all_spent = _converted(reading, sums_in(reading.connection, window, list(there)), window)
    known = {id for id in there if id in spent and all_spent.get(id) is not None}
    rated = {id for id in known if any(each.spent > 0 for each in spent[id])}
    why = _signs(reading, change, rated)
    accounts = {each.id: each for each in reading.accounts.where(id=list(rated))} if rated else {}
    exposed = tuple(
        Exposed(
            account_id=id, name=lines[id].name, items=spent[id], spend=all_spent[id] or Decimal(0),
            signs=frozenset(why.get(id, _NOTHING)), notice_days=notice_of(accounts[id], change),
        )
        for id in rated
    )  # fmt: skip
    gone = [NotTouched(id, lines[id].name, _why_not(day, buys=lines[id].buys, today=reading.clock.today()))
            for id, day in bought.items() if id not in there]  # fmt: skip
    gone += [NotTouched(id, lines[id].name, "returned as much as they bought") for id in known - rated]
    unrated = [NotTouched(id, lines[id].name, "bought in a currency without a rate") for id in there - known]
    return ChangeFigures(
        window=window, exposed=exposed, why=why, left_out=tuple(sorted(gone, key=_by_name)),
        without_rate=tuple(sorted(unrated, key=_by_name)),
    )  # fmt: skip


def notice_of(account: Account, change: PlannedChange) -> int:
    """Give the notice of an account in days: its own, else that of the change."""
    return change.notice_days if account.price_notice_days is None else account.price_notice_days


def _window(reading: Reading, change: PlannedChange) -> Window | None:
    if change.figures_until is not None:
        return revenue_window(change.figures_until, change.figures_until, chosen_end=change.figures_until)
    return window_of(reading.connection, reading.book, reading.clock.today())


def _spent(
    reading: Reading, change: PlannedChange, window: Window, there: Collection[UUID]
) -> dict[UUID, tuple[ItemSpend, ...]]:
    """Give what each account spent on each item; accounts without a rate are left out."""
    by_name = {folded(each.name): each for each in change.items}
    sums: dict[UUID, dict[str, list[SpentOn]]] = {}
    for each in spent_on(reading.connection, [item.name for item in change.items], window):
        if each.account_id in there:
            sums.setdefault(each.account_id, {}).setdefault(folded(each.product), []).append(each)
    rates, base = Rates.entered(reading.book.base_currency, reading.book.rates), reading.book.base_currency
    found: dict[UUID, tuple[ItemSpend, ...]] = {}
    for account_id, products in sums.items():
        amounts = {name: _sum(lines, rates, window.end) for name, lines in products.items()}
        if None not in amounts.values():
            found[account_id] = tuple(
                _own(ItemSpend.of(item, amounts[name] or Decimal(0), base), products[name])
                for name, item in by_name.items()
                if name in amounts
            )
    return found


def _own(each: ItemSpend, lines: Collection[SpentOn]) -> ItemSpend:
    """Say besides what it is in the currency it was bought in; of several that is nothing."""
    currencies = {line.currency for line in lines}
    if len(currencies) != 1:
        return each
    return replace(each, currency=next(iter(currencies)), own=sum((line.amount for line in lines), Decimal(0)))


def _sum(lines: Collection[SpentOn], rates: Rates, on: date) -> Decimal | None:
    return _in_base([(each.currency, each.amount) for each in lines], rates, on)


def _converted(
    reading: Reading, sums: Mapping[UUID, Collection[tuple[str, Decimal]]], window: Window
) -> dict[UUID, Decimal | None]:
    rates = Rates.entered(reading.book.base_currency, reading.book.rates)
    return {id: _in_base(each, rates, window.end) for id, each in sums.items()}


def _in_base(sums: Collection[tuple[str, Decimal]], rates: Rates, on: date) -> Decimal | None:
    """Sum what can be converted; nothing where one rate is missing."""
    total = Decimal(0)
    for currency, amount in sums:
        converted = convert(Money(amount, currency), rates, on)
        if converted is None:
            return None
        total += converted.amount
    return total


def _signs(reading: Reading, change: PlannedChange, ids: Collection[UUID]) -> dict[UUID, Why]:
    """Give the signs of each account, each with what it is based on."""
    today, some = reading.clock.today(), list(ids)
    rule, standings = HealthSettings.of(reading.book), standings_on_the_day(reading, some)
    people = present_people(reading.connection, today, some)
    before, price_led = _taken_before(reading, change), _price_led(reading, some)
    found: dict[UUID, Why] = {}
    for id in ids:
        why: dict[Sign, str] = {}
        health = standings[id].health
        if id in price_led:
            why[Sign.PRICE_LED] = price_led[id]
        if rule.band(health) is Band.AT_RISK:
            why[Sign.AT_RISK] = f"health {health}"
        if id in people and people[id][0] == 1:
            why[Sign.ONE_CONTACT] = f"only {people[id][2]}"
        if id in before:
            why[Sign.TAKEN_BADLY] = before[id]
        found[id] = why
    return found


def _price_led(reading: Reading, ids: Collection[UUID]) -> dict[UUID, str]:
    """Give the accounts whose relationship is price-led; where it is not known, those that stay for the price first."""
    every = reading.accounts.where(id=list(ids)) if ids else ()
    for_price = [each.id for each in every if each.reason_to_stay is ReasonToStay.PRICE]
    answers: dict[UUID, list[Answer]] = {each: [] for each in for_price}
    for answer in reading.answers.where(account_id=for_price):
        answers[answer.account_id].append(answer)
    found = {}
    for account_id, heard in answers.items():
        segment = relationship_of(heard, reading.clock.today()).segment(ReasonToStay.PRICE)
        if segment is Segment.PRICE_LED:
            found[account_id] = "price is the first reason to stay, and the relationship is below 4.5"
        elif segment is None:
            found[account_id] = "price is the first reason to stay; what else they think of us is not known"
    return found


def _taken_before(reading: Reading, change: PlannedChange) -> dict[UUID, str]:
    """Give the accounts that took the last change before this one badly, with which one that was."""
    others = {each.id: each for each in reading.planned_changes.all() if each.id != change.id}
    told = [each for each in reading.touched_by_change.all() if each.change_id in others and each.taken_on]
    until = change.announced_on or date.max
    in_order = sorted(told, key=lambda one: (one.taken_on or until, others[one.change_id].effective, one.id.hex))
    last = {each.account_id: each for each in in_order if each.taken_on is not None and each.taken_on <= until}
    today = reading.clock.today()
    return {
        id: f"{others[each.change_id].name}, {short_day(each.taken_on, today)}"
        for id, each in last.items()
        if each.taken is Taken.BADLY and each.taken_on is not None
    }


def _why_not(last: date, *, buys: bool, today: date) -> str:
    return f"last bought {short_day(last, today)}, over 12 months ago" if buys else "no longer a customer"


def _by_name(each: NotTouched) -> str:
    return each.account.casefold()


def with_items(change: PlannedChange, item: ChangingItem) -> PlannedChange:
    """Give a change with one more item; one of the same name is replaced."""
    others = [each for each in change.items if folded(each.name) != folded(item.name)]
    return replace(change, items=(*others, item))
