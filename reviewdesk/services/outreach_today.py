"""What outreaches ask of a day: the next accounts to be reached, by moment and by what presses, and how many more."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Final
from uuid import UUID

from reviewdesk.domain.intervals import short_day
from reviewdesk.domain.people import Person
from reviewdesk.domain.shared_problem import Affected, SharedProblem, each_once, pressing
from reviewdesk.domain.today import Entry, Sort, Weight
from reviewdesk.services.account_values import AccountRow
from reviewdesk.services.myself import me
from reviewdesk.storage.lists.today import ToCall
from reviewdesk.storage.reading import Reading

SHOWN: Final = 5


@dataclass(frozen=True, slots=True)
class Outreach:
    """A problem that is worked on, with those of its accounts that I am to reach by a day."""

    problem: SharedProblem
    mine: tuple[Affected, ...]


def running_outreaches(reading: Reading, until: date) -> tuple[Outreach, ...]:
    """Give the outreaches that are worked on; what a colleague does is left to them."""
    running = [each for each in reading.shared_problems.all() if each.ended_on is None]
    if not running:
        return ()
    myself = me(reading)
    ours = {None, myself.id if myself else None}
    found = []
    for each in sorted(running, key=lambda one: (-one.severity, one.cause_on, one.id.hex)):
        there = each_once(each, reading.affected.where(problem_id=each.id))
        due = (one for one in there if not one.is_settled and one.due is not None and one.due <= until)
        found.append(Outreach(each, tuple(one for one in due if one.colleague_id in ours)))
    return tuple(each for each in found if each.mine)


def outreach_entries(
    outreaches: Iterable[Outreach],
    accounts: Iterable[AccountRow],
    to_call: Mapping[UUID, ToCall],
    people: Mapping[UUID, Person],
    now: datetime,
) -> Iterator[Entry]:
    """Ask for the next calls of each outreach, the first words first, then what presses; `now` is the person's own."""
    rows = {each.id: each for each in accounts}
    for each in outreaches:
        there = [one for one in each.mine if one.account_id in rows]
        there.sort(key=lambda one: _order(one, rows[one.account_id]))
        for one in there[:SHOWN]:
            call = to_call.get(one.account_id, ToCall())
            yield _entry(each.problem, one, rows[one.account_id].name, call, people, now)
        if len(there) > SHOWN:
            yield _more(each.problem, there[SHOWN:], now)


def _entry(
    problem: SharedProblem, one: Affected, account: str, call: ToCall, people: Mapping[UUID, Person], now: datetime
) -> Entry:
    at = one.due_at.astimezone() if one.due_at else None
    is_late, due = one.is_late(now), one.due or now.date()
    by = f"first word by {short_day(due, now.date())} {at:%H:%M}" if at else f"by {short_day(due, now.date())}"
    whom = people.get(one.person_id) if one.person_id else None
    call = ToCall(person=whom.name, phone=whom.phone or call.phone, email=whom.email) if whom else call
    shy = "wants no marketing" if whom and whom.no_marketing and not one.override else ""
    return Entry(
        sort=Sort.OUTREACH, id=one.id, account_id=one.account_id, account=account,
        title=f"{account}: tell them about {problem.name}",
        about=" · ".join(each for each in (call.person, shy, by, call.phone) if each), on=due,
        at=None if is_late else at, state="late" if is_late else f"severity {problem.severity}",
        weight=Weight.OVER if is_late else Weight.NEAR if problem.is_grave else Weight.CALM,
        person=call.person, phone=call.phone, email=call.email,
    )  # fmt: skip


def _more(problem: SharedProblem, left: list[Affected], now: datetime) -> Entry:
    late = sum(each.is_late(now) for each in left)
    return Entry(
        sort=Sort.OUTREACH, id=problem.id, account_id=problem.id, account=problem.name,
        title=f"{problem.name}: {len(left):,} more to reach", about="the next ones stand on Outreach",
        on=min(each.due or now.date() for each in left), state=f"{late:,} late" if late else "",
        weight=Weight.OVER if late else Weight.CALM,
    )  # fmt: skip


def _order(one: Affected, row: AccountRow) -> tuple[object, ...]:
    by = one.due_at.isoformat() if one.due_at else ""
    return one.due or date.max, by, -pressing(row.revenue, row.health), row.name.casefold()
