"""The card that says how much of the revenue hangs on few accounts."""

from collections.abc import Sequence
from decimal import Decimal
from typing import Final

from reviewdesk.desktop.insights.model import Aside, InsightColumn, InsightLine, Remark, Told, accounts, per_cent
from reviewdesk.desktop.insights.words import counted_with, lead_to, left_out, short, window_words
from reviewdesk.desktop.tokens import Tone
from reviewdesk.desktop.widgets.row_bars import RowMark
from reviewdesk.domain.money import format_money, rounded
from reviewdesk.domain.tiers import TOO_MUCH_FOR_ONE
from reviewdesk.services.account_columns import Holds
from reviewdesk.services.insight_values import AccountInsights, RankedUnit, RevenueRanking

COLUMNS: Final = (
    InsightColumn("Accounts", width=16, stretches=True),
    InsightColumn("Share", Holds.PER_CENT),
    InsightColumn("Revenue", Holds.MONEY, width=14),
)
_LARGEST: Final = (1, 5, 10)
_EVEN, _HEAVY = 1_500, 2_500


def told(found: AccountInsights) -> Told | None:
    """Say what the largest 1, 5 and 10 make; nothing where there is no revenue."""
    ranking = found.ranking
    if ranking is None or not ranking.units:
        return None
    steps = _steps(ranking)
    return Told(
        sentence=_sentence(ranking),
        picture=(*(_mark(ranking, each) for each in steps), *_rest(ranking)),
        lines=(*(_line(ranking, _name(each), ranking.units[:each]) for each in steps), *_line_of_rest(ranking)),
        remarks=(*_warning(ranking), *counted_with(ranking), *left_out(found)),
        asides=(Aside("How even is it? (HHI)", _hhi(ranking)),),
        currency=ranking.currency,
    )


def _sentence(ranking: RevenueRanking) -> str:
    of, count = len(ranking.units), _steps(ranking)[-1]
    if of == 1:
        return f"One account makes all of the revenue, {window_words(ranking.window)}."
    return (
        f"{_name(count)} of {accounts(of)} with revenue {'makes' if count == 1 else 'make'} "
        f"{per_cent(_share(ranking.units[:count]))} of {format_money(ranking.total, ranking.currency, short=True)}, "
        f"{window_words(ranking.window)}."
    )


def _steps(ranking: RevenueRanking) -> list[int]:
    """Give how many of the largest are told of: 1, 5 and 10, as far as there are more accounts than that."""
    return [each for each in _LARGEST if each < len(ranking.units) or each == 1]


def _name(count: int) -> str:
    return "The largest" if count == 1 else f"The {count} largest"


def _share(units: Sequence[RankedUnit]) -> Decimal:
    return sum((each.rank.share for each in units), Decimal(0))


def _mark(ranking: RevenueRanking, count: int) -> RowMark:
    these = ranking.units[:count]
    share = _share(these)
    who = short(these[0].name) if count == 1 else f"{short(these[0].name)} to {short(these[-1].name)}"
    return RowMark(
        name=_name(count),
        value=float(share),
        label=per_cent(share),
        tone=Tone.WARN if count == 1 and share > TOO_MUCH_FOR_ONE else Tone.ACCENT,
        said=f"{_name(count)}, {who}: {per_cent(share)} of the revenue",
        lead=lead_to(these, f"{_name(count)} by revenue"),
    )


def _rest(ranking: RevenueRanking) -> tuple[RowMark, ...]:
    rest = ranking.units[_steps(ranking)[-1] :]
    if not rest:
        return ()
    share, name = _share(rest), _rest_name(len(rest))
    said = f"{name} {'makes' if len(rest) == 1 else 'make'} {per_cent(share)} of the revenue"
    lead = lead_to(rest, f"{name} by revenue")
    return (RowMark(name=name, value=float(share), label=per_cent(share), said=said, lead=lead, quiet=True),)


def _rest_name(count: int) -> str:
    return "The other one" if count == 1 else f"The other {count:,}"


def _line_of_rest(ranking: RevenueRanking) -> tuple[InsightLine, ...]:
    rest = ranking.units[_steps(ranking)[-1] :]
    return (_line(ranking, _rest_name(len(rest)), rest),) if rest else ()


def _line(ranking: RevenueRanking, name: str, these: Sequence[RankedUnit]) -> InsightLine:
    revenue = sum((each.rank.revenue or Decimal(0) for each in these), Decimal(0))
    share = (_share(these) * 100).quantize(Decimal("0.1"))
    return InsightLine((name, share, rounded(revenue, ranking.currency)), lead_to(these, f"{name} by revenue"))


def _warning(ranking: RevenueRanking) -> tuple[Remark, ...]:
    """Warn of each account that makes over a fifth."""
    large = [each for each in ranking.units if each.rank.share > TOO_MUCH_FOR_ONE]
    return tuple(
        Remark(f"Warning: {short(each.name)} makes {per_cent(each.rank.share)} of the revenue, over 20 %.", Tone.WARN)
        for each in large
    )


def _hhi(ranking: RevenueRanking) -> str:
    hhi = ranking.concentration.hhi
    verdict = "spread over many" if hhi < _EVEN else "fairly concentrated" if hhi <= _HEAVY else "in few hands"
    return (
        f"The Herfindahl-Hirschman index is {hhi:,.0f} of 10,000: the sum of the squares of all shares in per cent. "
        f"Under 1,500 the revenue is spread over many, over 2,500 it is in few hands; here it is {verdict}. "
        f"It is as if {max(10_000 / float(hhi), 1):,.0f} accounts of one size made all of it."
    )
