"""A review as its workspace shows it: its lines with their records, what is missing, and its summaries."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from reviewdesk.domain.audience import Audience
from reviewdesk.domain.finishing import Missing, missing
from reviewdesk.domain.line_records import LineRecord, Meeting, ReadLine, detached, read_line
from reviewdesk.domain.marker import Marker
from reviewdesk.domain.notes.sorting import Proposal
from reviewdesk.domain.review import NoteLine, Review, StoredSummary
from reviewdesk.domain.said import Contact, Question
from reviewdesk.domain.same_ends import same_ends
from reviewdesk.domain.summary_material import Material
from reviewdesk.services import gathering
from reviewdesk.services.versions import versions_of
from reviewdesk.storage.reading import Reading


@dataclass(frozen=True, slots=True)
class LineNow:
    """A note line as the editor shows it beside its text: what it is, who may see it, and its record."""

    line: NoteLine
    read: ReadLine
    audience: Audience
    record: LineRecord | None
    detached: tuple[str, ...] = ()
    is_unsorted: bool = False


@dataclass(frozen=True, slots=True)
class Workspace:
    """A review with all that is needed beside it; `questions` are all of the account.

    `contacts` are the calls, visits and answers since the review before, the newest first.
    """

    review: Review
    material: Material
    lines: tuple[LineNow, ...]
    missing: tuple[Missing, ...]
    summaries: tuple[StoredSummary, ...]
    questions: tuple[Question, ...]
    unsorted: int
    contacts: tuple[Contact, ...] = ()

    @property
    def text(self) -> str:
        """Give the notes as typed."""
        return self.review.text


@dataclass(frozen=True, slots=True)
class Unsorted:
    """An unmarked line that Sort steps through, with what is proposed for it."""

    line: NoteLine
    proposal: Proposal


def workspace_of(reading: Reading, review: Review, before: Workspace | None = None) -> Workspace:
    """Gather what is shown of a review; what was shown `before` is taken over where it is still so."""
    material = gathering.material_of(reading, review)
    records = gathering.records_of(reading, review)
    known = before if before is not None and before.material.meeting == material.meeting else None
    lines = _lines_now(review, records, material.meeting, known)
    return Workspace(
        review=material.review,
        material=material,
        lines=lines,
        missing=missing(review, gathering.outcomes_of(reading, review)),
        summaries=tuple(versions_of(reading, review.id)),
        questions=tuple(reading.questions.where(account_id=review.account_id)),
        unsorted=sum(each.is_unsorted for each in lines),
        contacts=_contacts_since(reading, review, material.previous),
    )


def _contacts_since(reading: Reading, review: Review, previous: Review | None) -> tuple[Contact, ...]:
    since = previous.held_on if previous is not None and previous.held_on is not None else date.min
    made = reading.contacts.where(account_id=review.account_id)
    found = [each for each in made if each.review_id is None and each.made_on >= since]
    return tuple(sorted(found, key=_made_on, reverse=True))


def _made_on(contact: Contact) -> date:
    return contact.made_on


def _lines_now(
    review: Review, records: gathering.Records, meeting: Meeting, before: Workspace | None
) -> tuple[LineNow, ...]:
    known = before.lines if before is not None else ()
    head, tail = same_ends([each.line for each in known], review.lines)
    fresh = (_line_now(each, records, meeting) for each in review.lines[head : len(review.lines) - tail])
    first, last = known[:head], known[len(known) - tail :]
    return (
        *(_still(each, records) or _line_now(each.line, records, meeting) for each in first),
        *fresh,
        *(_still(each, records) or _line_now(each.line, records, meeting) for each in last),
    )


def _still(known: LineNow, records: gathering.Records) -> LineNow | None:
    """Give what was known of a line that did not change, while its record did not either."""
    if known.line.record_id is None:
        return known
    record = records.get(known.line.record_id)
    return known if known.record is record or known.record == record else None


def _line_now(line: NoteLine, records: gathering.Records, meeting: Meeting) -> LineNow:
    read = read_line(line, meeting)
    record = records.get(line.record_id) if line.record_id else None
    gone = detached(read, record, meeting) if record else ()
    return LineNow(line, read, line.audience or read.marker.audience, record, gone, is_unsorted(line, read))


def is_unsorted(line: NoteLine, read: ReadLine) -> bool:
    """Say whether a line bears no mark and the person has not said what it is."""
    if line.skipped or line.sorted_as is not None or not line.text.strip():
        return False
    return read.parsed.marker is Marker.NOTE


def line_of(workspace: Workspace, number: int) -> UUID | None:
    """Give the id of the line with this number, from 0, or nothing where there is none."""
    return workspace.lines[number].line.id if 0 <= number < len(workspace.lines) else None
