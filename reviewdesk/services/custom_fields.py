"""What a person does with fields of their own: makes them, changes what they are, and fills them."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field, replace
from uuid import UUID

from reviewdesk.domain.audience import Audience
from reviewdesk.domain.custom_field import CustomField, CustomValue, FieldKind, FieldOf
from reviewdesk.domain.errors import RefusedError
from reviewdesk.domain.importing.names import folded
from reviewdesk.services import typed_values as typed
from reviewdesk.services.custom_values import read_value, shown_value
from reviewdesk.services.outcome import Outcome
from reviewdesk.storage.reading import Reading
from reviewdesk.storage.store import Store
from reviewdesk.storage.unit_of_work import UnitOfWork

FEWEST_CHOICES = 2


@dataclass(frozen=True, slots=True)
class OwnValues:
    """The person's own fields, and what stands in them on one account and for its people.

    `values` are written as they are typed, by field and person; no person is the account itself. `places` say of each
    stored value in which field it stands, and of whom.
    """

    fields: tuple[CustomField, ...]
    values: Mapping[tuple[UUID, UUID | None], str]
    places: Mapping[UUID, tuple[UUID, UUID | None]] = field(default_factory=dict)

    def fields_of(self, of: FieldOf) -> tuple[CustomField, ...]:
        """Give the fields of accounts or those of people."""
        return tuple(each for each in self.fields if each.of is of)


class CustomFieldService:
    """What a person does with fields of their own."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def fields(self) -> tuple[CustomField, ...]:
        """Give the fields in the person's order."""
        with self._store.read() as reading:
            return fields_in_order(reading)

    def values(self, account_id: UUID) -> OwnValues:
        """Give what stands in them on one account and for its people."""
        with self._store.read() as reading:
            fields, found = fields_in_order(reading), reading.custom_values.where(account_id=account_id)
        by_id = {each.id: each for each in fields}
        values = {(each.field_id, each.person_id): shown_value(by_id[each.field_id], each.value) for each in found}
        return OwnValues(fields, values, {each.id: (each.field_id, each.person_id) for each in found})

    def add(
        self,
        name: str,
        of: FieldOf = FieldOf.ACCOUNT,
        kind: FieldKind = FieldKind.TEXT,
        *,
        choices: str = "",
        audience: Audience = Audience.OUR_SIDE,
    ) -> Outcome[CustomField]:
        """Make a field; it comes last.

        Raises:
            RefusedError: it has no name, another one is called so, or there is nothing to choose from.
        """
        with self._store.write("Add field") as work:
            field = CustomField(
                name=_free_name(work, name, of), of=of, kind=kind, audience=audience, choices=typed.several(choices),
                position=max((each.position for each in work.custom_fields.all()), default=-1) + 1,
            )  # fmt: skip
            if kind is FieldKind.CHOICE:
                _refuse_too_few(field)
            field = work.custom_fields.put(field)
        return Outcome(field, work.changes)

    def change(self, field_id: UUID, name: str, text: str) -> Outcome[CustomField]:
        """Change the name, the kind, the audience or the choices of a field; what stands in it stays.

        Raises:
            RefusedError: something that stands in it would not fit; the sentence names it.
        """
        with self._store.write("Change field", join_key=f"custom field/{field_id}/{name}") as work:
            field = work.custom_fields.get(field_id)
            changed = work.custom_fields.put(_changed(work, field, name, text))
            _fit_values(work, field, changed)
        return Outcome(changed, work.changes)

    def move(self, field_id: UUID, by: int) -> Outcome[None]:
        """Move a field up or down among those of its sort."""
        with self._store.write("Move field") as work:
            moved = work.custom_fields.get(field_id)
            order = [each for each in fields_in_order(work) if each.of is moved.of]
            at = order.index(moved)
            order.insert(min(max(at + by, 0), len(order) - 1), order.pop(at))
            for place, each in zip(sorted(each.position for each in order), order, strict=True):
                work.custom_fields.put(replace(each, position=place))
        return Outcome(None, work.changes)

    def remove(self, field_id: UUID) -> Outcome[None]:
        """Take a field out with all that stands in it; undo brings both back."""
        with self._store.write("Remove field") as work:
            work.custom_fields.remove(field_id)
        return Outcome(None, work.changes)

    def put(self, field_id: UUID, account_id: UUID, text: str, *, person_id: UUID | None = None) -> Outcome[str]:
        """Put what was typed into a field of an account or of a person there; typing on is one step of undo.

        Raises:
            RefusedError: it cannot be read as what the field holds.
        """
        join_key = f"custom value/{field_id}/{person_id or account_id}"
        with self._store.write("Change field of your own", join_key=join_key) as work:
            field = work.custom_fields.get(field_id)
            value = read_value(field, text, self._store.clock.today())
            _store(work, CustomValue(field_id=field_id, account_id=account_id, person_id=person_id, value=value))
        return Outcome(shown_value(field, value), work.changes)


