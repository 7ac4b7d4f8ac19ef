"""The person's own fields of accounts as columns of the list; their values are read only where one is shown."""

from collections.abc import Callable, Collection, Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import Any, Final
from uuid import UUID

from reviewdesk.domain.audience import Audience
from reviewdesk.domain.custom_field import CustomField, FieldKind, FieldOf
from reviewdesk.services.account_columns import BY_KEY, AccountColumn, Holds, Of, own_value
from reviewdesk.services.account_filter import OWN, is_own
from reviewdesk.services.custom_fields import fields_in_order
from reviewdesk.storage.lists.account_facts import own_values
from reviewdesk.storage.reading import Reading

_HOLDS: Final = {FieldKind.NUMBER: Holds.NUMBER, FieldKind.DAY: Holds.DAY}


def field_of(key: str) -> UUID | None:
    """Give the field that a column shows; nothing where the key names none."""
    try:
        return UUID(key.removeprefix(OWN)) if is_own(key) else None
    except ValueError:
        return None


def own_fields(reading: Reading) -> tuple[CustomField, ...]:
    """Give the person's own fields of accounts, in their order."""
    return tuple(each for each in fields_in_order(reading) if each.of is FieldOf.ACCOUNT)


def own_columns(fields: Sequence[CustomField]) -> tuple[AccountColumn, ...]:
    """Give a column for each of these fields."""
    return tuple(_column(each) for each in fields)


def chosen_columns(keys: Collection[str], own: Sequence[AccountColumn]) -> list[AccountColumn]:
    """Give the columns with these keys, without those whose field is gone."""
    known = {**BY_KEY, **{each.key: each for each in own}}
    return [known[key] for key in keys if key in known]


def read_own(reading: Reading, key: str, ids: Collection[UUID] | None) -> Mapping[UUID, Any]:
    """Read what stands in a field of these accounts, or of all, as what it holds; of one that is gone nothing."""
    field_id = field_of(key)
    field = next((each for each in own_fields(reading) if each.id == field_id), None)
    if field is None:
        return {}
    read = _READ.get(field.kind, str)
    return {account_id: read(value) for account_id, value in own_values(reading.connection, field.id, ids).items()}


def _column(field: CustomField) -> AccountColumn:
    key = f"{OWN}{field.id.hex}"
    holds, only_me = _HOLDS.get(field.kind, Holds.WORDS), field.audience is Audience.ONLY_ME
    return AccountColumn(key, field.name, Of.YOURS, own_value(key), holds, fact=key, only_me=only_me)


_READ: Final[Mapping[FieldKind, Callable[[str], Any]]] = {
    FieldKind.NUMBER: Decimal,
    FieldKind.DAY: date.fromisoformat,
}
