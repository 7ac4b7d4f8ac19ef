"""Money: exact amounts in ISO 4217 currencies, brought together only at rates that the person entered."""

from bisect import bisect_right
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from typing import Final

from reviewdesk.domain.errors import RefusedError

# ISO 4217, by number of decimals. Currencies withdrawn since 2023 stay: books hold purchases of those years.
_NO_DECIMALS: Final = "BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF"
_THREE_DECIMALS: Final = "BHD IQD JOD KWD LYD OMR TND"
_FOUR_DECIMALS: Final = "CLF UYW"
_TWO_DECIMALS: Final = (
    "AED AFN ALL AMD ANG AOA ARS AUD AWG AZN BAM BBD BDT BGN BMD BND BOB BOV BRL BSD BTN BWP BYN BZD CAD CDF CHE CHF "
    "CHW CNY COP COU CRC CUC CUP CVE CZK DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GTQ GYD HKD HNL HRK "
    "HTG HUF IDR ILS INR IRR JMD KES KGS KHR KPW KYD KZT LAK LBP LKR LRD LSL MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR "
    "MWK MXN MXV MYR MZN NAD NGN NIO NOK NPR NZD PAB PEN PGK PHP PKR PLN QAR RON RSD RUB SAR SBD SCR SDG SEK SGD SHP "
    "SLE SLL SOS SRD SSP STN SVC SYP SZL THB TJS TMT TOP TRY TTD TWD TZS UAH USD USN UYU UZS VED VES WST XCD XCG YER "
    "ZAR ZMW ZWG ZWL"
)
DECIMALS: Final[Mapping[str, int]] = {
    code: places
    for places, codes in ((0, _NO_DECIMALS), (2, _TWO_DECIMALS), (3, _THREE_DECIMALS), (4, _FOUR_DECIMALS))
    for code in codes.split()
}
_SIGNS: Final = {"EUR": "€", "GBP": "£", "JPY": "¥", "USD": "$"}
_WHOLE_BELOW: Final = 10_000
_MILLIONS_FROM: Final = 100_000_000
_TOO_LARGE: Final = Decimal(10) ** 18


def is_currency(code: str) -> bool:
    """Say whether this is an ISO 4217 code, in capitals."""
    return code in DECIMALS


def checked_currency(code: str) -> str:
    """Give the ISO 4217 code as it is written: trimmed and in capitals.

    Raises:
        RefusedError: there is no such currency.
    """
    tidy = code.strip().upper()
    if not is_currency(tidy):
        raise RefusedError(f"“{code}” is not a currency. Use its code of three letters, for example EUR or USD.")
    return tidy


def checked_amount(amount: Decimal) -> Decimal:
    """Give the amount back when it is one that can be booked.

    Raises:
        RefusedError: it is no number, or has more than 18 digits before the point.
    """
    if not amount.is_finite() or abs(amount) >= _TOO_LARGE:
        raise RefusedError(f"“{amount}” is not an amount of money. Correct it, or leave it empty.")
    return amount


@dataclass(frozen=True, slots=True)
class Money:
    """An exact amount in one currency; amounts in different currencies cannot be added or compared."""

    amount: Decimal
    currency: str

    def __post_init__(self) -> None:
        checked_amount(self.amount)
        object.__setattr__(self, "currency", checked_currency(self.currency))

    def __add__(self, other: "Money") -> "Money":
        return Money(self.amount + self._same(other), self.currency)

    def __sub__(self, other: "Money") -> "Money":
        return Money(self.amount - self._same(other), self.currency)

    def __neg__(self) -> "Money":
        return Money(-self.amount, self.currency)

    def __lt__(self, other: "Money") -> bool:
        return self.amount < self._same(other)

    def __str__(self) -> str:
        return format_money(self.amount, self.currency)

    def rounded(self) -> "Money":
        """Round half up to the decimals of the currency."""
        return Money(rounded(self.amount, self.currency), self.currency)

    def _same(self, other: "Money") -> Decimal:
        if other.currency != self.currency:
            raise RefusedError(
                f"{self.currency} and {other.currency} cannot be brought together without an exchange rate. "
                "Enter one in the settings of the book."
            )
        return other.amount


