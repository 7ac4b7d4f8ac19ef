"""What a calendar says to a book: the meetings it knows, those it could take in, and what the person chose."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from pathlib import Path
from uuid import UUID

from reviewdesk.domain.address_book import AccountMeant
from reviewdesk.domain.intervals import short_day
from reviewdesk.domain.meeting_read import Brings, MeetingRead
from reviewdesk.services.account_values import AccountName


class TakenAs(StrEnum):
    """What becomes of a meeting: a review while it is ahead, a contact made once it was."""

    REVIEW = "review"
    CONTACT = "contact"


@dataclass(frozen=True, slots=True)
class KnownMeeting:
    """A meeting whose review stands in the book, and what the calendar brings for it."""

    review_id: UUID
    account: str
    meeting: MeetingRead
    brings: Brings
    was: date | None

    def told(self, today: date) -> str:
        """Say what becomes of the review."""
        if self.brings is Brings.MOVE:
            before = f" from {short_day(self.was, today)}" if self.was not in (None, self.meeting.day) else ""
            clock = f" {self.meeting.starts_at.astimezone():%H:%M}" if self.meeting.starts_at and not before else ""
            return f"{self.account}: moved{before} to {short_day(self.meeting.day, today)}{clock}"
        return f"{self.account}: {self.brings}"

    @property
    def changes(self) -> bool:
        """Say whether anything is written for it."""
        return self.brings in (Brings.MOVE, Brings.CHANGE, Brings.CANCEL)


@dataclass(frozen=True, slots=True)
class OfferedMeeting:
    """A meeting that the book does not know, and the accounts that its people's addresses mean, the surest first."""

    meeting: MeetingRead
    accounts: tuple[AccountMeant, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class CalendarSeen:
    """What stands in a calendar file; `others` counts meetings with nobody of this book, which are let be."""

    name: str
    today: date
    known: tuple[KnownMeeting, ...]
    offered: tuple[OfferedMeeting, ...]
    others: int
    left_out: tuple[str, ...]
    accounts: tuple[AccountName, ...]

    @property
    def brings(self) -> tuple[KnownMeeting, ...]:
        """Give the known meetings that change something."""
        return tuple(each for each in self.known if each.changes)


@dataclass(frozen=True, slots=True)
class MeetingChoice:
    """What the person chose for one offered meeting: the account and what it is taken as."""

    uid: str
    account_id: UUID
    taken_as: TakenAs


@dataclass(frozen=True, slots=True)
class CalendarTaken:
    """What was taken from a calendar, each as a sentence; the newest review that was planned, if any."""

    told: tuple[str, ...]
    review_id: UUID | None = None


@dataclass(frozen=True, slots=True)
class CalendarNews:
    """What the calendars read at the start brought: what moved, and what could not be read, each as a sentence."""

    moved: tuple[str, ...] = ()
    troubles: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class CalendarFile:
    """A calendar file that is read again at each start."""

    id: UUID
    path: Path
    read_on: date | None
