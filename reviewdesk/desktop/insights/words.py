"""Words that several cards of Insights use: the months a figure rests on, who is left out, and where marks lead."""

from collections.abc import Sequence
from datetime import date
from uuid import UUID

from reviewdesk.desktop.insights.model import Remark, accounts
from reviewdesk.desktop.widgets.mark_chart import Lead
from reviewdesk.domain.intervals import short_day
from reviewdesk.domain.tiers import Window
from reviewdesk.services.insight_values import AccountInsights, RankedUnit

_NAMED = 3
_LONGEST = 40


def window_words(window: Window) -> str:
    """Say the 12 months whose revenue counts: "27 Nov 2025 to 26 Nov 2026"."""
    return f"{short_day(window.start, date.max)} to {short_day(window.end, date.max)}"


def left_out(found: AccountInsights) -> tuple[Remark, ...]:
    """Say who does not count in what the revenue says: without revenue, without a rate, gone."""
    ranking = found.ranking
    parts = []
    if ranking is not None and ranking.without_revenue:
        parts.append(f"{named([each.name for each in ranking.without_revenue])} without revenue")
    if ranking is not None and ranking.unranked:
        parts.append(f"{named([each.name for each in ranking.unranked])} for want of an exchange rate")
    parts += [f"{count:,} {word}" for word, count in sorted(found.gone.items())]
    return (Remark(f"Left out: {'; '.join(parts)}."),) if parts else ()


def named(names: Sequence[str]) -> str:
    """Count and name: "Hooli", "Hooli and Initech", "7 accounts (Hooli, Initech, Vega Optics and 4 more)"."""
    shown = [each if len(each) <= _LONGEST else f"{each[: _LONGEST - 1]}…" for each in names[:_NAMED]]
    if len(names) <= 2:
        return " and ".join(shown)
    more = f" and {len(names) - _NAMED:,} more" if len(names) > _NAMED else ""
    return f"{accounts(len(names))} ({', '.join(shown)}{more})"


def lead_to(units: Sequence[RankedUnit], words: str) -> Lead:
    """Give the way to what ranks here: to the account, or to a list of all of them under these words."""
    ids: list[UUID] = [account for each in units for account in each.account_ids]
    return Lead(tuple(ids), words)
