"""Makes the cards of Insights: one entry here and one module under `insights` add a card."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from reviewdesk.desktop.desk import Desk
    from reviewdesk.desktop.insights.part import InsightPart


def insight_parts(desk: Desk) -> tuple[InsightPart, ...]:
    """Make them in the order in which they stand on the page."""
    from reviewdesk.desktop.insights import capacity, concentration, health_map, held_against_due, pareto, silence
    from reviewdesk.desktop.insights.card import InsightCard
    from reviewdesk.desktop.insights.health_map_chart import HealthMapChart
    from reviewdesk.desktop.insights.pareto_chart import ParetoChart
    from reviewdesk.desktop.insights.part import InsightPart
    from reviewdesk.desktop.widgets.row_bars import RowBars
    from reviewdesk.desktop.widgets.stacked_bars import StackedBars

    tr, of_accounts = desk.tr, desk.services.insights.of_accounts
    return (
        InsightPart("pareto", InsightCard(tr("The 80/20"), ParetoChart, pareto.COLUMNS), of_accounts, pareto.told),
        InsightPart(
            "concentration",
            InsightCard(tr("How much hangs on few"), partial(RowBars, whole=1.0), concentration.COLUMNS),
            of_accounts,
            concentration.told,
        ),
        InsightPart(
            "health_map",
            InsightCard(tr("Health against revenue"), HealthMapChart, health_map.COLUMNS),
            of_accounts,
            health_map.told,
        ),
        InsightPart("silence", InsightCard(tr("Silence"), RowBars, silence.COLUMNS), of_accounts, silence.told),
        InsightPart(
            "capacity",
            InsightCard(tr("Capacity this quarter"), RowBars, capacity.COLUMNS),
            desk.services.capacity.of_quarter,
            capacity.told,
        ),
        InsightPart(
            "held_against_due",
            InsightCard(tr("Reviews held against due"), StackedBars, held_against_due.COLUMNS),
            desk.services.held_against_due.by_quarter,
            held_against_due.told,
        ),
        *_of_scores(desk),
    )


def _of_scores(desk: Desk) -> tuple[InsightPart, ...]:
    from reviewdesk.desktop.insights import score_audit, scores
    from reviewdesk.desktop.insights.card import InsightCard
    from reviewdesk.desktop.insights.part import InsightPart
    from reviewdesk.desktop.widgets.margin_rows import MarginRows
    from reviewdesk.desktop.widgets.row_bars import RowBars

    tr, figures, wide = desk.tr, desk.services.scores.figures, partial(RowBars, whole=1.0)
    return (
        InsightPart("nps", InsightCard(tr("NPS"), MarginRows, scores.COLUMNS), figures, scores.nps_told),
        InsightPart("content", InsightCard(tr("CSAT and CES"), wide, scores.COLUMNS), figures, scores.content_told),
        InsightPart(
            "score_audit",
            InsightCard(tr("What health said before a loss"), wide, score_audit.COLUMNS),
            desk.services.health.score_audit,
            score_audit.told,
        ),
    )
