"""Puts what the book holds into the words of a day."""

from collections.abc import Iterable, Mapping
from datetime import date, datetime, timedelta
from typing import Final
from uuid import UUID

from reviewdesk.domain.account import Tier
from reviewdesk.domain.asking import ask_clock
from reviewdesk.domain.call_list import CallList
from reviewdesk.domain.concern import SEVERITIES
from reviewdesk.domain.follow_up import WaitsOn
from reviewdesk.domain.intervals import DueState, counted_days, is_called, short_day
from reviewdesk.domain.ladder import LadderStep, Rung, day_of, next_step
from reviewdesk.domain.review import ReviewState
from reviewdesk.domain.today import Entry, Sort, Weight, last_day
from reviewdesk.domain.today_clocks import clock_of
from reviewdesk.domain.working_days import WorkingDays
from reviewdesk.services.account_values import AccountRow
from reviewdesk.services.follow_up_rows import FollowUpRow
from reviewdesk.storage.lists.today import Contract, ListedConcern, PlannedReview, ToCall

BRIEF_WORKING_DAYS: Final = 7
LATE_STEP: Final = 7  # days that a step may wait before it presses
NOTICE_AHEAD: Final = timedelta(days=90)
GRAVE: Final = 3
_TO_PREPARE: Final = frozenset({ReviewState.PLANNED, ReviewState.INVITED})
_MARKS: Final = '“”"'


def meeting(planned: PlannedReview, people: Mapping[UUID, str], to_call: ToCall, today: date) -> Entry:
    """Put a planned review in words; one whose day has passed asks whether it was held."""
    passed = planned.on < today
    names = ", ".join(people[each] for each in planned.people_ids if each in people)
    ready = "brief ready" if planned.state is ReviewState.PREPARED else ""
    kind = "review by call" if planned.by_call else f"{planned.kind} review"
    was = f"planned for {short_day(planned.on, today)}: hold it, move it or call it off"
    return Entry(
        sort=Sort.MEETING_PAST if passed else Sort.MEETING,
        id=planned.id,
        account_id=planned.account_id,
        account=planned.account,
        title=f"{planned.account}, {kind}",
        about=was if passed else _joined(f"{planned.length} min", planned.place, names, ready),
        on=planned.on,
        at=None if passed or planned.starts_at is None else planned.starts_at.astimezone(),
        length=planned.length,
        state=f"{counted_days((today - planned.on).days)} ago" if passed else "",
        weight=Weight.OVER if passed else Weight.CALM,
        person=to_call.person,
        phone=to_call.phone,
        email=to_call.email,
    )


def list_of_calls(calls: CallList, left: int, today: date) -> Entry | None:
    """Ask for the calls of a list while somebody on it is still to be called."""
    if not left or calls.ended_on is not None:
        return None
    words = f"{calls.name}, {left:,} to call"
    return Entry(
        sort=Sort.CALLS, id=calls.id, account_id=calls.id, account=calls.name, title=words,
        about=f"{calls.asked.value} · script ready", on=today,
    )  # fmt: skip


def preparation(planned: PlannedReview, days: WorkingDays, today: date) -> Entry | None:
    """Ask for the next step of a review's ladder as soon as its day is shown; after the meeting for those that follow.

    A review without a ladder asks for its brief, from seven working days before the meeting on until it is prepared.
    """
    due = next_step(planned.ladder, is_held=planned.is_held)
    if planned.ladder and due is None:
        return None
    if due is None:
        return _brief(planned, days, today)
    on = day_of(due, planned.on, days, planned.ladder_since)
    if on > last_day(today) or (not planned.is_held and planned.on <= today):
        return None
    return _asked(planned, _named(due, planned.account), on, today, due.id)


def _named(step: LadderStep, account: str) -> str:
    if step.rung is Rung.BRIEF:
        return f"{account}, brief still to do"
    return f"{account}: {step.what[:1].lower()}{step.what[1:]}"


def _brief(planned: PlannedReview, days: WorkingDays, today: date) -> Entry | None:
    if planned.state not in _TO_PREPARE or planned.on <= today:
        return None
    start = days.before(planned.on, BRIEF_WORKING_DAYS)
    return _asked(planned, f"{planned.account}, brief still to do", start, today)


def _asked(planned: PlannedReview, title: str, on: date, today: date, step_id: UUID | None = None) -> Entry:
    left = (planned.on - today).days
    over = (today - on).days if step_id else 0
    when = f"review in {counted_days(left)}, on" if left > 0 else "review held on"
    late = f"{counted_days(over)} over" if over > 0 else ""
    return Entry(
        sort=Sort.PREPARE,
        id=planned.id,
        account_id=planned.account_id,
        account=planned.account,
        title=title,
        about=f"{when} {short_day(planned.on, today)}",
        on=max(on, today),
        state="Tomorrow" if left == 1 else late,
        weight=Weight.NEAR if left == 1 else Weight.OVER if over > LATE_STEP else Weight.CALM,
        step_id=step_id,
    )


