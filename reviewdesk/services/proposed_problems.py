"""Finds concerns of several customers that are alike, and proposes them as one shared problem, unasked."""

from collections import Counter
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Final
from uuid import UUID

from reviewdesk.domain.concern import Concern, LinkKind
from reviewdesk.domain.proposed_problem import FEWEST_ACCOUNTS, ProposedProblem, groups_of, is_answered
from reviewdesk.domain.said_before import ENOUGH, Idea, ideas_of, likeness, weight
from reviewdesk.services.outcome import Outcome
from reviewdesk.services.said_before import LATELY
from reviewdesk.storage import search_alike
from reviewdesk.storage.reading import Reading
from reviewdesk.storage.store import Store
from reviewdesk.storage.unit_of_work import UnitOfWork

MOST_LOOKED_AT: Final = 200
_LONGEST: Final = 1_000

Ideas = Mapping[str, Idea]


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposal:
    """What is proposed: the newest concern, from which the outreach starts, and whose concerns are like it."""

    id: UUID
    words: str
    severity: int
    concern_id: UUID
    accounts: tuple[str, ...]
    account_ids: tuple[UUID, ...]
    found_on: date


class ProposedProblemService:
    """Looks for what may be one problem, and keeps what the person says to it."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def open(self) -> tuple[Proposal, ...]:
        """Give what is proposed and not answered, the newest first."""
        with self._store.read() as reading:
            return open_proposals(reading)

    def look(self) -> tuple[frozenset[UUID], ...]:
        """Find groups of concerns that nobody was asked about yet; nothing is written."""
        with self._store.read() as reading:
            concerns = _lately(reading)
            of_account = {each.id: each.account_id for each in concerns}
            groups = groups_of(_alike(reading, concerns), of_account)
            asked = [each.concern_ids for each in reading.proposed_problems.all()]
            fresh = [each for each in groups if not is_answered(each, asked, of_account)]
            return tuple(each for each in fresh if not _is_worked_on(reading, each, of_account))

    def propose(self, groups: Collection[Collection[UUID]]) -> Outcome[int]:
        """Keep what was found, so that the person is asked; it is no step of theirs to undo."""
        with self._store.write("Propose a shared problem", quiet=True) as work:
            for each in groups:
                ids = tuple(sorted(each, key=_hex))
                work.proposed_problems.put(ProposedProblem(concern_ids=ids, found_on=work.clock.today()))
        return Outcome(len(groups), work.changes)

    def answer(self, proposal_id: UUID, *, is_same: bool) -> Outcome[ProposedProblem]:
        """Keep whether they are the same; they are not proposed again, and those that are say so of each other."""
        with self._store.write("One problem" if is_same else "Not the same problem") as work:
            known = work.proposed_problems.get(proposal_id)
            changed = work.proposed_problems.put(known.answered(work.clock.today(), is_same=is_same))
            if is_same:
                _link_all(work, known.concern_ids)
        return Outcome(changed, work.changes)


def _link_all(work: UnitOfWork, concern_ids: Collection[UUID]) -> None:
    """Link each of the concerns with the one that was raised last, from which the outreach starts."""
    found = [each for one in concern_ids if (each := work.concerns.find(one)) is not None]
    first = max(found, key=_raised, default=None)
    for each in found:
        if first is not None and each.id != first.id:
            first = work.concerns.put(first.linked_to(each.id, LinkKind.PROBLEM))
            work.concerns.put(each.linked_to(first.id, LinkKind.PROBLEM))


def open_proposals(reading: Reading) -> tuple[Proposal, ...]:
    """Give what is proposed and not answered, the newest first; what fell below three accounts since is left out."""
    asked = [each for each in reading.proposed_problems.all() if each.is_open]
    told = (_told(reading, each) for each in asked)
    return tuple(sorted((each for each in told if each), key=_newest))


def _told(reading: Reading, proposed: ProposedProblem) -> Proposal | None:
    concerns = [each for each in reading.concerns.where(id=list(proposed.concern_ids)) if not each.is_withdrawn]
    ids = {each.account_id for each in concerns}
    if len(ids) < FEWEST_ACCOUNTS:
        return None
    accounts = sorted((reading.accounts.get(each) for each in ids), key=lambda each: each.name.casefold())
    first = max(concerns, key=_raised)
    return Proposal(
        id=proposed.id, words=first.summary or first.words, severity=max(each.severity for each in concerns),
        concern_id=first.id, accounts=tuple(each.name for each in accounts),
        account_ids=tuple(each.id for each in accounts), found_on=proposed.found_on,
    )  # fmt: skip


def _lately(reading: Reading) -> tuple[Concern, ...]:
    """Give the newest concerns of the last 30 days."""
    since = reading.clock.today() - LATELY
    there = (each for each in reading.concerns.all() if each.raised_on >= since and not each.is_withdrawn)
    return tuple(sorted(there, key=lambda each: (-each.raised_on.toordinal(), each.id.hex))[:MOST_LOOKED_AT])


def _alike(reading: Reading, concerns: Collection[Concern]) -> dict[UUID, set[UUID]]:
    """Give for each concern those of other accounts that are like it, as what is typed is compared."""
    ideas = {each.id: ideas_of(each.words[:_LONGEST]) for each in concerns}
    shared = _shared(ideas)
    held = search_alike.holding(reading.connection, shared)
    total = search_alike.total(reading.connection)
    weights = {key: weight(key, max(count, 1), total) for key, count in held.items()}
    found: dict[UUID, set[UUID]] = {each.id: set() for each in concerns}
    for one, two in _pairs(concerns, ideas, shared):
        own = {key: weights[key] for key in ideas[one.id] if key in weights}
        if likeness(ideas[one.id], ideas[two.id], own) >= ENOUGH:
            found[one.id].add(two.id)
            found[two.id].add(one.id)
    return found


def _shared(ideas: Mapping[UUID, Ideas]) -> frozenset[str]:
    """Give the ideas that at least two concerns hold."""
    counts = Counter(key for each in ideas.values() for key in each)
    return frozenset(key for key, count in counts.items() if count > 1)


def _pairs(
    concerns: Collection[Concern], ideas: Mapping[UUID, Ideas], shared: Collection[str]
) -> Iterator[tuple[Concern, Concern]]:
    """Give the pairs of different accounts that share an idea, each once."""
    known = list(concerns)
    telling = [{key for key in ideas[each.id] if key in shared} for each in known]
    for at, one in enumerate(known):
        for later in range(at + 1, len(known)):
            if known[later].account_id != one.account_id and telling[at] & telling[later]:
                yield one, known[later]


def _is_worked_on(reading: Reading, group: Collection[UUID], of_account: Mapping[UUID, UUID]) -> bool:
    """Say whether an outreach was started from one of these concerns, or holds all their accounts."""
    accounts = {of_account[each] for each in group}
    for problem in reading.shared_problems.all():
        if problem.concern_id in group:
            return True
        there = {each.account_id for each in reading.affected.where(problem_id=problem.id)}
        if problem.ended_on is None and accounts <= there | {problem.account_id}:
            return True
    return False


def _raised(concern: Concern) -> tuple[date, int, str]:
    return concern.raised_on, concern.severity, concern.id.hex


def _hex(concern_id: UUID) -> str:
    return concern_id.hex


def _newest(proposal: Proposal) -> tuple[int, int, str]:
    return -proposal.found_on.toordinal(), -proposal.severity, proposal.id.hex
