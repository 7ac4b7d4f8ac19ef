"""The steps towards whoever is called about a change: what is done, on which day, and who sees to it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import Final
from uuid import UUID

from reviewdesk.domain.audience import OUR_SIDE
from reviewdesk.domain.courtesy import NOT_FOR_AN_ORDER
from reviewdesk.domain.errors import RefusedError

SAMPLES: Final = "Send two samples, one of them to pass on"
TRIAL: Final = "Offer a trial for two"
_EARLIEST: Final = -365
_LATEST: Final = 730


class StepKind(StrEnum):
    """What a step is for."""

    CALL = "personal call"
    OFFER = "samples or a trial"
    NO_ORDER = "call that is not for an order"
    CHECK = "check-in"


@dataclass(frozen=True, slots=True, kw_only=True)
class PlannedStep:
    """One step of a change, for each account that is called.

    `days` count from the day the change takes effect, below 0 before it; the personal call goes by the notice of each
    account instead. `colleague_id` says who sees to it; nobody named is the owner of the account.
    """

    kind: StepKind = field(metadata=OUR_SIDE)
    words: str = field(metadata=OUR_SIDE)
    days: int = field(default=0, metadata=OUR_SIDE)
    is_on: bool = field(default=True, metadata=OUR_SIDE)
    colleague_id: UUID | None = field(default=None, metadata=OUR_SIDE)

    @property
    def said(self) -> str:
        """Give its words; a call that is not for an order says so, whatever is typed."""
        is_said = self.kind is not StepKind.NO_ORDER or NOT_FOR_AN_ORDER in self.words.casefold()
        return self.words if is_said else f"{self.words}, {NOT_FOR_AN_ORDER}"

    def worded(self, words: str) -> "PlannedStep":
        """Say what is done in other words.

        Raises:
            RefusedError: there are none.
        """
        if not words.strip():
            raise RefusedError("Say what is done. To leave the step out, take its tick away.")
        return replace(self, words=" ".join(words.split()))

    def moved(self, days: int) -> "PlannedStep":
        """Move it to another day; where its words name the days, they follow. The call stays with the notice.

        Raises:
            RefusedError: it is more than a year before or two years after the day the change takes effect.
        """
        if self.kind is StepKind.CALL:
            return self
        if not _EARLIEST <= days <= _LATEST:
            raise RefusedError(f"Type the days after it takes effect, from {_EARLIEST} to {_LATEST}, like 14 or -7.")
        return replace(self, days=days, words=self.words.replace(f"{self.days} days", f"{days} days"))

    def turned(self, *, on: bool) -> "PlannedStep":
        """Leave it out, or take it in again.

        Raises:
            RefusedError: it is the personal call, by which those above the line hear of the change.
        """
        if self.kind is StepKind.CALL and not on:
            raise RefusedError("By this call they hear of the change. Where a letter is enough, move the line up.")
        return replace(self, is_on=on)


def usual_steps(*, is_service: bool = False) -> tuple[PlannedStep, ...]:
    """Give the four steps as they come: of a service a trial for two is offered in place of samples."""
    return (
        PlannedStep(kind=StepKind.CALL, words="Call in person about the change"),
        PlannedStep(kind=StepKind.OFFER, words=TRIAL if is_service else SAMPLES, days=14),
        PlannedStep(kind=StepKind.NO_ORDER, words=f"Call, {NOT_FOR_AN_ORDER}, after the change", days=45),
        PlannedStep(kind=StepKind.CHECK, words="Check in 90 days after the change", days=90),
    )


def offering(steps: Iterable[PlannedStep], *, is_service: bool) -> tuple[PlannedStep, ...]:
    """Offer a trial for two, or samples, in the words that come ready; all else stays."""
    words = TRIAL if is_service else SAMPLES
    return tuple(replace(each, words=words) if each.kind is StepKind.OFFER else each for each in steps)


def is_trial(steps: Iterable[PlannedStep]) -> bool:
    """Say whether a trial is offered in the words that come ready."""
    return any(each.kind is StepKind.OFFER and each.words == TRIAL for each in steps)


def with_step(steps: Sequence[PlannedStep], changed: PlannedStep) -> tuple[PlannedStep, ...]:
    """Put a step in place of the one of its kind."""
    return tuple(changed if each.kind is changed.kind else each for each in steps)
