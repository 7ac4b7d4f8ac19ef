"""What an account bought, in words."""

from datetime import date
from decimal import Decimal

from reviewdesk.desktop.account.figures import revenue_title
from reviewdesk.domain.tiers import revenue_window
from reviewdesk.services.account_revenue import MonthFigure, RevenueFigures


def bought(newest: date) -> RevenueFigures:
    window = revenue_window(date(2026, 11, 24), newest)
    assert window is not None
    months = (MonthFigure(newest.replace(day=1), Decimal(341_000), is_whole=True),)
    return RevenueFigures("EUR", window, Decimal(341_000), Decimal(0), months, ())


def test_a_year_that_ends_long_ago_is_named():
    assert revenue_title(bought(date(2017, 12, 31))) == "Revenue, € 341k in the 12 months to Dec 2017"
    assert revenue_title(bought(date(2026, 11, 1))) == "Revenue, € 341k in 12 months"
