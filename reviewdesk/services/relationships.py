"""What a person does with relationships: notes what somebody thinks of us, and looks where to start."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal
from typing import Final
from uuid import UUID

from reviewdesk.domain.account import ReasonToStay
from reviewdesk.domain.answer import Answer, Asked
from reviewdesk.domain.errors import RefusedError
from reviewdesk.domain.health_facts import newer
from reviewdesk.domain.people import Person
from reviewdesk.domain.relationship import (
    DIMENSIONS,
    Relationship,
    company_issues,
    relationship_of,
    start_here,
    still_counts,
    trust_fall,
)
from reviewdesk.services.outcome import Outcome
from reviewdesk.services.relationship_values import (
    AccountRelationship,
    BookRelationships,
    DimensionRow,
    RelationshipPoint,
)
from reviewdesk.services.trust_falls import after_trust
from reviewdesk.storage.lists.accounts import AccountLine, account_lines, standings_on_the_day
from reviewdesk.storage.lists.dimensions import dimension_answers, reasons_to_stay
from reviewdesk.storage.reading import Reading
from reviewdesk.storage.store import Store
from reviewdesk.storage.unit_of_work import UnitOfWork

_BEFORE: Final = 3
_LEAST, _MOST = 1, 7


class RelationshipService:
    """What a person does with relationships."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def of_account(self, account_id: UUID) -> AccountRelationship:
        """Give the relationship with an account as it stands today."""
        with self._store.read() as reading:
            account, today = reading.accounts.get(account_id), reading.clock.today()
            answers = sorted(reading.answers.where(account_id=account_id), key=newer, reverse=True)
            people = {each.id: each for each in reading.people.where(account_id=account_id)}
        found = relationship_of(answers, today)
        there = (each for each in people.values() if each.left_on is None or each.left_on > today)
        return AccountRelationship(
            account_id=account_id, today=today, relationship=found, segment=found.segment(account.reason_to_stay),
            rows=tuple(_row(each, found, answers, people) for each in DIMENSIONS), reason=account.reason_to_stay,
            people=tuple(sorted(there, key=_name)), trust_fall=trust_fall(answers, today),
        )  # fmt: skip

    def of_book(self) -> BookRelationships:
        """Give all accounts we have, by what is known of each today."""
        with self._store.read() as reading:
            return _book(reading)

    def say(
        self, account_id: UUID, dimension: Asked, value: int, *, person_id: UUID | None = None, is_guess: bool = False
    ) -> Outcome[Answer]:
        """Note what somebody thinks of us in one dimension today; said again on the same day, it replaces that.

        Raises:
            RefusedError: the value is not from 1 to 7, or it is no dimension.
        """
        if dimension not in DIMENSIONS:
            raise RefusedError("Scores are noted under Scores. Here are the seven dimensions of a relationship.")
        person_id = None if is_guess else person_id
        with self._store.write("Note a relationship", join_key=f"dimension/{account_id}/{dimension}") as work:
            work.accounts.get(account_id)
            today = work.clock.today()
            fresh = Answer.given(
                dimension, value, account_id=account_id, answered_on=today, person_id=person_id, is_guess=is_guess
            )
            told = work.answers.where(account_id=account_id, asked=dimension, answered_on=today, is_guess=is_guess)
            same = next((each for each in told if each.person_id == person_id), None)
            noted = work.answers.put(replace(same, value=value) if same is not None else fresh)
            after_trust(work, account_id)
        return Outcome(noted, work.changes)

    def weigh(self, answer_id: UUID, importance: int | None) -> Outcome[Answer]:
        """Note how much a dimension matters to whoever answered, 1-7; nothing where that is not known after all.

        Where it is taken over from older answers of the last 12 months, it goes from those too.

        Raises:
            RefusedError: it is not from 1 to 7.
        """
        if importance is not None and not _LEAST <= importance <= _MOST:
            raise RefusedError(f"How much it matters is from {_LEAST} to {_MOST}. Correct it.")
        with self._store.write("Note how much it matters", join_key=f"weigh/{answer_id}") as work:
            answer = work.answers.put(replace(work.answers.get(answer_id), importance=importance))
            if importance is None:
                _forget_importance(work, answer)
        return Outcome(answer, work.changes)

    def base(self, answer_id: UUID, evidence: str) -> Outcome[Answer]:
        """Note what an answer is based on."""
        with self._store.write("Note what it is based on", join_key=f"evidence/{answer_id}") as work:
            answer = work.answers.put(replace(work.answers.get(answer_id), evidence=evidence.strip()))
        return Outcome(answer, work.changes)

    def take_back(self, answer_id: UUID) -> Outcome[None]:
        """Take out what was said; undo brings it back."""
        with self._store.write("Take back what they think") as work:
            known = work.answers.get(answer_id)
            work.answers.remove(answer_id)
            if known.asked is Asked.TRUST:
                after_trust(work, known.account_id)
        return Outcome(None, work.changes)