@dataclass(frozen=True, slots=True)
class Rates:
    """Dated exchange rates as the person entered them: one unit of the currency is worth so much of the base.

    A rate holds from its date until the next one; a day before the first rate takes the first.
    """

    base: str
    dated: Mapping[str, tuple[tuple[date, Decimal], ...]] = field(default_factory=dict)

    @classmethod
    def entered(cls, base: str, rates: Iterable[tuple[str, date, Decimal]]) -> "Rates":
        """Gather rates entered one by one, in any order; of two for one day the later one in the list holds."""
        gathered: dict[str, dict[date, Decimal]] = {}
        for currency, since, rate in rates:
            if rate <= 0:
                raise RefusedError(f"An exchange rate is more than zero. Correct the one for {currency}.")
            gathered.setdefault(checked_currency(currency), {})[since] = rate
        return cls(checked_currency(base), {each: tuple(sorted(found.items())) for each, found in gathered.items()})

    def rate(self, currency: str, on: date) -> Decimal | None:
        """Give what one unit is worth in the base on a day; nothing where no rate was entered."""
        if currency == self.base:
            return Decimal(1)
        known = self.dated.get(currency, ())
        if not known:
            return None
        return known[max(bisect_right(known, on, key=_since) - 1, 0)][1]


def convert(money: Money, rates: Rates, on: date) -> Money | None:
    """Bring an amount to the base currency at the rate of a day, unrounded; nothing where there is no rate."""
    rate = rates.rate(money.currency, on)
    return None if rate is None else Money(money.amount * rate, rates.base)


def exchanged(money: Money, currency: str, rates: Rates, on: date) -> Decimal | None:
    """Give an amount in another currency, over the base, at the rates of a day; nothing where one is missing."""
    if money.currency == currency:
        return money.amount
    base, rate = rates.rate(money.currency, on), rates.rate(currency, on)
    return None if base is None or rate is None else money.amount * base / rate


def in_base(dated: Iterable[tuple[date, Money]], rates: Rates) -> Decimal | None:
    """Sum amounts in the base currency, each at the rate of its day; nothing when one of them has no rate."""
    total = Decimal(0)
    for on, money in dated:
        converted = convert(money, rates, on)
        if converted is None:
            return None
        total += converted.amount
    return total


def totals(amounts: Iterable[Money]) -> dict[str, Decimal]:
    """Sum amounts apart for each currency, in the order of their codes."""
    sums: dict[str, Decimal] = {}
    for each in amounts:
        sums[each.currency] = sums.get(each.currency, Decimal(0)) + each.amount
    return dict(sorted(sums.items()))


def rounded(amount: Decimal, currency: str) -> Decimal:
    """Round half up to the decimals of the currency."""
    return amount.quantize(Decimal(1).scaleb(-DECIMALS[currency]), ROUND_HALF_UP)


def format_money(amount: Decimal, currency: str, *, short: bool = False) -> str:
    """Write an amount: "€ 10,005,534.00", or short: "€ 1,204k".

    Short amounts are in thousands from 10,000 on, in millions from a hundred million on, else in whole units.
    """
    figures = _short(abs(amount)) if short else f"{rounded(abs(amount), currency):,f}"
    is_negative = amount < 0 and any(each in "123456789" for each in figures)
    return f"{'-' if is_negative else ''}{_SIGNS.get(currency, currency)} {figures}"


def _short(size: Decimal) -> str:
    if _whole(size) < _WHOLE_BELOW:
        return f"{_whole(size):,f}"
    if size < _MILLIONS_FROM:
        return f"{_whole(size / 1_000):,f}k"
    return f"{_whole(size / 1_000_000):,f}M"


def _whole(size: Decimal) -> Decimal:
    return size.quantize(Decimal(1), ROUND_HALF_UP)


def _since(dated: tuple[date, Decimal]) -> date:
    return dated[0]
