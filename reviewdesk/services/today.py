"""What a day asks for, read from the whole book."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date, timedelta
from typing import Final
from uuid import UUID

from reviewdesk.domain.call_list import CallList
from reviewdesk.domain.follow_up import WaitsOn
from reviewdesk.domain.intervals import LATE_DAYS, counted_days, short_day
from reviewdesk.domain.people import Colleague, Person
from reviewdesk.domain.today import Entry, Missed, Sort, column, fell_within, last_day
from reviewdesk.domain.today_plan import Pressing, Task
from reviewdesk.services import today_entries as entries
from reviewdesk.services.account_rows import rows_of_some
from reviewdesk.services.account_values import AccountRow
from reviewdesk.services.days import days_of, working_days
from reviewdesk.services.follow_up_rows import FollowUpRow, row_of
from reviewdesk.services.loss_today import loss_entries
from reviewdesk.services.outreach_today import outreach_entries, running_outreaches
from reviewdesk.services.today_values import QuietAccount, TodayPage, WaitingOn
from reviewdesk.storage.lists import due_accounts
from reviewdesk.storage.lists import today as lists
from reviewdesk.storage.lists.follow_ups import due_or_awaited
from reviewdesk.storage.lists.today import ToCall
from reviewdesk.storage.reading import Reading
from reviewdesk.storage.store import Store

LOOKED_AHEAD: Final = timedelta(days=200)  # the first step lies 90 working days before a meeting
LOOKED_BACK: Final = timedelta(days=75)  # the last one 30 after it
A_CALL: Final = 15
MINUTES: Final = {
    Sort.STEP: 15, Sort.CONCERN: 15, Sort.PREPARE: 30, Sort.REVIEW_DUE: 10, Sort.MEETING_PAST: 10, Sort.NOTICE: 15,
    Sort.OUTREACH: 10, Sort.ASK: 10, Sort.LOSS: 30,
}  # fmt: skip


class TodayService:
    """Says what a day asks for."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def page(self, last_seen: date | None = None) -> TodayPage:
        """Give what today asks for, and what was missed since the day on which the book was last looked at."""
        with self._store.read() as reading:
            return page_of(reading, last_seen)


def page_of(reading: Reading, last_seen: date | None = None) -> TodayPage:
    """Give what a day asks for in the book that is read."""
    return _Day(reading, last_seen).page()


class _Day:
    """One reading of the book for one day: of its accounts those alone that the day asks for."""

    def __init__(self, reading: Reading, last_seen: date | None) -> None:
        self._reading = reading
        self._today = reading.clock.today()
        self._now = entries.local_now(reading.clock.now())
        self._last_seen = last_seen
        connection, until = reading.connection, last_day(self._today)
        listed = due_or_awaited(connection, until)
        self._steps = tuple(row for row in (row_of(each, self._today) for each in listed) if not row.is_snoozed)
        self._planned = lists.planned_reviews(connection, self._today + LOOKED_AHEAD)
        self._held = lists.held_reviews(connection, self._today - LOOKED_BACK)
        self._outreaches = running_outreaches(reading, until)
        self._contracts = lists.contracts(connection)
        self._ours = {each.id: each for each in reading.colleagues.all()}
        self._concerns = lists.running_concerns(connection)
        calling = due_accounts.due_or_quiet(connection, self._today, until)
        wanted = calling | self._named()
        self._rows = rows_of_some(reading, wanted)
        self._to_call = lists.whom_to_call(connection, wanted)

    def _named(self) -> frozenset[UUID]:
        """Give the accounts that something else than their own dates may ask for."""
        return frozenset(
            (
                *(each.account_id for each in self._steps),
                *(each.account_id for each in (*self._planned, *self._held)),
                *(each.account_id for each in self._contracts if entries.is_noticed(each, self._today)),
                *(each.concern.account_id for each in self._concerns),
                *(one.account_id for each in self._outreaches for one in each.mine),
            )
        )

    def page(self) -> TodayPage:
        found = self._entries()
        return TodayPage(
            now=self._now,
            accounts=due_accounts.count_accounts(self._reading.connection),
            parts=column(found, self._now),
            waiting=_waiting(self._steps, self._ours.values(), self._today),
            quiet=tuple(self._quiet(each) for each in sorted(self._rows, key=_longest_quiet) if each.is_quiet),
            tasks=self._tasks(found),
            missed=self._missed(),
            ahead=self._ahead(),
        )

    def _entries(self) -> tuple[Entry, ...]:
        today, days = self._today, working_days(self._reading.book, self._today)
        people = lists.names_of(self._reading.connection, {each for one in self._planned for each in one.people_ids})
        return entries.there(
            (
                *(entries.meeting(each, people, self._call(each.account_id), today) for each in self._planned),
                *(entries.preparation(each, days, today) for each in (*self._planned, *self._held)),
                *(entries.review_due(each, self._call(each.id), today) for each in self._rows),
                *(entries.step(each, self._call(each.account_id), today) for each in self._steps),
                *(self._concern(each) for each in self._concerns),
                *(self._calls(each) for each in self._reading.call_lists.all()),
                *outreach_entries(self._outreaches, self._rows, self._to_call, self._whom(), self._now),
                *loss_entries(self._reading),
                *(entries.notice(each, self._call(each.account_id), today) for each in self._contracts),
            )
        )

    def _concern(self, listed: lists.ListedConcern) -> Entry | None:
        """Ask for what a concern waits for, in the working days of whoever owns it."""
        owner_id = listed.concern.colleague_id
        owner = self._ours.get(owner_id) if owner_id else None
        days = days_of(owner, self._reading.book, self._today)
        return entries.concern(listed, days, self._call(listed.concern.account_id), self._now)

    def _whom(self) -> dict[UUID, Person]:
        """Give who is asked for first in the outreaches."""
        wanted = {one.person_id for each in self._outreaches for one in each.mine if one.person_id}
        return {each.id: each for each in self._reading.people.where(id=list(wanted))} if wanted else {}

    def _calls(self, calls: CallList) -> Entry | None:
        answers = self._reading.answers.where(account_id=list(calls.account_ids)) if calls.ended_on is None else ()
        return entries.list_of_calls(calls, len(calls.left(answers)), self._today)

    def _ahead(self) -> str:
        """Name the next review beyond the days that are shown."""
        until = last_day(self._today)
        later = [each for each in self._planned if each.on > until]
        first = min(later, key=lambda each: (each.on, each.account), default=None)
        return f"Next is {first.account}, {first.kind} review on {short_day(first.on, self._today)}." if first else ""

    def _call(self, account_id: UUID) -> ToCall:
        return self._to_call.get(account_id, ToCall())

    def _quiet(self, row: AccountRow) -> QuietAccount:
        call = self._call(row.id)
        words = "never spoken with" if row.spoke_days is None else f"{counted_days(row.spoke_days)} without contact"
        return QuietAccount(
            account_id=row.id, account=row.name, words=words, person=call.person, phone=call.phone, email=call.email
        )

    def _tasks(self, found: Iterable[Entry]) -> tuple[Task, ...]:
        """Give what could be done now: what is asked for up to tomorrow and waits on me, and calls to the quiet."""
        rows = {each.id: each for each in self._rows}
        steps = {each.id: each for each in self._steps}
        soon = self._today + timedelta(days=1)
        asked = [each for each in found if each.on <= soon and each.account_id in rows and _is_mine(each, steps)]
        tasks = [_task(each, rows[each.account_id], steps.get(each.id), self._today) for each in asked]
        named = {each.account_id for each in tasks}
        return (*tasks, *(_call_task(each) for each in self._rows if each.is_quiet and each.id not in named))

    def _missed(self) -> Missed:
        since, today = self._last_seen, self._today
        if since is None:
            return Missed()
        return Missed(
            follow_ups=_count((each.due for each in self._steps), since, today),
            meetings=_count((each.on for each in self._planned), since, today),
            reviews_late=self._late_since(since),
            notices=_count((each.notice_on for each in self._contracts), since, today),
        )

    def _late_since(self, since: date) -> int:
        """Count the reviews that became late after that day and before today."""
        late, day = timedelta(days=LATE_DAYS), timedelta(days=1)
        return due_accounts.count_due_between(self._reading.connection, since + day - late, self._today - day - late)


