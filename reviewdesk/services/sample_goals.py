"""What the larger accounts of the sample book want to reach with us, and where a figure stands against it."""

from decimal import Decimal
from typing import Final

from reviewdesk.domain.account import Tier
from reviewdesk.domain.review import Goal
from reviewdesk.domain.summary import Better, GoalStatus
from reviewdesk.services.sample_cast import Cast
from reviewdesk.services.sample_files import Customer, made_id

ACCOUNTS_WITH_GOALS: Final = 90


def goals_of(cast: Cast, customer: Customer) -> tuple[Goal, ...]:
    """Give the goals of an account; from so many thousands of euros of revenue on it has some."""
    if customer.revenue < ACCOUNTS_WITH_GOALS:
        return ()
    account_id = made_id("account", customer.name)
    count = 3 if cast.accounts[customer.name].tier is Tier.A else 2
    return tuple(
        Goal(
            id=made_id("goal", customer.name, place),
            account_id=account_id,
            what=row[customer.language][0],
            target=Decimal(row["target"]),
            unit=row["unit"],
            better=Better(row["better"]),
        )
        for place, row in enumerate(cast.files.goals[:count])
    )


def status_of(goal: Goal, value: Decimal) -> GoalStatus:
    """Say where a figure stands against its goal: close to it is on track."""
    missing = goal.target - value if goal.better is Better.UP else value - goal.target
    if missing <= 0:
        return GoalStatus.MET
    return GoalStatus.ON_TRACK if missing <= max(Decimal(1), goal.target / 100) else GoalStatus.BEHIND
