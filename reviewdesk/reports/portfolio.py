"""The portfolio on paper: totals and contents with page numbers, then one compact block for each account."""

from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import Final

from reportlab.platypus import Flowable, PageBreak

from reviewdesk.domain.boss_documents import AccountBlock, PrintedPortfolio
from reviewdesk.reports.account_block import BlockSetter
from reviewdesk.reports.boss_setup import Framed, boss_sheet
from reviewdesk.reports.later_story import LaterStory
from reviewdesk.reports.our_side import cut_words
from reviewdesk.reports.portfolio_cover import Cover, amounts_of, tiers_of
from reviewdesk.reports.running_sheet import Running, RunningSheet
from reviewdesk.reports.section import Setup

_LONGEST_NAME: Final = 80
Told = Callable[[int, int], None]


def render_portfolio(value: PrintedPortfolio, fonts: Path, told: Told | None = None) -> bytes:
    """Set the portfolio; `told` hears how many accounts of how many are set. The same value gives the same bytes."""
    portfolio = value.portfolio
    framed = Framed(
        value.vendor, value.branding, cut_words(portfolio.book, _LONGEST_NAME), "Portfolio", portfolio.today
    )
    plain, running = boss_sheet(framed, fonts), Running()
    setup = Setup(RunningSheet(plain.frame, plain.words, plain.look, plain.setter, running))
    return setup.sheet.build(list(_story(setup, value, running, told))).pdf


def _story(setup: Setup, value: PrintedPortfolio, running: Running, told: Told | None) -> Iterator[Flowable]:
    amounts, count = amounts_of(value), 0
    setter = BlockSetter(setup, value.portfolio.currency, running.begin, running.end)

    def block_of(block: AccountBlock, place: int, *, first: bool) -> list[Flowable]:
        if told is not None:
            told(place, len(value.blocks))
        return setter.story(block, amounts.get(block.id), first=first)

    yield from Cover(setup, value, amounts).story()
    if value.blocks:
        yield PageBreak()
    for _, blocks in tiers_of(value):
        for block in blocks:
            count += 1
            yield LaterStory(partial(block_of, block, count, first=block is blocks[0]))
