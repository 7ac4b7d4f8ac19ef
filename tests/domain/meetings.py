"""A meeting to read notes against: Tuesday 24 November 2026, with two of theirs and two of ours."""

from datetime import date
from uuid import UUID, uuid5

from reviewdesk.domain.line_records import LineRecord, Meeting
from reviewdesk.domain.note_taking import Taken, take_notes
from reviewdesk.domain.review import NoteLine, Review

_SPACE = UUID("6ba7b810-9dad-11d1-80b4-00c04fd430c8")
TUESDAY = date(2026, 11, 24)
ACCOUNT, ANNA, PIOTR, DANA, OMAR = (uuid5(_SPACE, name) for name in ("account", "Anna", "Piotr", "Dana", "Omar"))


def review(*texts: str) -> Review:
    """Make a review with these lines, not read yet."""
    return Review(account_id=ACCOUNT, planned_on=TUESDAY, lines=tuple(NoteLine(text=each) for each in texts))


def meeting_of(one: Review) -> Meeting:
    """Give what its lines are read against."""
    return Meeting(
        account_id=ACCOUNT,
        review_id=one.id,
        on=TUESDAY,
        people=((ANNA, "Anna Nowak"), (PIOTR, "Piotr Zając")),
        colleagues=((DANA, "Dana Reyes"), (OMAR, "Omar Haddad")),
        me_id=DANA,
    )


class Notes:
    """Notes with the records their lines made, as the book would hold them."""

    def __init__(self, text: str = "") -> None:
        self.review = review()
        self.records: dict[UUID, LineRecord] = {}
        self.gone: list[NoteLine] = []
        self.type(text)

    def type(self, text: str) -> Taken:
        """Put a text in place of the notes and keep what follows from it."""
        before = self.review
        taken = take_notes(before, text, self.records, meeting_of(before), self.gone)
        self.review = taken.review
        for each in taken.removed:
            del self.records[each.id]
        for each in taken.put:
            self.records[each.id] = each
        left = {each.id for each in self.review.lines}
        self.gone = [each for each in (*self.gone, *before.lines) if each.id not in left]
        return taken

    def record(self, number: int = 0) -> LineRecord:
        """Give the record of the line with this number."""
        record_id = self.review.lines[number].record_id
        assert record_id is not None
        return self.records[record_id]
