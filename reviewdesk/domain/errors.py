"""Everything that can be told to a person, as one tree.

ReviewDeskError
    RefusedError            what was asked cannot be done, and why
        MissingError        a record that was named is not in the book
        UnreadableError     a file cannot be read as what it claims to be
            NotAFormError   a file that may be something else is no feedback form
        NotFinishedError    something must be decided or added first
        StrangerError       a mail would go to somebody who is none of the customer's people
    StaleError              the record was changed elsewhere since it was read
    UndoRefusedError        the value is no longer what the step left behind
    BookError               the book itself cannot be used
        NewerBookError      it was made by a newer program
        OlderBookError      it was made by an older program, and may not be brought up to date now
        DamagedBookError    it does not read as it was written
        BusyBookError       somebody else has it open
    LeakError               a customer's document holds something internal

Each message is a whole sentence that says what to do next. Anything that is not in this tree is a bug of ours.
"""

from reviewdesk.domain.held_back import HeldBack

People = tuple[tuple[str, str], ...]


class ReviewDeskError(Exception):
    """Something to tell the person, with what to do next."""


class RefusedError(ReviewDeskError):
    """What was asked cannot be done as it stands."""


class MissingError(RefusedError):
    """A record that was named is not in the book."""


class UnreadableError(RefusedError):
    """A file cannot be read as what it claims to be."""


class NotAFormError(UnreadableError):
    """A file that may be something else is no feedback form of ours."""


class NotFinishedError(RefusedError):
    """Something must be decided or added first."""


class StrangerError(RefusedError):
    """A mail would go to `strangers`, who are among those it is `to` and none of the customer's people."""

    def __init__(self, message: str, *, to: People, strangers: People) -> None:
        super().__init__(message)
        self.to, self.strangers = to, strangers


class StaleError(ReviewDeskError):
    """The record was changed elsewhere since it was read; holds both values."""

    def __init__(self, message: str, *, mine: object, stored: object) -> None:
        super().__init__(message)
        self.mine = mine
        self.stored = stored


class UndoRefusedError(ReviewDeskError):
    """The value is no longer what the step left behind."""


class BookError(ReviewDeskError):
    """The book itself cannot be used."""


class NewerBookError(BookError):
    """The book was made by a newer program."""


class OlderBookError(BookError):
    """The book was made by an older program, and is only looked at."""


class DamagedBookError(BookError):
    """The book does not read as it was written."""


class BusyBookError(BookError):
    """Somebody else has the book open."""


class LeakError(ReviewDeskError):
    """A customer's document holds something that was not meant for them; `held` is what is needed to decide it."""

    def __init__(self, message: str, *, held: HeldBack | None = None) -> None:
        super().__init__(message)
        self.held = held
