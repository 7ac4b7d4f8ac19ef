"""Numbers and money as each language writes them in a document.

English writes EUR 1,234.50, German 1.234,50 € and French 1 234,50 €, with a narrow space between thousands. English
takes the code, which comes first; German and French take the sign of a currency where no other one has it, and else
the code. An amount has the decimals of its currency, which is none for JPY. All spaces keep a figure on one line.
"""

from collections.abc import Mapping
from decimal import ROUND_HALF_UP, Decimal
from typing import Final, NamedTuple

from reviewdesk.domain.money import DECIMALS, is_currency

SPACE: Final = "\u00a0"
NARROW: Final = "\u202f"
MINUS: Final = "−"
_POINTS: Final = {"en": (",", "."), "de": (".", ","), "fr": (NARROW, ",")}
_LONGEST: Final = 20
_BEFORE_PERCENT: Final = {"en": SPACE, "de": SPACE, "fr": NARROW}
_SIGNS: Final[Mapping[str, str]] = {"EUR": "€", "GBP": "£", "PLN": "zł", "INR": "₹", "ILS": "₪"}


class Written(NamedTuple):
    """A number in pieces: what leads it, its whole part, its decimals with their point, and what follows."""

    before: str
    whole: str
    decimals: str
    behind: str


def written_number(value: Decimal, unit: str, language: str) -> Written:
    """Write a number with its unit, grouped by thousands, with the decimals it was given with.

    A unit that is a currency makes it money, without decimals where it was given without any.
    """
    if is_currency(unit):
        return written_money(value, unit, language, whole=_is_whole(value))
    behind = f"{_BEFORE_PERCENT[language] if unit == '%' else SPACE}{unit}" if unit else ""
    return Written("", *_grouped(value, language), behind)


def written_money(amount: Decimal, currency: str, language: str, *, whole: bool = False) -> Written:
    """Write an amount with the decimals of its currency, or in whole units."""
    figures = _rounded(amount, 0 if whole else DECIMALS[currency])
    if language != "en":
        return Written("", *_grouped(figures, language), f"{SPACE}{_SIGNS.get(currency, currency)}")
    return Written(f"{MINUS if figures < 0 else ''}{currency}{SPACE}", *_grouped(abs(figures), language), "")


def _is_whole(value: Decimal) -> bool:
    exponent = value.as_tuple().exponent
    return not isinstance(exponent, int) or exponent >= 0


def _rounded(amount: Decimal, places: int) -> Decimal:
    if not amount.is_finite() or amount.adjusted() > _LONGEST:
        return amount
    return amount.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP)


def _grouped(value: Decimal, language: str) -> tuple[str, str]:
    """Give the whole part of a number, grouped, and its decimals with the point before them."""
    thousands, point = _POINTS[language]
    whole, _, decimals = f"{abs(value) if value == 0 else value:,f}".partition(".")
    return whole.replace(",", thousands).replace("-", MINUS), f"{point}{decimals}" if decimals else ""
