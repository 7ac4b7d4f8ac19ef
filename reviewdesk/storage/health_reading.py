"""Reads what health and silence are worked out from: concerns, answers, promises that ended, and topics raised."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, Row, func, select, union_all

from reviewdesk.domain.answer import Answer
from reviewdesk.domain.concern import CLOSED_STAGES, Stage
from reviewdesk.domain.follow_up import Ending, Move, Side
from reviewdesk.domain.health_facts import Ended, Heard, Owed, Worry, ended_of, relationship_heard, scores_heard
from reviewdesk.domain.people import Part
from reviewdesk.domain.promises import kept_since
from reviewdesk.domain.silence import raised_nothing
from reviewdesk.storage import tables
from reviewdesk.storage.mapping import codec
from reviewdesk.storage.records import ANSWER

_CLOSED = {each.value for each in CLOSED_STAGES}
_DECIDE = (Part.SPONSOR.value, Part.DECIDES.value)
_MOVES = codec(tuple[Move, ...])[1]
_Row = Row[*tuple[Any, ...]]


@dataclass(frozen=True, slots=True)
class Concerns:
    """The open concerns of each account, and on which day its newest concern was raised."""

    open: defaultdict[str, list[Worry]] = field(default_factory=lambda: defaultdict(list))
    raised_on: dict[str, date] = field(default_factory=dict)


def read_worries(connection: Connection, ids: Sequence[str]) -> Concerns:
    """Give the concerns of these accounts, the gravest of each first."""
    columns, found = tables.concern.c, Concerns()
    query = select(
        columns.id, columns.account_id, columns.severity, columns.stage, columns.told_on, columns.raised_on
    ).where(columns.account_id.in_(ids), columns.withdrawn == 0)
    for row in connection.execute(query.order_by(columns.severity.desc(), columns.id)):
        raised, known = date.fromisoformat(row.raised_on), found.raised_on.get(row.account_id)
        found.raised_on[row.account_id] = max(raised, known or raised)
        if row.stage not in _CLOSED:
            fixed = row.stage == Stage.FIXED.value
            found.open[row.account_id].append(Worry(UUID(row.id), row.severity, fixed, row.told_on is not None))
    return found


@dataclass(frozen=True, slots=True)
class AnswersHeard:
    """What was heard from each account: when last, about the relationship, and as scores."""

    on: dict[str, date]
    relationship: dict[str, tuple[Heard, ...]] = field(default_factory=dict)
    scores: dict[str, tuple[Heard, ...]] = field(default_factory=dict)


def read_heard(connection: Connection, ids: Sequence[str], raised_on: Mapping[str, date]) -> AnswersHeard:
    """Give the answers of these accounts that may count; a guess of ours is not heard from them."""
    found = AnswersHeard(dict(raised_on))
    answers = _answers(connection, ids)
    deciders = _deciders(connection, list(answers))
    for account_id, several in answers.items():
        days = [each.answered_on for each in several if not each.is_guess]
        if days:
            found.on[account_id] = max(*days, found.on.get(account_id, days[0]))
        found.relationship[account_id] = relationship_heard(several)
        found.scores[account_id] = scores_heard(several, deciders[account_id])
    return found


def _answers(connection: Connection, ids: Sequence[str]) -> dict[str, list[Answer]]:
    found: dict[str, list[Answer]] = defaultdict(list)
    query = select(tables.answer).where(tables.answer.c.account_id.in_(ids))
    for row in connection.execute(query).mappings():
        found[row["account_id"]].append(ANSWER.to_record(row))
    return found


def _deciders(connection: Connection, ids: Sequence[str]) -> dict[str, set[UUID]]:
    columns = tables.person.c
    query = select(columns.account_id, columns.id).where(
        columns.account_id.in_(ids), columns.part.in_(_DECIDE), columns.left_on.is_(None)
    )
    found: dict[str, set[UUID]] = defaultdict(set)
    if ids:
        for account_id, person_id in connection.execute(query):
            found[account_id].add(UUID(person_id))
    return found


def read_promises(connection: Connection, ids: Sequence[str], today: date) -> dict[str, list[Ended]]:
    """Give the promises of ours that ended and may still count on this day, the oldest first."""
    columns = tables.follow_up.c
    query = select(columns.account_id, columns.id, columns.ending, columns.ended_on).where(
        columns.account_id.in_(ids),
        columns.is_promise == 1,
        columns.side == Side.OURS.value,
        columns.withdrawn == 0,
        columns.ended_on >= kept_since(today).isoformat(),
    )
    found: dict[str, list[Ended]] = defaultdict(list)
    for row in connection.execute(query.order_by(columns.ended_on, columns.id)):
        ending = Ending(row.ending) if row.ending else None
        ended = ended_of(UUID(row.id), ending, date.fromisoformat(row.ended_on))
        if ended is not None:
            found[row.account_id].append(ended)
    return found


def promises_owed(steps: Iterable[_Row]) -> tuple[Owed, ...]:
    """Give the promises of ours among open follow-ups, the earliest first."""
    ours = [each for each in steps if each.is_promise and each.side == Side.OURS.value]
    return tuple(
        Owed(UUID(each.id), date.fromisoformat(each.due) if each.due else None, _was_moved_late(each.moves))
        for each in sorted(ours, key=_by_due)
    )


def _was_moved_late(moves: str) -> bool:
    return any(each.was_late for each in _MOVES(moves))


def _by_due(step: _Row) -> tuple[str, str]:
    return (step.due or "9999", step.id)


def read_raised(connection: Connection, last_two: Mapping[str, Sequence[str]]) -> dict[str, bool]:
    """Say of each account whether they raised nothing in its last two held reviews."""
    wanted = {account_id: reviews for account_id, reviews in last_two.items() if len(reviews) > 1}
    ids = [each for reviews in wanted.values() for each in reviews]
    if not ids:
        return {}
    counts = _topics(connection, ids)
    return {key: raised_nothing([counts.get(each, 0) for each in reviews]) for key, reviews in wanted.items()}


def _topics(connection: Connection, review_ids: Sequence[str]) -> dict[str, int]:
    """Count what the customer raised in each review: concerns, questions, and words of theirs."""
    several = (
        select(each.c.review_id).where(each.c.review_id.in_(review_ids), each.c.withdrawn == 0)
        for each in (tables.concern, tables.question, tables.quote)
    )
    raised = union_all(*several).subquery()
    query = select(raised.c.review_id, func.count()).group_by(raised.c.review_id)
    return {row[0]: row[1] for row in connection.execute(query)}
