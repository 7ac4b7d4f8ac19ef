"""The frame of a chart: a scale of round numbers with its lines, labels below, and what the marks mean."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from math import ceil, floor, log10
from typing import Final, NamedTuple

from reviewdesk.reports.boxes import Stack
from reviewdesk.reports.lines import Line, Run
from reviewdesk.reports.look import HAIRLINE, MUTED, TEXT, Style
from reviewdesk.reports.section import Setup
from reviewdesk.reports.shapes import Area, Dot, Drawing, Fill, Label, Shape, Stroke

PLOT: Final = 82.0
TICKS: Final = 4
_STEPS: Final = (1.0, 2.0, 2.5, 5.0, 10.0)
_BETWEEN: Final = 5.0
_SWATCH: Final = 9.0


@dataclass(frozen=True, slots=True)
class Scale:
    """Round numbers from `least` to `most`, `step` apart."""

    least: float
    most: float
    step: float

    @classmethod
    def over(cls, least: float, most: float, *, whole: bool = False) -> "Scale":
        """Give a scale that holds these figures and zero, in few round steps; whole numbers have whole steps."""
        low, high = min(least, 0.0), max(most, 0.0)
        rough = (high - low or 1.0) / TICKS
        size = 10.0 ** floor(log10(rough))
        step = next(each * size for each in _STEPS if each * size >= rough * 0.999)
        if whole:
            step = float(max(1, ceil(step)))
        return cls(floor(low / step + 1e-9) * step, max(ceil(high / step - 1e-9), 1) * step, step)

    @property
    def ticks(self) -> tuple[float, ...]:
        """The round numbers."""
        return tuple(self.least + at * self.step for at in range(round((self.most - self.least) / self.step) + 1))

    def share(self, value: float) -> float:
        """Say how far up a value lies, from 0 to 1."""
        return (value - self.least) / (self.most - self.least)


class Mark(StrEnum):
    """What is drawn at one place, other than an area."""

    DOT = "dot"
    RING = "ring"
    WHISKER = "whisker"
    TICK = "tick"


class Key(NamedTuple):
    """What a mark means: its look, and its name."""

    shade: str
    look: Fill | Mark
    name: str


@dataclass(frozen=True, slots=True)
class Plot:
    """The ground of a chart: where a value and a column of it lie, in points from its upper left corner."""

    setup: Setup
    scale: Scale
    left: float
    width: float
    columns: int
    top: float = 4.0
    height: float = PLOT

    @property
    def column(self) -> float:
        """How wide one column is."""
        return (self.width - self.left) / self.columns

    def middle(self, place: int) -> float:
        """Give the middle of a column, counted from 0."""
        return self.left + self.column * (place + 0.5)

    def y(self, value: float) -> float:
        """Give how far down a value lies."""
        return self.top + self.height * (1 - self.scale.share(value))

    def bar(self, middle: float, width: float, value: float, look: Key, *, on: float = 0.0) -> Area:
        """Give a bar from one value up to another one on top of it, or down where it is below zero."""
        lower, upper = sorted((self.y(on), self.y(on + value)))
        fill = look.look if isinstance(look.look, Fill) else Fill.SOLID
        return Area(middle - width / 2, lower, width, max(upper - lower, 0.6), look.shade, fill)

    def beside(self, line: Line, x: float, y: float) -> Label:
        """Give a label to the right of a place, or to its left where there is no room."""
        fits = x + line.width <= self.width
        return Label(line, x if fits else 2 * x - self.width - line.width, y)

    def centred(self, line: Line, middle: float, y: float) -> Label:
        """Give a label around a middle, kept inside the chart."""
        return Label(line, min(max(middle - line.width / 2, 0.0), self.width - line.width), y)


def plot_of(setup: Setup, scale: Scale, columns: int, width: float, ticks: Sequence[str]) -> tuple[Plot, list[Shape]]:
    """Lay out a plot with its lines and the numbers at the left of them."""
    lines = [caption(setup, each) for each in ticks]
    left = max((line.width for line in lines), default=0.0) + _BETWEEN
    plot = Plot(setup, scale, left, width, columns)
    shapes: list[Shape] = []
    for value, line in zip(scale.ticks, lines, strict=True):
        at = plot.y(value)
        shade = MUTED if value == 0 else HAIRLINE
        shapes += [Stroke(left, at, width, at, shade), Label(line, left - _BETWEEN - line.width, at + 2.8)]
    return plot, shapes


def caption(setup: Setup, text: str, *, own: bool = True, strong: bool = False) -> Line:
    """Set a short text of a chart on one line."""
    style = strong_caption(setup) if strong else setup.look.caption
    line = setup.sheet.setter.shortened((Run(text, style.ink, own),), setup.sheet.width)
    return line if line is not None else Line((), 0.0, ())


def strong_caption(setup: Setup) -> Style:
    """Give the style of a figure beside its mark."""
    style = setup.look.caption
    return style._replace(ink=setup.look.label.ink._replace(size=style.ink.size, colour=TEXT))


def below(plot: Plot, names: Sequence[str], *, more: Sequence[str] = ()) -> tuple[list[Shape], float]:
    """Set the names of the columns below the plot, each second or third where they are too wide; give the end."""
    base = plot.top + plot.height
    lines = [caption(plot.setup, name) for name in names]
    most = max(line.width for line in lines) + 4
    every = max(1, ceil(most / plot.column))
    shapes: list[Shape] = [
        plot.centred(line, plot.middle(place), base + 11)
        for place, line in enumerate(lines)
        if (len(lines) - 1 - place) % every == 0
    ]
    for place, text in enumerate(more):
        shapes.append(plot.centred(caption(plot.setup, text), plot.middle(place), base + 22))
    return shapes, base + (28 if more else 17)


def legend(setup: Setup, keys: Sequence[Key], width: float) -> Stack:
    """Say what the marks mean, on as many lines as that takes."""
    style, x, y = setup.look.caption, 0.0, 8.0
    shapes: list[Shape] = []
    for key in keys:
        line = caption(setup, key.name)
        if x and x + _SWATCH + 4 + line.width > width:
            x, y = 0.0, y + style.leading
        shapes += (*_sample(key, x, y), Label(line, x + _SWATCH + 4, y))
        x += _SWATCH + 4 + line.width + 12
    return (Drawing(y + 5, tuple(shapes)),) if shapes else ()


def _sample(key: Key, x: float, y: float) -> tuple[Shape, ...]:
    """Draw a mark as it stands in the chart."""
    middle, centre = x + _SWATCH / 2, y - 2.8
    if isinstance(key.look, Fill):
        return (Area(x, y - 6.2, _SWATCH, 6.6, key.shade, key.look),)
    if key.look is Mark.TICK:
        return (Area(middle - 0.6, centre - 4.5, 1.2, 9, key.shade),)
    if key.look is Mark.WHISKER:
        ends = (centre - 4, centre + 4)
        caps = (Stroke(middle - 2.5, end, middle + 2.5, end, key.shade, 0.9) for end in ends)
        return (Stroke(middle, ends[0], middle, ends[1], key.shade, 0.9), *caps)
    return (Dot(middle, centre, 2.2, key.shade, is_open=key.look is Mark.RING),)


def whole(setup: Setup, value: float) -> str:
    """Write a whole number as the document's language does."""
    return setup.words.number(Decimal(round(value)))
