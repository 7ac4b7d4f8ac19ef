"""What a person does with a problem that several accounts share: finds who, reaches each, and ends it by its rule."""

from collections.abc import Sequence
from dataclasses import replace
from uuid import UUID

from reviewdesk.domain.errors import RefusedError
from reviewdesk.domain.shared_problem import (
    SPOKEN_WITH,
    WAYS,
    Affected,
    Attempt,
    Cause,
    CauseBy,
    Reach,
    Remedy,
    SharedProblem,
    each_once,
    ended,
)
from reviewdesk.services import typed_values as typed
from reviewdesk.services.affected_by import sharing, why_nobody
from reviewdesk.services.later_matches import difference, follow, graded
from reviewdesk.services.offered_problems import OF_A_LOSS, begin, offered, offered_after_loss, offered_again
from reviewdesk.services.outcome import Outcome
from reviewdesk.services.reaching import contact_made, refuse_shy
from reviewdesk.services.shared_problem_values import (
    Joined,
    Offered,
    OutreachOfConcern,
    Sharing,
    ShownProblem,
    ToCallAbout,
    WaysToReach,
)
from reviewdesk.services.shown_problems import outreaches_of, shown_problems, there_now
from reviewdesk.storage.lists.sharing import known_values
from reviewdesk.storage.reading import Reading
from reviewdesk.storage.store import Store


