"""Makes the cards of the page Losses, and the one that Insights shows of them."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from reviewdesk.domain.changes import Kind

if TYPE_CHECKING:
    from reviewdesk.desktop.desk import Desk
    from reviewdesk.desktop.insights.part import InsightPart
    from reviewdesk.desktop.insights.ways import CardWay
    from reviewdesk.desktop.widgets.mark_chart import Lead

CONCERNED = (Kind.ACCOUNT, Kind.REVIEWED_LOSS, Kind.FOLLOW_UP, Kind.PURCHASE, Kind.BOOK)


def losses_parts(desk: Desk) -> tuple[InsightPart, ...]:
    """Give them in the order in which they stand on the page; one reading serves those about the losses."""
    from reviewdesk.desktop.insight_cards import score_audit_part, team_losses_part
    from reviewdesk.desktop.insights.card import InsightCard
    from reviewdesk.desktop.insights.part import Group, InsightPart
    from reviewdesk.desktop.losses import cards
    from reviewdesk.desktop.widgets.row_bars import RowBars

    tr = desk.tr
    part = partial(InsightPart, read=desk.services.losses.of_book, concerned=CONCERNED, group=Group.LOSSES)
    return (
        _all_losses(desk),
        part(
            key="loss_causes", tell=cards.causes_told,
            make=partial(InsightCard, tr("Why they left"), RowBars, cards.CAUSE_COLUMNS),
        ),
        part(
            key="loss_answers", tell=cards.answers_told,
            make=partial(InsightCard, tr("What was answered"), RowBars, cards.ANSWER_COLUMNS),
        ),
        part(
            key="loss_lessons", tell=cards.lessons_told,
            make=partial(InsightCard, tr("What we learnt"), RowBars, cards.LESSON_COLUMNS),
        ),
        team_losses_part(desk),
        score_audit_part(desk),
    )  # fmt: skip


def all_losses_part(desk: Desk) -> InsightPart:
    """Give the card that lists every loss, as Insights has it: it leads on to the page Losses."""
    from reviewdesk.desktop.insights.ways import CardWay

    return _all_losses(desk, CardWay("L", desk.tr("What they say together"), partial(_go_to_losses, desk)))


def _go_to_losses(desk: Desk, _lead: Lead) -> None:
    desk.go("losses")


def _all_losses(desk: Desk, *ways: CardWay) -> InsightPart:
    from reviewdesk.desktop.insights.card import InsightCard
    from reviewdesk.desktop.insights.part import Group, InsightPart
    from reviewdesk.desktop.losses import cards
    from reviewdesk.desktop.widgets.row_bars import RowBars

    return InsightPart(
        key="all_losses", group=Group.LOSSES, read=desk.services.losses.of_book, tell=cards.losses_told,
        make=partial(InsightCard, desk.tr("All losses"), RowBars, cards.LOSS_COLUMNS, ways), concerned=CONCERNED,
        is_awaited=False,
    )  # fmt: skip
