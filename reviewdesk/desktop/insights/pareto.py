"""The card of the 80/20: who makes the revenue, in rank order, and which tier the rule gives them."""

from collections.abc import Sequence
from decimal import Decimal
from itertools import groupby
from typing import Final

from reviewdesk.desktop.insights.model import InsightColumn, InsightLine, Remark, Told, accounts, per_cent
from reviewdesk.desktop.insights.pareto_chart import Look, ParetoMark, ParetoPicture
from reviewdesk.desktop.insights.words import about, counted_with, gone, lead_to, short, window_words
from reviewdesk.desktop.tokens import Tone
from reviewdesk.domain.account import Tier
from reviewdesk.domain.money import format_money, rounded
from reviewdesk.services.account_columns import Holds
from reviewdesk.services.insight_values import AccountInsights, RankedUnit, RevenueRanking

COLUMNS: Final = (
    InsightColumn("Account", width=14, stretches=True),
    InsightColumn("Rank", Holds.COUNT, width=5, gives_way=3),
    InsightColumn("Revenue", Holds.MONEY, width=10),
    InsightColumn("Share", Holds.PER_CENT, width=7),
    InsightColumn("Reached", Holds.PER_CENT, width=8),
    InsightColumn("Tier", width=4, gives_way=2),
    InsightColumn("By the rule", width=14, gives_way=1),
)
ALL_UP_TO: Final = 100
SINGLE: Final = 40
_GROUPS: Final = {Look.A: "A", Look.NO_ROOM: "A by revenue, no room", Look.B: "B", Look.C: "C"}


def told(found: AccountInsights) -> Told | None:
    """Say who makes the revenue; nothing where there is none."""
    ranking = found.ranking
    if ranking is None or not ranking.units:
        return None
    return Told(
        sentence=_sentence(ranking),
        picture=_picture(ranking),
        lines=tuple(_line(ranking, at, each) for at, each in enumerate(_all(ranking), 1)),
        remarks=(
            *(Remark(each, _tone(each)) for each in ranking.messages),
            *_moving(ranking),
            *counted_with(ranking),
            *gone(found),
        ),
        currency=ranking.currency,
        about=about(found),
    )


def _sentence(ranking: RevenueRanking) -> str:
    ranked = len(ranking.units) + len(ranking.without_revenue)
    fifth = -(-ranked // 5)
    counts = ", ".join(f"{count:,} {tier}" for tier in Tier if (count := _count(ranking, tier)))
    share, money = ranking.concentration.largest_fifth, format_money(ranking.total, ranking.currency, short=True)
    return (
        f"{fifth:,} of {accounts(ranked)}, the largest fifth, {'makes' if fifth == 1 else 'make'} "
        f"{_tenths(share)} % of {money}, {window_words(ranking.window)}. By the rule: {counts}."
    )


def _count(ranking: RevenueRanking, tier: Tier) -> int:
    return sum(each.rank.tier is tier for each in (*ranking.units, *ranking.without_revenue))


def _tone(message: str) -> Tone:
    return Tone.WARN if "over 20 %" in message else Tone.NEUTRAL


def _moving(ranking: RevenueRanking) -> tuple[Remark, ...]:
    """Say whose tier the rule would set otherwise now."""
    moving = [each for each in _all(ranking) if each.would_be and not each.is_pinned]
    if not moving:
        return ()
    some = ", ".join(f"{short(each.name)} would be {each.would_be} now" for each in moving[:3])
    more = f", and {len(moving) - 3:,} more" if len(moving) > 3 else ""
    return (Remark(f"Since the tiers were set: {some}{more}."),)


def _all(ranking: RevenueRanking) -> tuple[RankedUnit, ...]:
    return (*ranking.units, *ranking.without_revenue)


def _picture(ranking: RevenueRanking) -> ParetoPicture:
    """Show every account while there are few; of many the largest, and the rest as the rule groups them."""
    units = ranking.units
    single = units if len(units) <= ALL_UP_TO else units[:SINGLE]
    marks = [_bar(ranking, at, each) for at, each in enumerate(single, 1)]
    marks += [_group(ranking, tuple(each)) for _, each in groupby(units[len(single) :], key=_look)]
    borders = ((ranking.a_share, "A"), (ranking.b_share, "B"))
    top = format_money(units[0].rank.revenue or Decimal(0), ranking.currency, short=True)
    return ParetoPicture(
        tuple(marks), tuple((float(share), f"{share * 100:.0f} % {name}") for share, name in borders), top
    )


def _look(unit: RankedUnit) -> Look:
    return Look.NO_ROOM if unit.rank.no_room else Look((unit.rank.tier or Tier.C).value)


def _bar(ranking: RevenueRanking, at: int, unit: RankedUnit) -> ParetoMark:
    rank = unit.rank
    revenue = format_money(rank.revenue or Decimal(0), ranking.currency, short=True)
    said = (
        f"{at}. {short(unit.name)}: {revenue}, {per_cent(rank.share)} of the revenue, "
        f"{per_cent(rank.reached)} reached; {_rule_words(unit)}"
    )
    return ParetoMark(
        said=said,
        lead=lead_to([unit], f"{unit.name} and what ranks with it"),
        value=float(rank.revenue or 0),
        reached=float(rank.reached),
        look=_look(unit),
        moves=unit.would_be is not None and not unit.is_pinned,
    )


def _group(ranking: RevenueRanking, units: Sequence[RankedUnit]) -> ParetoMark:
    share = sum((each.rank.share for each in units), Decimal(0))
    revenue = sum((each.rank.revenue or Decimal(0) for each in units), Decimal(0))
    each = format_money(revenue / len(units), ranking.currency, short=True)
    name = f"{accounts(len(units))} more, {_GROUPS[_look(units[0])]}"
    return ParetoMark(
        said=(
            f"{name}: together {per_cent(share)} of the revenue, {each} each on average, "
            f"{per_cent(units[-1].rank.reached)} reached"
        ),
        lead=lead_to(units, name),
        value=float(revenue / len(units)),
        reached=float(units[-1].rank.reached),
        look=_look(units[0]),
        count=len(units),
    )


def _rule_words(unit: RankedUnit) -> str:
    by_hand = f", set to {unit.tier} by hand" if unit.is_pinned else ""
    would_be = f", would be {unit.would_be} now" if unit.would_be and not unit.is_pinned else ""
    return f"{unit.rank.words}{by_hand}{would_be}"


def _short_rule(unit: RankedUnit) -> str:
    room = ", no room in A" if unit.rank.no_room else ""
    return f"{unit.rank.tier}{room}{', kept by hand' if unit.is_pinned else ''}"


def _line(ranking: RevenueRanking, at: int, unit: RankedUnit) -> InsightLine:
    rank = unit.rank
    cells = (
        unit.name,
        at,
        rounded(rank.revenue or Decimal(0), ranking.currency),
        _tenths(rank.share),
        _tenths(rank.reached),
        unit.tier.value if unit.tier else None,
        _short_rule(unit),
    )
    return InsightLine(cells, lead_to([unit], f"{unit.name} and what ranks with it"))


def _tenths(share: Decimal) -> Decimal:
    return (share * 100).quantize(Decimal("0.1"))
