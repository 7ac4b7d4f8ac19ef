"""Qt's palette made from the tokens, for everything the style sheet does not reach."""

from PySide6.QtGui import QColor, QPalette

from reviewdesk.desktop.ink import colour
from reviewdesk.desktop.tokens import Tokens

_Role = QPalette.ColorRole

_ROLES = {
    _Role.Window: "window",
    _Role.WindowText: "text",
    _Role.Base: "surface",
    _Role.AlternateBase: "band",
    _Role.Text: "text",
    _Role.Button: "surface",
    _Role.ButtonText: "text",
    _Role.BrightText: "on_accent",
    _Role.ToolTipBase: "text",
    _Role.ToolTipText: "window",
    _Role.Highlight: "accent",
    _Role.HighlightedText: "on_accent",
    _Role.Link: "accent",
    _Role.LinkVisited: "accent",
    _Role.Accent: "accent",
    _Role.PlaceholderText: "muted",
    _Role.Light: "surface",
    _Role.Midlight: "hover",
    _Role.Mid: "border",
    _Role.Dark: "control_border",
    _Role.Shadow: "scrim",
}
_FADED = (_Role.WindowText, _Role.Text, _Role.ButtonText)


def palette_of(tokens: Tokens) -> QPalette:
    """Make the palette of one theme."""
    palette = QPalette()
    colours = tokens.colours()
    for role, name in _ROLES.items():
        palette.setColor(role, colour(colours[name]))
    for role in _FADED:
        palette.setColor(QPalette.ColorGroup.Disabled, role, _half(tokens))
    return palette


def _half(tokens: Tokens) -> QColor:
    """Give the colour of what cannot be used now: text half-way to the surface."""
    text, ground = QColor(tokens.text), QColor(tokens.surface)
    mixed = ((one + other) // 2 for one, other in zip(text.getRgb()[:3], ground.getRgb()[:3], strict=True))  # type: ignore[index]
    return QColor(*mixed)
