"""What a fillable page is made of: circles on a scale, boxes to tick and room to write."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final, NamedTuple

from reviewdesk.reports.boxes import Box, Stack, TextBox, colour, draw_line, draw_stack, height_of
from reviewdesk.reports.form_fields import LINE_INK, NOTHING, FormFields, Spot
from reviewdesk.reports.lines import Line
from reviewdesk.reports.paper import Paper

_SIDE: Final = 12.0
_TICK: Final = 10.0
_AIR: Final = 5.0
_APART: Final = 19.0
_RULE_INK: Final = "0.49 0.52 0.58 RG 0.4 w"


class Asking(NamedTuple):
    """A field's name, and what it says to who points at it or cannot see it."""

    name: str
    tip: str


class Step(NamedTuple):
    """One circle: the value it stands for, and the word beside it where it has one."""

    value: str
    word: Line | None = None


class _Whole:
    """What is never cut between two pages."""

    __slots__ = ()

    @property
    def height(self) -> float:
        """How high it is, in points."""
        raise NotImplementedError

    def cut(self, room: float) -> tuple[Box | None, Box | None]:
        """Stay whole."""
        mine: Box = self  # type: ignore[assignment]
        return (mine, None) if room >= self.height else (None, mine)


@dataclass(frozen=True, slots=True)
class Circles(_Whole):
    """Circles of which one is chosen, each with its word beside it; `pitch` is how far apart, else by words."""

    fields: FormFields
    asking: Asking
    steps: tuple[Step, ...]
    pitch: float = 0.0

    @property
    def height(self) -> float:
        """How high they are."""
        return _SIDE + 4

    def draw(self, paper: Paper, x: float, top: float, width: float) -> None:  # noqa: ARG002 - as wide as its words
        """Place the circles and draw their words."""
        places, y = [], top - _SIDE - 2
        for each in self.steps:
            places.append((each.value, _spot(paper, x, y, _SIDE, _SIDE)))
            if each.word is not None:
                draw_line(paper, each.word, x + _SIDE + 4, y + 3)
            x += self.pitch or _SIDE + (each.word.width if each.word else 0) + 22
        paper.note_own(each.word.words for each in self.steps if each.word is not None)
        self.fields.choice(paper, self.asking.name, self.asking.tip, places)


@dataclass(frozen=True, slots=True)
class Heads(_Whole):
    """Words above circles, each over the middle of its circle."""

    words: tuple[Line, ...]
    pitch: float
    height: float = 12.6

    def draw(self, paper: Paper, x: float, top: float, width: float) -> None:  # noqa: ARG002 - as wide as its words
        """Draw them."""
        for each in self.words:
            draw_line(paper, each, x + (_SIDE - each.width) / 2, top - 9.5)
            x += self.pitch
        paper.note_own(each.words for each in self.words)


@dataclass(frozen=True, slots=True)
class Ends(_Whole):
    """What the lowest and the highest step mean, below them: one at the left, one ending at `right`."""

    low: Line
    high: Line
    right: float
    height: float = 11.0

    def draw(self, paper: Paper, x: float, top: float, width: float) -> None:  # noqa: ARG002 - as wide as its circles
        """Draw both."""
        draw_line(paper, self.low, x, top - 8)
        draw_line(paper, self.high, max(x + self.right - self.high.width, x + self.low.width + 12), top - 8)
        paper.note_own((self.low.words, self.high.words))


@dataclass(frozen=True, slots=True)
class Ticks(_Whole):
    """Boxes to tick, each with its word beside it."""

    fields: FormFields
    ticks: tuple[tuple[Asking, Line], ...]

    @property
    def height(self) -> float:
        """How high they are, with the air below them."""
        return _TICK + 11

    def draw(self, paper: Paper, x: float, top: float, width: float) -> None:  # noqa: ARG002 - as wide as its words
        """Place the boxes and draw their words."""
        for asking, word in self.ticks:
            y = top - _TICK - 3
            self.fields.tick(paper, asking.name, asking.tip, _spot(paper, x, y, _TICK, _TICK))
            draw_line(paper, word, x + _TICK + 5, y + 2)
            x += _TICK + word.width + 27
        paper.note_own(word.words for _, word in self.ticks)


