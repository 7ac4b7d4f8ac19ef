"""How hand-offs went, by those who accepted them: by team, or by person where there are no teams."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date
from statistics import mean
from uuid import UUID

from reviewdesk.domain.follow_up import Ending, Side
from reviewdesk.domain.handing_off import Delivered, HandOff, State
from reviewdesk.domain.promises import kept_rate
from reviewdesk.services.hand_off_values import TakenOver
from reviewdesk.services.myself import named_so
from reviewdesk.storage.reading import Reading


def results_in(reading: Reading) -> tuple[TakenOver, ...]:
    """Give what became of all that were accepted."""
    done: dict[str, list[HandOff]] = defaultdict(list)
    for each in reading.hand_offs.all():
        if each.state is State.ACCEPTED:
            done[_who(reading, each)].append(each)
    return tuple(_taken_over(reading, who, done[who]) for who in sorted(done, key=str.casefold))


def _who(reading: Reading, hand_off: HandOff) -> str:
    """Give the team of who took it over, or the person; one of another time is found by the name it was handed to."""
    colleague = reading.colleagues.find(hand_off.rounds[-1].taker_id) if hand_off.rounds[-1].taker_id else None
    colleague = colleague or named_so(reading, hand_off.to)
    return (colleague.team.strip() or colleague.name) if colleague else hand_off.to


def _taken_over(reading: Reading, who: str, several: list[HandOff]) -> TakenOver:
    checks = [check for each in several for check in each.checks]
    endings = [ending for each in several for ending in _ended_while_theirs(reading, each)]
    return TakenOver(
        who=who, accepted=len(several), at_once=sum(len(each.rounds) == 1 for each in several),
        days=mean((each.accepted_on - each.rounds[0].handed_on).days for each in several if each.accepted_on),
        checked=len(checks), passed=sum(each.delivered is Delivered.ALL for each in checks), promises=len(endings),
        kept=kept_rate(endings), account_ids=tuple(dict.fromkeys(each.account_id for each in several)),
    )  # fmt: skip


def _ended_while_theirs(reading: Reading, hand_off: HandOff) -> Iterator[Ending]:
    """Give how our promises ended from the day they took the account over until it was handed on."""
    for each in reading.follow_ups.where(account_id=hand_off.account_id):
        if each.ended_on and each.ending and each.is_promise and each.side is Side.OURS and not each.withdrawn:
            holder = _holder(reading.hand_offs.where(account_id=hand_off.account_id), each.ended_on)
            if holder == hand_off.id and each.ending is not Ending.DROPPED:
                yield each.ending


def _holder(hand_offs: Iterable[HandOff], on: date) -> UUID | None:
    """Give the hand-off that was accepted last up to a day."""
    done = [(each.accepted_on, each.begun_on, each.id) for each in hand_offs if each.accepted_on is not None]
    return max((each for each in done if each[0] <= on), default=(None, None, None))[2]
