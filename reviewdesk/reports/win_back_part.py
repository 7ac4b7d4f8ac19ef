"""The part of a loss review about winning the account back: from which chance on it pays comes first, then why."""

from collections.abc import Iterator
from decimal import Decimal
from typing import Final

from reportlab.platypus import Flowable

from reviewdesk.domain.adding_up import whole_amounts
from reviewdesk.domain.loss_document import LossReview
from reviewdesk.domain.win_back import WinBack
from reviewdesk.reports.boss_setup import bold, listed, money, said
from reviewdesk.reports.boxes import Align
from reviewdesk.reports.look import Style
from reviewdesk.reports.planned_steps import planned_steps
from reviewdesk.reports.section import Cell, Field, Setup

_SUM: Final = (Field("", 330, flexible=True), Field("", 140, align=Align.RIGHT))


def win_back(setup: Setup, value: LossReview) -> Iterator[Flowable]:
    """Ask whether the chance is better than the break-even, show the sum behind it, then the plan."""
    known = value.win_back
    if known is not None:
        rows = [(Cell(label, style or setup.look.cell, own=True), Cell(amount, style or setup.look.cell))
                for label, amount, style in _sum(setup, known, value.currency)]  # fmt: skip
        table = setup.table(_SUM, rows, setup.sheet.width, heads=False)
        yield listed(table, setup, _question(setup, known))
    title = setup.words["win back plan"]
    if value.plan_due is not None:
        title = said(setup, "win back plan by", day=setup.words.short_day(value.plan_due))
    yield from planned_steps(setup, value.plan, title)


def _question(setup: Setup, known: WinBack) -> str:
    if known.break_even is None:
        return setup.words["never pays"]
    if not known.up_front:
        return setup.words["always pays"]
    share = shown_percent(setup, known.break_even)
    if known.odds is None:
        return said(setup, "pays only from", share=share)
    key = f"odds {known.odds}"
    odds = setup.words[key] if key in setup.words.phrases else said(setup, "odds n", n=f"{known.odds:,}")
    return said(setup, "better than", odds=odds, share=share)


def _sum(setup: Setup, known: WinBack, currency: str) -> Iterator[tuple[str, str, Style | None]]:
    """Give the arithmetic line by line; the years add up to what they bring together."""
    words, look = setup.words, setup.look
    values = {
        "revenue": money(setup, _whole(known.revenue), currency), "margin": shown_percent(setup, known.margin),
        "kept": shown_percent(setup, known.retention), "rate": shown_percent(setup, known.discount),
    }  # fmt: skip
    yield said(setup, "win back from", **values), "", look.quiet
    for year, amount in enumerate(known.whole_years, start=1):
        yield said(setup, "year", n=str(year)), money(setup, amount, currency), None
    yield words["they bring"], money(setup, _whole(known.present_value), currency), bold(look)
    if known.on_return:
        yield words["cost on return"], _minus(setup, known.on_return, currency), None
    yield words["cost up front"], _minus(setup, known.up_front, currency), None
    if known.break_even is not None:
        yield words["pays from"], shown_percent(setup, known.break_even), bold(look)
    if known.worth is not None and known.chance is not None:
        worth = money(setup, abs(_whole(known.worth)), currency)
        label = said(setup, "worth at", chance=shown_percent(setup, known.chance))
        yield label, f"{'−' if known.worth < 0 else '+'}{worth}", bold(look)


def _minus(setup: Setup, amount: Decimal, currency: str) -> str:
    return f"−{money(setup, _whole(amount), currency)}" if amount else money(setup, 0, currency)


def _whole(amount: Decimal) -> int:
    return whole_amounts((amount,))[0]


def shown_percent(setup: Setup, share: Decimal) -> str:
    """Write a share of one in per cent, with one decimal where it has any."""
    per_cent = (100 * share).quantize(Decimal("0.1"))
    tidy = per_cent.quantize(Decimal(1)) if per_cent == per_cent.to_integral_value() else per_cent
    return setup.words.number(tidy, "%")