def _forget_importance(work: UnitOfWork, answer: Answer) -> None:
    """Take from every answer that counts how much its dimension matters, so that none takes it over from another."""
    today = work.clock.today()
    for each in work.answers.where(account_id=answer.account_id, asked=answer.asked):
        if each.importance is not None and still_counts(each, today):
            work.answers.put(replace(each, importance=None))


def _row(dimension: Asked, found: Relationship, answers: list[Answer], people: dict[UUID, Person]) -> DimensionRow:
    """Tell of one dimension; `answers` are sorted, the newest first."""
    counts = next((each for each in found.heard if each.asked is dimension), None)
    if counts is None:
        return DimensionRow(dimension=dimension)
    older = [each for each in answers if each.asked is dimension and newer(each) < newer(counts)]
    who = people[counts.person_id].name if counts.person_id in people else ""
    return DimensionRow(
        dimension=dimension, answer=counts, who=who, importance=(found.importances or {}).get(dimension),
        before=tuple((each.answered_on, each.value) for each in older[:_BEFORE]),
    )  # fmt: skip


def _point(
    line: AccountLine, found: Relationship, reasons: Mapping[UUID, ReasonToStay], revenues: Mapping[UUID, Decimal]
) -> RelationshipPoint:
    return RelationshipPoint(
        id=line.id, name=line.name, r=found.r, p=found.p, unique=found.value(Asked.UNIQUENESS),
        segment=found.segment(reasons.get(line.id)), is_provisional=found.is_provisional, is_guessed=found.is_guessed,
        revenue=revenues.get(line.id),
    )  # fmt: skip


def _name(person: Person) -> str:
    return person.name.casefold()


def _called(line: AccountLine) -> tuple[str, str]:
    return line.name.casefold(), line.id.hex


def _book(reading: Reading) -> BookRelationships:
    connection, today = reading.connection, reading.clock.today()
    every = account_lines(connection)
    lines = {each.id: each for each in every if each.buys}
    switches = sorted(reading.switches.all(), key=lambda each: (each.switched_on, each.id.hex), reverse=True)
    told: dict[UUID, list[Answer]] = defaultdict(list)
    for each in dimension_answers(connection):
        if each.account_id in lines:
            told[each.account_id].append(each)
    known = {id: found for id, answers in told.items() if (found := relationship_of(answers, today)).heard}
    standings = standings_on_the_day(reading, list(known)) if known else {}
    revenues = {
        id: stands.revenue for id, stands in standings.items() if stands.window_end and stands.revenue is not None
    }
    reasons = reasons_to_stay(connection, list(known))
    switched = {each.account_id for each in switches}
    gaps = {id: found.gaps for id, found in known.items() if found.gaps}
    return BookRelationships(
        today=today, currency=reading.book.base_currency,
        points=tuple(
            _point(lines[id], found, reasons, revenues) for id, found in sorted(known.items(), key=lambda each: each[0])
        ),
        names={each.id: each.name for each in every if each.id in lines or each.id in switched},
        starts=start_here(gaps, revenues), issues=company_issues(gaps), gaps=gaps,
        switches=tuple(switches),
        unknown_ids=tuple(each.id for each in sorted(lines.values(), key=_called) if each.id not in known),
        without_revenue=sum(revenues.get(each, 0) <= 0 for each in gaps),
    )  # fmt: skip
