"""What stands in a cell: text that can be cut between two lines, and small bars."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import cache
from typing import Protocol, TypeAlias

from reportlab.lib.colors import Color, HexColor

from reviewdesk.reports.lines import Line, Setting
from reviewdesk.reports.look import HAIRLINE, Style
from reviewdesk.reports.paper import Paper


class Align(StrEnum):
    """Which side text is flush with, or that figures stand with their decimal points below each other."""

    LEFT = "left"
    RIGHT = "right"
    DECIMAL = "decimal"


class Box(Protocol):
    """Something with a height that is drawn below a line."""

    @property
    def height(self) -> float:
        """How high it is, in points."""

    def cut(self, room: float) -> "tuple[Box | None, Box | None]":
        """Give what fits into this height, and the rest."""

    def draw(self, paper: Paper, x: float, top: float, width: float) -> None:
        """Draw it with its upper edge here."""


Stack: TypeAlias = tuple[Box, ...]


@dataclass(frozen=True, slots=True)
class TextBox:
    """Lines of text in one style; `inset` is how far from the right edge they end where they are flush right."""

    lines: tuple[Line, ...]
    style: Style
    align: Align = Align.LEFT
    inset: float = 0.0

    @property
    def height(self) -> float:
        """How high the lines are together."""
        return len(self.lines) * self.style.leading

    def cut(self, room: float) -> tuple[Box | None, Box | None]:
        """Cut between two lines."""
        count = int((room + 0.01) / self.style.leading)
        upper, lower = self.lines[:count], self.lines[count:]
        return (replace(self, lines=upper) if upper else None), (replace(self, lines=lower) if lower else None)

    def draw(self, paper: Paper, x: float, top: float, width: float) -> None:
        """Draw the lines and note which words are the template's own."""
        baseline = top - self.style.leading / 2 - 0.36 * self.style.ink.size
        for line in self.lines:
            start = x if self.align is Align.LEFT else x + width - self.inset - line.width
            draw_line(paper, line, start, baseline)
            baseline -= self.style.leading
        paper.note_own(line.words for line in self.lines)


@dataclass(frozen=True, slots=True)
class ShareBar:
    """One bar cut into shares, each in its colour."""

    shares: tuple[tuple[int, str], ...]
    height: float = 16

    def cut(self, room: float) -> tuple[Box | None, Box | None]:
        """Stay whole."""
        return (self, None) if room >= self.height else (None, self)

    def draw(self, paper: Paper, x: float, top: float, width: float) -> None:
        """Draw the shares side by side with a gap between them."""
        given = [share for share in self.shares if share[0]]
        room = width - 1.5 * (len(given) - 1)
        for count, shade in given:
            length = room * count / sum(each for each, _ in given)
            paper.setFillColor(colour(shade))
            paper.rect(x, top - 11, length, 4.5, stroke=0, fill=1)
            x += length + 1.5


def height_of(stack: Stack) -> float:
    """Give how high boxes are on top of each other."""
    return sum(box.height for box in stack)


def cut_stack(stack: Stack, room: float) -> tuple[Stack, Stack]:
    """Cut boxes on top of each other at a height."""
    upper: list[Box] = []
    for place, box in enumerate(stack):
        if box.height > room + 0.01:
            above, below = box.cut(room)
            rest = (below,) if below else ()
            return (*upper, *((above,) if above else ())), (*rest, *stack[place + 1 :])
        upper.append(box)
        room -= box.height
    return tuple(upper), ()


def draw_stack(paper: Paper, stack: Stack, x: float, top: float, width: float) -> None:
    """Draw boxes on top of each other."""
    for box in stack:
        box.draw(paper, x, top, width)
        top -= box.height


def draw_line(paper: Paper, line: Line, x: float, baseline: float) -> None:
    """Draw the letters of one line."""
    paper.write_line(x, baseline, [(font, size, colour(shade), text) for font, size, shade, text in line.parts])


def boxed(setting: Setting, style: Style, align: Align = Align.LEFT) -> Stack:
    """Make a box of set text; several lines that are read from the right stand flush right. No text makes no box."""
    if not setting.lines:
        return ()
    leans = setting.leans_right and len(setting.lines) > 1
    return (TextBox(setting.lines, style, Align.RIGHT if leans else align),)


@cache
def colour(code: str) -> Color:
    """Give the colour of a code such as #1B1F27."""
    return HexColor(code)


def hairline(paper: Paper, x: float, y: float, width: float) -> None:
    """Draw the finest line that prints."""
    paper.setStrokeColor(colour(HAIRLINE))
    paper.setLineWidth(0.7)
    paper.line(x, y, x + width, y)


def panel(paper: Paper, x: float, y: float, size: Sequence[float], shade: str) -> None:
    """Draw a soft ground with round corners."""
    paper.setFillColor(colour(shade))
    paper.roundRect(x, y, size[0], size[1], 5, stroke=0, fill=1)
