"""What a running outreach takes in and lets go later, as others come to share its cause or share it no more."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import UTC
from typing import Any
from uuid import UUID

from reviewdesk.domain.shared_problem import Affected, Cause, CauseBy, SharedProblem, each_once
from reviewdesk.services.affected_by import cohort
from reviewdesk.services.days import days_of
from reviewdesk.services.myself import me
from reviewdesk.services.shared_problem_values import Joined
from reviewdesk.services.shown_problems import best_person
from reviewdesk.storage.reading import Reading
from reviewdesk.storage.unit_of_work import UnitOfWork

Sharing = Sequence[tuple[Cause, frozenset[UUID]]]
_FLEETING = (CauseBy.WORDS, CauseBy.HAND)  # likeness is counted anew each time, and a hand's choice stays


@dataclass(frozen=True, slots=True)
class Difference:
    """What one running problem needs: who joins, each with by what, who leaves, and how grave it has become."""

    problem: SharedProblem
    joins: dict[UUID, str]
    leaves: tuple[UUID, ...]
    severity: int

    @property
    def is_any(self) -> bool:
        """Say whether there is anything to do."""
        return bool(self.joins or self.leaves or self.severity != self.problem.severity)


def difference(reading: Reading, problem: SharedProblem) -> Difference:
    """Compare an outreach with who shares its causes now.

    Whoever nobody has done anything about yet leaves where they share none of the causes any more, as after an import
    that was taken back; all others stay.
    """
    there = reading.affected.where(problem_id=problem.id)
    sharing = [(each, cohort(reading, each, problem.account_id)) for each in problem.causes]
    concern = reading.concerns.find(problem.concern_id) if problem.concern_id else None
    severity = max(problem.severity, concern.severity if concern else 0)
    joins = _joins(sharing, {each.account_id for each in there})
    return Difference(problem, joins, _leaves(sharing, there), severity)


def _joins(sharing: Sharing, there: set[UUID]) -> dict[UUID, str]:
    found: dict[UUID, str] = {}
    for cause, accounts in sharing:
        for account_id in sorted(accounts - there):
            found[account_id] = f"{found[account_id]}, {cause.words}" if account_id in found else cause.words
    return found


def _leaves(sharing: Sharing, there: tuple[Affected, ...]) -> tuple[UUID, ...]:
    fleeting = [cause.words for cause, _ in sharing if cause.by in _FLEETING]
    still = {account_id for _, accounts in sharing for account_id in accounts}
    may = (each for each in there if each.is_untouched and not any(words in each.joined_by for words in fleeting))
    return tuple(each.id for each in may if each.account_id not in still)


def follow(work: UnitOfWork, found: Difference) -> Iterator[Joined]:
    """Bring an outreach up to who shares its causes now, and say who joined."""
    for affected_id in found.leaves:
        work.affected.remove(affected_id)
    problem = graded(work, found.problem, found.severity)
    for account_id, by in found.joins.items():
        if join(work, problem, account_id, by):
            name = work.accounts.get(account_id).name
            yield Joined(account=name, problem=problem.name, by=by, on=work.clock.today())


def graded(work: UnitOfWork, problem: SharedProblem, severity: int) -> SharedProblem:
    """Take a problem for as grave as it is now; who is still to be reached hears of it within the hours for that."""
    if severity == problem.severity:
        return problem
    changed = work.shared_problems.put(replace(problem, severity=severity))
    for each in each_once(changed, work.affected.where(problem_id=problem.id)):
        if not each.is_settled and changed.is_grave and not problem.is_grave:
            work.affected.put(replace(each, **_first_word(work, changed, each.colleague_id)))
    return changed


def join(work: UnitOfWork, problem: SharedProblem, account_id: UUID, by: str) -> bool:
    """Take an account into an outreach, with whom to reach there and by when; say whether it was not in it."""
    if work.affected.where(problem_id=problem.id, account_id=account_id):
        return False
    account = work.accounts.get(account_id)
    owner = (work.colleagues.find(account.owner_id) if account.owner_id else None) or me(work)
    person = best_person(work, account_id)
    work.affected.put(
        Affected(
            problem_id=problem.id, account_id=account_id, joined_on=work.clock.today(), joined_by=by,
            person_id=person.id if person else None, colleague_id=owner.id if owner else None,
            **_first_word(work, problem, owner.id if owner else None),
        )
    )  # fmt: skip
    return True


def _first_word(work: UnitOfWork, problem: SharedProblem, colleague_id: UUID | None) -> dict[str, Any]:
    """Give by which day an account hears of a problem, and by which moment where it is grave."""
    today, owner = work.clock.today(), work.colleagues.find(colleague_id) if colleague_id else None
    days = days_of(owner, work.book, today)
    at = problem.first_word_at(work.clock.now().astimezone(), days)
    if at is None:
        return {"due": problem.first_word_by(today, days), "due_at": None}
    return {"due": at.date(), "due_at": at.astimezone(UTC)}
