"""The card of hand-offs: how they went, by the team or the person that took over."""

from decimal import Decimal
from typing import Final

from reviewdesk.desktop.insights.model import InsightColumn, InsightLine, Remark, Told, accounts
from reviewdesk.desktop.insights.words import short
from reviewdesk.desktop.tokens import Tone
from reviewdesk.desktop.widgets.mark_chart import Lead
from reviewdesk.desktop.widgets.row_bars import RowMark
from reviewdesk.domain.promises import per_cent
from reviewdesk.services.account_columns import Holds
from reviewdesk.services.hand_off_values import TakenOver

COLUMNS: Final = (
    InsightColumn("Taken over by", width=14, stretches=True),
    InsightColumn("Accepted", Holds.COUNT, width=8),
    InsightColumn("At once", Holds.COUNT, width=7),
    InsightColumn("Days to accept", Holds.NUMBER, width=9, gives_way=1),
    InsightColumn("Checks", Holds.COUNT, width=7),
    InsightColumn("All delivered", Holds.COUNT, width=9),
    InsightColumn("Promises since", Holds.COUNT, width=9, gives_way=2),
    InsightColumn("Kept", Holds.PER_CENT, width=6),
)
_RULE: Final = (
    "At once: accepted without being returned. Checks come 30, 60 and 90 days after the start. Promises are ours that "
    "ended while they had the account, dropped ones left out; kept late counts half, and a rate needs three."
)


def told(found: tuple[TakenOver, ...]) -> Told | None:
    """Say how hand-offs went; nothing before the first was accepted."""
    if not found:
        return None
    passed, checked = sum(each.passed for each in found), sum(each.checked for each in found)
    whole = sum(each.accepted for each in found)
    checks = f"; {passed:,} of {checked:,} checks found all delivered" if checked else ""
    at_once = sum(each.at_once for each in found)
    return Told(
        sentence=f"{at_once:,} of {accounts(whole)} handed over were accepted at once{checks}.",
        picture=tuple(map(_bar, found)),
        lines=tuple(map(_line, found)),
        remarks=(Remark(_RULE),),
    )


def _bar(one: TakenOver) -> RowMark:
    label = f"{one.at_once:,} of {one.accepted:,} at once"
    checks = f", {one.passed:,} of {one.checked:,} checks all delivered" if one.checked else ""
    kept = f", {per_cent(one.kept)} % of {one.promises:,} promises kept since" if one.kept is not None else ""
    return RowMark(
        name=one.who, value=one.at_once / one.accepted, label=label, said=f"{short(one.who)}: {label}{checks}{kept}",
        lead=_lead(one), tone=Tone.GOOD if one.passed == one.checked else Tone.WARN,
    )  # fmt: skip


def _line(one: TakenOver) -> InsightLine:
    days = Decimal(f"{one.days:.1f}")
    kept = Decimal(per_cent(one.kept)) if one.kept is not None else None
    cells = (one.who, one.accepted, one.at_once, days, one.checked, one.passed, one.promises, kept)
    return InsightLine(cells, _lead(one))


def _lead(one: TakenOver) -> Lead:
    if len(one.account_ids) == 1:
        return Lead(one.account_ids, tab="hand_off")
    return Lead(one.account_ids, f"Taken over by {one.who}")
