"""What leads to another place of the same document: words that are pressed, and the number of its page."""

from dataclasses import dataclass
from functools import partial

from reviewdesk.reports.boxes import Box, Stack, draw_line, draw_stack, height_of
from reviewdesk.reports.lines import Run
from reviewdesk.reports.look import Style
from reviewdesk.reports.paper import Paper
from reviewdesk.reports.section import Setup


@dataclass(frozen=True, slots=True)
class LinkedBox:
    """A stack that leads to the place of this key when it is pressed."""

    stack: Stack
    key: str

    @property
    def height(self) -> float:
        """How high the stack is."""
        return height_of(self.stack)

    def cut(self, room: float) -> "tuple[Box | None, Box | None]":
        """Stay whole."""
        return (self, None) if room >= self.height else (None, self)

    def draw(self, paper: Paper, x: float, top: float, width: float) -> None:
        """Draw the stack, and the link over it."""
        draw_stack(paper, self.stack, x, top, width)
        paper.linkRect("", self.key, (x, top - self.height, x + width, top), relative=1, thickness=0)


@dataclass(frozen=True, slots=True)
class PageNumberBox:
    """The number of the page on which the place of this key stands, flush right; it is written when that is known."""

    setup: Setup
    key: str
    style: Style

    @property
    def height(self) -> float:
        """How high one line is."""
        return self.style.leading

    def cut(self, room: float) -> "tuple[Box | None, Box | None]":
        """Stay whole."""
        return (self, None) if room >= self.height else (None, self)

    def draw(self, paper: Paper, x: float, top: float, width: float) -> None:
        """Leave room for the number, and lead there when it is pressed."""
        baseline = top - self.style.leading / 2 - 0.36 * self.style.ink.size
        paper.draw_later(partial(self._write, x + width, baseline))
        paper.linkRect("", self.key, (x, top - self.height, x + width, top), relative=1, thickness=0)

    def _write(self, right: float, baseline: float, paper: Paper) -> None:
        number = str(paper.places.get(self.key, ""))
        line = self.setup.sheet.setter.shortened((Run(number, self.style.ink, own=True),), 60)
        if line is not None:
            draw_line(paper, line, right - line.width, baseline)
