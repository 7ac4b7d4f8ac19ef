"""The steps of a change as a person wants them: those of one change, and those that new ones begin with."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from uuid import UUID

from reviewdesk.domain.change_steps import (
    PlannedStep,
    StepKind,
    is_trial,
    offering,
    usual_steps,
    with_step,
)
from reviewdesk.domain.errors import RefusedError
from reviewdesk.services import typed_values as typed
from reviewdesk.services.outcome import Outcome
from reviewdesk.storage.reading import Reading
from reviewdesk.storage.store import Store
from reviewdesk.storage.unit_of_work import UnitOfWork

Steps = tuple[PlannedStep, ...]


@dataclass(frozen=True, slots=True)
class BookSteps:
    """The steps that new changes begin with, and who of us may see to one; `is_used` once the book has a change."""

    steps: Steps
    colleagues: tuple[tuple[UUID, str], ...] = field(default=())
    is_used: bool = False
    is_usual: bool = True


class ChangeStepService:
    """Changes the steps of a change before it is announced, or where no change is named those new ones begin with."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def of_book(self) -> BookSteps:
        """Give the steps that new changes begin with."""
        with self._store.read() as reading:
            steps = first_steps(reading)
            used = bool(reading.planned_changes.all())
            return BookSteps(steps, who_may(reading), used, not reading.book.change_steps)

    def set_step(
        self, change_id: UUID | None, kind: StepKind, words: str, days: str, who_id: UUID | None
    ) -> Outcome[Steps]:
        """Say of a step what is done, how many days after the change, and who sees to it: nobody named is the owner.

        Raises:
            RefusedError: the words lack, the days are no such number, or customers were told of the change.
        """

        def change(steps: Steps) -> Steps:
            known = _of(steps, kind)
            moved = known if kind is StepKind.CALL else known.moved(_days(days))
            worded = moved if words.split() == known.words.split() else moved.worded(words)
            return with_step(steps, replace(worded, colleague_id=who_id))

        return self._change(change_id, "Step of a change", change)

    def turn(self, change_id: UUID | None, kind: StepKind, *, on: bool) -> Outcome[Steps]:
        """Leave a step out, or take it in again.

        Raises:
            RefusedError: it is the personal call, or customers were told of the change.
        """
        label = "Take a step in" if on else "Leave a step out"
        return self._change(change_id, label, lambda steps: with_step(steps, _of(steps, kind).turned(on=on)))

    def offer(self, change_id: UUID | None, *, is_service: bool) -> Outcome[Steps]:
        """Offer a trial for two, as for a service, or samples."""
        return self._change(change_id, "Trial or samples", lambda steps: offering(steps, is_service=is_service))

    def begin_anew(self, change_id: UUID | None) -> Outcome[Steps]:
        """Take the steps of the book for a change; for the book itself the usual ones."""
        with self._store.write("Steps as they were") as work:
            steps = first_steps(work) if change_id is not None else ()
            _put(work, change_id, steps)
        return Outcome(steps, work.changes)

    def keep(self, change_id: UUID) -> Outcome[Steps]:
        """Let new changes begin with the steps of this one."""
        with self._store.write("Keep the steps for new changes") as work:
            steps = work.planned_changes.get(change_id).planned_steps
            _put(work, None, steps)
        return Outcome(steps, work.changes)

    def _change(self, change_id: UUID | None, label: str, change: Callable[[Steps], Steps]) -> Outcome[Steps]:
        with self._store.write(label) as work:
            known = first_steps(work) if change_id is None else work.planned_changes.get(change_id).planned_steps
            steps = change(known)
            _put(work, change_id, steps)
        return Outcome(steps, work.changes)


def first_steps(reading: Reading) -> Steps:
    """Give the steps that a new change begins with."""
    return reading.book.change_steps or usual_steps()


def who_may(reading: Reading) -> tuple[tuple[UUID, str], ...]:
    """Give who of us may see to a step, by name; the person whose book it is comes first."""
    every = sorted(reading.colleagues.all(), key=lambda each: (not each.is_me, each.name.casefold()))
    return tuple((each.id, f"{each.name} (me)" if each.is_me else each.name) for each in every)


def _put(work: UnitOfWork, change_id: UUID | None, steps: Steps) -> None:
    if change_id is None:
        work.books.put(replace(work.book, change_steps=steps))
        return
    change = work.planned_changes.get(change_id)
    change.must_be_rehearsed()
    work.planned_changes.put(replace(change, steps=steps, is_service=is_trial(steps)))


def _of(steps: Steps, kind: StepKind) -> PlannedStep:
    return next(each for each in steps if each.kind is kind)


def _days(text: str) -> int:
    found = typed.amount(text.replace("−", "-"))
    if found is None or found != int(found):
        raise RefusedError("Type the days after it takes effect as a whole number, like 14, or -7 for before it.")
    return int(found)
