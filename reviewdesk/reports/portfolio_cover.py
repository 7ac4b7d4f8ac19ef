"""The first pages of the portfolio: what all customers come to together, and where each of them stands."""

from collections.abc import Iterator, Mapping
from typing import Final, NamedTuple
from uuid import UUID

from reportlab.platypus import Flowable

from reviewdesk.domain.account import Tier
from reviewdesk.domain.adding_up import whole_amounts
from reviewdesk.domain.boss_documents import AccountBlock, PrintedPortfolio
from reviewdesk.domain.health_settings import Band
from reviewdesk.reports.account_block import key_of, tier_named
from reviewdesk.reports.account_facts import health_shown
from reviewdesk.reports.boss_setup import (
    BAR,
    NOBODY,
    Figure,
    band_style,
    bold,
    listed,
    money,
    said,
    score_bar,
    sentence,
    shade_of,
    strip,
)
from reviewdesk.reports.boxes import Align, ShareBar
from reviewdesk.reports.lines import Run
from reviewdesk.reports.linked import LinkedBox, PageNumberBox
from reviewdesk.reports.our_side import cut_words, title_of
from reviewdesk.reports.section import Cell, Field, Setup
from reviewdesk.reports.table import Column, Rows

_LONGEST_NAME: Final = 80
_TIERS: Final = (
    Field("tier", 160, flexible=True),
    Field("accounts", 60, align=Align.RIGHT),
    Field("revenue", 100, align=Align.RIGHT),
    Field("share", 44, align=Align.RIGHT),
    Field("at risk", 50, align=Align.RIGHT),
    Field("open concerns", 80, align=Align.RIGHT),
    Field("open promises", 80, align=Align.RIGHT),
    Field("late", 36, align=Align.RIGHT),
)
_CONTENTS: Final = (
    Field("account", 260, flexible=True),
    Field("", BAR, least=BAR),
    Field("health", 104, least=74),
    Field("revenue", 100, align=Align.RIGHT, least=92),
    Field("page word", 36, align=Align.RIGHT, least=26),
)
_NAME_ROOM: Final = 215.0
_BANDS: Final = (Band.AT_RISK, Band.WATCH, Band.HEALTHY, Band.UNKNOWN)


class _Sum(NamedTuple):
    """What some accounts come to."""

    accounts: int
    revenue: int | None
    at_risk: int
    concerns: int
    promises: int
    late: int


def amounts_of(value: PrintedPortfolio) -> dict[UUID, int]:
    """Give the revenue of each account in whole units, so that tiers and all of them add up to their sums."""
    known = [(each.line.id, each.line.revenue) for each in value.blocks if each.line.revenue is not None]
    whole = whole_amounts(amount for _, amount in known)
    return dict(zip((key for key, _ in known), whole, strict=True))


def tiers_of(value: PrintedPortfolio) -> Iterator[tuple[Tier | None, tuple[AccountBlock, ...]]]:
    """Give the blocks of each tier, in their order."""
    start = 0
    for group in value.portfolio.groups:
        yield group.tier, value.blocks[start : start + len(group.lines)]
        start += len(group.lines)


