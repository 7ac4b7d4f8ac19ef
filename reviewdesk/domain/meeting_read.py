"""A meeting as somebody's calendar tells of it, and what that means for the review it belongs to."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from enum import StrEnum

from reviewdesk.domain.address_book import Address
from reviewdesk.domain.errors import RefusedError
from reviewdesk.domain.review import Review


@dataclass(frozen=True, slots=True, kw_only=True)
class MeetingRead:
    """One meeting of a calendar.

    `uid` stays the same through every move; that of one meeting of a series holds its first day too. `starts_at` is in
    UTC, `zone` an IANA name where the calendar names one; without `starts_at` it is of the whole `day`.
    """

    uid: str
    title: str
    day: date
    starts_at: datetime | None = None
    zone: str = ""
    minutes: int = 60
    place: str = ""
    sequence: int = 0
    is_cancelled: bool = False
    people: tuple[Address, ...] = ()


@dataclass(frozen=True, slots=True)
class CalendarRead:
    """What a calendar file holds: its meetings by day, and a sentence for everything that was left out.

    `whole` are the ids of those that it holds with all their days, and how often each was changed: a day that a series
    no longer has is not to be met on any more.
    """

    meetings: tuple[MeetingRead, ...]
    left_out: tuple[str, ...] = ()
    whole: Mapping[str, int] = field(default_factory=dict)


class Brings(StrEnum):
    """What a calendar brings for a review that it knows."""

    NOTHING = "as it stands here"
    MOVE = "moved"
    CHANGE = "changed"
    CANCEL = "cancelled"
    OLDER = "older than what stands here"
    OVER = "over already"


def brought(review: Review, meeting: MeetingRead) -> tuple[Brings, Review]:
    """Give what a calendar brings for a review, and the review as it then is.

    The newer one holds: a meeting that counts fewer changes than the review was changed here since. One that is over
    stays on its day.
    """
    if not review.is_open:
        return Brings.OVER, review
    if meeting.sequence < review.calendar_sequence:
        return Brings.OLDER, review
    if meeting.is_cancelled:
        return Brings.CANCEL, _counted(review.cancelled(because="Cancelled in the calendar"), meeting)
    planned = _as_told(review, meeting)
    if (planned.planned_on, planned.starts_at) != (review.planned_on, review.starts_at):
        moved = planned.moved(meeting.day, starts_at=meeting.starts_at)
        return Brings.MOVE, _counted(moved, meeting)
    changed = planned if (planned.place, planned.length) != (review.place, review.length) else review
    return (Brings.NOTHING if changed is review else Brings.CHANGE), _counted(changed, meeting)


def booked(review: Review, meeting: MeetingRead) -> Review:
    """Give a new review the day, time and place of a meeting, and the id by which the calendar knows it.

    Raises:
        RefusedError: the meeting was cancelled.
    """
    if meeting.is_cancelled:
        raise RefusedError("This meeting was cancelled. There is nothing to plan.")
    told = _as_told(replace(review, place=""), meeting)
    return replace(told, calendar_uid=meeting.uid, calendar_sequence=meeting.sequence)


def _as_told(review: Review, meeting: MeetingRead) -> Review:
    return replace(
        review,
        planned_on=meeting.day,
        starts_at=meeting.starts_at,
        zone=meeting.zone if meeting.starts_at else review.zone,
        length=meeting.minutes if meeting.starts_at else review.length,
        place=meeting.place or review.place,
    )


def _counted(review: Review, meeting: MeetingRead) -> Review:
    return replace(review, calendar_sequence=meeting.sequence)
