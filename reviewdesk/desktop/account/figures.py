"""What one account buys, in words and bars."""

from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from typing import Final

from reviewdesk.desktop.account.words import MONTHS, percent
from reviewdesk.desktop.tokens import Tone
from reviewdesk.desktop.widgets.charts import Bar
from reviewdesk.desktop.widgets.paired_bars import Pair
from reviewdesk.desktop.widgets.pill import PillText
from reviewdesk.domain.money import format_money
from reviewdesk.domain.product_trend import ProductChange, Trend
from reviewdesk.services.account_revenue import MonthFigure, RevenueFigures

_THOUSAND: Final = 1000
_ALL: Final = Decimal("0.995")
_TREND_TONES: Final = {
    Trend.NEW: Tone.GOOD,
    Trend.GROWING: Tone.GOOD,
    Trend.STEADY: Tone.NEUTRAL,
    Trend.SHRINKING: Tone.WARN,
    Trend.LOST: Tone.BAD,
}


def revenue_title(figures: RevenueFigures) -> str:
    """Say the revenue of the year: "Revenue, € 214k in 12 months", with their end where that is not this month."""
    return f"Revenue, {format_money(figures.year, figures.currency, short=True)} in {revenue_year_words(figures)}"


def revenue_year_words(figures: RevenueFigures) -> str:
    """Name the 12 months that are counted: "12 months", or "the 12 months to Dec 2017" where they end earlier."""
    end = figures.window.end
    return f"the 12 months to {MONTHS[end.month - 1]} {end.year}" if figures.window.stale else "12 months"


def revenue_remark(figures: RevenueFigures) -> str:
    """Say how it changed, in which unit the bars are, and what is left out."""
    trend = figures.trend
    change = "" if trend is None else f"{_signed(trend)} on the 12 before"
    return " · ".join(each for each in (change, revenue_unit(figures)) if each)


def revenue_unit(figures: RevenueFigures) -> str:
    """Say in which unit the bars are, and what is left out."""
    unit = f"{'thousands of ' if _in_thousands(figures) else ''}{figures.currency} a month"
    left_out = f"without {', '.join(figures.unconverted)}, which has no rate" if figures.unconverted else ""
    return " · ".join(each for each in (unit, left_out) if each)


def bars_of(figures: RevenueFigures) -> tuple[Bar, ...]:
    """Give one bar a month; the first, the largest and the last carry their figure."""
    unit = _THOUSAND if _in_thousands(figures) else 1
    largest = max(range(len(figures.months)), key=lambda at: figures.months[at].amount)
    labelled = {0, largest, len(figures.months) - 1}
    return tuple(
        Bar(
            MONTHS[each.month.month - 1],
            float(each.amount),
            f"{(each.amount / unit).quantize(Decimal(1), ROUND_HALF_UP):,}" if at in labelled else "",
            unfinished=not each.is_whole,
        )
        for at, each in enumerate(figures.months)
    )


@dataclass(frozen=True, slots=True)
class ProductLine:
    """One product: what it came to, its share of the year, the year before, and which way it goes."""

    name: str
    amount: str
    share: float
    before: str
    trend: PillText


def pairs_of(figures: RevenueFigures) -> tuple[Pair, ...]:
    """Give each month beside the same month of the year before; the largest and the last carry their figure."""
    bars = bars_of(figures)
    before = figures.months_before or tuple(
        MonthFigure(each.month, Decimal(0), is_whole=True) for each in figures.months
    )
    return tuple(
        Pair(bar.name, bar.value, float(earlier.amount), bar.label if bar.value else "", bar.unfinished)
        for bar, earlier in zip(bars, before, strict=True)
    )


def legend_of(figures: RevenueFigures) -> tuple[str, str]:
    """Name the year before and this one by the months they begin and end with."""
    last, first = figures.months[-1].month, figures.months[0].month
    this = f"{MONTHS[first.month - 1]} {first.year} to {MONTHS[last.month - 1]} {last.year}"
    return "the same months of the year before", this


def facts_of(figures: RevenueFigures) -> tuple[tuple[str, str, Tone | None], ...]:
    """Give the sums of both years, how they changed, and the margin where it is known."""
    trend, margin = figures.trend, figures.margin
    known = "" if margin is None else f"{_whole(margin.per_cent)} %"
    if margin is not None and margin.share < _ALL:
        known += f", known for {percent(margin.share)} of the revenue"
    found = (
        ("Year before", format_money(figures.before, figures.currency, short=True) if figures.before else "", None),
        ("Change", "" if trend is None else _signed(trend), Tone.WARN if trend is not None and trend < 0 else None),
        ("Margin", known, None),
    )
    return tuple(each for each in found if each[1])


def products_of(figures: RevenueFigures) -> tuple[ProductLine, ...]:
    """Give each product of both years, the largest of this year first."""
    return tuple(
        ProductLine(
            each.name or "Without a product",
            format_money(each.now, figures.currency, short=True),
            float(each.now / figures.year) if figures.year > 0 else 0.0,
            f"before {format_money(each.before, figures.currency, short=True)}" if figures.before else "",
            _trend_pill(each),
        )
        for each in figures.changes
    )


def _trend_pill(change: ProductChange) -> PillText:
    if change.trend is None:
        return PillText("")
    if change.change is None or change.trend is Trend.LOST:
        return PillText(change.trend.value, _TREND_TONES[change.trend])
    return PillText(_signed(change.change), _TREND_TONES[change.trend])


def _in_thousands(figures: RevenueFigures) -> bool:
    return max(abs(each.amount) for each in figures.months) >= 10 * _THOUSAND


def _whole(figure: Decimal) -> Decimal:
    return figure.quantize(Decimal(1), ROUND_HALF_UP)


def _signed(change: Decimal) -> str:
    whole = _whole(change)
    return f"+{whole} %" if whole > 0 else f"{whole} %".replace("-", "−")
