"""What a customer brought us since they came, set against what it cost to win them."""

from dataclasses import dataclass
from decimal import Decimal

from reviewdesk.domain.account import Account
from reviewdesk.domain.money import Money, Rates, exchanged
from reviewdesk.storage.reading import Reading


@dataclass(frozen=True, slots=True)
class Earned:
    """The contribution that is known, in the currency of the account; not `is_whole` where some is not known."""

    amount: Decimal
    is_whole: bool

    def falls_short_of(self, cost: Decimal | None) -> bool:
        """Say whether they surely left before their cost to win was earned back."""
        return cost is not None and self.is_whole and self.amount < cost


def earned_from(reading: Reading, account: Account) -> Earned:
    """Add up each purchase times its margin, each at the rates of its day.

    It is not whole where a margin or a rate is not known, or where no purchase of theirs is in the book.
    """
    book = reading.book
    own, rates = account.currency or book.base_currency, Rates.entered(book.base_currency, book.rates)
    bought = reading.purchases.where(account_id=account.id)
    known = [
        exchanged(Money(each.amount * each.margin / 100, each.currency), own, rates, each.bought_on)
        for each in bought
        if each.margin is not None
    ]
    amounts = [each for each in known if each is not None]
    return Earned(sum(amounts, Decimal(0)), is_whole=bool(bought) and len(amounts) == len(bought))
