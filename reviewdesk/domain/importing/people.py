"""Planning people: theirs, each with their account, and ours."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Final
from uuid import UUID

from reviewdesk.domain.changes import Kind
from reviewdesk.domain.importing.account_finder import AccountFinder
from reviewdesk.domain.importing.drafts import Desk, Draft, Drafts
from reviewdesk.domain.importing.existing import KeyRing
from reviewdesk.domain.importing.incoming import AccountRef, IncomingColleague, IncomingPerson
from reviewdesk.domain.importing.names import folded
from reviewdesk.domain.people import Colleague, Person

_NOBODY: Final = "nobody"
_MOST_OFFERED: Final = 40


class AccountOf:
    """Tells which account a row belongs to, or why that cannot be told; each reference is looked up once."""

    def __init__(self, finder: AccountFinder) -> None:
        self._finder = finder
        self._known: dict[AccountRef, tuple[UUID | None, str]] = {}

    def __call__(self, ref: AccountRef) -> tuple[UUID | None, str]:
        """Give the account, or nothing and the reason."""
        if ref not in self._known:
            self._known[ref] = self._find(ref)
        return self._known[ref]

    def found(self) -> tuple[int, int]:
        """Count the references that were found and all of them."""
        return sum(1 for id, _ in self._known.values() if id is not None), len(self._known)

    def _find(self, ref: AccountRef) -> tuple[UUID | None, str]:
        found = self._finder.refer(ref)
        if found.is_sure:
            return found.candidates[0], ""
        if found.candidates:
            return None, "more than one account has this name"
        return None, "of an account that is not known" if ref.name or ref.id else "without an account"


def plan_people(
    drafts: Drafts[Person], incoming: Sequence[IncomingPerson], account_of: AccountOf, keys: KeyRing, desk: Desk
) -> None:
    """Plan people of theirs: known by the source's id, else by e-mail or name within their account."""
    by_email: dict[tuple[UUID, str], Draft[Person]] = {}
    by_name: dict[tuple[UUID, str], Draft[Person]] = {}

    def remember(draft: Draft[Person]) -> None:
        person = draft.after
        if person.email:
            by_email[person.account_id, person.email.casefold()] = draft
        by_name.setdefault((person.account_id, folded(person.name)), draft)

    for each in drafts:
        remember(each)
    for row in incoming:
        account_id, reason = account_of(row.account)
        if account_id is None:
            desk.leave_out(row.origin, reason, f"{row.name} · {row.account.name}".strip(" ·"))
            continue
        known = keys.find(Kind.PERSON, row.origin.source, row.origin.id)
        email = str(row.values.get("email", "")).casefold()
        draft = drafts.by_id.get(known) if known else by_email.get((account_id, email))
        draft = draft or _same_name(by_name.get((account_id, folded(row.name))), email)
        if draft is None or keys.is_other(draft.after.id, row.origin.source, row.origin.id):
            draft = drafts.add(Person(account_id=account_id, name=row.name, **row.values), row.origin)
            remember(draft)
        else:
            _join(draft, row, desk)
        keys.add(Kind.PERSON, row.origin.source, row.origin.id, draft.after.id)


def _same_name(draft: Draft[Person] | None, email: str) -> Draft[Person] | None:
    """Take two of one name in one account for one person, unless each has an address of their own."""
    if draft is None or (email and draft.after.email and draft.after.email.casefold() != email):
        return None
    return draft


def _join(draft: Draft[Person], row: IncomingPerson, desk: Desk) -> None:
    is_repeated = draft.origin is not None and draft.origin.file == row.origin.file
    if is_repeated:
        desk.leave_out(row.origin, "named twice, joined with the line before", row.name)
    values = {**row.values}
    if folded(row.name) != folded(draft.after.name):
        values["name"] = row.name
    if values.get("email", "").casefold() == draft.after.email.casefold():
        values.pop("email", None)
    desk.fill(draft, Kind.PERSON.value, values, only_blanks=is_repeated)
    draft.origin = draft.origin or row.origin


class ColleaguePlanning:
    """Joins incoming colleagues with the book's, by name or e-mail address."""

    def __init__(self, drafts: Drafts[Colleague], desk: Desk) -> None:
        self.drafts = drafts
        self._desk = desk
        self._known: dict[str, Draft[Colleague]] = {}
        for each in drafts:
            self._remember(each)

    def take(self, incoming: Sequence[IncomingColleague]) -> None:
        """Plan all incoming colleagues."""
        for row in incoming:
            draft = self._known.get(folded(row.name)) or self._known.get(str(row.values.get("email", "")).casefold())
            if draft is None:
                self._remember(self.drafts.add(Colleague(name=row.name, **row.values), row.origin))
                continue
            is_repeated = draft.origin is not None and draft.origin.file == row.origin.file
            if is_repeated:
                self._desk.leave_out(row.origin, "named twice, joined with the line before", row.name)
            self._desk.fill(draft, Kind.COLLEAGUE.value, row.values, only_blanks=is_repeated)
            draft.origin = draft.origin or row.origin

    def named(self, name: str) -> UUID:
        """Give the colleague of this name or address, added where there is none yet."""
        draft = self._known.get(folded(name)) or self._known.get(name.casefold())
        if draft is None:
            draft = self.drafts.add(Colleague(name=name, email=name if "@" in name else ""), None)
            self._remember(draft)
        return draft.after.id

    def ask_who_is_me(self) -> None:
        """Ask which colleague the book belongs to, where it knows nobody; nobody is taken until that is said."""
        known = sorted((each.after for each in self.drafts), key=lambda each: folded(each.name))
        if not known or len(known) > _MOST_OFFERED or any(each.is_me for each in known):
            return
        by_name = {f"is {each.name}": each.id for each in known}
        chosen = self._desk.deciding.ask(
            "me",
            "Which of these is you?",
            "Your accounts are then “Mine”, and promises and summaries carry your name; later it is said in Settings",
            {_NOBODY: "nobody of them", **{each: each.removeprefix("is ") for each in by_name}},
            _NOBODY,
        )
        if chosen in by_name:
            draft = self.drafts.by_id[by_name[chosen]]
            draft.after = replace(draft.after, is_me=True)

    def _remember(self, draft: Draft[Colleague]) -> None:
        self._known.setdefault(folded(draft.after.name), draft)
        if draft.after.email:
            self._known.setdefault(draft.after.email.casefold(), draft)
