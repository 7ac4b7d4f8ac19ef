"""What is written on by hand: ruled lines and boxes to tick, dark enough for a copy in grey."""

from dataclasses import dataclass, replace
from typing import Final

from reviewdesk.reports.boxes import Box, Stack, colour, draw_stack
from reviewdesk.reports.paper import Paper

_INK: Final = "#7D8594"
_SIDE: Final = 8.6


@dataclass(frozen=True, slots=True)
class RuledLines:
    """Lines to write on, so far apart that a pen has room."""

    count: int
    apart: float = 20.0

    @property
    def height(self) -> float:
        """How high they are together."""
        return self.count * self.apart

    def cut(self, room: float) -> tuple[Box | None, Box | None]:
        """Cut between two lines."""
        fit = min(int((room + 0.01) / self.apart), self.count)
        upper = replace(self, count=fit) if fit else None
        return upper, (replace(self, count=self.count - fit) if fit < self.count else None)

    def draw(self, paper: Paper, x: float, top: float, width: float) -> None:
        """Draw each at the foot of its room."""
        paper.setStrokeColor(colour(_INK))
        paper.setLineWidth(0.5)
        for number in range(1, self.count + 1):
            y = top - number * self.apart + 2
            paper.line(x, y, x + width, y)


@dataclass(frozen=True, slots=True)
class TickBox:
    """An empty square."""

    height: float = 12.6

    def cut(self, room: float) -> tuple[Box | None, Box | None]:
        """Stay whole."""
        return (self, None) if room >= self.height else (None, self)

    def draw(self, paper: Paper, x: float, top: float, width: float) -> None:  # noqa: ARG002 - it has its own width
        """Draw the square beside a line of text."""
        paper.setStrokeColor(colour(_INK))
        paper.setLineWidth(0.9)
        paper.roundRect(x + 0.5, top - self.height / 2 - _SIDE / 2, _SIDE, _SIDE, 1.6, stroke=1, fill=0)


@dataclass(frozen=True, slots=True)
class LinesAbove:
    """Short lines side by side, each with what is written on it in small letters below."""

    captions: tuple[Stack, ...]
    height: float = 38.0

    def cut(self, room: float) -> tuple[Box | None, Box | None]:
        """Stay whole."""
        return (self, None) if room >= self.height else (None, self)

    def draw(self, paper: Paper, x: float, top: float, width: float) -> None:
        """Draw the lines with their captions."""
        each = (width - 20 * (len(self.captions) - 1)) / len(self.captions)
        for caption in self.captions:
            RuledLines(1, 24).draw(paper, x, top, each)
            draw_stack(paper, caption, x, top - 24, each)
            x += each + 20


@dataclass(frozen=True, slots=True)
class Space:
    """Nothing, so high."""

    height: float

    def cut(self, room: float) -> tuple[Box | None, Box | None]:
        """Be left out where a page ends."""
        return (self, None) if room >= self.height else (None, None)

    def draw(self, paper: Paper, x: float, top: float, width: float) -> None:
        """Draw nothing."""
