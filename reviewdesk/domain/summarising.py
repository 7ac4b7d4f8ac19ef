"""Makes the customer's summary of a review from its records: only what the customer may read is ever taken.

This is the one place where records become a customer's document. What is not named here cannot get there.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Final
from uuid import UUID

from reviewdesk.domain.after_page_one import next_days, own_answers
from reviewdesk.domain.audience import Audience
from reviewdesk.domain.book import Book
from reviewdesk.domain.branding import branding_of, document_language
from reviewdesk.domain.charting import charts_of
from reviewdesk.domain.clock import local_in
from reviewdesk.domain.concern import Concern, Stage
from reviewdesk.domain.finishing import TELL_US_WITHIN
from reviewdesk.domain.follow_up import Ending, FollowUp, Side
from reviewdesk.domain.line_records import ReadLine, read_line
from reviewdesk.domain.marker import Marker
from reviewdesk.domain.people import Colleague, Person
from reviewdesk.domain.quoting import plain_wording, sentence
from reviewdesk.domain.review import Actual, Goal, Review
from reviewdesk.domain.said import Consent
from reviewdesk.domain.summary import (
    MOST_HEARD,
    MOST_SENTENCES,
    MOST_WORTH,
    Agreed,
    Attendee,
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
from reviewdesk.domain.summary_charts import SummaryPart
from reviewdesk.domain.summary_material import Material
from reviewdesk.domain.summary_words import words_in


def summarise(material: Material, *, number: int, on: date, changes: tuple[str, ...] = ()) -> CustomerSummary:
    """Make the summary of a review as it stands; `number` is its version and `on` the day it is finished."""
    review, book = material.review, material.book
    lines = [read_line(each, material.meeting) for each in review.lines if not each.set_aside]
    shown = [each for each in lines if _audience(each) is Audience.CUSTOMER and _says_something(each)]
    held_on, language = review.day or on, language_of(material)
    summary = CustomerSummary(
        vendor=Vendor(sender_of(book, material.me), book.company_line),
        account=material.account.name,
        held_on=held_on,
        branding=branding_of(book, material.pictures),
        language=language,
        title=words_in(language).titles[review.kind],
        period=review.period,
        place=review.place,
        theirs=in_the_room(material.people, review.people_ids),
        ours=in_the_room(material.colleagues, review.colleague_ids),
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
        done_for_you=tuple(material.told),
        last_promises=last_promises(material),
        goals=tuple(_goals(material)),
        worth=review.worth[:MOST_WORTH],
        answers=own_answers(material, held_on, language),
        charts=charts_of(material, held_on, review.parts),
        shows_kept_rate=SummaryPart.KEPT_RATE in review.parts,
    )
    return replace(summary, next_days=next_days(summary))


def sender_of(book: Book, me: Colleague | None) -> str:
    """Give who sends a document: the company, else the person; a book's own name is nobody's business."""
    return book.company or (me.name if me else "")


def in_the_room(records: Mapping[UUID, Person] | Mapping[UUID, Colleague], ids: Iterable[UUID]) -> tuple[Attendee, ...]:
    """Give who is in the room by name and role."""
    there = (records.get(each) for each in ids)
    return tuple(Attendee(each.name, each.role) for each in there if each is not None)


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
    if read.marker is Marker.GOING_RIGHT or (read.marker is Marker.QUOTE and read.line.print_wording):
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
    shown = [each for each in material.shown_concerns() if each.is_open or _confirmed_since(each, since)]
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
    words = words_in(language_of(material))
    if concern.plan_due is not None and concern.stage in {Stage.REPORTED, Stage.ACKNOWLEDGED}:
        return words.plan_by.format(day=words.short_day(concern.plan_due)), Tone.BAD
    if concern.fix_due is not None and concern.stage is Stage.PLANNED:
        return words.fixed_by.format(day=words.short_day(concern.fix_due)), Tone.WARN
    done = concern.stage in {Stage.FIXED, Stage.CONFIRMED}
    return words.states[concern.stage], Tone.GOOD if done else Tone.WARN


def language_of(material: Material) -> str:
    """Give the language that the customer reads: the account's where documents exist in it, else the book's."""
    return document_language(material.account, material.book)


_STATES: Final = {
    Ending.KEPT: PromiseState.KEPT,
    Ending.KEPT_LATE: PromiseState.KEPT_LATE,
    Ending.BROKEN: PromiseState.BROKEN,
    None: PromiseState.OPEN,
}
_MISSES_FIRST: Final = list(PromiseState)


def last_promises(material: Material) -> LastPromises | None:
    """Give what became of what was promised before this review, from the one before it on."""
    if material.previous is None:
        return None
    since = material.previous.held_on
    earlier = [each for each in material.shown_promises() if _was_still_to_do(each, since)]
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


def _was_still_to_do(promise: FollowUp, since: date | None) -> bool:
    """Say whether it was still to be done after the last meeting."""
    return promise.is_open or (promise.ended_on or date.min) >= (since or date.min)


def _past(material: Material, follow_up: FollowUp) -> PastPromise:
    worded = material.wordings.get(follow_up.line_id) if follow_up.line_id else None
    owner, state = _owner(material, follow_up), _STATES[follow_up.ending]
    return PastPromise(worded or follow_up.what, owner, follow_up.due, state)


def _misses_first(promise: PastPromise) -> tuple[int, date]:
    return (_MISSES_FIRST.index(promise.state), promise.due or date.max)


def _goals(material: Material) -> Iterator[ShownGoal]:
    actuals = {each.goal_id: each for each in material.actuals if each.review_id == material.review.id}
    last = material.previous.id if material.previous else None
    before = {each.goal_id: each.value for each in material.actuals if each.review_id == last}
    for goal in material.goals:
        actual = actuals.get(goal.id)
        if actual is not None:
            yield shown_goal(goal, actual, before.get(goal.id))


def shown_goal(goal: Goal, actual: Actual, before: Decimal | None = None) -> ShownGoal:
    """Give a goal with its figure, where that comes from, and what it was the time before."""
    return ShownGoal(
        name=goal.what, target=goal.target, actual=actual.value, unit=goal.unit, better=goal.better,
        status=actual.status, source=actual.source, source_date=actual.measured_on, before=before,
    )  # fmt: skip
