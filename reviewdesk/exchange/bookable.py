"""What a book can hold of the amounts and days that stand in files: whatever else is written there is no value."""

from datetime import date
from decimal import ROUND_HALF_UP, Context, Decimal
from typing import Final

from reviewdesk.domain.bounds import LAST_DAY, in_bounds
from reviewdesk.domain.importing.fields import Field
from reviewdesk.domain.purchase import DECIMALS_KEPT, LARGEST_AMOUNT

_LONG_AGO: Final = date(1600, 1, 1)
_SMALLEST: Final = Decimal(1).scaleb(-DECIMALS_KEPT)
_EXACTLY: Final = Context(prec=60, rounding=ROUND_HALF_UP)


def bookable_day(day: date, of: Field) -> date:
    """Give a day back when a book can hold it; a customer may be one since long before that.

    Raises:
        ValueError: it is a slip of the keys or a blank in disguise, such as 1 January of the year 1.
    """
    if not in_bounds(day) and not (of is Field.CUSTOMER_SINCE and _LONG_AGO <= day <= LAST_DAY):
        raise ValueError(day)
    return day


def bookable_number(number: Decimal) -> Decimal:
    """Give a number back when it is no larger than any amount that can be booked.

    Raises:
        ValueError: it is.
    """
    if abs(number) >= LARGEST_AMOUNT:
        raise ValueError(number)
    return number


def bookable_amount(amount: Decimal) -> Decimal:
    """Give an amount with the decimals that are kept, rounded half up where it has more.

    Raises:
        ValueError: it is larger than any amount that can be booked.
    """
    exponent = bookable_number(amount).as_tuple().exponent
    if isinstance(exponent, int) and exponent >= -DECIMALS_KEPT:
        return amount
    return amount.quantize(_SMALLEST, context=_EXACTLY)
