"""Finds the account a row means: by the source's id, then the domain, then the name without its legal form."""

from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass
from uuid import UUID

from reviewdesk.domain.account import Account
from reviewdesk.domain.changes import Kind
from reviewdesk.domain.importing.drafts import Drafts
from reviewdesk.domain.importing.existing import KeyRing, id_or_name
from reviewdesk.domain.importing.incoming import AccountRef, IncomingAccount
from reviewdesk.domain.importing.names import folded, normalised, squashed


@dataclass(frozen=True, slots=True)
class Found:
    """The accounts a row may mean; `is_sure` where the first is meant for sure.

    `domain` is the row's own where each candidate has its name and another domain, which speaks against all of them.
    """

    candidates: tuple[UUID, ...] = ()
    is_sure: bool = False
    domain: str = ""


class AccountFinder:
    """An index over the accounts of the book and the new ones; each look-up costs the same in a large book."""

    def __init__(self, drafts: Drafts[Account], keys: KeyRing) -> None:
        self._drafts = drafts
        self._keys = keys
        self._file_of: dict[UUID, str] = {}
        self._by_domain: dict[str, list[UUID]] = defaultdict(list)
        self._by_folded: dict[str, list[UUID]] = defaultdict(list)
        self._by_normalised: dict[str, list[UUID]] = defaultdict(list)
        self._by_squashed: dict[str, list[UUID]] = defaultdict(list)
        for each in drafts:
            self.add(each.after)

    def add(self, account: Account, file: str = "") -> None:
        """Take an account into the index; `file` names the file it is new from."""
        self._file_of[account.id] = file
        if account.domain:
            self._by_domain[account.domain].append(account.id)
        self._by_folded[folded(account.name)].append(account.id)
        self._by_normalised[normalised(account.name)].append(account.id)
        self._by_squashed[squashed(account.name)].append(account.id)

    def match(self, incoming: IncomingAccount) -> Found:
        """Find the account an incoming one is. Within one file only the same id or the same name is the same one.

        A name alone never joins two of different domains: whether they are one is then for the person to say.
        """
        origin, domain = incoming.origin, str(incoming.values.get("domain", ""))
        known = self._keys.find(Kind.ACCOUNT, origin.source, id_or_name(origin.id, folded(incoming.name)))
        if known is not None and (origin.id or self._agrees(known, domain)):
            return Found((known,), is_sure=True)

        def possible(candidate: UUID) -> bool:
            return not self._keys.is_other(candidate, origin.source, origin.id)

        def elsewhere(candidate: UUID) -> bool:
            return possible(candidate) and self._file_of[candidate] != origin.file

        steps: tuple[tuple[dict[str, list[UUID]], str, Callable[[UUID], bool]], ...] = (
            (self._by_domain, domain, elsewhere),
            (self._by_folded, folded(incoming.name), possible),
            (self._by_normalised, normalised(incoming.name), elsewhere),
        )
        for index, wanted, is_allowed in steps:
            found = tuple(each for each in index.get(wanted, ()) if is_allowed(each)) if wanted else ()
            if found:
                return self._weighed(found, incoming.name, domain)
        alike = self._by_squashed.get(squashed(incoming.name), ())
        return Found(tuple(each for each in alike if elsewhere(each)))

    def _weighed(self, found: tuple[UUID, ...], name: str, domain: str) -> Found:
        """Prefer those whose domain does not speak against them; of these the same domain, then the same name.

        Of several that are equally likely, and where every domain speaks against them, none is sure.
        """
        agreeing = [each for each in found if self._agrees(each, domain)]
        if agreeing:
            likely = {each: self._likeness(each, name, domain) for each in agreeing}
            meant = tuple(each for each in agreeing if likely[each] == max(likely.values()))
            return Found(meant, is_sure=len(meant) == 1)
        return Found(found, domain=domain)

    def _likeness(self, account_id: UUID, name: str, domain: str) -> tuple[bool, bool]:
        known = self._drafts.by_id[account_id].after
        return known.domain == domain, folded(known.name) == folded(name)

    def _agrees(self, account_id: UUID, domain: str) -> bool:
        known = self._drafts.by_id[account_id].after.domain
        return not known or not domain or known == domain

    def refer(self, ref: AccountRef) -> Found:
        """Find the account that another row refers to; more than one candidate means that it cannot be told."""
        known = self._keys.find(Kind.ACCOUNT, ref.source, ref.id)
        if known is not None:
            return Found((known,), is_sure=True)
        if ref.name:
            found = self._by_folded.get(folded(ref.name)) or self._by_normalised.get(normalised(ref.name)) or []
        else:
            found = self._by_domain.get(ref.domain, []) if ref.domain and not ref.id else []
        return Found(tuple(found), is_sure=len(found) == 1)
