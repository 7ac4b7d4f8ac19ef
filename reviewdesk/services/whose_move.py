"""Whose move a follow-up is: mine, a colleague's or the customer's."""

from dataclasses import replace
from uuid import UUID

from reviewdesk.domain.errors import RefusedError
from reviewdesk.domain.follow_up import FollowUp, Side, WaitsOn
from reviewdesk.services.myself import me
from reviewdesk.storage.unit_of_work import UnitOfWork


def first_move(work: UnitOfWork, side: Side, who_id: UUID | None) -> WaitsOn:
    """Say whom a new follow-up waits on."""
    if side is Side.THEIRS:
        return WaitsOn.CUSTOMER
    return WaitsOn.ME if who_id is None or work.colleagues.get(who_id).is_me else WaitsOn.COLLEAGUE


def whose(work: UnitOfWork, account_id: UUID) -> UUID | None:
    """Say who sees to what comes up at an account: its owner, else the person the book belongs to."""
    mine = me(work)
    return work.accounts.get(account_id).owner_id or (mine.id if mine else None)


def waiting(work: UnitOfWork, found: FollowUp, waits_on: WaitsOn, who_id: UUID | None) -> FollowUp:
    """Say whose move it is; who owns it changes with a colleague or a person, and stays when it only comes back.

    Raises:
        RefusedError: a colleague is not named, or the customer's own is given to a colleague.
        MissingError: whoever is named is not in the book.
    """
    if waits_on is WaitsOn.COLLEAGUE:
        return _on_a_colleague(work, found, who_id)
    if found.side is Side.THEIRS:
        person_id = work.people.get(who_id).id if who_id is not None else found.person_id
        return replace(found, waits_on=waits_on, person_id=person_id, colleague_id=None)
    mine = me(work)
    owner_id = found.colleague_id if waits_on is WaitsOn.CUSTOMER else mine.id if mine else None
    return replace(found, waits_on=waits_on, colleague_id=owner_id, person_id=None)


def _on_a_colleague(work: UnitOfWork, found: FollowUp, who_id: UUID | None) -> FollowUp:
    if who_id is None:
        raise RefusedError("Say which colleague it waits on.")
    if found.side is Side.THEIRS:
        raise RefusedError("This is for the customer to do. Add a follow-up of ours for the colleague instead.")
    colleague = work.colleagues.get(who_id)
    waits_on = WaitsOn.ME if colleague.is_me else WaitsOn.COLLEAGUE
    return replace(found, waits_on=waits_on, colleague_id=colleague.id, person_id=None)
