"""The inks and distances of a document, made from the sender's two colours."""

from dataclasses import dataclass, field
from functools import cached_property
from typing import Final, NamedTuple

from reviewdesk.domain.branding import Branding
from reviewdesk.domain.contrast import WHITE, readable, tint_of
from reviewdesk.domain.summary import Tone
from reviewdesk.reports.fonts import Weight
from reviewdesk.reports.lines import Ink

TEXT: Final = "#1B1F27"
MUTED: Final = "#5C6472"
HAIRLINE: Final = "#E1E4EA"
TONES: Final = {Tone.BAD: "#B3261E", Tone.WARN: "#8A5A00", Tone.GOOD: "#17713F"}
MARGIN: Final = 43.0
GUTTER: Final = 21.0
ON_PRIMARY: Final = WHITE


class Style(NamedTuple):
    """An ink with the distance from line to line."""

    ink: Ink
    leading: float


@dataclass(frozen=True)
class Look:
    """Every style of a document; `primary` and `accent` are dark enough to be read, and to bear `ON_PRIMARY` text."""

    branding: Branding
    primary: str = field(init=False)
    accent: str = field(init=False)
    tint: str = field(init=False)

    def __post_init__(self) -> None:
        """Darken the sender's colours until they can be read, and lighten one for panels."""
        object.__setattr__(self, "primary", readable(self.branding.primary))
        object.__setattr__(self, "tint", tint_of(self.primary))
        object.__setattr__(self, "accent", readable(self.branding.accent, self.tint))

    @cached_property
    def title(self) -> Style:
        """The account's name."""
        return Style(Ink(Weight.BOLD, 21.5, TEXT), 26)

    @cached_property
    def long_title(self) -> Style:
        """The account's name where it takes more than two lines."""
        return Style(Ink(Weight.BOLD, 14.5, TEXT), 18)

    @cached_property
    def lead(self) -> Style:
        """The three sentences."""
        return Style(Ink(Weight.REGULAR, 10.6, TEXT), 16.4)

    @cached_property
    def heading(self) -> Style:
        """The line above a section."""
        return Style(Ink(Weight.BOLD, 9.8, self.primary), 14)

    @cached_property
    def body(self) -> Style:
        """Text that is read."""
        return Style(Ink(Weight.REGULAR, 9.4, TEXT), 13.8)

    @cached_property
    def cell(self) -> Style:
        """Text in a table."""
        return Style(Ink(Weight.REGULAR, 8.9, TEXT), 12.6)

    @cached_property
    def quiet(self) -> Style:
        """Text in a table that steps back."""
        return Style(Ink(Weight.REGULAR, 8.9, MUTED), 12.6)

    @cached_property
    def small(self) -> Style:
        """Captions, headers and footers."""
        return Style(Ink(Weight.REGULAR, 8.5, MUTED), 12.6)

    @cached_property
    def caption(self) -> Style:
        """What stands in and below a chart."""
        return Style(Ink(Weight.REGULAR, 7.9, MUTED), 11)

    @cached_property
    def number(self) -> Style:
        """The number before an item."""
        return Style(Ink(Weight.BOLD, 8.9, self.accent), 13.8)

    @cached_property
    def label(self) -> Style:
        """The line above a panel's text."""
        return Style(Ink(Weight.SEMIBOLD, 8.9, self.primary), 13.4)

    @cached_property
    def figure(self) -> Style:
        """A figure to be seen from afar."""
        return Style(Ink(Weight.BOLD, 13.4, TEXT), 17.5)

    @cached_property
    def vendor(self) -> Style:
        """The sender's name."""
        return Style(Ink(Weight.BOLD, 10.6, self.primary), 14)

    def toned(self, tone: Tone) -> Style:
        """Give a state in the colour of its tone."""
        return Style(Ink(Weight.SEMIBOLD, 8.9, TONES[tone]), 12.6)
