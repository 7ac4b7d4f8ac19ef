"""Lists of satisfaction calls: whom to ask, what to say, who answered what, and what has to be made good first."""

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from decimal import Decimal
from enum import StrEnum
from typing import Final
from uuid import UUID

from reviewdesk.domain.account import AccountStatus, Tier
from reviewdesk.domain.answer import Answer, Asked
from reviewdesk.domain.call_list import CallList, asks_for_recovery, is_to_be_made_good, recovering, script_for
from reviewdesk.domain.errors import RefusedError
from reviewdesk.domain.follow_up import FollowUp
from reviewdesk.domain.people import Person
from reviewdesk.domain.review import period_of
from reviewdesk.services import typed_values as typed
from reviewdesk.services.account_reading import rows_of
from reviewdesk.services.account_values import AccountRow
from reviewdesk.services.outcome import Outcome
from reviewdesk.services.whom_to_reach import first_asked
from reviewdesk.storage.lists.accounts import account_lines
from reviewdesk.storage.lists.today import whom_to_call
from reviewdesk.storage.reading import Reading
from reviewdesk.storage.store import Store

A_YEAR: Final = timedelta(days=365)
_BUYS: Final = frozenset({AccountStatus.ACTIVE, AccountStatus.WON_BACK})


class Whom(StrEnum):
    """Which accounts a new list can begin with."""

    CHOSEN = "the accounts chosen in the list"
    KEY = "the A accounts"
    KEY_AND_B = "the A and B accounts"
    UNASKED = "customers without an answer for a year"
    EVERYBODY = "all customers"


