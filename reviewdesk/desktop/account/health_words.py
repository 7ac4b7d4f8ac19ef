"""The health of one account in the words, tones and points that its card shows."""

from collections.abc import Sequence
from datetime import date
from typing import Final

from reviewdesk.desktop.account.words import long_day
from reviewdesk.desktop.tokens import Tone
from reviewdesk.desktop.widgets.line_chart import ChartPoint
from reviewdesk.desktop.widgets.pill import PillText
from reviewdesk.domain.health_moves import HealthMove
from reviewdesk.domain.health_settings import Band, Factor
from reviewdesk.services.health_values import AccountHealth, Behind, BehindKind, FactorShown, TrendDay

TONES: Final = {Band.HEALTHY: Tone.GOOD, Band.WATCH: Tone.WARN, Band.AT_RISK: Tone.BAD, Band.UNKNOWN: Tone.NEUTRAL}
NAMES: Final = {each: each.value.capitalize() for each in Factor}
LONGEST: Final = max(NAMES.values(), key=len)
TABS: Final = {
    Factor.RELATIONSHIP: "scores",
    Factor.SCORES: "scores",
    Factor.CONTACT: "spoke",
    Factor.CONCERNS: "concerns",
    Factor.PROMISES: "follow_ups",
    Factor.REVENUE: "revenue",
    Factor.GUT: "details",
}
WITHOUT_RECORDS: Final = {Factor.REVENUE: "Revenue", Factor.GUT: "Details"}
_SHOWN_MOVES: Final = 3


def pill_of(health: AccountHealth) -> PillText:
    """Give the score with its word; who is never asked is never shown green."""
    tone = TONES[health.band]
    return PillText(health.words, Tone.NEUTRAL if tone is Tone.GOOD and health.never_asked else tone)


def known_words(health: AccountHealth) -> str:
    """Say on how much it is based: "6 of 7 facts"."""
    return f"{health.known} of {len(health.factors)} facts"


def figure_of(factor: FactorShown) -> str:
    """Give the points of a factor, or a dash."""
    return "–" if factor.points is None else str(factor.points)


def tone_of(factor: FactorShown, *, never_asked: bool) -> Tone:
    """Give the tone of a factor's level; while they are never asked none is green."""
    tone = TONES[factor.band]
    return Tone.ACCENT if tone is Tone.GOOD and never_asked else tone


def why_words(factor: FactorShown) -> str:
    """Say why a factor is worth what it is, and how much it weighs."""
    counts = "not counted" if factor.points is None else f"counts {factor.weight} of 100"
    return f"{factor.why[:1].upper()}{factor.why[1:]}; {counts}."


def behind_words(behind: Behind) -> str:
    """Say what a record behind a factor is, and of when."""
    return f"{behind.words}, {long_day(behind.on)}" if behind.on else behind.words


def moves_shown(health: AccountHealth) -> tuple[HealthMove, ...]:
    """Give what would move it most."""
    return health.moves[:_SHOWN_MOVES]


def moved(move: HealthMove) -> str:
    """Write from where to where a score would go."""
    return f"{move.now} → {move.then}"


def move_words(move: HealthMove) -> str:
    """Say what to do and how that would move the score."""
    return f"{move.words}: {moved(move)}"


def points_of(trend: Sequence[TrendDay]) -> tuple[ChartPoint, ...]:
    """Give the trend as a chart shows it."""
    return tuple(ChartPoint(each.day, each.score, f"{long_day(each.day)} {day_words(each)}") for each in trend)


def day_words(day: TrendDay) -> str:
    """Say what the health was from a day on."""
    return day.band.value if day.score is None else f"{day.score} {day.band.value}"


def ends_of(trend: Sequence[TrendDay], today: date) -> tuple[str, str]:
    """Give the words under the two ends of the trend."""
    return (long_day(trend[0].day), long_day(today)) if trend else ("", "")


def leads_to_concern(behind: Behind) -> bool:
    """Say whether a record is opened by itself rather than found on its tab."""
    return behind.kind is BehindKind.CONCERN
