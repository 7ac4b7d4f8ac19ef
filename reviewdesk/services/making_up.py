"""How a loss is made up: by what is sold to others at the margin that is usual here, or by cost that is taken out."""

from datetime import timedelta
from decimal import Decimal
from typing import Final

from reviewdesk.domain.account import Account
from reviewdesk.domain.loss_document import MakingUp, PlannedStep
from reviewdesk.domain.money import Money, Rates, convert
from reviewdesk.domain.reviewed_loss import ReviewedLoss
from reviewdesk.services.opportunities import opportunities_in
from reviewdesk.storage.reading import Reading

_YEAR: Final = timedelta(days=365)
_CANDIDATES: Final = 3


def making_up(reading: Reading, account: Account, loss: ReviewedLoss) -> MakingUp | None:
    """Give what was lost and how it comes back; nothing while revenue or margin of the lost account are not known.

    The candidates are the largest open opportunities at others. The cost to take out instead is the contribution.
    """
    if loss.revenue is None or not loss.margin:
        return None
    contribution = loss.revenue * loss.margin
    rows = [each for each in opportunities_in(reading).rows if each.opportunity.is_open]
    candidates = tuple(
        PlannedStep(what=f"{each.account}: {each.opportunity.what} {each.opportunity.about}".strip())
        for each in rows
        if each.opportunity.account_id != account.id
    )
    return MakingUp(
        contribution=contribution, margin=going_margin(reading, account), cost_to_take_out=contribution,
        candidates=candidates[:_CANDIDATES],
    )  # fmt: skip


def going_margin(reading: Reading, besides: Account) -> Decimal:
    """Give the margin of what the others bought in a year, as a share of one, over those whose margin is known.

    It is nothing where no margin is known; amounts in a currency without a rate are left out.
    """
    today, book = reading.clock.today(), reading.book
    rates = Rates.entered(book.base_currency, book.rates)
    told = [
        (money.amount, each.margin)
        for each in reading.purchases.all()
        if each.margin is not None and each.account_id != besides.id and each.bought_on > today - _YEAR
        if (money := convert(Money(each.amount, each.currency), rates, each.bought_on)) is not None
    ]
    whole = sum((amount for amount, _ in told), Decimal(0))
    earned = sum((amount * margin / 100 for amount, margin in told), Decimal(0))
    return earned / whole if whole > 0 else Decimal(0)
