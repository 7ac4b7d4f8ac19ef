"""What a hand-off asks of people: to hear the answer, to look after 30, 60 and 90 days, and what goes along."""

from collections.abc import Collection
from dataclasses import replace
from datetime import date
from uuid import UUID

from reviewdesk.domain.follow_up import Ending, FollowUp, Side, WaitsOn
from reviewdesk.domain.hand_off import CHECKED_AFTER
from reviewdesk.domain.handing_off import MAY_BE_WRITTEN, HandOff, State
from reviewdesk.services.hand_off_takers import taker_of
from reviewdesk.services.myself import me
from reviewdesk.storage.reading import Reading
from reviewdesk.storage.unit_of_work import UnitOfWork


def check_words(days: int) -> str:
    """Say what a check asks."""
    return f"Check {days} days after the hand-off: was what was promised delivered?"


def follow(work: UnitOfWork, hand_off: HandOff, what: str, due: date, colleague_id: UUID | None = None) -> None:
    """Ask somebody for it by a day, the one who passes the account on where nobody else is named."""
    owner = colleague_id or hand_off.from_id
    mine = me(work)
    waits = WaitsOn.ME if owner is None or (mine is not None and mine.id == owner) else WaitsOn.COLLEAGUE
    step = FollowUp(
        account_id=hand_off.account_id, what=what, due=due, said_on=work.clock.today(), colleague_id=owner,
        waits_on=waits, about_id=hand_off.id,
    )  # fmt: skip
    work.follow_ups.put(step)


def end_open(work: UnitOfWork, hand_off: HandOff, *, dropped: bool = False) -> None:
    """End what waited for an answer."""
    for each in work.follow_ups.where(about_id=hand_off.id):
        if each.is_open:
            ending = Ending.DROPPED if dropped else Ending.KEPT
            work.follow_ups.put(replace(each, ending=ending, ended_on=work.clock.today()))


def join_hand_offs(work: UnitOfWork, account_id: UUID) -> None:
    """Leave one hand-off open of those an account has after two were merged: the one that has come furthest.

    Where its pack may still be written it takes in what the others say. They are withdrawn and stay to be looked at;
    what was to be done for them, and the checks of all but the newest that was accepted, end.
    """
    found = sorted(work.hand_offs.where(account_id=account_id), key=_furthest, reverse=True)
    for other in [each for each in found if each.is_open][1:]:
        kept = work.hand_offs.get(found[0].id)
        if kept.state in MAY_BE_WRITTEN:
            work.hand_offs.put(kept.filled_from(other))
        end_open(work, work.hand_offs.put(other.withdrawn(work.clock.today())), dropped=True)
    accepted = sorted((each for each in found if each.accepted_on), key=lambda each: (each.accepted_on, each.id.hex))
    for each in accepted[:-1]:
        end_open(work, each, dropped=True)


def _furthest(hand_off: HandOff) -> tuple[bool, int, date, str]:
    order = (State.DRAFTING, State.RETURNED, State.HANDED_OVER, State.ACCEPTED, State.WITHDRAWN)
    return hand_off.is_open, order.index(hand_off.state), hand_off.begun_on, hand_off.id.hex


def going_along(reading: Reading, hand_off: HandOff) -> tuple[FollowUp, ...]:
    """Give what the owner so far has to do there, by day; the checks of another hand-off stay with who owes them."""
    account, mine = reading.accounts.get(hand_off.account_id), me(reading)
    before = account.owner_id or hand_off.from_id
    theirs = {before, None} if before is None or (mine is not None and mine.id == before) else {before}
    checks = {each.id for each in reading.hand_offs.where(account_id=account.id)}
    found = (
        each
        for each in reading.follow_ups.where(account_id=account.id)
        if each.is_open and each.side is Side.OURS and each.colleague_id in theirs and each.about_id not in checks
    )
    return tuple(sorted(found, key=lambda each: (each.due or date.max, each.what, each.id.hex)))


def pass_on(work: UnitOfWork, hand_off: HandOff, along: Collection[UUID] | None) -> HandOff:
    """Give an account that was accepted its new owner, what goes along (all where `along` is None), and the checks.

    Raises:
        RefusedError: see `taker_of`.
    """
    end_open(work, hand_off)
    moving = [each for each in going_along(work, hand_off) if along is None or each.id in along]
    owner, mine = taker_of(work, hand_off, hand_off.rounds[-1].who), me(work)
    accepted = work.hand_offs.put(hand_off.taken_by(owner.id))
    work.accounts.put(replace(work.accounts.get(hand_off.account_id), owner_id=owner.id))
    waits = WaitsOn.ME if mine is not None and mine.id == owner.id else WaitsOn.COLLEAGUE
    for each in moving:
        moved = each.waits_on in {WaitsOn.ME, WaitsOn.COLLEAGUE}
        work.follow_ups.put(replace(each, colleague_id=owner.id, waits_on=waits if moved else each.waits_on))
    for days, due in zip(CHECKED_AFTER, hand_off.check_days(), strict=True):
        follow(work, hand_off, check_words(days), due, owner.id)
    return accepted
