"""Feedback forms: what is asked, what was answered, and how a form that comes back is known again.

Whatever is checked here rests on a secret that stays in the book: whoever has a form and not the book can neither make
one up nor change whose it is.
"""

import hmac
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, fields, replace
from datetime import date
from enum import StrEnum
from hashlib import sha256
from typing import Final
from uuid import UUID, uuid4

from reviewdesk.domain.answer import SCALES, Asked
from reviewdesk.domain.audience import CUSTOMER, OUR_SIDE
from reviewdesk.domain.errors import RefusedError
from reviewdesk.domain.review import Feeling
from reviewdesk.domain.said import Consent

FORM_VERSION: Final = 1
LONGEST_COMMENT: Final = 4_000
LONGEST_NAME: Final = 120
_LETTERS: Final = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"  # no I, L, O, U: nobody misreads them on paper
_CODE_LENGTH: Final = 8


class FormKind(StrEnum):
    """How much a form asks: five questions after a review, or the long one once a year."""

    SHORT = "five questions"
    LONG = "the long one"


SCORES: Final = (Asked.RECOMMEND, Asked.CONTENT, Asked.EASE)
DIMENSIONS: Final = (
    Asked.PRODUCT_BENEFIT, Asked.SERVICE, Asked.BRAND, Asked.SATISFACTION, Asked.TRUST, Asked.COMMITMENT,
    Asked.UNIQUENESS,
)  # fmt: skip


def asked_by(kind: FormKind) -> tuple[Asked, ...]:
    """Give what a form asks on a scale, in its order."""
    return SCORES if kind is FormKind.SHORT else (*SCORES, *DIMENSIONS)


class Quoting(StrEnum):
    """What they answered when asked whether they may be quoted."""

    NO = "no"
    UNNAMED = "without name"
    NAMED = "with name"

    @property
    def consent(self) -> Consent:
        """Give it as a quote keeps it; who said no is never printed."""
        return {Quoting.UNNAMED: Consent.UNNAMED, Quoting.NAMED: Consent.NAMED}.get(self, Consent.NOT_ASKED)


@dataclass(frozen=True, slots=True, kw_only=True)
class FilledIn:
    """What somebody answered in one form; what was left open is not in it.

    `matters` says how much each dimension matters to them, 1-7. `name` is who they say they are.
    """

    scores: Mapping[Asked, int] = field(default_factory=dict)
    matters: Mapping[Asked, int] = field(default_factory=dict)
    feelings: tuple[Feeling, ...] = ()
    colleague: str = ""
    better: str = ""
    quoting: Quoting | None = None
    name: str = ""

    def __post_init__(self) -> None:
        """Refuse an answer that its question does not have.

        Raises:
            RefusedError: it lies outside its scale.
        """
        for asked, value in (*self.scores.items(), *self.matters.items()):
            if not SCALES[asked].lowest <= value <= SCALES[asked].highest:
                raise RefusedError(f"An answer to “{asked}” lies outside its scale. Correct it.")

    @property
    def is_empty(self) -> bool:
        """Say whether nothing at all was answered; a name alone is no answer."""
        return not (self.scores or self.matters or self.feelings or self.colleague.strip() or self.better.strip())

    @property
    def digest(self) -> str:
        """Give what the same answers are known again by, however the file was saved."""
        said = [f"{each.value}={self.scores[each]}" for each in Asked if each in self.scores]
        said += [f"{each.value} matters={self.matters[each]}" for each in Asked if each in self.matters]
        said += [each.value for each in Feeling if each in self.feelings]
        said += [self.colleague.strip(), self.better.strip(), self.quoting or "", self.name.strip()]
        return sha256("\0".join(said).encode(errors="replace")).hexdigest()


@dataclass(frozen=True, slots=True, kw_only=True)
class FormMark:
    """What a form bears, out of sight, so that its answers find their way: ids that say nothing, and the check.

    All of it is text as it stands in the file. `person` and `review` are empty where it was made for nobody in
    particular or after no review.
    """

    version: str
    kind: str
    book: str
    form: str
    account: str
    person: str
    review: str
    issued_on: str
    check: str = ""

    def signed(self, secret: bytes) -> "FormMark":
        """Give it with its check."""
        return replace(self, check=self._check(secret))

    def is_signed_by(self, secret: bytes) -> bool:
        """Say whether nothing in it was changed since a book with this secret made it."""
        return hmac.compare_digest(self.check.encode(errors="replace"), self._check(secret).encode())

    def _check(self, secret: bytes) -> str:
        said = (getattr(self, each.name) for each in fields(self) if each.name != "check")
        parts = (each.encode(errors="replace") for each in said)
        return hmac.new(secret, b"".join(len(each).to_bytes(4, "big") + each for each in parts), sha256).hexdigest()


