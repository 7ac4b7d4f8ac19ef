"""The time machine: an account as it stood at a review of the past, and what has become of it since."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from decimal import Decimal
from typing import Any, Final
from uuid import UUID

from dateutil.relativedelta import relativedelta

from reviewdesk.domain.account import Account
from reviewdesk.domain.changes import Kind
from reviewdesk.domain.concern import CLOSED_STAGES, Concern
from reviewdesk.domain.follow_up import FollowUp, Side
from reviewdesk.domain.intervals import counted_days, short_day
from reviewdesk.domain.people import Person
from reviewdesk.domain.said import Opportunity, Question
from reviewdesk.storage.health_days import HealthDay, on_day
from reviewdesk.storage.lists.account_page import ReviewHead, review_heads
from reviewdesk.storage.lists.as_of import AsOf, as_of, first_heard_of
from reviewdesk.storage.lists.purchases import bought_by_month
from reviewdesk.storage.reading import Reading
from reviewdesk.storage.store import Store

_DAY: Final = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Then:
    """One thing as it stood: what it is, what was said of it then, and what has become of it.

    `entered_on` is the day on which the book heard of it, where that was later; it is told by its own dates then.
    """

    kind: Kind
    id: UUID
    title: str
    then: str
    now: str
    entered_on: date | None = None
    is_gone: bool = False


@dataclass(frozen=True, slots=True)
class Fact:
    """One field of the account, then and now."""

    name: str
    then: str
    now: str

    @property
    def has_changed(self) -> bool:
        """Say whether it is another now."""
        return self.then != self.now


@dataclass(frozen=True, slots=True, kw_only=True)
class AsItStood:
    """An account as it stood on the day of a review.

    `known_since` is the day on which it came into this book, if that was later: its fields are then those it came with.
    """

    account_id: UUID
    review_id: UUID
    day: date
    today: date
    reviews: tuple[ReviewHead, ...]
    known_since: date | None
    facts: tuple[Fact, ...]
    concerns: tuple[Then, ...]
    our_promises: tuple[Then, ...]
    their_promises: tuple[Then, ...]
    open_ends: tuple[Then, ...]
    people: tuple[Then, ...]


class TimeMachine:
    """Says how an account stood."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def at(self, account_id: UUID, review_id: UUID | None = None) -> AsItStood | None:
        """Give an account as it stood at a held review, the newest unless one is named; nothing where none was held.

        Raises:
            MissingError: there is no such account.
        """
        with self._store.read() as reading:
            today = reading.clock.today()
            account = reading.accounts.get(account_id)
            heads = review_heads(reading.connection, account_id)
            held = sorted((each for each in heads if each.is_held and each.day), key=_day, reverse=True)
            chosen = next((each for each in held if review_id in (None, each.id)), None)
            if chosen is None or chosen.day is None:
                return None
            return _Machine(reading, account, chosen.day, today).stood(chosen, tuple(held))


