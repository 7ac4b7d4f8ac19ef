"""A list of satisfaction calls: whom to ask one question, with what to say, and how far it has come."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Final
from uuid import UUID, uuid4

from reviewdesk.domain.answer import Answer, Asked
from reviewdesk.domain.audience import OUR_SIDE
from reviewdesk.domain.follow_up import Ending, FollowUp, Side

RECOVERY_UP_TO: Final = 6
_QUESTIONS: Final[Mapping[Asked, str]] = {
    Asked.RECOMMEND: "On a scale from 0 to 10: how likely is it that you would recommend us?",
    Asked.CONTENT: "On a scale from 1 to 5: how content are you with us?",
    Asked.EASE: "On a scale from 1 to 7: how easy is it to work with us?",
}
ASKED: Final = tuple(_QUESTIONS)


def script_for(asked: Asked) -> str:
    """Give what to say in a call that asks one of the three scores and sells nothing."""
    lines = (
        "I am not calling about an order.", _QUESTIONS[asked], "What is the main reason?",
        "What would make it one more?",
    )  # fmt: skip
    return "\n".join(lines)


@dataclass(frozen=True, slots=True, kw_only=True)
class CallList:
    """Accounts to call about one question, in the order in which they are called.

    `left_out` are those of them that were skipped; the list has ended when nobody is left, or on `ended_on`.
    """

    name: str = field(metadata=OUR_SIDE)
    account_ids: tuple[UUID, ...] = field(metadata=OUR_SIDE)
    started_on: date = field(metadata=OUR_SIDE)
    asked: Asked = field(default=Asked.RECOMMEND, metadata=OUR_SIDE)
    script: str = field(default=script_for(Asked.RECOMMEND), metadata=OUR_SIDE)
    left_out: tuple[UUID, ...] = field(default=(), metadata=OUR_SIDE)
    ended_on: date | None = field(default=None, metadata=OUR_SIDE)
    id: UUID = field(default_factory=uuid4, metadata=OUR_SIDE)
    version: int = field(default=0, compare=False, metadata=OUR_SIDE)

    def answered(self, answers: Iterable[Answer]) -> dict[UUID, Answer]:
        """Give for each account on it the newest answer of theirs to its question since it was started."""
        wanted = [each for each in answers if each.asked is self.asked and not each.is_guess]
        since = sorted((each for each in wanted if each.answered_on >= self.started_on), key=_when)
        return {each.account_id: each for each in since if each.account_id in self.account_ids}

    def left(self, answers: Iterable[Answer]) -> tuple[UUID, ...]:
        """Give the accounts that are still to be called: not skipped, and with no answer to its question since."""
        said = self.answered(answers)
        return tuple(each for each in self.account_ids if each not in said and each not in self.left_out)


def asks_for_recovery(asked: Asked, value: int) -> bool:
    """Say whether a score asks to make good first, before anybody speaks of an order: 6 or less of 10."""
    return asked is Asked.RECOMMEND and value <= RECOVERY_UP_TO


def recovering(answer: Answer, follow_ups: Iterable[FollowUp]) -> FollowUp | None:
    """Give what was agreed to make an answer good: our newest follow-up since its day, unless dropped or broken."""
    since = [each for each in follow_ups if (each.said_on or date.min) >= answer.answered_on and _counts(each)]
    return max(since, key=lambda each: (each.said_on or date.min, each.is_open, each.id), default=None)


def is_to_be_made_good(agreed: FollowUp | None) -> bool:
    """Say whether a bad answer still has to be made good: nothing was agreed about it, or that is not done yet."""
    return agreed is None or agreed.is_open


def _counts(each: FollowUp) -> bool:
    return each.side is Side.OURS and not each.withdrawn and each.ending not in {Ending.DROPPED, Ending.BROKEN}


def _when(answer: Answer) -> tuple[date, UUID]:
    return answer.answered_on, answer.id
