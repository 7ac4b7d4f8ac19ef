"""What a person does with answers: notes what somebody answered to a question, corrects it, takes it out."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from typing import Final
from uuid import UUID

from reviewdesk.domain.answer import SCALES, Answer, Asked, Scale
from reviewdesk.domain.errors import RefusedError
from reviewdesk.domain.people import Person
from reviewdesk.services import typed_values as typed
from reviewdesk.services.outcome import Outcome
from reviewdesk.services.trust_falls import after_trust
from reviewdesk.storage.store import Store
from reviewdesk.storage.unit_of_work import UnitOfWork

_IMPORTANCE: Final = typed.number("The importance", 1, 7)


@dataclass(frozen=True, slots=True, kw_only=True)
class Given:
    """An answer as it is typed: `day` in words, today where it is empty; `importance` is empty or 1-7."""

    asked: Asked
    value: int | None
    person_id: UUID | None = None
    importance: str = ""
    evidence: str = ""
    is_guess: bool = False
    day: str = ""


@dataclass(frozen=True, slots=True)
class AnswerRow:
    """One answer with who gave it and, on the same scale, what they had answered to it before."""

    answer: Answer
    who: str
    before: Answer | None = None

    @property
    def change(self) -> int:
        """How much more it is than before; nothing changed where nobody was asked before."""
        return self.answer.value - self.before.value if self.before is not None else 0


@dataclass(frozen=True, slots=True)
class AccountAnswers:
    """The answers of one account, the newest first, and who can be asked there now."""

    account_id: UUID
    rows: tuple[AnswerRow, ...]
    people: tuple[Person, ...]
    today: date


class AnswerService:
    """What a person does with answers."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def of_account(self, account_id: UUID) -> AccountAnswers:
        """Give what the people of an account answered."""
        today = self._store.clock.today()
        with self._store.read() as reading:
            people = {each.id: each for each in reading.people.where(account_id=account_id)}
            answers = sorted(reading.answers.where(account_id=account_id), key=_when)
        rows = tuple(reversed(list(_rows(answers, people))))
        there = tuple(each for each in people.values() if each.left_on is None or each.left_on > today)
        return AccountAnswers(account_id, rows, tuple(sorted(there, key=_name)), today)

    def add(self, account_id: UUID, given: Given) -> Outcome[Answer]:
        """Note an answer.

        Raises:
            RefusedError: no value was chosen, or something typed cannot be read.
        """
        answer = self._read(account_id, given)
        with self._store.write("Note a score") as work:
            work.accounts.get(account_id)
            added = work.answers.put(answer)
            _look_at_trust(work, added)
        return Outcome(added, work.changes)

    def change(self, answer_id: UUID, given: Given) -> Outcome[Answer]:
        """Put what is typed in place of an answer.

        Raises:
            RefusedError: no value was chosen, or something typed cannot be read.
        """
        with self._store.write("Change a score") as work:
            known = work.answers.get(answer_id)
            fresh = self._read(known.account_id, given)
            changed = work.answers.put(replace(fresh, id=known.id, version=known.version, review_id=known.review_id))
            _look_at_trust(work, known, changed)
        return Outcome(changed, work.changes)

    def remove(self, answer_id: UUID) -> Outcome[None]:
        """Take an answer out; undo brings it back."""
        with self._store.write("Remove a score") as work:
            known = work.answers.get(answer_id)
            work.answers.remove(answer_id)
            _look_at_trust(work, known)
        return Outcome(None, work.changes)

    def _read(self, account_id: UUID, given: Given) -> Answer:
        today = self._store.clock.today()
        if given.value is None:
            scale = SCALES[given.asked]
            raise RefusedError(f"Choose what they answered, from {scale.lowest} to {scale.highest}.")
        is_dimension = SCALES[given.asked] is Scale.ONE_TO_SEVEN and given.asked is not Asked.EASE
        return Answer.given(
            given.asked,
            given.value,
            account_id=account_id,
            person_id=given.person_id,
            importance=_IMPORTANCE(given.importance) if is_dimension else None,
            evidence=given.evidence.strip(),
            is_guess=given.is_guess,
            answered_on=typed.past_day(given.day, today) or today,
        )


def _look_at_trust(work: UnitOfWork, *touched: Answer) -> None:
    if any(each.asked is Asked.TRUST for each in touched):
        after_trust(work, touched[0].account_id)


def _rows(answers: Iterable[Answer], people: dict[UUID, Person]) -> Iterable[AnswerRow]:
    """Give the answers from the oldest on, each with the one the same person had given to the same question."""
    newest: dict[tuple[object, ...], Answer] = {}
    for each in answers:
        who = people[each.person_id].name if each.person_id in people else ""
        same = (each.person_id, each.asked, each.scale, each.is_guess)
        yield AnswerRow(each, who, newest.get(same))
        newest[same] = each


def _when(answer: Answer) -> tuple[date, str]:
    return answer.answered_on, answer.id.hex


def _name(person: Person) -> str:
    return person.name.casefold()
