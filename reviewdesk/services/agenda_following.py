"""The agenda of the next review follows a concern from the day it is raised until it is over."""

from dataclasses import replace

from reviewdesk.domain.agenda import concern_followed
from reviewdesk.domain.concern import Concern
from reviewdesk.domain.review import Review
from reviewdesk.services.gathering import lines_set
from reviewdesk.storage.unit_of_work import UnitOfWork


def follow_in_agenda(work: UnitOfWork, before: Concern | None, after: Concern) -> None:
    """Bring a concern up in the next review that is planned, say how far it is by then, or take it out once it is over.

    What was written into the agenda by hand stays.
    """
    review = _next_review(work, after)
    if review is None:
        return
    hidden = lines_set(work, after.account_id).hidden
    was, now = (
        each if each is not None and not (each.set_aside or each.withdrawn or each.line_id in hidden) else None
        for each in (before, after)
    )
    agenda = concern_followed(review.agenda, was, now)
    if agenda != review.agenda:
        work.reviews.put(replace(review, agenda=agenda))


def _next_review(work: UnitOfWork, concern: Concern) -> Review | None:
    """Give the review of the account that comes next, if it is planned and the concern does not come from it."""
    ahead = [each for each in work.reviews.outlines(concern.account_id) if each.is_open and each.planned_on is not None]
    first = min(ahead, key=_day, default=None)
    return None if first is None or first.id == concern.review_id else work.reviews.get(first.id)


def _day(review: Review) -> tuple[str, str]:
    return review.planned_on.isoformat() if review.planned_on else "", review.id.hex
