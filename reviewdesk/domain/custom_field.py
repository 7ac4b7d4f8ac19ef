"""Fields the person adds to accounts and people, and what stands in them."""

from dataclasses import dataclass, field
from enum import StrEnum
from uuid import UUID, uuid4

from reviewdesk.domain.audience import OUR_SIDE, Audience


class FieldKind(StrEnum):
    """What a custom field holds."""

    TEXT = "text"
    NUMBER = "number"
    DAY = "date"
    YES_NO = "yes or no"
    CHOICE = "one of a few"


class FieldOf(StrEnum):
    """What a custom field is a field of."""

    ACCOUNT = "account"
    PERSON = "person"


@dataclass(frozen=True, slots=True, kw_only=True)
class CustomField:
    """A field of the person's own: `audience` says who may see what stands in it, `choices` what can be chosen."""

    name: str = field(metadata=OUR_SIDE)
    kind: FieldKind = field(default=FieldKind.TEXT, metadata=OUR_SIDE)
    of: FieldOf = field(default=FieldOf.ACCOUNT, metadata=OUR_SIDE)
    audience: Audience = field(default=Audience.OUR_SIDE, metadata=OUR_SIDE)
    choices: tuple[str, ...] = field(default=(), metadata=OUR_SIDE)
    position: int = field(default=0, metadata=OUR_SIDE)
    id: UUID = field(default_factory=uuid4, metadata=OUR_SIDE)
    version: int = field(default=0, compare=False, metadata=OUR_SIDE)


@dataclass(frozen=True, slots=True, kw_only=True)
class CustomValue:
    """What stands in a custom field of an account, or of a person of that account; `value` is as it is stored.

    A number is its digits, a day `YYYY-MM-DD`, yes is `yes`; nothing is no record.
    """

    field_id: UUID = field(metadata=OUR_SIDE)
    account_id: UUID = field(metadata=OUR_SIDE)
    value: str = field(metadata=OUR_SIDE)
    person_id: UUID | None = field(default=None, metadata=OUR_SIDE)
    id: UUID = field(default_factory=uuid4, metadata=OUR_SIDE)
    version: int = field(default=0, compare=False, metadata=OUR_SIDE)
