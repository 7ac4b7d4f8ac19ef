"""The charts of a summary in its outline: their figures in words and numbers, for whatever draws or lists them."""

from collections.abc import Iterator
from decimal import ROUND_HALF_UP, Decimal

from reviewdesk.domain.outline import Chart, ChartShape, Line, Series, own
from reviewdesk.domain.summary import PromiseState, Tone
from reviewdesk.domain.summary_charts import (
    AnswersOfReview,
    BoughtChart,
    ConcernsChart,
    PromisesChart,
    SatisfactionChart,
    SummaryCharts,
)
from reviewdesk.domain.words import Words

_TONES = {PromiseState.BROKEN: Tone.BAD, PromiseState.KEPT_LATE: Tone.WARN, PromiseState.KEPT: Tone.GOOD}


def charts_in(charts: SummaryCharts, words: Words) -> Iterator[Chart]:
    """Give the charts that there are, in the order of the pages."""
    if charts.bought is not None:
        yield _bought(charts.bought, words)
    if charts.satisfaction is not None:
        yield _satisfaction(charts.satisfaction, words)
    if charts.concerns is not None:
        yield _concerns(charts.concerns, words)
    if charts.promises is not None:
        yield _promises(charts.promises, words)


def _bought(chart: BoughtChart, words: Words) -> Chart:
    first, last = (f"{words.month(day)} {day.year}" for day in (chart.months[0].month, chart.months[-1].month))
    this = [_whole(each.amount) for each in chart.months]
    series = [_series(words["this year"].format(first=first, last=last), this, words)]
    if any(each.before is not None for each in chart.months):
        before = _series(words["year before"], [_whole(each.before) for each in chart.months], words, is_quiet=True)
        series.insert(0, before)
    key = "from bought in" if chart.is_converted else "from bought"
    source = _source(words[key].format(day=words.day(chart.as_of), currency=chart.currency))
    months = tuple(words.month(each.month) for each in chart.months)
    return Chart(ChartShape.COLUMNS, words["chart bought"], months, tuple(series), source, chart.currency)


def _whole(amount: Decimal | None) -> Decimal | None:
    """Give an amount without cents, as nobody reads them in a chart."""
    return None if amount is None else amount.quantize(Decimal(1), ROUND_HALF_UP)


def _satisfaction(chart: SatisfactionChart, words: Words) -> Chart:
    means = [each.mean for each in chart.reviews]
    notes = []
    if None in means:
        notes.append(words["too few"])
    if any(each.mean is not None and each.give_or_take is None for each in chart.reviews):
        notes.append(words["no margin"])
    source = _source(words["from answers"].format(day=words.day(chart.as_of)), *notes)
    unit = words["scale"].format(lowest=chart.lowest, highest=chart.highest)
    categories = tuple(_answered(each, words) for each in chart.reviews)
    shown = (_series(words["mean"], means, words),)
    title = words[f"chart {chart.asked.name.lower()}"]
    return Chart(ChartShape.LINE, title, categories, shown, source, unit, chart.lowest, chart.highest)


def _answered(each: AnswersOfReview, words: Words) -> str:
    margin = f", ±\u00a0{words.number(each.give_or_take)}" if each.give_or_take is not None else ""
    return f"{words.month(each.held_on)}\u00a0{each.held_on.year}, {words['answers at'].format(n=each.n)}{margin}"


def _concerns(chart: ConcernsChart, words: Words) -> Chart:
    opened = _series(words["opened"], [Decimal(each.opened) for each in chart.quarters], words, is_quiet=True)
    closed = _series(words["closed"], [Decimal(each.closed) for each in chart.quarters], words)
    day = words.day(chart.as_of)
    note = words["still open"].format(n=chart.still_open, day=day)
    source = _source(words["from concerns"].format(day=day), note)
    quarters = tuple(words.quarter(each.begins) for each in chart.quarters)
    return Chart(
        ChartShape.COLUMNS, words["chart concerns"], quarters, (opened, closed), source, words["number of"]
    )  # fmt: skip


def _promises(chart: PromisesChart, words: Words) -> Chart:
    counts = {
        PromiseState.BROKEN: [each.broken for each in chart.reviews],
        PromiseState.KEPT_LATE: [each.kept_late for each in chart.reviews],
        PromiseState.OPEN: [each.open for each in chart.reviews],
        PromiseState.KEPT: [each.kept for each in chart.reviews],
    }
    series = tuple(
        _series(words.ended(state).lower(), list(map(Decimal, found)), words, _TONES.get(state), is_quiet=True)
        for state, found in counts.items()
        if any(found)
    )
    source = _source(words["from promises"].format(day=words.day(chart.as_of)))
    reviews = tuple(f"{words.month(each.held_on)}\u00a0{each.held_on.year}" for each in chart.reviews)
    return Chart(ChartShape.STACKED, words["chart promises"], reviews, series, source, words["number of"])


def _series(
    name: str, values: list[Decimal | None] | list[Decimal], words: Words, tone: Tone | None = None, *,
    is_quiet: bool = False,
) -> Series:  # fmt: skip
    shown = tuple("–" if each is None else words.number(each) for each in values)
    return Series(name, tuple(values), shown, tone, is_quiet and tone is None)


def _source(words: str, *notes: str) -> Line:
    return (own(" ".join((*notes, f"{words}."))),)
