"""The colours of ReviewDesk by name, for light and for dark, and the pairs of them that text is read on."""

from dataclasses import dataclass, fields
from enum import StrEnum
from typing import Final


class Tone(StrEnum):
    """What a colour says; a word always stands beside it."""

    NEUTRAL = "neutral"
    GOOD = "good"
    WARN = "warn"
    BAD = "bad"
    ACCENT = "accent"


@dataclass(frozen=True, slots=True)
class Tokens:
    """One theme: every colour the program paints with, as #RRGGBB."""

    name: str
    window: str
    surface: str
    side_bar: str
    border: str
    control_border: str
    text: str
    muted: str
    good: str
    good_soft: str
    warn: str
    warn_soft: str
    bad: str
    bad_soft: str
    accent: str
    accent_hover: str
    on_accent: str
    accent_soft: str
    neutral_soft: str
    selection: str
    hover: str
    band: str
    track: str
    mark: str
    bar_quiet: str
    scroll: str
    scrim: str
    tiles: tuple[tuple[str, str], ...]

    @property
    def is_dark(self) -> bool:
        """Say whether light text stands on dark surfaces here."""
        return self.name == "dark"

    def ink(self, tone: Tone) -> str:
        """Give the text colour of a tone."""
        return self.muted if tone is Tone.NEUTRAL else str(getattr(self, tone.value))

    def soft(self, tone: Tone) -> str:
        """Give the quiet background of a tone."""
        return str(getattr(self, f"{tone.value}_soft"))

    def colours(self) -> dict[str, str]:
        """Give every single colour by its name."""
        plain = (each.name for each in fields(self) if each.name not in ("name", "tiles"))
        return {name: str(getattr(self, name)) for name in plain}


LIGHT: Final = Tokens(
    name="light",
    window="#F6F7F9",
    surface="#FFFFFF",
    side_bar="#EEF0F4",
    border="#E1E4EA",
    control_border="#7D8594",
    text="#1B1F27",
    muted="#5C6472",
    good="#17713F",
    good_soft="#E2F4EA",
    warn="#8A5A00",
    warn_soft="#FFF1D6",
    bad="#B3261E",
    bad_soft="#FCE6E4",
    accent="#3D5BD9",
    accent_hover="#3350C4",
    on_accent="#FFFFFF",
    accent_soft="#E6EBFC",
    neutral_soft="#ECEEF2",
    selection="#E9EEFD",
    hover="#F1F3F7",
    band="#FAFBFC",
    track="#ECEEF2",
    mark="#FFE9B0",
    bar_quiet="#A9B7F2",
    scroll="#C3C8D2",
    scrim="#14171E",
    tiles=(
        ("#CFEDEF", "#155E63"),
        ("#F3DCD2", "#7A3A1D"),
        ("#DDD2F3", "#4B2E83"),
        ("#D6E8D0", "#2C5A22"),
        ("#D3E3F8", "#1F4A80"),
        ("#F6D9E6", "#7D2552"),
        ("#F3E6C4", "#694B06"),
        ("#DCE1E8", "#3B4657"),
    ),
)

DARK: Final = Tokens(
    name="dark",
    window="#15171C",
    surface="#1D2027",
    side_bar="#181A20",
    border="#2C313B",
    control_border="#6A7384",
    text="#E8EAEE",
    muted="#A2A9B6",
    good="#6FD39B",
    good_soft="#173425",
    warn="#F0C063",
    warn_soft="#3A2E14",
    bad="#FF9B92",
    bad_soft="#3D1F1E",
    accent="#7D96FF",
    accent_hover="#94A9FF",
    on_accent="#0E1330",
    accent_soft="#262E4D",
    neutral_soft="#2A2E37",
    selection="#2A3252",
    hover="#242832",
    band="#1A1D23",
    track="#2C313B",
    mark="#5C4713",
    bar_quiet="#42508C",
    scroll="#454C5A",
    scrim="#05060A",
    tiles=(
        ("#16393C", "#8EDCE2"),
        ("#422A1F", "#F0B699"),
        ("#33264F", "#C9B3F5"),
        ("#22381C", "#A5D697"),
        ("#1D3350", "#9CC4F5"),
        ("#45213A", "#F0A6CF"),
        ("#3D3112", "#E6C976"),
        ("#2D333E", "#BAC4D4"),
    ),
)

_SURFACES: Final = ("window", "surface", "side_bar", "selection", "hover", "band")


def text_pairs(tokens: Tokens) -> tuple[tuple[str, str], ...]:
    """Give every pair of text and background that is used somewhere, as two colours each."""
    on_surfaces = [(ink, ground) for ground in _SURFACES for ink in ("text", "muted")]
    in_pills = [(tone.value, f"{tone.value}_soft") for tone in Tone if tone is not Tone.NEUTRAL]
    words = [(tone.value, ground) for tone in Tone if tone is not Tone.NEUTRAL for ground in ("surface", "window")]
    single = [
        ("muted", "neutral_soft"),
        ("text", "neutral_soft"),
        ("text", "accent_soft"),
        ("muted", "accent_soft"),
        ("text", "mark"),
        ("on_accent", "accent"),
        ("on_accent", "accent_hover"),
        ("accent", "selection"),
        ("bad", "selection"),
        ("text", "warn_soft"),
        ("text", "bad_soft"),
        ("text", "good_soft"),
        ("window", "text"),
    ]
    colours = tokens.colours()
    named = ((colours[ink], colours[ground]) for ink, ground in (*on_surfaces, *in_pills, *words, *single))
    return (*named, *((ink, ground) for ground, ink in tokens.tiles))


def contrast(one: str, other: str) -> float:
    """Give the contrast of two colours from 1 to 21, as WCAG 2.2 defines it."""
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: str) -> float:
    red, green, blue = (_linear(int(colour[at : at + 2], 16) / 255) for at in (1, 3, 5))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(channel: float) -> float:
    return channel / 12.92 if channel <= 0.04045 else float(((channel + 0.055) / 1.055) ** 2.4)
