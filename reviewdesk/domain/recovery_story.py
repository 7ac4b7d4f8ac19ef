"""The story of a recovery, for other customers to read: a value that has no place for anything internal."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date

from reviewdesk.domain.branding import Branding
from reviewdesk.domain.summary import CustomerSummary, ShownConcern, Vendor
from reviewdesk.domain.words import Words, words_in


@dataclass(frozen=True, slots=True, kw_only=True)
class RecoveryStory:
    """What was wrong, what was behind it, what was done, and how many days later the customer said it is solved.

    `account` is empty unless the customer agreed to be named.
    """

    vendor: Vendor
    written_on: date
    told: str
    cause: str
    fix: str
    days: int
    beyond: str = ""
    account: str = ""
    language: str = "en"
    email: str = ""
    branding: Branding = field(default_factory=Branding)

    @property
    def words(self) -> Words:
        """The words of its language."""
        return words_in(self.language, self.written_on)

    @property
    def as_summary(self) -> CustomerSummary:
        """Give what it says in the shape in which the leak guard knows what a customer may read."""
        concerns = (ShownConcern(self.told, self.cause, self.fix),)
        return CustomerSummary(self.vendor, self.account, self.written_on, self.branding, concerns=concerns)

    def parts(self) -> Iterator[tuple[str, str]]:
        """Give the key of each heading with what stands under it; what is not known is left out."""
        said = (("story told", self.told), ("story cause", self.cause), ("story fix", self.fix))
        for key, text in (*said, ("story beyond", self.beyond)):
            if text.strip():
                yield key, text.strip()

    @property
    def ending(self) -> str:
        """The key of the sentence that says when it was confirmed."""
        return "story on the day" if not self.days else "story a day" if self.days == 1 else "story days"


def text_of(story: RecoveryStory) -> str:
    """Write it as plain text, as it is put into a mail or a chat."""
    words = story.words
    lead = _plain(words, "story of", account=story.account) if story.account else words["story of somebody"]
    told = (f"{words[key]}\n{text}" for key, text in story.parts())
    days = _plain(words, story.ending, days=str(story.days))
    return "\n\n".join((f"{words['story title']}\n{lead}", *told, days))


def template_of(story: RecoveryStory) -> tuple[str, ...]:
    """Give the pieces of the language that its plain text is made with, and no other."""
    lead = "story of" if story.account else "story of somebody"
    return tuple(story.words[key] for key in ("story title", lead, *(key for key, _ in story.parts()), story.ending))


def _plain(words: Words, key: str, **values: str) -> str:
    return "".join(text for text, _ in words.filled(key, **{name: (each, False) for name, each in values.items()}))
