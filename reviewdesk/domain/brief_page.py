"""The brief of an account: one page to read in two minutes before walking in."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class BriefSection:
    """One part of the page: its heading and its lines."""

    title: str
    lines: tuple[str, ...]


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
