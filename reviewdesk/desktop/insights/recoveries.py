"""The card of what was put right and can be shown to other customers."""

from collections.abc import Sequence
from datetime import date
from typing import Final

from reviewdesk.desktop.insights.concern_words import cut
from reviewdesk.desktop.insights.model import InsightColumn, InsightLine, Remark, Told
from reviewdesk.desktop.insights.words import short
from reviewdesk.desktop.tokens import Tone
from reviewdesk.desktop.widgets.mark_chart import Lead
from reviewdesk.desktop.widgets.row_bars import RowMark
from reviewdesk.domain.intervals import counted_days, short_day
from reviewdesk.services.account_columns import Holds
from reviewdesk.services.concern_insights import Recoveries, Recovery

COLUMNS: Final = (
    InsightColumn("Account", width=14, stretches=True),
    InsightColumn("What was wrong", width=20, stretches=True),
    InsightColumn("Days", Holds.COUNT, width=6),
    InsightColumn("Confirmed", Holds.DAY, width=11),
    InsightColumn("Cause", width=16, stretches=True, gives_way=2),
    InsightColumn("Fix", width=16, stretches=True, gives_way=3),
    InsightColumn("Beyond the fix", width=16, stretches=True, gives_way=1),
)
MOST: Final = 8
_RULE: Final = (
    "Confirmed by the customer, with cause and fix; the days are those from the first word to their yes. A story names "
    "nobody unless they agreed."
)


def told(found: Recoveries) -> Told | None:
    """Say what can be shown; nothing where nothing can."""
    if not found.shown:
        return None
    count, beyond = len(found.shown), sum(bool(each.concern.beyond_the_fix.strip()) for each in found.shown)
    what = "1 concern was" if count == 1 else f"{count:,} concerns were"
    more = f"; of {beyond:,} we noted what we did beyond the fix" if beyond else ""
    return Told(
        sentence=f"{what} put right and can be told to others{more}.",
        picture=(*map(_mark, found.shown[:MOST]), *_rest(found.shown[MOST:]), *_lacking(found)),
        lines=tuple(map(_line, found.shown)),
        remarks=(Remark(_RULE),),
    )


def _mark(each: Recovery) -> RowMark:
    days = counted_days(each.days) if each.days else "the same day"
    beyond = f"; beyond that: {cut(each.concern.beyond_the_fix)}" if each.concern.beyond_the_fix.strip() else ""
    wrong = cut(each.concern.summary or each.concern.words)
    on = short_day(each.confirmed_on, date.max)
    return RowMark(
        name=each.account,
        value=float(each.days),
        label=days,
        said=f"{short(each.account)}, {wrong}: confirmed {on}, {days}{beyond}",
        lead=_lead(each),
        tone=Tone.GOOD,
    )


def _rest(rest: Sequence[Recovery]) -> tuple[RowMark, ...]:
    if not rest:
        return ()
    words = f"{len(rest):,} more put right"
    accounts = tuple(dict.fromkeys(each.concern.account_id for each in rest))
    lead = Lead(accounts, words, concern_ids=tuple(each.concern.id for each in rest))
    return (RowMark(name="Before that", value=None, label=f"{len(rest):,}", said=words, lead=lead, quiet=True),)


def _lacking(found: Recoveries) -> tuple[RowMark, ...]:
    if not found.lacking:
        return ()
    words = f"Confirmed, but cause or fix is not said: {len(found.lacking):,}"
    lead = Lead(found.lacking_accounts, "Confirmed without cause or fix", concern_ids=found.lacking)
    label = f"{len(found.lacking):,}"
    return (RowMark(name="Cause or fix not said", value=None, label=label, said=words, lead=lead, quiet=True),)


def _line(each: Recovery) -> InsightLine:
    concern = each.concern
    cells = (
        each.account, cut(concern.summary or concern.words), each.days, each.confirmed_on, cut(concern.root_cause),
        cut(concern.fix), cut(concern.beyond_the_fix) or None,
    )  # fmt: skip
    return InsightLine(cells, _lead(each))


def _lead(each: Recovery) -> Lead:
    return Lead((each.concern.account_id,), concern_ids=(each.concern.id,))
