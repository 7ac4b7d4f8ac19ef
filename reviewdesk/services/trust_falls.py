"""Keeps one follow-up for each day on which trust fell, while what was answered that day says so."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from uuid import UUID

from reviewdesk.domain.answer import Answer, Asked
from reviewdesk.domain.follow_up import FollowUp, Side
from reviewdesk.domain.relationship import TrustFall, trust_fall
from reviewdesk.domain.warning_signs import ANSWERED_IN_WORKING_DAYS, is_about_trust, trust_words
from reviewdesk.services.days import working_days
from reviewdesk.services.whose_move import first_move, whose
from reviewdesk.storage.unit_of_work import UnitOfWork


def after_trust(work: UnitOfWork, account_id: UUID) -> None:
    """Open a follow-up where trust fell by 1.0 or more with the newest answer about it.

    What was opened for an answer that was corrected or taken back since says the new numbers, or goes where nothing
    fell after all; once somebody acted on it, it stays as it is.
    """
    told = {each.id: each for each in work.answers.where(account_id=account_id, asked=Asked.TRUST)}
    steps = [each for each in work.follow_ups.where(account_id=account_id) if _is_of_trust(each)]
    for each in steps:
        if _is_untouched(work, each):
            _follow(work, each, told)
    fell = trust_fall(told.values(), work.clock.today())
    days = {told[each.about_id].answered_on for each in steps if each.about_id in told}
    if fell is not None and told[fell.answer_id].answered_on not in days:
        work.follow_ups.put(_opened(work, account_id, fell, work.clock.today()))


def _follow(work: UnitOfWork, step: FollowUp, told: dict[UUID, Answer]) -> None:
    """Let a follow-up say what the answers of its day say now."""
    its = told.get(step.about_id) if step.about_id is not None else None
    fell = _fell_on(told.values(), its.answered_on) if its is not None else None
    if fell is None:
        work.follow_ups.put(replace(step, withdrawn=True))
    else:
        work.follow_ups.put(replace(step, what=trust_words(fell.before, fell.now), about_id=fell.answer_id))


def _fell_on(told: Iterable[Answer], day: date) -> TrustFall | None:
    """Give how far trust fell with what was answered on a day."""
    heard = list(told)
    return trust_fall(heard, day) if any(each.answered_on == day for each in heard) else None


def _is_of_trust(step: FollowUp) -> bool:
    return step.about_id is not None and not step.withdrawn and is_about_trust(step.what)


def _is_untouched(work: UnitOfWork, step: FollowUp) -> bool:
    """Say whether nobody did anything about it since it was opened."""
    if step.said_on is None:
        return False
    who = whose(work, step.account_id)
    return step == FollowUp(
        account_id=step.account_id, what=step.what, due=_due(work, step.said_on), said_on=step.said_on,
        colleague_id=who, waits_on=first_move(work, Side.OURS, who), about_id=step.about_id, id=step.id,
    )  # fmt: skip


def _opened(work: UnitOfWork, account_id: UUID, fell: TrustFall, today: date) -> FollowUp:
    who = whose(work, account_id)
    return FollowUp(
        account_id=account_id, what=trust_words(fell.before, fell.now), due=_due(work, today), said_on=today,
        colleague_id=who, waits_on=first_move(work, Side.OURS, who), about_id=fell.answer_id,
    )  # fmt: skip


def _due(work: UnitOfWork, said_on: date) -> date:
    return working_days(work.book, said_on).add(said_on, ANSWERED_IN_WORKING_DAYS)
