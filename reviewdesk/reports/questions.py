"""Questions on a soft ground, each hung behind its number."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from reviewdesk.reports.boxes import Box, Stack, TextBox
from reviewdesk.reports.lines import Run
from reviewdesk.reports.look import Style
from reviewdesk.reports.paper import Paper
from reviewdesk.reports.section import Setup
from reviewdesk.reports.table import Column, Rows

_INSET = 11.0
_INDENT = 15.0
_AIR = 3.0


@dataclass(frozen=True, slots=True)
class Hung:
    """A text with its number before it; all its lines begin at one edge."""

    mark: Stack
    text: TextBox

    @property
    def height(self) -> float:
        """How high the text is, with a little air below."""
        return self.text.height + _AIR

    def cut(self, room: float) -> tuple[Box | None, Box | None]:
        """Cut between two lines; the number stays with the first."""
        upper, lower = self.text.cut(room - _AIR)
        if not isinstance(upper, TextBox):
            return None, self
        rest = replace(self, mark=(), text=lower) if isinstance(lower, TextBox) else None
        return replace(self, text=upper), rest

    def draw(self, paper: Paper, x: float, top: float, width: float) -> None:
        """Draw the number, and the text beside it."""
        for each in self.mark:
            each.draw(paper, x, top, _INDENT)
        self.text.draw(paper, x + _INDENT, top, width - _INDENT)


def questions(
    setup: Setup, heading: Sequence[Run], asked: Sequence[tuple[str, bool]], width: float, after: Sequence[Run] = ()
) -> Rows:
    """Set questions under a heading, each with whether its words are the template's own; `after` follows them."""
    look, room = setup.look, width - 2.2 * _INSET
    label = Style(look.label.ink, look.label.leading + 4)
    number_style = Style(look.number.ink, look.cell.leading)
    boxes: list[Box] = [*setup.stack(label, heading, room)]
    for number, (text, own) in enumerate(asked, 1):
        mark = setup.stack(number_style, (Run(str(number), look.number.ink, own=True),), 14)
        lines = setup.stack(look.cell, (Run(text, look.cell.ink, own),), room - _INDENT)
        boxes += [Hung(mark, each) for each in lines if isinstance(each, TextBox)]
    boxes += setup.stack(look.small, after, room)
    return Rows((Column(width),), ((tuple(boxes),),), pad=0, ruled=False, panel=look.tint, inset=_INSET)
