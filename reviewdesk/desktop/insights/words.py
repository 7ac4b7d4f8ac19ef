"""Words that several cards of Insights use: the months a figure rests on, who is left out, and where marks lead."""

from collections.abc import Sequence
from datetime import date
from unicodedata import bidirectional
from uuid import UUID

from reviewdesk.desktop.insights.model import Remark, accounts
from reviewdesk.desktop.widgets.mark_chart import Lead
from reviewdesk.domain.intervals import short_day
from reviewdesk.domain.tiers import Window
from reviewdesk.services.insight_values import AccountInsights, RankedUnit, RevenueRanking

_NAMED = 3
_LONGEST = 40
_FROM_THE_RIGHT = frozenset({"R", "AL"})
_APART, _AGAIN = "\u2068", "\u2069"


def window_words(window: Window) -> str:
    """Say the 12 months whose revenue counts: "27 Nov 2025 to 26 Nov 2026"."""
    return f"{short_day(window.start, date.max)} to {short_day(window.end, date.max)}"


def about(found: AccountInsights) -> str:
    """Say of what the page tells: "62 accounts, as of 26 Nov 2026"."""
    return f"{accounts(len(found.points))}, as of {short_day(found.today, date.max)}"


def left_out(found: AccountInsights) -> tuple[Remark, ...]:
    """Say who does not count in what the revenue says: without revenue, without a rate, gone."""
    ranking = found.ranking
    parts = []
    if ranking is not None and ranking.without_revenue:
        parts.append(f"{named([each.name for each in ranking.without_revenue])} without revenue")
    if ranking is not None and ranking.unranked:
        parts.append(f"{named([each.name for each in ranking.unranked])} for want of an exchange rate")
    parts += _gone(found)
    return (Remark(f"Left out: {'; '.join(parts)}."),) if parts else ()


def gone(found: AccountInsights) -> tuple[Remark, ...]:
    """Say how many do not count because they are no customers any more."""
    parts = _gone(found)
    return (Remark(f"Left out: {', '.join(parts)}."),) if parts else ()


def _gone(found: AccountInsights) -> list[str]:
    return [f"{count:,} {word}" for word, count in sorted(found.gone.items())]


def counted_with(ranking: RevenueRanking) -> tuple[Remark, ...]:
    """Say how many accounts have no place of their own in the ranking."""
    units = (*ranking.units, *ranking.without_revenue, *ranking.unranked)
    count = sum(len(each.account_ids) - 1 for each in units)
    if not count:
        return ()
    they = "counts with the one it belongs to" if count == 1 else "count with the ones they belong to"
    return (Remark(f"{accounts(count)} {they}: sites, and groups reviewed as one."),)


def named(names: Sequence[str]) -> str:
    """Count and name: "Hooli", "Hooli and Initech", "7 accounts (Hooli, Initech, Vega Optics and 4 more)"."""
    if len(names) <= 2:
        return " and ".join(map(short, names))
    return f"{accounts(len(names))} ({some_of(names)})"


def some_of(names: Sequence[str]) -> str:
    """Name the first few: "Hooli, Initech, Vega Optics and 4 more"."""
    more = f" and {len(names) - _NAMED:,} more" if len(names) > _NAMED else ""
    return f"{', '.join(map(short, names[:_NAMED]))}{more}"


def short(name: str) -> str:
    """Cut a very long name, so that a sentence stays one; one that is read from the right does not turn the figures."""
    cut = name if len(name) <= _LONGEST else f"{name[: _LONGEST - 1]}…"
    return f"{_APART}{cut}{_AGAIN}" if any(bidirectional(each) in _FROM_THE_RIGHT for each in cut) else cut


def lead_to(units: Sequence[RankedUnit], words: str) -> Lead:
    """Give the way to what ranks here: to the account, or to a list of all of them under these words."""
    ids: list[UUID] = [account for each in units for account in each.account_ids]
    return Lead(tuple(ids), words)
