"""Reminders: what is due now, what was shown, and the inbox of what the person has not seen yet.

A reminder is shown first and kept as shown after: whatever happens in between, it comes again rather than never.
"""

from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from typing import Final
from uuid import UUID

from reviewdesk.domain.changes import Changes
from reviewdesk.domain.reminder import Reminder
from reviewdesk.domain.reminding import DueReminder, due_reminders
from reviewdesk.services.follow_up_rows import due_words
from reviewdesk.services.follow_up_typing import LONGEST_LEAD
from reviewdesk.services.outcome import Outcome
from reviewdesk.storage.lists.reminders import UnseenReminder, known_keys, may_remind, shown_keys, unseen
from reviewdesk.storage.store import Store

LOOKS_AHEAD: Final = timedelta(days=LONGEST_LEAD)


@dataclass(frozen=True, slots=True, kw_only=True)
class InboxRow:
    """One reminder the person has not seen; earlier unseen ones of the same follow-up stand behind it."""

    id: UUID
    follow_up_id: UUID
    account_id: UUID
    account: str
    what: str
    is_promise: bool
    is_late: bool
    is_today: bool
    due_words: str
    shown_at: datetime


class ReminderService:
    """The reminders of one book."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def due(self, now: datetime) -> tuple[DueReminder, ...]:
        """Give what is to be shown now, the oldest first; `now` is in the person's own time zone.

        Asking keeps nothing: it is given again until `shown` is told.
        """
        with self._store.read() as reading:
            follow_ups = may_remind(reading.connection, _ahead(now.date()))
            shown = shown_keys(reading.connection)
        return due_reminders(follow_ups, now, shown)

    def shown(self, reminders: Collection[DueReminder]) -> Outcome[int]:
        """Keep these as shown, with all they stand for; answers how many are new in the inbox.

        Nothing is kept while the book is looked at as of another day.
        """
        if not reminders or not self._store.clock.is_real:
            return Outcome(0, Changes())
        with self._store.write("Show reminders", quiet=True) as work:
            wanted = {each.key: each for each in _records(reminders, work.now)}
            known = known_keys(work.connection, wanted)
            follow_ups = {each.id for each in work.follow_ups.where(id=[each.follow_up_id for each in reminders])}
            fresh = [each for key, each in wanted.items() if key not in known and each.follow_up_id in follow_ups]
            work.reminders.add_all(fresh)
        return Outcome(sum(each.seen_at is None for each in fresh), work.changes)

    def inbox(self) -> tuple[InboxRow, ...]:
        """Give what was shown and not seen, one for each open follow-up, the newest first."""
        today = self._store.clock.today()
        with self._store.read() as reading:
            return tuple(_inbox_row(each, today) for each in unseen(reading.connection))

    def seen(self, reminder_id: UUID) -> Outcome[int]:
        """Take one out of the inbox, with the earlier ones of its follow-up."""
        with self._store.write("See reminder", quiet=True) as work:
            follow_up_id = work.reminders.get(reminder_id).follow_up_id
            unseen_ones = work.reminders.where(follow_up_id=follow_up_id, seen_at=None)
            for each in unseen_ones:
                work.reminders.put(replace(each, seen_at=work.now))
        return Outcome(len(unseen_ones), work.changes)

    def seen_all(self) -> Outcome[int]:
        """Empty the inbox."""
        with self._store.write("See all reminders", quiet=True) as work:
            unseen_ones = work.reminders.where(seen_at=None)
            for each in unseen_ones:
                work.reminders.put(replace(each, seen_at=work.now))
        return Outcome(len(unseen_ones), work.changes)


def _ahead(day: date) -> date:
    return date.max if date.max - day < LOOKS_AHEAD else day + LOOKS_AHEAD


def _records(reminders: Iterable[DueReminder], now: datetime) -> Iterable[Reminder]:
    """Make a record of each key; what only stands behind a newer reminder needs no look of its own."""
    for each in reminders:
        for key in each.keys:
            yield Reminder(
                key=key,
                follow_up_id=each.follow_up_id,
                account_id=each.account_id,
                shown_at=now,
                seen_at=None if key == each.key else now,
            )


def _inbox_row(found: UnseenReminder, today: date) -> InboxRow:
    return InboxRow(
        id=found.id,
        follow_up_id=found.follow_up_id,
        account_id=found.account_id,
        account=found.account,
        what=found.what,
        is_promise=found.is_promise,
        is_late=found.due is not None and found.due < today,
        is_today=found.due == today,
        due_words=due_words(found.due, today),
        shown_at=found.shown_at,
    )
