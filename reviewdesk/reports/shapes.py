"""Small vector drawings: bars, strokes, dots and labels placed on a box whose upper left corner is the origin."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol

from reviewdesk.domain.contrast import mixed
from reviewdesk.reports.boxes import Box, Stack, colour, draw_line, draw_stack, height_of
from reviewdesk.reports.lines import Line
from reviewdesk.reports.paper import Paper

_HATCH = 2.6
_OUTLINE = 0.6


class Fill(StrEnum):
    """How an area is filled, so that it is told from others without colour."""

    SOLID = "solid"
    LIGHT = "light"
    HATCHED = "hatched"
    CROSSED = "crossed"


class Shape(Protocol):
    """Something drawn at a place of its own, measured in points from the upper left corner."""

    def draw(self, paper: Paper, x: float, top: float) -> None:
        """Draw it where the corner is here."""


@dataclass(frozen=True, slots=True)
class Area:
    """A rectangle: `x` and `y` are its upper left corner."""

    x: float
    y: float
    width: float
    height: float
    shade: str
    fill: Fill = Fill.SOLID

    def draw(self, paper: Paper, x: float, top: float) -> None:
        """Draw it, patterns inside an outline."""
        left, lower = x + self.x, top - self.y - self.height
        plain = self.shade if self.fill is Fill.SOLID else mixed(self.shade, "#FFFFFF", 0.16)
        paper.setFillColor(colour(plain))
        if self.fill is Fill.SOLID:
            paper.rect(left, lower, self.width, self.height, stroke=0, fill=1)
            return
        paper.saveState()
        paper.setStrokeColor(colour(self.shade))
        paper.setLineWidth(_OUTLINE)
        inside = paper.beginPath()
        inside.rect(left, lower, self.width, self.height)
        paper.clipPath(inside, stroke=0, fill=1)
        self._pattern(paper, left, lower)
        edge = _OUTLINE / 2
        paper.rect(left + edge, lower + edge, max(self.width - _OUTLINE, 0), max(self.height - _OUTLINE, 0), fill=0)
        paper.restoreState()

    def _pattern(self, paper: Paper, left: float, lower: float) -> None:
        if self.fill is Fill.LIGHT:
            return
        away = -self.height
        while away < self.width:
            paper.line(left + away, lower, left + away + self.height, lower + self.height)
            if self.fill is Fill.CROSSED:
                paper.line(left + away, lower + self.height, left + away + self.height, lower)
            away += _HATCH


@dataclass(frozen=True, slots=True)
class Stroke:
    """A straight line from one place to another."""

    x: float
    y: float
    to_x: float
    to_y: float
    shade: str
    weight: float = 0.7

    def draw(self, paper: Paper, x: float, top: float) -> None:
        """Draw it."""
        paper.setStrokeColor(colour(self.shade))
        paper.setLineWidth(self.weight)
        paper.line(x + self.x, top - self.y, x + self.to_x, top - self.to_y)


@dataclass(frozen=True, slots=True)
class Dot:
    """A round mark; an open one is white inside."""

    x: float
    y: float
    radius: float
    shade: str
    is_open: bool = False

    def draw(self, paper: Paper, x: float, top: float) -> None:
        """Draw it."""
        paper.setStrokeColor(colour(self.shade))
        paper.setLineWidth(1.1)
        paper.setFillColor(colour("#FFFFFF" if self.is_open else self.shade))
        paper.circle(x + self.x, top - self.y, self.radius, stroke=1, fill=1)


@dataclass(frozen=True, slots=True)
class Label:
    """One line of text whose baseline begins at a place."""

    line: Line
    x: float
    y: float

    def draw(self, paper: Paper, x: float, top: float) -> None:
        """Draw it and note which words are the template's own."""
        draw_line(paper, self.line, x + self.x, top - self.y)
        paper.note_own((self.line.words,))


@dataclass(frozen=True, slots=True)
class Drawing:
    """Shapes on a box that is never cut."""

    height: float
    shapes: tuple[Shape, ...]

    def cut(self, room: float) -> tuple[Box | None, Box | None]:
        """Stay whole."""
        return (self, None) if room >= self.height - 0.01 else (None, self)

    def draw(self, paper: Paper, x: float, top: float, width: float) -> None:  # noqa: ARG002 - places are its own
        """Draw all shapes, the first at the bottom."""
        for shape in self.shapes:
            shape.draw(paper, x, top)


@dataclass(frozen=True, slots=True)
class Kept:
    """Boxes that stay together on one page."""

    stack: Stack

    @property
    def height(self) -> float:
        """How high they are together."""
        return height_of(self.stack)

    def cut(self, room: float) -> tuple[Box | None, Box | None]:
        """Stay whole."""
        return (self, None) if room >= self.height - 0.01 else (None, self)

    def draw(self, paper: Paper, x: float, top: float, width: float) -> None:
        """Draw them on top of each other."""
        draw_stack(paper, self.stack, x, top, width)
