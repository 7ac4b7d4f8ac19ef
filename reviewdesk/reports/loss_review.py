"""The loss review on paper: what happened, why, what we learn, and whether to win them back; for our side."""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from pathlib import Path
from typing import Final

from reportlab.platypus import Flowable

from reviewdesk.domain.adding_up import whole_amounts
from reviewdesk.domain.health_settings import HealthSettings
from reviewdesk.domain.loss_document import LossQuestion, LossReview, MakingUp, ScoreBefore
from reviewdesk.domain.summary import Tone
from reviewdesk.reports.boss_setup import (
    BAR,
    NOBODY,
    Figure,
    Framed,
    band_style,
    bold,
    boss_sheet,
    listed,
    money,
    said,
    score_bar,
    strip,
)
from reviewdesk.reports.boxes import Align, Box, Stack
from reviewdesk.reports.lines import Run
from reviewdesk.reports.look import GUTTER
from reviewdesk.reports.our_side import cut_words, title_of
from reviewdesk.reports.planned_steps import planned_steps
from reviewdesk.reports.section import Cell, Field, Setup
from reviewdesk.reports.table import Column, Rows
from reviewdesk.reports.text import gate
from reviewdesk.reports.win_back_part import shown_percent, win_back

_LONGEST_NAME: Final = 120
_RULE: Final = HealthSettings()
_QUESTION: Final = 165.0
_IN_A_ROW: Final = 4
_EVENTS: Final = (
    Field("on", 70, least=56), Field("what happened", 380, flexible=True), Field("", BAR, least=BAR),
    Field("score then", 74),
)  # fmt: skip
_CAUSES: Final = (Field("cause word", 300, flexible=True), Field("kind", 80), Field("team", 110))
_NEXT: Final = (
    Field("account", 130, flexible=True), Field("why", 250, flexible=True),
    Field("revenue", 100, align=Align.RIGHT, least=92),
)  # fmt: skip
_MAKING: Final = (Field("", 300, flexible=True), Field("", 130, align=Align.RIGHT))


def render_loss_review(value: LossReview, fonts: Path) -> bytes:
    """Set the review; the same value gives the same bytes."""
    name = cut_words(value.account, _LONGEST_NAME)
    setup = Setup(boss_sheet(Framed(value.vendor, value.branding, name, "Loss review", value.written_on), fonts))
    return setup.sheet.build(list(_page(setup, value))).pdf


def _page(setup: Setup, value: LossReview) -> Iterator[Flowable]:
    words = setup.words
    yield from title_of(setup, cut_words(value.account, _LONGEST_NAME) or NOBODY, list(_lines(setup, value)))
    yield strip(setup, tuple(_figures(setup, value)))
    yield from _hints(setup, value)
    yield from _told(setup, value)
    causes = [(Cell(each.words), Cell(each.kind, setup.look.quiet), Cell(each.team, setup.look.quiet))
              for each in value.causes if gate(each.words)]  # fmt: skip
    if causes:
        yield listed(setup.table(_CAUSES, causes, setup.sheet.width), setup, words["loss why"])
    yield from win_back(setup, value)
    yield from _asked(setup, value)
    yield from planned_steps(setup, value.lessons, words["loss lessons"])
    if value.training:
        rows = setup.list([(Run(each, setup.look.body.ink),) for each in value.training if gate(each)])
        yield from [listed(rows, setup, words["loss training"])] if rows else []
    yield from _next_ones(setup, value)
    yield from _making_up(setup, value)
    yield from _happened(setup, value)


def _lines(setup: Setup, value: LossReview) -> Iterator[str]:
    words = setup.words
    parts = [said(setup, "lost on", day=words.day(value.lost_on))]
    if value.customer_since:
        parts.append(said(setup, "customer since", day=words.day(value.customer_since)))
    if gate(value.went_to):
        parts.append(said(setup, "went to", rival=cut_words(value.went_to, 60)))
    yield ", ".join(parts)
    answers = [said(setup, "answers for it", team=cut_words(value.team, 60))] if gate(value.team) else []
    asked = [said(setup, "asked by", name=cut_words(value.interviewer, 60))] if gate(value.interviewer) else []
    ended = [said(setup, "loss ended", day=words.day(value.ended_on))] if value.ended_on else []
    yield ". ".join((*answers, *asked, *ended))


