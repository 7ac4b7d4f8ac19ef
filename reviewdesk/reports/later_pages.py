"""What follows the first page: concerns, last promises, goals, worth, the next days and the customer's answers."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal

from reportlab.platypus import Flowable

from reviewdesk.domain.summary import Better, GoalStatus, LastPromises, PastPromise, PromiseState, ShownGoal, Tone
from reviewdesk.reports.boxes import Align, GoalBar, ShareBar, Stack
from reviewdesk.reports.lines import Run
from reviewdesk.reports.look import GUTTER, MUTED, TONES
from reviewdesk.reports.section import Cell, Field, Setup
from reviewdesk.reports.table import Column, Rows, Section
from reviewdesk.reports.text import gate, one_line

_BAR = 58.0
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
_GOALS = (
    Field("goal", 190, flexible=True),
    Field("target", 84, align=Align.RIGHT),
    Field("actual", 74, align=Align.RIGHT),
    Field("progress", _BAR + 22, least=_BAR),
    Field("status", 74),
    Field("source", 150, flexible=True),
)
_ANSWERS = (
    Field("question", 220, flexible=True),
    Field("answer", 220, flexible=True),
    Field("score", 120),
)
_TONE_OF_GOAL = {GoalStatus.BEHIND: Tone.BAD, GoalStatus.ON_TRACK: Tone.WARN, GoalStatus.MET: Tone.GOOD}
_TONE_OF_PROMISE = {
    PromiseState.BROKEN: Tone.BAD,
    PromiseState.KEPT_LATE: Tone.WARN,
    PromiseState.KEPT: Tone.GOOD,
}


def later_pages(setup: Setup) -> Iterator[Flowable]:
    """Give the sections after the first page's, misses before wins; what is empty is left out."""
    yield from _concerns(setup)
    if setup.summary.last_promises is not None:
        yield from _last_promises(setup, setup.summary.last_promises)
    yield from _goals(setup)
    yield from _worth(setup)
    lines = [(Run(line, setup.look.body.ink),) for line in setup.summary.next_days if gate(line)]
    rows = setup.list(lines)
    if rows:
        yield Section(setup.headed(rows, "next days"))
    yield from _answers(setup)


def _concerns(setup: Setup) -> Iterator[Flowable]:
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
            Cell(each.state, look.toned(each.tone), below=setup.words["confirmed"] if each.confirmed else ""),
        )
        for each in shown
    ]
    if rows:
        yield Section(setup.headed(setup.table(_CONCERNS, rows, setup.sheet.width), "concerns"))


def _last_promises(setup: Setup, last: LastPromises) -> Iterator[Flowable]:
    rows = _promise_rows(setup, last.ours, with_state=True)
    if rows:
        table = setup.headed(setup.table(_PROMISES, rows, setup.sheet.width), "promises")
        bar = _kept_bar(setup, last) if last.count else ()
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


def _kept_bar(setup: Setup, last: LastPromises) -> Stack:
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
    return ShareBar(tuple(zip(counts, shades, strict=True))), *setup.stack(setup.look.small, runs, setup.sheet.width)


def _with_bar(table: Rows, bar: Stack) -> Rows:
    return replace(table, heading=(*table.heading, *bar))


def _goals(setup: Setup) -> Iterator[Flowable]:
    order = list(GoalStatus)
    named = (each for each in setup.summary.goals if gate(each.name))
    rows = [_goal(setup, each) for each in sorted(named, key=lambda goal: order.index(goal.status))]
    if rows:
        yield Section(setup.headed(setup.table(_GOALS, rows, setup.sheet.width), "goals"))


def _goal(setup: Setup, goal: ShownGoal) -> tuple[Cell, ...]:
    words, look = setup.words, setup.look
    target = words.number(goal.target, one_line(goal.unit))
    if goal.better is Better.DOWN:
        target = "".join(text for text, _ in words.filled("at most", number=(target, False)))
    day = words.short_day(goal.source_date) if goal.source_date else ""
    source = ", ".join(filter(None, (one_line(goal.source), day)))
    return (
        Cell(goal.name),
        Cell(target),
        Cell(words.number(goal.actual, one_line(goal.unit)) if goal.actual is not None else "–"),
        Cell(boxes=_bar(goal, goal.actual) if goal.actual is not None else ()),
        Cell(words.status(goal.status), look.toned(_TONE_OF_GOAL[goal.status]), own=True),
        Cell(source, look.quiet),
    )


def _bar(goal: ShownGoal, actual: Decimal) -> Stack:
    """Draw the actual against the target on one scale from zero; figures below zero have no bar."""
    most = max(actual, goal.target)
    if min(actual, goal.target) < 0 or most == 0:
        return ()
    return (GoalBar(float(actual / most), float(goal.target / most), TONES[_TONE_OF_GOAL[goal.status]]),)


def _worth(setup: Setup) -> Iterator[Flowable]:
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


def _answers(setup: Setup) -> Iterator[Flowable]:
    rows = []
    for each in setup.summary.answers:
        score = ""
        if each.score is not None:
            values = {
                "score": (setup.words.number(each.score), False),
                "best": (str(each.best), True),
                "n": (str(each.n), True),
            }
            score = "".join(text for text, _ in setup.words.filled("score of", **values))
        elif each.n > 1:
            score = "".join(text for text, _ in setup.words.filled("from n", n=(str(each.n), True)))
        rows.append((Cell(each.question), Cell(each.answer), Cell(score, setup.look.quiet, own=True)))
    if rows:
        yield Section(setup.headed(setup.table(_ANSWERS, rows, setup.sheet.width), "answers"))
