"""The card of silence: with whom nobody spoke, who raised nothing, who was never asked."""

from collections.abc import Sequence
from typing import Final

from reviewdesk.desktop.insights.model import InsightColumn, InsightLine, Remark, Told, accounts
from reviewdesk.desktop.insights.words import about, gone, short
from reviewdesk.desktop.tokens import Tone
from reviewdesk.desktop.widgets.mark_chart import Lead
from reviewdesk.desktop.widgets.row_bars import RowMark
from reviewdesk.services.account_columns import Holds
from reviewdesk.services.insight_values import AccountInsights, AccountPoint

COLUMNS: Final = (
    InsightColumn("Account", width=14, stretches=True),
    InsightColumn("Tier", width=4, gives_way=1),
    InsightColumn("Days", Holds.COUNT, width=6),
    InsightColumn("In what way", width=20, stretches=True),
    InsightColumn("Owner", width=12),
)
MOST: Final = 8


def told(found: AccountInsights) -> Told | None:
    """Say who is silent; nothing where nobody is, or where nobody has been asked anything yet."""
    quiet = sorted((each for each in found.points if each.is_quiet), key=_longest_first)
    nothing = [each for each in found.points if each.raised_nothing]
    unasked = [each for each in found.points if each.never_asked]
    if not quiet and not nothing and len(unasked) == len(found.points):
        return None
    silent = sorted((each for each in found.points if _ways(each)), key=_quiet_first)
    if not silent:
        return None
    return Told(
        sentence=_sentence(len(found.points), quiet),
        picture=(*map(_bar, quiet[:MOST]), *_rest(quiet[MOST:]), *_others(nothing, unasked)),
        lines=tuple(map(_line, silent)),
        remarks=(Remark(_RULE), *gone(found)),
        about=about(found),
    )


_RULE: Final = (
    "Quiet is who had no two-way contact for more than half a review interval, counted from the day it was added where "
    "there was none. Raised nothing: no topic of theirs in the last two reviews. Never asked: no concern and no answer "
    "in 12 months."
)


def _sentence(count: int, quiet: Sequence[AccountPoint]) -> str:
    if not quiet:
        return f"None of {accounts(count)} has gone quiet."
    verb = "has" if len(quiet) == 1 else "have"
    days = f"{quiet[0].silent_days:,} {'day' if quiet[0].silent_days == 1 else 'days'}"
    return f"{len(quiet):,} of {accounts(count)} {verb} gone quiet, the longest for {days}."


def _bar(point: AccountPoint) -> RowMark:
    days = f"{point.silent_days:,} {'day' if point.silent_days == 1 else 'days'}"
    owner = f"owned by {point.owner}" if point.owner else "owned by nobody"
    since = "never spoken with, added" if point.never_spoke else "without contact for"
    spoke = f"{since} {days} ago" if point.never_spoke else f"{since} {days}"
    return RowMark(
        name=point.name,
        value=float(point.silent_days),
        label=days,
        said=f"{short(point.name)}: {spoke}, {owner}",
        lead=Lead((point.id,)),
        tone=Tone.WARN,
    )


def _rest(quiet: Sequence[AccountPoint]) -> tuple[RowMark, ...]:
    if not quiet:
        return ()
    words = f"{len(quiet):,} more gone quiet"
    return (_several(words, quiet, words),)


def _others(nothing: Sequence[AccountPoint], unasked: Sequence[AccountPoint]) -> tuple[RowMark, ...]:
    found = (("Raised nothing", nothing, "Raised nothing in two reviews"), ("Never asked", unasked, "Never asked"))
    return tuple(_several(name, points, words) for name, points, words in found if points)


def _several(name: str, points: Sequence[AccountPoint], words: str) -> RowMark:
    ids = tuple(each.id for each in points)
    said = f"{words}: {accounts(len(points))}"
    return RowMark(name=name, value=None, label=accounts(len(points)), said=said, lead=Lead(ids, words), quiet=True)


def _ways(point: AccountPoint) -> str:
    ways = (
        (point.is_quiet, "never spoken with" if point.never_spoke else "quiet"),
        (point.raised_nothing, "raised nothing"),
        (point.never_asked, "never asked"),
    )
    return ", ".join(words for is_so, words in ways if is_so)


def _line(point: AccountPoint) -> InsightLine:
    tier = point.tier.value if point.tier else None
    cells = (point.name, tier, point.silent_days, _ways(point), point.owner or None)
    return InsightLine(cells, Lead((point.id,)))


def _longest_first(point: AccountPoint) -> tuple[int, str]:
    return -point.silent_days, point.name


def _quiet_first(point: AccountPoint) -> tuple[bool, int, str]:
    return (not point.is_quiet, *_longest_first(point))
