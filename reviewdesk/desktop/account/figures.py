"""What one account buys, in words and bars."""

from decimal import ROUND_HALF_UP, Decimal
from typing import Final

from reviewdesk.desktop.account.words import MONTHS
from reviewdesk.desktop.widgets.charts import Bar
from reviewdesk.domain.money import format_money
from reviewdesk.services.account_revenue import RevenueFigures

_THOUSAND: Final = 1000


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
    unit = f"{'thousands of ' if _in_thousands(figures) else ''}{figures.currency} a month"
    left_out = f"without {', '.join(figures.unconverted)}, which has no rate" if figures.unconverted else ""
    return " · ".join(each for each in (change, unit, left_out) if each)


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


def products_of(figures: RevenueFigures) -> tuple[tuple[str, str, float], ...]:
    """Give each product with its amount and its share of the year."""
    return tuple(
        (
            name or "Without a product",
            format_money(amount, figures.currency, short=True),
            float(amount / figures.year) if figures.year > 0 else 0.0,
        )
        for name, amount in figures.products
    )


def _in_thousands(figures: RevenueFigures) -> bool:
    return max(abs(each.amount) for each in figures.months) >= 10 * _THOUSAND


def _signed(change: Decimal) -> str:
    whole = change.quantize(Decimal(1), ROUND_HALF_UP)
    return f"+{whole} %" if whole > 0 else f"{whole} %".replace("-", "−")
