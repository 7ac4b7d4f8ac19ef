"""Puts what was typed into a field of an account or a person, also where it names another record."""

from collections.abc import Iterable
from dataclasses import replace
from typing import TypeVar
from uuid import UUID

from reviewdesk.domain.account import Account
from reviewdesk.domain.errors import RefusedError
from reviewdesk.domain.importing.names import folded
from reviewdesk.domain.people import Colleague, Person
from reviewdesk.domain.ties import makes_circle
from reviewdesk.services.account_fields import changed_account, changed_person
from reviewdesk.services.warning_signs import after_position
from reviewdesk.storage.lists.accounts import account_parents, accounts_called
from reviewdesk.storage.unit_of_work import UnitOfWork

Named = TypeVar("Named", Person, Colleague)


def account_with(work: UnitOfWork, account: Account, field: str, text: str) -> Account:
    """Put what was typed into a field of an account; a new owner becomes a colleague, a lower position a follow-up.

    Raises:
        RefusedError: it cannot be read as what the field holds, or the account would be part of itself.
    """
    if field == "owner":
        owner = colleague_named(work, text) if text.strip() else None
        return replace(account, owner_id=owner.id if owner else None)
    if field == "parent":
        return _under(work, account, text)
    changed = changed_account(account, field, text, work.clock.today())
    after_position(work, account, changed)
    return changed


def person_with(work: UnitOfWork, person: Person, field: str, text: str) -> Person:
    """Put what was typed into a field of a person; whoever of ours is named anew becomes a colleague.

    Raises:
        RefusedError: it cannot be read as what the field holds, or the person would report to themselves.
    """
    if field == "known_by":
        known_by = colleague_named(work, text) if text.strip() else None
        return replace(person, known_by_id=known_by.id if known_by else None)
    if field == "reports_to":
        return _reporting(work, person, text)
    return changed_person(person, field, text, work.clock.today())


def colleague_named(work: UnitOfWork, name: str) -> Colleague:
    """Give the colleague of this name, or add one."""
    wanted = folded(name)
    known = next((each for each in work.colleagues.all() if folded(each.name) == wanted), None)
    return known or work.colleagues.put(Colleague(name=" ".join(name.split())))


def _under(work: UnitOfWork, account: Account, text: str) -> Account:
    if not text.strip():
        return replace(account, parent_id=None, is_site=False)
    found = accounts_called(work.connection, text)
    if not found:
        raise RefusedError(f"There is no account “{text.strip()}” in this book. Add it first, or choose another one.")
    if len(found) > 1:
        raise RefusedError(f"{len(found)} accounts are called “{text.strip()}”. Give one of them another name first.")
    parent_id, name = found[0]
    if parent_id == account.id:
        raise RefusedError(f"{name} cannot be part of itself. Choose another parent, or leave it empty.")
    if makes_circle(account.id, parent_id, account_parents(work.connection)):
        raise RefusedError(
            f"{name} is part of {account.name} already, so {account.name} cannot be part of {name}. "
            f"Take {name} out of its group first."
        )
    return replace(account, parent_id=parent_id)


def _reporting(work: UnitOfWork, person: Person, text: str) -> Person:
    if not text.strip():
        return replace(person, reports_to_id=None)
    people = work.people.where(account_id=person.account_id)
    boss = _called(people, text)
    if boss is None:
        raise RefusedError(f"Nobody at this account is called “{text.strip()}”. Add them first, or choose somebody.")
    if boss.id == person.id:
        raise RefusedError(f"{person.name} cannot report to themselves. Choose somebody else, or leave it empty.")
    above: dict[UUID, UUID | None] = {each.id: each.reports_to_id for each in people}
    if makes_circle(person.id, boss.id, above):
        raise RefusedError(
            f"{boss.name} reports to {person.name} already. Change what {boss.name} reports to first, "
            "or choose somebody else."
        )
    return replace(person, reports_to_id=boss.id)


def _called(known: Iterable[Named], text: str) -> Named | None:
    wanted = folded(text)
    return next((each for each in known if folded(each.name) == wanted), None)
