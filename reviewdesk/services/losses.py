"""Reads all losses of a book, and which of them ask to be looked into."""

from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from typing import Final

from reviewdesk.domain.account import Account, AccountStatus
from reviewdesk.domain.losses import Loss, PlanState
from reviewdesk.domain.money import Money, Rates, convert
from reviewdesk.domain.reviewed_loss import ReviewedLoss
from reviewdesk.services.earned_back import earned_from, last_year_of
from reviewdesk.services.loss_steps import plans_of
from reviewdesk.storage.lists.week import lost_accounts
from reviewdesk.storage.reading import Reading
from reviewdesk.storage.store import Store

ASKED_FOR: Final = timedelta(days=180)
_ONCE_LOST: Final = [AccountStatus.LOST, AccountStatus.WON_BACK, AccountStatus.ARCHIVED]


@dataclass(frozen=True, slots=True)
class AllLosses:
    """The losses, the newest first; money in `currency`."""

    today: date
    currency: str
    losses: tuple[Loss, ...]


class LossListService:
    """Reads all losses."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def of_book(self) -> AllLosses:
        """Give every account that was ever lost, also those that came back or were archived since."""
        with self._store.read() as reading:
            reviewed = {each.account_id: each for each in reading.reviewed_losses.all()}
            found = [
                _loss(reading, each, each.lost_on, reviewed.get(each.id))
                for each in reading.accounts.where(status=_ONCE_LOST)
                if each.lost_on is not None
            ]
            found.sort(key=lambda each: (-each.lost_on.toordinal(), each.account.casefold()))
            return AllLosses(reading.clock.today(), reading.book.base_currency, tuple(found))


def to_look_into(reading: Reading) -> tuple[tuple[Account, ReviewedLoss | None], ...]:
    """Give the losses that ask for a review, the newest first: until it is ended or set aside, for half a year.

    While its plan is owed, that follow-up stands for it. An account that came into the book as a lost one asks for
    nothing.
    """
    today = reading.clock.today()
    newest = [each.id for each in lost_accounts(reading.connection, today - ASKED_FOR, today)]
    accounts = {each.id: each for each in reading.accounts.where(id=newest)} if newest else {}
    reviewed = {each.account_id: each for each in reading.reviewed_losses.where(account_id=newest)} if newest else {}
    found = []
    for each in (accounts[one] for one in newest):
        loss = reviewed.get(each.id)
        is_over = loss is not None and (loss.is_over or any(one.is_open for one in plans_of(reading, loss)))
        if each.lost_on != each.added_on and not is_over:
            found.append((each, loss))
    return tuple(found)


def _loss(reading: Reading, account: Account, lost_on: date, loss: ReviewedLoss | None) -> Loss:
    known = Loss(
        account_id=account.id, account=account.name, lost_on=lost_on,
        is_back=account.status is AccountStatus.WON_BACK, revenue=_revenue(reading, account, lost_on, loss),
        too_early=earned_from(reading, account).falls_short_of(account.cost_to_win),
    )  # fmt: skip
    return known if loss is None else _reviewed(reading, known, loss)


def _reviewed(reading: Reading, known: Loss, loss: ReviewedLoss) -> Loss:
    win_back, back = loss.win_back, known
    return Loss(
        account_id=back.account_id, account=back.account, lost_on=back.lost_on, is_back=back.is_back,
        revenue=back.revenue, too_early=back.too_early, plan=_plan(reading, loss),
        why="; ".join(each.words for each in loss.causes) or " ".join(loss.what_happened.split()),
        plan_due=loss.plan_due if loss.is_begun else None, break_even=win_back.break_even if win_back else None,
        is_worth_it=_is_worth_it(loss), ended_on=loss.ended_on, causes=loss.causes, answers=loss.answers,
        lessons=loss.lessons,
    )  # fmt: skip


def _is_worth_it(loss: ReviewedLoss) -> bool | None:
    """Say whether it is worth it; without a chance of their own nobody knows, but what never pays is not."""
    win_back = loss.win_back
    if win_back is None:
        return None
    if win_back.break_even is None:
        return False
    return None if win_back.worth is None else win_back.worth > 0


def _plan(reading: Reading, loss: ReviewedLoss) -> PlanState:
    if loss.set_aside_on is not None:
        return PlanState.SET_ASIDE
    if not loss.is_begun:
        return PlanState.NOT_BEGUN
    today, is_open = reading.clock.today(), [each for each in plans_of(reading, loss) if each.is_open]
    if not is_open:
        return PlanState.CLOSED
    return PlanState.LATE if any(each.is_late(today) for each in is_open) else PlanState.OWED


def _revenue(reading: Reading, account: Account, lost_on: date, loss: ReviewedLoss | None) -> Decimal | None:
    """Give what they were worth: as it was noted, else what they bought in their last 12 months."""
    book = reading.book
    bought = last_year_of(reading, account) if loss is None or loss.revenue is None else None
    amount = bought.revenue if bought else loss.revenue if loss else None
    if amount is None:
        return None
    rates = Rates.entered(book.base_currency, book.rates)
    money = convert(Money(amount, account.currency or book.base_currency), rates, lost_on)
    return money.amount if money is not None else None
