"""Makes the cards of Insights: one entry here and one module under `insights` add a card."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from reviewdesk.desktop.desk import Desk
    from reviewdesk.desktop.insights.part import InsightPart


def insight_parts(desk: Desk) -> tuple[InsightPart, ...]:
    """Make them in the order in which they stand on the page."""
    from reviewdesk.desktop.insights import capacity, concentration, health_map, pareto, silence
    from reviewdesk.desktop.insights.card import InsightCard
    from reviewdesk.desktop.insights.health_map_chart import HealthMapChart
    from reviewdesk.desktop.insights.pareto_chart import ParetoChart
    from reviewdesk.desktop.insights.part import InsightPart
    from reviewdesk.desktop.widgets.row_bars import RowBars

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
    )