@dataclass(frozen=True, slots=True)
class Choice:
    """Accounts that a new list can begin with, in the order in which they would be called."""

    whom: Whom
    account_ids: tuple[UUID, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class NewList:
    """What a new list can be made of: the name it would have, and whom it can begin with."""

    name: str
    choices: tuple[Choice, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ToAsk:
    """One account on a list: whom to call there, what they answered before, and what they answered to this list.

    `making_good` is what was agreed with them since a bad answer; a person who wants no marketing is named last. `why`
    is why they stand where they do in the order of calls.
    """

    account_id: UUID
    account: str
    person: Person | None
    phone: str
    before: Answer | None
    answer: Answer | None = None
    making_good: FollowUp | None = None
    why: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownList:
    """A list as it stands: who is still to be called, whom to make good to first, who answered, who was skipped."""

    list: CallList
    to_call: tuple[ToAsk, ...]
    to_recover: tuple[ToAsk, ...]
    answered: tuple[ToAsk, ...]
    skipped: tuple[ToAsk, ...]

    @property
    def asked(self) -> int:
        """How many answered."""
        return len(self.to_recover) + len(self.answered)


class CallListService:
    """What a person does with lists of calls."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def lists(self) -> tuple[ShownList, ...]:
        """Give the lists that have not ended, the newest first."""
        with self._store.read() as reading:
            running = [each for each in reading.call_lists.all() if each.ended_on is None]
            return tuple(_shown(reading, each) for each in sorted(running, key=_newest, reverse=True))

    def makes_good_first(self, account_id: UUID) -> Answer | None:
        """Give the bad answer of an account that has to be made good before anybody speaks of an order, if any."""
        with self._store.read() as reading:
            given = [each for each in reading.answers.where(account_id=account_id) if each.asked is Asked.RECOMMEND]
            said = [each for each in given if not each.is_guess]
            newest = max(said, key=lambda each: (each.answered_on, each.id), default=None)
            if newest is None or not asks_for_recovery(newest.asked, newest.value):
                return None
            agreed = recovering(newest, reading.follow_ups.where(account_id=account_id))
            return newest if is_to_be_made_good(agreed) else None

    def new_list(self, chosen: Sequence[UUID] = ()) -> NewList:
        """Give what a new list can be made of; those without anybody are left out."""
        today = self._store.clock.today()
        with self._store.read() as reading:
            rows = sorted((each for each in rows_of(reading) if each.status in _BUYS), key=_largest)
            asked = {each.account_id for each in reading.answers.all() if today - each.answered_on <= A_YEAR}
            name = f"Satisfaction calls, {period_of(today)}"
        fits: dict[Whom, Callable[[AccountRow], bool]] = {
            Whom.CHOSEN: lambda each: each.id in set(chosen),
            Whom.KEY: lambda each: each.tier is Tier.A,
            Whom.KEY_AND_B: lambda each: each.tier in {Tier.A, Tier.B},
            Whom.UNASKED: lambda each: each.id not in asked,
            Whom.EVERYBODY: lambda _each: True,
        }
        found = (Choice(whom, tuple(each.id for each in rows if fit(each))) for whom, fit in fits.items())
        return NewList(name=name, choices=tuple(each for each in found if each.account_ids))

    def start(self, name: str, account_ids: Sequence[UUID], asked: Asked, script: str = "") -> Outcome[CallList]:
        """Start a list; an empty script stands for the usual one.

        Raises:
            RefusedError: it has no name, or nobody is on it.
        """
        if not account_ids:
            raise RefusedError("Nobody would be on this list. Choose other accounts, or import or add some first.")
        with self._store.write("Start a list of calls") as work:
            made = work.call_lists.put(
                CallList(
                    name=typed.name(name),
                    account_ids=tuple(dict.fromkeys(account_ids)),
                    started_on=work.clock.today(),
                    asked=asked,
                    script=script.strip() or script_for(asked),
                )
            )
        return Outcome(made, work.changes)

    def change(self, list_id: UUID, name: str, script: str) -> Outcome[CallList]:
        """Give a list another name or script; an empty script stands for the usual one.

        Raises:
            RefusedError: it has no name.
        """
        with self._store.write("Change a list of calls") as work:
            known = work.call_lists.get(list_id)
            said = script.strip() or script_for(known.asked)
            changed = work.call_lists.put(replace(known, name=typed.name(name), script=said))
        return Outcome(changed, work.changes)

    def skip(self, list_id: UUID, account_id: UUID) -> Outcome[CallList]:
        """Leave an account out of a list."""
        with self._store.write("Skip a call") as work:
            known = work.call_lists.get(list_id)
            left_out = tuple(dict.fromkeys((*known.left_out, account_id)))
            changed = work.call_lists.put(replace(known, left_out=left_out))
        return Outcome(changed, work.changes)

    def ask_after_all(self, list_id: UUID, account_id: UUID) -> Outcome[CallList]:
        """Put an account that was skipped back on a list."""
        with self._store.write("Call after all") as work:
            known = work.call_lists.get(list_id)
            left_out = tuple(each for each in known.left_out if each != account_id)
            changed = work.call_lists.put(replace(known, left_out=left_out))
        return Outcome(changed, work.changes)

    def end(self, list_id: UUID) -> Outcome[CallList]:
        """End a list; what was answered stays, and undo brings the list back."""
        with self._store.write("End a list of calls") as work:
            ended = work.call_lists.put(replace(work.call_lists.get(list_id), ended_on=work.clock.today()))
        return Outcome(ended, work.changes)


def _shown(reading: Reading, calls: CallList) -> ShownList:
    answers = reading.answers.where(account_id=list(calls.account_ids))
    given, rows = calls.answered(answers), _rows(reading, calls, answers)
    bad = [each for each in rows if each.answer is not None and asks_for_recovery(calls.asked, each.answer.value)]
    waiting = [each for each in bad if is_to_be_made_good(each.making_good)]
    left = calls.left(answers)
    return ShownList(
        list=calls,
        to_call=tuple(each for each in rows if each.account_id in left),
        to_recover=tuple(waiting),
        answered=tuple(each for each in rows if each.account_id in given and each not in waiting),
        skipped=tuple(each for each in rows if each.account_id in calls.left_out and each.account_id not in given),
    )


def _rows(reading: Reading, calls: CallList, answers: Collection[Answer]) -> tuple[ToAsk, ...]:
    """Give the accounts of a list that are still in the book, in the order in which they are called."""
    ids, today = list(calls.account_ids), reading.clock.today()
    lines = {each.id: each for each in account_lines(reading.connection, ids)}
    names = {each.id: each.name for each in lines.values()}
    numbers, given = whom_to_call(reading.connection, ids), calls.answered(answers)
    there = [each for each in reading.people.where(account_id=ids) if each.left_on is None or each.left_on > today]
    steps = reading.follow_ups.where(account_id=list(given))
    found = []
    for each in (one for one in ids if one in names):
        person = min((one for one in there if one.account_id == each), key=first_asked, default=None)
        answer = given.get(each)
        mine = [one for one in steps if one.account_id == each]
        found.append(
            ToAsk(
                account_id=each,
                account=names[each],
                person=person,
                phone=person.phone if person is not None and person.phone else numbers[each].phone,
                before=_before(calls, answers, each),
                answer=answer,
                making_good=recovering(answer, mine) if answer is not None else None,
                why=f"{lines[each].tier} account" if lines[each].tier else "",
            )
        )
    return tuple(found)


def _before(calls: CallList, answers: Collection[Answer], account_id: UUID) -> Answer | None:
    """Give the last answer of an account to this question from before the list."""
    own = [each for each in answers if each.account_id == account_id and each.asked is calls.asked]
    earlier = [each for each in own if each.answered_on < calls.started_on and not each.is_guess]
    return max(earlier, key=lambda each: each.answered_on, default=None)


def _largest(row: AccountRow) -> tuple[str, Decimal, str]:
    return row.tier or "Z", -(row.revenue or Decimal(0)), row.name.casefold()


def _newest(calls: CallList) -> tuple[date, UUID]:
    return calls.started_on, calls.id
