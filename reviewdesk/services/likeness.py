"""How alike two accounts are, and why: legal forms, accents and small slips aside."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import Final
from uuid import UUID

from rapidfuzz import fuzz

from reviewdesk.domain.importing.names import domain_of, normalised
from reviewdesk.storage.lists.account_names import NamedAccount

MUCH_ALIKE: Final = 88  # of 100
LONG_ENOUGH: Final = 3
LARGEST_BLOCK: Final = 200
_DIGITS: Final = 7
_EDGE: Final = 4
_SLIPS: Final = 7  # letters, from which on one of them may be another
_SURE: Final = 100
_LIKELY: Final = 95


@dataclass(frozen=True, slots=True)
class Likeness:
    """How alike two accounts are from 0 to 100, and why."""

    score: int
    why: str


@dataclass(frozen=True, slots=True)
class Folded:
    """An account made ready to be compared with many others."""

    account: NamedAccount
    name: str
    domain: str
    phones: frozenset[str]

    @classmethod
    def of(cls, account: NamedAccount) -> "Folded":
        """Make an account ready."""
        domain = account.domain or domain_of(account.website)
        phones = frozenset(digits[-_DIGITS:] for each in account.phones if len(digits := _digits(each)) >= _DIGITS)
        return cls(account, normalised(account.name), domain, phones)


def typed_likeness(typed: str, known: Folded) -> Likeness | None:
    """Say how alike a known account is to a name, or the address of a website, while that is typed."""
    domain = domain_of(typed) if "." in typed and " " not in typed.strip() else ""
    if domain and domain == known.domain:
        return Likeness(_SURE, f"the same website, {domain}")
    name = normalised(typed)
    if len(name) < LONG_ENOUGH:
        return None
    if name == known.name:
        return Likeness(_SURE, "the same name")
    if known.name.startswith(name):
        return Likeness(_LIKELY, "begins the same")
    if len(name) >= _SLIPS and fuzz.ratio(name, known.name[: len(name)]) >= MUCH_ALIKE:
        return Likeness(MUCH_ALIKE, "begins much the same")
    return _alike_in_name(name, known.name)


def likeness(one: Folded, other: Folded, shared: str = "") -> Likeness | None:
    """Say how alike two accounts are; `shared` is an e-mail address that people of both have.

    A group and its sites are not alike, however they are called; two websites that differ speak against all but the
    very same name.
    """
    if _belong_together(one.account, other.account):
        return None
    if one.domain and one.domain == other.domain:
        return Likeness(_SURE, f"the same website, {one.domain}")
    are_elsewhere = bool(one.domain and other.domain)
    if one.name == other.name:
        return Likeness(_LIKELY, "the same name, but other websites" if are_elsewhere else "the same name")
    return None if are_elsewhere else _alike_in_name(one.name, other.name) or _reached_alike(one, other, shared)


def _reached_alike(one: Folded, other: Folded, shared: str) -> Likeness | None:
    if shared:
        return Likeness(MUCH_ALIKE, f"{shared} is at both")
    return Likeness(MUCH_ALIKE, "the same telephone") if one.phones & other.phones else None


def likely_pairs(
    known: Sequence[Folded], addresses: Iterable[tuple[str, Sequence[UUID]]]
) -> Iterator[tuple[Folded, Folded, Likeness]]:
    """Give pairs that are likely to be one account; only those are compared that have something in common."""
    shared = {
        frozenset(pair): address
        for address, ids in addresses
        if len(ids) <= LARGEST_BLOCK
        for pair in combinations(ids, 2)
    }
    by_id = {each.account.id: each for each in known}
    asked = {pair for block in _blocks(known).values() for pair in _pairs(block)} | set(shared)
    for pair in asked:
        one, other = sorted((by_id[each] for each in pair), key=_name)
        found = likeness(one, other, shared.get(pair, ""))
        if found is not None:
            yield one, other, found


def _alike_in_name(one: str, other: str) -> Likeness | None:
    score = max(fuzz.ratio(one, other), fuzz.token_sort_ratio(one, other))
    if score < MUCH_ALIKE or min(len(one), len(other)) < LONG_ENOUGH or _numbers(one) != _numbers(other):
        return None
    return Likeness(min(round(score), _LIKELY - 1), "names much alike")


def _blocks(known: Sequence[Folded]) -> Mapping[tuple[str, str], list[UUID]]:
    """Put accounts together that share a word, an edge of the name, a website or a telephone; large groups say nothing.

    What a large group shares, as "logistics" or a switchboard's number, tells nobody apart.
    """
    blocks: dict[tuple[str, str], list[UUID]] = defaultdict(list)
    for each in known:
        squashed = each.name.replace(" ", "")
        keys = {("word", word) for word in each.name.split() if len(word) >= LONG_ENOUGH}
        keys |= {("begins", squashed[:_EDGE]), ("ends", squashed[-_EDGE:]), ("name", each.name)}
        keys |= {("domain", each.domain)} if each.domain else set()
        keys |= {("phone", phone) for phone in each.phones}
        for key in keys:
            blocks[key].append(each.account.id)
    return {key: ids for key, ids in blocks.items() if 1 < len(ids) <= LARGEST_BLOCK}


def _pairs(ids: Sequence[UUID]) -> Iterator[frozenset[UUID]]:
    return (frozenset(pair) for pair in combinations(ids, 2))


def _belong_together(one: NamedAccount, other: NamedAccount) -> bool:
    if one.parent_id == other.id or other.parent_id == one.id:
        return True
    return one.parent_id is not None and one.parent_id == other.parent_id


def _numbers(name: str) -> list[str]:
    """Give the numbers in a name: "Plant 1" and "Plant 2" are two, however alike they are written."""
    return [word for word in name.split() if any(each.isdigit() for each in word)]


def _digits(phone: str) -> str:
    return "".join(each for each in phone if each.isdigit())


def _name(folded: Folded) -> tuple[str, str]:
    return folded.account.name.casefold(), folded.account.id.hex
