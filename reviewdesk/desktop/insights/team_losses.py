"""The card of losses by team, with promises kept, how many stayed, and what is worth training."""

from decimal import Decimal
from fractions import Fraction
from typing import Final

from reviewdesk.desktop.insights.model import InsightColumn, InsightLine, Remark, Told, accounts
from reviewdesk.desktop.insights.words import short
from reviewdesk.desktop.tokens import Tone
from reviewdesk.desktop.widgets.mark_chart import Lead
from reviewdesk.desktop.widgets.row_bars import RowMark
from reviewdesk.domain.team_losses import TeamLosses
from reviewdesk.services.account_columns import Holds
from reviewdesk.services.team_losses import TeamsNow

COLUMNS: Final = (
    InsightColumn("Team", width=14, stretches=True),
    InsightColumn("Accounts", Holds.COUNT, width=8),
    InsightColumn("Lost", Holds.COUNT, width=6),
    InsightColumn("Won back", Holds.COUNT, width=8, gives_way=3),
    InsightColumn("Before earned back", Holds.COUNT, width=9, gives_way=2),
    InsightColumn("Stayed", Holds.PER_CENT, width=7),
    InsightColumn("Promises", Holds.COUNT, width=8, gives_way=1),
    InsightColumn("Kept", Holds.PER_CENT, width=7),
)
_RULE: Final = (
    "Losses of 12 months, by the team that answers for the loss, else that of the owner; who came back is not lost. "
    "Stayed: of those that were customers 12 months ago. Kept: promises of ours that ended in 180 days, unknown below "
    "three. Before earned back: lost before their margin had paid what it cost to win them."
)


def told(found: TeamsNow) -> Told | None:
    """Say which teams lost whom; nothing while nobody was lost."""
    lost = sum(len(each.lost) for each in found.teams)
    if not lost:
        return None
    training = tuple(Remark(f"Worth training: {each}.", Tone.WARN) for each in found.training)
    return Told(
        sentence=f"{accounts(lost)} lost in 12 months{_mostly(found.teams, lost)}.",
        picture=tuple(map(_bar, found.teams)), lines=tuple(map(_line, found.teams)), remarks=(*training, Remark(_RULE)),
    )  # fmt: skip


def _mostly(teams: tuple[TeamLosses, ...], lost: int) -> str:
    """Name the team that lost more than half of them; where none did, say how many teams lost some."""
    first, mine = short(teams[0].team), len(teams[0].lost)
    if lost == 1:
        return f", with {first}"
    if 2 * mine <= lost:
        return f", by {sum(bool(each.lost) for each in teams)} teams"
    return f", {'all' if mine == lost else 'most'} of them with {first}"


def _bar(one: TeamLosses) -> RowMark:
    stayed = f"{_words(one.retention)} stayed" if one.retention is not None else "nobody 12 months ago"
    kept = f", {_words(one.kept)} of promises kept" if one.kept is not None else ""
    label = f"{len(one.lost):,} lost"
    return RowMark(
        name=one.team, value=float(len(one.lost)), label=label, said=f"{short(one.team)}: {label}, {stayed}{kept}",
        tone=Tone.BAD if one.lost else Tone.GOOD, lead=_lead(one),
    )  # fmt: skip


def _line(one: TeamLosses) -> InsightLine:
    cells = (
        one.team, one.accounts, len(one.lost), one.won_back, one.too_early, _share(one.retention), one.promises,
        _share(one.kept),
    )  # fmt: skip
    return InsightLine(cells, _lead(one))


def _lead(one: TeamLosses) -> Lead:
    if len(one.lost) == 1:
        return Lead(one.lost, tab="loss")
    return Lead(one.lost, f"Lost by {one.team}")


def _share(value: Fraction | None) -> Decimal | None:
    return None if value is None else Decimal(f"{float(value) * 100:.1f}")


def _words(value: Fraction | None) -> str:
    return "" if value is None else f"{float(value):.0%}".replace("%", " %")