class SharedProblemService:
    """What a person does with shared problems."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def problems(self) -> tuple[ShownProblem, ...]:
        """Give the problems that are being worked on, the gravest and newest first, then those that ended lately."""
        with self._store.read() as reading:
            return shown_problems(reading)

    def of_concern(self, concern_id: UUID) -> tuple[OutreachOfConcern, ...]:
        """Give the outreaches a concern belongs to: found from it, or from one that it shares the problem with."""
        with self._store.read() as reading:
            return outreaches_of(reading, concern_id)

    def offered(self, concern_id: UUID) -> Offered:
        """Give what a shared problem is begun with from a concern."""
        with self._store.read() as reading:
            return offered(reading, concern_id)

    def offered_after_loss(self, account_id: UUID) -> Offered:
        """Give what an outreach to those who may be next is begun with: the causes of a loss, and what was bought."""
        with self._store.read() as reading:
            return offered_after_loss(reading, account_id)

    def offered_again(self, concern_id: UUID, account_ids: Sequence[UUID]) -> Offered:
        """Give the same, with accounts whose concerns are like it taken in by hand first, and its words next."""
        with self._store.read() as reading:
            return offered_again(reading, concern_id, account_ids)

    def who_else(self, causes: Sequence[Cause], besides: UUID) -> tuple[Sharing, ...]:
        """Give the accounts that share any of these causes, what presses most first."""
        with self._store.read() as reading:
            return sharing(reading, causes, besides)

    def look_for(self, causes: Sequence[Cause], besides: UUID) -> tuple[tuple[Sharing, ...], str]:
        """Give the same, and where it is nobody a sentence about what the book may lack."""
        with self._store.read() as reading:
            found = sharing(reading, causes, besides)
            return found, "" if found else why_nobody(reading, causes)

    def known_values(self, by: CauseBy) -> tuple[str, ...]:
        """Give the values that the book knows of what accounts may share: its lots, products, carriers, teams."""
        with self._store.read() as reading:
            return known_values(reading.connection, by)

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
            problem = begin(work, begun, concern.account_id, causes)
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
            problem = begin(work, begun, account_id, causes)
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
        _refuse_strange(str(fields.get("channel", WAYS[0])))
        with self._store.write("How they are reached") as work:
            known = work.affected.get(affected_id)
            script = str(fields.get("script", known.script)).strip()
            own = "" if script == _problem(work, known).says else script
            by_hand = {"due_at": None} if fields.get("due", known.due) != known.due else {}
            changed = work.affected.put(replace(known, **{**fields, **by_hand, "script": own}))  # type: ignore[arg-type]
        return Outcome(changed, work.changes)

    def attempt(self, affected_id: UUID, channel: str, words: str = "") -> Outcome[Affected]:
        """Note a try to reach an account that was not answered.

        Raises:
            RefusedError: it is a way that is not known, or they want no marketing and nobody said why safety comes
                first.
        """
        _refuse_strange(channel)
        with self._store.write("Not reached yet") as work:
            known = work.affected.get(affected_id)
            refuse_shy(work, known)
            tried = Attempt(on=work.clock.today(), channel=channel, words=words.strip())
            changed = work.affected.put(known.tried(tried))
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
            if reach in SPOKEN_WITH and known.reach not in SPOKEN_WITH:
                refuse_shy(work, known)
                contact_made(work, known, today)
        return Outcome(changed, work.changes)

    def give(self, affected_id: UUID, what: str, cost: str = "") -> Outcome[Affected]:
        """Say what an account was given today and what that cost.

        Nothing given is nothing that cost; the same thing keeps the day it was given on.

        Raises:
            RefusedError: the cost is no amount, or below zero, or of nothing.
        """
        words, amount = what.strip(), typed.amount(cost)
        if amount is not None and (amount < 0 or not words):
            raise RefusedError("Say what they were given, and what that cost as an amount of 0 or more.")
        with self._store.write("Remedy given") as work:
            known = work.affected.get(affected_id)
            on = known.given_on if words == known.given else work.clock.today() if words else None
            changed = work.affected.put(replace(known, given=words, given_on=on, cost=amount))
        return Outcome(changed, work.changes)

    def change(self, problem_id: UUID, **fields: object) -> Outcome[SharedProblem]:
        """Change `name`, `severity` (1-4), `remedy`, `remedy_words` or `script` of an outreach.

        Raises:
            RefusedError: it has no name left, or is to be less grave than the concern it was found from.
        """
        with self._store.write("Change an outreach") as work:
            problem = work.shared_problems.get(problem_id)
            fields = {**fields, "name": typed.name(str(fields.get("name", problem.name)))}
            severity = int(str(fields.pop("severity", problem.severity)))
            concern = work.concerns.find(problem.concern_id) if problem.concern_id else None
            if concern is not None and severity < min(concern.severity, problem.severity):
                raise RefusedError(f"Its concern is of severity {concern.severity}. Bring that down first.")
            changed = graded(work, work.shared_problems.put(replace(problem, **fields)), severity)  # type: ignore[arg-type]
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
            every = each_once(problem, work.affected.where(problem_id=problem_id))
            done = work.shared_problems.put(ended(problem, every, work.clock.today(), reason))
        return Outcome(done, work.changes)

    def is_any_running(self) -> bool:
        """Say whether a shared problem is worked on."""
        with self._store.read() as reading:
            return any(each.ended_on is None for each in reading.shared_problems.all())

    def look_again(self) -> Outcome[tuple[Joined, ...]] | None:
        """Take in who came to share a running problem since, and let go who no longer does and was left alone.

        An outreach is as grave as its concern has become. Nothing is written where nothing is different; what is done
        by itself is no step of the person's to be undone.
        """
        with self._store.read() as reading:
            running = [each for each in reading.shared_problems.all() if each.ended_on is None]
            found = [each for each in (difference(reading, one) for one in running) if each.is_any]
        if not found:
            return None
        with self._store.write("More accounts share a problem", quiet=True) as work:
            joined = tuple(each for one in found for each in follow(work, one))
        return Outcome(joined, work.changes)


def _refuse_strange(channel: str) -> None:
    if channel not in WAYS:
        raise RefusedError(f"Reach them by {', '.join(WAYS[:-1])} or {WAYS[-1]}.")


def _problem(reading: Reading, known: Affected) -> SharedProblem:
    return reading.shared_problems.get(known.problem_id)
