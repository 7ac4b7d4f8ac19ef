"""The first answer to a concern: it thanks, says that this is not how we want it, and admits nothing unless chosen."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Final

from reviewdesk.domain.letters.completeness import Missing, gives_thanks
from reviewdesk.domain.letters.frame import LetterFrame
from reviewdesk.domain.letters.parts import Paragraph, Part, SetOff
from reviewdesk.domain.letters.pieces import Pieces, data, plain, recognised
from reviewdesk.domain.letters.words import on_day, phrases_in
from reviewdesk.domain.summary import CustomerSummary, ShownConcern

ANSWER_WITHIN: Final = 1  # working days
CALL_WITHIN: Final = 2  # working days


@dataclass(frozen=True, slots=True, kw_only=True)
class FirstAnswer:
    """All that a first answer says; `concern` is its wording for the customer, `admission` is empty unless chosen."""

    frame: LetterFrame
    raised_on: date
    concern: str = ""
    thanks: str = ""
    not_so: str = ""
    understand: str = ""
    admission: str = ""
    own_words: str = ""

    @property
    def subject(self) -> Pieces:
        """Give what it is about."""
        return on_day(self.frame.language, "subject first answer", self.raised_on)

    def parts(self) -> Iterator[Part]:
        """Give its paragraphs in the order in which they are read."""
        phrases = phrases_in(self.frame.language)
        yield Paragraph(recognised(self.thanks, phrases["first thanks"]))
        yield SetOff(data(self.concern))
        yield Paragraph(recognised(self.not_so, phrases["first not so"]))
        yield Paragraph(recognised(self.admission, phrases["first admission"]))
        yield Paragraph(data(self.own_words))
        yield Paragraph(recognised(self.understand, phrases["first understand"]))

    @property
    def missing(self) -> tuple[Missing, ...]:
        """Say what it must still say."""
        return tuple(_missing(self))

    @property
    def as_summary(self) -> CustomerSummary:
        """Give what it says in the shape in which the leak guard knows what a customer may read."""
        concerns = (ShownConcern(self.concern),)
        return CustomerSummary(
            self.frame.vendor, self.frame.recipient.company, self.frame.written_on, concerns=concerns
        )


def begun_first_answer(language: str, raised_on: date, call_by: date) -> dict[str, str]:
    """Give the texts a first answer begins with, by the names of its fields."""
    return {
        "thanks": plain(on_day(language, "first thanks", raised_on)),
        "not_so": phrases_in(language)["first not so"],
        "understand": plain(on_day(language, "first understand", call_by)),
        "admission": phrases_in(language)["first admission"],
    }


def _missing(letter: FirstAnswer) -> Iterator[Missing]:
    if not letter.concern.strip():
        yield Missing("concern", "Say in words for the customer what it is about.")
    if not gives_thanks(letter.thanks):
        yield Missing("thanks", "Thank them for saying it.")
    if not letter.not_so.strip():
        yield Missing("not_so", "Say that this is not how you want it.")
    if not letter.understand.strip():
        yield Missing("understand", "Say that you want to understand, and by when they hear from you.")
