"""The charts of a summary as one section of its pages, two beside each other."""

from collections.abc import Callable, Iterator
from functools import partial

from reviewdesk.domain.summary_charts import SummaryCharts
from reviewdesk.reports.boxes import Stack
from reviewdesk.reports.count_charts import concerns, promises
from reviewdesk.reports.look import GUTTER
from reviewdesk.reports.section import Setup
from reviewdesk.reports.shapes import Kept
from reviewdesk.reports.table import Column, Rows, Section
from reviewdesk.reports.value_charts import bought, satisfaction

Maker = Callable[[float], Stack]


def charts(setup: Setup, shown: SummaryCharts) -> Iterator[Section]:
    """Give the charts that there are; where their number is odd the first one is as wide as the page."""
    makers = list(_makers(setup, shown))
    if not makers:
        return
    half = (setup.sheet.width - GUTTER) / 2
    rows: list[tuple[Stack, ...]] = []
    if len(makers) % 2:
        rows.append((_kept(makers.pop(0)(setup.sheet.width)), ()))
    for left, right in zip(makers[::2], makers[1::2], strict=True):
        rows.append((_kept(left(half)), _kept(right(half))))
    yield Section(
        setup.headed(Rows((Column(half), Column(half)), tuple(rows), gap=GUTTER, pad=5, ruled=False), "figures")
    )


def _makers(setup: Setup, shown: SummaryCharts) -> Iterator[Maker]:
    if shown.bought is not None:
        yield partial(bought, setup, shown.bought)
    if shown.satisfaction is not None:
        yield partial(satisfaction, setup, shown.satisfaction)
    if shown.concerns is not None:
        yield partial(concerns, setup, shown.concerns)
    if shown.promises is not None:
        yield partial(promises, setup, shown.promises)


def _kept(stack: Stack) -> Stack:
    return (Kept(stack),)
