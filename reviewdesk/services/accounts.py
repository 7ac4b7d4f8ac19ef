"""What a person does with accounts: looks at them, adds them, changes them, and logs that they spoke."""

from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import replace
from datetime import date
from uuid import UUID

from reviewdesk.domain.account import Account, Tier
from reviewdesk.domain.errors import RefusedError
from reviewdesk.domain.importing.names import folded, normalised
from reviewdesk.domain.people import Colleague, Person
from reviewdesk.domain.said import Contact
from reviewdesk.services import typed_values as typed
from reviewdesk.services.account_reading import TiersByRule, accounts_alike, brief_of, rows_of, tiers_by_rule
from reviewdesk.services.account_ties import account_with, colleague_named, person_with
from reviewdesk.services.account_values import AccountBrief, AccountName, AccountRow
from reviewdesk.services.calls import Spoke, log_in
from reviewdesk.services.myself import me
from reviewdesk.services.outcome import Outcome
from reviewdesk.storage.lists.accounts import account_lines, names_holding
from reviewdesk.storage.store import Store

CANDIDATES_NAMED = 8
SHORTEST_ID = 8


class AccountService:
    """What a person does with accounts and their people."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._by_rule: TiersByRule | None = None

    def today(self) -> date:
        """Give the day by the book's clock."""
        return self._store.clock.today()

    def day_meant(self, text: str) -> date | None:
        """Read a day in words such as next Friday; nothing where there are none.

        Raises:
            RefusedError: they name no day.
        """
        return typed.day(text, self.today())

    def rows(self) -> tuple[AccountRow, ...]:
        """Give every account as the list shows it today, by name."""
        with self._store.read() as reading:
            return rows_of(reading)

    def brief(self, account_id: UUID) -> AccountBrief:
        """Give all that one account's page shows."""
        with self._store.read() as reading:
            return brief_of(reading, account_id)

    def by_rule(self, account_id: UUID) -> Tier | None:
        """Give the tier that the rule would set now, which depends on every account of the book."""
        with self._store.read() as reading:
            self._by_rule = tiers_by_rule(reading, self._by_rule)
            return self._by_rule.tier(reading, account_id)

    def named(self, text: str) -> AccountName:
        """Find the account that is meant by a name, its beginning or a part of it, or by its id.

        Raises:
            RefusedError: there is none, or several could be meant.
        """
        with self._store.read() as reading:
            known = [AccountName(id=each.id, name=each.name) for each in account_lines(reading.connection)]
        return _meant(text, known)

    def alike(self, name: str) -> tuple[AccountName, ...]:
        """Give the accounts whose name is this one, apart from case, accents and legal forms."""
        with self._store.read() as reading:
            return accounts_alike(reading, name)

    def names_like(self, text: str) -> tuple[str, ...]:
        """Give a few names of accounts that hold this text, to complete what is typed."""
        with self._store.read() as reading:
            return names_holding(reading.connection, text.strip())

    def colleagues(self) -> tuple[Colleague, ...]:
        """Give the people of ours."""
        with self._store.read() as reading:
            return reading.colleagues.all()

    def add(self, name: str, *, owner: str = "", although_alike: bool = False) -> Outcome[Account]:
        """Add an account by hand; its clock starts today.

        Raises:
            RefusedError: there is no name, or an account with much the same name.
        """
        today = self._store.clock.today()
        tidy = typed.name(name)
        alike = () if although_alike else self.alike(tidy)
        if alike:
            raise RefusedError(f"There is already “{alike[0].name}”. Open it, or add this one all the same.")
        with self._store.write("Add account") as work:
            owned_by = colleague_named(work, owner) if owner.strip() else me(work)
            added = work.accounts.put(Account(name=tidy, added_on=today, owner_id=owned_by.id if owned_by else None))
        return Outcome(added, work.changes)

    def change(self, account_id: UUID, field: str, text: str) -> Outcome[Account]:
        """Put what was typed into one field of an account; typing on in it is one step of undo.

        Raises:
            RefusedError: it cannot be read as what the field holds.
        """
        join_key = f"account/{account_id}/{field}"
        with self._store.write("Change account", join_key=join_key) as work:
            changed = work.accounts.put(account_with(work, work.accounts.get(account_id), field, text))
        return Outcome(changed, work.changes)

    def set_owner(self, account_id: UUID, name: str) -> Outcome[Account]:
        """Say who of ours owns an account; a new name adds a colleague, no name leaves it without an owner."""
        with self._store.write("Set owner") as work:
            changed = work.accounts.put(account_with(work, work.accounts.get(account_id), "owner", name))
        return Outcome(changed, work.changes)

    def set_tier(self, account_id: UUID, tier: Tier, *, because: str) -> Outcome[Account]:
        """Pin a tier by hand, with a reason.

        Raises:
            RefusedError: no reason was given.
        """
        with self._store.write(f"Set tier {tier}") as work:
            changed = work.accounts.put(work.accounts.get(account_id).with_tier(tier, because=because))
        return Outcome(changed, work.changes)

    def unpin(self, account_id: UUID) -> Outcome[Account]:
        """Let the rule set the tier again, at once."""
        with self._store.write("Let the rule set the tier") as work:
            by_rule = tiers_by_rule(work).tier(work, account_id)
            changed = work.accounts.put(replace(work.accounts.get(account_id), tier=by_rule, tier_reason=""))
        return Outcome(changed, work.changes)

    def remove(self, account_id: UUID) -> Outcome[None]:
        """Take an account out with all that belongs to it; undo brings everything back."""
        return self.remove_all((account_id,))

    def remove_all(self, account_ids: Collection[UUID]) -> Outcome[None]:
        """Take several accounts out in one step."""
        label = "Remove account" if len(account_ids) == 1 else f"Remove {len(account_ids)} accounts"
        with self._store.write(label) as work:
            for each in account_ids:
                work.accounts.remove(each)
        return Outcome(None, work.changes)

    def add_person(
        self, account_id: UUID, name: str, *, role: str = "", email: str = "", phone: str = ""
    ) -> Outcome[Person]:
        """Add a person of theirs.

        Raises:
            RefusedError: there is no name, or the address cannot be one.
        """
        person = Person(
            account_id=account_id,
            name=typed.name(name),
            role=typed.words(role),
            email=typed.mail(email),
            phone=typed.phone(phone),
        )
        with self._store.write("Add person") as work:
            work.accounts.get(account_id)
            added = work.people.put(person)
        return Outcome(added, work.changes)

    def change_person(self, person_id: UUID, field: str, text: str) -> Outcome[Person]:
        """Put what was typed into one field of a person.

        Raises:
            RefusedError: it cannot be read as what the field holds.
        """
        join_key = f"person/{person_id}/{field}"
        with self._store.write("Change person", join_key=join_key) as work:
            changed = work.people.put(person_with(work, work.people.get(person_id), field, text))
        return Outcome(changed, work.changes)

    def remove_person(self, person_id: UUID) -> Outcome[None]:
        """Take a person of theirs out; undo brings them back."""
        with self._store.write("Remove person") as work:
            work.people.remove(person_id)
        return Outcome(None, work.changes)

    def log_contact(self, account_id: UUID, spoke: Spoke) -> Outcome[Contact]:
        """Log that we spoke with them, and what comes next.

        Raises:
            RefusedError: the day has not come yet.
        """
        today = self._store.clock.today()
        on = spoke.on or today
        if on > today:
            raise RefusedError("A contact is logged once it was made. Choose a day up to today.")
        with self._store.write("Log contact") as work:
            contact = log_in(work, account_id, spoke, on, today)
        return Outcome(contact, work.changes)


