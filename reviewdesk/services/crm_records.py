"""Accounts and people as a CRM's own files: what somebody takes along who changes to it, or back."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from uuid import UUID

from reviewdesk.domain.account import Account
from reviewdesk.domain.changes import Kind
from reviewdesk.domain.errors import RefusedError
from reviewdesk.domain.people import Person
from reviewdesk.exchange.crm.records import TABLES, record_files
from reviewdesk.services.documents import free_path, slug
from reviewdesk.services.export_values import Exported
from reviewdesk.storage.atomic import write_whole
from reviewdesk.storage.reading import Reading
from reviewdesk.storage.store import Store


class CrmRecordsService:
    """Writes accounts and people in each CRM's own form; notes and all that is for the person alone stay here."""

    def __init__(self, store: Store) -> None:
        self._store = store

    @property
    def crms(self) -> tuple[str, ...]:
        """The CRMs whose form is known, and a plain one."""
        return tuple(TABLES)

    def write(self, crm: str, folder: Path) -> Exported:
        """Write all accounts and people into a folder, in two files of that CRM.

        Raises:
            RefusedError: there is no such CRM, or it cannot be written there.
        """
        if crm not in TABLES:
            raise RefusedError(f"“{crm}” is none of the CRMs known here: {', '.join(TABLES)}.")
        with self._store.read() as reading:
            book = _Book.of(reading, crm)
            accounts = sorted(book.accounts.values(), key=_account_name)
            people = sorted(reading.people.all(), key=_person_name)
        files = record_files(crm, [book.account(each) for each in accounts], [book.person(each) for each in people])
        today = self._store.clock.today()
        paths = [free_path(folder, f"{today} {slug(crm)} {name}.csv") for name in files]
        for path, content in zip(paths, files.values(), strict=True):
            write_whole(path, content)
        return Exported(folder, tuple(paths), len(accounts) + len(people))


def _account_name(account: Account) -> str:
    return account.name.casefold()


def _person_name(person: Person) -> str:
    return person.name.casefold()


@dataclass(frozen=True, slots=True)
class _Book:
    """What accounts and people refer to."""

    accounts: Mapping[UUID, Account]
    owners: Mapping[UUID, str]
    ids: Mapping[tuple[str, UUID], str]
    spoke: Mapping[UUID, date]

    @classmethod
    def of(cls, reading: Reading, crm: str) -> "_Book":
        """Read it; an id made of a name is none."""
        keys = [each for each in reading.source_keys.where(source=crm) if not each.source_id.startswith("name ")]
        spoke: dict[UUID, date] = {}
        for each in reading.contacts.all():
            spoke[each.account_id] = max(each.made_on, spoke.get(each.account_id, each.made_on))
        return cls(
            {each.id: each for each in reading.accounts.all()},
            {each.id: each.name for each in reading.colleagues.all()},
            {(each.kind, each.record_id): each.source_id for each in keys},
            spoke,
        )

    def account(self, account: Account) -> Mapping[str, str]:
        """Give an account by the names that the columns fill in from."""
        parent = self.accounts.get(account.parent_id) if account.parent_id else None
        spoke = [each for each in (self.spoke.get(account.id), account.last_contact_before) if each]
        return {
            "id": self._id(Kind.ACCOUNT, account.id),
            "owner": self.owners.get(account.owner_id, "") if account.owner_id else "",
            "parent": parent.name if parent else "",
            "parent_id": self._id(Kind.ACCOUNT, parent.id) if parent else "",
            "phone": ", ".join(account.phones),
            "tags": ", ".join(account.tags),
            "annual_revenue": f"{account.annual_revenue:f}" if account.annual_revenue is not None else "",
            "employees": _shown(account.employees),
            "customer_since": _shown(account.customer_since),
            "last_contact": _shown(max(spoke, default=None)),
            "last_review": _shown(account.last_review_before),
            **{name: getattr(account, name) for name in _PLAIN},
        }

    def person(self, person: Person) -> Mapping[str, str]:
        """Give a person in the same way; the last word of a name is the family's."""
        first, _, last = person.name.strip().rpartition(" ")
        account = self.accounts.get(person.account_id)
        return {
            "id": self._id(Kind.PERSON, person.id),
            "first": first,
            "last": last,
            "name": person.name,
            "account": account.name if account else "",
            "account_id": self._id(Kind.ACCOUNT, person.account_id),
            "email": person.email,
            "phone": person.phone,
            "role": person.role,
            "language": person.language,
            "opt_out": "true" if person.no_marketing else "false",
        }

    def _id(self, kind: Kind, record_id: UUID) -> str:
        return self.ids.get((kind.value, record_id), "")


_PLAIN = ("name", "domain", "website", "industry", "street", "postal_code", "city", "region", "country")


def _shown(value: object) -> str:
    return "" if value is None else str(value)
