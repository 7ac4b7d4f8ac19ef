"""Follow-ups and planned reviews as calendar files that any calendar program reads."""

from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from typing import Final
from uuid import UUID

from reviewdesk.domain.errors import RefusedError
from reviewdesk.domain.follow_up import Side, WaitsOn
from reviewdesk.domain.reminding import REMIND_AT
from reviewdesk.exchange.calendar import calendar_file
from reviewdesk.exchange.calendar_entry import CalendarEntry, morning_alarm
from reviewdesk.storage.atomic import write_whole
from reviewdesk.storage.lists.calendar import (
    DatedFollowUp,
    PlannedReview,
    dated_follow_ups,
    planned_review,
    planned_reviews,
    undated_follow_ups,
)
from reviewdesk.storage.store import Store

BEFORE_A_MEETING: Final = (timedelta(minutes=-15),)


@dataclass(frozen=True, slots=True, kw_only=True)
class WrittenCalendar:
    """A calendar file as it was written: where, how much is in it, and how much has no date and so no place in it."""

    path: Path
    follow_ups: int
    reviews: int
    undated: int


@dataclass(frozen=True, slots=True, kw_only=True)
class _Contents:
    name: str
    follow_ups: tuple[DatedFollowUp, ...]
    reviews: tuple[PlannedReview, ...]
    undated: int


class CalendarService:
    """The calendar of one book."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def export(self) -> bytes:
        """Give all open follow-ups and planned reviews as one file, for the person's own calendar."""
        return _file(self._contents())

    def review_entry(self, review_id: UUID) -> bytes:
        """Give one review as a file that a customer may have: account, kind, time and place, and nothing else.

        Raises:
            RefusedError: the review has no day yet, or is not in the book.
        """
        with self._store.read() as reading:
            found = planned_review(reading.connection, review_id)
        if found is None:
            raise RefusedError("This review has no day yet. Give it one, then take its calendar entry.")
        return calendar_file([_review(found)])

    def write(self, path: Path) -> WrittenCalendar:
        """Write all open follow-ups and planned reviews to a file, whole or not at all.

        Raises:
            RefusedError: it cannot be written there; what was there before is untouched.
        """
        contents = self._contents()
        write_whole(path, _file(contents))
        return WrittenCalendar(
            path=path,
            follow_ups=len(contents.follow_ups),
            reviews=len(contents.reviews),
            undated=contents.undated,
        )

    def _contents(self) -> _Contents:
        with self._store.read() as reading:
            return _Contents(
                name=reading.book.name,
                follow_ups=dated_follow_ups(reading.connection),
                reviews=planned_reviews(reading.connection, self._store.clock.today()),
                undated=undated_follow_ups(reading.connection),
            )


def _file(contents: _Contents) -> bytes:
    entries = [*map(_follow_up, contents.follow_ups), *map(_review, contents.reviews)]
    return calendar_file(entries, name=contents.name)


def _follow_up(found: DatedFollowUp) -> CalendarEntry:
    one = found.follow_up
    assert one.due is not None  # noqa: S101 - only dated ones are asked for
    return CalendarEntry(
        uid=_uid(one.id),
        title=f"{one.what} ({found.account})",
        day=one.due,
        changed_at=found.changed_at,
        sequence=one.version,
        details="\n".join(_details(found)),
        alarms=_alarms(one.due, one.remind_before, one.snoozed_until),
    )


def _details(found: DatedFollowUp) -> list[str]:
    one = found.follow_up
    whose = {WaitsOn.ME: "", WaitsOn.COLLEAGUE: found.colleague, WaitsOn.CUSTOMER: found.person or found.account}
    words = [f"Account: {found.account}"]
    if one.is_promise:
        words.append("Our promise" if one.side is Side.OURS else "Their promise")
    if whose[one.waits_on]:
        words.append(f"Waits on {whose[one.waits_on]}")
    return words


def _alarms(due: date, remind_before: tuple[int, ...], snoozed_until: date | None) -> tuple[timedelta, ...]:
    """Ring on the mornings on which the program reminds; a snoozed one is silent until its day and rings then."""
    days = set(remind_before)
    if snoozed_until is not None:
        first = (due - snoozed_until).days
        days = {first, *(lead for lead in days if lead < first)}
    return tuple(morning_alarm(each, REMIND_AT) for each in sorted(days))


def _review(found: PlannedReview) -> CalendarEntry:
    """Put a review into an entry a customer may see, field by field."""
    return CalendarEntry(
        uid=found.calendar_uid or _uid(found.id),
        title=f"{found.account}, {found.kind} review{' by phone' if found.by_call else ''}",
        day=found.planned_on,
        starts_at=found.starts_at,
        zone=found.zone,
        minutes=found.length,
        place=found.place,
        changed_at=found.changed_at,
        sequence=found.calendar_sequence,
        alarms=(morning_alarm(1, REMIND_AT),) if found.starts_at is None else BEFORE_A_MEETING,
        is_cancelled=found.is_cancelled,
    )


def _uid(record_id: UUID) -> str:
    return f"{record_id}@reviewdesk"
