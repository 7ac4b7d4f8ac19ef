"""Makes the cards of Insights that speak of concerns."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from reviewdesk.domain.changes import Kind

if TYPE_CHECKING:
    from reviewdesk.desktop.desk import Desk
    from reviewdesk.desktop.insights.card import InsightCard
    from reviewdesk.desktop.insights.model import InsightColumn
    from reviewdesk.desktop.insights.part import InsightPart
    from reviewdesk.desktop.insights.ways import CardWay
    from reviewdesk.desktop.widgets.row_bars import RowBars

OF_CONCERNS: Final = (Kind.CONCERN, Kind.ACCOUNT, Kind.COLLEAGUE, Kind.BOOK, Kind.PURCHASE, Kind.REVIEW)


def concern_parts(desk: Desk) -> tuple[InsightPart, ...]:
    """Give them in their order; the page does not wait for them, for a book can hold very many concerns."""
    from reviewdesk.desktop.insights import concern_causes, concern_teams, recoveries, repeat_causes
    from reviewdesk.desktop.insights.part import Group, InsightPart
    from reviewdesk.desktop.insights.ways import CardWay

    tr, read, ways = desk.tr, desk.services.concern_insights, desk.pages.insight_ways
    sheet = (CardWay("T", tr("Team sheet"), ways.team_sheet),)
    else_affected = (CardWay("W", tr("Who else is affected?"), ways.who_else),)
    story = (
        CardWay("S", tr("Show as a story"), ways.story),
        CardWay("N", tr("With their name"), partial(ways.story, named=True)),
        CardWay("C", tr("Copy the story"), ways.copy_story),
    )
    part = partial(InsightPart, group=Group.CONCERNS, concerned=OF_CONCERNS, is_awaited=False)
    return (
        part(
            key="concern_causes", read=read.together, tell=concern_causes.told,
            make=partial(_card, tr("Concerns by cause"), concern_causes.COLUMNS),
        ),
        part(
            key="concern_teams", read=read.together, tell=concern_teams.told,
            make=partial(_card, tr("Who answers for concerns"), concern_teams.COLUMNS, sheet),
        ),
        part(
            key="repeat_causes", read=read.came_again, tell=repeat_causes.told,
            make=partial(_card, tr("Causes that came again"), repeat_causes.COLUMNS, else_affected),
        ),
        part(
            key="recoveries", read=read.recoveries, tell=recoveries.told,
            make=partial(_card, tr("Put right, to be told to others"), recoveries.COLUMNS, story),
        ),
    )  # fmt: skip


def _card(title: str, columns: tuple[InsightColumn, ...], ways: tuple[CardWay, ...] = ()) -> InsightCard[RowBars]:
    from reviewdesk.desktop.insights.card import InsightCard
    from reviewdesk.desktop.widgets.row_bars import RowBars

    return InsightCard(title, RowBars, columns, ways)
