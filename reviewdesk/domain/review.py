"""A review: what was said about one account, and what must happen next."""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum
from uuid import UUID, uuid4

from reviewdesk.domain.audience import CUSTOMER, ONLY_ME, OUR_SIDE, Audience
from reviewdesk.domain.errors import RefusedError
from reviewdesk.domain.ladder import LadderStep, Rung, of_rung, with_done
from reviewdesk.domain.marker import Marker
from reviewdesk.domain.summary import Better, GoalStatus, Worth
from reviewdesk.domain.summary_charts import USUAL_PARTS, SummaryPart


class ReviewKind(StrEnum):
    """What kind of formal meeting it is."""

    QUARTERLY = "quarterly"
    HALF_YEARLY = "half-yearly"
    YEARLY = "yearly"
    KICK_OFF = "kick-off"
    RECOVERY = "recovery"
    AD_HOC = "ad hoc"

    @classmethod
    def every(cls, months: int) -> "ReviewKind":
        """Give what a review held every so many months is called: the nearest of three, six and twelve."""
        regular = ((cls.YEARLY, 9), (cls.HALF_YEARLY, 5), (cls.QUARTERLY, 3))
        return next((kind for kind, least in regular if months >= least), cls.AD_HOC)


class ReviewState(StrEnum):
    """How far a review has come."""

    PLANNED = "planned"
    INVITED = "invited"
    PREPARED = "prepared"
    HELD = "held"
    SENT = "summary sent"
    CLOSED = "closed"
    CANCELLED = "cancelled"


HELD_STATES = frozenset({ReviewState.HELD, ReviewState.SENT, ReviewState.CLOSED})


class Feeling(StrEnum):
    """How a meeting felt, one key each."""

    ENJOYABLE = "enjoyable"
    FORCED = "forced"
    PRODUCTIVE = "productive"


@dataclass(frozen=True, slots=True, kw_only=True)
class AgendaItem:
    """One item of an agenda with its time box; `points` are what to bring up, one a line.

    `filled` are the points that were filled in last from what is known, whatever the person made of them since.
    """

    title: str = field(metadata=CUSTOMER)
    minutes: int = field(metadata=CUSTOMER)
    points: tuple[str, ...] = field(default=(), metadata=OUR_SIDE)
    filled: tuple[str, ...] = field(default=(), metadata=OUR_SIDE)
    id: UUID = field(default_factory=uuid4, metadata=OUR_SIDE)