def review_due(row: AccountRow, to_call: ToCall, today: date) -> Entry | None:
    """Ask for a review that is due by the last day shown and not booked."""
    due = row.next_review
    if due is None or due.state is DueState.BOOKED or due.day > last_day(today):
        return None
    called = is_called(row.tier)
    late = due.state is DueState.LATE
    spoke = "" if row.spoke_days is None or not row.is_quiet else f"{counted_days(row.spoke_days)} without contact"
    return Entry(
        sort=Sort.REVIEW_DUE,
        id=row.id,
        account_id=row.id,
        account=row.name,
        title=f"Call {row.name} for the review" if called else f"Plan the review with {row.name}",
        about=_joined(_tier(row.tier), f"due {short_day(due.day, today)}", spoke, to_call.phone),
        on=due.day,
        state="Late" if late else due.words.removeprefix("call ").capitalize() if due.day <= today else "",
        weight=Weight.OVER if late else Weight.NEAR if due.day <= today else Weight.CALM,
        person=to_call.person,
        phone=to_call.phone,
        email=to_call.email,
    )


def step(row: FollowUpRow, to_call: ToCall, today: date) -> Entry | None:
    """Ask for a follow-up that has a date."""
    if row.due is None:
        return None
    phone = row.phone or to_call.phone
    waits = {WaitsOn.COLLEAGUE: f"waits on {row.who or 'a colleague'}", WaitsOn.CUSTOMER: "waits on customer"}
    mine = row.waits_on is WaitsOn.ME
    over = row.due < today
    return Entry(
        sort=Sort.STEP,
        id=row.id,
        account_id=row.account_id,
        account=row.account,
        title=row.what,
        about=_joined(
            row.account, _said(row, today), waits.get(row.waits_on, "") if over else "", phone if mine else ""
        ),
        on=row.due,
        state=row.due_words if mine or over else waits[row.waits_on],
        weight=Weight.OVER if over else Weight.NEAR if row.due == today and mine else Weight.CALM,
        is_promise=row.is_promise,
        person=row.person or to_call.person,
        phone=phone,
        email=row.email or to_call.email,
        change_id=row.change_id,
    )


def concern(listed: ListedConcern, days: WorkingDays, to_call: ToCall, now: datetime) -> Entry | None:
    """Ask for the next step of a concern whose clock runs out in the days shown; a grave one stands from the start."""
    one, today = listed.concern, now.date()
    asking = ask_clock(one, days)
    clock = clock_of(one, days) or asking
    if clock is None or (clock.due > today and one.severity < GRAVE):
        return None
    over = clock.is_over(now)
    was = "was due" if over else "due"
    hour = f" {clock.at:%H:%M}" if clock.at else ""
    days_over = (today - clock.due).days
    return Entry(
        sort=Sort.ASK if asking else Sort.CONCERN,
        id=one.id,
        account_id=one.account_id,
        account=listed.account,
        title=f"“{one.words.strip(_MARKS)}”: {clock.what}",
        about=_joined(listed.account, SEVERITIES[one.severity], one.team, f"{was} {short_day(clock.due, today)}{hour}"),
        on=clock.due,
        at=clock.at if not over else None,
        state=f"{counted_days(days_over)} over" if days_over > 0 else "over" if over else f"severity {one.severity}",
        weight=Weight.OVER if over else Weight.NEAR,
        person=to_call.person,
        phone=to_call.phone,
        email=to_call.email,
    )


def notice(contract: Contract, to_call: ToCall, today: date) -> Entry | None:
    """Warn of the last day on which a contract can be ended, and for a while after it passed."""
    if not is_noticed(contract, today):
        return None
    over = contract.notice_on < today
    return Entry(
        sort=Sort.NOTICE,
        id=contract.account_id,
        account_id=contract.account_id,
        account=contract.account,
        title=f"{contract.account}: no renewal agreed on",
        about=f"notice {'was' if over else 'is'} possible until {short_day(contract.notice_on, today)}, "
        f"the contract ends {short_day(contract.ends_on, today)}",
        on=contract.notice_on,
        state="Notice date passed" if over else "Notice date",
        weight=Weight.OVER if over else Weight.NEAR,
        person=to_call.person,
        phone=to_call.phone,
        email=to_call.email,
    )


def is_noticed(contract: Contract, today: date) -> bool:
    """Say whether the last day on which a contract can be ended is near, or passed not long ago."""
    return today - NOTICE_AHEAD < contract.notice_on <= last_day(today) and contract.ends_on >= today


def there(entries: Iterable[Entry | None]) -> tuple[Entry, ...]:
    """Leave out what is not there."""
    return tuple(each for each in entries if each is not None)


def _said(row: FollowUpRow, today: date) -> str:
    whose = "our promise" if row.is_ours else "their promise"
    what = whose if row.is_promise else ""
    when = f"of {short_day(row.said_on, today)}" if row.said_on and what else ""
    return " ".join(each for each in (what, when) if each)


def _tier(tier: Tier | None) -> str:
    return tier.value if tier else ""


def _joined(*parts: str) -> str:
    return " · ".join(each for each in parts if each)


def local_now(now: datetime) -> datetime:
    """Give a moment in the person's own time."""
    return now.astimezone()
