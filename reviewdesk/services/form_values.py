"""What a person sees of feedback forms: whom they can ask, which are out, and what came back."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING, Final

from reviewdesk.domain.feedback import FormKind

if TYPE_CHECKING:
    from uuid import UUID

    from reviewdesk.domain.feedback import IssuedForm

ASK_AGAIN_AFTER: Final = timedelta(days=14)
A_YEAR: Final = timedelta(days=365)


@dataclass(frozen=True, slots=True, kw_only=True)
class WhomToAsk:
    """Somebody who can be asked; `was_there` in the review it follows, `waits` while a form of theirs is out."""

    person_id: UUID
    name: str
    role: str = ""
    email: str = ""
    language: str = "en"
    was_there: bool = False
    waits: bool = False
    no_marketing: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class FormOffer:
    """Whom a form can be made for, and after which review; `last_long` is when the long one was answered last."""

    account_id: UUID
    account: str
    people: tuple[WhomToAsk, ...]
    today: date
    review_id: UUID | None = None
    met_on: date | None = None
    last_long: date | None = None
    is_yearly: bool = False

    @property
    def suggested(self) -> FormKind:
        """Give the form to begin with: the long one after a yearly review, where it is due."""
        return FormKind.LONG if self.is_yearly and self.is_long_due else FormKind.SHORT

    @property
    def is_long_due(self) -> bool:
        """Say whether nobody there answered the long one for a year."""
        return self.last_long is None or self.today - self.last_long >= A_YEAR


@dataclass(frozen=True, slots=True, kw_only=True)
class FormRow:
    """One form that was made: for whom, after which review, and how far it is."""

    form: IssuedForm
    who: str
    met_on: date | None
    today: date
    has_address: bool = False

    @property
    def kind(self) -> FormKind:
        """How much it asks."""
        return self.form.kind

    @property
    def days_out(self) -> int:
        """For how many days it has been out, or since they were asked again."""
        return (self.today - (self.form.asked_again_on or self.form.issued_on)).days

    @property
    def may_ask_again(self) -> bool:
        """Say whether it is time to ask gently once more."""
        return not self.form.is_answered and self.days_out >= ASK_AGAIN_AFTER.days


@dataclass(frozen=True, slots=True)
class AccountForms:
    """The forms of one account, those that are out first, then the newest answers."""

    account_id: UUID
    rows: tuple[FormRow, ...]
    today: date
