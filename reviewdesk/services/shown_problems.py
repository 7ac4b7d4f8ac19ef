"""Reads shared problems as the outreach shows them."""

from collections.abc import Collection, Mapping
from datetime import date, timedelta
from decimal import Decimal
from typing import Final
from uuid import UUID

from reviewdesk.domain.account import AccountStatus
from reviewdesk.domain.concern import Concern
from reviewdesk.domain.people import Person
from reviewdesk.domain.shared_problem import SPOKEN_WITH, Affected, SharedProblem, coverage_of, each_once, pressing
from reviewdesk.services.account_rows import rows_of_some
from reviewdesk.services.account_values import AccountRow
from reviewdesk.services.outreach_concerns import concerns_of, problems_of
from reviewdesk.services.reaching import TOLD
from reviewdesk.services.shared_problem_values import OutreachOfConcern, ShownProblem, ToReach
from reviewdesk.services.whom_to_reach import first_asked
from reviewdesk.storage.lists.today import ToCall, whom_to_call
from reviewdesk.storage.reading import Reading

ENDED_LATELY: Final = timedelta(days=30)


def shown_problems(reading: Reading) -> tuple[ShownProblem, ...]:
    """Give the problems that are worked on, the gravest and newest first, then those that ended lately."""
    since = reading.clock.today() - ENDED_LATELY
    every = [each for each in reading.shared_problems.all() if each.ended_on is None or each.ended_on >= since]
    ordered = sorted(every, key=lambda each: (each.ended_on is not None, -each.severity, -each.cause_on.toordinal()))
    return tuple(_shown(reading, each) for each in ordered)


def outreaches_of(reading: Reading, concern_id: UUID) -> tuple[OutreachOfConcern, ...]:
    """Give the outreaches that a concern belongs to, those that are worked on first."""
    concern = reading.concerns.find(concern_id)
    every = sorted(problems_of(reading, concern), key=_running) if concern else ()
    counted = ((each, each_once(each, reading.affected.where(problem_id=each.id))) for each in every)
    return tuple(
        OutreachOfConcern(each.id, each.name, sum(one.is_settled for one in there), len(there))
        for each, there in counted
    )


def best_person(reading: Reading, account_id: UUID) -> Person | None:
    """Give whom to reach first at an account, among those who have not left."""
    return next(iter(there_now(reading, account_id)), None)


def there_now(reading: Reading, account_id: UUID) -> tuple[Person, ...]:
    """Give who has not left an account, whom to reach first on top."""
    today = reading.clock.today()
    there = [each for each in reading.people.where(account_id=account_id) if not each.left_on or each.left_on > today]
    return tuple(sorted(there, key=first_asked))


def _shown(reading: Reading, problem: SharedProblem) -> ShownProblem:
    every = reading.affected.where(problem_id=problem.id)
    once = each_once(problem, every)
    ids = {each.account_id for each in every}
    rows = {each.id: each for each in rows_of_some(reading, ids)}
    people = {each.id: each for each in reading.people.where(account_id=list(ids))} if ids else {}
    numbers = whom_to_call(reading.connection, ids)
    said = _said(reading, once)
    complained = {each.account_id: each for each in sorted(concerns_of(reading, problem, ids), key=_latest)}
    lines = [
        _to_reach(
            each, rows[each.account_id], people, numbers.get(each.account_id, ToCall()), reading, said, complained
        )
        for each in once
        if each.account_id in rows
    ]
    lines.sort(key=lambda each: _order(each, rows[each.affected.account_id]))
    raised = reading.accounts.find(problem.account_id) if problem.account_id else None
    last = max((each.reach_on for each in every if each.reach_on and each.reach in SPOKEN_WITH), default=None)
    return ShownProblem(
        problem=problem,
        raised_by=raised.name if raised else "",
        to_reach=tuple(each for each in lines if not each.affected.is_settled),
        settled=tuple(each for each in lines if each.affected.is_settled),
        coverage=coverage_of((each.affected, each.revenue) for each in lines),
        currency=reading.book.base_currency,
        cost=sum((each.cost for each in every if each.cost), Decimal(0)),
        days_to_cause=(problem.cause_on - problem.reported_on).days,
        days_to_last=(last - problem.reported_on).days if last else None,
    )


def _said(reading: Reading, affected: Collection[Affected]) -> dict[tuple[UUID, date | None], str]:
    """Give what was said on the days on which accounts were reached."""
    reached = [each for each in affected if each.reach in SPOKEN_WITH and each.reach_on is not None]
    if not reached:
        return {}
    found = reading.contacts.where(
        account_id=[each.account_id for each in reached], made_on=list({each.reach_on for each in reached})
    )
    return {(each.account_id, each.made_on): each.words for each in found if not each.words.startswith(TOLD)}


def _to_reach(
    each: Affected,
    row: AccountRow,
    people: Mapping[UUID, Person],
    number: ToCall,
    reading: Reading,
    said: Mapping[tuple[UUID, date | None], str],
    complained: Mapping[UUID, Concern],
) -> ToReach:
    person = people.get(each.person_id) if each.person_id else None
    owner = reading.colleagues.find(each.colleague_id) if each.colleague_id else None
    return ToReach(
        affected=each,
        account=row.name,
        person=person,
        phone=(person.phone if person else "") or number.phone,
        email=person.email if person else "",
        revenue=row.revenue or Decimal(0),
        is_late=each.is_late(reading.clock.now().astimezone()),
        owner=owner.name if owner and not owner.is_me else "",
        by=each.due_at.astimezone() if each.due_at else None,
        is_lost=row.status is AccountStatus.LOST,
        said=said.get((each.account_id, each.reach_on), "") if each.reach in SPOKEN_WITH else "",
        concern=complained.get(each.account_id),
    )


def _order(each: ToReach, row: AccountRow) -> tuple[object, ...]:
    return -pressing(row.revenue, row.health), each.account.casefold(), each.affected.id.hex


def _latest(each: Concern) -> tuple[date, str]:
    return each.raised_on, each.id.hex


def _running(each: SharedProblem) -> tuple[bool, str]:
    return each.ended_on is not None, each.name.casefold()
