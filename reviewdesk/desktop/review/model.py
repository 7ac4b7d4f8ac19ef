"""What the workspace of a review shows: domain values, and a few small ones of its own."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from uuid import UUID

from reviewdesk.desktop.review.chips import KnownLine
from reviewdesk.desktop.review.step import Step
from reviewdesk.domain.audience import Audience
from reviewdesk.domain.concern import Concern
from reviewdesk.domain.finishing import Missing
from reviewdesk.domain.follow_up import FollowUp
from reviewdesk.domain.marker import Marker
from reviewdesk.domain.notes.sorting import Proposal
from reviewdesk.domain.review import NoteLine, Review, StoredSummary
from reviewdesk.domain.said import Contact, Question
from reviewdesk.domain.summary_material import Material


def first_step(review: Review, today: date) -> Step:
    """Give the step that the state of a review suggests."""
    if review.is_held or review.is_finished:
        return Step.WRAP_UP
    return Step.MEET if review.lines or review.planned_on == today else Step.PREPARE


class Keeping(StrEnum):
    """How far what was typed has come."""

    QUIET = ""
    TYPED = "typed"
    KEPT = "kept"
    SAVED = "saved"
    REFUSED = "not saved"


@dataclass(frozen=True, slots=True)
class Shown:
    """A review with all that is shown beside it."""

    review: Review
    material: Material
    lines: tuple[KnownLine, ...]
    missing: tuple[Missing, ...]
    summaries: tuple[StoredSummary, ...]
    questions: tuple[Question, ...]
    unsorted: int
    today: date
    contacts: tuple[Contact, ...] = ()

    @property
    def title(self) -> str:
        """The name of the account and what kind of review it is."""
        return f"{self.material.account.name}, {self.review.kind.value} review"

    @property
    def names(self) -> Mapping[UUID, str]:
        """The names of their people and ours by id."""
        theirs = {each.id: each.name for each in self.material.people.values()}
        return theirs | {each.id: each.name for each in self.material.colleagues.values()}


@dataclass(frozen=True, slots=True)
class SortLine:
    """A line that Sort steps through, with what is proposed for it."""

    line: NoteLine
    proposal: Proposal


@dataclass(frozen=True, slots=True)
class SaidOfLine:
    """What the person says a line is."""

    marker: Marker
    severity: int | None = None
    colleague_id: UUID | None = None
    person_id: UUID | None = None
    due: date | None = None


@dataclass(frozen=True, slots=True)
class LineChange:
    """What the person wants changed beside one line: the line by its number, and the fields."""

    number: int
    label: str
    fields: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Printed:
    """A line the customer will read: as it stands, its own wording, and whether it is set aside."""

    line: NoteLine
    marker: Marker
    words: str
    record: FollowUp | Concern | None = None

    @property
    def set_aside(self) -> bool:
        """Say whether it is kept out of the summary."""
        return self.line.set_aside or (isinstance(self.record, Concern) and self.record.set_aside)


def printed(shown: Shown) -> tuple[Printed, ...]:
    """Give the lines that are printed in the customer's summary, or would be if they were not set aside."""
    found = []
    for each in shown.lines:
        audience = each.line.audience or each.read.marker.audience
        is_concern = each.read.marker is Marker.CONCERN and each.line.audience is not Audience.ONLY_ME
        is_shown = audience is Audience.CUSTOMER and each.read.marker in _PRINTED
        if is_concern or is_shown:
            record = each.record if isinstance(each.record, FollowUp | Concern) else None
            found.append(Printed(each.line, each.read.marker, _words(each, record), record))
    return tuple(found)


_PRINTED = frozenset({Marker.GOING_RIGHT, Marker.OUR_PROMISE, Marker.THEIR_PROMISE, Marker.DECISION})


def _words(known: KnownLine, record: FollowUp | Concern | None) -> str:
    if isinstance(record, Concern):
        return record.summary
    if known.line.print_wording:
        return known.line.print_wording
    words = record.what if record else known.read.said.what or known.read.said.words
    return words[:1].upper() + words[1:]
