"""The sheet a letter is written on: the address where an envelope's window shows it, the date, marks to fold at.

On A4 it is form B of DIN 5008, for a window at the left of an envelope of 220 x 110 mm; on Letter it suits the window
of a No. 10 envelope.
"""

from dataclasses import dataclass
from typing import Any, Final, NamedTuple, cast

from reportlab.lib.units import inch, mm
from reportlab.platypus import Frame, PageTemplate

from reviewdesk.domain.book import PaperSize
from reviewdesk.domain.letters.frame import LetterFrame
from reviewdesk.domain.letters.pieces import filled
from reviewdesk.domain.letters.words import phrases_in
from reviewdesk.reports.boxes import draw_line, hairline
from reviewdesk.reports.lines import Line, Run
from reviewdesk.reports.look import MARGIN, Style
from reviewdesk.reports.paper import Paper
from reviewdesk.reports.sheet import Sheet
from reviewdesk.reports.text import one_line

LEFT: Final = 25 * mm
RIGHT: Final = 20 * mm
_FOOT: Final = 58.0
_RUNNING_HEAD: Final = 74.0
_MOST_LINES: Final = 6
_BESIDE: Final = 62 * mm


class _Places(NamedTuple):
    """How far down from the upper edge what stands, in points; `folds` are the marks at the left edge."""

    sender: float
    address: float
    body: float
    folds: tuple[float, ...] = ()


_ON_A4: Final = _Places(60.5 * mm, 62.7 * mm, 98.46 * mm, (105 * mm, 148.5 * mm, 210 * mm))
_ON_LETTER: Final = _Places(2.08 * inch, 2.16 * inch, 3.62 * inch)


@dataclass(frozen=True)
class LetterSheet(Sheet):
    """A sheet whose first page is a letter's."""

    letter: LetterFrame | None = None

    @property
    def measure(self) -> float:
        """How wide the text of a letter is."""
        return self.size[0] - LEFT - RIGHT

    @property
    def _places(self) -> _Places:
        return _ON_A4 if self.frame.branding.paper is PaperSize.A4 else _ON_LETTER

    def _template(self, name: str, head: float, strip: float, draw: Any) -> PageTemplate:  # noqa: ANN401, ARG002
        top = self._places.body if name == "first" else _RUNNING_HEAD
        frame = Frame(LEFT, _FOOT, self.measure, self.size[1] - top - _FOOT, 0, 0, 0, 0, id=name)
        return PageTemplate(id=name, frames=[frame], onPage=draw, onPageEnd=cast("Any", self._foot))

    def _first_page(self, paper: Paper, document: object) -> None:
        super()._first_page(paper, document)
        self._sender(paper)
        self._address(paper)
        self._contact(paper)
        for y in self._places.folds:
            hairline(paper, 4.5 * mm, self.size[1] - y, 3 * mm if y == self._places.folds[1] else 4.5 * mm)

    def _occasion(self) -> list[Run]:
        """Say nothing at the head: a letter says itself what it is."""
        return []

    def _later_page(self, paper: Paper, _: object) -> None:
        """Say on each further page whom the letter is for, what about, and of what day it is."""
        y, small = self.size[1] - 42, self.look.small.ink
        name = self.look.label.ink._replace(size=small.size)
        end = MARGIN + self._line(paper, [Run(self.frame.account, name)], MARGIN, y, self.width * 0.4)
        about = [Run("  ·  ", small, own=True), Run(one_line(self.frame.title), small)]
        self._line(paper, about, end, y, MARGIN + self.width * 0.76 - end)
        self._line_right(paper, [Run(self.words.day(self.frame.on), small, own=True)], y, self.width * 0.24)
        hairline(paper, MARGIN, y - 10, self.width)

    def _sender(self, paper: Paper) -> None:
        """Write who sends it in small letters above the address, for who brings it back."""
        vendor, ink = self.frame.vendor, self.look.small.ink._replace(size=6.8)
        parts = [each for each in (one_line(vendor.name), one_line(vendor.line)) if each]
        line = self.setter.shortened([Run(" · ".join(parts), ink)], _BESIDE + 20 * mm)
        if line is not None:
            self._place(paper, line, LEFT, self._places.sender)

    def _address(self, paper: Paper) -> None:
        """Write the address in the window: as many lines as it has room for, each cut where it is too long."""
        style = Style(self.look.body.ink, 12.8)
        lines = _fitting(self.letter.recipient.lines if self.letter else ())
        for at, text in enumerate(lines):
            line = self.setter.shortened([Run(text, style.ink)], 80 * mm)
            if line is not None:
                self._place(paper, line, LEFT, self._places.address + (at + 0.78) * style.leading)

    def _contact(self, paper: Paper) -> None:
        """Write who to talk to and the day, at the right of the address."""
        look, x = self.look, self.size[0] - RIGHT - _BESIDE
        y = self._places.address + 10
        for runs, leading in self._said_beside():
            line = self.setter.shortened(runs, _BESIDE)
            if line is not None:
                self._place(paper, line, x, y)
                y += leading
        day = self.setter.shortened([Run(text, look.small.ink, own) for text, own in self._dated()], _BESIDE)
        if day is not None:
            self._place(paper, day, x, max(y + 6, self._places.address + 5.78 * 12.8))

    def _said_beside(self) -> list[tuple[list[Run], float]]:
        signer, look = self.letter.signer if self.letter else None, self.look
        if signer is None or not one_line(signer.name):
            return []
        head = phrases_in(self.words.language)["contact"]
        said = [([Run(head, look.label.ink, own=True)], 13.0), ([Run(signer.name, look.small.ink)], 12.2)]
        more = (each for each in (signer.role, signer.phone, signer.email) if one_line(each))
        return said + [([Run(each, look.small.ink)], 12.2) for each in more]

    def _dated(self) -> tuple[tuple[str, bool], ...]:
        """Give "Hamburg, 24 November 2026", the day alone where no place is known."""
        day, place = self.words.day(self.frame.on), one_line(self.letter.place) if self.letter else ""
        if not place:
            return ((day, True),)
        return filled(phrases_in(self.words.language)["dated"], place=place, day=day)

    def _place(self, paper: Paper, line: Line, x: float, down: float) -> None:
        draw_line(paper, line, x, self.size[1] - down)
        paper.note_own((line.words,))


def _fitting(lines: tuple[str, ...]) -> tuple[str, ...]:
    """Keep the first and the last lines of an address that is too long for the window."""
    return lines if len(lines) <= _MOST_LINES else (*lines[:3], *lines[-(_MOST_LINES - 3) :])
