"""The brief of an account: one page to read in two minutes before walking in."""

from dataclasses import dataclass, field, replace
from datetime import date

from reviewdesk.domain.branding import Branding
from reviewdesk.domain.summary import Vendor


@dataclass(frozen=True, slots=True)
class BriefLine:
    """One line of the page: as a whole, and in the parts that a table prints it in.

    `words` are what it says, `beside` steps back behind them, and `when` is a day in words.
    """

    text: str
    words: str = ""
    beside: str = ""
    when: str = ""
    is_late: bool = False


@dataclass(frozen=True, slots=True)
class BriefSection:
    """One part of the page: its heading and its lines; `more` counts what there is no room for."""

    title: str
    said: tuple[BriefLine, ...]
    more: int = 0

    @property
    def lines(self) -> tuple[str, ...]:
        """Give the lines as they are read, the last one with how many more there are."""
        left = (f"and {self.more} more",) if self.more else ()
        return (*(each.text for each in self.said), *left)

    def cut_to(self, most: int) -> "BriefSection":
        """Keep so many lines and count the others."""
        return replace(self, said=self.said[:most], more=self.more + len(self.said[most:]))


@dataclass(frozen=True, slots=True)
class BriefPage:
    """One page whose text holds nothing that would hurt if it were left on the table.

    `only_here` is what not to raise: it is shown on the screen and never part of the text.
    """

    title: str
    head: tuple[str, ...]
    sections: tuple[BriefSection, ...]
    only_here: tuple[str, ...] = ()

    @property
    def text(self) -> str:
        """Give the page as plain text, as it is copied and printed."""
        lines = [self.title, *self.head]
        for each in self.sections:
            lines += ["", each.title, *(f"- {line}" for line in each.lines)]
        return "\n".join(lines) + "\n"


@dataclass(frozen=True, slots=True)
class PrintedBrief:
    """A brief as it goes on paper: it has no place for what not to raise."""

    vendor: Vendor
    account: str
    written_on: date
    head: tuple[str, ...] = ()
    sections: tuple[BriefSection, ...] = ()
    branding: Branding = field(default_factory=Branding)
