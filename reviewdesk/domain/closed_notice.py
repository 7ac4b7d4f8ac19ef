"""What is due while the program is closed, told in one notice that names nobody and no book."""

from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from enum import StrEnum
from typing import Final
from uuid import UUID

from reviewdesk.domain.follow_up import FollowUp
from reviewdesk.domain.reminding import due_reminders

# A notice comes at login, and who logs in before the usual hour of reminders is told all the same.
FROM: Final = time(0)
DAYS_BEFORE_A_REVIEW: Final = 1


class DueWhen(StrEnum):
    """When something is due, in the words of the notice; in this order they stand in it."""

    LATE = "late"
    TODAY = "today"
    AHEAD = "in the days ahead"
    REVIEW_PAST = "past its day"
    REVIEW_TODAY = "today, review"
    REVIEW_TOMORROW = "tomorrow, review"
    UPDATE = "after an update"


_REVIEWS: Final = {
    DueWhen.REVIEW_PAST: "past its day",
    DueWhen.REVIEW_TODAY: "today",
    DueWhen.REVIEW_TOMORROW: "tomorrow",
}
_UPDATE: Final = "update"
_AHEAD: Final = frozenset({DueWhen.AHEAD, DueWhen.REVIEW_TOMORROW})


@dataclass(frozen=True, slots=True)
class PlannedDay:
    """A review that is planned, and its day."""

    review_id: UUID
    day: date


@dataclass(frozen=True, slots=True)
class DueThing:
    """One thing that is due and that no window has shown yet.

    `key` is the same for the same record, day and lead time; `keys` are all that count as told once this one is.
    """

    key: str
    when: DueWhen
    keys: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ClosedNotice:
    """The words of the notice: counts and days, never a name."""

    title: str
    words: str


def due_things(
    follow_ups: Iterable[FollowUp], reviews: Iterable[PlannedDay], now: datetime, shown: Collection[str]
) -> tuple[DueThing, ...]:
    """Give what is due in one book, `now` in the person's own time zone; `shown` is what a window has shown."""
    today = now.date()
    reminders = due_reminders(follow_ups, now, shown, at=FROM)
    return (
        *(DueThing(each.key, _when(each.due, today), each.keys) for each in reminders),
        *(_of_review(each, today) for each in reviews if (each.day - today).days <= DAYS_BEFORE_A_REVIEW),
    )


def due_update(schema: int) -> DueThing:
    """Give what is due in a book that an older program made: only opening it once lets anything be known of it."""
    key = f"{_UPDATE}/{schema}"
    return DueThing(key, DueWhen.UPDATE, (key,))


def closed_notice(things: Sequence[DueThing]) -> ClosedNotice:
    """Put everything into one notice, of however many books and however long the program was closed."""
    counts = Counter(each.when for each in things)
    number = "1 thing" if len(things) == 1 else f"{len(things):,} things"
    verb = "is" if len(things) == 1 else "are"
    comes = "coming up" if set(counts) <= _AHEAD else "due"
    return ClosedNotice(
        f"{number} {verb} {comes} in ReviewDesk",
        ", ".join(_words(when, counts[when]) for when in DueWhen if counts[when]),
    )


def _when(due: date | None, today: date) -> DueWhen:
    if due is None or due == today:
        return DueWhen.TODAY
    return DueWhen.LATE if due < today else DueWhen.AHEAD


def _of_review(review: PlannedDay, today: date) -> DueThing:
    """Tell of a review the day before and on its day; what was told on its day is not told again after it."""
    left = (review.day - today).days
    when = DueWhen.REVIEW_TOMORROW if left > 0 else DueWhen.REVIEW_TODAY if left == 0 else DueWhen.REVIEW_PAST
    told = [f"{review.review_id}/{review.day}/{lead}" for lead in range(max(left, 0), DAYS_BEFORE_A_REVIEW + 1)]
    return DueThing(told[0], when, tuple(told))


def _words(when: DueWhen, count: int) -> str:
    if when is DueWhen.UPDATE:
        return f"{'1 book' if count == 1 else f'{count:,} books'} to open once after an update"
    if when in _REVIEWS:
        return f"{'1 review' if count == 1 else f'{count:,} reviews'} {_REVIEWS[when]}"
    return f"{count:,} {when.value}"
