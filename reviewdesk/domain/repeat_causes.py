"""Causes that came again: a concern like one that was fixed, raised within twelve months after the fix.

Two concerns are alike where their causes are of the same kind and they name the same team, product, lot or tag; or
where their words are alike (`alike_words`).
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Final
from uuid import UUID

from reviewdesk.domain.alike_words import Worded, alike_pairs
from reviewdesk.domain.concern import CauseKind, Concern
from reviewdesk.domain.concern_figures import fixed_on
from reviewdesk.domain.intervals import add_months
from reviewdesk.domain.text import fold

MONTHS: Final = 12
WORDS: Final = "similar words"
_BY: Final = (
    ("team", "team"), ("product", "products"), ("lot", "lots"), ("site", "sites"), ("carrier", "carriers"),
    ("process", "processes"), ("contract term", "contract_terms"), ("tag", "tags"),
)  # fmt: skip

Key = tuple[CauseKind, str, str]


@dataclass(frozen=True, slots=True)
class Candidate:
    """A concern with the day of its fix and the last day on which another one repeats it, where it is fixed.

    `keys` are what others may share with it, each with its words.
    """

    concern: Concern
    fixed: date | None
    until: date
    keys: Mapping[Key, str] = field(repr=False)

    @classmethod
    def of(cls, concern: Concern) -> "Candidate":
        """Make a concern ready to be compared; none is fixed before it was raised."""
        fixed = fixed_on(concern)
        fixed = max(fixed, concern.raised_on) if fixed is not None else None
        return cls(concern, fixed, add_months(fixed, MONTHS) if fixed is not None else date.min, dict(_keys(concern)))

    @property
    def raised(self) -> date:
        """The day on which it was raised."""
        return self.concern.raised_on

    def came_again_in(self, other: "Candidate") -> bool:
        """Say whether another concern was raised after this one's fix, and within twelve months of it."""
        return self.fixed is not None and self.fixed < other.raised <= self.until


@dataclass(frozen=True, slots=True)
class Repeat:
    """One cause that came again: its kind where it is known, what the concerns share, those fixed, those that came.

    Those that came again are the latest raised first.
    """

    kind: CauseKind | None
    shared: str
    fixed: tuple[UUID, ...]
    again: tuple[UUID, ...]

    @property
    def all(self) -> tuple[UUID, ...]:
        """All concerns of it, each once: those that came again first."""
        return tuple(dict.fromkeys((*self.again, *self.fixed)))


def repeats(concerns: Iterable[Concern], today: date) -> tuple[Repeat, ...]:
    """Give the causes that came again in the last twelve months, those that did most often first."""
    since = add_months(today, -MONTHS)
    every = [Candidate.of(each) for each in concerns]
    first = [each for each in every if each.fixed is not None and each.until >= since]
    later = [each for each in every if each.raised >= since]
    found = [*_by_key(first, later), *_by_words(first, later)]
    return tuple(_without_parts(sorted(found, key=_most)))


def _keys(concern: Concern) -> Iterator[tuple[Key, str]]:
    if concern.cause_kind is None:
        return
    for name, attribute in _BY:
        value = getattr(concern, attribute)
        for each in (value,) if isinstance(value, str) else value:
            if each.strip():
                yield (concern.cause_kind, name, fold(each)), f"{name} {each.strip()}"


def _by_key(first: Sequence[Candidate], later: Sequence[Candidate]) -> Iterator[Repeat]:
    groups: dict[Key, tuple[list[Candidate], list[Candidate]]] = {}
    for at, some in enumerate((first, later)):
        for each in some:
            for key in each.keys:
                groups.setdefault(key, ([], []))[at].append(each)
    for key, (fixed, came) in groups.items():
        was, again = _that_repeat(fixed, came)
        if again:
            yield Repeat(key[0], again[0].keys[key], _ids(was), _ids(again))


def _that_repeat(fixed: Sequence[Candidate], came: Sequence[Candidate]) -> tuple[list[Candidate], list[Candidate]]:
    """Give those of the fixed that came again and those that did, of concerns that are all alike."""
    known = sorted((each.fixed, each.until) for each in fixed if each.fixed is not None)
    days, ends = [day for day, _ in known], sorted(end for _, end in known)
    raised = sorted(each.raised for each in came)
    was = [each for each in fixed if each.fixed and bisect_right(raised, each.fixed) < bisect_right(raised, each.until)]
    again = [each for each in came if bisect_left(ends, each.raised) < bisect_left(days, each.raised)]
    return was, again


def _by_words(first: Sequence[Candidate], later: Sequence[Candidate]) -> Iterator[Repeat]:
    """Give each fixed concern with those like it that came; fixed ones that the same came after stand together."""
    ones, others = ([Worded.of(each.concern.words) for each in some] for some in (first, later))
    came: dict[int, list[int]] = {}
    for one, other in alike_pairs(ones, others):
        if first[one].came_again_in(later[other]):
            came.setdefault(one, []).append(other)
    together: dict[tuple[int, ...], list[int]] = {}
    for one, found in came.items():
        together.setdefault(tuple(sorted(found)), []).append(one)
    for again, was in together.items():
        shared = ones[was[0]].shared_with(others[again[0]])
        kinds = {each.concern.cause_kind for each in (*(first[at] for at in was), *(later[at] for at in again))}
        kind = kinds.pop() if len(kinds) == 1 else None
        yield Repeat(kind, f"{WORDS}: {shared}", _ids(first[at] for at in was), _ids(later[at] for at in again))


def _without_parts(found: Iterable[Repeat]) -> Iterator[Repeat]:
    """Leave out what says nothing that one before it does not say."""
    holding: dict[UUID, list[set[UUID]]] = {}
    for each in found:
        members = set(each.all)
        if not any(members <= kept for kept in holding.get(each.again[0], ())):
            yield each
            for one in members:
                holding.setdefault(one, []).append(members)


def _ids(found: Iterable[Candidate]) -> tuple[UUID, ...]:
    return tuple(each.concern.id for each in sorted(found, key=_latest))


def _latest(each: Candidate) -> tuple[int, str]:
    return -each.raised.toordinal(), each.concern.id.hex


def _most(each: Repeat) -> tuple[int, int, bool, str, str]:
    return -len(each.again), -len(each.all), each.shared.startswith(WORDS), each.shared, each.again[0].hex
