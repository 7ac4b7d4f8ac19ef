"""What follows the first page: concerns, last promises, goals, worth, the next days and the customer's answers."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from reportlab.platypus import Flowable

from reviewdesk.domain.summary import LastPromises, PastPromise, PromiseState, ShownAnswer, ShownConcern, Tone
from reviewdesk.reports.boxes import Align, ShareBar, Stack
from reviewdesk.reports.charts import charts
from reviewdesk.reports.goals_table import goals
from reviewdesk.reports.lines import Run
from reviewdesk.reports.look import GUTTER, MUTED, TONES
from reviewdesk.reports.section import Cell, Field, Setup
from reviewdesk.reports.summary_setup import SummarySetup
from reviewdesk.reports.table import Column, Rows, Section
from reviewdesk.reports.text import gate, one_line

_CONCERNS = (
    Field("concern", 190, flexible=True),
    Field("cause", 150, flexible=True),
    Field("fix", 170, flexible=True),
    Field("owner", 72),
    Field("state", 104),
)
_PROMISES = (
    Field("what", 400, flexible=True),
    Field("owner", 110),
    Field("due", 72, align=Align.RIGHT),
    Field("state", 96),
)
_ANSWERS = (
    Field("question", 220, flexible=True),
    Field("answer", 220, flexible=True),
    Field("score", 170),
)
_TONE_OF_PROMISE = {
    PromiseState.BROKEN: Tone.BAD,
    PromiseState.KEPT_LATE: Tone.WARN,
    PromiseState.KEPT: Tone.GOOD,
}


def later_pages(setup: SummarySetup) -> Iterator[Flowable]:
    """Give the sections after the first page's, misses before wins; what is empty is left out."""
    yield from _concerns(setup)
    yield from _listed(setup, setup.summary.done_for_you, "done for you")
    if setup.summary.last_promises is not None:
        has_chart = setup.summary.charts.promises is not None
        counted = setup.summary.shows_kept_rate
        yield from last_promises(setup, setup.summary.last_promises, counted=counted, with_bar=not has_chart)
    yield from goals(setup, setup.summary.goals, with_bars=setup.summary.charts.has_goal_bars)
    yield from charts(setup, setup.summary.charts)
    yield from _worth(setup)
    yield from _listed(setup, setup.summary.next_days, "next days")
    yield from _answers(setup)


def _listed(setup: SummarySetup, texts: Sequence[str], key: str) -> Iterator[Flowable]:
    rows = setup.list([(Run(line, setup.look.body.ink),) for line in texts if gate(line)])
    if rows:
        yield Section(setup.headed(rows, key))


def _concerns(setup: SummarySetup) -> Iterator[Flowable]:
    look, order = setup.look, list(Tone)
    shown = sorted(
        (each for each in setup.summary.concerns if gate(each.summary)),
        key=lambda each: (each.confirmed, order.index(each.tone)),
    )
    rows = [
        (
            Cell(each.summary),
            Cell(each.cause),
            Cell(each.fix),
            Cell(one_line(each.owner), look.quiet),
            Cell(each.state, look.toned(each.tone), below=_confirmed(setup, each), below_own=True),
        )
        for each in shown
    ]
    if rows:
        yield Section(setup.headed(setup.table(_CONCERNS, rows, setup.sheet.width), "concerns"))


def _confirmed(setup: Setup, concern: ShownConcern) -> str:
    """Say that the customer confirmed it, unless its state says so."""
    words = setup.words["confirmed"]
    return words if concern.confirmed and words.casefold() not in concern.state.casefold() else ""


def last_promises(
    setup: Setup, last: LastPromises, *, counted: bool = True, with_bar: bool = True
) -> Iterator[Flowable]:
    """Give what became of the last promises; where they are counted, with a bar of how many ended in which way."""
    rows = _promise_rows(setup, last.ours, with_state=True)
    if rows:
        table = setup.headed(setup.table(_PROMISES, rows, setup.sheet.width), "promises")
        bar = _kept_bar(setup, last, with_bar=with_bar) if last.count and counted else ()
        yield Section(_with_bar(table, bar))
    theirs = _promise_rows(setup, last.theirs_open, with_state=False)
    if theirs:
        yield Section(setup.headed(setup.table(_PROMISES, theirs, setup.sheet.width), "yours open"))


