"""Which reminders of follow-ups are due now: each at least once, none twice, many as one notice."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Final
from uuid import UUID

from reviewdesk.domain.follow_up import FollowUp
from reviewdesk.domain.intervals import counted_days, days_after, short_day

REMIND_AT: Final = time(8)


@dataclass(frozen=True, slots=True)
class DueReminder:
    """A reminder that is to be shown now.

    `key` is the same for the same follow-up, due date and lead time, so that what was shown once is never shown again.
    `replaces` holds earlier reminders of the same follow-up that this one stands for: they count as shown with it.
    """

    key: str
    follow_up_id: UUID
    account_id: UUID
    what: str
    due: date | None
    moment: datetime
    replaces: tuple[str, ...] = ()

    @property
    def keys(self) -> tuple[str, ...]:
        """Give all keys that count as shown once this one is."""
        return (self.key, *self.replaces)

    def words(self, today: date) -> str:
        """Say when it is due: "due today", "due tomorrow", "due in 7 days", "12 days over"."""
        if self.due is None:
            return "you wanted to see it again"
        days = (self.due - today).days
        if days < 0:
            return f"{counted_days(-days)} over"
        return {0: "due today", 1: "due tomorrow"}.get(days, f"due in {counted_days(days)}")


@dataclass(frozen=True, slots=True)
class Notice:
    """What is shown at one look: one reminder by its own words, or many at once."""

    title: str
    words: str
    reminders: tuple[DueReminder, ...]


def due_reminders(
    follow_ups: Iterable[FollowUp], now: datetime, fired: Collection[str], *, at: time = REMIND_AT
) -> tuple[DueReminder, ...]:
    """Give the reminders that are due and were not shown, the oldest first.

    `now` is in the person's own time zone; reminders come at the hour `at` on their days. Of several reminders of one
    follow-up only the newest is given. A snoozed follow-up is silent until its day and speaks then. Days before the
    follow-up was said, and that day itself, remind of nothing but what is due on them.
    """
    found = (_newest(each, now, fired, at) for each in follow_ups if each.is_open)
    return tuple(sorted((each for each in found if each is not None), key=_oldest_first))


def one_notice(reminders: Collection[DueReminder], today: date) -> Notice | None:
    """Put the reminders of one look into one notice, however long the program was closed; nothing without any."""
    ordered = tuple(sorted(reminders, key=_oldest_first))
    if not ordered:
        return None
    if len(ordered) == 1:
        return Notice(ordered[0].what, ordered[0].words(today), ordered)
    oldest = short_day(ordered[0].moment.date(), today)
    return Notice(f"{len(ordered):,} reminders", f"the oldest of {oldest}", ordered)


def _newest(follow_up: FollowUp, now: datetime, fired: Collection[str], at: time) -> DueReminder | None:
    snoozed = follow_up.snoozed_until
    if snoozed is not None and now < _moment(snoozed, at, now):
        return None
    passed = [(moment, key) for moment, key in _moments(follow_up, at, now) if moment <= now]
    if not passed or max(passed)[1] in fired:
        return None
    moment, key = max(passed)
    older = tuple(each for _, each in sorted(passed) if each != key and each not in fired)
    return DueReminder(key, follow_up.id, follow_up.account_id, follow_up.what, follow_up.due, moment, older)


def _moments(follow_up: FollowUp, at: time, now: datetime) -> Iterable[tuple[datetime, str]]:
    due, snoozed = follow_up.due, follow_up.snoozed_until
    start = f"{follow_up.id}/{due or 'no date'}"
    if snoozed is not None:
        yield _moment(snoozed, at, now), f"{start}/snoozed until {snoozed}"
    if due is None:
        return
    for lead in sorted(set(follow_up.remind_before)):
        day = days_after(due, -lead)
        if lead == 0 or follow_up.said_on is None or day > follow_up.said_on:
            yield _moment(day, at, now), f"{start}/{lead}"


def _moment(day: date, at: time, now: datetime) -> datetime:
    return datetime.combine(day, at, tzinfo=now.tzinfo)


def _oldest_first(reminder: DueReminder) -> tuple[datetime, str]:
    return reminder.moment, reminder.key
