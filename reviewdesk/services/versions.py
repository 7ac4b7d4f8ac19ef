"""The numbered versions of a review's summary: which there are, which the customer got, and what came after it."""

from dataclasses import replace
from typing import Final
from uuid import UUID, uuid5

from reviewdesk.domain.corrections import corrected
from reviewdesk.domain.finishing import TELL_US_WITHIN
from reviewdesk.domain.follow_up import FollowUp, WaitsOn
from reviewdesk.domain.ladder import Rung, of_rung
from reviewdesk.domain.review import Review, ReviewState, StoredSummary
from reviewdesk.domain.summary import CustomerSummary, TellUs, from_json
from reviewdesk.services.closing import close_or_reopen
from reviewdesk.storage.reading import Reading
from reviewdesk.storage.unit_of_work import UnitOfWork

TELL_US: Final = "tell us if you remember it otherwise"


def versions_of(reading: Reading, review_id: UUID) -> list[StoredSummary]:
    """Give all versions of a review's summary, oldest first."""
    return sorted(reading.summaries.where(review_id=review_id), key=_number)


def after(versions: list[StoredSummary], value: CustomerSummary) -> CustomerSummary:
    """Give a summary as the version after these, which says what changed since the newest that was sent."""
    sent = [each for each in versions if each.sent_on is not None]
    numbered = replace(value, version=versions[-1].number + 1 if versions else 1, tell_us=_in_time(value))
    return corrected(numbered, from_json(sent[-1].value) if sent else None)


def _in_time(value: CustomerSummary) -> TellUs | None:
    """Give whom to tell if it is remembered otherwise, with a day that is not over when this version is made."""
    tell_us, made_on = value.tell_us, value.finished_on
    if tell_us is None or made_on is None or tell_us.by > made_on:
        return tell_us
    return replace(tell_us, by=made_on + TELL_US_WITHIN)


def send_in(work: UnitOfWork, summary_id: UUID, to: tuple[str, ...] = ()) -> tuple[StoredSummary, Review]:
    """Say that these people of the customer have this version; a version that was sent before keeps its day."""
    today = work.clock.today()
    stored = work.summaries.get(summary_id)
    stored = work.summaries.put(
        replace(stored, sent_on=stored.sent_on or today, sent_to=tuple(dict.fromkeys((*stored.sent_to, *to))))
    )
    review = work.reviews.get(stored.review_id)
    _ask_them(work, review, stored)
    if review.is_held:
        told = review.with_steps_done(of_rung(review.ladder, Rung.SUMMARY), today)
        review = work.reviews.put(replace(told, state=ReviewState.SENT, sent_on=stored.sent_on))
    return stored, close_or_reopen(work, review.id) or review


def _ask_them(work: UnitOfWork, review: Review, stored: StoredSummary) -> None:
    """Track until when they may say that they remember it otherwise; a later version gives them until its own day."""
    tell_us = from_json(stored.value).tell_us
    if tell_us is None:
        return
    known = work.follow_ups.find(uuid5(review.id, TELL_US))
    asked = known or FollowUp(
        account_id=review.account_id,
        what="See whether they remember it otherwise",
        id=uuid5(review.id, TELL_US),
        review_id=review.id,
        waits_on=WaitsOn.CUSTOMER,
        said_on=work.clock.today(),
        minutes=5,
    )
    if asked.is_open and (asked.due is None or asked.due < tell_us.by):
        work.follow_ups.put(replace(asked, due=tell_us.by))


def _number(summary: StoredSummary) -> int:
    return summary.number
