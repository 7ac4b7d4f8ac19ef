"""Makes the customer's summary of a review from its records: only what the customer may read is ever taken.

This is the one place where records become a customer's document. What is not named here cannot get there.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Final
from uuid import UUID

from reviewdesk.domain.account import Account
from reviewdesk.domain.audience import Audience
from reviewdesk.domain.book import Book
from reviewdesk.domain.clock import local_in
from reviewdesk.domain.concern import Concern, Stage
from reviewdesk.domain.finishing import TELL_US_WITHIN
from reviewdesk.domain.follow_up import Ending, FollowUp, Side
from reviewdesk.domain.line_records import Meeting, ReadLine, read_line
from reviewdesk.domain.marker import Marker
from reviewdesk.domain.people import Colleague, Person
from reviewdesk.domain.quoting import plain_wording, sentence
from reviewdesk.domain.review import Actual, Goal, Review
from reviewdesk.domain.said import Consent, Quote
from reviewdesk.domain.summary import (
    MOST_HEARD,
    MOST_SENTENCES,
    Agreed,
    Attendee,
    Branding,
    CustomerSummary,
    Heard,
    LastPromises,
    NextReview,
    PastPromise,
    PromiseState,
    ShownConcern,
    ShownGoal,
    TellUs,
    Tone,
    Vendor,
)
from reviewdesk.domain.summary_words import words_in


@dataclass(frozen=True, slots=True)
class Material:
    """The records a summary is made from; `follow_ups` are all of the account, `previous` the review held before.

    `hidden_lines` are the lines of all reviews of the account whose records are not the customer's to read; `wordings`
    are the wordings for print of lines of earlier reviews.
    """

    book: Book
    account: Account
    review: Review
    meeting: Meeting
    me: Colleague | None = None
    people: Mapping[UUID, Person] = field(default_factory=dict)
    colleagues: Mapping[UUID, Colleague] = field(default_factory=dict)
    follow_ups: Sequence[FollowUp] = ()
    concerns: Sequence[Concern] = ()
    quotes: Sequence[Quote] = ()
    goals: Sequence[Goal] = ()
    actuals: Sequence[Actual] = ()
    previous: Review | None = None
    hidden_lines: frozenset[UUID] = frozenset()
    wordings: Mapping[UUID, str] = field(default_factory=dict)


def summarise(material: Material, *, number: int, on: date, changes: tuple[str, ...] = ()) -> CustomerSummary:
    """Make the summary of a review as it stands; `number` is its version and `on` the day it is finished."""
    review, book = material.review, material.book
    lines = [read_line(each, material.meeting) for each in review.lines if not each.set_aside]
    shown = [each for each in lines if _audience(each) is Audience.CUSTOMER and _says_something(each)]
    return CustomerSummary(
        vendor=Vendor(sender_of(book, material.me), book.company_line),
        account=material.account.name,
        held_on=review.day or on,
        branding=Branding(book.color_main, book.color_accent, book.footer),
        language=_language(material),
        title=words_in(_language(material)).titles[review.kind],
        period=review.period,
        place=review.place,
        theirs=tuple(Attendee(each.name, each.role) for each in _known(material.people, review.people_ids)),
        ours=tuple(Attendee(each.name, each.role) for each in _known(material.colleagues, review.colleague_ids)),
        version=number,
        finished_on=on,
        changes=changes,
        sentences=tuple(each for each in review.sentences if each.strip())[:MOST_SENTENCES],
        heard=_heard(material, shown),
        decisions=tuple(_wording(each) for each in shown if each.marker is Marker.DECISION),
        we_will=_agreed(material, shown, Side.OURS),
        you_will=_agreed(material, shown, Side.THEIRS),
        ask=review.ask,
        commitment=review.commitment,
        next_review=_next(review),
        tell_us=_tell_us(material, on),
        concerns=tuple(_concern(material, each) for each in _concerns(material)),
        last_promises=_last_promises(material),
        goals=tuple(_goals(material)),
    )


def sender_of(book: Book, me: Colleague | None) -> str:
    """Give who sends a document: the company, else the person; a book's own name is nobody's business."""
    return book.company or (me.name if me else "")


def _known(records: Mapping[UUID, "Person | Colleague"], ids: Iterable[UUID]) -> Iterator["Person | Colleague"]:
    return (records[each] for each in ids if each in records)


def _audience(read: ReadLine) -> Audience:
    return read.line.audience or read.marker.audience


def _says_something(read: ReadLine) -> bool:
    return bool(read.said.words.strip())


def _wording(read: ReadLine) -> str:
    """Give a line in its wording for print: as reworded, else without its marker and signs."""
    words = read.line.print_wording or read.said.what or read.said.words
    return sentence(words)


def _heard(material: Material, shown: Sequence[ReadLine]) -> tuple[Heard, ...]:
    """Give the three things heard: those chosen, else consented quotes, what goes right, and concerns."""
    said = {read.line.id: heard for read in shown if (heard := _as_heard(material, read)) is not None}
    concerns = {each.line_id: Heard(plain_wording(each.summary)) for each in _concerns(material) if each.line_id}
    offered = {**said, **{key: each for key, each in concerns.items() if key not in said}}
    chosen = [offered[each] for each in material.review.heard if each in offered]
    return tuple(chosen or _best(said.values()))[:MOST_HEARD]


def _best(said: Iterable[Heard]) -> list[Heard]:
    return sorted(said, key=lambda each: not each.quoted)


def _as_heard(material: Material, read: ReadLine) -> Heard | None:
    if read.marker is Marker.GOING_RIGHT:
        return Heard(plain_wording(_wording(read)))
    quote = next((each for each in material.quotes if each.line_id == read.line.id and not each.withdrawn), None)
    if read.marker is not Marker.QUOTE or quote is None or quote.consent is Consent.NOT_ASKED:
        return None
    person = material.people.get(quote.person_id) if quote.person_id else None
    return Heard(quote.words, quoted=True, said_by=person.name if person and quote.consent is Consent.NAMED else "")


def _agreed(material: Material, shown: Sequence[ReadLine], side: Side) -> tuple[Agreed, ...]:
    by_line = {each.line_id: each for each in material.follow_ups if each.line_id and not each.withdrawn}
    found = [(read, by_line[read.line.id]) for read in shown if read.line.id in by_line]
    agreed = [
        Agreed(read.line.print_wording or each.what, _owner(material, each), each.due)
        for read, each in found
        if each.side is side and each.ending is not Ending.DROPPED
    ]
    return tuple(sorted(agreed, key=lambda each: each.due or date.max))


def _owner(material: Material, follow_up: FollowUp) -> str:
    if follow_up.side is Side.THEIRS:
        person = material.people.get(follow_up.person_id) if follow_up.person_id else None
        return person.name if person else material.account.name
    colleague = material.colleagues.get(follow_up.colleague_id) if follow_up.colleague_id else material.me
    return colleague.name if colleague else ""


def _next(review: Review) -> NextReview | None:
    if review.next_on is None:
        return None
    at = review.next_starts_at and local_in(review.zone, review.next_starts_at)
    return NextReview(review.next_on, at.time() if at else None, review.place)


def _tell_us(material: Material, on: date) -> TellUs | None:
    if material.me is None or not material.me.name:
        return None
    return TellUs(on + TELL_US_WITHIN, material.me.name, material.me.email)


def _concerns(material: Material) -> list[Concern]:
    """Give what still stands, and what was confirmed since the last review; worst first."""
    since = material.previous.held_on if material.previous else None
    own = {each.id for each in material.review.lines if each.set_aside or each.audience is Audience.ONLY_ME}
    hidden = material.hidden_lines | own
    shown = [
        each
        for each in material.concerns
        if (each.is_open or _confirmed_since(each, since))
        and not (each.set_aside or each.withdrawn or each.line_id in hidden)
        and plain_wording(each.summary)
    ]
    return sorted(shown, key=lambda each: (each.stage is Stage.CONFIRMED, -each.severity, each.raised_on))


def _confirmed_since(concern: Concern, since: date | None) -> bool:
    moved = concern.stage_since
    return concern.stage is Stage.CONFIRMED and moved is not None and (since is None or moved > since)


def _concern(material: Material, concern: Concern) -> ShownConcern:
    colleague = material.colleagues.get(concern.colleague_id) if concern.colleague_id else None
    words, tone = _state(material, concern)
    return ShownConcern(
        summary=plain_wording(concern.summary),
        cause=concern.root_cause,
        fix=concern.fix,
        owner=colleague.name if colleague else concern.team,
        state=words,
        tone=tone,
        confirmed=concern.stage is Stage.CONFIRMED,
    )


def _state(material: Material, concern: Concern) -> tuple[str, Tone]:
    words = words_in(_language(material))
    if concern.plan_due is not None and concern.stage in {Stage.REPORTED, Stage.ACKNOWLEDGED}:
        return words.plan_by.format(day=words.short_day(concern.plan_due)), Tone.BAD
    done = concern.stage in {Stage.FIXED, Stage.CONFIRMED}
    return words.states[concern.stage], Tone.GOOD if done else Tone.WARN


def _language(material: Material) -> str:
    return material.account.language[:2].lower() or material.book.language


_STATES: Final = {
    Ending.KEPT: PromiseState.KEPT,
    Ending.KEPT_LATE: PromiseState.KEPT_LATE,
    Ending.BROKEN: PromiseState.BROKEN,
    None: PromiseState.OPEN,
}
_MISSES_FIRST: Final = list(PromiseState)


def _last_promises(material: Material) -> LastPromises | None:
    """Give what became of what was promised before this review, from the one before it on."""
    if material.previous is None:
        return None
    since = material.previous.held_on
    earlier = [
        each
        for each in material.follow_ups
        if _is_earlier_promise(each, material.review, since) and each.line_id not in material.hidden_lines
    ]
    ours = sorted((_past(material, each) for each in earlier if each.side is Side.OURS), key=_misses_first)
    theirs = [_past(material, each) for each in earlier if each.side is Side.THEIRS and each.is_open]
    if not ours and not theirs:
        return None
    count = {state: sum(each.state is state for each in ours) for state in PromiseState}
    return LastPromises(
        kept=count[PromiseState.KEPT],
        kept_late=count[PromiseState.KEPT_LATE],
        broken=count[PromiseState.BROKEN],
        open=count[PromiseState.OPEN],
        since=since,
        ours=tuple(ours),
        theirs_open=tuple(theirs),
    )


def _is_earlier_promise(follow_up: FollowUp, review: Review, since: date | None) -> bool:
    """Say whether it was promised in an earlier meeting and was still to be done after the last one."""
    if not follow_up.is_promise or follow_up.withdrawn or follow_up.review_id in {None, review.id}:
        return False
    return follow_up.ending is not Ending.DROPPED and (
        follow_up.is_open or (follow_up.ended_on or date.min) >= (since or date.min)
    )


def _past(material: Material, follow_up: FollowUp) -> PastPromise:
    worded = material.wordings.get(follow_up.line_id) if follow_up.line_id else None
    owner, state = _owner(material, follow_up), _STATES[follow_up.ending]
    return PastPromise(worded or follow_up.what, owner, follow_up.due, state)


def _misses_first(promise: PastPromise) -> tuple[int, date]:
    return (_MISSES_FIRST.index(promise.state), promise.due or date.max)


def _goals(material: Material) -> Iterator[ShownGoal]:
    actuals = {each.goal_id: each for each in material.actuals if each.review_id == material.review.id}
    for goal in material.goals:
        actual = actuals.get(goal.id)
        if actual is not None:
            yield ShownGoal(
                name=goal.what, target=goal.target, actual=actual.value, unit=goal.unit, better=goal.better,
                status=actual.status, source=actual.source, source_date=actual.measured_on,
            )  # fmt: skip