def _promise_rows(setup: Setup, promises: Sequence[PastPromise], *, with_state: bool) -> list[tuple[Cell, ...]]:
    order, look, words = list(PromiseState), setup.look, setup.words
    return [
        (
            Cell(each.what),
            Cell(one_line(each.owner), look.quiet),
            Cell(words.short_day(each.due) if each.due else "", own=True),
            _ended(setup, each.state) if with_state else Cell(),
        )
        for each in sorted(promises, key=lambda promise: order.index(promise.state))
        if gate(each.what)
    ]


def _ended(setup: Setup, state: PromiseState) -> Cell:
    tone = _TONE_OF_PROMISE.get(state)
    style = setup.look.toned(tone) if tone else setup.look.quiet
    return Cell(setup.words.ended(state), style, own=True)


def _kept_bar(setup: Setup, last: LastPromises, *, with_bar: bool) -> Stack:
    """Draw how many of our promises ended in which way, misses first, with the words for it below."""
    counts = (last.broken, last.kept_late, last.open, last.kept)
    shades = [TONES[_TONE_OF_PROMISE[state]] if state in _TONE_OF_PROMISE else "#9AA1AD" for state in PromiseState]
    runs: list[Run] = []
    for count, state, shade in zip(counts, PromiseState, shades, strict=True):
        if count:
            ink = setup.look.small.ink
            bold = setup.look.label.ink._replace(size=ink.size, colour=shade if state in _TONE_OF_PROMISE else MUTED)
            runs += [
                Run(f"{count}\u00a0", bold, own=True),
                Run(f"{setup.words.ended(state).lower()}    ", ink, own=True),
            ]
    said = setup.stack(setup.look.small, runs, setup.sheet.width)
    says_more = with_bar and sum(map(bool, counts)) > 1
    return (ShareBar(tuple(zip(counts, shades, strict=True))), *said) if says_more else said


def _with_bar(table: Rows, bar: Stack) -> Rows:
    return replace(table, heading=(*table.heading, *bar))


def _worth(setup: SummarySetup) -> Iterator[Flowable]:
    shown = [each for each in setup.summary.worth if gate(each.what)]
    if not shown:
        return
    look, words = setup.look, setup.words
    width = (setup.sheet.width - 2 * GUTTER) / 3
    cells = tuple(
        (
            *setup.stack(look.figure, (Run(words.number(each.value, one_line(each.unit)), look.figure.ink),), width),
            *setup.stack(look.cell, (Run(each.what, look.cell.ink),), width),
            *setup.stack(look.small, (Run(words.basis(each.basis), look.small.ink, own=True),), width),
        )
        for each in shown
    )
    rows = Rows((Column(width),) * len(cells), (cells,), gap=GUTTER, pad=2, ruled=False)
    yield Section(setup.headed(rows, "worth"))


def _answers(setup: SummarySetup) -> Iterator[Flowable]:
    """Give their own answers; of questions that too few answered it is only said how many there were."""
    told = [each for each in setup.summary.answers if each.score is not None or gate(each.answer)]
    few, quiet = len(setup.summary.answers) - len(told), setup.look.quiet
    note = setup.words["few"].format(n=few) if few else ""
    said = setup.stack(quiet, (Run(note, quiet.ink, own=True),), setup.sheet.width)
    rows = [(Cell(each.question), Cell(each.answer), Cell(_score(setup, each), quiet, own=True)) for each in told]
    if rows:
        table = setup.headed(setup.table(_ANSWERS, rows, setup.sheet.width), "answers")
        yield Section(replace(table, heading=(*table.heading, *said)))
    elif said:
        yield Section(setup.headed(Rows((Column(setup.sheet.width),), ((said,),), pad=2, ruled=False), "answers"))


def _score(setup: Setup, answer: ShownAnswer) -> str:
    if answer.score is None:
        return setup.words["from n"].format(n=answer.n) if answer.n > 1 else ""
    return setup.words["score of"].format(score=setup.words.number(answer.score), best=answer.best, n=answer.n)
