"""Finishing a review: what is still missing, and what follows from holding it."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Final
from uuid import UUID

from reviewdesk.domain.concern import Concern
from reviewdesk.domain.errors import RefusedError
from reviewdesk.domain.follow_up import FollowUp, Side
from reviewdesk.domain.intervals import short_day
from reviewdesk.domain.print_length import LONGEST_PRINTED, longer_than_printed
from reviewdesk.domain.review import HELD_STATES, Actual, Goal, Review, ReviewKind, period_of
from reviewdesk.domain.said import Channel, Consent, Contact, Quote
from reviewdesk.domain.unasked import unasked

TELL_US_WITHIN: Final = timedelta(days=7)
NO_SENDER: Final = "Your company's name for the summary: say it in Settings"
NO_OWNER: Final = "Your own name: promises of ours are printed without one. Say it in Settings"


@dataclass(frozen=True, slots=True)
class Missing:
    """Something still to be said before or after finishing; only what `blocks` must come first."""

    words: str
    about: str = ""
    line_id: UUID | None = None
    blocks: bool = False


@dataclass(frozen=True, slots=True)
class Outcomes:
    """What a meeting brought that Wrap up looks at; `sender` is whose name stands on the summary.

    `knows_me` says whether the book knows the person it belongs to, `quoted` are printed lines that hold quotation
    marks, `agreed` the words of theirs that may be printed.
    """

    promises: Sequence[FollowUp] = ()
    quotes: Sequence[Quote] = ()
    goals: Sequence[Goal] = ()
    actuals: Sequence[Actual] = ()
    sender: str = ""
    concerns: Sequence[Concern] = ()
    quoted: Sequence[tuple[UUID, str]] = ()
    agreed: Sequence[str] = ()
    knows_me: bool = True


def missing(review: Review, outcomes: Outcomes) -> tuple[Missing, ...]:
    """List what is missing: first promises without a date, which block; the rest is only worth saying."""
    return (*_undated(review, outcomes), *_unsaid(review, outcomes), *_cut_short(review))


def _cut_short(review: Review) -> list[Missing]:
    words = f"Only the first {LONGEST_PRINTED:,} characters of a line are printed"
    return [Missing(words, each.text[:LONGEST_PRINTED], each.id) for each in longer_than_printed(review)]


def _undated(review: Review, outcomes: Outcomes) -> list[Missing]:
    undated = [each for each in outcomes.promises if each.is_promise and each.is_open and each.due is None]
    order = {line.id: at for at, line in enumerate(review.lines)} if undated else {}
    undated.sort(key=lambda each: order.get(each.line_id, len(order)) if each.line_id else len(order))
    return [Missing("This promise has no date", each.what, each.line_id, blocks=True) for each in undated]


def _is_nobodys(each: FollowUp) -> bool:
    return each.is_promise and each.side is Side.OURS and each.colleague_id is None and not each.withdrawn


def _unsaid(review: Review, outcomes: Outcomes) -> list[Missing]:
    found: list[Missing] = []
    if not outcomes.sender:
        found.append(Missing(NO_SENDER))
    if not outcomes.knows_me and any(_is_nobodys(each) for each in outcomes.promises):
        found.append(Missing(NO_OWNER))
    if not review.sentences:
        found.append(Missing("Three sentences for the summary"))
    if not (review.ask and review.commitment):
        found.append(Missing("One ask, one commitment"))
    for each in outcomes.quotes:
        if each.consent is Consent.NOT_ASKED and not each.withdrawn:
            found.append(Missing("Consent for a quote", each.words, each.line_id))
    found += _quoted(review, outcomes)
    known = {each.goal_id for each in outcomes.actuals}
    found += [Missing("Figure for a goal", each.what) for each in outcomes.goals if each.id not in known]
    if review.next_on is None:
        found.append(Missing("Date of the next review"))
    return found


def _quoted(review: Review, outcomes: Outcomes) -> Iterator[Missing]:
    """Give what would be printed and holds words of theirs that nobody agreed to."""
    for concern in outcomes.concerns:
        if not (concern.is_withdrawn or concern.set_aside) and unasked(concern.summary, outcomes.agreed):
            yield Missing("A quote in a concern: reword it, or note consent", concern.summary, concern.line_id)
    written = [(None, text) for text in (*review.sentences, review.ask, review.commitment)]
    for line_id, text in (*outcomes.quoted, *written):
        if unasked(text, outcomes.agreed):
            yield Missing("A quote without consent: reword it, or note consent", text, line_id)


@dataclass(frozen=True, slots=True)
class Held:
    """What follows from holding a review."""

    review: Review
    contact: Contact


def hold(review: Review, on: date, now: datetime, me_id: UUID | None = None) -> Held:
    """Hold a review: it resets the clock of its account and counts as contact made."""
    held = review.held(on, finished_at=now)
    contact = Contact(
        account_id=review.account_id,
        made_on=on,
        channel=Channel.CALL if review.by_call else Channel.REVIEW,
        review_id=review.id,
        colleague_id=me_id,
    )
    return Held(held, contact)


def held_day(review: Review, said_on: Collection[date], today: date) -> date:
    """Say on which day a review was held that nobody gave a day for.

    The notes tell: it is the day that it was planned for if any were taken on it, else the first day of notes; without
    notes it is the planned day, which cannot lie ahead.
    """
    if review.held_on is not None:
        return review.held_on
    planned = review.planned_on
    if planned in said_on or not said_on:
        return min(planned, today) if planned else today
    return min(said_on)


def refuse_next_before(next_on: date | None, held: date) -> None:
    """Refuse a next review that does not lie after the day this one is held.

    Raises:
        RefusedError: it does not.
    """
    if next_on is not None and next_on <= held:
        wanted, day = short_day(next_on, held), short_day(held, next_on)
        raise RefusedError(f"The next review cannot be on {wanted}, for this one is of {day}. Give a later day.")


def next_of(review: Review, kind: ReviewKind) -> Review | None:
    """Give the next review as it was agreed on in this one, if it was, and as the kind that its account is due for.

    Raises:
        RefusedError: it does not lie after the day this one was held.
    """
    if review.next_on is None:
        return None
    refuse_next_before(review.next_on, review.held_on or date.min)
    return Review(
        account_id=review.account_id,
        kind=kind,
        period=period_of(review.next_on),
        planned_on=review.next_on,
        starts_at=review.next_starts_at,
        zone=review.zone,
        length=review.length,
        place=review.place,
        by_call=review.by_call,
        people_ids=review.people_ids,
        colleague_ids=review.colleague_ids,
        parts=review.parts,
    )


def previous_of(review: Review, reviews: Sequence[Review]) -> Review | None:
    """Give the review that was held before this one."""
    return max(held_before(review, reviews), key=_held_on, default=None)


def held_before(review: Review, reviews: Sequence[Review]) -> tuple[Review, ...]:
    """Give all reviews that were held before this one."""
    until = review.day or date.max
    held = (each for each in reviews if each.id != review.id and each.state in HELD_STATES and each.held_on)
    return tuple(each for each in held if each.held_on and each.held_on <= until)


def _held_on(review: Review) -> date:
    return review.held_on or date.min
