"""The numbered versions of a review's summary: which there are, which the customer got, and what came after it."""

from dataclasses import replace
from uuid import UUID

from reviewdesk.domain.corrections import corrected
from reviewdesk.domain.review import Review, ReviewState, StoredSummary
from reviewdesk.domain.summary import CustomerSummary, from_json
from reviewdesk.services.closing import close_or_reopen
from reviewdesk.storage.reading import Reading, UnitOfWork


def versions_of(reading: Reading, review_id: UUID) -> list[StoredSummary]:
    """Give all versions of a review's summary, oldest first."""
    return sorted(reading.summaries.where(review_id=review_id), key=_number)


def after(versions: list[StoredSummary], value: CustomerSummary) -> CustomerSummary:
    """Give a summary as the version after these, which says what changed since the newest that was sent."""
    sent = [each for each in versions if each.sent_on is not None]
    numbered = replace(value, version=versions[-1].number + 1 if versions else 1)
    return corrected(numbered, from_json(sent[-1].value) if sent else None)


def send_in(work: UnitOfWork, summary_id: UUID) -> tuple[StoredSummary, Review]:
    """Say that the customer has this version, within a step; a version that was sent before keeps its day."""
    today = work.clock.today()
    stored = work.summaries.get(summary_id)
    stored = work.summaries.put(replace(stored, sent_on=stored.sent_on or today))
    review = work.reviews.get(stored.review_id)
    if review.is_held:
        review = work.reviews.put(replace(review, state=ReviewState.SENT, sent_on=stored.sent_on))
    return stored, close_or_reopen(work, review.id) or review


def _number(summary: StoredSummary) -> int:
    return summary.number
