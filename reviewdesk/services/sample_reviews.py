"""Two years of reviews of one sample account: notes, what came of them, and the summaries the customer was sent."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta
from decimal import Decimal
from typing import Final
from uuid import UUID

from reviewdesk.domain.account import Account, AccountStatus, Tier
from reviewdesk.domain.agenda import Known, fill_agenda
from reviewdesk.domain.closing import as_far_as
from reviewdesk.domain.concern import Concern
from reviewdesk.domain.finishing import hold, next_of
from reviewdesk.domain.follow_up import FollowUp
from reviewdesk.domain.intervals import add_months, is_called
from reviewdesk.domain.line_records import Meeting
from reviewdesk.domain.note_taking import sync
from reviewdesk.domain.review import (
    Actual,
    AgendaItem,
    Feeling,
    Goal,
    NoteLine,
    Review,
    ReviewKind,
    ReviewState,
    StoredSummary,
    period_of,
)
from reviewdesk.domain.said import Contact, Question, Quote
from reviewdesk.domain.summarising import summarise
from reviewdesk.domain.summary import to_json
from reviewdesk.domain.summary_charts import USUAL_PARTS, SummaryPart
from reviewdesk.domain.summary_material import Material
from reviewdesk.services.months_bought import month_sums
from reviewdesk.services.sample_answers import answers_of
from reviewdesk.services.sample_cast import Cast
from reviewdesk.services.sample_files import Customer, Row, Topic, made_id, pick, workday
from reviewdesk.services.sample_goals import goals_of, status_of
from reviewdesk.services.sample_ladders import with_ladder
from reviewdesk.services.sample_lives import Life, Setting, life_of, of_kind

HISTORY_MONTHS: Final = 24
LINES_OF_A_CALL: Final = 4
_DAY: Final = re.compile(r"\{(-?\d+)\}")


@dataclass(frozen=True, slots=True)
class History:
    """What came of an account's reviews: the reviews, their records through time, figures, summaries and contacts."""

    reviews: tuple[Review, ...]
    lives: tuple[Life, ...]
    goals: tuple[Goal, ...]
    actuals: tuple[Actual, ...]
    summaries: tuple[StoredSummary, ...]
    contacts: tuple[Contact, ...]


def history_of(cast: Cast, customer: Customer) -> History:
    """Live through the reviews of one account and give what came of them."""
    return _AccountHistory(cast, customer).lived()


