"""What reaching out left on the time line of an account: problems, changes, hand-offs and the review of a loss."""

from typing import Any

from sqlalchemy import ColumnElement, Select, func, literal

from reviewdesk.domain.happening import What
from reviewdesk.domain.shared_problem import Reach
from reviewdesk.storage.lists.time_line_shape import event
from reviewdesk.storage.outreach_tables import affected, hand_off, shared_problem
from reviewdesk.storage.tables import planned_change, touched_by_change
from reviewdesk.storage.tables_losses import reviewed_loss


def reached(account_id: str) -> Select[Any]:
    """Give what became of reaching the account about a shared problem, and what it was given."""
    columns = affected.c
    detail = columns.reach + literal("|") + columns.given
    found = event(What.REACHED, columns.reach_on, columns.id, words=shared_problem.c.name, detail=detail)
    found = found.join_from(affected, shared_problem, columns.problem_id == shared_problem.c.id)
    return found.where(
        columns.account_id == account_id, columns.reach != Reach.OPEN.value, columns.reach_on.is_not(None)
    )


def change_announced(account_id: str) -> Select[Any]:
    """Give the changes that were announced and touch the account."""
    columns = planned_change.c
    found = event(What.CHANGE_ANNOUNCED, columns.announced_on, columns.id, words=columns.name, detail=columns.effective)
    found = found.join_from(planned_change, touched_by_change, columns.id == touched_by_change.c.change_id)
    return found.where(touched_by_change.c.account_id == account_id, columns.announced_on.is_not(None))


def change_taken(account_id: str) -> Select[Any]:
    """Give how the account took the changes that touch it, and what it said."""
    columns, of = touched_by_change.c, planned_change.c
    detail = columns.taken + literal("|") + columns.words
    found = event(What.CHANGE_TAKEN, columns.taken_on, of.id, words=of.name, detail=detail)
    found = found.join_from(touched_by_change, planned_change, columns.change_id == of.id)
    return found.where(columns.account_id == account_id, columns.taken_on.is_not(None), columns.taken.is_not(None))


def handed_over(account_id: str) -> Select[Any]:
    """Give each time the account was handed over, and to whom."""
    return _round(account_id, What.HANDED_OVER, "$.handed_on", hand_off.c.to)


def hand_off_answered(account_id: str) -> Select[Any]:
    """Give each time a hand-off was accepted (1) or returned (0), by whom and with which words."""
    return _round(account_id, What.HAND_OFF_ANSWERED, "$.answered_on", None)


def _round(account_id: str, what: What, day: str, words: ColumnElement[Any] | None) -> Select[Any]:
    value = func.json_each(hand_off.c.rounds).table_valued("value", name="round", joins_implicitly=True).c.value
    on = func.json_extract(value, day)
    found = event(
        what, on, hand_off.c.id, words=func.json_extract(value, "$.who") if words is None else words,
        detail=func.json_extract(value, "$.words"), number=func.json_extract(value, "$.accepted"),
    )  # fmt: skip
    return found.where(hand_off.c.account_id == account_id, on.is_not(None))


def loss_reviewed(account_id: str) -> Select[Any]:
    """Give the reviews of the loss of the account that were ended."""
    columns = reviewed_loss.c
    found = event(What.LOSS_REVIEWED, columns.ended_on, columns.id, words=columns.interviewer)
    return found.where(columns.account_id == account_id, columns.ended_on.is_not(None), columns.set_aside_on.is_(None))
