"""Made-up charts for the tests of documents."""

from datetime import date
from decimal import Decimal

from reviewdesk.domain.summary_charts import (
    AnswersOfReview,
    AskedOfYou,
    BoughtChart,
    ConcernsChart,
    ConcernsOfQuarter,
    MonthBought,
    PromisesChart,
    PromisesOfReview,
    SatisfactionChart,
    SummaryCharts,
)

HELD = date(2026, 11, 24)
MONTHS = tuple(date(2025 + (at + 10) // 12, (at + 10) % 12 + 1, 1) for at in range(12))

BOUGHT = BoughtChart(
    "EUR",
    tuple(MonthBought(each, Decimal(31_000 + at * 2_100), Decimal(28_000)) for at, each in enumerate(MONTHS)),
    HELD,
)
SATISFACTION = SatisfactionChart(
    AskedOfYou.RECOMMEND,
    0,
    10,
    (
        AnswersOfReview(date(2026, 2, 17), 4, Decimal("7.5"), Decimal("0.9")),
        AnswersOfReview(date(2026, 5, 12), 2),
        AnswersOfReview(date(2026, 8, 18), 3, Decimal("8.0")),
        AnswersOfReview(HELD, 5, Decimal("9.2"), Decimal("1.4")),
    ),
    HELD,
)
CONCERNS = ConcernsChart(
    tuple(ConcernsOfQuarter(MONTHS[at], opened, closed) for at, opened, closed in ((2, 3, 1), (5, 0, 2), (8, 7, 0))),
    3,
    HELD,
)
PROMISES = PromisesChart(
    (PromisesOfReview(date(2026, 5, 12), 4, 1, 1, 0), PromisesOfReview(date(2026, 8, 18), 3, 0, 0, 2)), HELD
)
CHARTS = SummaryCharts(BOUGHT, SATISFACTION, CONCERNS, PROMISES)
