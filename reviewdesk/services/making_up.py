"""How a loss is made up: by what is sold to others at the margin that is usual here, or by cost that is taken out."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Final
from uuid import UUID

from reviewdesk.domain.account import Account
from reviewdesk.domain.follow_up import FollowUp
from reviewdesk.domain.loss_document import MakingUp, PlannedStep
from reviewdesk.domain.money import Money, Rates, convert, exchanged
from reviewdesk.domain.reviewed_loss import ReviewedLoss
from reviewdesk.services.only_mine import only_mine_in
from reviewdesk.services.opportunities import OpportunityRow, opportunities_in
from reviewdesk.storage.lists.accounts import revenue_year
from reviewdesk.storage.lists.purchases import all_bought_by_margin
from reviewdesk.storage.reading import Reading

PROPOSED: Final = 5
ON_PAPER: Final = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """An account that may make up for a loss, by what they might buy; chosen once a follow-up asks for it.

    `amount` is what their open opportunities come to in the currency of the lost account, nothing where none is known.
    """

    account_id: UUID
    account: str
    why: str = ""
    amount: Decimal | None = None
    step: FollowUp | None = None
    owner: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Replacing:
    """What was lost, what it takes, and what is planned; money in `currency`, figures nothing while not known."""

    currency: str
    contribution: Decimal | None
    margin: Decimal
    candidates: tuple[Candidate, ...]
    cost_out: Decimal | None = None

    @property
    def revenue_needed(self) -> Decimal | None:
        """Give the revenue that brings as much again; nothing where the margin is none."""
        return self.contribution / self.margin if self.contribution is not None and self.margin > 0 else None

    @property
    def chosen(self) -> tuple[Candidate, ...]:
        """Give the accounts that were chosen."""
        return tuple(each for each in self.candidates if each.step is not None)

    @property
    def planned(self) -> Decimal:
        """Give the contribution that the plan brings: what the chosen might buy at the usual margin, and less cost."""
        sold = sum((each.amount or Decimal(0) for each in self.chosen), Decimal(0))
        return sold * self.margin + (self.cost_out or Decimal(0))


def replacing(reading: Reading, account: Account, loss: ReviewedLoss) -> Replacing:
    """Give how a loss is made up: the accounts that were chosen first, then who else might buy, the most first."""
    currency = account.currency or reading.book.base_currency
    known = loss.revenue is not None and loss.margin is not None
    return Replacing(
        currency=currency, contribution=loss.revenue * loss.margin if known else None,  # type: ignore[operator]
        margin=going_margin(reading, account), candidates=_candidates(reading, account, loss, currency),
        cost_out=loss.cost_out,
    )  # fmt: skip


def making_up(reading: Reading, account: Account, loss: ReviewedLoss) -> MakingUp | None:
    """Give how it is made up as it is printed; nothing while revenue or margin of the lost account are not known."""
    found = replacing(reading, account, loss)
    if not found.contribution:
        return None
    chosen = tuple(
        PlannedStep(what=f"{each.account}: {each.step.what}", owner=each.owner, due=each.step.due)
        for each in found.chosen
        if each.step is not None
    )
    others = [each for each in found.candidates if each.why][:ON_PAPER]
    is_planned = bool(chosen or loss.cost_out)
    amounts = [each.amount for each in (found.chosen if is_planned else others) if each.amount is not None]
    return MakingUp(
        contribution=found.contribution, margin=found.margin, is_planned=is_planned,
        cost_to_take_out=loss.cost_out or None if is_planned else found.contribution,
        might_bring=sum(amounts, Decimal(0)) if amounts else None,
        candidates=chosen if is_planned else tuple(PlannedStep(what=f"{each.account}: {each.why}") for each in others),
        cost_owner=loss.cost_out_owner, cost_due=loss.cost_out_due,
    )  # fmt: skip


def _candidates(reading: Reading, account: Account, loss: ReviewedLoss, currency: str) -> tuple[Candidate, ...]:
    by_account: dict[UUID, list[OpportunityRow]] = defaultdict(list)
    mine = only_mine_in(reading)
    for row in opportunities_in(reading).rows:
        one = row.opportunity
        is_private = mine.holds(one)
        if one.is_open and one.account_id != account.id and not is_private:
            by_account[one.account_id].append(row)
    steps = {each.account_id: each for each in reading.follow_ups.where(about_id=loss.id, withdrawn=False)}
    steps.pop(account.id, None)
    today, rates = reading.clock.today(), Rates.entered(reading.book.base_currency, reading.book.rates)
    found = [
        _candidate(reading, each, by_account.get(each, ()), steps.get(each), _Bring(currency, rates, today))
        for each in by_account.keys() | steps.keys()
    ]
    found.sort(key=lambda each: (each.step is None, -(each.amount or Decimal(0)), each.account.casefold()))
    return tuple(found[: len(steps) + PROPOSED])


@dataclass(frozen=True, slots=True)
class _Bring:
    """Brings what somebody might buy, known in the base currency, to another."""

    currency: str
    rates: Rates
    on: date

    def together(self, rows: Iterable[OpportunityRow]) -> Decimal | None:
        amounts = [
            exchanged(Money(each.amount, self.rates.base), self.currency, self.rates, self.on)
            for each in rows
            if each.amount is not None
        ]
        known = [each for each in amounts if each is not None]
        return sum(known, Decimal(0)) if known else None


def _candidate(
    reading: Reading, account_id: UUID, rows: Sequence[OpportunityRow], step: FollowUp | None, bring: _Bring
) -> Candidate:
    owner = reading.colleagues.find(step.colleague_id) if step is not None and step.colleague_id else None
    return Candidate(
        account_id=account_id, account=reading.accounts.get(account_id).name,
        why="; ".join(f"{each.opportunity.what} {each.opportunity.about}".strip() for each in rows),
        amount=bring.together(rows), step=step, owner=owner.name if owner else "",
    )  # fmt: skip


def going_margin(reading: Reading, besides: Account) -> Decimal:
    """Give the margin of what the others bought in the revenue year, as a share of one, where it is known.

    It is nothing where no margin is known; amounts in a currency without a rate are left out.
    """
    window, book = revenue_year(reading), reading.book
    if window is None:
        return Decimal(0)
    rates = Rates.entered(book.base_currency, book.rates)
    told = [
        (money.amount, Decimal(each.name))
        for each in all_bought_by_margin(reading.connection, window, besides=besides.id)
        if (money := convert(Money(each.amount, each.currency), rates, window.end)) is not None
    ]
    whole = sum((amount for amount, _ in told), Decimal(0))
    earned = sum((amount * margin / 100 for amount, margin in told), Decimal(0))
    return earned / whole if whole > 0 else Decimal(0)
