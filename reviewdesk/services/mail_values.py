"""What a saved mail says to a book, and what the person makes of it."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from reviewdesk.domain.address_book import AccountMeant, Address
from reviewdesk.domain.mail_read import MailRead
from reviewdesk.services.account_values import AccountName


@dataclass(frozen=True, slots=True)
class PersonName:
    """A person of theirs as they are chosen from a few."""

    id: UUID
    account_id: UUID
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class MailSeen:
    """A mail, the accounts that its addresses mean (the surest first), and everybody it could be about.

    `other` is who wrote, or to whom we wrote; `content` is the file as it lies on the disk.
    """

    name: str
    content: bytes
    mail: MailRead
    day: date
    today: date
    other: Address
    meant: tuple[AccountMeant, ...]
    accounts: tuple[AccountName, ...]
    people: tuple[PersonName, ...]
    is_ours: bool

    def people_of(self, account_id: UUID) -> tuple[PersonName, ...]:
        """Give the people of an account."""
        return tuple(each for each in self.people if each.account_id == account_id)

    def person_meant(self, account_id: UUID) -> UUID | None:
        """Give the person of an account that its addresses mean, if there is one."""
        found = next((each for each in self.meant if each.account_id == account_id), None)
        return found.person_ids[0] if found and found.person_ids else None


@dataclass(frozen=True, slots=True, kw_only=True)
class MailTaken:
    """What the person makes of a mail: contact made, or with a severity a concern in these words.

    With `adds_person` the one who wrote, or to whom we wrote, becomes a person of the account.
    """

    account_id: UUID
    on: date
    words: str
    person_id: UUID | None = None
    adds_person: bool = False
    severity: int | None = None
