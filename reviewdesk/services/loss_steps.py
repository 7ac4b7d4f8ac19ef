"""The follow-ups of a loss review: the plan that is owed, cost to take out, and whom to ask to make up for it."""

from collections.abc import Collection
from dataclasses import replace
from datetime import date
from typing import Final
from uuid import UUID

from reviewdesk.domain.account import Account, AccountStatus
from reviewdesk.domain.adding_up import whole_amounts
from reviewdesk.domain.errors import RefusedError
from reviewdesk.domain.follow_up import FollowUp, Side
from reviewdesk.domain.importing.names import folded
from reviewdesk.domain.people import Colleague
from reviewdesk.domain.reviewed_loss import PLAN_WITHIN, ReviewedLoss, joined
from reviewdesk.services.myself import me, named_so
from reviewdesk.services.whose_move import first_move
from reviewdesk.storage.reading import Reading
from reviewdesk.storage.unit_of_work import UnitOfWork

PLAN: Final = "Plan after losing this customer"
_AWAY: Final = (AccountStatus.LOST, AccountStatus.ARCHIVED)


def plans_of(reading: Reading, loss: ReviewedLoss) -> tuple[FollowUp, ...]:
    """Give the follow-ups that ask for the plan after a loss."""
    asked = reading.follow_ups.where(about_id=loss.id, account_id=loss.account_id)
    return tuple(each for each in asked if each.id != loss.cost_step_id)


def owe_plan(work: UnitOfWork, loss: ReviewedLoss) -> None:
    """Let the plan be owed, once."""
    if not plans_of(work, loss):
        who = work.accounts.get(loss.account_id).owner_id or _my_id(work)
        work.follow_ups.put(_asking(work, loss, loss.account_id, PLAN, loss.plan_due, who))


def hand_plan_to(work: UnitOfWork, loss: ReviewedLoss) -> None:
    """Let somebody of the accountable team owe the plan, the owner of the account where that is one of them.

    Without a team it is the owner's again; a team of which nobody is known leaves it where it is.
    """
    owner_id = work.accounts.get(loss.account_id).owner_id or _my_id(work)
    team = sorted((each for each in work.colleagues.all() if folded(each.team) == folded(loss.team)), key=_by_name)
    may = {each.id for each in team} if loss.team else {owner_id}
    if not may:
        return
    who = owner_id if owner_id in may else team[0].id
    for each in plans_of(work, loss):
        if each.is_open and each.colleague_id not in may:
            work.follow_ups.put(_given(work, each, who))


def end_plan(work: UnitOfWork, loss: ReviewedLoss, on: date) -> None:
    """Close the plan that is owed: kept where there is one, dropped where the review is set aside without."""
    for each in plans_of(work, loss):
        if each.is_open and loss.plan:
            work.follow_ups.put(each.done(on))
        elif each.is_open and loss.set_aside_on is not None:
            work.follow_ups.put(each.dropped(on, because="The loss review was set aside."))


def join_losses(work: UnitOfWork, account_id: UUID, own: Collection[UUID]) -> None:
    """Make one of the reviews that an account has after two were merged; of two plans that are owed one goes.

    What stood in its `own` review, named by its id, comes first.
    """
    found = sorted(
        work.reviewed_losses.where(account_id=account_id), key=lambda each: (each.id not in own, each.id.hex)
    )
    for other in found[1:]:
        kept = work.reviewed_losses.get(found[0].id)
        work.reviewed_losses.put(joined(kept, other))
        for step in work.follow_ups.where(about_id=other.id):
            work.follow_ups.put(replace(step, about_id=kept.id))
        work.reviewed_losses.remove(other.id)
    for loss in work.reviewed_losses.where(account_id=account_id):
        owed = [each for each in plans_of(work, loss) if each.is_open and not each.is_acted_on]
        for each in owed[1:]:
            work.follow_ups.remove(each.id)


def follow_cost(work: UnitOfWork, loss: ReviewedLoss) -> ReviewedLoss:
    """Let the cost that is to be taken out be followed up, by whoever was named, else whoever owns the account."""
    step = work.follow_ups.find(loss.cost_step_id) if loss.cost_step_id else None
    if not loss.cost_out:
        if step is not None and not step.is_acted_on:
            work.follow_ups.remove(step.id)
        return work.reviewed_losses.put(replace(loss, cost_step_id=None))
    account = work.accounts.get(loss.account_id)
    named = named_so(work, loss.cost_out_owner) if loss.cost_out_owner else None
    who = named.id if named else account.owner_id or _my_id(work)
    amount = f"{whole_amounts((loss.cost_out,))[0]:,} {account.currency or work.book.base_currency}"
    what, due = f"Take out cost of {amount} a year", loss.cost_out_due or loss.plan_due
    if step is None:
        step = work.follow_ups.put(_asking(work, loss, account.id, what, due, who))
        return work.reviewed_losses.put(replace(loss, cost_step_id=step.id))
    if step.is_open:
        work.follow_ups.put(_given(work, replace(step, what=what, due=due), who))
    return loss


def choose(work: UnitOfWork, loss: ReviewedLoss, candidate: Account, about: str) -> None:
    """Ask a candidate, by a follow-up on its own page that names nobody else, within 14 days.

    Raises:
        RefusedError: it is the lost account itself, or no customer now.
    """
    if candidate.id == loss.account_id or candidate.status in _AWAY:
        raise RefusedError(f"{candidate.name} does not buy from us now. Choose an account that does.")
    if not _asked_of(work, loss, candidate.id):
        what = f"Ask about: {about}" if about else "Ask what else they need"
        due = work.clock.today() + PLAN_WITHIN
        work.follow_ups.put(_asking(work, loss, candidate.id, what, due, candidate.owner_id or _my_id(work)))


def leave_out(work: UnitOfWork, loss: ReviewedLoss, candidate_id: UUID) -> None:
    """Take a candidate out again; a follow-up that somebody worked on is dropped, and stays in the history."""
    for each in _asked_of(work, loss, candidate_id):
        if not each.is_acted_on:
            work.follow_ups.remove(each.id)
        else:
            closed = each.dropped(work.clock.today(), because="No candidate any more.") if each.is_open else each
            work.follow_ups.put(replace(closed, about_id=None))


def _asked_of(reading: Reading, loss: ReviewedLoss, account_id: UUID) -> tuple[FollowUp, ...]:
    return reading.follow_ups.where(about_id=loss.id, account_id=account_id)


def _asking(work: UnitOfWork, loss: ReviewedLoss, of: UUID, what: str, due: date, who: UUID | None) -> FollowUp:
    waits = first_move(work, Side.OURS, who)
    return FollowUp(account_id=of, what=what, due=due, about_id=loss.id, colleague_id=who, waits_on=waits)


def _given(work: UnitOfWork, step: FollowUp, who: UUID | None) -> FollowUp:
    return replace(step, colleague_id=who, waits_on=first_move(work, Side.OURS, who))


def _my_id(work: UnitOfWork) -> UUID | None:
    mine = me(work)
    return mine.id if mine else None


def _by_name(colleague: Colleague) -> str:
    return colleague.name.casefold()
