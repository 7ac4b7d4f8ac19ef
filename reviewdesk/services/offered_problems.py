"""How a shared problem begins: with what from a concern, from several that are alike or from a loss, and with whom."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Final
from uuid import UUID

from reviewdesk.domain.errors import RefusedError
from reviewdesk.domain.shared_problem import Cause, CauseBy, SharedProblem
from reviewdesk.services.affected_by import after_loss, causes_of, sharing
from reviewdesk.services.later_matches import join
from reviewdesk.services.only_mine import only_mine_in
from reviewdesk.services.shared_problem_values import Offered
from reviewdesk.storage.reading import Reading
from reviewdesk.storage.unit_of_work import UnitOfWork

OF_A_LOSS: Final = 2  # the severity of an outreach to those who may be next: nobody of them is harmed yet


def offered(reading: Reading, concern_id: UUID) -> Offered:
    """Give what a shared problem is begun with from a concern.

    One that is for the person alone lends it neither its words nor a name, since the outreach is others' to see.
    """
    concern = reading.concerns.get(concern_id)
    mine = only_mine_in(reading).holds(concern)
    causes = causes_of(reading, concern)
    return Offered(
        name="" if mine else concern.summary or concern.words, severity=concern.severity, words=concern.words,
        account_id=concern.account_id, account=reading.accounts.get(concern.account_id).name,
        concern_id=concern_id, causes=tuple(each for each in causes if not mine or each.by is not CauseBy.WORDS),
    )  # fmt: skip


def offered_after_loss(reading: Reading, account_id: UUID) -> Offered:
    """Give what an outreach to those who may be next is begun with: the causes of a loss, and what was bought."""
    account = reading.accounts.get(account_id)
    causes = [each for loss in reading.reviewed_losses.where(account_id=account_id) for each in loss.causes]
    words = "; ".join(each.words for each in causes)
    return Offered(
        name=f"Who is next after {account.name}?", severity=OF_A_LOSS, words=words or "nothing is noted yet",
        account_id=account_id, account=account.name, concern_id=None, causes=after_loss(reading, account_id),
    )  # fmt: skip


def offered_again(reading: Reading, concern_id: UUID, account_ids: Sequence[UUID]) -> Offered:
    """Give what one is begun with from a concern, with accounts taken in by hand first, and its words next."""
    first = offered(reading, concern_id)
    others = tuple(each for each in account_ids if each != first.account_id)
    words = (each for each in first.causes if each.by is CauseBy.WORDS)
    begin = (Cause(by=CauseBy.HAND, account_ids=others), *words)
    rest = (each for each in first.causes if each.by is not CauseBy.WORDS)
    return replace(first, causes=(*begin, *rest))


def begin(work: UnitOfWork, begun: SharedProblem, besides: UUID, causes: Sequence[Cause]) -> SharedProblem:
    """Begin an outreach to everybody who shares a cause.

    Raises:
        RefusedError: there is no cause, or nobody else shares any.
    """
    if not causes:
        raise RefusedError("Choose what others may share: a lot, a product, the words, or accounts by hand.")
    found = sharing(work, causes, besides)
    if not found:
        raise RefusedError("Nobody else shares any of these. Choose another cause, or accounts by hand.")
    problem = work.shared_problems.put(replace(begun, causes=tuple(causes)))
    for each in found:
        join(work, problem, each.account_id, ", ".join(cause.words for cause in each.by))
    return problem