def _waiting(steps: Iterable[FollowUpRow], colleagues: Iterable[Colleague], today: date) -> tuple[WaitingOn, ...]:
    """Group what waits on colleagues by person, who has most on top."""
    owed: dict[UUID, list[FollowUpRow]] = defaultdict(list)
    for each in steps:
        if each.waits_on is WaitsOn.COLLEAGUE and each.who_id is not None:
            owed[each.who_id].append(each)
    found = [_owing(each, owed[each.id], today) for each in colleagues if each.id in owed]
    return tuple(sorted(found, key=_most_first))


def _owing(colleague: Colleague, rows: list[FollowUpRow], today: date) -> WaitingOn:
    dues = [each.due for each in rows if each.due is not None]
    return WaitingOn(
        colleague_id=colleague.id,
        name=colleague.name,
        email=colleague.email,
        things=len(rows),
        accounts=tuple(dict.fromkeys(each.account for each in rows)),
        days_over=max(((today - each).days for each in dues if each < today), default=0),
        next_due=min((each for each in dues if each >= today), default=None),
    )


def _is_mine(entry: Entry, steps: dict[UUID, FollowUpRow]) -> bool:
    if entry.sort is Sort.MEETING:
        return False
    return entry.sort is not Sort.STEP or steps[entry.id].waits_on is WaitsOn.ME


def _task(entry: Entry, row: AccountRow, step: FollowUpRow | None, today: date) -> Task:
    pressing = Pressing.NO
    if entry.sort is Sort.STEP and entry.is_promise and entry.on <= today:
        pressing = Pressing.PROMISED
    elif entry.sort is Sort.CONCERN and entry.on <= today:
        pressing = Pressing.OVERDUE if entry.on < today else Pressing.CLOCK
    title = entry.title if row.name in entry.title else f"{entry.title}, {row.name}"
    minutes = step.minutes if step and step.minutes else MINUTES[entry.sort]
    return Task(
        id=entry.id, what=title, account_id=row.id, account=row.name, minutes=minutes, pressing=pressing, due=entry.on,
        revenue=row.revenue, currency=row.currency, health=row.health,
    )  # fmt: skip


def _call_task(row: AccountRow) -> Task:
    return Task(
        id=row.id, what=f"Call {row.name}", account_id=row.id, account=row.name, minutes=A_CALL, revenue=row.revenue,
        currency=row.currency, health=row.health,
    )  # fmt: skip


def _count(days: Iterable[date | None], since: date, today: date) -> int:
    return sum(fell_within(each, since, today) for each in days)


def _longest_quiet(row: AccountRow) -> tuple[bool, int, str]:
    return row.spoke_days is not None, -(row.spoke_days or 0), row.name


def _most_first(waiting: WaitingOn) -> tuple[int, int, str]:
    return -waiting.things, -waiting.days_over, waiting.name
