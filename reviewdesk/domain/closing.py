"""Closing a review: sent, and all that came of it has ended."""

from dataclasses import replace

from reviewdesk.domain.review import Review, ReviewState


def as_far_as(review: Review, open_follow_ups: int) -> Review:
    """Close a review whose summary was sent once all its follow-ups have ended, and open it again when one is."""
    if review.state is ReviewState.SENT and open_follow_ups == 0:
        return replace(review, state=ReviewState.CLOSED)
    if review.state is ReviewState.CLOSED and open_follow_ups:
        return replace(review, state=ReviewState.SENT)
    return review
