"""The recovery letter, once the cause is known: it acknowledges, apologises, thanks, and says how it is prevented."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from reviewdesk.domain.letters.completeness import Missing, gives_thanks, says_sorry
from reviewdesk.domain.letters.frame import LetterFrame
from reviewdesk.domain.letters.parts import Paragraph, Part, SetOff
from reviewdesk.domain.letters.pieces import Pieces, data, filled, plain, recognised
from reviewdesk.domain.letters.words import on_day, phrases_in
from reviewdesk.domain.summary import CustomerSummary, ShownConcern


@dataclass(frozen=True, slots=True, kw_only=True)
class RecoveryLetter:
    """All that a recovery letter says; `concern` is its wording for the customer."""

    frame: LetterFrame
    raised_on: date
    concern: str = ""
    happened: str = ""
    apology: str = ""
    thanks: str = ""
    prevention: str = ""
    own_words: str = ""

    @property
    def subject(self) -> Pieces:
        """Give what it is about."""
        return filled(phrases_in(self.frame.language)["subject recovery"])

    def parts(self) -> Iterator[Part]:
        """Give its paragraphs in the order in which they are read."""
        phrases = phrases_in(self.frame.language)
        yield Paragraph(on_day(self.frame.language, "recovery opening", self.raised_on))
        yield SetOff(data(self.concern))
        yield Paragraph(recognised(self.happened, phrases["recovery happened"]))
        yield Paragraph(recognised(self.apology, phrases["recovery apology"]))
        yield Paragraph(recognised(self.prevention, phrases["recovery prevention"]))
        yield Paragraph(data(self.own_words))
        yield Paragraph(_thanks(self.thanks, phrases["recovery thanks"], phrases["recovery thanks other"]))

    @property
    def missing(self) -> tuple[Missing, ...]:
        """Say what it must still say."""
        return tuple(_missing(self))

    @property
    def as_summary(self) -> CustomerSummary:
        """Give what it says in the shape in which the leak guard knows what a customer may read."""
        concerns = (ShownConcern(self.concern, self.happened, self.prevention),)
        return CustomerSummary(
            self.frame.vendor, self.frame.recipient.company, self.frame.written_on, concerns=concerns
        )


def begun_recovery(language: str, *, cause: str, fix: str, raised_by: str) -> dict[str, str]:
    """Give the texts a recovery letter begins with; what is not known yet is left empty.

    `raised_by` is empty where it is the person the letter is for.
    """
    phrases = phrases_in(language)
    thanks = (
        filled(phrases["recovery thanks other"], name=raised_by) if raised_by else filled(phrases["recovery thanks"])
    )
    return {
        "happened": plain(filled(phrases["recovery happened"], cause=_ended(cause))) if cause.strip() else "",
        "apology": phrases["recovery apology"],
        "prevention": plain(filled(phrases["recovery prevention"], fix=_ended(fix))) if fix.strip() else "",
        "thanks": plain(thanks),
    }


def _ended(text: str) -> str:
    """End a text as a sentence ends."""
    tidy = " ".join(text.split())
    return tidy if tidy[-1:] in ".!?…" else f"{tidy}."


def _thanks(text: str, plainly: str, to_another: str) -> Pieces:
    return recognised(text, plainly if text == plainly else to_another)


def _missing(letter: RecoveryLetter) -> Iterator[Missing]:
    if not letter.concern.strip():
        yield Missing("concern", "Say in words for the customer what it is about.")
    if not letter.happened.strip():
        yield Missing("happened", "Acknowledge it: say what happened and what caused it.")
    if not says_sorry(letter.apology):
        yield Missing("apology", "Apologise: say in plain words that you are sorry.")
    if not letter.prevention.strip():
        yield Missing("prevention", "Say how it will be prevented from now on.")
    if not gives_thanks(letter.thanks):
        yield Missing("thanks", "Thank whoever raised it.")
