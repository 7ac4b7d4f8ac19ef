"""The goals of a summary: a table of figures with a bullet chart for each, misses first."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from reportlab.platypus import Flowable

from reviewdesk.domain.summary import Better, GoalStatus, ShownGoal, Tone
from reviewdesk.reports.axes import Key, Mark, legend
from reviewdesk.reports.boxes import Align, Box, Stack, colour
from reviewdesk.reports.look import HAIRLINE, TEXT, TONES
from reviewdesk.reports.paper import Paper
from reviewdesk.reports.section import Cell, Field, Setup
from reviewdesk.reports.shapes import Fill
from reviewdesk.reports.table import Section
from reviewdesk.reports.text import gate, one_line

_BAR: Final = 58.0
_GOALS: Final = (
    Field("goal", 190, flexible=True),
    Field("target", 106, align=Align.DECIMAL),
    Field("actual", 96, align=Align.DECIMAL),
    Field("progress", _BAR + 22, least=_BAR),
    Field("status", 74),
    Field("source", 150, flexible=True),
)
TONE_OF_GOAL: Final = {GoalStatus.BEHIND: Tone.BAD, GoalStatus.ON_TRACK: Tone.WARN, GoalStatus.MET: Tone.GOOD}
_QUIET: Final = "#6B7280"


@dataclass(frozen=True, slots=True)
class Bullet:
    """A bullet chart: a bar for the actual, a tick at the target, a ring at the time before; shares of the width."""

    actual: float
    target: float
    shade: str
    before: float | None = None
    height: float = 12.6

    def cut(self, room: float) -> tuple[Box | None, Box | None]:
        """Stay whole."""
        return (self, None) if room >= self.height else (None, self)

    def draw(self, paper: Paper, x: float, top: float, width: float) -> None:
        """Draw the track, the bar, the tick and the ring."""
        middle = top - self.height / 2 - 0.4
        paper.setFillColor(colour(HAIRLINE))
        paper.rect(x, middle - 4, width, 8, stroke=0, fill=1)
        paper.setFillColor(colour(self.shade))
        paper.rect(x, middle - 2, max(1.5, width * self.actual), 4, stroke=0, fill=1)
        paper.setFillColor(colour(TEXT))
        paper.rect(x + (width - 1.4) * self.target, middle - 5.4, 1.4, 10.8, stroke=0, fill=1)
        if self.before is not None:
            paper.setFillColor(colour("#FFFFFF"))
            paper.setStrokeColor(colour(TEXT))
            paper.setLineWidth(0.8)
            paper.circle(x + 2 + (width - 4) * self.before, middle, 2, stroke=1, fill=1)


def goals(setup: Setup, shown: Sequence[ShownGoal], *, with_bars: bool = True) -> Iterator[Flowable]:
    """Give the goals with their figures, misses first."""
    order = list(GoalStatus)
    named = sorted((each for each in shown if gate(each.name)), key=lambda goal: order.index(goal.status))
    rows = [_goal(setup, each, with_bar=with_bars) for each in named]
    if rows:
        table = setup.headed(setup.table(_GOALS, rows, setup.sheet.width), "goals")
        keys = _keys(setup) if with_bars and any(each.before is not None and _bar(each) for each in named) else ()
        yield Section(replace(table, heading=(*table.heading, *keys)))


def _keys(setup: Setup) -> Stack:
    words = setup.words
    keys = (
        Key(_QUIET, Fill.SOLID, words["bar"]),
        Key(TEXT, Mark.TICK, words["tick"]),
        Key(TEXT, Mark.RING, words["ring"]),
    )
    return legend(setup, keys, setup.sheet.width)


def _goal(setup: Setup, goal: ShownGoal, *, with_bar: bool) -> tuple[Cell, ...]:
    words, look, unit = setup.words, setup.look, one_line(goal.unit)
    target = words.number(goal.target, unit)
    if goal.better is Better.DOWN:
        target = "".join(text for text, _ in words.filled("at most", number=(target, False)))
    day = words.short_day(goal.source_date) if goal.source_date else ""
    source = ", ".join(filter(None, (one_line(goal.source), day)))
    actual = Cell("–")
    if goal.actual is not None:
        actual = Cell(words.number(goal.actual, unit), after=words.after_point(goal.actual, unit), unit=unit)
    return (
        Cell(goal.name),
        Cell(target, after=words.after_point(goal.target, unit), unit=unit),
        actual,
        Cell(boxes=_bar(goal) if with_bar else ()),
        Cell(words.status(goal.status), look.toned(TONE_OF_GOAL[goal.status]), own=True),
        Cell(source, look.quiet),
    )


def _bar(goal: ShownGoal) -> Stack:
    """Draw the figures of a goal on one scale from zero; where one is below zero, or nothing is known, none."""
    actual, target, before = goal.actual, goal.target, goal.before
    known = [each for each in (actual, target, before) if each is not None]
    most = max(known)
    if actual is None or min(known) < 0 or most == 0:
        return ()
    shares = (float(actual / most), float(target / most), float(before / most) if before is not None else None)
    return (Bullet(shares[0], shares[1], TONES[TONE_OF_GOAL[goal.status]], shares[2]),)
