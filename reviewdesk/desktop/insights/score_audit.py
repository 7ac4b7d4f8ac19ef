"""The card that audits the score: what it said before each loss."""

from typing import Final

from reviewdesk.desktop.insights.model import InsightColumn, InsightLine, Remark, Told, accounts
from reviewdesk.desktop.tokens import Tone
from reviewdesk.desktop.widgets.mark_chart import Lead
from reviewdesk.desktop.widgets.row_bars import RowMark
from reviewdesk.services.account_columns import Holds
from reviewdesk.services.health import LOOKED_BACK, HitsAndMisses, LossAudit, SaidBefore, ScoreAudit

COLUMNS: Final = (
    InsightColumn("Account", width=14, stretches=True),
    InsightColumn("Lost on", Holds.DAY, width=11),
    *(InsightColumn(f"{days} days before", width=14) for days in LOOKED_BACK),
)
_RULE: Final = (
    "A hit is a score that said at risk so many days before; a miss said watch or healthy. Not known is a day of which "
    "no score was kept, or on which not enough was known."
)


def told(found: ScoreAudit) -> Told | None:
    """Say how often the score was right; nothing where it had said nothing of any account that was lost."""
    if not any(each.hits + each.misses for each in found.totals):
        return None
    first = found.totals[0]
    return Told(
        sentence=(
            f"{accounts(len(found.losses))} lost. {first.days} days before, the score said at risk of {first.hits:,}, "
            f"something better of {first.misses:,}, and nothing of {first.unknown:,}."
        ),
        picture=tuple(_bar(each, found) for each in found.totals),
        lines=tuple(map(_line, found.losses)),
        remarks=(Remark(_RULE),),
    )


def _bar(total: HitsAndMisses, found: ScoreAudit) -> RowMark:
    known = total.hits + total.misses
    words = f"{total.hits:,} hit, {total.misses:,} missed, {total.unknown:,} not known"
    ids = tuple(each.account_id for each in found.losses)
    return RowMark(
        name=f"{total.days} days before",
        value=total.hits / known if known else None,
        label=words,
        said=f"{total.days} days before the loss: {words}",
        lead=Lead(ids, "Lost accounts"),
        tone=Tone.GOOD,
        quiet=not known,
    )


def _line(loss: LossAudit) -> InsightLine:
    return InsightLine((loss.account, loss.lost_on, *map(_said, loss.said)), Lead((loss.account_id,)))


def _said(said: SaidBefore) -> str:
    if said.band is None:
        return "not known"
    return said.band.value if said.score is None else f"{said.score}, {said.band.value}"
