"""Whom a process hurts, as the book knows it: by the concerns that belong to it, what they cost, and who buys what."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from uuid import UUID

from reviewdesk.domain.account import Account
from reviewdesk.domain.concern import Concern
from reviewdesk.domain.friction import Friction
from reviewdesk.domain.friction_things import about, often, sounds_like
from reviewdesk.domain.money import Money, Rates, convert
from reviewdesk.domain.text import fold
from reviewdesk.services.friction_steps import step_of
from reviewdesk.services.friction_values import Frictions, HurtIn, ShownFriction
from reviewdesk.storage.lists.accounts import standings_on_the_day
from reviewdesk.storage.reading import Reading


@dataclass(frozen=True, slots=True)
class _Known:
    """What is read once for all processes."""

    concerns: tuple[Concern, ...]
    accounts: Mapping[UUID, Account]
    revenues: Mapping[UUID, Decimal]
    colleagues: Mapping[UUID, str]


def shown_frictions(reading: Reading) -> Frictions:
    """Give all processes with whom each hurts."""
    found = reading.frictions.all()
    concerns = reading.concerns.all()
    known = _known(reading, tuple(each for each in concerns if any(one.hurts_in(each) for one in found)))
    traits = {each.id: about(each) for each in concerns} if found else {}
    like = {one.id: sum(sounds_like(one, each, traits[each.id]) for each in concerns) for one in found}
    noted = {fold(each.process) for each in found}
    names = {fold(name): name for each in concerns if not each.is_withdrawn for name in each.processes}
    return Frictions(
        today=reading.clock.today(), currency=reading.book.base_currency,
        shown=tuple(sorted((_shown(reading, each, known, like[each.id]) for each in found), key=_worst_first)),
        named=tuple(sorted((name for key, name in names.items() if key not in noted), key=str.casefold)),
        often=often(concerns, found, reading.clock.today()),
        colleagues=tuple(sorted(known.colleagues.values(), key=str.casefold)),
    )  # fmt: skip


def hurt_most(reading: Reading, friction: Friction) -> UUID | None:
    """Give the account with the most revenue of those a process hurts; nothing while none is known."""
    ids = dict.fromkeys(each.account_id for each in reading.concerns.all() if friction.hurts_in(each))
    revenues = _revenues(reading, list(ids))
    return max(ids, key=lambda id: revenues.get(id, Decimal(0)), default=None)


def _known(reading: Reading, concerns: tuple[Concern, ...]) -> _Known:
    ids = list(dict.fromkeys(each.account_id for each in concerns))
    return _Known(
        concerns, {each: reading.accounts.get(each) for each in ids}, _revenues(reading, ids),
        {each.id: each.name for each in reading.colleagues.all()},
    )  # fmt: skip


def _revenues(reading: Reading, ids: list[UUID]) -> dict[UUID, Decimal]:
    standings = standings_on_the_day(reading, ids) if ids else {}
    return {id: each.revenue for id, each in standings.items() if each.window_end and each.revenue is not None}


def _shown(reading: Reading, one: Friction, known: _Known, like: int) -> ShownFriction:
    mine = sorted((each for each in known.concerns if one.hurts_in(each)), key=_gravest)
    ids = tuple(dict.fromkeys(each.account_id for each in mine))
    costs = [_cost(reading, each, known.accounts[each.account_id]) for each in mine if each.cost]
    step = step_of(reading, one.id)
    return ShownFriction(
        friction=one, account_ids=ids, like=like,
        hurt=tuple(
            HurtIn(concern=each, account=known.accounts[each.account_id].name, names_it=one.names(each))
            for each in mine
        ),
        revenue=sum((known.revenues.get(each, Decimal(0)) for each in ids), Decimal(0)),
        cost=sum((each for each in costs if each is not None), Decimal(0)),
        without_revenue=sum(each not in known.revenues for each in ids), without_rate=costs.count(None),
        step=step, waits_on=known.colleagues.get(step.colleague_id, "") if step and step.colleague_id else "",
    )  # fmt: skip


def _cost(reading: Reading, concern: Concern, account: Account) -> Decimal | None:
    """Give what a concern cost us in the base currency; nothing without a rate."""
    money = Money(concern.cost or Decimal(0), account.currency or reading.book.base_currency)
    rates = Rates.entered(reading.book.base_currency, reading.book.rates)
    found = convert(money, rates, reading.clock.today())
    return found.amount if found is not None else None


def _gravest(concern: Concern) -> tuple[int, int, str]:
    return -concern.severity, -concern.raised_on.toordinal(), concern.id.hex


def _worst_first(one: ShownFriction) -> tuple[bool, Decimal, int, str]:
    return one.friction.decision is not None, -one.revenue, -len(one.account_ids), one.friction.process.casefold()
