"""What a person does with a problem that several accounts share: finds who, reaches each, and ends it by its rule."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC
from typing import Final
from uuid import UUID

from reviewdesk.domain.errors import RefusedError
from reviewdesk.domain.shared_problem import (
    WAYS,
    Affected,
    Attempt,
    Cause,
    CauseBy,
    Reach,
    Remedy,
    SharedProblem,
    ended,
)
from reviewdesk.services import typed_values as typed
from reviewdesk.services.affected_by import after_loss, causes_of, cohort, sharing
from reviewdesk.services.days import days_of
from reviewdesk.services.myself import me
from reviewdesk.services.outcome import Outcome
from reviewdesk.services.reaching import contact_made, refuse_shy
from reviewdesk.services.shared_problem_values import Joined, Offered, Sharing, ShownProblem, ToCallAbout, WaysToReach
from reviewdesk.services.shown_problems import best_person, shown_problems, there_now
from reviewdesk.storage.reading import Reading
from reviewdesk.storage.store import Store
from reviewdesk.storage.unit_of_work import UnitOfWork

OF_A_LOSS: Final = 2  # the severity of an outreach to those who may be next: nobody of them is harmed yet


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

    def offered_after_loss(self, account_id: UUID) -> Offered:
        """Give what an outreach to those who may be next is begun with: the causes of a loss, and what was bought."""
        with self._store.read() as reading:
            account = reading.accounts.get(account_id)
            causes = [each for loss in reading.reviewed_losses.where(account_id=account_id) for each in loss.causes]
            words = "; ".join(each.words for each in causes)
            return Offered(
                name=f"Who is next after {account.name}?", severity=OF_A_LOSS, words=words or "nothing is noted yet",
                account_id=account_id, account=account.name, concern_id=None, causes=after_loss(reading, account_id),
            )  # fmt: skip

    def offered_again(self, concern_id: UUID, account_ids: Sequence[UUID]) -> Offered:
        """Give the same, with accounts whose concerns are like it taken in by hand first, and its words next."""
        offered = self.offered(concern_id)
        others = tuple(each for each in account_ids if each != offered.account_id)
        first = (Cause(by=CauseBy.HAND, account_ids=others), Cause(by=CauseBy.WORDS, value=offered.words))
        rest = (each for each in offered.causes if each.by is not CauseBy.WORDS)
        return replace(offered, causes=(*first, *rest))

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
            concern = work.concerns.get(concern_id)
            begun = SharedProblem(
                name=typed.name(name), severity=concern.severity, reported_on=concern.raised_on,
                cause_on=concern.cause_on or work.clock.today(), concern_id=concern.id, account_id=concern.account_id,
                remedy=remedy, remedy_words=remedy_words.strip(),
            )  # fmt: skip
            problem = _begin(work, begun, concern.account_id, causes)
        return Outcome(problem, work.changes)

    def start_after_loss(
        self, account_id: UUID, name: str, causes: Sequence[Cause], remedy: Remedy, remedy_words: str
    ) -> Outcome[SharedProblem]:
        """Begin the outreach to everybody who shares a cause of a loss, and so may be next.

        Raises:
            RefusedError: it has no name or no cause, or nobody else shares it.
        """
        with self._store.write("Start an outreach") as work:
            today, account = work.clock.today(), work.accounts.get(account_id)
            begun = SharedProblem(
                name=typed.name(name), severity=OF_A_LOSS, reported_on=account.lost_on or today, cause_on=today,
                account_id=account_id, remedy=remedy, remedy_words=remedy_words.strip(),
            )  # fmt: skip
            problem = _begin(work, begun, account_id, causes)
        return Outcome(problem, work.changes)

    def ways(self, affected_id: UUID) -> WaysToReach:
        """Give how an account is reached, and what can be chosen instead."""
        with self._store.read() as reading:
            known = reading.affected.get(affected_id)
            account = reading.accounts.get(known.account_id)
            people = there_now(reading, known.account_id)
            ours = reading.colleagues.all()
            return WaysToReach(
                affected=known, account=account.name, says=known.script or _problem(reading, known).says,
                people=tuple((each.id, each.name) for each in people),
                colleagues=tuple((each.id, each.name) for each in ours),
            )  # fmt: skip

    def call_about(self, affected_id: UUID) -> ToCallAbout:
        """Give what a call to an account needs: whom to ask for, and what to say."""
        with self._store.read() as reading:
            known = reading.affected.get(affected_id)
            says = known.script or _problem(reading, known).says
            return ToCallAbout(known.id, known.account_id, known.person_id, says, is_open=not known.is_settled)

    def change_ways(self, affected_id: UUID, **fields: object) -> Outcome[Affected]:
        """Change how an account is reached: `person_id`, `colleague_id`, `channel`, `script` or `due`.

        A day that is set by hand takes the place of the hours of the first word; a script like the problem's own is
        not kept apart.

        Raises:
            RefusedError: it is a way that is not known.
        """
        if fields.get("channel", WAYS[0]) not in WAYS:
            raise RefusedError(f"Reach them by {', '.join(WAYS[:-1])} or {WAYS[-1]}.")
        with self._store.write("How they are reached") as work:
            known = work.affected.get(affected_id)
            script = str(fields.get("script", known.script)).strip()
            own = "" if script == _problem(work, known).says else script
            by_hand = {"due_at": None} if fields.get("due", known.due) != known.due else {}
            changed = work.affected.put(replace(known, **{**fields, **by_hand, "script": own}))  # type: ignore[arg-type]
        return Outcome(changed, work.changes)

    def attempt(self, affected_id: UUID, channel: str, words: str = "") -> Outcome[Affected]:
        """Note a try to reach an account that was not answered."""
        with self._store.write("Not reached yet") as work:
            tried = Attempt(on=work.clock.today(), channel=channel, words=words.strip())
            changed = work.affected.put(work.affected.get(affected_id).tried(tried))
        return Outcome(changed, work.changes)

    def settle(self, affected_id: UUID, reach: Reach, why: str = "") -> Outcome[Affected]:
        """Say what has become of an account, or that it is open again; who is reached was spoken with, which is kept.

        Raises:
            RefusedError: it is called unreachable too early, or not affected without a reason; or whoever is to be
                reached wants no marketing, and nobody said why safety comes first.
        """
        with self._store.write(f"{reach.value.capitalize()}") as work:
            known, today = work.affected.get(affected_id), work.clock.today()
            changed = work.affected.put(known.settled(reach, today, why))
            if reach is Reach.REACHED and known.reach is not Reach.REACHED:
                refuse_shy(work, known)
                contact_made(work, known, today)
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


def _problem(reading: Reading, known: Affected) -> SharedProblem:
    return reading.shared_problems.get(known.problem_id)


def _latecomers(reading: Reading, problem: SharedProblem) -> dict[UUID, str]:
    """Give the accounts that share a cause and are not in its outreach, each with by what."""
    there = {each.account_id for each in reading.affected.where(problem_id=problem.id)}
    found: dict[UUID, str] = {}
    for cause in problem.causes:
        for account_id in sorted(cohort(reading, cause, problem.account_id) - there):
            found[account_id] = f"{found[account_id]}, {cause.words}" if account_id in found else cause.words
    return found


def _begin(work: UnitOfWork, begun: SharedProblem, besides: UUID, causes: Sequence[Cause]) -> SharedProblem:
    if not causes:
        raise RefusedError("Choose what others may share: a lot, a product, the words, or accounts by hand.")
    found = sharing(work, causes, besides)
    if not found:
        raise RefusedError("Nobody else shares any of these. Choose another cause, or accounts by hand.")
    problem = work.shared_problems.put(replace(begun, causes=tuple(causes)))
    for each in found:
        _join(work, problem, each.account_id, ", ".join(cause.words for cause in each.by))
    return problem


def _join(work: UnitOfWork, problem: SharedProblem, account_id: UUID, by: str) -> bool:
    if work.affected.where(problem_id=problem.id, account_id=account_id):
        return False
    account, today = work.accounts.get(account_id), work.clock.today()
    owner = (work.colleagues.find(account.owner_id) if account.owner_id else None) or me(work)
    person, days = best_person(work, account_id), days_of(owner, work.book, today)
    at = problem.first_word_at(work.clock.now().astimezone(), days)
    work.affected.put(
        Affected(
            problem_id=problem.id, account_id=account_id, joined_on=today, joined_by=by,
            person_id=person.id if person else None, colleague_id=owner.id if owner else None,
            due=at.date() if at else problem.first_word_by(today, days), due_at=at.astimezone(UTC) if at else None,
        )
    )  # fmt: skip
    return True