class _Machine:
    """One reading of the book for one account and one day."""

    def __init__(self, reading: Reading, account: Account, day: date, today: date) -> None:
        self._reading, self._account, self._day, self._today = reading, account, day, today
        moment = datetime.combine(day + _DAY, time.min).astimezone(UTC)
        self._found = as_of(reading.connection, account.id, moment)
        heard = first_heard_of(reading.connection, account.id)
        self._heard_later = heard.astimezone().date() if heard is not None and heard > moment else None

    def stood(self, review: ReviewHead, held: tuple[ReviewHead, ...]) -> AsItStood:
        promises = [each for each in self._there(Kind.FOLLOW_UP, _said_on) if _was_open(each.then, self._day)]
        said = [each for each in promises if each.then.is_promise]
        return AsItStood(
            account_id=self._account.id,
            review_id=review.id,
            day=self._day,
            today=self._today,
            reviews=held,
            known_since=self._heard_later,
            facts=tuple(self._facts()),
            concerns=tuple(self._concern(each) for each in self._concerns()),
            our_promises=tuple(self._step(each) for each in said if each.then.side is Side.OURS),
            their_promises=tuple(self._step(each) for each in said if each.then.side is not Side.OURS),
            open_ends=(
                *(self._step(each) for each in promises if not each.then.is_promise),
                *(self._question(each) for each in self._there(Kind.QUESTION, _asked_on) if self._unanswered(each)),
                *(self._chance(each) for each in self._there(Kind.OPPORTUNITY, _noted_on) if self._undecided(each)),
            ),
            people=tuple(self._person(each) for each in self._people()),
        )

    def _there(self, kind: Kind, own_day: Callable[[Any], date | None]) -> Iterator[AsOf]:
        """Give the records that were there: known to the book by then, or entered later with a day of then."""
        for each in self._found[kind]:
            on = own_day(each.then)
            if not each.then.withdrawn and (each.entered_at is None or (on is not None and on <= self._day)):
                yield each

    def _facts(self) -> Iterator[Fact]:
        then: Account = next((each.then for each in self._found[Kind.ACCOUNT]), self._account)
        for name, words in self._fields().items():
            yield Fact(name, words(then), words(self._account))
        yield Fact("Health", *(_health(self._health_on(day)) for day in (self._day, self._today)))
        yield Fact("Bought in 12 months", *(self._bought_until(day) for day in (self._day, self._today)))
        yield Fact("Last spoke", *(self._spoke_before(day) for day in (self._day, self._today)))

    def _fields(self) -> Mapping[str, Callable[[Account], str]]:
        ours = {each.id: each.name for each in self._reading.colleagues.all()}
        return {
            "Tier": lambda each: each.tier or "none",
            "Owner": lambda each: ours.get(each.owner_id, "") if each.owner_id else "",
            "Status": lambda each: each.status.value,
            "First reason to stay": lambda each: each.reason_to_stay.value if each.reason_to_stay else "",
            "Supplier position": lambda each: each.supplier_position.value if each.supplier_position else "",
            "Rivals": lambda each: ", ".join(each.rivals),
            "Contract ends": lambda each: self._date(each.contract_end),
        }

    def _health_on(self, day: date) -> HealthDay | None:
        return on_day(self._reading.connection, self._account.id, day)

    def _bought_until(self, day: date) -> str:
        start = day - relativedelta(months=12) + _DAY
        sums: dict[str, Decimal] = {}
        for each in bought_by_month(self._reading.connection, self._account.id, start, day):
            sums[each.currency] = sums.get(each.currency, Decimal(0)) + each.amount
        return ", ".join(f"{amount:,.0f} {currency}" for currency, amount in sorted(sums.items()))

    def _spoke_before(self, day: date) -> str:
        days = [each.then.made_on for each in self._found[Kind.CONTACT] if each.then.made_on <= day]
        return self._date(max(days, default=None))

    def _concerns(self) -> Iterator[AsOf]:
        for each in self._there(Kind.CONCERN, _raised_on):
            then: Concern = each.then
            closed = then.stage in CLOSED_STAGES and (then.stage_since or then.raised_on) <= self._day
            if not closed:
                yield each

    def _concern(self, each: AsOf) -> Then:
        then: Concern = each.then
        stage = then.stage.value if each.entered_at is None else "open"
        now: Concern | None = each.now
        since = f" since {self._date(now.stage_since)}" if now is not None and now.stage_since else ""
        became = f"{now.stage.value}{since}" if now is not None and not now.withdrawn else "taken out since"
        return self._one(each, Kind.CONCERN, then.words, f"severity {then.severity}, {stage}", became)

    def _step(self, each: AsOf) -> Then:
        then: FollowUp = each.then
        due = f"due {self._date(then.due)}" if then.due else "no date"
        return self._one(each, Kind.FOLLOW_UP, then.what, due, self._became(each.now))

    def _became(self, now: FollowUp | None) -> str:
        if now is None or now.withdrawn:
            return "taken out since"
        if now.ending is not None:
            return f"{now.ending.value}, {self._date(now.ended_on)}" if now.ended_on else now.ending.value
        if now.is_late(self._today) and now.due is not None:
            return f"open, {counted_days((self._today - now.due).days)} over"
        return f"open, due {self._date(now.due)}" if now.due else "open"

    def _question(self, each: AsOf) -> Then:
        now: Question | None = each.now
        gone = now is None or now.withdrawn
        became = "taken out since" if gone or now is None else "open" if now.is_open else f"answered: {now.answer}"
        return self._one(each, Kind.QUESTION, each.then.words, "question", became)

    def _chance(self, each: AsOf) -> Then:
        now: Opportunity | None = each.now
        ended = {True: "won", False: "lost", None: "open"}
        became = "taken out since" if now is None or now.withdrawn else ended[now.won]
        return self._one(each, Kind.OPPORTUNITY, each.then.what, each.then.about or "opportunity", became)

    def _unanswered(self, each: AsOf) -> bool:
        answered: date | None = each.then.answered_on
        return answered is None or answered > self._day

    def _undecided(self, each: AsOf) -> bool:
        ended: date | None = each.then.ended_on
        return each.then.won is None or (ended is not None and ended > self._day)

    def _people(self) -> Iterator[AsOf]:
        """Give who was there: known by then, or, where the account itself came later, whom it came with."""
        for each in self._found[Kind.PERSON]:
            known = each.entered_at is None or self._heard_later is not None
            left: date | None = each.then.left_on
            if known and (left is None or left > self._day):
                yield each

    def _person(self, each: AsOf) -> Then:
        then: Person = each.then
        now: Person | None = each.now
        part = then.part.value if then.part else ""
        said = ", ".join(one for one in (then.role, part) if one)
        became = "taken out since" if now is None else _person_now(then, now, self._date)
        return self._one(each, Kind.PERSON, then.name, said, became)

    def _one(self, each: AsOf, kind: Kind, title: str, then: str, now: str) -> Then:
        entered = each.entered_at.astimezone().date() if each.entered_at is not None else None
        return Then(kind, each.then.id, title, then, now, entered, is_gone=each.now is None)

    def _date(self, day: date | None) -> str:
        return short_day(day, self._today) if day is not None else ""


def _person_now(then: Person, now: Person, said: Callable[[date | None], str]) -> str:
    if now.left_on is not None:
        return f"left {said(now.left_on)}"
    changed = [
        f"now {new}"
        for old, new in (
            (then.role, now.role),
            (then.part.value if then.part else "", now.part.value if now.part else ""),
        )
        if old != new and new
    ]
    return ", ".join(changed) or "still there"


def _health(day: HealthDay | None) -> str:
    if day is None:
        return ""
    return f"{day.score} on {day.basis}" if day.score is not None else "not enough known"


def _was_open(step: FollowUp, day: date) -> bool:
    return step.ending is None or (step.ended_on is not None and step.ended_on > day)


def _said_on(step: FollowUp) -> date | None:
    return step.said_on


def _asked_on(question: Question) -> date | None:
    return question.asked_on


def _noted_on(chance: Opportunity) -> date | None:
    return chance.noted_on


def _raised_on(concern: Concern) -> date | None:
    return concern.raised_on


def _day(review: ReviewHead) -> date:
    return review.day or date.min
