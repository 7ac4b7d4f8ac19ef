"""Gathers from the book what a review is read against and its summary is made from."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from uuid import UUID

from reviewdesk.domain.agenda import Known, caught_up
from reviewdesk.domain.audience import Audience
from reviewdesk.domain.charting import charts_of
from reviewdesk.domain.concern import Concern
from reviewdesk.domain.finishing import Outcomes, held_before, held_day, previous_of
from reviewdesk.domain.line_records import LineRecord, Meeting, Names, said_on
from reviewdesk.domain.notes import DayRules
from reviewdesk.domain.review import Review
from reviewdesk.domain.summarising import sender_of
from reviewdesk.domain.summary_charts import SummaryCharts
from reviewdesk.domain.summary_material import Material
from reviewdesk.domain.unasked import agreed_words, marked_lines, quoted_lines
from reviewdesk.services.branding_reading import pictures_in
from reviewdesk.services.change_words import changes_told
from reviewdesk.services.days import working_days
from reviewdesk.services.months_bought import months_bought
from reviewdesk.services.myself import me
from reviewdesk.services.only_mine import only_mine
from reviewdesk.services.problem_words import last_held, problems_told
from reviewdesk.storage.reading import Reading
from reviewdesk.storage.unit_of_work import UnitOfWork

Records = dict[UUID, LineRecord]


def meeting_of(reading: Reading, review: Review) -> Meeting:
    """Give what the lines of a review are read against: the day it is held, which is today while it is open."""
    mine = me(reading)
    people = reading.people.where(account_id=review.account_id)
    return Meeting(
        account_id=review.account_id,
        review_id=review.id,
        on=review.held_on or reading.clock.today(),
        people=_names(each for each in people if each.left_on is None),
        colleagues=_names(reading.colleagues.all()),
        me_id=mine.id if mine else None,
        rules=day_rules(reading),
    )


def day_rules(reading: Reading) -> DayRules:
    """Give how dates in words are read in this book: its working days and the start of its business year."""
    book = reading.book
    return DayRules(working_days=working_days(book, reading.clock.today()), year_starts_in=book.business_year_start)


def _names(records: Iterable[object]) -> Names:
    return tuple((each.id, each.name) for each in records)  # type: ignore[attr-defined]


def records_of(reading: Reading, review: Review) -> Records:
    """Give the records that the lines of a review made, by id."""
    found: Records = {}
    for repository in (reading.concerns, reading.follow_ups, reading.questions, reading.quotes, reading.opportunities):
        found.update((each.id, each) for each in repository.where(review_id=review.id))
    return found


def held_day_of(reading: Reading, review: Review) -> date:
    """Say on which day a review was held, as far as its notes tell."""
    days = {day for each in records_of(reading, review).values() if (day := said_on(each)) is not None}
    return held_day(review, days, reading.clock.today())


def record_of(reading: Reading, record_id: UUID) -> LineRecord | None:
    """Give the record that a line made, of whatever kind it is."""
    kinds = (reading.follow_ups, reading.concerns, reading.questions, reading.quotes, reading.opportunities)
    found = (repository.find(record_id) for repository in kinds)
    return next((each for each in found if each is not None), None)


def put_record(work: UnitOfWork, record: LineRecord) -> None:
    """Write the record of a line."""
    put_records(work, [record])


def put_records(work: UnitOfWork, records: Iterable[LineRecord]) -> None:
    """Write the records of lines, each kind at once."""
    of_a_kind: dict[type[LineRecord], list[LineRecord]] = defaultdict(list)
    for each in records:
        of_a_kind[type(each)].append(each)
    for same in of_a_kind.values():
        repository = _repository(work, same[0])
        if len(same) == 1:
            repository.put(same[0])  # type: ignore[attr-defined]
        else:
            repository.put_all(same)  # type: ignore[attr-defined]


def remove_record(work: UnitOfWork, record: LineRecord) -> None:
    """Take out the record of a line that is gone."""
    _repository(work, record).remove(record.id)  # type: ignore[attr-defined]


def _repository(work: UnitOfWork, record: LineRecord) -> object:
    name = {"Concern": work.concerns, "FollowUp": work.follow_ups, "Question": work.questions, "Quote": work.quotes}
    return name.get(type(record).__name__, work.opportunities)


def known_of(reading: Reading, account_id: UUID, *, before: UUID | None = None) -> Known:
    """Give what the agenda of an account's next review is filled from, without what that review itself brought.

    An agenda lies open in a meeting: what was set aside or kept from the customer is not brought up.
    """
    hidden = lines_set(reading, account_id).hidden
    steps = only_mine(reading, account_id).without(reading.follow_ups.where(account_id=account_id))
    promises = [each for each in steps if each.line_id not in hidden]
    concerns = [each for each in reading.concerns.where(account_id=account_id) if _may_be_brought_up(each, hidden)]
    questions = [each for each in reading.questions.where(account_id=account_id) if each.line_id not in hidden]
    last = last_held(reading, account_id, before)
    return Known(
        promises=[each for each in promises if before is None or each.review_id != before],
        concerns=[each for each in concerns if before is None or each.review_id != before],
        questions=[each for each in questions if before is None or each.review_id != before],
        goals=reading.goals.where(account_id=account_id),
        last_review=last,
        told=(*problems_told(reading, account_id, last), *changes_told(reading, account_id)),
    )


@dataclass(frozen=True, slots=True)
class LinesSet:
    """What was set by hand on lines of all reviews of an account: whose records stay here, and wordings for print."""

    hidden: frozenset[UUID]
    wordings: Mapping[UUID, str]


def lines_set(reading: Reading, account_id: UUID) -> LinesSet:
    """Give the lines whose records the customer must not read, in any review.

    A concern's own words are ours as a rule and its summary is not, so that only one that was set to only me is
    hidden; a promise is hidden as soon as it is not the customer's.
    """
    promised = {each.line_id for each in reading.follow_ups.where(account_id=account_id)}
    lines = reading.reviews.set_by_hand(account_id)
    kept_here = (
        each.id
        for each in lines
        if each.set_aside
        or each.audience is Audience.ONLY_ME
        or (each.audience is Audience.OUR_SIDE and each.id in promised)
    )
    return LinesSet(frozenset(kept_here), {each.id: each.print_wording for each in lines if each.print_wording})


def _may_be_brought_up(concern: Concern, hidden: frozenset[UUID]) -> bool:
    return not concern.set_aside and concern.line_id not in hidden


def outcomes_of(reading: Reading, review: Review) -> Outcomes:
    """Give what a meeting brought."""
    marked = marked_lines(review)
    return Outcomes(
        promises=[each for each in reading.follow_ups.where(review_id=review.id) if each.is_promise],
        quotes=reading.quotes.where(review_id=review.id),
        goals=[each for each in reading.goals.where(account_id=review.account_id) if each.ended_on is None],
        actuals=reading.actuals.where(review_id=review.id),
        sender=sender_of(reading.book, me(reading)),
        concerns=reading.concerns.where(review_id=review.id),
        quoted=quoted_lines(marked, meeting_of(reading, review)) if marked else (),
        agreed=agreed_words(reading.quotes.where(account_id=review.account_id)),
        knows_me=me(reading) is not None,
    )


def with_agenda_of_today(reading: Reading, review: Review) -> Review:
    """Give a review that has not begun with its agenda brought up to what is known now."""
    if not review.is_open or review.lines or not review.agenda:
        return review
    known = known_of(reading, review.account_id, before=review.id)
    return replace(review, agenda=caught_up(known, reading.clock.today(), review.agenda))


def material_of(reading: Reading, review: Review) -> Material:
    """Give the records that a review's summary is made from; the agenda of one to come is that of today."""
    account_id, review = review.account_id, with_agenda_of_today(reading, review)
    lines, account = lines_set(reading, account_id), reading.accounts.get(account_id)
    outlines = reading.reviews.outlines(account_id)
    return Material(
        book=reading.book,
        account=account,
        review=review,
        meeting=meeting_of(reading, review),
        me=me(reading),
        people={each.id: each for each in reading.people.where(account_id=account_id)},
        colleagues={each.id: each for each in reading.colleagues.all()},
        follow_ups=only_mine(reading, account_id).without(reading.follow_ups.where(account_id=account_id)),
        concerns=reading.concerns.where(account_id=account_id),
        quotes=reading.quotes.where(review_id=review.id),
        goals=reading.goals.where(account_id=account_id),
        actuals=reading.actuals.where(review_id=review.id),
        previous=previous_of(review, outlines),
        hidden_lines=lines.hidden,
        wordings=lines.wordings,
        held=held_before(review, outlines),
        told=problems_told(reading, account_id, last_held(reading, account_id, review.id)),
        pictures=pictures_in(reading, account),
    )


def charts_now(reading: Reading, review: Review, day: date) -> SummaryCharts:
    """Give the charts of a review's summary as its records stand."""
    return charts_of(all_material_of(reading, review), day, review.parts)


def all_material_of(reading: Reading, review: Review) -> Material:
    """Give the same with what charts, goals and the appendix take more; it is not read while notes are typed."""
    day = review.day or reading.clock.today()
    return replace(
        material_of(reading, review),
        actuals=reading.actuals.where(account_id=review.account_id),
        answers=reading.answers.where(account_id=review.account_id),
        bought=months_bought(reading, review.account_id, day),
    )
