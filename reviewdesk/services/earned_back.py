"""What a customer brought us since they came, set against what it cost to win them."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from dateutil.relativedelta import relativedelta

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


@dataclass(frozen=True, slots=True)
class LastYear:
    """What an account bought in the 12 months up to its last purchase before it left, in its currency.

    `margin` is the share of one over those purchases whose margin is known, nothing where none is.
    """

    revenue: Decimal
    margin: Decimal | None
    until: date


def last_year_of(reading: Reading, account: Account) -> LastYear | None:
    """Give what was lost a year; nothing without a purchase, or where a rate is missing."""
    last, book = account.lost_on or reading.clock.today(), reading.book
    own, rates = account.currency or book.base_currency, Rates.entered(book.base_currency, book.rates)
    bought = [each for each in reading.purchases.where(account_id=account.id) if each.bought_on <= last]
    until = max((each.bought_on for each in bought), default=last)
    since = until - relativedelta(months=12)
    amounts = [
        (exchanged(Money(each.amount, each.currency), own, rates, each.bought_on), each.margin)
        for each in bought
        if each.bought_on > since
    ]
    known = [(amount, margin) for amount, margin in amounts if amount is not None]
    if not known or len(known) < len(amounts):
        return None
    weighed = [(amount, margin / 100) for amount, margin in known if margin is not None]
    whole = sum((amount for amount, _ in weighed), Decimal(0))
    margin = sum((amount * share for amount, share in weighed), Decimal(0)) / whole if whole > 0 else None
    return LastYear(sum((amount for amount, _ in known), Decimal(0)), margin, until)


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