@dataclass(frozen=True, slots=True)
class Comment(_Whole):
    """Room for several lines; its ruled lines are on paper alone, for on screen letters run where they run."""

    fields: FormFields
    asking: Asking
    tall: float
    longest: int

    @property
    def height(self) -> float:
        """How high it is, with the air below it."""
        return self.tall + _AIR

    def draw(self, paper: Paper, x: float, top: float, width: float) -> None:
        """Draw the edge and place the field in it."""
        paper.setStrokeColor(colour(LINE_INK))
        paper.setLineWidth(0.6)
        paper.roundRect(x + 0.3, top - self.tall, width - 0.6, self.tall, 3.5, stroke=1, fill=0)
        inside = _spot(paper, x + 4, top - self.tall + 3, width - 8, self.tall - 6)
        self.fields.only_in_print(paper, inside, self._rules(inside))
        self.fields.text(paper, self.asking.name, self.asking.tip, inside, longest=self.longest, lines=True)

    def _rules(self, inside: Spot) -> str:
        """Draw lines for a pen, so far apart that it has room; the edge itself is the last of them."""
        count = int((self.tall - 8) / _APART)
        each = (f"3 {self.tall - 3 - at * _APART:.2f} m {inside.width - 3:.2f} {self.tall - 3 - at * _APART:.2f} l S"
                for at in range(1, count + 1))  # fmt: skip
        return f"{_RULE_INK} {' '.join(each)}"


@dataclass(frozen=True, slots=True)
class OneLine(_Whole):
    """Words, and behind them a line to write on."""

    fields: FormFields
    asking: Asking
    words: Line
    longest: int
    value: tuple[str, Line] = NOTHING
    height: float = 20.0

    def draw(self, paper: Paper, x: float, top: float, width: float) -> None:
        """Draw the words and the line, and place the field on it."""
        start = x + self.words.width + 8
        y = top - self.height + 3
        draw_line(paper, self.words, x, y + 4)
        paper.note_own((self.words.words,))
        paper.setStrokeColor(colour(LINE_INK))
        paper.setLineWidth(0.6)
        paper.line(start, y, x + width, y)
        spot = _spot(paper, start, y + 0.5, x + width - start, 13)
        self.fields.text(paper, self.asking.name, self.asking.tip, spot, longest=self.longest, value=self.value)


@dataclass(frozen=True, slots=True)
class Beside(_Whole):
    """Words, and circles behind them on the same line."""

    words: Line
    circles: Circles

    @property
    def height(self) -> float:
        """How high they are."""
        return self.circles.height

    def draw(self, paper: Paper, x: float, top: float, width: float) -> None:
        """Draw the words and the circles."""
        draw_line(paper, self.words, x, top - _SIDE + 1)
        paper.note_own((self.words.words,))
        self.circles.draw(paper, x + self.words.width + 18, top, width)


@dataclass(frozen=True, slots=True)
class Numbered(_Whole):
    """Boxes below a question, all of them hung behind its number."""

    number: Stack
    question: Stack
    below: Stack
    indent: float = 17.0

    @property
    def height(self) -> float:
        """How high all of it is."""
        return height_of(self.question) + (height_of(self.below) + 2 if self.below else 0)

    def draw(self, paper: Paper, x: float, top: float, width: float) -> None:
        """Draw the number, the question beside it and the rest below."""
        draw_stack(paper, self.number, x, top, self.indent)
        draw_stack(paper, self.question, x + self.indent, top, width - self.indent)
        draw_stack(paper, self.below, x + self.indent, top - height_of(self.question) - 2, width - self.indent)


@dataclass(frozen=True, slots=True)
class Hidden(_Whole):
    """What the document bears out of sight; it takes no room, and comes last so that all fields are known."""

    fields: FormFields
    values: tuple[tuple[str, str], ...]
    height: float = 0.0

    def draw(self, paper: Paper, x: float, top: float, width: float) -> None:  # noqa: ARG002 - nothing is seen of it
        """Put the values into the document and name all its fields."""
        for name, value in self.values:
            self.fields.hidden(paper, name, value)
        self.fields.tell_reader(paper)


def cut_lines(stack: Stack, most: int) -> Stack:
    """Give text of at most so many lines."""
    return tuple(replace(each, lines=each.lines[:most]) if isinstance(each, TextBox) else each for each in stack)


def width_of(steps: Sequence[Step], pitch: float) -> float:
    """Give how far it is from the first circle to the end of the last one, or of its word."""
    word = steps[-1].word
    return pitch * (len(steps) - 1) + _SIDE + (4 + word.width if word is not None else 0)


def _spot(paper: Paper, x: float, y: float, width: float, height: float) -> Spot:
    at_x, at_y = paper.absolutePosition(x, y)
    return Spot(at_x, at_y, width, height)