def _figures(setup: Setup, value: LossReview) -> Iterator[Figure]:
    words = setup.words
    if value.revenue is not None:
        yield Figure(money(setup, whole(value.revenue), value.currency), words["lost revenue"])
    if value.making_up is not None:
        yield Figure(money(setup, whole(value.making_up.contribution), value.currency), words["lost contribution"])
    if value.win_back is not None:
        even = value.win_back.break_even
        yield Figure(shown_percent(setup, even) if even is not None else words["never"], words["break even figure"])
    if value.plan_due is not None:
        yield Figure(words.short_day(value.plan_due), words["plan due"])
    if value.revenue is None and value.making_up is None and value.win_back is None and value.plan_due is None:
        yield Figure(words.short_day(value.lost_on), words["lost word"])


def _hints(setup: Setup, value: LossReview) -> Iterator[Flowable]:
    """Say what has to be known before reading on."""
    warn = setup.look.toned(Tone.WARN)
    hints = []
    if value.interviewer_is_of_team:
        hints.append(said(setup, "of the team", name=cut_words(value.interviewer, 60) or setup.words["somebody"]))
    if value.was_not_earned_back and value.cost_to_win is not None and value.earned is not None:
        amounts = {"cost": value.cost_to_win, "earned": value.earned}
        shown = {key: money(setup, whole(each), value.currency) for key, each in amounts.items()}
        hints.append(said(setup, "not earned back", **shown))
    for at, each in enumerate(hints):
        yield from setup.prose(warn, (Run(each, warn.ink),), before=3 if at else 12)


def _told(setup: Setup, value: LossReview) -> Iterator[Flowable]:
    """Tell the story."""
    look = setup.look
    if gate(value.what_happened):
        told = setup.stack(look.body, (Run(value.what_happened, look.body.ink),), setup.sheet.width)
        rows = Rows((Column(setup.sheet.width),), ((told,),), pad=0, ruled=False)
        yield listed(rows, setup, setup.words["loss happened"])


def _happened(setup: Setup, value: LossReview) -> Iterator[Flowable]:
    """Set the time line with the scores laid over it, then what the score said before, where any was kept."""
    words, look = setup.words, setup.look
    scored = any(each.score is not None for each in value.events)
    events = [
        (Cell(words.short_day(each.on), look.quiet), Cell(each.words),
         *((_bar(each.score), _score(setup, each.score)) if scored else ()))
        for each in value.events if gate(each.words)
    ]  # fmt: skip
    if events:
        fields = _EVENTS if scored else _EVENTS[:2]
        yield listed(setup.table(fields, events, setup.sheet.width), setup, words["loss time line"])
    if any(each.score is not None for each in value.before):
        yield listed(_scores_before(setup, value), setup, words["loss before"])


def _scores_before(setup: Setup, value: LossReview) -> Rows:
    """Set side by side what the score said, the earliest day first, as many in a row as can be read."""
    shown = sorted(value.before, key=lambda found: -found.days)
    width = (setup.sheet.width - GUTTER * (_IN_A_ROW - 1)) / _IN_A_ROW
    cells = [_score_before(setup, each, width) for each in shown]
    missing = -len(cells) % _IN_A_ROW
    rows = tuple(_rows_of([*cells, *[()] * missing]))
    return Rows((Column(width),) * _IN_A_ROW, rows, gap=GUTTER, pad=3, ruled=False)


def _rows_of(cells: Sequence[Stack]) -> Iterator[tuple[Stack, ...]]:
    """Give cells row by row."""
    for start in range(0, len(cells), _IN_A_ROW):
        yield tuple(cells[start : start + _IN_A_ROW])


def _score_before(setup: Setup, before: ScoreBefore, width: float) -> Stack:
    score, small = _score(setup, before.score), setup.look.small
    style = score.style or small
    days = Run(said(setup, "days before", n=f"{before.days:,}"), small.ink, own=True)
    return (
        *setup.stack(style, (Run(score.text, style.ink, own=True),), width), *_bar(before.score).boxes,
        *setup.stack(small, (days,), width),
    )  # fmt: skip


