"""Planning reviews: which there are, which are due, when and with whom the next one is."""

from collections import defaultdict
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime
from operator import attrgetter
from uuid import UUID
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from reviewdesk.domain.account import Account
from reviewdesk.domain.book import Book
from reviewdesk.domain.errors import RefusedError
from reviewdesk.domain.finishing import previous_of
from reviewdesk.domain.intervals import DUE_SOON_DAYS, Due, is_called, short_day, shown_due
from reviewdesk.domain.notes import DayRules
from reviewdesk.domain.people import Colleague
from reviewdesk.domain.review import Review, ReviewKind, ReviewState, StoredSummary, period_of
from reviewdesk.domain.standing import Standing, months_of
from reviewdesk.services.gathering import day_rules
from reviewdesk.services.myself import me
from reviewdesk.services.outcome import Outcome
from reviewdesk.services.preparing import prepared
from reviewdesk.storage.lists.accounts import standings_on_the_day
from reviewdesk.storage.lists.today import planned_reviews
from reviewdesk.storage.reading import Reading
from reviewdesk.storage.store import Store
from reviewdesk.storage.unit_of_work import UnitOfWork


@dataclass(frozen=True, slots=True)
class ReviewRow:
    """One review, or one that is due and not planned yet (`review_id` is empty), as a list shows it.

    `why` says of one that is due by which rule, and counted from what. `summaries` is the number of its newest summary,
    `sent` that of the newest which the customer has; 0 is none.
    """

    account_id: UUID
    account: str
    tier: str
    review_id: UUID | None
    kind: ReviewKind
    period: str
    day: date | None
    starts_at: datetime | None
    state: ReviewState | None
    due: Due | None
    summaries: int = 0
    sent: int = 0
    sent_on: date | None = None
    why: str = ""


@dataclass(frozen=True, slots=True)
class ReviewLists:
    """The reviews of a book as the page shows them: due and without a date, ahead, and held (newest first)."""

    due: tuple[ReviewRow, ...]
    ahead: tuple[ReviewRow, ...]
    held: tuple[ReviewRow, ...]
    today: date
    rules: DayRules = field(default_factory=DayRules)


class ReviewService:
    """Plans, moves and cancels reviews."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def lists(self) -> ReviewLists:
        """Give all reviews as the page shows them."""
        today = self._store.clock.today()
        with self._store.read() as reading:
            accounts = {each.id: each for each in reading.accounts.all()}
            reviews = reading.reviews.outlines()
            kept = standings_on_the_day(reading)
            versions = _versions(reading)
            rules, book = day_rules(reading), reading.book
        rows = [_row(each, accounts[each.account_id], versions.get(each.id, [])) for each in reviews]
        due = [
            _due_row(accounts[each.account_id], each, each.next_due, book, today)
            for each in kept.values()
            if each.next_due is not None and each.booked_on is None and (each.next_due - today).days <= DUE_SOON_DAYS
        ]
        return ReviewLists(
            due=tuple(sorted(due, key=_due_day)),
            ahead=tuple(sorted((each for each in rows if each.state not in _OVER), key=_day)),
            held=tuple(sorted((each for each in rows if each.state in _HELD), key=_day, reverse=True)),
            today=today,
            rules=rules,
        )

    @property
    def is_any_planned(self) -> bool:
        """Say whether a review is planned for today or a coming day."""
        today = self._store.clock.today()
        with self._store.read() as reading:
            return any(each.on >= today for each in planned_reviews(reading.connection, date.max))

    def plan(
        self,
        account_id: UUID,
        on: date,
        *,
        starts_at: datetime | None = None,
        zone: str = "",
        kind: ReviewKind | None = None,
    ) -> Outcome[Review]:
        """Plan a review, with its agenda filled and the people of the last one carried over.

        Raises:
            RefusedError: the day is past; a review held already is entered afterwards instead.
        """
        if on < self._store.clock.today():
            raise RefusedError("That day is past. Choose a coming day, or enter the notes of a review held already.")
        with self._store.write("Plan review") as work:
            review = new_review(work, account_id, on, kind=kind)
            review = work.reviews.put(replace(review, starts_at=starts_at, zone=zone))
        return Outcome(review, work.changes)

    def start_now(self, account_id: UUID) -> Outcome[Review]:
        """Give the review of an account that is to be held today: the one planned, else a new one."""
        today = self._store.clock.today()
        with self._store.write("Start review") as work:
            planned = [each for each in work.reviews.where(account_id=account_id) if each.is_open and each.planned_on]
            review = next((each for each in planned if each.planned_on == today), None)
            review = review or work.reviews.put(new_review(work, account_id, today))
        return Outcome(review, work.changes)

    def enter_afterwards(self, account_id: UUID, on: date) -> Outcome[Review]:
        """Give the review that an account had on a day, to enter its notes: the one planned for it, else a new one.

        Raises:
            RefusedError: the day has not come yet, or a review of that day is held and finished already.
        """
        if on > self._store.clock.today():
            raise RefusedError("That day has not come yet. Plan the review, and hold it then.")
        with self._store.write("Enter a review afterwards") as work:
            there = [
                each for each in work.reviews.where(account_id=account_id) if on in (each.planned_on, each.held_on)
            ]
            if any(each.is_held and each.held_on == on for each in there):
                raise RefusedError("A review of that day is in the book already. Open it, and add to its notes.")
            review = next((each for each in there if each.is_open), None) or new_review(work, account_id, on)
            review = work.reviews.put(review.entered_afterwards(on))
        return Outcome(review, work.changes)

    def move(self, review_id: UUID, to: date, *, starts_at: datetime | None = None) -> Outcome[Review]:
        """Postpone or bring forward a planned review."""
        with self._store.write("Move review") as work:
            review = work.reviews.put(work.reviews.get(review_id).moved(to, starts_at=starts_at))
        return Outcome(review, work.changes)

    def move_day(self, review_id: UUID, to: date) -> Outcome[Review]:
        """Put a review on another day at the same hour by the clocks of its zone, also over a change of clocks."""
        with self._store.read() as reading:
            review = reading.reviews.get(review_id)
        return self.move(review_id, to, starts_at=_same_hour(review, to))

    def cancel(self, review_id: UUID, *, because: str = "") -> Outcome[Review]:
        """Call a planned review off; the account's clock does not move."""
        with self._store.write("Cancel review") as work:
            review = work.reviews.put(work.reviews.get(review_id).cancelled(because=because))
        return Outcome(review, work.changes)


