"""Reads what something was worth to a customer, as a person types it: "120 h", "EUR 18,400", "18.400 €"."""

import re
from typing import Final

from reviewdesk.domain.goal_figures import read_number
from reviewdesk.domain.summary import Basis, Worth

_FIGURE: Final = re.compile(
    r"\s*(?P<before>[^\d\s+\-−]{1,4})?\s*(?P<number>[+\-−]?\d[\d.,'\s\u00a0\u202f]*)(?P<after>\D.*)?"
)


_THOUSANDS: Final = re.compile(r"([+-]?[1-9]\d{0,2})[.,](\d{3})")


def read_worth(figure: str, what: str, basis: Basis) -> Worth | None:
    """Give what a figure with its unit, and what it is of, say; nothing where one of them is missing.

    18,400 and 18.400 are thousands: nobody says to the thousandth what something saved.
    """
    found = _FIGURE.fullmatch(figure)
    number = found["number"].strip().replace("−", "-") if found else ""
    thousands = _THOUSANDS.fullmatch(number)
    value = read_number(f"{thousands[1]}{thousands[2]}" if thousands else number)
    if found is None or value is None or not what.strip():
        return None
    unit = (found["after"] or "").strip() or (found["before"] or "").strip()
    return Worth(what.strip(), value, unit, basis)


def figure_words(worth: Worth) -> str:
    """Write a figure as it is typed."""
    return f"{worth.value:f} {worth.unit}".strip()
