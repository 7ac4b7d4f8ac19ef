"""What is shown of a hand-off: the record with its pack, its checks, and what a form that came back says."""

from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from uuid import UUID

from reviewdesk.domain.follow_up import FollowUp
from reviewdesk.domain.hand_off import HandOffPack
from reviewdesk.domain.handing_off import MAY_BE_WRITTEN, Check, HandOff


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownCheck:
    """A check: the day it falls on, moved or not, and what it found."""

    days: int
    due: date
    found: Check | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownHandOff:
    """A hand-off as it is shown; `names` are those of our colleagues, to be completed.

    `along` are the follow-ups of the owner so far that go along if they are not left out; `others` are the account's
    other hand-offs, the newest first.
    """

    hand_off: HandOff
    account: str
    passed_by: str
    today: date
    pack: HandOffPack
    checks: tuple[ShownCheck, ...] = ()
    names: tuple[str, ...] = ()
    along: tuple[FollowUp, ...] = ()
    others: tuple[HandOff, ...] = ()

    @property
    def may_be_written(self) -> bool:
        """Say whether its pack may be changed: before it is handed over, and when it came back."""
        return self.hand_off.state in MAY_BE_WRITTEN


@dataclass(frozen=True, slots=True, kw_only=True)
class FormBack:
    """A form that came back: whose it is, whether it accepts, who answered and when, and the gaps in words.

    `along` are the follow-ups that may go along where it accepts.
    """

    hand_off_id: UUID
    account: str
    accepts: bool
    who: str
    on: date
    words: str
    name: str
    content: bytes
    today: date
    along: tuple[FollowUp, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class TakenOver:
    """How hand-offs went for one team, or for one person where there are no teams.

    `at_once` were accepted without being returned; `days` is the mean from the first hand-over to acceptance; of
    `checked` checks `passed` found all delivered. `promises` of ours ended there while they had the account; `kept` is
    the rate kept, from 0 to 1, late ones counting half, unknown below three.
    """

    who: str
    accepted: int
    at_once: int
    days: float
    checked: int
    passed: int
    promises: int
    kept: Fraction | None
    account_ids: tuple[UUID, ...] = ()