MARKED: Final = tuple(each.name for each in fields(FormMark))


def book_mark(secret: bytes) -> str:
    """Give what a book is known by in its forms; it says nothing about the book."""
    return hmac.new(secret, b"which book", sha256).hexdigest()[:32]


@dataclass(frozen=True, slots=True, kw_only=True)
class Returned:
    """One person's answers as they came back: when, and the records that were made of them.

    `digest` is what the same answers are known again by.
    """

    answered_on: date = field(metadata=OUR_SIDE)
    digest: str = field(metadata=OUR_SIDE)
    person_id: UUID | None = field(default=None, metadata=OUR_SIDE)
    name: str = field(default="", metadata=OUR_SIDE)
    answer_ids: tuple[UUID, ...] = field(default=(), metadata=OUR_SIDE)
    quote_ids: tuple[UUID, ...] = field(default=(), metadata=OUR_SIDE)
    contact_id: UUID | None = field(default=None, metadata=OUR_SIDE)
    feelings: tuple[Feeling, ...] = field(default=(), metadata=OUR_SIDE)
    colleague: str = field(default="", metadata=OUR_SIDE)
    better: str = field(default="", metadata=OUR_SIDE)
    quoting: Quoting | None = field(default=None, metadata=OUR_SIDE)


@dataclass(frozen=True, slots=True, kw_only=True)
class IssuedForm:
    """A form that was made for somebody, and what came back; one for nobody in particular may come back several times.

    `version_asked` is the version of its questions, `asked_again_on` the day on which they were reminded last.
    """

    account_id: UUID = field(metadata=OUR_SIDE)
    issued_on: date = field(metadata=CUSTOMER)
    kind: FormKind = field(default=FormKind.SHORT, metadata=CUSTOMER)
    id: UUID = field(default_factory=uuid4, metadata=OUR_SIDE)
    version: int = field(default=0, compare=False, metadata=OUR_SIDE)
    person_id: UUID | None = field(default=None, metadata=OUR_SIDE)
    review_id: UUID | None = field(default=None, metadata=OUR_SIDE)
    language: str = field(default="en", metadata=CUSTOMER)
    version_asked: int = field(default=FORM_VERSION, metadata=CUSTOMER)
    asked_again_on: date | None = field(default=None, metadata=OUR_SIDE)
    returns: tuple[Returned, ...] = field(default=(), metadata=OUR_SIDE)

    @property
    def code(self) -> str:
        """The few letters printed on it by which it is known on paper."""
        return code_of(self.id)

    @property
    def is_answered(self) -> bool:
        """Say whether anybody's answers came back."""
        return bool(self.returns)

    def mark(self, secret: bytes) -> FormMark:
        """Give what it bears so that it is known again."""
        return FormMark(
            version=str(self.version_asked),
            kind=self.kind.value,
            book=book_mark(secret),
            form=self.id.hex,
            account=self.account_id.hex,
            person=self.person_id.hex if self.person_id else "",
            review=self.review_id.hex if self.review_id else "",
            issued_on=self.issued_on.isoformat(),
        ).signed(secret)

    def earlier(self, person_id: UUID | None, name: str) -> Returned | None:
        """Give what the same person answered before; a form for one person comes back from that person alone."""
        if self.person_id is not None:
            return self.returns[-1] if self.returns else None
        same = name.strip().casefold()
        for each in self.returns:
            if each.person_id == person_id and (person_id is not None or each.name.casefold() == same):
                return each
        return None

    def with_return(self, fresh: Returned, instead_of: Returned | None = None) -> "IssuedForm":
        """Note that answers came back, in place of earlier ones of the same person."""
        kept = tuple(each for each in self.returns if each is not instead_of and each != instead_of)
        return replace(self, returns=(*kept, fresh))


def code_of(form_id: UUID) -> str:
    """Give the few letters that a form is known by on paper, like "4F7K-2QXN"."""
    number, found = form_id.int, ""
    for _ in range(_CODE_LENGTH):
        number, at = divmod(number, len(_LETTERS))
        found += _LETTERS[at]
    return f"{found[:4]}-{found[4:]}"


def same_code(typed: str, codes: Iterable[str]) -> str | None:
    """Give the code that was meant: whatever the case, the dash, or a letter that is read for a digit."""
    read = {"O": "0", "I": "1", "L": "1", "U": "V"}
    plain = "".join(read.get(each, each) for each in typed.upper() if each.isalnum())
    return next((each for each in codes if each.replace("-", "") == plain), None)
