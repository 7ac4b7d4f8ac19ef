"""Whether a colour can be read: the contrast of two colours as WCAG 2 defines it, and a colour corrected until it can.

Colours are written as #RRGGBB.
"""

from colorsys import rgb_to_hls
from dataclasses import dataclass
from typing import Final

WHITE: Final = "#FFFFFF"
BLACK: Final = "#000000"
READABLE: Final = 4.5
TINT: Final = 0.06
_STEPS: Final = 200
_HUES: Final = (
    (15, "red"), (45, "orange"), (68, "yellow"), (165, "green"), (200, "teal"), (255, "blue"), (290, "violet"),
    (345, "pink"), (361, "red"),
)  # fmt: skip
_GREY_BELOW: Final = 0.12
_LINEAR_UNTIL: Final = 0.04045


@dataclass(frozen=True, slots=True)
class Corrected:
    """A colour as it was chosen and as it is printed, with the contrast of each on white."""

    given: str
    printed: str
    before: float
    after: float

    @property
    def is_changed(self) -> bool:
        """Say whether the colour chosen could not be read."""
        return self.given.upper() != self.printed

    @property
    def words(self) -> str:
        """Say in a sentence what is done with the colour."""
        if not self.is_changed:
            return f"Your {hue_of(self.given)} can be read on white: its contrast is {self.before:.1f} to 1."
        return (
            f"Your {hue_of(self.given)} is darkened to {self.printed} so that it can be read: "
            f"its contrast rises from {self.before:.1f} to {self.after:.1f} to 1."
        )


def corrected(colour: str) -> Corrected:
    """Check a colour for the contrast of text and darken it as far as it must be."""
    printed = readable(colour)
    return Corrected(colour, printed, contrast(colour, WHITE), contrast(printed, WHITE))


def readable(colour: str, *grounds: str) -> str:
    """Darken a colour until text in it can be read on white, its own tint and these grounds, and white text on it."""
    for step in range(_STEPS, 0, -1):
        darker = mixed(colour, BLACK, step / _STEPS)
        if min(contrast(darker, each) for each in (WHITE, tint_of(darker), *grounds)) >= READABLE:
            return darker
    return BLACK


def tint_of(colour: str) -> str:
    """Give the light ground of panels made from a colour."""
    return mixed(colour, WHITE, TINT)


def mixed(colour: str, other: str, share: float) -> str:
    """Mix two colours; `share` is how much of the first."""
    pairs = zip(_channels(colour), _channels(other), strict=True)
    return "#" + "".join(f"{round(one * share + two * (1 - share)):02X}" for one, two in pairs)


def contrast(one: str, other: str) -> float:
    """Give the contrast ratio of two colours, from 1 to 21."""
    darker, lighter = sorted((_luminance(one), _luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def hue_of(colour: str) -> str:
    """Give what a colour is called in a word."""
    red, green, blue = _channels(colour)
    hue, lightness, _ = rgb_to_hls(red / 255, green / 255, blue / 255)
    if (max(red, green, blue) - min(red, green, blue)) / 255 < _GREY_BELOW:
        return "white" if lightness > 0.9 else "black" if lightness < 0.1 else "grey"  # noqa: PLR2004 - shares
    return next(name for until, name in _HUES if hue * 360 < until)


def _luminance(colour: str) -> float:
    red, green, blue = (_linear(channel / 255) for channel in _channels(colour))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(channel: float) -> float:
    return channel / 12.92 if channel <= _LINEAR_UNTIL else ((channel + 0.055) / 1.055) ** 2.4


def _channels(colour: str) -> tuple[int, int, int]:
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)
