"""The concerns that an outreach is about, each moved on with it where the person says so."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace
from uuid import UUID

from reviewdesk.domain.cause_in_concern import belongs_to
from reviewdesk.domain.concern import Concern, LinkKind, Stage
from reviewdesk.domain.shared_problem import SharedProblem
from reviewdesk.services.only_mine import only_mine_in
from reviewdesk.services.outcome import Outcome
from reviewdesk.storage.reading import Reading
from reviewdesk.storage.store import Store

_BEFORE_FIXED = frozenset({Stage.REPORTED, Stage.ACKNOWLEDGED, Stage.PLANNED})


@dataclass(frozen=True, slots=True)
class OpenConcern:
    """A concern of an outreach that is not fixed yet, with the name of its account."""

    concern_id: UUID
    account: str
    words: str
    stage: Stage


class OutreachConcernService:
    """Says what becomes of the concerns of an outreach when it ends."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def not_fixed(self, problem_id: UUID) -> tuple[OpenConcern, ...]:
        """Give the concerns of an outreach that are not fixed yet, by the names of their accounts."""
        with self._store.read() as reading:
            problem = reading.shared_problems.get(problem_id)
            found = concerns_of(reading, problem, _accounts_of(reading, problem))
            left = [each for each in found if each.stage in _BEFORE_FIXED]
            told = (
                OpenConcern(each.id, reading.accounts.get(each.account_id).name, each.words, each.stage)
                for each in left
            )
            return tuple(sorted(told, key=lambda each: (each.account.casefold(), each.words)))

    def fix(self, problem_id: UUID, concern_ids: Collection[UUID]) -> Outcome[int]:
        """Bring concerns of an outreach to fixed, each with what was done for all where it says nothing itself.

        Each customer is still asked whether it is: nothing is confirmed by it.
        """
        with self._store.write("Concerns fixed by an outreach") as work:
            problem, today = work.shared_problems.get(problem_id), work.clock.today()
            for each in (work.concerns.get(one) for one in concern_ids):
                if each.stage in _BEFORE_FIXED:
                    done = replace(each, fix=each.fix or problem.remedy_words, cause_on=each.cause_on or today)
                    work.concerns.put(done.at(Stage.FIXED, today))
        return Outcome(len(concern_ids), work.changes)


def concerns_of(reading: Reading, problem: SharedProblem, account_ids: Iterable[UUID]) -> tuple[Concern, ...]:
    """Give the concerns of these accounts that belong to a problem, without what is only for the person."""
    wanted = list(account_ids)
    every = reading.concerns.where(account_id=wanted) if wanted else ()
    linked = _linked_with(reading, problem)
    return only_mine_in(reading).without(each for each in every if belongs_to(each, problem, linked))


def problems_of(reading: Reading, concern: Concern) -> tuple[SharedProblem, ...]:
    """Give the problems that a concern belongs to, among those of its account."""
    there = {each.problem_id for each in reading.affected.where(account_id=concern.account_id)}
    near = (each for each in reading.shared_problems.all() if each.id in there or each.account_id == concern.account_id)
    return tuple(each for each in near if belongs_to(concern, each, _linked_with(reading, each)))


def _linked_with(reading: Reading, problem: SharedProblem) -> frozenset[UUID]:
    """Give the concerns that share the problem with the one it was begun from, as was said of them."""
    first = reading.concerns.find(problem.concern_id) if problem.concern_id else None
    return frozenset(each.concern_id for each in (first.links if first else ()) if each.kind is LinkKind.PROBLEM)


def _accounts_of(reading: Reading, problem: SharedProblem) -> tuple[UUID, ...]:
    there = [each.account_id for each in reading.affected.where(problem_id=problem.id)]
    return tuple(dict.fromkeys((*([problem.account_id] if problem.account_id else []), *there)))
