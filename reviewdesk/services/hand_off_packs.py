"""Puts a hand-off pack together from what the book knows and what was typed; what is only mine stays out."""

from collections.abc import Iterator
from decimal import Decimal
from uuid import UUID

from reviewdesk.domain.concern import Concern
from reviewdesk.domain.follow_up import FollowUp
from reviewdesk.domain.hand_off import HandOffPack, PackGoal, PackPerson, PackPromise
from reviewdesk.domain.handing_off import HandOff
from reviewdesk.domain.intervals import short_day
from reviewdesk.domain.money import Money, Rates, exchanged, rounded
from reviewdesk.domain.pack_lines import risks_in, sceptics_in, terms_in
from reviewdesk.domain.people import Person, Stance
from reviewdesk.domain.review import Goal
from reviewdesk.domain.switch import Direction
from reviewdesk.services.account_reading import brief_of
from reviewdesk.services.account_values import AccountBrief
from reviewdesk.services.boss_papers import sender
from reviewdesk.services.branding_reading import branding_in
from reviewdesk.services.fit_to_lie import without_only_mine
from reviewdesk.storage.reading import Reading

_WARY = frozenset({Stance.DOUBTFUL, Stance.AGAINST})


def pack_of(reading: Reading, hand_off: HandOff) -> HandOffPack:
    """Give the pack as it stands; the round that waits, or else the hand-off itself, names it."""
    brief, _ = without_only_mine(reading, brief_of(reading, hand_off.account_id))
    names = {each.id: each.name for each in reading.colleagues.all()}
    names |= {each.id: each.name for each in (*brief.people, *brief.people_gone)}
    kept, today = hand_off.kept, reading.clock.today()
    goals = (each for each in reading.goals.where(account_id=brief.account.id) if each.ended_on is None)
    written_on = kept.handed_on if kept else today
    return HandOffPack(
        id=hand_off.rounds[-1].id if hand_off.rounds else hand_off.id, vendor=sender(reading),
        account=brief.account.name, written_on=written_on,
        starts_on=hand_off.starts_on or hand_off.accepted_on or written_on,
        passed_by=names.get(hand_off.from_id, "") if hand_off.from_id else "", accepted_by=hand_off.to,
        about=hand_off.about, promises=kept.promises if kept else tuple(_promises(brief, names)),
        goals=kept.goals if kept else tuple(map(_goal, goals)),
        people=kept.people if kept else tuple(_person(each, names) for each in brief.people), price=hand_off.price,
        currency=brief.account.currency or reading.book.base_currency, terms=terms_in(hand_off.terms),
        sceptics=sceptics_in(hand_off.sceptics), rival=hand_off.rival, won_because=hand_off.won_because,
        rival_may=hand_off.rival_may, risks=risks_in(hand_off.risks), branding=branding_in(reading),
    )  # fmt: skip


def begun_with(reading: Reading, hand_off: HandOff) -> dict[str, object]:
    """Give what the typed parts of a pack begin with: what the book knows of terms, sceptics, the rival and risks."""
    brief, _ = without_only_mine(reading, brief_of(reading, hand_off.account_id))
    switches = sorted(reading.switches.where(account_id=hand_off.account_id), key=lambda each: each.switched_on)
    won = [each for each in switches if each.direction is Direction.FROM_RIVAL]
    rival = won[-1].rival if won and won[-1].rival else ", ".join(brief.account.rivals)
    return {
        "terms": "\n".join(_terms(brief)),
        "sceptics": "\n".join(
            f"{each.name}: {each.stance}{f', cares about {each.cares_about}' if each.cares_about else ''}"
            for each in brief.people
            if each.stance in _WARY
        ),
        "risks": "\n".join(map(_risk, brief.open_concerns)),
        "rival": rival,
        "won_because": won[-1].reason if won else "",
        "price": _price(reading, brief),
    }


def _price(reading: Reading, brief: AccountBrief) -> Decimal | None:
    """Give what they bought in 12 months in the account's currency; nothing where no rate brings it there."""
    found, book = brief.revenue, reading.book
    if found is None or not found.year:
        return None
    rates, currency = Rates.entered(book.base_currency, book.rates), brief.account.currency or book.base_currency
    price = exchanged(Money(found.year, found.currency), currency, rates, found.window.end)
    return rounded(price, currency) if price is not None else None


def _risk(concern: Concern) -> str:
    fix = f": {concern.fix}" if concern.fix else ""
    return f"{'!' * concern.severity} {' '.join(concern.words.split()).rstrip(':')}{fix}"


def _terms(brief: AccountBrief) -> Iterator[str]:
    account, today = brief.account, brief.today
    if account.contract_end is not None:
        yield f"Contract: ends {short_day(account.contract_end, today)}"
    if account.notice_days:
        yield f"Notice: {account.notice_days} days"
    if account.price_notice_days:
        yield f"Price changes: told {account.price_notice_days} days before"
    if account.annual_revenue is not None:
        yield f"Their own revenue: {account.annual_revenue.normalize():,f} a year, as written in the source"


def _promises(brief: AccountBrief, names: dict[UUID, str]) -> Iterator[PackPromise]:
    known: tuple[FollowUp, ...] = brief.our_promises
    for each in known:
        by = names.get(each.colleague_id, "") if each.colleague_id else ""
        to = names.get(each.person_id, "") if each.person_id else ""
        yield PackPromise(words=each.what, said_by=by, said_to=to, said_on=each.said_on, due=each.due)


def _goal(goal: Goal) -> PackGoal:
    target = f"{goal.target.normalize():f} {goal.unit}".strip()
    return PackGoal(what=goal.what, target=target)


def _person(person: Person, names: dict[UUID, str]) -> PackPerson:
    return PackPerson(
        name=person.name, role=person.role, part=person.part.value if person.part else "",
        stance=person.stance.value if person.stance else "", cares_about=person.cares_about,
        reached=person.phone or person.email, known_by=names.get(person.known_by_id, "") if person.known_by_id else "",
    )  # fmt: skip
