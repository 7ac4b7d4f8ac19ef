"""How hand-offs went, by those who accepted them: by team, or by person where there are no teams."""

from collections import defaultdict
from statistics import mean

from reviewdesk.domain.follow_up import Ending, Side
from reviewdesk.domain.handing_off import Delivered, HandOff, State
from reviewdesk.domain.text import fold
from reviewdesk.services.hand_off_values import TakenOver
from reviewdesk.storage.reading import Reading


def results_in(reading: Reading) -> tuple[TakenOver, ...]:
    """Give what became of all that were accepted."""
    teams = {fold(each.name): each.team or each.name for each in reading.colleagues.all()}
    done: dict[str, list[HandOff]] = defaultdict(list)
    for each in reading.hand_offs.all():
        if each.state is State.ACCEPTED:
            done[teams.get(fold(each.to), each.to)].append(each)
    return tuple(_taken_over(reading, who, done[who]) for who in sorted(done, key=str.casefold))


def _taken_over(reading: Reading, who: str, several: list[HandOff]) -> TakenOver:
    checks = [check for each in several for check in each.checks]
    since = {each.account_id: each.accepted_on for each in several if each.accepted_on is not None}
    ended = [
        step
        for account_id, day in since.items()
        for step in reading.follow_ups.where(account_id=account_id)
        if step.is_promise and step.side is Side.OURS and not step.withdrawn and step.ended_on and step.ended_on >= day
    ]
    told = [each for each in ended if each.ending is not Ending.DROPPED]
    return TakenOver(
        who=who, accepted=len(several), at_once=sum(len(each.rounds) == 1 for each in several),
        days=mean((each.accepted_on - each.rounds[0].handed_on).days for each in several if each.accepted_on),
        checked=len(checks), passed=sum(each.delivered is Delivered.ALL for each in checks), promises=len(told),
        kept=sum(each.ending is Ending.KEPT for each in told), account_ids=tuple(since),
    )  # fmt: skip
