"""What the page Friction shows: how each process stands, and whom it hurts."""

from typing import Final

from reviewdesk.desktop.tokens import Tone
from reviewdesk.desktop.widgets.pill import PillText
from reviewdesk.domain.friction import Decision
from reviewdesk.domain.intervals import short_day
from reviewdesk.domain.money import format_money
from reviewdesk.services import frictions

Shown = frictions.Frictions
Known = frictions.ShownFriction
_TONES: Final = {Decision.KEEP: Tone.NEUTRAL, Decision.CHANGE: Tone.ACCENT, Decision.DROP: Tone.GOOD}


def pill_of(shown: Known, of: Shown) -> PillText:
    """Say what was decided, or that it waits."""
    one = shown.friction
    if one.decision is not None:
        return PillText(one.decision.value, _TONES[one.decision])
    return (
        PillText("to decide, over 30 days", Tone.BAD) if one.is_overdue(of.today) else PillText("to decide", Tone.WARN)
    )


def known_words(shown: Known, of: Shown) -> str:
    """Say since when it is noted, and whom it hurts."""
    one = shown.friction
    parts = [f"noted {short_day(one.noted_on, of.today)}"]
    if one.decided_on is not None:
        parts.append(f"decided {short_day(one.decided_on, of.today)}")
    if shown.concerns:
        money = format_money(shown.revenue, of.currency, short=True)
        named = "1 concern names" if shown.concerns == 1 else f"{shown.concerns:,} concerns name"
        accounts = "1 account" if len(shown.account_ids) == 1 else f"{len(shown.account_ids):,} accounts"
        parts.append(f"{named} it, at {accounts} with {money} of revenue")
    else:
        parts.append("no concern names it")
    return " · ".join(parts)
