"""Words and tones of relationships, the same on the page of an account and on that of the book."""

from collections.abc import Mapping
from fractions import Fraction
from typing import Final
from uuid import UUID

from reviewdesk.desktop.tokens import Tone
from reviewdesk.desktop.widgets.mark_chart import Lead
from reviewdesk.domain.answer import Asked
from reviewdesk.domain.money import format_money
from reviewdesk.domain.relationship import Gap, Segment, Start

TONES: Final[Mapping[Segment, Tone]] = {
    Segment.AGAINST: Tone.BAD,
    Segment.PRICE_LED: Tone.WARN,
    Segment.LIKES_US: Tone.WARN,
    Segment.LIKES_PRODUCT: Tone.WARN,
    Segment.ADVOCATE: Tone.GOOD,
    Segment.STEADY: Tone.GOOD,
    Segment.UNCLEAR: Tone.NEUTRAL,
}
NEXT: Final[Mapping[Segment, str]] = {
    Segment.AGAINST: "Sell nothing now. Listen, mend what they name first, and ask again in 90 days.",
    Segment.PRICE_LED: "Find out what they would miss besides the price, and say it in their words.",
    Segment.LIKES_US: "Mend what the product lacks while they still stand by you; tell them what comes when.",
    Segment.LIKES_PRODUCT: "Keep what you promise and call without an order: the product holds them, we do not yet.",
    Segment.ADVOCATE: "Thank them, and ask whom they would tell about us.",
    Segment.STEADY: "Close the largest gap before somebody else does.",
    Segment.UNCLEAR: "Ask what would make the difference; what is known points nowhere yet.",
}
UNKNOWN: Final = "not enough known"
TAB: Final = "relationship"


def figure(value: Fraction | int | None) -> str:
    """Say a mean of 1-7 with one decimal, nothing as a dash: "5.5", "4.0"."""
    return "–" if value is None else f"{float(value):.1f}"


def name_of(segment: Segment | None) -> str:
    """Say a segment as it begins a line."""
    return (segment.value if segment else UNKNOWN).capitalize()


def dimension_words(dimension: Asked) -> str:
    """Say a dimension as it begins a line."""
    return dimension.value.capitalize()


def gap_words(gap: Gap) -> str:
    """Say how a gap is reckoned: "7 × 3 = 21"."""
    return f"{gap.importance} × {gap.importance - gap.performance} = {gap.size}"


def start_words(start: Start, currency: str) -> str:
    """Say how a place to start is weighed: "7 × 3 × € 214k"."""
    gap, revenue = start.gap, format_money(start.revenue, currency, short=True)
    return f"{gap.importance} × {gap.importance - gap.performance} × {revenue}"


def weighed_words(gap: Gap) -> str:
    """Say what a gap is between: "matters 7, they give it 4", or that the second is a guess of ours."""
    return f"matters {gap.importance}, {'we guess' if gap.is_guess else 'they give it'} {gap.performance}"


def lead_to(ids: tuple[UUID, ...], words: str) -> Lead:
    """Lead to several accounts under these words, or to the relationship with the only one."""
    return Lead(ids, words) if len(ids) > 1 else Lead(ids, tab=TAB)
