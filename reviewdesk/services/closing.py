"""Closes a review whose summary was sent once all its follow-ups have ended, and opens it again when one is."""

from uuid import UUID

from reviewdesk.domain.closing import as_far_as
from reviewdesk.domain.review import Review
from reviewdesk.storage.unit_of_work import UnitOfWork


def close_or_reopen(work: UnitOfWork, review_id: UUID | None) -> Review | None:
    """Bring the state of a review up to what became of its follow-ups, within the step that changed them."""
    review = work.reviews.find(review_id) if review_id else None
    if review is None:
        return None
    left = sum(each.is_open for each in work.follow_ups.where(review_id=review.id))
    now = as_far_as(review, left)
    return work.reviews.put(now) if now != review else review
