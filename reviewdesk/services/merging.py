"""What a person does with two accounts that are one: looks at both, says what is meant, and makes them one."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from typing import Any, Final
from uuid import UUID

from reviewdesk.domain.account import Account
from reviewdesk.domain.changes import Kind
from reviewdesk.domain.custom_field import CustomValue
from reviewdesk.domain.errors import RefusedError
from reviewdesk.domain.intervals import short_day
from reviewdesk.domain.merging import Side, differences, merged, parent_after, same_people
from reviewdesk.domain.people import Person
from reviewdesk.services.custom_values import shown_value
from reviewdesk.services.hand_off_steps import join_hand_offs
from reviewdesk.services.loss_steps import join_losses
from reviewdesk.services.outcome import Outcome
from reviewdesk.storage.reading import Reading
from reviewdesk.storage.repointing import repoint
from reviewdesk.storage.store import Store
from reviewdesk.storage.unit_of_work import UnitOfWork

OWN: Final = "own/"
_LONGEST: Final = 40


@dataclass(frozen=True, slots=True)
class Choice:
    """One field in which the two accounts differ, both values in words, and which is meant by itself.

    `name` is the field's name, or `own/` and the id of a field of the person's own, whose name `label` is.
    """

    name: str
    kept: str
    other: str
    default: Side
    label: str = ""


@dataclass(frozen=True, slots=True)
class MergePlan:
    """What making one account of two would do: what is to be said, who is at both, and how much moves."""

    kept: Account
    other: Account
    choices: tuple[Choice, ...]
    same_people: tuple[str, ...]
    moves: tuple[tuple[str, int], ...]


class MergeService:
    """Makes one account of two, in one step that undo takes back."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def plan(self, kept_id: UUID, other_id: UUID) -> MergePlan:
        """Say what making one account of two would do.

        Raises:
            RefusedError: it is the same account, or one account would come to belong to itself.
        """
        with self._store.read() as reading:
            kept, other = _both(reading, kept_id, other_id)
            owners = {each.id: each.name for each in reading.colleagues.all()}
            found = [
                Choice(each.name, _words(each.kept, owners), _words(each.other, owners), each.default)
                for each in differences(kept, other)
            ]
            people = same_people(*_people(reading, kept, other))
            choices = (*found, *_own_choices(reading, kept, other))
            return MergePlan(kept, other, choices, tuple(one.name for one, _ in people), _moves(reading, other.id))

    def merge(self, kept_id: UUID, other_id: UUID, chosen: Mapping[str, Side]) -> Outcome[Account]:
        """Make one account of two: all records of the other one move, and it goes.

        Raises:
            RefusedError: it is the same account, or one account would come to belong to itself.
        """
        with self._store.read() as reading:
            name = reading.accounts.get(other_id).name
        label = f"Merge {name if len(name) <= _LONGEST else f'{name[: _LONGEST - 1]}…'}"
        with self._store.write(label) as work:
            kept, other = _both(work, kept_id, other_id)
            parent = parent_after(kept, other, {each.id: each.parent_id for each in work.accounts.all()})
            after = work.accounts.put(replace(merged(kept, other, chosen), parent_id=parent))
            _settle_values(work, (kept_id, None), (other_id, None), chosen)
            for mine, theirs in same_people(*_people(work, kept, other)):
                _join(work, mine, theirs)
            own = {each.id for each in work.reviewed_losses.where(account_id=kept_id)}
            repoint(work, Kind.ACCOUNT, other_id, kept_id)
            join_losses(work, kept_id, own)
            join_hand_offs(work, kept_id)
            _untie(work, kept_id)
            work.accounts.remove(other_id)
        return Outcome(after, work.changes)


def _both(reading: Reading, kept_id: UUID, other_id: UUID) -> tuple[Account, Account]:
    if kept_id == other_id:
        raise RefusedError("This is the same account. Choose another one to merge with it.")
    kept, other = reading.accounts.get(kept_id), reading.accounts.get(other_id)
    parent_after(kept, other, {each.id: each.parent_id for each in reading.accounts.all()})
    return kept, other