def _meant(text: str, known: Collection[AccountName]) -> AccountName:
    wanted = folded(text)
    ways = (
        [each for each in known if each.name.strip() == text.strip()],
        [each for each in known if _is_id(text, each.id)],
        [each for each in known if folded(each.name) == wanted],
        [each for each in known if normalised(each.name) == normalised(text)],
        [each for each in known if folded(each.name).startswith(wanted)],
        [each for each in known if wanted in folded(each.name)],
    )
    found = next((each for each in ways if each), [])
    if not wanted or not found:
        raise RefusedError(
            f"There is no account “{text.strip()}” in this book. Look its name up in the list of accounts."
        )
    if len(found) > 1:
        raise RefusedError(f"“{text.strip()}” could be {_told_apart(found)}.")
    return found[0]


def _is_id(text: str, id: UUID) -> bool:
    """Say whether a text is this id, or enough of its beginning, with or without hyphens."""
    typed = text.strip().lower().replace("-", "")
    return len(typed) >= SHORTEST_ID and id.hex.startswith(typed)


def _told_apart(found: Sequence[AccountName]) -> str:
    """Name accounts, each with the beginning of its id where others are called the same, and say what to write."""
    often = Counter(each.name for each in found)
    shown = [
        f"{each.name} ({each.id.hex[:SHORTEST_ID]})" if often[each.name] > 1 else each.name
        for each in found[:CANDIDATES_NAMED]
    ]
    more = f" and {len(found) - CANDIDATES_NAMED} more" if len(found) > CANDIDATES_NAMED else ""
    id_too = ", or the id behind it" if max(often.values()) > 1 else ""
    return f"{', '.join(shown)}{more}. Write more of the name{id_too}"
