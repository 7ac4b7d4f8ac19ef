"""What is said about the tiers of a book beside the figures."""

from datetime import date
from decimal import ROUND_HALF_UP, Decimal

from reviewdesk.domain.intervals import short_day
from reviewdesk.domain.tiers import Concentration, Window
from reviewdesk.services.tier_values import TierFigures

NAMED = 5
FEW = 5
LONGEST_NAME = 50


def messages(found: TierFigures, chosen_end: date | None) -> tuple[str, ...]:
    """Say in whole sentences what a person should know about the tiers."""
    said = (
        _stale(found.window, chosen_end),
        _fifth(found),
        _nobody(found.concentration),
        _no_room(len(found.no_room)),
        _unranked(found.unranked),
        _zero(found.zero_or_less),
    )
    return tuple(each for each in said if each)


def largest_words(concentration: Concentration, accounts: int) -> str:
    """Say what the largest accounts make of the revenue: "the 5 largest make 43 % of revenue"."""
    if not concentration.largest_1 or accounts == 1:
        return ""
    if accounts <= FEW:
        return f"the largest makes {_percent(concentration.largest_1)} of revenue"
    return f"the {FEW} largest make {_percent(concentration.largest_5)} of revenue"


def _percent(share: Decimal) -> str:
    return f"{(share * 100).quantize(Decimal(1), ROUND_HALF_UP)} %"


def _stale(window: Window | None, chosen_end: date | None) -> str:
    if window is None or not window.stale or chosen_end is not None:
        return ""
    return (
        f"The newest purchase is of {short_day(window.end, date.max)}, over 90 days ago: revenue is counted in the "
        "12 months up to that day until you choose otherwise."
    )


def _fifth(found: TierFigures) -> str:
    if not found.over_a_fifth:
        return ""
    verb = "makes" if len(found.over_a_fifth) == 1 else "each make"
    return f"{_named(found.over_a_fifth)} {verb} over 20 % of the revenue."


def _nobody(concentration: Concentration) -> str:
    if not concentration.nobody_stands_out:
        return ""
    return (
        f"The largest fifth of the accounts makes {_percent(concentration.largest_fifth)} of the revenue: revenue "
        "alone singles out nobody here. You can choose A by hand; until then the rule's tiers stand."
    )


def _no_room(count: int) -> str:
    if not count:
        return ""
    return (
        f"{count:,} accounts are A by revenue, no room: they stand as B."
        if count > 1
        else "1 account is A by revenue, no room: it stands as B."
    )


def _unranked(names: tuple[str, ...]) -> str:
    if not names:
        return ""
    keeps = "keep their tiers" if len(names) > 1 else "keeps its tier"
    return f"No exchange rate for {_named(names)}: unranked, {keeps}. Enter the rate in the settings of the book."


def _zero(names: tuple[str, ...]) -> str:
    if not names:
        return ""
    return f"{len(names):,} {'accounts' if len(names) > 1 else 'account'} without revenue in these 12 months: C."


def _named(names: tuple[str, ...]) -> str:
    shown = ", ".join(_cut(each) for each in names[:NAMED])
    more = len(names) - NAMED
    return f"{shown} and {more:,} more" if more > 0 else shown


def _cut(name: str) -> str:
    return name if len(name) <= LONGEST_NAME else f"{name[: LONGEST_NAME - 1]}…"
