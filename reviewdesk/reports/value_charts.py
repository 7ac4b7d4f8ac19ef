"""The charts of amounts: what was bought by month, and how satisfied they are over reviews."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from typing import Final

from reviewdesk.domain.summary_charts import AnswersOfReview, BoughtChart, SatisfactionChart
from reviewdesk.reports.axes import Key, Mark, Plot, Scale, below, caption, legend, plot_of
from reviewdesk.reports.boxes import Stack
from reviewdesk.reports.chart_words import framed, source
from reviewdesk.reports.section import Setup
from reviewdesk.reports.shapes import Dot, Drawing, Fill, Shape, Stroke

_THOUSAND: Final = 1_000
_MILLION: Final = 1_000_000
_WHISKER: Final = 3.0
_ABOVE: Final = 6.0


def bought(setup: Setup, chart: BoughtChart, width: float) -> Stack:
    """Draw what was bought in each month beside the same month of the year before."""
    unit, words = _unit(chart), setup.words
    now = Key(setup.look.primary, Fill.SOLID, _span(setup, chart))
    then = Key(setup.look.primary, Fill.LIGHT, words["year before"])
    amounts = [float(amount) / unit for each in chart.months for amount in (each.amount, each.before or Decimal(0))]
    scale = Scale.over(min(amounts), max(amounts))
    plot, shapes = plot_of(setup, scale, len(chart.months), width, [_tick(setup, each) for each in scale.ticks])
    has_before = any(each.before is not None for each in chart.months)
    thick = min(plot.column * (0.36 if has_before else 0.6), 20.0)
    for place, each in enumerate(chart.months):
        middle = plot.middle(place)
        if each.before is not None:
            shapes.append(plot.bar(middle - thick / 2 - 0.4, thick, float(each.before) / unit, then))
            middle += thick / 2 + 0.4
        shapes.append(plot.bar(middle, thick, float(each.amount) / unit, now))
    names, end = below(plot, [words.month(each.month) for each in chart.months])
    drawn = Drawing(end, (*shapes, *names))
    size = {_THOUSAND: "thousand", _MILLION: "million"}.get(unit)
    axis = words[size].format(currency=chart.currency) if size else chart.currency
    key, more = ("from bought in", {"currency": chart.currency}) if chart.is_converted else ("from bought", {})
    keys = legend(setup, (now, then) if has_before else (now,), width)
    return framed(
        setup, words["chart bought"], axis, (*keys, drawn, *source(setup, key, chart.as_of, width, **more)), width
    )


def _unit(chart: BoughtChart) -> int:
    most = max(abs(amount) for each in chart.months for amount in (each.amount, each.before or Decimal(0)))
    return next((unit for unit in (_MILLION, _THOUSAND) if most >= 10 * unit), 1)


def _span(setup: Setup, chart: BoughtChart) -> str:
    first, last = (f"{setup.words.month(day)} {day.year}" for day in (chart.months[0].month, chart.months[-1].month))
    return setup.words["this year"].format(first=first, last=last)


def _tick(setup: Setup, value: float) -> str:
    """Write a round number with as many decimals as it needs."""
    exact = Decimal(repr(round(value, 6))).normalize()
    return setup.words.number(exact if exact != exact.to_integral_value() else exact.quantize(Decimal(1)))


def satisfaction(setup: Setup, chart: SatisfactionChart, width: float) -> Stack:
    """Draw the mean of the answers up to each review with its margin; too few answers are said in words."""
    words = setup.words
    scale = Scale(float(chart.lowest), float(chart.highest), _steps(chart))
    plot, shapes = plot_of(setup, scale, len(chart.reviews), width, [_tick(setup, each) for each in scale.ticks])
    for place, each in enumerate(chart.reviews):
        shapes += _mark(setup, plot, place, each)
    count = [words["answers at"].format(n=each.n) for each in chart.reviews]
    names, end = below(plot, [_when(setup, each.held_on) for each in chart.reviews], more=count)
    mean = Key(setup.look.primary, Mark.DOT, words["mean"])
    bar = Key(setup.look.primary, Mark.WHISKER, words["margin"])
    notes = " ".join(_notes(setup, chart))
    axis = words["scale"].format(lowest=chart.lowest, highest=chart.highest)
    below_it = source(setup, "from answers", chart.as_of, width, note=notes)
    boxes = (*legend(setup, (mean, bar), width), Drawing(end, (*shapes, *names)), *below_it)
    return framed(setup, words[f"chart {_NAMES[chart.asked.name]}"], axis, boxes, width)


_NAMES: Final = {"CONTENT": "content", "RECOMMEND": "recommend", "EASE": "ease"}


def _steps(chart: SatisfactionChart) -> float:
    return 2.0 if chart.highest - chart.lowest > 5 else 1.0


def _mark(setup: Setup, plot: Plot, place: int, each: AnswersOfReview) -> Iterator[Shape]:
    if each.mean is None:
        return
    x, mean, shade = plot.middle(place), float(each.mean), setup.look.primary
    if each.give_or_take is not None:
        lower, upper = (
            plot.y(min(max(mean + way * float(each.give_or_take), plot.scale.least), plot.scale.most))
            for way in (-1, 1)
        )
        yield Stroke(x, lower, x, upper, shade, 0.9)
        yield from (Stroke(x - _WHISKER, end, x + _WHISKER, end, shade, 0.9) for end in (lower, upper))
    yield Dot(x, plot.y(mean), 2.4, shade)
    figure = caption(setup, setup.words.number(each.mean), own=False, strong=True)
    yield plot.beside(figure, x + _ABOVE, plot.y(mean) + 2.8)


def _notes(setup: Setup, chart: SatisfactionChart) -> Iterator[str]:
    if any(each.mean is None for each in chart.reviews):
        yield setup.words["too few"]
    if any(each.mean is not None and each.give_or_take is None for each in chart.reviews):
        yield setup.words["alike"]


def _when(setup: Setup, day: date) -> str:
    return f"{setup.words.month(day)}\u00a0{day.year}"