@dataclass(frozen=True, slots=True, kw_only=True)
class NoteLine:
    """One line of notes, its text exactly as typed.

    `sorted_as` is what the person said an unmarked line is, in Wrap up; `record_id` is the typed record that the line
    made (a concern, follow-up, question, quote or opportunity). `set_aside` keeps it out of the summary.
    `audience` is empty while the marker's own audience holds.
    """

    text: str = field(metadata=ONLY_ME)
    id: UUID = field(default_factory=uuid4, metadata=OUR_SIDE)
    sorted_as: Marker | None = field(default=None, metadata=OUR_SIDE)
    skipped: bool = field(default=False, metadata=OUR_SIDE)
    audience: Audience | None = field(default=None, metadata=OUR_SIDE)
    agenda_item_id: UUID | None = field(default=None, metadata=OUR_SIDE)
    said_by_id: UUID | None = field(default=None, metadata=OUR_SIDE)
    print_wording: str = field(default="", metadata=CUSTOMER)
    set_aside: bool = field(default=False, metadata=OUR_SIDE)
    record_id: UUID | None = field(default=None, metadata=OUR_SIDE)
    day: date | None = field(default=None, metadata=OUR_SIDE)
    day_words: str = field(default="", metadata=OUR_SIDE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Review:
    """One review of one account: its plan, agenda, note lines and outcome.

    `starts_at` is in UTC; `zone` is the IANA name of the zone it was planned in; `length` is in minutes.
    `heard` holds the note lines chosen as the three things heard; `period` reads like "2026 Q4".
    `calendar_uid` and `calendar_sequence` keep one calendar entry the same through every move; `invited_sequence` is
    what they were last invited with. `template` and its number say from what it was prepared, `ladder_since` when.
    `parts` are the charts and figures that its summary shows, `worth` what it was worth to them.
    """

    account_id: UUID = field(metadata=OUR_SIDE)
    id: UUID = field(default_factory=uuid4, metadata=OUR_SIDE)
    version: int = field(default=0, compare=False, metadata=OUR_SIDE)
    kind: ReviewKind = field(default=ReviewKind.QUARTERLY, metadata=CUSTOMER)
    period: str = field(default="", metadata=CUSTOMER)
    state: ReviewState = field(default=ReviewState.PLANNED, metadata=OUR_SIDE)
    planned_on: date | None = field(default=None, metadata=CUSTOMER)
    starts_at: datetime | None = field(default=None, metadata=CUSTOMER)
    zone: str = field(default="", metadata=CUSTOMER)
    length: int = field(default=60, metadata=CUSTOMER)
    place: str = field(default="", metadata=CUSTOMER)
    by_call: bool = field(default=False, metadata=OUR_SIDE)
    people_ids: tuple[UUID, ...] = field(default=(), metadata=CUSTOMER)
    colleague_ids: tuple[UUID, ...] = field(default=(), metadata=CUSTOMER)
    agenda: tuple[AgendaItem, ...] = field(default=(), metadata=CUSTOMER)
    lines: tuple[NoteLine, ...] = field(default=(), metadata=ONLY_ME)
    sentences: tuple[str, ...] = field(default=(), metadata=CUSTOMER)
    heard: tuple[UUID, ...] = field(default=(), metadata=CUSTOMER)
    ask: str = field(default="", metadata=CUSTOMER)
    commitment: str = field(default="", metadata=CUSTOMER)
    next_on: date | None = field(default=None, metadata=CUSTOMER)
    next_starts_at: datetime | None = field(default=None, metadata=CUSTOMER)
    feelings: tuple[Feeling, ...] = field(default=(), metadata=ONLY_ME)
    told_a_colleague: str = field(default="", metadata=ONLY_ME)
    held_on: date | None = field(default=None, metadata=CUSTOMER)
    finished_at: datetime | None = field(default=None, metadata=OUR_SIDE)
    sent_on: date | None = field(default=None, metadata=OUR_SIDE)
    reason: str = field(default="", metadata=OUR_SIDE)
    calendar_uid: str = field(default="", metadata=CUSTOMER)
    calendar_sequence: int = field(default=0, metadata=CUSTOMER)
    template: str = field(default="", metadata=OUR_SIDE)
    template_number: int = field(default=0, metadata=OUR_SIDE)
    ladder: tuple[LadderStep, ...] = field(default=(), metadata=OUR_SIDE)
    ladder_since: date | None = field(default=None, metadata=OUR_SIDE)
    invited_on: date | None = field(default=None, metadata=OUR_SIDE)
    invited_sequence: int = field(default=0, metadata=OUR_SIDE)
    parts: tuple[SummaryPart, ...] = field(default=USUAL_PARTS, metadata=OUR_SIDE)
    worth: tuple[Worth, ...] = field(default=(), metadata=CUSTOMER)

    @property
    def is_held(self) -> bool:
        """Say whether the meeting took place."""
        return self.state in HELD_STATES

    @property
    def is_open(self) -> bool:
        """Say whether the meeting is still ahead."""
        return not self.is_held and self.state is not ReviewState.CANCELLED

    @property
    def is_finished(self) -> bool:
        """Say whether the person has finished it, so that a summary was made."""
        return self.finished_at is not None

    @property
    def day(self) -> date | None:
        """Give the day it was held on, else the day it is planned for."""
        return self.held_on or self.planned_on

    @property
    def text(self) -> str:
        """Give the notes as one text, exactly as typed."""
        return "\n".join(line.text for line in self.lines)

    def line(self, line_id: UUID) -> NoteLine:
        """Give one note line by its id.

        Raises:
            KeyError: there is no such line.
        """
        for each in self.lines:
            if each.id == line_id:
                return each
        raise KeyError(line_id)

    def with_line(self, line: NoteLine) -> "Review":
        """Put a line in place of the one with the same id, or add it at the end."""
        if any(each.id == line.id for each in self.lines):
            return replace(self, lines=tuple(line if each.id == line.id else each for each in self.lines))
        return replace(self, lines=(*self.lines, line))

    @property
    def knows_of_move(self) -> bool:
        """Say whether those who were invited have the day as it is now; true as well where nobody was invited."""
        return self.invited_on is None or self.invited_sequence == self.calendar_sequence

    def with_steps_done(self, step_ids: Iterable[UUID], on: date | None) -> "Review":
        """Tick steps of its ladder, or untick them; while it is ahead its state follows."""
        review = replace(self, ladder=with_done(self.ladder, step_ids, on))
        return replace(review, state=review.as_prepared) if self.is_open else review

    @property
    def as_prepared(self) -> ReviewState:
        """Give the state of a review that is ahead as its ladder and its invitation tell it."""
        done = {each.rung for each in self.ladder if each.done_on is not None}
        if Rung.BRIEF in done:
            return ReviewState.PREPARED
        return ReviewState.INVITED if self.invited_on or Rung.INVITE in done else ReviewState.PLANNED

    def invited(self, on: date) -> "Review":
        """Note that they were invited to it as it is now."""
        review = replace(self, invited_on=on, invited_sequence=self.calendar_sequence)
        return review.with_steps_done(of_rung(self.ladder, Rung.INVITE), on)

    def entered_afterwards(self, on: date) -> "Review":
        """Say on which day it was held whose notes are entered now; what was to be done before it is over."""
        return replace(self, held_on=on, ladder=tuple(each for each in self.ladder if each.days > 0))

    def moved(self, to: date, *, starts_at: datetime | None = None) -> "Review":
        """Postpone or bring forward a planned review; its calendar entry follows.

        Raises:
            RefusedError: it was held or cancelled already.
        """
        if not self.is_open:
            raise RefusedError("This review is over and stays on its day. Plan a new one instead.")
        sequence = self.calendar_sequence + 1
        return replace(self, planned_on=to, starts_at=starts_at, held_on=None, calendar_sequence=sequence)

    def cancelled(self, *, because: str = "") -> "Review":
        """Call it off; the clock of the account does not move.

        Raises:
            RefusedError: it was held already.
        """
        if self.is_held:
            raise RefusedError("This review was held and cannot be cancelled. It can be added to instead.")
        return replace(self, state=ReviewState.CANCELLED, reason=because, calendar_sequence=self.calendar_sequence + 1)

    def held(self, on: date, *, finished_at: datetime) -> "Review":
        """Mark it as held and finished."""
        return replace(self, state=ReviewState.HELD, held_on=on, finished_at=finished_at)


def period_of(day: date) -> str:
    """Name the quarter a day lies in, like "2026 Q4"."""
    return f"{day.year} Q{(day.month - 1) // 3 + 1}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Goal:
    """What an account wants to reach with us: a figure, its unit and which way it should move."""

    account_id: UUID = field(metadata=OUR_SIDE)
    what: str = field(metadata=CUSTOMER)
    target: Decimal = field(metadata=CUSTOMER)
    id: UUID = field(default_factory=uuid4, metadata=OUR_SIDE)
    version: int = field(default=0, compare=False, metadata=OUR_SIDE)
    unit: str = field(default="", metadata=CUSTOMER)
    better: Better = field(default=Better.UP, metadata=CUSTOMER)
    ended_on: date | None = field(default=None, metadata=OUR_SIDE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Actual:
    """What a goal stood at in a review, with the source and date of the figure."""

    account_id: UUID = field(metadata=OUR_SIDE)
    review_id: UUID = field(metadata=OUR_SIDE)
    goal_id: UUID = field(metadata=OUR_SIDE)
    value: Decimal = field(metadata=CUSTOMER)
    status: GoalStatus = field(metadata=CUSTOMER)
    source: str = field(default="", metadata=CUSTOMER)
    measured_on: date | None = field(default=None, metadata=CUSTOMER)
    id: UUID = field(default_factory=uuid4, metadata=OUR_SIDE)
    version: int = field(default=0, compare=False, metadata=OUR_SIDE)


@dataclass(frozen=True, slots=True, kw_only=True)
class StoredSummary:
    """The value a finished review's document is made from, numbered; the same value always gives the same bytes.

    `sent_on` is the day on which the customer got this very version, if they did, and `sent_to` whom it went to.
    """

    account_id: UUID = field(metadata=OUR_SIDE)
    review_id: UUID = field(metadata=OUR_SIDE)
    number: int = field(metadata=CUSTOMER)
    value: str = field(metadata=CUSTOMER)
    finished_on: date = field(metadata=CUSTOMER)
    template: str = field(default="review summary 1", metadata=OUR_SIDE)
    meant: tuple[str, ...] = field(default=(), metadata=OUR_SIDE)
    sent_on: date | None = field(default=None, metadata=OUR_SIDE)
    sent_to: tuple[str, ...] = field(default=(), metadata=OUR_SIDE)
    id: UUID = field(default_factory=uuid4, metadata=OUR_SIDE)
    version: int = field(default=0, compare=False, metadata=OUR_SIDE)
