"""What a person sees of a feedback form that came back, and what they make of it."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING

from reviewdesk.domain.answer import Asked
from reviewdesk.domain.call_list import asks_for_recovery
from reviewdesk.domain.feedback import FilledIn, IssuedForm, Returned

if TYPE_CHECKING:
    from uuid import UUID

    from reviewdesk.services.mail_values import PersonName


@dataclass(frozen=True, slots=True, kw_only=True)
class FormBack:
    """A form as it came back: whose it is, what is filled in, and who can have answered.

    `content` is the file as it lies on the disk, empty where nothing but paper came back. `is_typed` says that its
    answers are to be typed in, since the file has none that can be read; `why` says why.
    """

    form: IssuedForm
    account: str
    people: tuple[PersonName, ...]
    today: date
    put_right_by: date
    met_on: date | None = None
    person_id: UUID | None = None
    filled: FilledIn = field(default_factory=FilledIn)
    name: str = ""
    content: bytes = b""
    is_typed: bool = False
    why: str = ""

    def before(self, person_id: UUID | None, name: str) -> Returned | None:
        """Give what this person answered in the same form before, if they did."""
        return self.form.earlier(person_id, name)


@dataclass(frozen=True, slots=True, kw_only=True)
class FormTaken:
    """What the person makes of it: who answered, on which day, and what is done about it.

    With `adds_person` whoever is named becomes a person of the account. `replaces` says that what they answered before
    is given up for this. `next_what` and `next_on` are what is done to make good, where a score asks for it.
    """

    filled: FilledIn
    on: date
    person_id: UUID | None = None
    adds_person: bool = False
    replaces: bool = False
    next_what: str = ""
    next_on: date | None = None

    @property
    def asks_for_recovery(self) -> bool:
        """Say whether the score asks to make good first."""
        return needs_recovery(self.filled)


def needs_recovery(filled: FilledIn) -> bool:
    """Say whether answers ask to make good before anybody speaks of an order."""
    score = filled.scores.get(Asked.RECOMMEND)
    return score is not None and asks_for_recovery(Asked.RECOMMEND, score)