def _bar(score: int | None) -> Cell:
    return score_bar(score, _RULE.band(score), (_RULE.watch_from, _RULE.healthy_from))


def _score(setup: Setup, score: int | None) -> Cell:
    if score is None:
        return Cell(setup.words["not kept"], setup.look.quiet, own=True)
    band = _RULE.band(score)
    return Cell(f"{score} {band.value}", band_style(setup.look, band))


def _asked(setup: Setup, value: LossReview) -> Iterator[Flowable]:
    """Set each question beside what was said to it; who does not know is counted."""
    style, widths = bold(setup.look), (_QUESTION, setup.sheet.width - _QUESTION - GUTTER)
    rows = tuple(
        (setup.stack(style, (Run(question.value, style.ink, own=True),), widths[0]), answers)
        for question in LossQuestion
        if (answers := _answers(setup, value, question, widths[1]))
    )
    if rows:
        yield listed(Rows(tuple(map(Column, widths)), rows, gap=GUTTER), setup, setup.words["loss asked"])


def _answers(setup: Setup, value: LossReview, question: LossQuestion, width: float) -> Stack:
    look, boxes = setup.look, list[Box]()
    for each in value.said_to(question):
        if gate(each.words):
            boxes += setup.stack(look.cell, (Run(each.words, look.cell.ink),), width)
            boxes += setup.stack(look.small, (Run(cut_words(each.who, 60), look.small.ink),), width)
    count = value.not_knowing(question)
    if count:
        words = said(setup, "does not know" if count == 1 else "do not know", n=f"{count:,}")
        boxes += setup.stack(look.quiet, (Run(words, look.quiet.ink, own=True),), width)
    return tuple(boxes)


def _next_ones(setup: Setup, value: LossReview) -> Iterator[Flowable]:
    known = whole_amounts(each.revenue for each in value.next_ones if each.revenue is not None)
    amounts = iter(known)
    rows = []
    for each in value.next_ones:
        amount = money(setup, next(amounts), value.currency) if each.revenue is not None else NOBODY
        rows.append((Cell(each.account, bold(setup.look)), Cell(each.why), Cell(amount)))
    if len(known) > 1:
        style, total = bold(setup.look), money(setup, sum(known), value.currency)
        rows.append((Cell(setup.words["all together"], style, own=True), Cell(), Cell(total, style)))
    if rows:
        yield listed(setup.table(_NEXT, rows, setup.sheet.width), setup, setup.words["loss next"])


def _making_up(setup: Setup, value: LossReview) -> Iterator[Flowable]:
    making, words = value.making_up, setup.words
    if making is None:
        return
    rows = [(Cell(words["contribution lost"], own=True), _amount(setup, value, making.contribution))]
    if making.revenue_needed is not None:
        margin = shown_percent(setup, making.margin)
        label = said(setup, "revenue needed", margin=margin)
        rows.append((Cell(label, own=True), _amount(setup, value, making.revenue_needed)))
    if making.might_bring is not None:
        rows.append((Cell(words["might bring"], own=True), _amount(setup, value, making.might_bring)))
    if making.cost_to_take_out is not None:
        rows.append((Cell(_cost_words(setup, making), own=True), _amount(setup, value, making.cost_to_take_out)))
    yield listed(setup.table(_MAKING, rows, setup.sheet.width, heads=False), setup, words["loss making up"])
    yield from planned_steps(
        setup, making.candidates, words["loss replacement" if making.is_planned else "loss candidates"]
    )


def _cost_words(setup: Setup, making: MakingUp) -> str:
    """Say what the cost is: one that is planned with who takes it out by when, else the other way to make it up."""
    if not making.is_planned:
        return setup.words["cost out"]
    by = setup.words.short_day(making.cost_due) if making.cost_due else ""
    return ", ".join(each for each in (setup.words["cost planned"], cut_words(making.cost_owner, 60), by) if each)


def _amount(setup: Setup, value: LossReview, amount: Decimal) -> Cell:
    return Cell(money(setup, whole(amount), value.currency), bold(setup.look))


def whole(amount: Decimal) -> int:
    """Round an amount that stands alone to whole units."""
    return whole_amounts((amount,))[0]
