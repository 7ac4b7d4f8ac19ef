"""Makes the cards of Insights: one entry here and one module under `insights` add a card."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from reviewdesk.domain.changes import Kind

if TYPE_CHECKING:
    from reviewdesk.desktop.desk import Desk
    from reviewdesk.desktop.insights.part import InsightPart


def insight_parts(desk: Desk) -> tuple[InsightPart, ...]:
    """Give them by their groups; a card itself is made once it has something to say."""
    from reviewdesk.desktop.concern_cards import concern_parts

    mine = (*_of_accounts(desk), *_of_reviews(desk), *_of_scores(desk))
    return (*mine, *concern_parts(desk), *_of_hand_offs(desk), *_of_losses(desk))


def _of_accounts(desk: Desk) -> tuple[InsightPart, ...]:
    from reviewdesk.desktop.insights import beside_bands, concentration, health_map, pareto, silence
    from reviewdesk.desktop.insights.card import InsightCard
    from reviewdesk.desktop.insights.health_map_chart import HealthMapChart
    from reviewdesk.desktop.insights.pareto_chart import ParetoChart
    from reviewdesk.desktop.insights.part import OF_ACCOUNTS, Group, InsightPart
    from reviewdesk.desktop.widgets.row_bars import RowBars

    tr, read = desk.tr, desk.services.insights.of_accounts
    wide = partial(RowBars, whole=1.0)
    return (
        InsightPart(
            key="pareto", group=Group.REVENUE, read=read, tell=pareto.told,
            make=partial(InsightCard, tr("The 80/20"), ParetoChart, pareto.COLUMNS),
        ),
        InsightPart(
            key="concentration", group=Group.REVENUE, read=read, tell=concentration.told,
            make=partial(InsightCard, tr("How much hangs on few"), wide, concentration.COLUMNS),
        ),
        InsightPart(
            key="beside_bands", group=Group.ACCOUNTS, read=desk.services.opportunities.of_book, tell=beside_bands.told,
            make=partial(InsightCard, tr("Revenue and opportunities by health"), RowBars, beside_bands.COLUMNS),
            concerned=(*OF_ACCOUNTS, Kind.OPPORTUNITY),
        ),
        InsightPart(
            key="health_map", group=Group.ACCOUNTS, read=read, tell=health_map.told,
            make=partial(InsightCard, tr("Health against revenue"), HealthMapChart, health_map.COLUMNS),
        ),
        InsightPart(
            key="silence", group=Group.ACCOUNTS, read=read, tell=silence.told,
            make=partial(InsightCard, tr("Silence"), RowBars, silence.COLUMNS),
        ),
    )  # fmt: skip


def _of_reviews(desk: Desk) -> tuple[InsightPart, ...]:
    from reviewdesk.desktop.insights import capacity, held_against_due
    from reviewdesk.desktop.insights.card import InsightCard
    from reviewdesk.desktop.insights.part import Group, InsightPart
    from reviewdesk.desktop.widgets.row_bars import RowBars
    from reviewdesk.desktop.widgets.stacked_bars import StackedBars

    tr, services = desk.tr, desk.services
    return (
        InsightPart(
            key="capacity", group=Group.REVIEWS, read=services.capacity.of_quarter, tell=capacity.told,
            make=partial(InsightCard, tr("Capacity this quarter"), RowBars, capacity.COLUMNS),
        ),
        InsightPart(
            key="held_against_due", group=Group.REVIEWS, read=services.held_against_due.by_quarter,
            tell=held_against_due.told,
            make=partial(InsightCard, tr("Reviews held against due"), StackedBars, held_against_due.COLUMNS),
        ),
    )  # fmt: skip


def _of_scores(desk: Desk) -> tuple[InsightPart, ...]:
    from reviewdesk.desktop.insights import scores
    from reviewdesk.desktop.insights.card import InsightCard
    from reviewdesk.desktop.insights.part import Group, InsightPart
    from reviewdesk.desktop.widgets.margin_rows import MarginRows
    from reviewdesk.desktop.widgets.row_bars import RowBars

    tr, figures, wide = desk.tr, desk.services.scores.figures, partial(RowBars, whole=1.0)
    return (
        InsightPart(
            key="nps", group=Group.SCORES, read=figures, tell=scores.nps_told,
            make=partial(InsightCard, tr("NPS"), MarginRows, scores.COLUMNS),
        ),
        InsightPart(
            key="content", group=Group.SCORES, read=figures, tell=scores.content_told,
            make=partial(InsightCard, tr("CSAT and CES"), wide, scores.COLUMNS),
        ),
        score_audit_part(desk),
    )  # fmt: skip


def _of_hand_offs(desk: Desk) -> tuple[InsightPart, ...]:
    from reviewdesk.desktop.insights import taken_over
    from reviewdesk.desktop.insights.card import InsightCard
    from reviewdesk.desktop.insights.part import Group, InsightPart
    from reviewdesk.desktop.widgets.row_bars import RowBars

    return (
        InsightPart(
            key="taken_over", group=Group.HAND_OFFS, read=desk.services.hand_offs.results, tell=taken_over.told,
            make=partial(InsightCard, desk.tr("Who took over"), partial(RowBars, whole=1.0), taken_over.COLUMNS),
            concerned=(Kind.HAND_OFF, Kind.FOLLOW_UP, Kind.COLLEAGUE),
        ),
    )  # fmt: skip


def _of_losses(desk: Desk) -> tuple[InsightPart, ...]:
    from reviewdesk.desktop.losses.parts import all_losses_part

    return all_losses_part(desk), team_losses_part(desk)


def score_audit_part(desk: Desk) -> InsightPart:
    """Give the card that says what the score said before each loss."""
    from reviewdesk.desktop.insights import score_audit
    from reviewdesk.desktop.insights.card import InsightCard
    from reviewdesk.desktop.insights.part import Group, InsightPart
    from reviewdesk.desktop.widgets.row_bars import RowBars

    wide, title = partial(RowBars, whole=1.0), desk.tr("What health said before a loss")
    return InsightPart(
        key="score_audit", group=Group.LOSSES, read=desk.services.health.score_audit, tell=score_audit.told,
        make=partial(InsightCard, title, wide, score_audit.COLUMNS),
    )  # fmt: skip


def team_losses_part(desk: Desk) -> InsightPart:
    """Give the card that says which teams lost whom."""
    from reviewdesk.desktop.insights import team_losses
    from reviewdesk.desktop.insights.card import InsightCard
    from reviewdesk.desktop.insights.part import Group, InsightPart
    from reviewdesk.desktop.widgets.row_bars import RowBars

    return InsightPart(
        key="team_losses", group=Group.LOSSES, read=desk.services.team_losses.by_team, tell=team_losses.told,
        make=partial(InsightCard, desk.tr("Losses by team"), RowBars, team_losses.COLUMNS), is_awaited=False,
        concerned=(Kind.ACCOUNT, Kind.COLLEAGUE, Kind.FOLLOW_UP, Kind.REVIEWED_LOSS, Kind.CONCERN),
    )  # fmt: skip
