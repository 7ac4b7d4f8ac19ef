"""What the page of opportunities shows: rows, narrowed by words."""

from collections.abc import Sequence
from decimal import Decimal
from typing import Final

from reviewdesk.desktop.tokens import Tone
from reviewdesk.desktop.widgets.pill import PillText
from reviewdesk.desktop.widgets.row_list import Section
from reviewdesk.desktop.widgets.row_value import Row
from reviewdesk.domain.health_settings import Band
from reviewdesk.domain.intervals import short_day
from reviewdesk.domain.money import format_money
from reviewdesk.domain.text import fold
from reviewdesk.services import opportunities

Shown = opportunities.BookOpportunities
_TONES: Final = {Band.HEALTHY: Tone.GOOD, Band.WATCH: Tone.WARN, Band.AT_RISK: Tone.BAD}


def rows_of(shown: Shown, words: Sequence[str]) -> tuple[Section, ...]:
    """Give those that hold all of these folded words, open and ended apart."""
    found = [each for each in shown.rows if all(word in _text(each) for word in words)]
    parts = (
        ("Open", [each for each in found if each.opportunity.is_open]),
        ("Won or lost", [each for each in found if not each.opportunity.is_open]),
    )
    return tuple(
        Section(title, tuple(_row(each, shown) for each in some), f"{len(some):,}") for title, some in parts if some
    )


def status_of(shown: Shown) -> str:
    """Say how many are open, and what they are worth."""
    waiting = [each for each in shown.rows if each.opportunity.is_open]
    worth = sum((each.amount for each in waiting if each.amount), start=Decimal(0))
    money = f", worth about {format_money(worth, shown.currency, short=True)}" if worth else ""
    return f"{len(waiting):,} open{money}" if shown.rows else ""


def _text(row: opportunities.OpportunityRow) -> str:
    one = row.opportunity
    return fold(f"{row.account} {one.what} {one.about} {one.next_step}")


def _row(row: opportunities.OpportunityRow, shown: Shown) -> Row:
    one = row.opportunity
    end = () if one.is_open else (PillText("won", Tone.GOOD) if one.won else PillText("lost", Tone.BAD),)
    meta = (row.account, one.about, one.next_step, f"noted {short_day(one.noted_on, shown.today)}")
    return Row(
        one.id, one.what, " · ".join(each for each in meta if each), tile=row.account,
        pills=(*end, PillText(row.band.value, _TONES.get(row.band, Tone.NEUTRAL))),
    )  # fmt: skip
