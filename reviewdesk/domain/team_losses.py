"""How teams fare with their customers: losses, promises kept, how many stayed, and what is worth training."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from typing import Final
from uuid import UUID

from reviewdesk.domain.follow_up import Ending
from reviewdesk.domain.intervals import add_months
from reviewdesk.domain.promises import kept_rate

LOOKED_BACK_MONTHS: Final = 12
NOBODY: Final = "nobody"


@dataclass(frozen=True, slots=True)
class OwnedAccount:
    """An account with the team that answers for it; `lost_on` where it left, `too_early` before it was earned back.

    One that was won back is here; `came_back_from` is the day on which it had left.
    """

    id: UUID
    team: str
    since: date | None
    lost_on: date | None = None
    too_early: bool = False
    came_back_from: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class TeamLosses:
    """One team over 12 months. `retention` is the share of those it had 12 months ago that are here still.

    It is not known where it had none. Who was lost and won back is here, and counted in `won_back`. `kept` is the rate
    of the promises that ended in 180 days, unknown below three.
    """

    team: str
    accounts: int
    lost: tuple[UUID, ...]
    too_early: int
    won_back: int
    retention: Fraction | None
    promises: int
    kept: Fraction | None


def losses_by_team(
    accounts: Iterable[OwnedAccount], endings: Iterable[tuple[str, Ending]], today: date
) -> tuple[TeamLosses, ...]:
    """Give each team with its losses, the one that lost most first; one without accounts has its promises still.

    An account counts as had 12 months ago where it was a customer by then, or nothing says since when it is one.
    """
    start = add_months(today, -LOOKED_BACK_MONTHS)
    owned: dict[str, list[OwnedAccount]] = defaultdict(list)
    for each in accounts:
        if each.lost_on is None or each.lost_on > start:
            owned[each.team or NOBODY].append(each)
    ended: dict[str, list[Ending]] = defaultdict(list)
    for team, ending in endings:
        ended[team or NOBODY].append(ending)
    found = [_team(team, owned[team], ended[team], start) for team in owned.keys() | ended.keys()]
    return tuple(sorted(found, key=lambda each: (-len(each.lost), -each.accounts, each.team.casefold())))


def _team(team: str, owned: list[OwnedAccount], endings: list[Ending], start: date) -> TeamLosses:
    lost = [each for each in owned if each.lost_on is not None]
    before = [each for each in owned if each.since is None or each.since <= start]
    stayed = sum(each.lost_on is None for each in before)
    return TeamLosses(
        team=team, accounts=len(owned) - len(lost), lost=tuple(each.id for each in lost),
        too_early=sum(each.too_early for each in lost),
        won_back=sum(each.came_back_from is not None and each.came_back_from > start for each in owned),
        retention=Fraction(stayed, len(before)) if before else None,
        promises=sum(each is not Ending.DROPPED for each in endings), kept=kept_rate(endings),
    )  # fmt: skip
