"""Whether a concern tells of the cause of a shared problem: by what it is about, its team, or its words."""

from collections.abc import Collection
from typing import Final
from uuid import UUID

from reviewdesk.domain.concern import Concern
from reviewdesk.domain.said_before import ideas_of
from reviewdesk.domain.shared_problem import Cause, CauseBy, SharedProblem
from reviewdesk.domain.text import fold

LEAST_SHARED: Final = 2  # things that have to be named by both; one alone is chance
_ABOUT: Final = {
    CauseBy.PRODUCT: "products",
    CauseBy.LOT: "lots",
    CauseBy.SITE: "sites",
    CauseBy.CARRIER: "carriers",
    CauseBy.TERM: "contract_terms",
    CauseBy.PROCESS: "processes",
}


def belongs_to(concern: Concern, problem: SharedProblem, linked: Collection[UUID]) -> bool:
    """Say whether a concern belongs to a shared problem.

    It does where the problem was begun from it, where it is linked with that one (`linked`), or where it names one of
    the causes itself; not once it was withdrawn.
    """
    if concern.is_withdrawn:
        return False
    if concern.id == problem.concern_id or concern.id in linked:
        return True
    return any(tells_of(concern, each) for each in problem.causes)


def tells_of(concern: Concern, cause: Cause) -> bool:
    """Say whether a concern names a cause, within its days."""
    if (cause.since and concern.raised_on < cause.since) or (cause.until and concern.raised_on > cause.until):
        return False
    if cause.by is CauseBy.WORDS:
        return _alike(concern.words, cause.value)
    meant = fold(cause.value.strip())
    return bool(meant) and meant in {fold(each.strip()) for each in _named(concern, cause.by)}


def _named(concern: Concern, by: CauseBy) -> tuple[str, ...]:
    if by is CauseBy.TEAM:
        return (concern.team,)
    field = _ABOUT.get(by)
    return (*getattr(concern, field), *concern.tags) if field else ()


def _alike(words: str, value: str) -> bool:
    wanted = ideas_of(value).keys()
    return bool(wanted) and len(wanted & ideas_of(words).keys()) >= min(LEAST_SHARED, len(wanted))