class Cover:
    """Sets the first pages."""

    def __init__(self, setup: Setup, value: PrintedPortfolio, amounts: Mapping[UUID, int]) -> None:
        """Set them with these amounts."""
        self._setup, self._value, self._amounts = setup, value, amounts
        self._all = self._sum(value.blocks)

    def story(self) -> Iterator[Flowable]:
        """Give the totals, then the contents, tier by tier."""
        setup, portfolio = self._setup, self._value.portfolio
        book = cut_words(portfolio.book, _LONGEST_NAME)
        yield from title_of(setup, book, (said(setup, "as of", day=setup.words.day(portfolio.today)),))
        if not self._value.blocks:
            yield from sentence(setup, setup.words["no accounts"])
            return
        yield strip(setup, tuple(self._figures()))
        yield from self._bands()
        yield listed(self._tiers(), setup, setup.words["tiers part"])
        yield from self._left_out()
        for tier, blocks in tiers_of(self._value):
            if blocks:
                title = said(setup, "contents part", tier=tier_named(setup, tier))
                yield listed(self._contents(blocks), setup, title)

    def _sum(self, blocks: tuple[AccountBlock, ...]) -> _Sum:
        known = [self._amounts[each.id] for each in blocks if each.id in self._amounts]
        return _Sum(
            accounts=len(blocks),
            revenue=sum(known) if known else None,
            at_risk=sum(each.line.band is Band.AT_RISK for each in blocks),
            concerns=sum(len(each.concerns) for each in blocks),
            promises=sum(len(each.promises) for each in blocks),
            late=sum(promise.is_late for each in blocks for promise in each.promises),
        )

    def _figures(self) -> Iterator[Figure]:
        setup, portfolio, total = self._setup, self._value.portfolio, self._all
        customers = f"{total.accounts:,} {setup.words['customer count' if total.accounts == 1 else 'customers count']}"
        if total.revenue is not None and portfolio.year:
            start, end = (setup.words.short_day(each) for each in portfolio.year)
            caption = said(setup, "revenue from", customers=customers, start=start, end=end)
            yield Figure(money(setup, total.revenue, portfolio.currency), caption)
        else:
            yield Figure(f"{total.accounts:,}", customers.partition(" ")[2])
        yield Figure(f"{total.at_risk:,}", self._risk_words())
        key = "concern count" if total.concerns == 1 else "concerns count"
        yield Figure(f"{total.concerns:,}", setup.words[key])
        yield Figure(f"{total.late:,}", said(setup, "late of", all=f"{total.promises:,}"))

    def _risk_words(self) -> str:
        risk = self._sum(tuple(each for each in self._value.blocks if each.line.band is Band.AT_RISK))
        if not risk.revenue:
            return said(self._setup, "risk alone")
        return said(self._setup, "risk money", money=money(self._setup, risk.revenue, self._value.portfolio.currency))

    def _bands(self) -> Iterator[Flowable]:
        """Draw how many stand in each band, with the words for it below."""
        setup = self._setup
        counts = [(sum(each.line.band is band for each in self._value.blocks), band) for band in _BANDS]
        small, label = setup.look.small, setup.look.label
        runs = []
        for count, band in counts:
            if count:
                ink = label.ink._replace(size=small.ink.size, colour=shade_of(band))
                runs += [Run(f"{count:,}\u00a0", ink, own=True), Run(f"{band.value}    ", small.ink, own=True)]
        bar = ShareBar(tuple((count, shade_of(band)) for count, band in counts))
        words = setup.stack(small, runs, setup.sheet.width)
        rows = Rows((Column(setup.sheet.width),), (((bar, *words),),), pad=0, ruled=False)
        yield listed(rows, setup, setup.words["health part"])

    def _tiers(self) -> Rows:
        setup = self._setup
        cells = [self._tier(tier_named(setup, tier), self._sum(blocks)) for tier, blocks in tiers_of(self._value)]
        if len(cells) > 1:
            cells.append(self._tier(setup.words["all together"], self._all, is_sum=True))
        return setup.table(_TIERS, cells, setup.sheet.width)

    def _tier(self, name: str, total: _Sum, *, is_sum: bool = False) -> tuple[Cell, ...]:
        setup = self._setup
        style = bold(setup.look) if is_sum else setup.look.cell
        revenue = money(setup, total.revenue, self._value.portfolio.currency) if total.revenue is not None else ""
        counts = (total.at_risk, total.concerns, total.promises, total.late)
        first = Cell(name, bold(setup.look), own=True)
        told = (f"{total.accounts:,}", revenue, self._share(total.revenue), *(f"{each:,}" for each in counts))
        return first, *(Cell(each, style, own=True) for each in told)

    def _share(self, revenue: int | None) -> str:
        whole = self._all.revenue
        return f"{100 * revenue / whole:.1f}\u00a0%" if revenue is not None and whole else ""

    def _left_out(self) -> list[Flowable]:
        count = sum(each.line.lacks_rate for each in self._value.blocks)
        if not count:
            return []
        small = self._setup.look.small
        words = said(self._setup, "without rate one" if count == 1 else "without rate", n=f"{count:,}")
        return self._setup.prose(small, (Run(words, small.ink, own=True),), before=4)

    def _contents(self, blocks: tuple[AccountBlock, ...]) -> Rows:
        return self._setup.table(_CONTENTS, [self._entry(each) for each in blocks], self._setup.sheet.width)

    def _entry(self, block: AccountBlock) -> tuple[Cell, ...]:
        setup, line, key = self._setup, block.line, key_of(block)
        style = bold(setup.look)
        name = setup.stack(style, (Run(cut_words(line.name, _LONGEST_NAME) or NOBODY, style.ink),), _NAME_ROOM)
        amount = self._amounts.get(line.id)
        revenue = money(setup, amount, self._value.portfolio.currency) if amount is not None else ""
        band = Band.UNKNOWN if line.never_asked and line.band is Band.HEALTHY else line.band
        return (
            Cell(boxes=(LinkedBox(name, key),)),
            score_bar(line.health, band),
            Cell(health_shown(line), band_style(setup.look, band)),
            Cell(revenue or (setup.words["no rate"] if line.lacks_rate else NOBODY)),
            Cell(boxes=(PageNumberBox(setup, key, setup.look.quiet),)),
        )
