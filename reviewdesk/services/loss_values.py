"""What the book knows of a loss beside its review: what happened on the way, the scores before, and the paper."""

from collections.abc import Collection, Iterator
from datetime import date, timedelta
from typing import Final

from reviewdesk.domain.account import Account
from reviewdesk.domain.importing.names import folded
from reviewdesk.domain.intervals import add_months
from reviewdesk.domain.loss_document import LossEvent, LossReview, ScoreBefore
from reviewdesk.domain.marker import Marker
from reviewdesk.domain.notes.lines import parse_line
from reviewdesk.domain.reviewed_loss import ReviewedLoss, training_topics
from reviewdesk.domain.summary import Vendor
from reviewdesk.services.branding_reading import branding_in
from reviewdesk.services.earned_back import earned_from
from reviewdesk.services.health import LOOKED_BACK
from reviewdesk.services.loss_people import asked_own_team, teams_of
from reviewdesk.services.making_up import making_up
from reviewdesk.services.next_after_loss import next_ones
from reviewdesk.services.only_mine import OnlyMine, only_mine
from reviewdesk.storage import health_days
from reviewdesk.storage.reading import Reading

_TOLD_OTHERWISE: Final = frozenset({Marker.CONCERN, Marker.OUR_PROMISE, Marker.THEIR_PROMISE})
_NOTED: Final = {Marker.NOTE: "noted", Marker.ONLY_ME: "noted for me"}
_TRAINED_FROM: Final = 12  # months
_TRAINING: Final = "{team}: {kinds}, after {count} concerns"


def events_of(reading: Reading, account: Account, *, notes: bool) -> tuple[LossEvent, ...]:
    """Give what was raised, said and promised up to the loss, the oldest first, with the score of each day.

    The lines of `notes` are the person's own and are left out of what is handed on, and so is what stands on a line
    that was set to only me.
    """
    last = account.lost_on or reading.clock.today()
    lines = _noted(reading, account) if notes else ()
    private = OnlyMine(frozenset(), frozenset()) if notes else only_mine(reading, account.id)
    found = sorted(each for each in (*_happened(reading, account, private), *lines) if each[0] <= last)
    return tuple(LossEvent(on=on, words=words, score=_score(reading, account, on)) for on, words in found)


def _happened(reading: Reading, account: Account, private: OnlyMine) -> Iterator[tuple[date, str]]:
    for concern in reading.concerns.where(account_id=account.id):
        if not concern.is_withdrawn and not private.holds(concern):
            yield concern.raised_on, f"“{concern.words}”, severity {concern.severity}"
    for contact in reading.contacts.where(account_id=account.id):
        yield contact.made_on, f"{contact.channel.value.capitalize()}: {contact.words}".removesuffix(": ")
    for promise in reading.follow_ups.where(account_id=account.id):
        told = not promise.withdrawn and not private.holds(promise)
        if told and promise.is_promise and promise.said_on is not None:
            ending = f", {promise.ending.value}" if promise.ending else ""
            yield promise.said_on, f"Promised: {promise.what}{ending}"


def _noted(reading: Reading, account: Account) -> Iterator[tuple[date, str]]:
    for review in reading.reviews.where(account_id=account.id):
        if review.held_on is not None:
            for line in review.lines:
                parsed = parse_line(line.text, review.held_on)
                if parsed.words.strip() and parsed.marker not in _TOLD_OTHERWISE:
                    kind = _NOTED.get(parsed.marker, parsed.marker.value)
                    yield review.held_on, f"{kind.capitalize()}: {parsed.words}"


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


def training_words(reading: Reading, teams: Collection[str] = ()) -> tuple[str, ...]:
    """Say what is worth training after the concerns of 12 months, a sentence a team with the kinds of cause behind it.

    Where `teams` are named, only what is worth training in those.
    """
    since, asked = add_months(reading.clock.today(), -_TRAINED_FROM), {folded(each) for each in teams}
    topics = training_topics(
        each for each in reading.concerns.all() if not each.is_withdrawn and each.raised_on > since
    )
    return tuple(
        _TRAINING.format(
            team=each.team, kinds=", ".join(f"{kind.value} ({count:,})" for kind, count in each.kinds),
            count=f"{each.concerns:,}",
        )
        for each in topics
        if not asked or folded(each.team) in asked
    )  # fmt: skip


def document_of(reading: Reading, account: Account, loss: ReviewedLoss, vendor: Vendor) -> LossReview:
    """Give the review as it is printed for our side; the account has to be lost."""
    today, earned = reading.clock.today(), earned_from(reading, account)
    return LossReview(
        vendor=vendor, account=account.name, lost_on=account.lost_on or today, written_on=today,
        currency=account.currency or reading.book.base_currency, customer_since=account.customer_since,
        revenue=loss.revenue, team=loss.team, interviewer=loss.interviewer,
        interviewer_is_of_team=asked_own_team(reading, loss), cost_to_win=account.cost_to_win,
        earned=earned.amount if earned.is_whole else None, next_ones=next_ones(reading, account, loss),
        training=training_words(reading, teams_of(reading, loss)),
        what_happened=loss.what_happened, before=scores_before(reading, account),
        events=events_of(reading, account, notes=False), causes=loss.causes, answers=loss.answers,
        win_back=loss.win_back, plan=loss.plan, plan_due=loss.plan_due, making_up=making_up(reading, account, loss),
        lessons=loss.lessons, ended_on=loss.ended_on,
        branding=branding_in(reading),
    )  # fmt: skip
