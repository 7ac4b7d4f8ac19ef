"""How a letter ends: its last lines, the closing, room to sign by hand, the name, and what is enclosed."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Final

from reportlab.platypus import Flowable

from reviewdesk.domain.letters.frame import LetterFrame
from reviewdesk.domain.letters.pieces import Pieces
from reviewdesk.reports.boxes import Box, Stack, TextBox, draw_stack, height_of
from reviewdesk.reports.by_hand import Space
from reviewdesk.reports.letter_setup import LetterSetup, runs_of
from reviewdesk.reports.lines import Run
from reviewdesk.reports.look import Style
from reviewdesk.reports.paper import Paper
from reviewdesk.reports.table import Column, Rows, Section
from reviewdesk.reports.text import one_line

_TO_SIGN: Final = 34.0
_TO_SIGN_CLOSELY: Final = 22.0
_GOES_ALONG: Final = 2
_MOST_LINES: Final = 8


@dataclass(frozen=True, slots=True)
class Together:
    """Boxes on top of each other that stay on one page."""

    boxes: Stack

    @property
    def height(self) -> float:
        """How high they are together."""
        return height_of(self.boxes)

    def cut(self, room: float) -> tuple[Box | None, Box | None]:
        """Stay whole."""
        return (self, None) if room >= self.height else (None, self)

    def draw(self, paper: Paper, x: float, top: float, width: float) -> None:
        """Draw them below each other."""
        draw_stack(paper, self.boxes, x, top, width)


def signed(setup: LetterSetup, frame: LetterFrame, closing: Pieces, last: Pieces, before: float) -> Iterator[Flowable]:
    """Set the last paragraph and the ending, which is never alone on a page: two lines of the text go along."""
    text = setup.text
    stack = setup.stack(text, runs_of(last, text.ink), setup.measure)
    box = stack[0] if stack else None
    if isinstance(box, TextBox) and len(box.lines) > 2 * _GOES_ALONG:
        yield _block(setup, (replace(box, lines=box.lines[:-_GOES_ALONG]),), before)
        stack, before = (replace(box, lines=box.lines[-_GOES_ALONG:]),), 0.0
    yield _block(setup, (Together((*stack, Space(14), *_ending(setup, frame, closing))),), before)


def _block(setup: LetterSetup, stack: Stack, before: float) -> Flowable:
    return Section(Rows((Column(setup.measure),), ((stack,),), pad=0, ruled=False), before=before)


def _ending(setup: LetterSetup, frame: LetterFrame, closing: Pieces) -> Stack:
    text, small, width = setup.text, setup.look.small, setup.measure
    name = Style(setup.look.label.ink._replace(colour=text.ink.colour, size=text.ink.size), 14.4)
    first, *more = _signature(frame)
    return (
        *setup.stack(text, runs_of(closing, text.ink), width),
        Space(_TO_SIGN_CLOSELY if setup.is_tight else _TO_SIGN),
        *setup.stack(name, (Run(first[:200], name.ink),), width),
        *(box for each in more for box in setup.stack(small, (Run(each[:200], small.ink),), width)),
        *_enclosed(setup, frame),
    )


def _signature(frame: LetterFrame) -> tuple[str, ...]:
    """Give the lines below the closing: the signature of the book, else the name with role and company."""
    set_by_hand = [one_line(each) for each in frame.branding.signature.splitlines() if one_line(each)]
    if set_by_hand:
        return tuple(set_by_hand[:_MOST_LINES])
    firm = one_line(frame.vendor.name)
    signer = one_line(frame.signer.name) or firm
    below = ", ".join(each for each in (one_line(frame.signer.role), firm) if each and each != signer)
    return signer, *((below,) if below else ())


def _enclosed(setup: LetterSetup, frame: LetterFrame) -> Stack:
    files = [one_line(each) for each in frame.enclosures if one_line(each)]
    if not files:
        return ()
    small = setup.look.small
    head = setup.words["enclosure" if len(files) == 1 else "enclosures"]
    runs = [Run(f"{head}: ", small.ink, own=True), Run(", ".join(files), small.ink)]
    return (Space(14), *setup.stack(small, runs, setup.measure))
