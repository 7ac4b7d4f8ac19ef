"""What the parts of a letter are set with."""

from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

from reviewdesk.domain.letters.frame import LetterFrame
from reviewdesk.domain.letters.pieces import Pieces, plain
from reviewdesk.domain.letters.words import phrases_in
from reviewdesk.domain.words import words_in
from reviewdesk.reports.fonts import fonts_in
from reviewdesk.reports.letter_sheet import LetterSheet
from reviewdesk.reports.lines import Ink, Run, Typesetter
from reviewdesk.reports.look import Look, Style
from reviewdesk.reports.page_frame import PageFrame
from reviewdesk.reports.section import Setup
from reviewdesk.reports.table import Rows

BETWEEN: Final = 9.0
BEHIND_TABLE: Final = 15.0


@dataclass(frozen=True, slots=True)
class LetterSetup(Setup):
    """What the parts of a letter need: its sheet, and whether it is set closer so that it stays on one page."""

    is_tight: bool = False

    @property
    def measure(self) -> float:
        """How wide the text is."""
        return self.sheet.measure if isinstance(self.sheet, LetterSheet) else self.sheet.width

    def closer(self, rows: Rows) -> Rows:
        """Set rows closer where the letter is."""
        return replace(rows, pad=3) if self.is_tight else rows

    @property
    def text(self) -> Style:
        """How the body of a letter is set."""
        size, leading = (9.6, 13.8) if self.is_tight else (10.2, 15.4)
        return Style(self.look.lead.ink._replace(size=size), leading)


def letter_setup(frame: LetterFrame, subject: Pieces, fonts: Path) -> LetterSetup:
    """Make ready what a letter is set with."""
    words = words_in(frame.language, frame.written_on)
    words = replace(words, phrases={**words.phrases, **phrases_in(words.language)})
    around = PageFrame(
        vendor=frame.vendor, branding=frame.branding, account=frame.recipient.company or frame.recipient.person,
        title=plain(subject), period=words.day(frame.written_on), on=frame.written_on, made_on=frame.written_on,
        email=frame.signer.email,
    )  # fmt: skip
    return LetterSetup(LetterSheet(around, words, Look(frame.branding), Typesetter(fonts_in(fonts)), frame))


def runs_of(pieces: Pieces, ink: Ink) -> list[Run]:
    """Give pieces of text as runs in one ink."""
    return [Run(text, ink, own) for text, own in pieces]
