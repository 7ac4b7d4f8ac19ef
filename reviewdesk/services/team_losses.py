"""Reads how teams fare with their customers, by the team of whoever owns the account, else by that person."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from uuid import UUID

from reviewdesk.domain.account import Account, AccountStatus
from reviewdesk.domain.follow_up import Side
from reviewdesk.domain.promises import kept_since
from reviewdesk.domain.reviewed_loss import training_topics
from reviewdesk.domain.team_losses import OwnedAccount, TeamLosses, losses_by_team
from reviewdesk.services.loss_values import TRAINING
from reviewdesk.storage.reading import Reading
from reviewdesk.storage.store import Store


@dataclass(frozen=True, slots=True)
class TeamsNow:
    """The teams, and what is worth training."""

    today: date
    teams: tuple[TeamLosses, ...]
    training: tuple[str, ...]


class TeamLossService:
    """Reads how teams fare."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def by_team(self) -> TeamsNow:
        """Give each team with its losses of 12 months, its promises and how many stayed."""
        with self._store.read() as reading:
            today = reading.clock.today()
            teams = {each.id: each.team.strip() or each.name for each in reading.colleagues.all()}
            answered = {each.account_id: each.team.strip() for each in reading.reviewed_losses.all()}
            earned = _earned(reading)
            accounts = [
                _owned(each, answered.get(each.id) or (teams.get(each.owner_id, "") if each.owner_id else ""), earned)
                for each in reading.accounts.all()
                if each.status is not AccountStatus.ARCHIVED
            ]
            first = kept_since(today)
            endings = [
                (teams.get(each.colleague_id, "") if each.colleague_id else "", each.ending)
                for each in reading.follow_ups.where(is_promise=True, side=Side.OURS, withdrawn=False)
                if each.ending is not None and each.ended_on is not None and each.ended_on >= first
            ]
            concerns = [each for each in reading.concerns.all() if not each.withdrawn]
        training = tuple(TRAINING.format(team=team, kind=kind.value) for team, kind in training_topics(concerns))
        return TeamsNow(today, losses_by_team(accounts, endings, today), training)


def _owned(account: Account, team: str, earned: dict[UUID, Decimal]) -> OwnedAccount:
    cost = account.cost_to_win
    too_early = cost is not None and account.id in earned and earned[account.id] < cost
    return OwnedAccount(account.id, team, account.customer_since, account.lost_on, too_early)


def _earned(reading: Reading) -> dict[UUID, Decimal]:
    """Give what lost accounts with a cost to win brought: each purchase times its margin, where that is known."""
    lost = {each.id for each in reading.accounts.all() if each.lost_on is not None and each.cost_to_win is not None}
    found: dict[UUID, Decimal] = defaultdict(Decimal)
    for account_id in lost:
        for each in reading.purchases.where(account_id=account_id):
            if each.margin is not None:
                found[account_id] += each.amount * each.margin / 100
    return found
