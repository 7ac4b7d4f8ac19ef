"""The follow-up reminder: on one page what a person of theirs took on, and what they will get from us."""

from dataclasses import dataclass
from datetime import date

from reviewdesk.domain.letters.frame import LetterFrame
from reviewdesk.domain.letters.pieces import Pieces, filled
from reviewdesk.domain.letters.words import phrases_in
from reviewdesk.domain.summary import Agreed, CustomerSummary


@dataclass(frozen=True, slots=True, kw_only=True)
class ReminderItem:
    """One thing that was agreed: what, who it is for or who does it, by when, and in which meeting.

    It says nothing of being late: the day it was agreed for is enough.
    """

    what: str
    who: str = ""
    due: date | None = None
    occasion: str = ""
    agreed_on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Reminder:
    """All that one person of theirs is reminded of: theirs, for one of us, and ours, done by one of us."""

    frame: LetterFrame
    theirs: tuple[ReminderItem, ...] = ()
    ours: tuple[ReminderItem, ...] = ()

    @property
    def subject(self) -> Pieces:
        """Give what it is about."""
        return filled(phrases_in(self.frame.language)["subject reminder"])

    @property
    def as_summary(self) -> CustomerSummary:
        """Give what it says in the shape in which the leak guard knows what a customer may read."""
        frame = self.frame
        we_will, you_will = (
            tuple(Agreed(each.what, each.who, each.due) for each in some) for some in (self.ours, self.theirs)
        )
        return CustomerSummary(
            frame.vendor, frame.recipient.company, frame.written_on, we_will=we_will, you_will=you_will
        )
