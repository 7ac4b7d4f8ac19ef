"""What is read about accounts: a row of the list, and all that one account's page shows."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from fractions import Fraction
from uuid import UUID

from reviewdesk.domain import promises
from reviewdesk.domain.account import Account, AccountStatus, Tier
from reviewdesk.domain.concern import Concern
from reviewdesk.domain.contract import ContractEnd
from reviewdesk.domain.coverage import Missing
from reviewdesk.domain.follow_up import FollowUp, Side
from reviewdesk.domain.health_settings import Band
from reviewdesk.domain.intervals import Due
from reviewdesk.domain.people import Colleague, Person
from reviewdesk.domain.said import Contact, Opportunity, Question
from reviewdesk.domain.standing import Standing
from reviewdesk.domain.today_clocks import ConcernClock
from reviewdesk.services.account_revenue import RevenueFigures
from reviewdesk.services.health_values import AccountHealth
from reviewdesk.services.since_review import SinceReview
from reviewdesk.storage.lists.account_page import ReviewHead


@dataclass(frozen=True, slots=True, kw_only=True)
class AccountRow:
    """One account as the list shows it on one day.

    `revenue` is of the revenue year in the book's base currency, nothing where a rate is missing, as `lacks_rate` says,
    or in a book without purchases. `spoke_days` counts the days since the last two-way contact. `health` is the score,
    nothing where not enough is known, as `band` says.
    """

    id: UUID
    name: str
    status: AccountStatus
    tier: Tier | None
    tier_is_pinned: bool
    would_be: Tier | None
    revenue: Decimal | None
    currency: str
    next_review: Due | None
    next_due: date | None
    booked_review: UUID | None
    last_contact: date | None
    spoke_days: int | None
    is_quiet: bool
    open_concerns: int
    worst_severity: int
    late_promises: int
    next_step: str
    next_step_on: date | None
    owner: str
    owner_is_me: bool
    industry: str
    city: str
    lacks_rate: bool = False
    health: int | None = None
    basis: int | None = None
    band: Band = Band.UNKNOWN
    never_asked: bool = False
    raised_nothing: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class AccountName:
    """An account as it is chosen from a few: its id and its name."""

    id: UUID
    name: str


@dataclass(frozen=True, slots=True)
class KeptRate:
    """How well our promises that ended in the last 180 days were kept; `ended` counts those that tell."""

    ended: int
    since: date
    rate: Fraction | None

    @property
    def share(self) -> Decimal | None:
        """Give the share that was kept; nothing while too few ended to tell."""
        return None if self.rate is None else Decimal(self.rate.numerator) / self.rate.denominator


@dataclass(frozen=True, slots=True, kw_only=True)
class AccountBrief:
    """All that one account's page shows on one day.

    `people` have not left, the deciding ones first; follow-ups
    are in the order of their dates and concerns of their gravity; `clocks` says what each of them waits for; `coverage`
    what is missing among the people; `below` counts the accounts that belong to it; `since` says what
    changed since the last review, `changes_told` which announced changes touch it, `change_names` the change notices
    that its follow-ups came from, `problems_told` what it is told of problems it shares.
    """

    account: Account
    standing: Standing
    today: date
    next_review: Due | None
    months: int
    owner: Colleague | None
    parent: AccountName | None
    people: tuple[Person, ...]
    people_gone: tuple[Person, ...]
    colleagues: tuple[Colleague, ...]
    follow_ups: tuple[FollowUp, ...]
    concerns: tuple[Concern, ...]
    questions: tuple[Question, ...]
    opportunities: tuple[Opportunity, ...]
    contacts: tuple[Contact, ...]
    reviews: tuple[ReviewHead, ...]
    revenue: RevenueFigures | None
    kept: KeptRate
    sources: tuple[str, ...]
    clocks: Mapping[UUID, ConcernClock] = field(default_factory=dict)
    files: int = 0
    answers: int = 0
    dimensions: int = 0
    hand_offs: int = 0
    forms_out: int = 0
    coverage: tuple[Missing, ...] = ()
    health: AccountHealth | None = None
    below: int = 0
    contract: ContractEnd | None = None
    since: SinceReview | None = None
    changes_told: tuple[str, ...] = ()
    change_names: Mapping[UUID, str] = field(default_factory=dict)
    problems_told: tuple[str, ...] = ()

    @property
    def open_follow_ups(self) -> tuple[FollowUp, ...]:
        """Give what is still to be done, the earliest first."""
        return tuple(each for each in self.follow_ups if each.is_open)

    @property
    def our_promises(self) -> tuple[FollowUp, ...]:
        """Give what we promised and have still to do."""
        return self._promises(Side.OURS)

    @property
    def their_promises(self) -> tuple[FollowUp, ...]:
        """Give what they promised and have still to do."""
        return self._promises(Side.THEIRS)

    @property
    def open_concerns(self) -> tuple[Concern, ...]:
        """Give the open concerns, the gravest first."""
        return tuple(each for each in self.concerns if each.is_open)

    @property
    def next_step(self) -> FollowUp | None:
        """Give what is to be done first."""
        return next(iter(self.open_follow_ups), None)

    def _promises(self, side: Side) -> tuple[FollowUp, ...]:
        return tuple(each for each in self.open_follow_ups if each.is_promise and each.side is side)


def kept_rate(follow_ups: tuple[FollowUp, ...], since: date) -> KeptRate:
    """Count how our promises that ended since a day were kept; dropped ones are left out."""
    ended = [
        each.ending
        for each in follow_ups
        if each.is_promise and each.side is Side.OURS and each.ended_on is not None and each.ended_on >= since
    ]
    counted = [each for each in ended if each is not None and promises.worth(each) is not None]
    return KeptRate(len(counted), since, promises.kept_rate(counted))


def by_due(follow_up: FollowUp) -> tuple[date, str, str]:
    """Sort by date; what has none comes last."""
    return follow_up.due or date.max, follow_up.what, follow_up.id.hex


def gravest(concern: Concern) -> tuple[int, date, str]:
    """Sort the gravest first, then the oldest."""
    return -concern.severity, concern.raised_on, concern.id.hex
