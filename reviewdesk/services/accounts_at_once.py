"""What a person does with several accounts at once: one change, one step, one undo."""

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, replace
from typing import Final
from uuid import UUID

from reviewdesk.domain.account import Account, AccountStatus, Tier
from reviewdesk.domain.errors import RefusedError
from reviewdesk.domain.importing.names import folded
from reviewdesk.domain.people import Colleague
from reviewdesk.services import typed_values as typed
from reviewdesk.services.account_fields import changed_account
from reviewdesk.services.custom_fields import put_values
from reviewdesk.services.custom_values import read_value
from reviewdesk.services.outcome import Outcome
from reviewdesk.storage.store import Store
from reviewdesk.storage.unit_of_work import UnitOfWork

NAMED: Final = 5
LABELS: Final[Mapping[str, str]] = {
    "industry": "Set the industry",
    "country": "Set the country",
    "status": "Set the status",
    "interval_months": "Set the review interval",
}
Change = Callable[[Account], Account]


@dataclass(frozen=True, slots=True)
class DoneAtOnce:
    """What was done: how many accounts changed, and which did not and why."""

    changed: int
    refused: tuple[tuple[str, str], ...] = ()

    @property
    def words(self) -> str:
        """Name those that were not changed, in a sentence; nothing where there are none."""
        if not self.refused:
            return ""
        named = ", ".join(name for name, _ in self.refused[:NAMED])
        more = f" and {len(self.refused) - NAMED} more" if len(self.refused) > NAMED else ""
        return f"{named}{more} stayed as before: {self.refused[0][1]}"


class AccountsAtOnceService:
    """Changes several accounts in one step."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def change(self, account_ids: Collection[UUID], field: str, text: str) -> Outcome[DoneAtOnce]:
        """Put what was typed into one field of them all: industry, country, status or interval_months.

        Raises:
            RefusedError: it cannot be read as what the field holds.
        """
        today = self._store.clock.today()

        def changed(account: Account) -> Account:
            return changed_account(account, field, text, today)

        return self._write(LABELS[field], account_ids, changed)

    def put_own(self, account_ids: Collection[UUID], field_id: UUID, text: str) -> Outcome[DoneAtOnce]:
        """Put what was typed into a field of the person's own of them all; nothing empties it.

        Raises:
            RefusedError: it cannot be read as what the field holds.
            MissingError: the field is gone.
        """
        with self._store.read() as reading:
            name = reading.custom_fields.get(field_id).name
        with self._store.write(_label(f"Set {name}", account_ids)) as work:
            value = read_value(work.custom_fields.get(field_id), text, work.clock.today())
            put_values(work, field_id, account_ids, value)
        return Outcome(DoneAtOnce(len(work.records)), work.changes)

    def set_owner(self, account_ids: Collection[UUID], name: str) -> Outcome[DoneAtOnce]:
        """Say who of ours owns them; a new name adds a colleague, no name leaves them without an owner."""
        with self._store.write(_label("Set the owner", account_ids)) as work:
            owner = _colleague(work, name) if name.strip() else None
            done = _put(work, account_ids, _owned_by(owner))
        return Outcome(done, work.changes)

    def set_tier(self, account_ids: Collection[UUID], tier: Tier, *, because: str) -> Outcome[DoneAtOnce]:
        """Pin a tier by hand, with one reason for all.

        Raises:
            RefusedError: no reason was given.
        """

        def pinned(account: Account) -> Account:
            return account.with_tier(tier, because=because)

        return self._write(f"Set tier {tier}", account_ids, pinned)

    def add_tags(self, account_ids: Collection[UUID], text: str) -> Outcome[DoneAtOnce]:
        """Add tags, written with commas between them, behind those that are there.

        Raises:
            RefusedError: there are none.
        """
        tags = _tags(text)

        def tagged(account: Account) -> Account:
            there = {folded(each) for each in account.tags}
            return replace(account, tags=(*account.tags, *(each for each in tags if folded(each) not in there)))

        return self._write("Add tags", account_ids, tagged)

    def remove_tags(self, account_ids: Collection[UUID], text: str) -> Outcome[DoneAtOnce]:
        """Take tags off, however they are written.

        Raises:
            RefusedError: there are none.
        """
        unwanted = {folded(each) for each in _tags(text)}

        def untagged(account: Account) -> Account:
            return replace(account, tags=tuple(each for each in account.tags if folded(each) not in unwanted))

        return self._write("Remove tags", account_ids, untagged)

    def archive(self, account_ids: Collection[UUID]) -> Outcome[DoneAtOnce]:
        """Put them away; they are found with the chip Archived. One that is lost stays lost, as the reviews say so."""

        def archived(account: Account) -> Account:
            if account.status is AccountStatus.LOST:
                raise RefusedError("a lost account keeps its status. Set the status itself to change it.")
            return replace(account, status=AccountStatus.ARCHIVED)

        return self._write("Archive", account_ids, archived)

    def _write(self, label: str, account_ids: Collection[UUID], change: Change) -> Outcome[DoneAtOnce]:
        with self._store.write(_label(label, account_ids)) as work:
            done = _put(work, account_ids, change)
        return Outcome(done, work.changes)


def _put(work: UnitOfWork, account_ids: Collection[UUID], change: Change) -> DoneAtOnce:
    """Change each account that can be; where none can, say why.

    Raises:
        RefusedError: not one of them could be changed.
    """
    fresh, refused = [], []
    known = work.accounts.where(id=list(account_ids))
    for each in known:
        try:
            changed = change(each)
        except RefusedError as error:
            refused.append((each.name, str(error)))
        else:
            fresh.extend([changed] if changed != each else [])
    if refused and len(refused) == len(known):
        raise RefusedError(f"{refused[0][1][:1].upper()}{refused[0][1][1:]}")
    work.accounts.put_all(fresh)
    return DoneAtOnce(len(fresh), tuple(refused))


def _label(words: str, account_ids: Collection[UUID]) -> str:
    return words if len(account_ids) == 1 else f"{words} of {len(account_ids):,} accounts"


def _owned_by(owner: Colleague | None) -> Change:
    def owned(account: Account) -> Account:
        return replace(account, owner_id=owner.id if owner else None)

    return owned


def _tags(text: str) -> tuple[str, ...]:
    tags = typed.several(text)
    if not tags:
        raise RefusedError("Type a tag, or several with commas between them.")
    return tags


def _colleague(work: UnitOfWork, name: str) -> Colleague:
    wanted = folded(name)
    known = next((each for each in work.colleagues.all() if folded(each.name) == wanted), None)
    return known or work.colleagues.put(Colleague(name=" ".join(name.split())))