class _AccountHistory:
    """Lives through the reviews of one account, the oldest first."""

    def __init__(self, cast: Cast, customer: Customer) -> None:
        self._cast = cast
        self._customer = customer
        self._account = cast.accounts[customer.name]
        self._people = cast.people[customer.name]
        self._reviews: list[Review] = []
        self._lives: list[Life] = []
        self._actuals: list[Actual] = []
        self._summaries: list[StoredSummary] = []
        self._contacts: list[Contact] = []
        self._goals = goals_of(cast, customer)
        self._answers = tuple(answers_of(cast, customer))
        bought = (each for each in cast.purchases if each.account_id == self._account.id)
        self._bought = month_sums(bought, cast.today)

    def lived(self) -> History:
        """Live through all reviews up to today and give what came of them."""
        days = _days(self._cast, self._customer, self._account)
        booked = self._booked()
        for place, day in enumerate(days):
            following = days[place + 1] if place + 1 < len(days) else booked
            self._hold(day, place, following, is_last=place + 1 == len(days))
        self._plan(booked)
        return History(
            reviews=tuple(self._settled()),
            lives=tuple(self._lives),
            goals=self._goals if days else (),
            actuals=tuple(self._actuals),
            summaries=tuple(self._summaries),
            contacts=tuple(self._contacts),
        )

    def _booked(self) -> date | None:
        rows = self._cast.files.story("booked", self._customer.name)
        return self._cast.today + timedelta(days=rows[0]["day"]) if rows else None

    def _hold(self, day: date, place: int, following: date | None, *, is_last: bool) -> None:
        topic = self._topic(place)
        story = next(iter(self._cast.files.story("last_review", self._customer.name)), None) if is_last else None
        draft = self._draft(day, topic, story, following)
        meeting = self._meeting(draft)
        taken = sync(replace(draft, lines=()), draft.lines, {}, meeting)
        setting = Setting(
            day=day, today=self._cast.today, me=self._cast.me, other=self._cast.colleagues[topic.owner], topic=topic,
            people=tuple(each.id for each in self._people), story=story,
            next_review=None if is_last else following, colleagues=self._cast.colleagues,
        )  # fmt: skip
        self._lives += [life_of(each, number, setting) for number, each in enumerate(taken.put)]
        held = hold(taken.review, day, _at(day, time(16)), self._cast.me.id)
        sent = replace(held.review, state=ReviewState.SENT, sent_on=min(self._cast.today, day + timedelta(days=1)))
        self._measure(sent, place)
        self._summaries.append(self._summary(sent, meeting))
        self._reviews.append(sent)
        person = self._people[0].id
        self._contacts.append(replace(held.contact, id=made_id("contact", sent.id), person_id=person))

    def _topic(self, place: int) -> Topic:
        topics = self._cast.files.topics[self._customer.language]
        return topics[(pick(len(topics), self._customer.name, "topic") + place) % len(topics)]

    def _draft(self, day: date, topic: Topic, story: Row | None, following: date | None) -> Review:
        review_id, called = made_id("review", self._customer.name, day), is_called(self._account.tier)
        written = story["notes"] if story else topic.notes
        lines = _lines(written, day, self._cast.today)
        kept = lines[:LINES_OF_A_CALL] if called and story is None else lines
        return Review(
            id=review_id,
            account_id=self._account.id,
            kind=ReviewKind.every(self._cast.months(self._account)),
            period=period_of(day),
            planned_on=day,
            starts_at=_at(day, time(10)),
            length=20 if called else 60,
            place="" if called else self._account.city,
            by_call=called,
            people_ids=tuple(each.id for each in self._people[:2]),
            colleague_ids=self._ours(topic),
            agenda=self._agenda(review_id, day),
            lines=tuple(
                NoteLine(text=text, id=made_id("line", review_id, at), record_id=made_id("record", review_id, at))
                for at, text in enumerate(kept)
            ),
            sentences=tuple(story.get("sentences", ())) if story else (topic.sentence,),
            ask=story.get("ask", "") if story else topic.ask,
            commitment=story.get("commitment", "") if story else topic.commitment,
            next_on=following,
            next_starts_at=_at(following, time(10)) if following else None,
            parts=tuple(SummaryPart) if self._account.tier is Tier.A else USUAL_PARTS,
            feelings=(tuple(Feeling)[pick(3, review_id)],),
        )

    def _ours(self, topic: Topic) -> tuple[UUID, ...]:
        others = (self._customer.owner, topic.owner)
        return tuple(dict.fromkeys((self._cast.me.id, *(self._cast.colleagues[each].id for each in others))))

    def _meeting(self, review: Review) -> Meeting:
        return Meeting(
            account_id=review.account_id,
            review_id=review.id,
            on=review.day or self._cast.today,
            people=tuple((each.id, each.name) for each in self._people),
            colleagues=tuple((each.id, each.name) for each in self._cast.colleagues.values()),
            me_id=self._cast.me.id,
        )

    def _known(self, day: date) -> Known:
        return Known(
            promises=tuple(of_kind(self._lives, FollowUp, day)),
            concerns=tuple(of_kind(self._lives, Concern, day)),
            questions=tuple(of_kind(self._lives, Question, day)),
            goals=self._goals,
        )

    def _agenda(self, review_id: UUID, day: date) -> tuple[AgendaItem, ...]:
        items = fill_agenda(self._known(day), day)
        return tuple(replace(each, id=made_id("agenda", review_id, place)) for place, each in enumerate(items))

    def _measure(self, review: Review, place: int) -> None:
        for goal, row in zip(self._goals, self._cast.files.goals, strict=False):
            value = Decimal(row["start"]) + Decimal(row["step"]) * place + Decimal(pick(3, review.id, goal.id)) / 10
            value = max(Decimal(0), value if "." in row["start"] else value.to_integral_value())
            self._actuals.append(
                Actual(
                    id=made_id("actual", review.id, goal.id),
                    account_id=self._account.id,
                    review_id=review.id,
                    goal_id=goal.id,
                    value=value,
                    status=status_of(goal, value),
                    source=row[self._customer.language][1],
                    measured_on=workday((review.held_on or self._cast.today) - timedelta(days=2)),
                )
            )

    def _summary(self, review: Review, meeting: Meeting) -> StoredSummary:
        day = review.held_on or self._cast.today
        value = summarise(self._material(review, meeting, day), number=1, on=day)
        return StoredSummary(
            id=made_id("summary", review.id), account_id=review.account_id, review_id=review.id, number=1,
            value=to_json(value), finished_on=day, sent_on=review.sent_on,
        )  # fmt: skip

    def _material(self, review: Review, meeting: Meeting, day: date) -> Material:
        return Material(
            book=self._cast.book,
            account=self._account,
            review=review,
            meeting=meeting,
            me=self._cast.me,
            people={each.id: each for each in self._people},
            colleagues={each.id: each for each in self._cast.colleagues.values()},
            follow_ups=tuple(of_kind(self._lives, FollowUp, day)),
            concerns=tuple(of_kind(self._lives, Concern, day)),
            quotes=tuple(each for each in of_kind(self._lives, Quote, day) if each.review_id == review.id),
            goals=self._goals,
            actuals=tuple(self._actuals),
            previous=self._reviews[-1] if self._reviews else None,
            held=tuple(self._reviews),
            answers=self._answers,
            bought=self._bought,
        )

    def _plan(self, booked: date | None) -> None:
        """Plan the next review as it was agreed in the last one."""
        if booked is None:
            return
        row = self._cast.files.story("booked", self._customer.name)[0]
        following = next_of(self._reviews[-1], self._reviews[-1].kind)
        assert following is not None  # noqa: S101 - the last review names the day
        review_id = made_id("review", self._customer.name, booked)
        at = datetime.combine(booked, time.fromisoformat(row["at"])).astimezone(UTC)
        self._reviews.append(
            replace(
                following,
                id=review_id,
                state=ReviewState(row["state"]),
                starts_at=at,
                place=self._account.city,
                agenda=self._agenda(review_id, self._cast.today),
            )
        )

    def _settled(self) -> Iterator[Review]:
        """Close the reviews whose follow-ups have all ended."""
        follow_ups = list(of_kind(self._lives, FollowUp, self._cast.today))
        for each in self._reviews:
            still_open = sum(one.is_open for one in follow_ups if one.review_id == each.id)
            yield with_ladder(as_far_as(each, still_open), self._account.tier, self._cast.today)


