"""Makes the cards of the page Relationship."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from reviewdesk.domain.changes import Kind

if TYPE_CHECKING:
    from reviewdesk.desktop.desk import Desk
    from reviewdesk.desktop.insights.part import InsightPart

CONCERNED = (Kind.ACCOUNT, Kind.ANSWER, Kind.PURCHASE, Kind.SWITCH, Kind.BOOK)


def relationship_parts(desk: Desk) -> tuple[InsightPart, ...]:
    """Give them in the order in which they stand on the page; one reading serves all."""
    from reviewdesk.desktop.insights.card import InsightCard
    from reviewdesk.desktop.insights.part import Group, InsightPart
    from reviewdesk.desktop.relationship import cards, map_card
    from reviewdesk.desktop.relationship.map_chart import RelationshipMap
    from reviewdesk.desktop.widgets.row_bars import RowBars

    tr = desk.tr
    part = partial(InsightPart, read=desk.services.relationships.of_book, concerned=CONCERNED)
    return (
        part(
            key="relationship_map", group=Group.PICTURE, tell=map_card.map_told,
            make=partial(InsightCard, tr("Us against the product"), RelationshipMap, map_card.MAP_COLUMNS),
        ),
        part(
            key="segments", group=Group.PICTURE, tell=cards.segments_told,
            make=partial(InsightCard, tr("What they are"), RowBars, cards.SEGMENT_COLUMNS),
        ),
        part(
            key="starts", group=Group.START, tell=cards.starts_told,
            make=partial(InsightCard, tr("Start here"), RowBars, cards.START_COLUMNS),
        ),
        part(
            key="issues", group=Group.START, tell=cards.issues_told,
            make=partial(InsightCard, tr("Not theirs but ours"), RowBars, cards.ISSUE_COLUMNS),
        ),
        part(
            key="rivals", group=Group.RIVALS, tell=cards.switches_told,
            make=partial(InsightCard, tr("Switches to and from rivals"), RowBars, cards.SWITCH_COLUMNS),
        ),
    )  # fmt: skip
