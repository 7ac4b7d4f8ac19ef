"""The follow-up of a process that hurts customers: it is decided, then changed or dropped by its day."""

from dataclasses import replace
from uuid import UUID

from reviewdesk.domain.follow_up import FollowUp, Side
from reviewdesk.domain.friction import Friction
from reviewdesk.domain.text import fold
from reviewdesk.services.myself import me
from reviewdesk.services.whose_move import first_move
from reviewdesk.storage.reading import Reading
from reviewdesk.storage.unit_of_work import UnitOfWork


def step_of(reading: Reading, friction_id: UUID) -> FollowUp | None:
    """Give the follow-up of a process: the one that is open, else the one that ended last."""
    known = [each for each in reading.follow_ups.where(about_id=friction_id) if not each.withdrawn]
    return max(known, key=_latest, default=None)


def decide_step(work: UnitOfWork, friction: Friction) -> None:
    """End the follow-up that asked for a decision, now that it is made."""
    step = step_of(work, friction.id)
    if step is not None and step.is_open and step.what == friction.to_do:
        work.follow_ups.put(step.done(work.clock.today()))


def follow_step(
    work: UnitOfWork, friction: Friction, at: UUID | None, *, is_new_day: bool = False, is_decided: bool = False
) -> None:
    """Let the follow-up say what is to be done by whom and by when; `at` is the account that it hurts most.

    A follow-up is of an account, so there is none before the first account is known. One that ended is opened anew for
    another day, and when it was decided or the decision taken back.
    """
    step = step_of(work, friction.id)
    wanted = friction.to_do if friction.due is not None else ""
    if step is not None and step.is_open:
        _keep(work, friction, step, wanted, is_new_day=is_new_day)
    elif wanted and at is not None and (step is None or is_new_day or is_decided):
        work.follow_ups.put(_told(work, friction, FollowUp(account_id=at, what=wanted, about_id=friction.id)))


def _keep(work: UnitOfWork, friction: Friction, step: FollowUp, wanted: str, *, is_new_day: bool) -> None:
    """Keep an open one in step; a day it was moved to stays until another one is set."""
    told = _told(work, friction, step)
    if not is_new_day:
        told = replace(told, due=step.due)
    if not wanted:
        told = replace(step, withdrawn=True)
    elif (told.what, told.due, told.colleague_id) == (step.what, step.due, step.colleague_id):
        return
    work.follow_ups.put(told)


def _told(work: UnitOfWork, friction: Friction, step: FollowUp) -> FollowUp:
    """Give a follow-up with the words, the day and the owner as they are now."""
    who = _owner(work, friction.owner)
    return replace(
        step, what=friction.to_do, due=friction.due, said_on=step.said_on or work.clock.today(), colleague_id=who,
        waits_on=first_move(work, Side.OURS, who),
    )  # fmt: skip


def _owner(work: UnitOfWork, name: str) -> UUID | None:
    """Give the colleague who is named, else the person the book belongs to."""
    wanted = fold(name)
    named = next((each for each in work.colleagues.all() if wanted and fold(each.name) == wanted), None)
    found = named or me(work)
    return found.id if found is not None else None


def _latest(step: FollowUp) -> tuple[bool, str, str]:
    return step.is_open, step.ended_on.isoformat() if step.ended_on else "", step.id.hex
