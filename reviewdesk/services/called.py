"""Finds whom a typed name means: a colleague of ours, or a person of theirs."""

from uuid import UUID

from reviewdesk.domain.errors import RefusedError
from reviewdesk.domain.importing.names import folded
from reviewdesk.domain.notes import resolve
from reviewdesk.domain.people import Colleague
from reviewdesk.storage.unit_of_work import UnitOfWork


def colleague_called(work: UnitOfWork, name: str) -> Colleague:
    """Give the colleague of this name, or the one whom a single word means; else somebody new."""
    known = work.colleagues.all()
    same = next((each for each in known if folded(each.name) == folded(name)), None)
    meant = None if same or " " in name.strip() else resolve(name, tuple((each.id, each.name) for each in known))
    if meant is not None:
        return work.colleagues.get(meant)
    return same or work.colleagues.put(Colleague(name=" ".join(name.split())))


def person_called(work: UnitOfWork, account_id: UUID, name: str) -> UUID:
    """Give the person of this name at an account, or the one whom a single word means.

    Raises:
        RefusedError: nobody there is called so.
    """
    people = tuple((each.id, each.name) for each in work.people.where(account_id=account_id))
    same = next((key for key, known in people if folded(known) == folded(name)), None)
    found = same or resolve(name, people)
    if found is None:
        raise RefusedError(f"Nobody at this account is called “{name}”. Add them under People, or choose another name.")
    return found
