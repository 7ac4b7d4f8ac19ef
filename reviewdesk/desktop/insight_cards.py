"""Makes the cards of Insights: one entry here and one module under `insights` add a card."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from reviewdesk.desktop.desk import Desk
    from reviewdesk.desktop.insights.part import InsightPart


def insight_parts(desk: Desk) -> tuple[InsightPart, ...]:
    """Make them in the order in which they stand on the page."""
    from reviewdesk.desktop.insights import concentration
    from reviewdesk.desktop.insights.card import InsightCard
    from reviewdesk.desktop.insights.part import InsightPart
    from reviewdesk.desktop.widgets.row_bars import RowBars

    of_accounts = desk.services.insights.of_accounts
    hangs_on = desk.tr("How much hangs on few")
    return (
        InsightPart(
            "concentration",
            InsightCard(hangs_on, RowBars(hangs_on, whole=1.0), concentration.COLUMNS),
            of_accounts,
            concentration.told,
        ),
    )
