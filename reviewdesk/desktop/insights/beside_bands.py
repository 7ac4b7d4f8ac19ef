"""The card of health bands: what revenue and what opportunities lie with the healthy and with those at risk."""

from collections.abc import Iterator
from decimal import Decimal
from typing import Final

from reviewdesk.desktop.insights.model import InsightColumn, InsightLine, Remark, Told, accounts
from reviewdesk.desktop.tokens import Tone
from reviewdesk.desktop.widgets.mark_chart import Lead
from reviewdesk.desktop.widgets.row_bars import RowMark
from reviewdesk.domain.health_settings import Band
from reviewdesk.domain.money import format_money, rounded
from reviewdesk.domain.opportunities import BandFigures
from reviewdesk.services.account_columns import Holds
from reviewdesk.services.opportunities import BookOpportunities

COLUMNS: Final = (
    InsightColumn("Health", width=14, stretches=True),
    InsightColumn("Accounts", Holds.COUNT, width=8),
    InsightColumn("Revenue", Holds.MONEY, width=10),
    InsightColumn("Opportunities", Holds.COUNT, width=10),
    InsightColumn("Worth about", Holds.MONEY, width=10),
    InsightColumn("Without an amount", Holds.COUNT, width=9, gives_way=1),
)
_TONES: Final = {Band.HEALTHY: Tone.GOOD, Band.WATCH: Tone.WARN, Band.AT_RISK: Tone.BAD}
_RULE: Final = (
    "Opportunities are those that are open. Their worth is what the words name, in the currency they name or "
    "the account’s, brought to that of the book at your rates; those without an amount are counted, not guessed."
)


def told(found: BookOpportunities) -> Told | None:
    """Say what lies beside each band; nothing while there is neither revenue nor an opportunity."""
    bands = [each for each in found.bands if each.accounts]
    if not any(each.revenue or each.opportunities for each in bands):
        return None
    whole = sum((each.revenue for each in bands), Decimal(0))
    at_risk = next((each for each in bands if each.band is Band.AT_RISK), None)
    money = format_money(at_risk.revenue if at_risk else Decimal(0), found.currency, short=True)
    sentence = f"{money} of {format_money(whole, found.currency, short=True)} of revenue is at risk."
    waiting = sum(each.opportunities for each in bands)
    if waiting:
        amount = sum((each.amount for each in bands), Decimal(0))
        sentence += f" {waiting:,} {'opportunity' if waiting == 1 else 'opportunities'}{_worth(found, amount)}."
    return Told(
        sentence=sentence, picture=tuple(_bar(found, each) for each in bands),
        lines=tuple(_line(found, each) for each in bands), remarks=tuple(_remarks(found)), currency=found.currency,
    )  # fmt: skip


def _remarks(found: BookOpportunities) -> Iterator[Remark]:
    yield Remark(_RULE)
    if found.unrated:
        yield Remark(f"Without their revenue, for want of an exchange rate: {accounts(found.unrated)}.")


def _worth(found: BookOpportunities, amount: Decimal) -> str:
    """Say what opportunities are worth; none where no amount is known."""
    return f" worth about {format_money(amount, found.currency, short=True)}" if amount else " of no known amount"


def _bar(found: BookOpportunities, one: BandFigures) -> RowMark:
    revenue = format_money(one.revenue, found.currency, short=True)
    open_ones = f", {one.opportunities:,} open{_worth(found, one.amount)}" if one.opportunities else ""
    return RowMark(
        name=one.band.value.capitalize(), value=float(max(one.revenue, Decimal(0))), label=f"{revenue}{open_ones}",
        said=f"{one.band.value.capitalize()}: {accounts(one.accounts)}, revenue {revenue}{open_ones}",
        tone=_TONES.get(one.band, Tone.NEUTRAL), lead=_lead(found, one),
    )  # fmt: skip


def _line(found: BookOpportunities, one: BandFigures) -> InsightLine:
    cells = (
        one.band.value.capitalize(), one.accounts, rounded(one.revenue, found.currency), one.opportunities,
        rounded(one.amount, found.currency), one.unread,
    )  # fmt: skip
    return InsightLine(cells, _lead(found, one))


def _lead(found: BookOpportunities, one: BandFigures) -> Lead:
    return Lead(found.accounts[one.band], f"Accounts: {one.band.value}")
