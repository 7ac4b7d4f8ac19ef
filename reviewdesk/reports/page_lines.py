"""Single lines around a document's pages: what each says, and how it is set where it must not wrap."""

from collections.abc import Sequence
from dataclasses import dataclass

from reviewdesk.domain.words import Words
from reviewdesk.reports.boxes import draw_line
from reviewdesk.reports.fonts import Weight
from reviewdesk.reports.lines import Run, Typesetter
from reviewdesk.reports.look import MARGIN, Look
from reviewdesk.reports.page_frame import PageFrame
from reviewdesk.reports.paper import Paper
from reviewdesk.reports.text import one_line


@dataclass(frozen=True, slots=True)
class PageLines:
    """The lines around the pages of one document."""

    frame: PageFrame
    words: Words
    look: Look
    setter: Typesetter
    size: tuple[float, float]

    @property
    def width(self) -> float:
        """How wide text may be."""
        return self.size[0] - 2 * MARGIN

    def occasion(self) -> list[Run]:
        """Give what was held: "Quarterly review · 2026 Q4"."""
        parts = [part for part in (one_line(self.frame.title), one_line(self.frame.period)) if part]
        ink = self.look.small.ink
        if not parts:
            return [Run(self.words.day(self.frame.on), ink, own=True)]
        return [run for part in parts for run in (Run(" · ", ink, own=True), Run(part, ink))][1:]

    def edition(self) -> list[Run]:
        """Give which version it is and when it was made."""
        ink = self.look.small.ink
        return [*self.label(ink.size), *(Run(text, ink, own) for text, own in self.frame.edition)]

    def label(self, size: float) -> list[Run]:
        """Say whom the document is for, where that is not the customer."""
        if not self.frame.label:
            return []
        ink = self.look.label.ink._replace(size=size, weight=Weight.BOLD)
        return [Run(self.frame.label, ink, own=True), Run("  ·  ", self.look.small.ink._replace(size=size), own=True)]

    def line(self, paper: Paper, runs: Sequence[Run], x: float, y: float, room: float) -> float:
        """Draw a line from here on, shortened to its room, and give how wide it is."""
        line = self.setter.shortened(runs, room)
        if line is None:
            return 0
        draw_line(paper, line, x, y)
        paper.note_own((line.words,))
        return line.width

    def line_right(self, paper: Paper, runs: Sequence[Run], y: float, room: float, beside: float = 0.0) -> None:
        """Draw a line flush with the right margin, or with what stands beside it there."""
        line = self.setter.shortened(runs, room)
        if line is not None:
            draw_line(paper, line, self.size[0] - MARGIN - beside - line.width, y)
            paper.note_own((line.words,))
