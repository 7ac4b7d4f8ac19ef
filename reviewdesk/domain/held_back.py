"""A document or mail that was held back because it says what is not for its reader, and what was found in it."""

from dataclasses import dataclass
from uuid import UUID

Area = tuple[float, float, float, float]


@dataclass(frozen=True, slots=True)
class HeldLeak:
    """Words that are not for the reader: what they are, and where they stand in a PDF or, with page 0, in a text."""

    kind: str
    words: str
    page: int = 0
    areas: tuple[Area, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class HeldBack:
    """What was held back, as far as it is needed to show it and to decide what was found.

    `document` is what it is called, `about` the record it is of; a document is its PDF, a mail its text. `may_take_out`
    says that what holds the words can be set aside from here.
    """

    account_id: UUID
    about: UUID
    document: str
    leaks: tuple[HeldLeak, ...]
    pdf: bytes = b""
    file_name: str = ""
    text: str = ""
    may_take_out: bool = False
