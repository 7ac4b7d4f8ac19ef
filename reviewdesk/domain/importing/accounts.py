"""Planning accounts: which are new, which are known, and whose parent is which."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from operator import itemgetter
from uuid import UUID

from reviewdesk.domain.account import Account
from reviewdesk.domain.changes import Kind
from reviewdesk.domain.importing.account_finder import AccountFinder, Found
from reviewdesk.domain.importing.drafts import Desk, Draft, Drafts
from reviewdesk.domain.importing.existing import ImportSettings, KeyRing, id_or_name
from reviewdesk.domain.importing.incoming import (
    AccountRef,
    IncomingAccount,
    IncomingNote,
    IncomingPerson,
    IncomingPurchase,
)
from reviewdesk.domain.importing.names import folded

_NEW = "new"
_ADD = "add"
_LEAVE = "leave"
_SHOWN = 5


class AccountPlanning:
    """Joins incoming accounts with the book's."""

    def __init__(self, drafts: Drafts[Account], keys: KeyRing, desk: Desk, settings: ImportSettings) -> None:
        self.drafts = drafts
        self.finder = AccountFinder(drafts, keys)
        self._keys = keys
        self._desk = desk
        self._settings = settings
        self.of_row: list[tuple[IncomingAccount, UUID]] = []

    def take(self, incoming: Sequence[IncomingAccount]) -> None:
        """Plan all incoming accounts; the parents they name are set when all accounts are known."""
        for each in incoming:
            draft = self._draft_of(each)
            id = id_or_name(each.origin.id, folded(each.name))
            self._keys.add(Kind.ACCOUNT, each.origin.source, id, draft.after.id)
            self.of_row.append((each, draft.after.id))

    def add_unknown(self, naming: Sequence[IncomingPerson | IncomingPurchase | IncomingNote]) -> None:
        """Ask about accounts that people, purchases and notes name and that are found nowhere."""
        unknown: dict[str, list[AccountRef]] = defaultdict(list)
        for ref in dict.fromkeys(each.account for each in naming):
            if ref.name and not self.finder.refer(ref).candidates:
                unknown[folded(ref.name)].append(ref)
        new = [each for refs in unknown.values() for each in _told_apart(refs)]
        if new and self._adds([each[0].name for each in new]):
            for refs in new:
                account = Account(name=refs[0].name, added_on=self._settings.today)
                self.drafts.add(account, None)
                self.finder.add(account)
                for each in refs:
                    self._keys.add(Kind.ACCOUNT, each.source, each.id, account.id)

    def _adds(self, unknown: Sequence[str]) -> bool:
        """Ask whether to add them; where no account is known at all, adding them is what stands until answered."""
        count = len(unknown)
        names = ", ".join(unknown[:_SHOWN])
        chosen = self._desk.deciding.ask(
            "unknown-accounts",
            "1 account is in neither the files nor the book"
            if count == 1
            else f"{count:,} accounts are in neither the files nor the book",
            f"Their rows name them: {names}" + (f" and {count - _SHOWN:,} more" if count > _SHOWN else ""),
            {_ADD: "add them", _LEAVE: "leave out what names them"},
            _LEAVE if self.drafts.by_id else _ADD,
        )
        return chosen == _ADD

    def _draft_of(self, incoming: IncomingAccount) -> Draft[Account]:
        found = self.finder.match(incoming)
        known = found.candidates[0] if found.is_sure else self._asked(incoming, found)
        if known is None:
            account = Account(name=incoming.name, added_on=self._settings.today, **incoming.values)
            self.finder.add(account, incoming.origin.file)
            return self.drafts.add(account, incoming.origin)
        draft = self.drafts.by_id[known]
        self._join(draft, incoming)
        return draft

    def _join(self, draft: Draft[Account], incoming: IncomingAccount) -> None:
        first = draft.origin
        is_repeated = first is not None and first.file == incoming.origin.file
        if is_repeated and first is not None:
            self._desk.leave_out(
                incoming.origin, "named twice, joined with the line before", f"{incoming.name}, line {first.line:,}"
            )
        values = {"name": incoming.name, **incoming.values}
        if folded(incoming.name) == folded(draft.after.name):
            values["name"] = draft.after.name
        self._desk.fill(draft, Kind.ACCOUNT.value, values, only_blanks=is_repeated)
        draft.origin = first or incoming.origin

    def _asked(self, incoming: IncomingAccount, found: Found) -> UUID | None:
        if not found.candidates:
            return None
        offered = {self._choice_id(each): each for each in found.candidates}
        asked = f"account:{incoming.origin.file}:{folded(incoming.name)}"
        chosen = self._desk.deciding.ask(
            f"{asked}:{found.domain}" if found.domain else asked,
            f"Is “{incoming.name}” an account you have?",
            f"Line {incoming.origin.line:,} of {incoming.origin.file}" + (f": {found.domain}" if found.domain else ""),
            {**{each: f"the same as {self._shown(id)}" for each, id in offered.items()}, _NEW: "is new"},
            _NEW,
        )
        return offered.get(chosen)

    def _shown(self, account_id: UUID) -> str:
        account = self.drafts.by_id[account_id].after
        return f"{account.name} ({account.domain})" if account.domain else account.name

    def _choice_id(self, account_id: UUID) -> str:
        """Give an id that is the same when the files are read again, also after they were imported."""
        draft = self.drafts.by_id[account_id]
        return f"{draft.origin.file}:{draft.origin.line}" if draft.origin else str(account_id)

    def set_parents(self) -> None:
        """Give accounts the parents that their rows name."""
        missing = []
        for incoming, account_id in self.of_row:
            if incoming.parent is None:
                continue
            found = self.finder.refer(incoming.parent)
            if found.is_sure and not self._would_circle(account_id, found.candidates[0]):
                self._desk.fill(self.drafts.by_id[account_id], Kind.ACCOUNT.value, {"parent_id": found.candidates[0]})
            else:
                missing.append(f"{incoming.parent.name or incoming.parent.id} of {incoming.name}")
        if missing:
            more = f" and {len(missing) - _SHOWN:,} more" if len(missing) > _SHOWN else ""
            self._desk.notes.append(
                f"Parents that could not be told are left blank: {', '.join(missing[:_SHOWN])}{more}."
            )

    def _would_circle(self, account_id: UUID, parent_id: UUID | None) -> bool:
        while parent_id is not None:
            if parent_id == account_id:
                return True
            draft = self.drafts.by_id.get(parent_id)
            parent_id = draft.after.parent_id if draft else None
        return False


def _told_apart(refs: Sequence[AccountRef]) -> Iterator[list[AccountRef]]:
    """Give one account for what has one name, or one for each id where a single source tells them apart."""
    by_id = {(each.source, each.id): each for each in refs if each.id}
    source, most = max(Counter(source for source, _ in by_id).items(), key=itemgetter(1), default=("", 0))
    if most > 1:
        yield from ([each] for (of, _), each in by_id.items() if of == source)
    else:
        yield list(refs)
