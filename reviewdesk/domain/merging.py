"""Two accounts, or two people, that are one: which values differ, which is meant, and what becomes of both."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, fields, replace
from enum import StrEnum
from typing import Any, Final, TypeVar
from uuid import UUID

from reviewdesk.domain.account import Account
from reviewdesk.domain.errors import RefusedError
from reviewdesk.domain.importing.names import folded
from reviewdesk.domain.people import Person

Merged = TypeVar("Merged", Account, Person)


class Side(StrEnum):
    """Which of two records a value is taken from: the one that stays, or the one that goes into it."""

    KEPT = "kept"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Difference:
    """One field in which two records say different things, and what is meant unless the person says otherwise."""

    name: str
    kept: Any
    other: Any
    default: Side


_OWN: Final = frozenset({"id", "version", "account_id", "parent_id", "reports_to_id"})
_JOINED: Final = frozenset({"notes", "phones", "rivals", "tags", "lines_bought"})
_EITHER: Final = frozenset({"review_as_group", "no_marketing"})
_BOTH: Final = frozenset({"left_on"})
_TOGETHER: Final[Mapping[str, tuple[str, ...]]] = {
    "tier": ("tier_reason",),
    "gut_feeling": ("gut_feeling_on", "gut_feeling_note"),
}
_FOLLOW: Final = frozenset(name for names in _TOGETHER.values() for name in names)
_NEWEST: Final = frozenset({"last_review_before", "last_contact_before", "contract_end", "renewal_agreed_on"})
_OLDEST: Final = frozenset({"customer_since", "added_on", "first_review_due"})
_LONGER: Final = frozenset({"street", "role", "cares_about"})
_UNASKED: Final = frozenset({"added_on", "is_site", "logo"})


def differences(kept: Merged, other: Merged) -> tuple[Difference, ...]:
    """Give the fields in which both say something, and not the same."""
    silent = _OWN | _JOINED | _EITHER | _BOTH | _FOLLOW | _UNASKED
    names = [each for each in _names(kept) if each not in silent]
    return tuple(
        Difference(name, getattr(kept, name), getattr(other, name), _meant(name, kept, other))
        for name in names
        if _differ(kept, other, name) and not (name == "domain" and _differ(kept, other, "website"))
    )


def merged(kept: Merged, other: Merged, chosen: Mapping[str, Side]) -> Merged:
    """Give what becomes of both: what only one says is taken, lists and notes are joined, the rest as it is chosen."""
    sides = {each.name: chosen.get(each.name, each.default) for each in differences(kept, other)}
    if "website" in sides:
        sides["domain"] = sides["website"]
    sides |= {name: _meant(name, kept, other) for name in _UNASKED if hasattr(kept, name)}
    values: dict[str, Any] = {}
    name: str
    for name in set(_names(kept)) - _OWN - _FOLLOW:
        if name in _JOINED:
            values[name] = _joined(getattr(kept, name), getattr(other, name))
        elif name in _EITHER:
            values[name] = getattr(kept, name) or getattr(other, name)
        elif name in _BOTH:
            values[name] = getattr(kept, name) and getattr(other, name)
        else:
            source = kept if sides.get(name, _speaks(name, kept, other)) is Side.KEPT else other
            values |= {each: getattr(source, each) for each in (name, *_TOGETHER.get(name, ()))}
    return replace(kept, **values)


def parent_after(kept: Account, other: Account, parents: Mapping[UUID, UUID | None]) -> UUID | None:
    """Give the group that both belong to once they are one; `parents` names the group of every account.

    Raises:
        RefusedError: they would belong to themselves, by way of another account.
    """
    own = {kept.id, other.id}
    parent = next((each for each in (kept.parent_id, other.parent_id) if each is not None and each not in own), None)
    seen, above = set(own), parent
    while above is not None:
        if above in seen:
            raise RefusedError(
                f"“{kept.name}” and “{other.name}” stand above and below the same account, so one account would "
                "belong to itself. Take that account out of its group first, then merge."
            )
        seen.add(above)
        above = parents.get(above)
    return parent


def same_people(kept: Collection[Person], other: Collection[Person]) -> tuple[tuple[Person, Person], ...]:
    """Pair the people who are at both: by their address, else by their name where no address speaks against it."""
    free = list(kept)
    pairs: list[tuple[Person, Person]] = []
    for by_address in (True, False):
        for person in other:
            if any(person is pair[1] for pair in pairs):
                continue
            match = next((each for each in free if _is_same(each, person, by_address=by_address)), None)
            if match is not None:
                free.remove(match)
                pairs.append((match, person))
    return tuple(pairs)


def _is_same(one: Person, other: Person, *, by_address: bool) -> bool:
    mails = one.email.casefold(), other.email.casefold()
    if by_address:
        return bool(mails[0]) and mails[0] == mails[1]
    return folded(one.name) == folded(other.name) and (not all(mails) or mails[0] == mails[1])


def _names(record: Account | Person) -> list[str]:
    return [each.name for each in fields(record)]


def _says(record: Account | Person, name: str) -> bool:
    return getattr(record, name) not in (None, "", ())


def _differ(kept: Account | Person, other: Account | Person, name: str) -> bool:
    return _says(kept, name) and _says(other, name) and not _same(getattr(kept, name), getattr(other, name))


def _speaks(name: str, kept: Account | Person, other: Account | Person) -> Side:
    return Side.OTHER if _says(other, name) and not _says(kept, name) else Side.KEPT


def _same(one: object, other: object) -> bool:
    if isinstance(one, str) and isinstance(other, str):
        return one.strip() == other.strip()
    return one == other


def _meant(name: str, kept: Account | Person, other: Account | Person) -> Side:
    """Give which side is meant by itself: the newest, the oldest or the longer where the field says so, else ours."""
    mine, theirs = getattr(kept, name), getattr(other, name)
    if name == "gut_feeling" and isinstance(kept, Account) and isinstance(other, Account):
        mine, theirs = kept.gut_feeling_on, other.gut_feeling_on
    if name == "is_site":
        return Side.KEPT
    if theirs in (None, ""):
        return Side.KEPT
    if mine in (None, ""):
        return Side.OTHER
    is_better = (
        theirs > mine
        if name in _NEWEST or name == "gut_feeling"
        else theirs < mine
        if name in _OLDEST
        else name in _LONGER and len(theirs) > len(mine)
    )
    return Side.OTHER if is_better else Side.KEPT


def _joined(mine: Any, theirs: Any) -> Any:  # noqa: ANN401 - text, or a list of text
    if isinstance(mine, tuple):
        known = {each.casefold() for each in mine}
        return (*mine, *(each for each in theirs if each.casefold() not in known))
    texts = dict.fromkeys(each for each in (mine, theirs) if each.strip())
    return "\n\n".join(texts)
