"""How many there are of what the side bar counts."""

from datetime import date
from typing import Final

from sqlalchemy import ColumnElement, Connection, Select, func, select

from reviewdesk.domain.account import AccountStatus
from reviewdesk.domain.concern import CLOSED_STAGES
from reviewdesk.domain.follow_up import WaitsOn
from reviewdesk.domain.intervals import soon_limit
from reviewdesk.domain.relationship import DIMENSIONS
from reviewdesk.domain.review import HELD_STATES, ReviewState
from reviewdesk.storage.kept_tables import standing
from reviewdesk.storage.outreach_tables import proposed_problem, shared_problem
from reviewdesk.storage.tables import (
    account,
    answer,
    call_list,
    concern,
    follow_up,
    planned_change,
    purchase,
    review,
    switch,
)

AWAY: Final = (AccountStatus.LOST.value, AccountStatus.ARCHIVED.value)


def counts(connection: Connection, today: date) -> dict[str, int]:
    """Count accounts we have, reviews due or booked soon, follow-ups of mine that are due, and open concerns.

    Of purchases, answers, lists of calls, held reviews and concerns, ended ones too, only whether there is any is
    counted: 1 or 0.
    """
    day = today.isoformat()
    closed = [each.value for each in CLOSED_STAGES]
    asked = {
        "accounts": select(func.count()).where(account.c.status.not_in(AWAY)),
        "reviews": select(func.count()).where(
            _is_not_booked(day), standing.c.next_due <= soon_limit(today).isoformat()
        ),
        "follow_ups": select(func.count()).where(
            follow_up.c.ending.is_(None),
            follow_up.c.withdrawn == 0,
            follow_up.c.waits_on == WaitsOn.ME.value,
            follow_up.c.due <= day,
            (follow_up.c.snoozed_until.is_(None)) | (follow_up.c.snoozed_until <= day),
        ),
        "concerns": select(func.count()).where(concern.c.stage.not_in(closed), concern.c.withdrawn == 0),
        "any concern": _any(select(concern.c.id).where(concern.c.withdrawn == 0)),
        "purchases": _any(select(purchase.c.id)),
        "answers": _any(select(answer.c.id)),
        "dimensions": _any(select(answer.c.id).where(answer.c.asked.in_([each.value for each in DIMENSIONS]))),
        "switches": _any(select(switch.c.id)),
        "call lists": _any(select(call_list.c.id)),
        "shared problems": _any(select(shared_problem.c.id)),
        "proposed problems": _any(select(proposed_problem.c.id).where(proposed_problem.c.answered_on.is_(None))),
        "change notices": _any(select(planned_change.c.id)),
        "held reviews": _any(select(review.c.id).where(review.c.held_on.is_not(None))),
    }
    return {name: int(connection.execute(query).scalar_one()) for name, query in asked.items()}


def _any(found: Select[str]) -> Select[int]:
    return select(func.count()).select_from(found.limit(1).subquery())


def accounts_there(connection: Connection) -> int:
    """Count all accounts, also those that are lost or archived."""
    return int(connection.execute(select(func.count()).select_from(account)).scalar_one())


def _is_not_booked(day: str) -> ColumnElement[bool]:
    """Ask for accounts without a review ahead; the booking that is kept may be of a day that has passed since."""
    over = [*(each.value for each in HELD_STATES), ReviewState.CANCELLED.value]
    ahead = select(review.c.id).where(
        review.c.account_id == standing.c.account_id, review.c.planned_on >= day, review.c.state.not_in(over)
    )
    return standing.c.booked_on.is_(None) | ((standing.c.booked_on < day) & ~ahead.exists())