_HELD = {ReviewState.HELD, ReviewState.SENT, ReviewState.CLOSED}
_OVER = {*_HELD, ReviewState.CANCELLED}


def _same_hour(review: Review, to: date) -> datetime | None:
    if review.starts_at is None:
        return None
    try:
        zone = ZoneInfo(review.zone) if review.zone else None
    except (ZoneInfoNotFoundError, ValueError):
        zone = None
    at = review.starts_at.astimezone(zone).time()
    return datetime.combine(to, at, tzinfo=zone).astimezone(UTC)


def new_review(work: UnitOfWork, account_id: UUID, on: date, *, kind: ReviewKind | None = None) -> Review:
    """Make a review of an account for a day: agenda filled, people carried over, called where its tier is called.

    Unless a kind is given it is the one that the account's interval asks for.
    """
    account = work.accounts.get(account_id)
    mine = me(work)
    draft = Review(account_id=account_id, planned_on=on, period=period_of(on), by_call=is_called(account.tier))
    before = previous_of(draft, work.reviews.where(account_id=account_id))
    ready = prepared(work, replace(draft, kind=kind or kind_due(work, account)))
    return replace(
        ready,
        people_ids=still_there(work, before.people_ids) if before else _everybody(work, account_id),
        colleague_ids=before.colleague_ids if before else _of_ours(account, mine),
        place=before.place if before else "",
        parts=before.parts if before else ready.parts,
        length=before.length if before and before.template in ("", ready.template) else ready.length,
    )


def _of_ours(account: Account, mine: Colleague | None) -> tuple[UUID, ...]:
    """Give who of ours comes to a first review: me, and the owner of the account."""
    found = (mine.id if mine else None, account.owner_id)
    return tuple(dict.fromkeys(each for each in found if each is not None))


def kind_due(reading: Reading, account: Account) -> ReviewKind:
    """Give the kind of review that an account is due for by its interval."""
    return _kind_due(account, reading.book)


def _kind_due(account: Account, book: Book) -> ReviewKind:
    return ReviewKind.every(months_of(book, account.tier, account.interval_months))


def _everybody(reading: Reading, account_id: UUID) -> tuple[UUID, ...]:
    return tuple(each.id for each in reading.people.where(account_id=account_id) if each.left_on is None)


def still_there(reading: Reading, people_ids: tuple[UUID, ...]) -> tuple[UUID, ...]:
    """Give those of these people who are still with the customer."""
    people = (reading.people.find(each) for each in people_ids)
    return tuple(each.id for each in people if each is not None and each.left_on is None)


def _versions(reading: Reading) -> dict[UUID, list[StoredSummary]]:
    """Give the versions of each review's summary, oldest first."""
    found: dict[UUID, list[StoredSummary]] = defaultdict(list)
    for each in sorted(reading.summaries.all(), key=attrgetter("number")):
        found[each.review_id].append(each)
    return found


def _row(review: Review, account: Account, versions: list[StoredSummary]) -> ReviewRow:
    sent = next((each for each in reversed(versions) if each.sent_on is not None), None)
    return ReviewRow(
        account_id=account.id,
        account=account.name,
        tier=account.tier or "",
        review_id=review.id,
        kind=review.kind,
        period=review.period,
        day=review.day,
        starts_at=review.starts_at,
        state=review.state,
        due=None,
        summaries=versions[-1].number if versions else 0,
        sent=sent.number if sent else 0,
        sent_on=sent.sent_on if sent else None,
    )


def _due_row(account: Account, stands: Standing, due_on: date, book: Book, today: date) -> ReviewRow:
    due = shown_due(due_on, today, called=is_called(account.tier))
    return ReviewRow(
        account_id=account.id, account=account.name, tier=account.tier or "", review_id=None,
        kind=_kind_due(account, book), period=period_of(due.day), day=due.day, starts_at=None, state=None, due=due,
        why=_why(account, stands, book, today),
    )  # fmt: skip


def _why(account: Account, stands: Standing, book: Book, today: date) -> str:
    """Say why a review is due: "A, every 3 months · last held 3 Aug", "B, every 6 months · first review"."""
    months = months_of(book, account.tier, account.interval_months)
    rule = f"{account.tier or 'no tier'}, every {'month' if months == 1 else f'{months} months'}"
    last = max((each for each in (stands.last_held, account.last_review_before) if each is not None), default=None)
    if stands.last_held is None and account.first_review_due is not None:
        return f"{rule} · first review after the import"
    return f"{rule} · last held {short_day(last, today)}" if last else f"{rule} · first review"


def _day(row: ReviewRow) -> tuple[date, str]:
    return (row.day or date.max, row.account)


def _due_day(row: ReviewRow) -> tuple[date, str]:
    return (row.day or date.max, row.account)
