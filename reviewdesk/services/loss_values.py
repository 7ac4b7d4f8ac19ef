"""What the book knows of a loss beside its review: what happened on the way, the scores before, and the paper."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Final

from reviewdesk.domain.account import Account
from reviewdesk.domain.loss_document import LossEvent, LossReview, ScoreBefore
from reviewdesk.domain.reviewed_loss import ReviewedLoss
from reviewdesk.domain.summary import Vendor
from reviewdesk.services.branding_reading import branding_in
from reviewdesk.services.health import LOOKED_BACK
from reviewdesk.services.making_up import making_up
from reviewdesk.storage import health_days
from reviewdesk.storage.reading import Reading

TRAINING: Final = "{team}: {kind}, after three or more concerns"


def events_of(reading: Reading, account: Account, *, notes: bool) -> tuple[LossEvent, ...]:
    """Give what was raised, said and promised up to the loss, the oldest first, with the score of each day.

    The lines of `notes` are the person's own and are left out of what is handed on.
    """
    last = account.lost_on or reading.clock.today()
    lines = _noted(reading, account) if notes else ()
    found = sorted(each for each in (*_happened(reading, account), *lines) if each[0] <= last)
    return tuple(LossEvent(on=on, words=words, score=_score(reading, account, on)) for on, words in found)


def _happened(reading: Reading, account: Account) -> Iterator[tuple[date, str]]:
    for concern in reading.concerns.where(account_id=account.id):
        if not concern.withdrawn:
            yield concern.raised_on, f"“{concern.words}”, severity {concern.severity}"
    for contact in reading.contacts.where(account_id=account.id):
        yield contact.made_on, f"{contact.channel.value}: {contact.words}".removesuffix(": ")
    for promise in reading.follow_ups.where(account_id=account.id):
        if promise.is_promise and promise.said_on is not None and not promise.withdrawn:
            ending = f", {promise.ending.value}" if promise.ending else ""
            yield promise.said_on, f"Promised: {promise.what}{ending}"


def _noted(reading: Reading, account: Account) -> Iterator[tuple[date, str]]:
    for review in reading.reviews.where(account_id=account.id):
        if review.held_on is not None:
            for line in review.lines:
                if line.text.strip():
                    yield review.held_on, f"Noted: {line.text.strip()}"


def _score(reading: Reading, account: Account, on: date) -> int | None:
    kept = health_days.on_day(reading.connection, account.id, on)
    return kept.score if kept else None


def scores_before(reading: Reading, account: Account) -> tuple[ScoreBefore, ...]:
    """Give what the score said 30, 60, 90 and 180 days before the loss."""
    lost_on = account.lost_on
    if lost_on is None:
        return ()
    return tuple(
        ScoreBefore(days=each, score=_score(reading, account, lost_on - timedelta(each))) for each in LOOKED_BACK
    )


def document_of(reading: Reading, account: Account, loss: ReviewedLoss, vendor: Vendor) -> LossReview:
    """Give the review as it is printed for our side; the account has to be lost."""
    today = reading.clock.today()
    return LossReview(
        vendor=vendor, account=account.name, lost_on=account.lost_on or today, written_on=today,
        currency=account.currency or reading.book.base_currency, customer_since=account.customer_since,
        revenue=loss.revenue, team=loss.team, interviewer=loss.interviewer, cost_to_win=account.cost_to_win,
        what_happened=loss.what_happened, before=scores_before(reading, account),
        events=events_of(reading, account, notes=False), causes=loss.causes, answers=loss.answers,
        win_back=loss.win_back, plan=loss.plan, plan_due=loss.plan_due, making_up=making_up(reading, account, loss),
        branding=branding_in(reading),
    )  # fmt: skip
