"""What a person fills in for a letter, and the letter that comes of it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import Final
from uuid import UUID

from reviewdesk.domain.letters.first_answer import FirstAnswer
from reviewdesk.domain.letters.frame import LetterFrame
from reviewdesk.domain.letters.recovery import RecoveryLetter


class LetterKind(StrEnum):
    """Which letter a concern asks for."""

    FIRST_ANSWER = "first answer"
    RECOVERY = "recovery letter"


@dataclass(frozen=True, slots=True, kw_only=True)
class LetterField:
    """One text of a letter: its name, what is asked for, and how many lines it shows.

    What is `chosen` stands in the letter only when the person says so; what is `free` may stay empty.
    """

    name: str
    label: str
    hint: str = ""
    lines: int = 2
    chosen: bool = False
    free: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Typed:
    """What was filled in: for whom, the texts by the names of their fields, and whether it admits.

    `meant` are words that the person said are meant although they read like what is not the customer's.
    """

    kind: LetterKind
    concern_id: UUID
    person_id: UUID | None = None
    texts: Mapping[str, str] = field(default_factory=dict)
    admits: bool = False
    meant: frozenset[str] = frozenset()


_CONCERN: Final = LetterField(
    name="concern", label="What it is about, in words for them", hint="Two late deliveries in the early-morning slot"
)
_OWN: Final = LetterField(name="own_words", label="In your own words", lines=3, free=True)
FIELDS: Final[Mapping[LetterKind, tuple[LetterField, ...]]] = {
    LetterKind.FIRST_ANSWER: (
        LetterField(name="thanks", label="Thanks"),
        _CONCERN,
        LetterField(name="not_so", label="This is not how we want it"),
        LetterField(name="admission", label="Admit that it was our mistake", chosen=True),
        _OWN,
        LetterField(name="understand", label="We want to understand, and when they hear from you", lines=3),
    ),
    LetterKind.RECOVERY: (
        _CONCERN,
        LetterField(name="happened", label="What happened, and why", lines=3, hint="You were right. The cause: …"),
        LetterField(name="apology", label="Apology"),
        LetterField(
            name="prevention", label="How it is prevented from now on", hint="So that it does not happen again: …"
        ),
        _OWN,
        LetterField(name="thanks", label="Thanks to whoever raised it"),
    ),
}


def letter_of(typed: Typed, frame: LetterFrame, raised_on: date) -> FirstAnswer | RecoveryLetter:
    """Make the letter of what was filled in; it admits nothing unless that was chosen."""
    known = FIELDS[typed.kind]
    texts = {each.name: typed.texts.get(each.name, "").strip() for each in known if typed.admits or not each.chosen}
    if typed.kind is LetterKind.FIRST_ANSWER:
        return FirstAnswer(frame=frame, raised_on=raised_on, **texts)
    return RecoveryLetter(frame=frame, raised_on=raised_on, **texts)
