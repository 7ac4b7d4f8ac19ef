"""A proposal that concerns of several accounts are one shared problem, and what the person said to it."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Final
from uuid import UUID, uuid4

from reviewdesk.domain.audience import OUR_SIDE

FEWEST_ACCOUNTS: Final = 3
JUDGED_TOGETHER: Final = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class ProposedProblem:
    """Concerns of at least three accounts within 30 days that are alike; it is open until it was answered."""

    concern_ids: tuple[UUID, ...] = field(metadata=OUR_SIDE)
    found_on: date = field(metadata=OUR_SIDE)
    answered_on: date | None = field(default=None, metadata=OUR_SIDE)
    is_same: bool = field(default=False, metadata=OUR_SIDE)
    id: UUID = field(default_factory=uuid4, metadata=OUR_SIDE)
    version: int = field(default=0, compare=False, metadata=OUR_SIDE)

    @property
    def is_open(self) -> bool:
        """Say whether nobody has said yet whether they are the same."""
        return self.answered_on is None

    def answered(self, on: date, *, is_same: bool) -> "ProposedProblem":
        """Say whether they are the same."""
        return replace(self, answered_on=on, is_same=is_same)


def groups_of(alike: Mapping[UUID, Collection[UUID]], of_account: Mapping[UUID, UUID]) -> tuple[frozenset[UUID], ...]:
    """Group concerns around those that are like most others, each in one group, of at least three accounts.

    `alike` gives for each concern those that are like it, `of_account` whose each is.
    """
    left, found = set(alike), []
    while left:
        stars = {each: frozenset({each, *alike[each]}) & left for each in left}
        middle = min(stars, key=lambda each: (-_accounts(stars[each], of_account), -len(stars[each]), each.hex))
        if _accounts(stars[middle], of_account) < FEWEST_ACCOUNTS:
            break
        found.append(stars[middle])
        left -= stars[middle]
    return tuple(found)


def is_answered(group: Collection[UUID], before: Iterable[Collection[UUID]], of_account: Mapping[UUID, UUID]) -> bool:
    """Say whether two of a group were judged together, and those new since are of fewer than three accounts."""
    judged = (set(each) for each in before if len(set(group) & set(each)) >= JUDGED_TOGETHER)
    return any(_accounts(set(group) - each, of_account) < FEWEST_ACCOUNTS for each in judged)


def _accounts(group: Collection[UUID], of_account: Mapping[UUID, UUID]) -> int:
    return len({of_account[each] for each in group})
