"""What goes on in the sample book besides its reviews: contacts made, and what is written by hand about today."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, time, timedelta
from typing import Final

from reviewdesk.domain.answer import Answer
from reviewdesk.domain.concern import Concern, Stage
from reviewdesk.domain.follow_up import FollowUp, Side, WaitsOn
from reviewdesk.domain.intervals import interval_days
from reviewdesk.domain.purchase import Product, Purchase
from reviewdesk.domain.review import Actual, Goal, Review, ReviewState, StoredSummary, period_of
from reviewdesk.domain.said import Channel, Contact, Opportunity, Question, Quote
from reviewdesk.services.sample_answers import answers_of
from reviewdesk.services.sample_cast import Cast
from reviewdesk.services.sample_files import Customer, Row, made_id, pick, workday
from reviewdesk.services.sample_lives import Life, of_kind
from reviewdesk.services.sample_reviews import History, history_of

CONTACT_DAYS: Final = 730
CHANNELS: Final = {"call": Channel.CALL, "visit": Channel.VISIT, "mail": Channel.MAIL}
STAGES: Final = (("acknowledged", Stage.ACKNOWLEDGED), ("planned", Stage.PLANNED), ("fixed", Stage.FIXED))


@dataclass(frozen=True, slots=True, kw_only=True)
class SampleRecords:
    """All records of a sample book beside its cast, as they stand today."""

    cast: Cast
    reviews: list[Review] = field(default_factory=list)
    goals: list[Goal] = field(default_factory=list)
    actuals: list[Actual] = field(default_factory=list)
    summaries: list[StoredSummary] = field(default_factory=list)
    concerns: list[Concern] = field(default_factory=list)
    follow_ups: list[FollowUp] = field(default_factory=list)
    questions: list[Question] = field(default_factory=list)
    quotes: list[Quote] = field(default_factory=list)
    opportunities: list[Opportunity] = field(default_factory=list)
    contacts: list[Contact] = field(default_factory=list)
    answers: list[Answer] = field(default_factory=list)

    @property
    def products(self) -> list[Product]:
        """The products on sale."""
        return list(self.cast.products.values())

    @property
    def purchases(self) -> list[Purchase]:
        """Everything that was bought."""
        return list(self.cast.purchases)


def records_of(cast: Cast) -> SampleRecords:
    """Make all records of a sample book as they stand today."""
    records = SampleRecords(cast=cast)
    for customer in cast.files.customers:
        _add_history(records, history_of(cast, customer))
        records.follow_ups.extend(_follow_ups(cast, customer))
        records.concerns.extend(_concerns(cast, customer))
        records.reviews.extend(_cancelled(cast, customer))
        records.contacts.extend(_contacts(cast, customer))
        records.answers.extend(answers_of(cast, customer))
    return records


def _add_history(records: SampleRecords, history: History) -> None:
    lives: tuple[Life, ...] = history.lives
    today = records.cast.today
    records.reviews.extend(history.reviews)
    records.goals.extend(history.goals)
    records.actuals.extend(history.actuals)
    records.summaries.extend(history.summaries)
    records.contacts.extend(history.contacts)
    records.concerns.extend(of_kind(lives, Concern, today))
    records.follow_ups.extend(of_kind(lives, FollowUp, today))
    records.questions.extend(of_kind(lives, Question, today))
    records.quotes.extend(of_kind(lives, Quote, today))
    records.opportunities.extend(of_kind(lives, Opportunity, today))


def _contacts(cast: Cast, customer: Customer) -> Iterator[Contact]:
    """Make the contacts between the reviews, the last one so many days ago as is written."""
    account, people = cast.accounts[customer.name], cast.people[customer.name]
    if customer.lost is not None:
        return
    gap = int(interval_days(cast.months(account)) * 3 / 10)
    ago = customer.spoke
    while ago < CONTACT_DAYS and (customer.added is None or ago <= customer.added):
        way = ("call", "call", "mail", "call", "visit", "mail")[pick(6, customer.name, ago)]
        words = cast.files.contacts[way]
        on = cast.today - timedelta(days=ago)
        yield Contact(
            id=made_id("contact", customer.name, ago),
            account_id=account.id,
            made_on=on if ago == customer.spoke else workday(on),
            channel=CHANNELS[way],
            person_id=people[pick(len(people), customer.name, ago, "who")].id,
            colleague_id=account.owner_id,
            words=words[pick(len(words), customer.name, ago, "words")],
        )
        ago += gap + pick(gap, customer.name, ago, "gap") // 2


def _follow_ups(cast: Cast, customer: Customer) -> Iterator[FollowUp]:
    for row in cast.files.story("follow_up", customer.name):
        plain = FollowUp(
            id=made_id("follow-up", customer.name, row["what"]),
            account_id=cast.accounts[customer.name].id,
            what=row["what"],
            is_promise=row["promise"],
            due=_day(cast, row["due"]),
            said_on=_day(cast, row["said"]),
            minutes=row.get("minutes"),
            repeat_months=row.get("repeat"),
            repeat_anchor=_day(cast, row["due"]) if "repeat" in row else None,
        )
        yield _whose(cast, customer, plain, row["who"])


def _whose(cast: Cast, customer: Customer, plain: FollowUp, who: str) -> FollowUp:
    colleague = cast.colleagues.get(who)
    if colleague is not None:
        waits_on = WaitsOn.ME if colleague.is_me else WaitsOn.COLLEAGUE
        return replace(plain, colleague_id=colleague.id, waits_on=waits_on)
    person = next(each for each in cast.people[customer.name] if each.name == who)
    return replace(plain, side=Side.THEIRS, person_id=person.id, waits_on=WaitsOn.CUSTOMER)


def _concerns(cast: Cast, customer: Customer) -> Iterator[Concern]:
    for row in cast.files.story("concern", customer.name):
        owner = cast.colleagues[row["owner"]]
        noted = Concern(
            id=made_id("concern", customer.name, row["words"]),
            account_id=cast.accounts[customer.name].id,
            words=row["words"],
            summary=row["summary"],
            severity=row["severity"],
            raised_on=_day(cast, row["raised"]),
            stage_since=_day(cast, row["raised"]),
            raised_by_id=cast.people[customer.name][0].id,
            team=owner.team,
            colleague_id=owner.id,
            plan_due=_day(cast, row["plan_due"]) if "plan_due" in row else None,
            root_cause=row.get("cause", ""),
            fix=row.get("fix", ""),
        )
        yield _at_its_stage(cast, noted, row)


def _at_its_stage(cast: Cast, concern: Concern, row: Row) -> Concern:
    for key, stage in STAGES:
        if key in row:
            concern = concern.at(stage, _day(cast, row[key]))
    return replace(concern, told_on=concern.stage_since) if concern.stage is Stage.FIXED else concern


def _cancelled(cast: Cast, customer: Customer) -> Iterator[Review]:
    for row in cast.files.story("cancelled", customer.name):
        day = workday(_day(cast, row["day"]))
        planned = Review(
            id=made_id("review", customer.name, "cancelled"),
            account_id=cast.accounts[customer.name].id,
            period=period_of(day),
            planned_on=day,
            starts_at=datetime.combine(day, time(10), UTC),
            state=ReviewState.INVITED,
            people_ids=tuple(each.id for each in cast.people[customer.name]),
        )
        yield planned.cancelled(because=row["because"])


def _day(cast: Cast, days: int) -> date:
    return cast.today + timedelta(days=days)
