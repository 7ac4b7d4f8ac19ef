"""Planning notes and activities: contacts made, and notes of their day on their account."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from hashlib import sha256
from typing import Final
from uuid import UUID

from reviewdesk.domain.account import Account
from reviewdesk.domain.changes import Kind
from reviewdesk.domain.importing.drafts import Desk, Draft, Drafts
from reviewdesk.domain.importing.existing import KeyRing
from reviewdesk.domain.importing.ids import ids_in_order
from reviewdesk.domain.importing.incoming import IncomingNote, NoteAbout
from reviewdesk.domain.importing.names import folded
from reviewdesk.domain.importing.people import AccountOf
from reviewdesk.domain.people import Person
from reviewdesk.domain.purchase import Purchase
from reviewdesk.domain.said import Contact

_NOTE: Final = "note "
_OWNERS: Final = {NoteAbout.PERSON: Kind.PERSON, NoteAbout.PURCHASE: Kind.PURCHASE}


class NotePlanning:
    """Brings notes to their accounts, each once: one that came before stays as the person has made it since.

    A conversation that is done and bears a day ahead, as one that was planned for it does, is a note: nobody knows when
    it took place.
    """

    def __init__(
        self, contacts: Drafts[Contact], account_of: AccountOf, keys: KeyRing, desk: Desk, today: date
    ) -> None:
        self._today = today
        self._contacts = contacts
        self._account_of = account_of
        self._keys = keys
        self._desk = desk
        self._repeats: Counter[str] = Counter()
        self._new_ids = ids_in_order()

    def take(
        self,
        incoming: Sequence[IncomingNote],
        accounts: Drafts[Account],
        people: Drafts[Person],
        purchases: Drafts[Purchase],
    ) -> None:
        """Plan all notes."""
        named = {(each.after.account_id, folded(each.after.name)): each.after.id for each in people if incoming}
        for row in incoming:
            account_id, reason = self._account(row, people, purchases)
            if account_id is None:
                self._desk.leave_out(row.origin, reason, f"{row.account.name} · {row.words[:80]}".strip(" ·"))
            elif row.channel is not None and row.day is not None and row.day <= self._today:
                self._add_contact(row, account_id, named.get((account_id, folded(row.person))))
            else:
                self._add_note(row, accounts.by_id[account_id])

    def _account(
        self, row: IncomingNote, people: Drafts[Person], purchases: Drafts[Purchase]
    ) -> tuple[UUID | None, str]:
        kind = _OWNERS.get(row.about)
        if kind is None:
            return self._account_of(row.account)
        owners: Drafts[Person] | Drafts[Purchase] = people if kind is Kind.PERSON else purchases
        known = self._keys.find(kind, row.account.source, row.account.id)
        draft = owners.by_id.get(known) if known else None
        if draft is not None:
            return draft.after.account_id, ""
        return None, f"of a {'person' if kind is Kind.PERSON else 'deal'} that is not known"

    def _add_contact(self, row: IncomingNote, account_id: UUID, person_id: UUID | None) -> None:
        id = row.origin.id or self._content_id(row)
        known = self._keys.find(Kind.CONTACT, row.origin.source, id)
        if known is not None:
            self._contacts.by_id[known].origin = row.origin
            return
        assert row.day is not None  # noqa: S101 - seen before
        assert row.channel is not None  # noqa: S101 - seen before
        contact = Contact(
            id=next(self._new_ids), account_id=account_id, made_on=row.day, channel=row.channel, person_id=person_id,
            words=row.words,
        )  # fmt: skip
        self._contacts.add(contact, row.origin)
        self._keys.add(Kind.CONTACT, row.origin.source, id, contact.id)

    def _add_note(self, row: IncomingNote, draft: Draft[Account]) -> None:
        source = _NOTE + row.origin.source
        id = row.origin.id or self._content_id(row)
        if self._keys.find(Kind.ACCOUNT, source, id) is None:
            said = f"{row.day.isoformat()}: {row.words}" if row.day else row.words
            notes = "\n".join(filter(None, (draft.after.notes, said)))
            draft.after = replace(draft.after, notes=notes)
            self._keys.add(Kind.ACCOUNT, source, id, draft.after.id)
        draft.origin = draft.origin or row.origin

    def _content_id(self, row: IncomingNote) -> str:
        """Make an id of what a row says, for files without ids; equal rows are told apart by their number."""
        said = "\x1f".join((folded(row.account.name), row.account.id, str(row.day), row.words))
        digest = sha256(said.encode("utf-8", "surrogatepass")).hexdigest()[:24]
        self._repeats[digest] += 1
        return f"row {digest} {self._repeats[digest]}"