def fields_in_order(reading: Reading) -> tuple[CustomField, ...]:
    """Give the person's own fields in their order, those of accounts first."""
    return tuple(sorted(reading.custom_fields.all(), key=lambda each: (each.of, each.position, each.id.hex)))


def _free_name(work: UnitOfWork, text: str, of: FieldOf, own: UUID | None = None) -> str:
    name = typed.name(text)
    for each in work.custom_fields.where(of=of):
        if each.id != own and folded(each.name) == folded(name):
            raise RefusedError(f"There is a field “{each.name}” already. Give this one another name.")
    return name


def _refuse_too_few(field: CustomField) -> None:
    if len(field.choices) < FEWEST_CHOICES:
        raise RefusedError("Name at least two choices, separated by commas.")


def _changed(work: UnitOfWork, field: CustomField, name: str, text: str) -> CustomField:
    if name == "name":
        return replace(field, name=_free_name(work, text, field.of, field.id))
    if name == "kind":
        kind = FieldKind(text)
        stands = dict.fromkeys(each.value for each in work.custom_values.where(field_id=field.id))
        choices = tuple(dict.fromkeys((*field.choices, *(shown_value(field, each) for each in stands))))
        return replace(field, kind=kind, choices=choices if kind is FieldKind.CHOICE else field.choices)
    if name == "audience":
        return replace(field, audience=Audience(text))
    changed = replace(field, choices=typed.several(text))
    _refuse_too_few(changed)
    return changed


def _fit_values(work: UnitOfWork, before: CustomField, after: CustomField) -> None:
    """Read anew all that stands in a field whose kind or choices changed."""
    if (before.kind, before.choices) == (after.kind, after.choices):
        return
    for each in work.custom_values.where(field_id=after.id):
        shown = shown_value(before, each.value)
        try:
            fits = read_value(after, shown, work.clock.today())
        except RefusedError as error:
            whose = work.people.get(each.person_id).name if each.person_id else work.accounts.get(each.account_id).name
            raise RefusedError(
                f"“{shown}” stands in “{before.name}” of {whose} and would not fit. Change it there first."
            ) from error
        work.custom_values.put(replace(each, value=fits))


def _store(work: UnitOfWork, wanted: CustomValue) -> None:
    """Write a value over the one before it; nothing is no record."""
    found = work.custom_values.where(field_id=wanted.field_id, account_id=wanted.account_id, person_id=wanted.person_id)
    before = next(iter(found), None)
    if before is None:
        if wanted.value:
            work.accounts.get(wanted.account_id)
            work.custom_values.put(wanted)
    elif wanted.value:
        work.custom_values.put(replace(before, value=wanted.value))
    else:
        work.custom_values.remove(before.id)


def put_values(work: UnitOfWork, field_id: UUID, account_ids: Collection[UUID], value: str) -> None:
    """Write one value into a field of all these accounts, over those before it; nothing is no record."""
    before = work.custom_values.where(field_id=field_id, account_id=list(account_ids), person_id=None)
    if not value:
        for each in before:
            work.custom_values.remove(each.id)
        return
    work.custom_values.put_all([replace(each, value=value) for each in before if each.value != value])
    new = set(account_ids) - {each.account_id for each in before}
    work.custom_values.add_all([CustomValue(field_id=field_id, account_id=each, value=value) for each in sorted(new)])
