"""The inks and distances of a document, made from the sender's two colours."""

from dataclasses import dataclass, field
from functools import cached_property
from typing import Final, NamedTuple

from reviewdesk.domain.summary import Branding, Tone
from reviewdesk.reports.fonts import Weight
from reviewdesk.reports.lines import Ink

TEXT: Final = "#1B1F27"
MUTED: Final = "#5C6472"
HAIRLINE: Final = "#E1E4EA"
TONES: Final = {Tone.BAD: "#B3261E", Tone.WARN: "#8A5A00", Tone.GOOD: "#17713F"}
MARGIN: Final = 43.0
GUTTER: Final = 21.0
_READABLE: Final = 4.5


class Style(NamedTuple):
    """An ink with the distance from line to line."""

    ink: Ink
    leading: float


@dataclass(frozen=True)
class Look:
    """Every style of a document; `primary` and `accent` are dark enough to be read on white."""

    branding: Branding
    primary: str = field(init=False)
    accent: str = field(init=False)
    tint: str = field(init=False)

    def __post_init__(self) -> None:
        """Darken the sender's colours until they can be read, and lighten one for panels."""
        object.__setattr__(self, "primary", readable(self.branding.primary))
        object.__setattr__(self, "accent", readable(self.branding.accent))
        object.__setattr__(self, "tint", mixed(self.primary, "#FFFFFF", 0.06))

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


def readable(colour: str) -> str:
    """Darken a colour until it can be read on white at a contrast of 4.5 to 1."""
    share = 1.0
    while contrast_on_white(mixed(colour, "#000000", share)) < _READABLE:
        share -= 0.04
    return mixed(colour, "#000000", share)


def mixed(colour: str, other: str, share: float) -> str:
    """Mix two colours; `share` is how much of the first."""
    pairs = zip(_channels(colour), _channels(other), strict=True)
    return "#" + "".join(f"{round(one * share + two * (1 - share)):02X}" for one, two in pairs)


def contrast_on_white(colour: str) -> float:
    """Give the contrast ratio of a colour on white, as WCAG 2 defines it."""
    red, green, blue = (_linear(channel / 255) for channel in _channels(colour))
    return 1.05 / (0.2126 * red + 0.7152 * green + 0.0722 * blue + 0.05)


def _channels(colour: str) -> tuple[int, int, int]:
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)


def _linear(channel: float) -> float:
    return channel / 12.92 if channel <= 0.04045 else ((channel + 0.055) / 1.055) ** 2.4
