"""What a person does with mails they saved: one becomes a contact made, or a concern in its words, with its file."""

from collections.abc import Iterable
from pathlib import Path
from typing import Final
from uuid import UUID

from reviewdesk.domain.address_book import NOBODY, Address, AddressBook
from reviewdesk.domain.concern import Concern
from reviewdesk.domain.errors import RefusedError
from reviewdesk.domain.intervals import short_day
from reviewdesk.domain.people import Person
from reviewdesk.domain.purchase import SourceKey
from reviewdesk.domain.quoting import plain_wording
from reviewdesk.domain.said import Channel, Contact
from reviewdesk.exchange.mail_reading import LARGEST, read_mail
from reviewdesk.services import typed_values as typed
from reviewdesk.services.account_values import AccountName
from reviewdesk.services.attachments import attach
from reviewdesk.services.file_content import content_of, digest_of
from reviewdesk.services.mail_values import MailSeen, MailTaken, PersonName
from reviewdesk.services.myself import me
from reviewdesk.services.outcome import Outcome
from reviewdesk.storage.reading import Reading
from reviewdesk.storage.store import Store
from reviewdesk.storage.unit_of_work import UnitOfWork

SOURCE: Final = "mail"


class MailInService:
    """Takes in mails that were saved as files."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def look(self, path: Path) -> MailSeen:
        """Read a mail and say whom it is about; the book is not changed.

        Raises:
            UnreadableError: it is no mail that can be read.
            RefusedError: this mail stands in the book already.
        """
        content = content_of(path, LARGEST)
        mail, today = read_mail(content, path.name), self._store.clock.today()
        with self._store.read() as reading:
            _refuse_known(reading, _sign(mail.message_id, content))
            book = AddressBook(reading.accounts.all(), reading.people.all(), reading.colleagues.all())
        accounts = sorted((AccountName(id=each.id, name=each.name) for each in book.accounts), key=_name)
        return MailSeen(
            name=path.name,
            content=content,
            mail=mail,
            day=mail.day(today),
            today=today,
            other=_other(mail.everybody, book),
            meant=book.meant(mail.everybody),
            accounts=tuple(accounts),
            people=tuple(PersonName(each.id, each.account_id, each.name) for each in book.people if not each.left_on),
            is_ours=book.is_ours(mail.sender),
        )

    def take(self, seen: MailSeen, taken: MailTaken) -> Outcome[Contact | Concern]:
        """Keep a mail as a contact made or a concern, with its file, in one step.

        Raises:
            RefusedError: the day has not come yet, a concern has no words, or the mail stands in the book already.
        """
        if taken.on > seen.today:
            raise RefusedError("A mail is taken in once it was sent. Choose a day up to today.")
        sign = _sign(seen.mail.message_id, seen.content)
        with self._store.write("Take in a mail") as work:
            _refuse_known(work, sign)
            work.accounts.get(taken.account_id)
            person_id = _added(work, seen.other, taken).id if taken.adds_person else taken.person_id
            made = _contact(work, taken, person_id) if taken.severity is None else _concern(work, taken, person_id)
            kind = "contact" if isinstance(made, Contact) else "concern"
            on = {"contact_id": made.id} if isinstance(made, Contact) else {"concern_id": made.id}
            attach(work, taken.account_id, seen.name, seen.content, **on)
            work.source_keys.put(SourceKey(source=SOURCE, source_id=sign, kind=kind, record_id=made.id))
        return Outcome(made, work.changes)


def _name(account: AccountName) -> str:
    return account.name.casefold()


def _sign(message_id: str, content: bytes) -> str:
    """Give what a mail is known again by: the id it bears, else its content."""
    return message_id or digest_of(content)


def _other(everybody: Iterable[Address], book: AddressBook) -> Address:
    return next((each for each in everybody if not book.is_ours(each)), NOBODY)


def _refuse_known(reading: Reading, sign: str) -> None:
    for key in reading.source_keys.where(source=SOURCE, source_id=sign):
        found = reading.contacts.find(key.record_id) or reading.concerns.find(key.record_id)
        if found is None:
            continue
        on = found.made_on if isinstance(found, Contact) else found.raised_on
        what = "contact made" if isinstance(found, Contact) else "concern"
        account, day = reading.accounts.get(found.account_id).name, short_day(on, reading.clock.today())
        raise RefusedError(f"This mail stands in the book already: {account}, {what} of {day}. Nothing was added.")


def _added(work: UnitOfWork, other: Address, taken: MailTaken) -> Person:
    known = [each for each in work.people.where(account_id=taken.account_id) if _same(each.email, other.email)]
    name = other.name or other.email.partition("@")[0].replace(".", " ").title()
    new = Person(account_id=taken.account_id, name=typed.name(name), email=other.email)
    return known[0] if known else work.people.put(new)


def _same(one: str, other: str) -> bool:
    return bool(one) and one.strip().casefold() == other.strip().casefold()


def _contact(work: UnitOfWork, taken: MailTaken, person_id: UUID | None) -> Contact:
    mine = me(work)
    made = Contact(
        account_id=taken.account_id, made_on=taken.on, channel=Channel.MAIL, words=taken.words.strip(),
        person_id=person_id, colleague_id=mine.id if mine else None,
    )  # fmt: skip
    return work.contacts.put(made)


def _concern(work: UnitOfWork, taken: MailTaken, person_id: UUID | None) -> Concern:
    words = " ".join(taken.words.split())
    if not words:
        raise RefusedError("Write what worries them, in their own words.")
    raised = Concern(
        account_id=taken.account_id, words=words, summary=plain_wording(words), severity=taken.severity or 2,
        raised_on=taken.on, stage_since=taken.on, raised_by_id=person_id,
    )  # fmt: skip
    return work.concerns.put(raised)
