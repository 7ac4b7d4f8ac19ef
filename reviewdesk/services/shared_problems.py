"""What a person does with a problem that several accounts share: finds who, reaches each, and ends it by its rule."""

from collections.abc import Sequence
from dataclasses import replace
from uuid import UUID

from reviewdesk.domain.errors import RefusedError
from reviewdesk.domain.shared_problem import Affected, Attempt, Cause, Reach, Remedy, SharedProblem, ended
from reviewdesk.services import typed_values as typed
from reviewdesk.services.affected_by import causes_of, cohort, sharing
from reviewdesk.services.days import days_of
from reviewdesk.services.outcome import Outcome
from reviewdesk.services.shared_problem_values import Joined, Offered, Sharing, ShownProblem
from reviewdesk.services.shown_problems import best_person, shown_problems
from reviewdesk.storage.reading import Reading, UnitOfWork
from reviewdesk.storage.store import Store


class SharedProblemService:
    """What a person does with shared problems."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def problems(self) -> tuple[ShownProblem, ...]:
        """Give the problems that are being worked on, the gravest and newest first, then those that ended lately."""
        with self._store.read() as reading:
            return shown_problems(reading)

    def offered(self, concern_id: UUID) -> Offered:
        """Give what a shared problem is begun with from a concern."""
        with self._store.read() as reading:
            concern = reading.concerns.get(concern_id)
            return Offered(
                name=concern.summary or concern.words, severity=concern.severity, words=concern.words,
                account_id=concern.account_id, account=reading.accounts.get(concern.account_id).name,
                concern_id=concern_id, causes=causes_of(reading, concern),
            )  # fmt: skip

    def who_else(self, causes: Sequence[Cause], besides: UUID) -> tuple[Sharing, ...]:
        """Give the accounts that share any of these causes, what presses most first."""
        with self._store.read() as reading:
            return sharing(reading, causes, besides)

    def start(
        self, concern_id: UUID, name: str, causes: Sequence[Cause], remedy: Remedy, remedy_words: str
    ) -> Outcome[SharedProblem]:
        """Begin the outreach to everybody who shares the cause of a concern.

        Raises:
            RefusedError: it has no name or no cause, or nobody else shares it.
        """
        with self._store.write("Start an outreach") as work:
            today, concern = work.clock.today(), work.concerns.get(concern_id)
            if not causes:
                raise RefusedError("Choose what others may share: a lot, a product, the words, or accounts by hand.")
            found = sharing(work, causes, concern.account_id)
            if not found:
                raise RefusedError("Nobody else shares any of these. Choose another cause, or accounts by hand.")
            problem = work.shared_problems.put(
                SharedProblem(
                    name=typed.name(name), severity=concern.severity, reported_on=concern.raised_on,
                    cause_on=concern.cause_on or today, causes=tuple(causes), concern_id=concern.id,
                    account_id=concern.account_id, remedy=remedy, remedy_words=remedy_words.strip(),
                )
            )  # fmt: skip
            for each in found:
                _join(work, problem, each.account_id, ", ".join(cause.words for cause in each.by))
        return Outcome(problem, work.changes)

    def attempt(self, affected_id: UUID, channel: str, words: str = "") -> Outcome[Affected]:
        """Note a try to reach an account that was not answered."""
        with self._store.write("Not reached yet") as work:
            tried = Attempt(on=work.clock.today(), channel=channel, words=words.strip())
            changed = work.affected.put(work.affected.get(affected_id).tried(tried))
        return Outcome(changed, work.changes)

    def settle(self, affected_id: UUID, reach: Reach, why: str = "") -> Outcome[Affected]:
        """Say what has become of an account, or that it is open again.

        Raises:
            RefusedError: it is called unreachable too early, or not affected without a reason; or whoever is to be
                reached wants no marketing, and nobody said why safety comes first.
        """
        with self._store.write(f"{reach.value.capitalize()}") as work:
            known = work.affected.get(affected_id)
            if reach is Reach.REACHED:
                _refuse_shy(work, known)
            changed = work.affected.put(known.settled(reach, work.clock.today(), why))
        return Outcome(changed, work.changes)

    def give(self, affected_id: UUID, what: str, cost: str = "") -> Outcome[Affected]:
        """Say what an account was given today and what that cost.

        Raises:
            RefusedError: the cost is no amount.
        """
        with self._store.write("Remedy given") as work:
            known, amount = work.affected.get(affected_id), typed.amount(cost)
            on = work.clock.today() if what.strip() else None
            changed = work.affected.put(replace(known, given=what.strip(), given_on=on, cost=amount))
        return Outcome(changed, work.changes)

    def override(self, affected_id: UUID, reason: str) -> Outcome[Affected]:
        """Say why somebody who wants no marketing is written to all the same, for safety; this is kept.

        Raises:
            RefusedError: there is no reason.
        """
        if not reason.strip():
            raise RefusedError("Say why safety comes before their wish for no marketing; it is kept in the history.")
        with self._store.write("Reach them for safety") as work:
            changed = work.affected.put(replace(work.affected.get(affected_id), override=reason.strip()))
        return Outcome(changed, work.changes)

    def end(self, problem_id: UUID, reason: str = "") -> Outcome[SharedProblem]:
        """End an outreach by the rule of its severity.

        Raises:
            RefusedError: see `ended`.
        """
        with self._store.write("End an outreach") as work:
            problem = work.shared_problems.get(problem_id)
            every = work.affected.where(problem_id=problem_id)
            done = work.shared_problems.put(ended(problem, every, work.clock.today(), reason))
        return Outcome(done, work.changes)

    def is_any_running(self) -> bool:
        """Say whether a shared problem is worked on."""
        with self._store.read() as reading:
            return any(each.ended_on is None for each in reading.shared_problems.all())

    def look_again(self) -> Outcome[tuple[Joined, ...]] | None:
        """Take in accounts that came to share a running problem since; nothing is written where there are none."""
        with self._store.read() as reading:
            running = [each for each in reading.shared_problems.all() if each.ended_on is None]
            later = [(each, late) for each in running if (late := _latecomers(reading, each))]
        if not later:
            return None
        with self._store.write("More accounts share a problem") as work:
            joined = [
                Joined(account=work.accounts.get(account_id).name, problem=problem.name, by=by, on=work.clock.today())
                for problem, late in later
                for account_id, by in late.items()
                if _join(work, problem, account_id, by)
            ]
        return Outcome(tuple(joined), work.changes)


def _refuse_shy(work: UnitOfWork, known: Affected) -> None:
    person = work.people.find(known.person_id) if known.person_id else None
    if person is not None and person.no_marketing and not known.override:
        raise RefusedError(
            f"{person.name} wants no marketing. Say first why safety comes before that wish; it is kept in the history."
        )


def _latecomers(reading: Reading, problem: SharedProblem) -> dict[UUID, str]:
    """Give the accounts that share a cause and are not in its outreach, each with by what."""
    there = {each.account_id for each in reading.affected.where(problem_id=problem.id)}
    found: dict[UUID, str] = {}
    for cause in problem.causes:
        for account_id in sorted(cohort(reading, cause, problem.account_id) - there):
            found[account_id] = f"{found[account_id]}, {cause.words}" if account_id in found else cause.words
    return found


def _join(work: UnitOfWork, problem: SharedProblem, account_id: UUID, by: str) -> bool:
    if work.affected.where(problem_id=problem.id, account_id=account_id):
        return False
    account, today = work.accounts.get(account_id), work.clock.today()
    owner = work.colleagues.find(account.owner_id) if account.owner_id else None
    person = best_person(work, account_id)
    work.affected.put(
        Affected(
            problem_id=problem.id, account_id=account_id, joined_on=today, joined_by=by,
            person_id=person.id if person else None, colleague_id=owner.id if owner else None,
            due=problem.first_word_by(today, days_of(owner, work.book, today)),
        )
    )  # fmt: skip
    return True
