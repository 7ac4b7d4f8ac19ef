"""The plan to differ as follow-ups: what we do differently, in which respect, with whom first, who and by when."""

from dataclasses import dataclass, replace
from datetime import date
from uuid import UUID

from reviewdesk.domain.account import AccountStatus, ReasonToStay
from reviewdesk.domain.errors import RefusedError
from reviewdesk.domain.follow_up import FollowUp, Side
from reviewdesk.domain.price_diagnosis import PriceDiagnosis
from reviewdesk.services import typed_values as typed
from reviewdesk.services.account_ties import colleague_named
from reviewdesk.services.whose_move import first_move, whose
from reviewdesk.storage.lists.accounts import account_lines, accounts_called
from reviewdesk.storage.reading import Reading
from reviewdesk.storage.unit_of_work import UnitOfWork


@dataclass(frozen=True, slots=True, kw_only=True)
class StepTyped:
    """A step as it is typed: what we do differently, in which respect, the account it begins with, who, and by when."""

    what: str
    respect: str = ""
    account: str = ""
    who: str = ""
    due: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanStep:
    """A step of a plan to differ, with the names of its account and of who does it."""

    step: FollowUp
    account: str
    who: str


def add_step(work: UnitOfWork, diagnosis: PriceDiagnosis, told: StepTyped) -> FollowUp:
    """Let a step be followed up, by the owner of the account where nobody is named.

    Raises:
        RefusedError: it says nothing, no day, or no account that is in the book.
    """
    if not told.what.strip():
        raise RefusedError("Say what we will do differently.")
    due = typed.day(told.due, work.clock.today())
    if due is None:
        raise RefusedError("Say by when, like 1 Mar or in 2 weeks.")
    account_id = _account(work, told.account)
    who = colleague_named(work, told.who).id if told.who.strip() else whose(work, account_id)
    respect = f"{told.respect.strip().rstrip(':')}: " if told.respect.strip() else ""
    step = FollowUp(
        account_id=account_id, what=f"{respect}{told.what.strip()}", due=due, said_on=work.clock.today(),
        colleague_id=who, waits_on=first_move(work, Side.OURS, who), about_id=diagnosis.id,
    )  # fmt: skip
    return work.follow_ups.put(step)


def _account(work: UnitOfWork, text: str) -> UUID:
    if not text.strip():
        raise RefusedError("Say with which account it begins: the step stands on its page.")
    found = accounts_called(work.connection, text)
    if not found:
        raise RefusedError(f"There is no account “{text.strip()}” in this book. Choose one of the list.")
    if len(found) > 1:
        raise RefusedError(f"{len(found)} accounts are called “{text.strip()}”. Give one of them another name first.")
    return found[0][0]


def steps_of(reading: Reading, diagnosis: PriceDiagnosis) -> tuple[PlanStep, ...]:
    """Give the steps of a plan, the open ones first, by day."""
    found = [each for each in reading.follow_ups.where(about_id=diagnosis.id) if not each.withdrawn]
    people = {each.id: each.name for each in reading.colleagues.all()} if found else {}
    return tuple(
        PlanStep(
            step=each, account=reading.accounts.get(each.account_id).name,
            who=people.get(each.colleague_id, "") if each.colleague_id else "",
        )
        for each in sorted(found, key=lambda each: (not each.is_open, each.due or date.max, each.what, each.id.hex))
    )  # fmt: skip


def let_go(work: UnitOfWork, diagnosis_id: UUID) -> None:
    """Leave the steps of a diagnosis that is taken out as they are, for themselves."""
    for each in work.follow_ups.where(about_id=diagnosis_id):
        work.follow_ups.put(replace(each, about_id=None))


def to_begin_with(reading: Reading) -> tuple[str, ...]:
    """Name the accounts a step may begin with, those that stay for the price first."""
    priced = {each.id for each in reading.accounts.where(reason_to_stay=ReasonToStay.PRICE)}
    away = {each.id for each in reading.accounts.where(status=AccountStatus.LOST)}
    lines = [each for each in account_lines(reading.connection) if each.buys and each.id not in away]
    return tuple(each.name for each in sorted(lines, key=lambda each: (each.id not in priced, each.name.casefold())))
