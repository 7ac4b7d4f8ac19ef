"""Who owns an account: the one the file names, else the one with the most won revenue in the window."""

from collections import defaultdict
from collections.abc import Sequence
from decimal import Decimal
from uuid import UUID

from reviewdesk.domain.account import Account
from reviewdesk.domain.changes import Kind
from reviewdesk.domain.importing.drafts import Desk, Drafts
from reviewdesk.domain.importing.existing import ImportSettings
from reviewdesk.domain.importing.incoming import IncomingAccount
from reviewdesk.domain.importing.people import ColleaguePlanning
from reviewdesk.domain.importing.purchases import Bought
from reviewdesk.domain.tiers import Window


def set_named_owners(
    rows: Sequence[tuple[IncomingAccount, UUID]], accounts: Drafts[Account], colleagues: ColleaguePlanning, desk: Desk
) -> None:
    """Give accounts the owners that the file names for them."""
    for row, account_id in rows:
        if row.owner:
            desk.fill(accounts.by_id[account_id], Kind.ACCOUNT.value, {"owner_id": colleagues.named(row.owner)})


def set_winning_owners(
    bought: Bought,
    accounts: Drafts[Account],
    colleagues: ColleaguePlanning,
    desk: Desk,
    window: Window | None,
    settings: ImportSettings,
) -> None:
    """Give accounts without an owner the agent with the most won revenue in the window, the first by name on a tie."""
    won: dict[UUID, dict[str, Decimal]] = defaultdict(lambda: defaultdict(Decimal))
    for row, account_id in bought:
        rate = settings.all_rates.rate(row.currency, row.bought_on)
        if row.agent and rate is not None and window is not None and window.holds(row.bought_on):
            won[account_id][row.agent] += row.amount * rate
    for account_id, sums in won.items():
        draft = accounts.by_id[account_id]
        if draft.after.owner_id is None:
            best = min(sums, key=lambda agent, sums=sums: (-sums[agent], agent))  # type: ignore[misc]
            desk.fill(draft, Kind.ACCOUNT.value, {"owner_id": colleagues.named(best)})
