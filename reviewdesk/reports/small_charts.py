"""Small quiet charts beside words that say the same: a bar for a score, and columns for twelve months."""

from collections.abc import Sequence
from dataclasses import dataclass

from reviewdesk.reports.boxes import Box, colour
from reviewdesk.reports.look import HAIRLINE, MUTED
from reviewdesk.reports.paper import Paper

_BEST = 100
_THICK = 4.0
_SEAM = 1.2
_PALE = "#C3C8D1"


@dataclass(frozen=True, slots=True)
class ScoreBar:
    """A bar from 0 to 100 filled up to a score, with seams where the bands meet."""

    score: int
    shade: str
    seams: tuple[int, ...] = (50, 75)
    height: float = 12.6

    def cut(self, room: float) -> "tuple[Box | None, Box | None]":
        """Stay whole."""
        return (self, None) if room >= self.height else (None, self)

    def draw(self, paper: Paper, x: float, top: float, width: float) -> None:
        """Draw the track, what is filled of it, and the seams on top."""
        bottom = top - self.height / 2 - _THICK / 2 - 0.4
        paper.setFillColor(colour(HAIRLINE))
        paper.rect(x, bottom, width, _THICK, stroke=0, fill=1)
        paper.setFillColor(colour(self.shade))
        paper.rect(x, bottom, width * min(self.score, _BEST) / _BEST, _THICK, stroke=0, fill=1)
        paper.setFillColor(colour("#FFFFFF"))
        for each in self.seams:
            paper.rect(x + width * each / _BEST - _SEAM / 2, bottom, _SEAM, _THICK, stroke=0, fill=1)


@dataclass(frozen=True, slots=True)
class MonthColumns:
    """One column a month on a line; the last is pale while its month is not over, credits hang below the line."""

    amounts: tuple[float, ...]
    is_over: bool = True
    height: float = 20

    def cut(self, room: float) -> "tuple[Box | None, Box | None]":
        """Stay whole."""
        return (self, None) if room >= self.height else (None, self)

    def draw(self, paper: Paper, x: float, top: float, width: float) -> None:
        """Draw the columns, as high as the largest allows, and the line they stand on."""
        low, high = min((0.0, *self.amounts)), max((0.0, *self.amounts))
        scale = (self.height - 5) / ((high - low) or 1)
        zero = top - self.height + 2 - low * scale
        step = width / len(self.amounts)
        for place, amount in enumerate(self.amounts):
            is_part = place == len(self.amounts) - 1 and not self.is_over
            paper.setFillColor(colour(_PALE if is_part else MUTED))
            paper.rect(x + place * step, zero, step * 0.68, amount * scale, stroke=0, fill=1)
        paper.setStrokeColor(colour(HAIRLINE))
        paper.setLineWidth(0.7)
        paper.line(x, zero, x + width, zero)


def month_columns(amounts: Sequence[float], *, is_over: bool) -> tuple[Box, ...]:
    """Give the columns, or nothing where nothing was bought in any month."""
    return (MonthColumns(tuple(amounts), is_over),) if any(amounts) else ()