def _people(reading: Reading, kept: Account, other: Account) -> tuple[tuple[Person, ...], tuple[Person, ...]]:
    return reading.people.where(account_id=kept.id), reading.people.where(account_id=other.id)


def _join(work: UnitOfWork, mine: Person, theirs: Person) -> None:
    """Make one person of two: blanks are filled, notes joined, and what they said and promised is of the one."""
    mine, theirs = work.people.get(mine.id), work.people.get(theirs.id)
    above = mine.reports_to_id or theirs.reports_to_id
    work.people.put(replace(merged(mine, theirs, {}), reports_to_id=above if above != mine.id else None))
    _settle_values(work, (mine.account_id, mine.id), (theirs.account_id, theirs.id), {})
    for review in work.reviews.where(account_id=theirs.account_id):
        if theirs.id in review.people_ids:
            people = dict.fromkeys(mine.id if each == theirs.id else each for each in review.people_ids)
            work.reviews.put(replace(review, people_ids=tuple(people)))
    repoint(work, Kind.PERSON, theirs.id, mine.id)
    work.people.remove(theirs.id)


def _untie(work: UnitOfWork, account_id: UUID) -> None:
    """Let nobody report to themselves, by way of others or not, once two chains of command are one."""
    people = {each.id: each for each in work.people.where(account_id=account_id)}
    for each in people.values():
        above, seen = each.reports_to_id, set[UUID]()
        while above in people and above not in seen:
            seen.add(above)
            above = people[above].reports_to_id
        if each.id in seen:
            people[each.id] = work.people.put(replace(each, reports_to_id=None))


def _settle_values(
    work: UnitOfWork, kept: tuple[UUID, UUID | None], other: tuple[UUID, UUID | None], chosen: Mapping[str, Side]
) -> None:
    """Take out of two values in one field of the person's own the one that is not meant."""
    mine = _values(work, *kept)
    for field_id, theirs in _values(work, *other).items():
        if field_id not in mine:
            continue
        if chosen.get(f"{OWN}{field_id.hex}", Side.KEPT) is Side.OTHER:
            work.custom_values.put(replace(mine[field_id], value=theirs.value))
        work.custom_values.remove(theirs.id)


def _values(reading: Reading, account_id: UUID, person_id: UUID | None) -> dict[UUID, CustomValue]:
    found = reading.custom_values.where(account_id=account_id, person_id=person_id)
    return {each.field_id: each for each in found}


def _own_choices(reading: Reading, kept: Account, other: Account) -> Iterator[Choice]:
    mine, theirs = _values(reading, kept.id, None), _values(reading, other.id, None)
    for field in reading.custom_fields.all():
        one, two = mine.get(field.id), theirs.get(field.id)
        if one is not None and two is not None and one.value != two.value:
            values = shown_value(field, one.value), shown_value(field, two.value)
            yield Choice(f"{OWN}{field.id.hex}", *values, Side.KEPT, field.name)


def _moves(reading: Reading, account_id: UUID) -> tuple[tuple[str, int], ...]:
    of = {"account_id": account_id}
    found = (
        ("people", reading.people.where(**of)),
        ("reviews", reading.reviews.outlines(account_id)),
        ("concerns", reading.concerns.where(**of)),
        ("follow-ups", reading.follow_ups.where(**of)),
        ("contacts", reading.contacts.where(**of)),
        ("purchases", reading.purchases.where(**of)),
        ("files", reading.attachments.where(**of)),
        ("sites", reading.accounts.where(parent_id=account_id)),
    )
    return tuple((words, len(some)) for words, some in found if some)


def _words(value: Any, owners: Mapping[UUID, str]) -> str:  # noqa: ANN401 - a field may hold anything
    if isinstance(value, UUID):
        return owners.get(value, "somebody")
    if isinstance(value, date):
        return short_day(value, date.min)
    return f"{value:f}" if isinstance(value, Decimal) else str(value)
