"""The card of the health map: health against revenue, each account a point, and what is not known beside it."""

from collections.abc import Iterable, Sequence
from decimal import Decimal
from math import floor, log10
from typing import Final

from reviewdesk.desktop.insights.health_map_chart import HealthPicture, PointMark
from reviewdesk.desktop.insights.model import InsightColumn, InsightLine, Remark, Told, accounts
from reviewdesk.desktop.insights.words import about, gone, named, short, some_of, window_words
from reviewdesk.desktop.tokens import Tone
from reviewdesk.desktop.widgets.mark_chart import Lead
from reviewdesk.domain.health_settings import Band
from reviewdesk.domain.money import format_money, rounded
from reviewdesk.services.account_columns import Holds
from reviewdesk.services.insight_values import AccountInsights, AccountPoint

COLUMNS: Final = (
    InsightColumn("Account", width=14, stretches=True),
    InsightColumn("Tier", width=4, gives_way=1),
    InsightColumn("Health", Holds.COUNT, width=7),
    InsightColumn("Band", width=16),
    InsightColumn("Basis", Holds.COUNT, width=6, gives_way=2),
    InsightColumn("Revenue", Holds.MONEY, width=10),
)
SINGLE_UP_TO: Final = 300
_TONES: Final = {Band.HEALTHY: Tone.GOOD, Band.WATCH: Tone.WARN, Band.AT_RISK: Tone.BAD}
_STEPS_AT_MOST: Final = 5


def told(found: AccountInsights) -> Told | None:
    """Say how healthy the accounts are; nothing where not enough is known of any."""
    points = found.points
    if all(each.health is None for each in points):
        return None
    return Told(
        sentence=_sentence(points),
        picture=_picture(found),
        lines=tuple(_line(found, each) for each in sorted(points, key=_lowest_first)),
        remarks=_remarks(found),
        currency=found.currency,
        about=about(found),
    )


def _sentence(points: Sequence[AccountPoint]) -> str:
    counts = [f"{count:,} {band}" for band in Band if (count := _count(points, band)) and band is not Band.UNKNOWN]
    known = sum(each.health is not None for each in points)
    return f"Of {accounts(known)} of which enough is known: {', '.join(counts)}."


def _count(points: Iterable[AccountPoint], band: Band) -> int:
    return sum(each.band is band for each in points)


def _remarks(found: AccountInsights) -> tuple[Remark, ...]:
    unknown = [each.name for each in found.points if each.health is None]
    unasked = sum(each.never_asked and each.band is Band.HEALTHY for each in found.points)
    said = []
    if unknown:
        verb = "stands" if len(unknown) == 1 else "stand"
        said.append(
            f"{named(unknown)} {verb} apart: under {found.least_basis} of 100 of the weights are known, so there is no "
            "number."
        )
    if unasked:
        said.append(f"{accounts(unasked)} of the healthy ones never asked: shown grey, not green.")
    known = any(each.revenue and each.revenue > 0 for each in found.points)
    none = " No revenue is known: they stand beside each other in the order of their names."
    revenue = f" Revenue is of {window_words(found.ranking.window)}." if known and found.ranking is not None else none
    said.append(f"A is a disc, B a square, C a triangle, without a tier a ring.{revenue}")
    return (*map(Remark, said), *gone(found))


def _picture(found: AccountInsights) -> HealthPicture:
    """Give each account its point; of many, those at one place share one."""
    ordered = sorted(found.points, key=_largest_first)
    marks = map(_mark, ordered, [found.currency] * len(ordered))
    if len(ordered) > SINGLE_UP_TO:
        marks = map(_together, _by_place(ordered), [found.currency] * len(ordered))
    revenues = [float(each.revenue) for each in found.points if each.revenue and each.revenue > 0]
    return HealthPicture(
        tuple(marks),
        found.healthy_from,
        found.watch_from,
        sum(each.health is None for each in found.points),
        _steps(revenues, found.currency),
    )


def _by_place(points: Sequence[AccountPoint]) -> Iterable[tuple[AccountPoint, ...]]:
    """Put those together that would lie on each other: of one tier, within 4 points, within a tenth of a power."""
    places: dict[tuple[object, ...], list[AccountPoint]] = {}
    for each in points:
        health = None if each.health is None else each.health // 4
        revenue = round(log10(each.revenue) * 8) if each.revenue and each.revenue > 0 else None
        places.setdefault((each.tier, each.band, health, revenue), []).append(each)
    return map(tuple, places.values())


def _mark(point: AccountPoint, currency: str) -> PointMark:
    tier = f"{point.tier}, " if point.tier else ""
    return PointMark(
        said=f"{short(point.name)}: {tier}{_health_words(point)}, {_revenue_words(point, currency)}",
        lead=Lead((point.id,)),
        name=point.name,
        revenue=float(point.revenue) if point.revenue and point.revenue > 0 else None,
        health=point.health,
        tier=point.tier or "",
        tone=_tone(point),
    )


def _together(points: Sequence[AccountPoint], currency: str) -> PointMark:
    first = _mark(points[0], currency)
    if len(points) == 1:
        return first
    words = f"{accounts(len(points))}, {points[0].tier or 'no tier'}, {points[0].band.value}"
    known = sorted(each.health for each in points if each.health is not None)
    healths = f" at {known[0]} to {known[-1]}" if known else ""
    return PointMark(
        said=f"{words}{healths}: {some_of([each.name for each in points])}",
        lead=Lead(tuple(each.id for each in points), words),
        name=first.name,
        revenue=first.revenue,
        health=known[len(known) // 2] if known else None,
        tier=first.tier,
        tone=first.tone,
        count=len(points),
    )


def _tone(point: AccountPoint) -> Tone:
    if point.never_asked and point.band is Band.HEALTHY:
        return Tone.NEUTRAL
    return _TONES.get(point.band, Tone.NEUTRAL)


def _health_words(point: AccountPoint) -> str:
    if point.health is None:
        return f"{Band.UNKNOWN.value} ({point.basis} of 100)"
    return f"health {point.health}, {_band_words(point)}, based on {point.basis} of 100"


def _band_words(point: AccountPoint) -> str:
    return "never asked" if point.never_asked and point.band is Band.HEALTHY else point.band.value


def _revenue_words(point: AccountPoint, currency: str) -> str:
    if point.revenue is None:
        return "revenue not known"
    return f"revenue {format_money(point.revenue, currency, short=True)}"


def _steps(revenues: Sequence[float], currency: str) -> tuple[tuple[float, str], ...]:
    """Give the powers of ten that lie among the revenues, as they are written under the map."""
    if not revenues:
        return ()
    low, high = floor(log10(min(revenues))), floor(log10(max(revenues)))
    every = max(1, -(-(high - low + 1) // _STEPS_AT_MOST))
    values = [10.0**each for each in range(low, high + 1, every) if min(revenues) <= 10.0**each]
    return tuple((each, format_money(Decimal(int(each)), currency, short=True)) for each in values if each >= 1)


def _largest_first(point: AccountPoint) -> tuple[Decimal, str]:
    return -(point.revenue or Decimal(0)), point.name


def _lowest_first(point: AccountPoint) -> tuple[int, str]:
    return (101 if point.health is None else point.health), point.name


def _line(found: AccountInsights, point: AccountPoint) -> InsightLine:
    revenue = None if point.revenue is None else rounded(point.revenue, found.currency)
    tier = point.tier.value if point.tier else None
    return InsightLine((point.name, tier, point.health, _band_words(point), point.basis, revenue), Lead((point.id,)))
