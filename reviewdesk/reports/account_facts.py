"""What stands below an account's name in the portfolio: health, revenue, reviews and what comes next, side by side."""

from collections.abc import Iterator
from typing import Final

from reportlab.platypus import Flowable

from reviewdesk.domain.boss_documents import AccountBlock
from reviewdesk.domain.health_settings import Band
from reviewdesk.domain.our_side import PortfolioLine
from reviewdesk.reports.boss_setup import NOBODY, band_style, bold, money, said, shade_of
from reviewdesk.reports.boxes import Stack
from reviewdesk.reports.lines import Run
from reviewdesk.reports.look import GUTTER, Style
from reviewdesk.reports.our_side import cut_words
from reviewdesk.reports.section import Setup
from reviewdesk.reports.small_charts import ScoreBar, month_columns
from reviewdesk.reports.table import Column, Rows, Section

_SHARES: Final = (0.2, 0.3, 0.23, 0.27)
_LONGEST_STEP: Final = 90


def facts_row(setup: Setup, block: AccountBlock, revenue: int | None, currency: str) -> Iterator[Flowable]:
    """Set the four facts side by side; `revenue` is the year's in whole units, nothing where it is not known."""
    room = setup.sheet.width - GUTTER * (len(_SHARES) - 1)
    widths = [room * share for share in _SHARES]
    row = (
        _health(setup, block.line, widths[0]),
        _revenue(setup, block, money(setup, revenue, currency) if revenue is not None else "", widths[1]),
        _reviews(setup, block.line, widths[2]),
        _next(setup, block.line, widths[3]),
    )
    yield Section(Rows(tuple(map(Column, widths)), (row,), gap=GUTTER, pad=0, ruled=False), before=6)


def _label(setup: Setup, key: str, width: float) -> Stack:
    small = setup.look.small
    return setup.stack(small, (Run(setup.words[key], small.ink, own=True),), width)


def _line(setup: Setup, words: str, width: float, style: Style | None = None) -> Stack:
    style = style or setup.look.cell
    return setup.stack(style, (Run(words, style.ink),), width)


def health_shown(line: PortfolioLine) -> str:
    """Write a score with its word, which is that nothing was asked where it would be healthy."""
    if line.health is None:
        return line.band.value.capitalize()
    asked_nothing = line.never_asked and line.band is Band.HEALTHY
    return f"{line.health} {'never asked' if asked_nothing else line.band.value}"


def _health(setup: Setup, line: PortfolioLine, width: float) -> Stack:
    band = Band.UNKNOWN if line.never_asked and line.band is Band.HEALTHY else line.band
    basis = said(setup, "basis words", basis=str(line.basis))
    return (
        *_label(setup, "health", width),
        *_line(setup, health_shown(line), width, band_style(setup.look, band)),
        *((ScoreBar(line.health, shade_of(band)),) if line.health is not None else ()),
        *_line(setup, basis, width, setup.look.small),
    )


def _revenue(setup: Setup, block: AccountBlock, amount: str, width: float) -> Stack:
    line, look = block.line, setup.look
    known = amount or (setup.words["no rate"] if line.lacks_rate else NOBODY)
    change = said(setup, "change label", change=f"{line.change:+}".replace("-", "−")) if line.change is not None else ""
    return (
        *_label(setup, "revenue label", width),
        *_line(setup, known, width, bold(look) if amount else look.quiet),
        *month_columns([float(each) for each in block.months], is_over=block.month_is_over),
        *_line(setup, change, width, look.small),
    )


def _reviews(setup: Setup, line: PortfolioLine, width: float) -> Stack:
    words = setup.words
    last = said(setup, "last review", day=words.short_day(line.last_review)) if line.last_review else ""
    notice = said(setup, "notice by", day=words.short_day(line.notice_on)) if line.notice_on else ""
    return (
        *_label(setup, "reviews label", width),
        *_line(setup, line.next_review or NOBODY, width),
        *_line(setup, last or words["never reviewed"], width, setup.look.small),
        *_line(setup, notice, width, setup.look.small),
    )


def _next(setup: Setup, line: PortfolioLine, width: float) -> Stack:
    day = setup.words.short_day(line.next_step_on) if line.next_step_on else ""
    return (
        *_label(setup, "next label", width),
        *_line(setup, cut_words(line.next_step, _LONGEST_STEP) or NOBODY, width),
        *_line(setup, day, width, setup.look.small),
    )
