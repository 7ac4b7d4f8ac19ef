"""How well promises are kept: kept 1, kept late one half, broken 0; what was dropped says nothing."""

from collections.abc import Collection
from datetime import date, timedelta
from fractions import Fraction
from typing import Final

from reviewdesk.domain.follow_up import Ending

LOOKS_BACK: Final = timedelta(days=180)
KNOWN_FROM: Final = 3
_WORTH: Final = {Ending.KEPT: Fraction(1), Ending.KEPT_LATE: Fraction(1, 2), Ending.BROKEN: Fraction(0)}


def kept_since(today: date) -> date:
    """Give the first day whose endings still count: 180 days back."""
    return date.min if today - date.min < LOOKS_BACK else today - LOOKS_BACK


def worth(ending: Ending) -> Fraction | None:
    """Give what one ended promise counts for; nothing for one that was dropped."""
    return _WORTH.get(ending)


def kept_rate(endings: Collection[Ending]) -> Fraction | None:
    """Give the mean of what the endings count for, from 0 to 1; unknown below three."""
    counted = [_WORTH[each] for each in endings if each in _WORTH]
    return sum(counted, Fraction()) / len(counted) if len(counted) >= KNOWN_FROM else None


def per_cent(rate: Fraction) -> int:
    """Write a rate in whole per cent, rounded half up."""
    return int(rate * 100 + Fraction(1, 2))
