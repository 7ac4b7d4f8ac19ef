"""Who may be next after a loss: whom an outreach over it reaches, else who shares what was noted as its cause."""

from collections.abc import Iterable
from typing import Final

from reviewdesk.domain.account import Account
from reviewdesk.domain.loss_document import AtStakeToo
from reviewdesk.domain.reviewed_loss import ReviewedLoss
from reviewdesk.domain.shared_problem import Cause, CauseBy, pressing
from reviewdesk.services.account_rows import rows_of_some
from reviewdesk.services.affected_by import sharing
from reviewdesk.storage.reading import Reading

_SHOWN: Final = 8


def next_ones(reading: Reading, account: Account, loss: ReviewedLoss) -> tuple[AtStakeToo, ...]:
    """Give at most eight, what presses most first.

    A revenue is left out where it is in another currency than the lost account's, for the paper adds them up.
    """
    own = account.currency or reading.book.base_currency
    reached = _reached(reading, account)
    if reached:
        return reached[:_SHOWN]
    found = sharing(reading, told_causes(loss), account.id) if loss.causes else ()
    return tuple(
        AtStakeToo(
            account=each.account, why="; ".join(_why(each.by)), revenue=each.revenue if each.currency == own else None
        )
        for each in found[:_SHOWN]
    )  # fmt: skip


def told_causes(loss: ReviewedLoss) -> tuple[Cause, ...]:
    """Give what was noted as causes of a loss, as others may share it: the words, and the teams."""
    words = dict.fromkeys(each.words for each in loss.causes if each.words)
    teams = dict.fromkeys(each.team for each in loss.causes if each.team)
    return (
        *(Cause(by=CauseBy.WORDS, value=each) for each in words),
        *(Cause(by=CauseBy.TEAM, value=each) for each in teams),
    )


def _reached(reading: Reading, account: Account) -> tuple[AtStakeToo, ...]:
    """Give whom the outreaches after this loss are to reach, those who press most first."""
    begun = [each.id for each in reading.shared_problems.where(account_id=account.id) if each.concern_id is None]
    joined = {each.account_id: each.joined_by for each in reading.affected.where(problem_id=begun)} if begun else {}
    own = account.currency or reading.book.base_currency
    rows = sorted(rows_of_some(reading, set(joined)), key=lambda row: (-pressing(row.revenue, row.health), row.name))
    return tuple(
        AtStakeToo(account=row.name, why=joined[row.id], revenue=row.revenue if row.currency == own else None)
        for row in rows
    )


def _why(causes: Iterable[Cause]) -> Iterable[str]:
    return dict.fromkeys("said the like" if each.by is CauseBy.WORDS else each.words for each in causes)
