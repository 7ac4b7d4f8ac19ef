"""The charts that count: concerns raised and closed by quarter, and what became of our promises by review."""

from collections.abc import Iterator, Sequence
from typing import Final

from reviewdesk.domain.summary import PromiseState, Tone
from reviewdesk.domain.summary_charts import ConcernsChart, PromisesChart, PromisesOfReview
from reviewdesk.reports.axes import Key, Plot, Scale, below, caption, legend, plot_of, whole
from reviewdesk.reports.boxes import Stack
from reviewdesk.reports.chart_words import framed, source
from reviewdesk.reports.look import TONES
from reviewdesk.reports.section import Setup
from reviewdesk.reports.shapes import Drawing, Fill, Label, Shape

OPEN_SHADE: Final = "#6B7280"
PROMISE_LOOKS: Final = {
    PromiseState.BROKEN: (TONES[Tone.BAD], Fill.CROSSED),
    PromiseState.KEPT_LATE: (TONES[Tone.WARN], Fill.HATCHED),
    PromiseState.OPEN: (OPEN_SHADE, Fill.LIGHT),
    PromiseState.KEPT: (TONES[Tone.GOOD], Fill.SOLID),
}
_THICKEST: Final = 20.0
_TOGETHER: Final = 0.34
_ALONE: Final = 0.55
_ROOM_FOR_A_FIGURE: Final = 8.0


def concerns(setup: Setup, chart: ConcernsChart, width: float) -> Stack:
    """Draw how many concerns were raised and closed in each quarter, each count above its bar."""
    words, quarters = setup.words, chart.quarters
    raised = Key(setup.look.accent, Fill.SOLID, words["opened"])
    closed = Key(setup.look.primary, Fill.HATCHED, words["closed"])
    plot, shapes = _counting(setup, [max(each.opened, each.closed) for each in quarters], width)
    thick = min(plot.column * _TOGETHER, _THICKEST)
    for place, each in enumerate(quarters):
        middle = plot.middle(place)
        shapes += _counted(plot, middle - thick / 2 - 0.6, thick, each.opened, raised)
        shapes += _counted(plot, middle + thick / 2 + 0.6, thick, each.closed, closed)
    names, end = below(plot, [words.quarter(each.begins) for each in quarters])
    note = words["still open"].format(n=whole(setup, chart.still_open), day=words.day(chart.as_of))
    foot = source(setup, "from concerns", chart.as_of, width, note=note)
    boxes = (*legend(setup, (raised, closed), width), Drawing(end, (*shapes, *names)), *foot)
    return framed(setup, words["chart concerns"], words["number of"], boxes, width)


def _counting(setup: Setup, counts: Sequence[int], width: float) -> tuple[Plot, list[Shape]]:
    scale = Scale.over(0, float(max(counts)) * 1.12, whole=True)
    return plot_of(setup, scale, len(counts), width, [whole(setup, each) for each in scale.ticks])


def _counted(plot: Plot, middle: float, thick: float, count: int, look: Key) -> Iterator[Shape]:
    if count:
        yield plot.bar(middle, thick, count, look)
        figure = caption(plot.setup, whole(plot.setup, count), own=False, strong=True)
        yield plot.centred(figure, middle, plot.y(count) - 2.2)


def promises(setup: Setup, chart: PromisesChart, width: float) -> Stack:
    """Draw what became of our promises of each review, misses at the bottom, how many there were above."""
    words = setup.words
    looks = {state: Key(*look, words.ended(state).lower()) for state, look in PROMISE_LOOKS.items()}
    plot, shapes = _counting(setup, [each.count for each in chart.reviews], width)
    thick = min(plot.column * _ALONE, _THICKEST)
    for place, each in enumerate(chart.reviews):
        shapes += _piled(plot, plot.middle(place), thick, each, looks)
    names = [f"{words.month(each.held_on)}\u00a0{each.held_on.year}" for each in chart.reviews]
    labels, end = below(plot, names)
    used = [look for state, look in looks.items() if any(_count(each, state) for each in chart.reviews)]
    foot = source(setup, "from promises", chart.as_of, width)
    boxes = (*legend(setup, used, width), Drawing(end, (*shapes, *labels)), *foot)
    return framed(setup, words["chart promises"], words["number of"], boxes, width)


def _piled(
    plot: Plot, middle: float, thick: float, each: PromisesOfReview, looks: dict[PromiseState, Key]
) -> Iterator[Shape]:
    on = 0
    for state, look in looks.items():
        count = _count(each, state)
        if count:
            yield plot.bar(middle, thick, count, look, on=on)
            if state is not PromiseState.KEPT:
                yield from _beside(plot, middle + thick / 2 + 3, on, count)
            on += count
    figure = caption(plot.setup, whole(plot.setup, each.count), own=False, strong=True)
    yield plot.centred(figure, middle, plot.y(on) - 2.2)


def _beside(plot: Plot, x: float, on: int, count: int) -> Iterator[Shape]:
    """Say how many there are beside their part of a bar, where there is room between this bar and the next."""
    figure = caption(plot.setup, whole(plot.setup, count), own=False)
    has_room = x + figure.width <= x - 3 + (plot.column - min(plot.column * _ALONE, _THICKEST)) / 2
    if has_room and plot.y(on) - plot.y(on + count) >= _ROOM_FOR_A_FIGURE:
        yield Label(figure, x, plot.y(on + count / 2) + 2.8)


def _count(each: PromisesOfReview, state: PromiseState) -> int:
    counts = {
        PromiseState.BROKEN: each.broken,
        PromiseState.KEPT_LATE: each.kept_late,
        PromiseState.OPEN: each.open,
        PromiseState.KEPT: each.kept,
    }
    return counts[state]