def _days(cast: Cast, customer: Customer, account: Account) -> list[date]:
    """Give the days on which an account was reviewed, the oldest first; the last one makes the next one due."""
    if customer.added is not None:
        return []
    months = cast.months(account)
    due = cast.today + timedelta(days=customer.due)
    last = workday(add_months(due, -months))
    if account.status is AccountStatus.LOST:
        last = workday(cast.today - timedelta(days=customer.lost or 0))
    first = add_months(cast.today, -HISTORY_MONTHS)
    found = [last]
    while (day := workday(add_months(found[0], -months))) > first:
        found.insert(0, day)
    return found


def _lines(notes: str, day: date, today: date) -> list[str]:
    """Give the lines of notes; numbers in braces become days, as one would type them."""

    def typed(found: re.Match[str]) -> str:
        ahead = int(found.group(1))
        if f"by {found.group()}" in notes:
            meant = today + timedelta(days=ahead)
            return f"{meant.day} {meant:%b}" if (meant - day).days < 300 else meant.isoformat()  # noqa: PLR2004 - near
        meant = day + timedelta(days=ahead)
        return f"{meant.day}.{meant.month:02d}."

    return _DAY.sub(typed, notes.strip()).splitlines()


def _at(day: date, at: time) -> datetime:
    return datetime.combine(day, at, UTC)
