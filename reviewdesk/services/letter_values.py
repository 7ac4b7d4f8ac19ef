"""What the window knows of a letter that is being composed."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from uuid import UUID

from reviewdesk.domain.letters.completeness import Missing
from reviewdesk.domain.letters.form import LetterKind
from reviewdesk.services.print_outs import PrintOut

Area = tuple[float, float, float, float]


@dataclass(frozen=True, slots=True, kw_only=True)
class LetterStart:
    """A letter as it begins: for whom it can be, whom it is for at first, and its texts by the names of their fields.

    `texts` are what was typed when it was left, else `begun`; `due` is the day on which it is to be written at the
    latest, and `today` the day it is.
    """

    kind: LetterKind
    concern_id: UUID
    account_id: UUID
    account: str
    people: tuple[tuple[UUID | None, str], ...]
    person_id: UUID | None
    begun: Mapping[str, str]
    today: date
    due: date | None = None
    texts: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """Words of a letter that are not the customer's to read: what they are, in which field, and where on the page.

    `field` is empty where they stand in none; pages count from 1, areas are left, bottom, right, top in points.
    """

    kind: str
    words: str
    field: str = ""
    page: int = 1
    areas: tuple[Area, ...] = ()


@dataclass(frozen=True, slots=True)
class LetterNow(PrintOut):
    """A letter as it stands: its pages, what it must still say, and what must not stay in it."""

    missing: tuple[Missing, ...] = ()
    hits: tuple[Hit, ...] = ()

    @property
    def is_ready(self) -> bool:
        """Say whether it can be written."""
        return not self.missing and not self.hits


@dataclass(frozen=True, slots=True)
class WrittenLetter:
    """A letter that was written and is kept on its concern; `does` is the follow-up that is done with it, if any."""

    letter: PrintOut
    does: UUID | None = None
