"""What a customer is sent after a review: a value that has no place for anything internal.

These types are the first wall against leaks. They share nothing with the records of the book, so that a tier, a health
score, a rival or another account cannot get into a customer's document by way of a field.
"""

from dataclasses import dataclass, field
from datetime import date, time
from decimal import Decimal
from enum import StrEnum
from typing import Final

from reviewdesk.domain.branding import Branding
from reviewdesk.domain.plain_json import read_json, write_json
from reviewdesk.domain.summary_charts import SummaryCharts

MOST_SENTENCES: Final = 3
MOST_HEARD: Final = 3
MOST_WORTH: Final = 3
FEWEST_FOR_A_SCORE: Final = 3


class Tone(StrEnum):
    """Whether a state is good news; always printed beside its word."""

    BAD = "bad"
    WARN = "warn"
    GOOD = "good"


class PromiseState(StrEnum):
    """How a promise of the last review ended, misses first."""

    BROKEN = "broken"
    KEPT_LATE = "kept late"
    OPEN = "open"
    KEPT = "kept"


class GoalStatus(StrEnum):
    """Where a goal stands, misses first."""

    BEHIND = "behind"
    ON_TRACK = "on track"
    MET = "met"


class Better(StrEnum):
    """Which way a goal's figure should move."""

    UP = "up"
    DOWN = "down"


class Basis(StrEnum):
    """Where a worth figure comes from."""

    CONFIRMED = "confirmed by you"
    ESTIMATE = "our estimate"


@dataclass(frozen=True, slots=True)
class Vendor:
    """Who sends the summary: a name and the line below it."""

    name: str
    line: str = ""


@dataclass(frozen=True, slots=True)
class Attendee:
    """Somebody who was in the room, with their role."""

    name: str
    role: str = ""


@dataclass(frozen=True, slots=True)
class Heard:
    """Something heard from the customer; in quotation marks or with a name only by consent."""

    text: str
    quoted: bool = False
    said_by: str = ""

    def __post_init__(self) -> None:
        """Refuse a name on words that are not a quote."""
        if self.said_by and not self.quoted:
            raise ValueError("Only a quote may carry the name of who said it.")


@dataclass(frozen=True, slots=True)
class Agreed:
    """Something one side will do by a day."""

    what: str
    owner: str = ""
    due: date | None = None


@dataclass(frozen=True, slots=True)
class NextReview:
    """When and where both sides meet again."""

    on: date
    at: time | None = None
    place: str = ""


@dataclass(frozen=True, slots=True)
class TellUs:
    """Whom to tell, and by when, if the customer remembers it otherwise."""

    by: date
    name: str
    email: str = ""


@dataclass(frozen=True, slots=True)
class ShownConcern:
    """A concern in its wording for the customer."""

    summary: str
    cause: str = ""
    fix: str = ""
    owner: str = ""
    state: str = ""
    tone: Tone = Tone.WARN
    confirmed: bool = False


@dataclass(frozen=True, slots=True)
class PastPromise:
    """A promise of the last review and how it ended."""

    what: str
    owner: str = ""
    due: date | None = None
    state: PromiseState = PromiseState.OPEN


@dataclass(frozen=True, slots=True)
class LastPromises:
    """What became of the last promises: counts and list of ours; of theirs only what is still open."""

    kept: int = 0
    kept_late: int = 0
    broken: int = 0
    open: int = 0
    since: date | None = None
    ours: tuple[PastPromise, ...] = ()
    theirs_open: tuple[PastPromise, ...] = ()

    @property
    def count(self) -> int:
        """How many promises of ours are counted."""
        return self.kept + self.kept_late + self.broken + self.open


@dataclass(frozen=True, slots=True)
class ShownGoal:
    """A goal with its actual, where that figure comes from, and what it was the time before where that is known."""

    name: str
    target: Decimal
    actual: Decimal | None = None
    unit: str = ""
    better: Better = Better.UP
    status: GoalStatus = GoalStatus.ON_TRACK
    source: str = ""
    source_date: date | None = None
    before: Decimal | None = None


@dataclass(frozen=True, slots=True)
class Worth:
    """One figure of what this was worth to the customer."""

    what: str
    value: Decimal
    unit: str = ""
    basis: Basis = Basis.ESTIMATE


@dataclass(frozen=True, slots=True)
class ShownAnswer:
    """What the customer answered to one question; a score is shown only from three answers."""

    question: str
    answer: str = ""
    n: int = 1
    score: Decimal | None = None
    best: int = 10

    def __post_init__(self) -> None:
        """Refuse a score over fewer than three answers."""
        if self.score is not None and self.n < FEWEST_FOR_A_SCORE:
            raise ValueError("A score is shown only from three answers.")


@dataclass(frozen=True, slots=True)
class CustomerSummary:
    """All of one review that its customer may read, in the words and order it is printed in.

    `changes` say what is different from the version `changes_since` (0: the one before), which the customer has.
    """

    vendor: Vendor
    account: str
    held_on: date
    branding: Branding = field(default_factory=Branding)
    language: str = "en"
    title: str = ""
    period: str = ""
    place: str = ""
    theirs: tuple[Attendee, ...] = ()
    ours: tuple[Attendee, ...] = ()
    version: int = 1
    finished_on: date | None = None
    changes: tuple[str, ...] = ()
    changes_since: int = 0
    sentences: tuple[str, ...] = ()
    heard: tuple[Heard, ...] = ()
    decisions: tuple[str, ...] = ()
    we_will: tuple[Agreed, ...] = ()
    you_will: tuple[Agreed, ...] = ()
    ask: str = ""
    commitment: str = ""
    next_review: NextReview | None = None
    tell_us: TellUs | None = None
    concerns: tuple[ShownConcern, ...] = ()
    done_for_you: tuple[str, ...] = ()
    last_promises: LastPromises | None = None
    goals: tuple[ShownGoal, ...] = ()
    worth: tuple[Worth, ...] = ()
    next_days: tuple[str, ...] = ()
    answers: tuple[ShownAnswer, ...] = ()
    charts: SummaryCharts = field(default_factory=SummaryCharts)
    shows_kept_rate: bool = True

    def __post_init__(self) -> None:
        """Refuse more sentences, things heard or worth figures than a summary has room for."""
        limits = ((self.sentences, MOST_SENTENCES), (self.heard, MOST_HEARD), (self.worth, MOST_WORTH))
        for given, most in limits:
            if len(given) > most:
                raise ValueError(f"A summary has room for {most} of these, not for {len(given)}.")

    @property
    def own_names(self) -> tuple[str, ...]:
        """The names that belong in this document: the account, who sends and who prepares it, all in the room."""
        people = (each.name for each in (*self.theirs, *self.ours))
        named = (self.account, self.vendor.name, self.branding.prepared_by, *people)
        return tuple(name for name in named if name.strip())


def to_json(summary: CustomerSummary) -> str:
    """Write the summary as ASCII text that reads back as the same value; the same value gives the same text."""
    return write_json(summary)


def from_json(text: str) -> CustomerSummary:
    """Read a summary written by `to_json`; a field that did not exist then has its default.

    Raises:
        ValueError: the text is not a stored summary.
    """
    return read_json(CustomerSummary, text)
