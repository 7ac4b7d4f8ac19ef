"""Reads how teams fare with their customers, by the team of whoever owns the account, else by that person."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from reviewdesk.domain.account import Account, AccountStatus
from reviewdesk.domain.follow_up import Side
from reviewdesk.domain.importing.names import folded
from reviewdesk.domain.promises import kept_since
from reviewdesk.domain.team_losses import OwnedAccount, TeamLosses, losses_by_team
from reviewdesk.services.earned_back import earned_from
from reviewdesk.services.loss_values import training_words
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
            written = {folded(each): each for each in teams.values()}
            answered = {each.account_id: _as_known(each.team, written) for each in reading.reviewed_losses.all()}
            accounts = [
                _owned(reading, each, answered.get(each.id) or (teams.get(each.owner_id, "") if each.owner_id else ""))
                for each in reading.accounts.all()
                if each.status is not AccountStatus.ARCHIVED or each.lost_on is not None
            ]
            first = kept_since(today)
            endings = [
                (teams.get(each.colleague_id, "") if each.colleague_id else "", each.ending)
                for each in reading.follow_ups.where(is_promise=True, side=Side.OURS, withdrawn=False)
                if each.ending is not None and each.ended_on is not None and each.ended_on >= first
            ]
            training = training_words(reading)
        return TeamsNow(today, losses_by_team(accounts, endings, today), training)


def _as_known(team: str, written: Mapping[str, str]) -> str:
    """Write a team that was typed as the book writes it, so that "depot" is Depot."""
    return written.get(folded(team), team.strip())


def _owned(reading: Reading, account: Account, team: str) -> OwnedAccount:
    """Give an account with its team; one that came back is here, and what it left on is not a loss any more."""
    if account.status is AccountStatus.WON_BACK or account.lost_on is None:
        back = account.lost_on if account.status is AccountStatus.WON_BACK else None
        return OwnedAccount(account.id, team, account.customer_since, came_back_from=back)
    cost = account.cost_to_win
    too_early = cost is not None and earned_from(reading, account).falls_short_of(cost)
    return OwnedAccount(account.id, team, account.customer_since, account.lost_on, too_early)
