"""The one place that dresses the application: style, fonts, palette and style sheet."""

from enum import StrEnum
from pathlib import Path
from string import Template

from PySide6.QtCore import QDir, QObject, Qt, Signal
from PySide6.QtGui import QFont, QFontDatabase, QFontMetricsF
from PySide6.QtWidgets import QApplication, QStyleFactory

from reviewdesk.desktop import icons
from reviewdesk.desktop.ink import CARD_RADIUS, CONTROL_RADIUS
from reviewdesk.desktop.palette import palette_of
from reviewdesk.desktop.tokens import DARK, LIGHT, Tokens

_TEXT_FONT = "Inter"
_AT_ONCE = ("Inter-Regular.ttf", "Inter-SemiBold.ttf")
_SOON_AFTER = ("Inter-[BM]*.ttf", "Noto*.ttf")
_OTHER_SCRIPTS = ("Noto Naskh Arabic", "Noto Sans Hebrew", "Noto Sans SC")
_SIZES = {
    "caps": 0.86, "small": 0.92, "body": 1.0, "large": 1.08, "heading": 1.12, "show": 1.32, "number": 1.9,
    "title": 1.9, "show_title": 2.5,
}  # fmt: skip


class ThemeChoice(StrEnum):
    """What the person chose."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


class Theme(QObject):
    """Dresses the application and changes its dress while it runs.

    Signals:
        changed: the application has other colours or sizes now.
    """

    changed = Signal()

    def __init__(self, app: QApplication, resources: Path, choice: ThemeChoice = ThemeChoice.SYSTEM) -> None:
        super().__init__(app)
        self._app = app
        self._resources = resources
        self._choice = choice
        self._system_font = QFont(app.font())
        self._points = self._system_font.pointSizeF()
        self._worn: tuple[Tokens, QFont] | None = None
        QDir.setSearchPaths(icons.SEARCH_PATH, [str(resources / "icons")])
        QDir.setSearchPaths("style", [str(resources / "style")])
        app.setStyle(QStyleFactory.create("Fusion"))
        self._load_fonts(*_AT_ONCE)
        self._dress()
        app.styleHints().colorSchemeChanged.connect(self._follow_system)

    @property
    def choice(self) -> ThemeChoice:
        """What the person chose."""
        return self._choice

    @property
    def tokens(self) -> Tokens:
        """The colours of the theme in force."""
        if self._choice is ThemeChoice.SYSTEM:
            return DARK if self._app.styleHints().colorScheme() == Qt.ColorScheme.Dark else LIGHT
        return DARK if self._choice is ThemeChoice.DARK else LIGHT

    def load_other_fonts(self) -> None:
        """Load the other weights and the large fonts of other scripts once the window stands."""
        self._load_fonts(*_SOON_AFTER)

    def choose(self, choice: ThemeChoice) -> None:
        """Take another theme at once."""
        self._choice = choice
        self._dress()

    def set_text_size(self, points: float) -> None:
        """Take another text size; 0 is the system's own."""
        self._points = points or self._system_font.pointSizeF()
        self._dress()

    def set_motion(self, *, on: bool) -> None:
        """Let menus, lists and tips appear with or without movement."""
        moving = (
            Qt.UIEffect.UI_AnimateMenu,
            Qt.UIEffect.UI_FadeMenu,
            Qt.UIEffect.UI_AnimateCombo,
            Qt.UIEffect.UI_AnimateTooltip,
            Qt.UIEffect.UI_FadeTooltip,
        )
        for effect in moving:
            QApplication.setEffectEnabled(effect, on)

    def _load_fonts(self, *patterns: str) -> None:
        for pattern in patterns:
            for file in sorted((self._resources / "fonts").glob(pattern)):
                QFontDatabase.addApplicationFont(str(file))

    def _follow_system(self) -> None:
        if self._choice is ThemeChoice.SYSTEM:
            self._dress()

    def _dress(self) -> None:
        font = self._font()
        if (self.tokens, font) == self._worn:
            return
        self._worn = (self.tokens, font)
        self._app.setStyleSheet("")  # with every page made, a sheet in place of another costs four times as much
        self._app.setFont(font)
        self._app.setPalette(palette_of(self.tokens))
        self._app.setStyleSheet(style_sheet(self.tokens, font, self._resources / "style"))
        self.changed.emit()

    def _font(self) -> QFont:
        font = QFont(self._system_font)
        font.setFamilies([_TEXT_FONT, *self._system_font.families(), *_OTHER_SCRIPTS])
        font.setPointSizeF(self._points)
        return font


def style_sheet(tokens: Tokens, font: QFont, folder: Path) -> str:
    """Fill the tokens and the sizes that follow from the font into the style sheets of the folder."""
    line = QFontMetricsF(font).height()
    values: dict[str, object] = {**tokens.colours(), "theme": tokens.name}
    values |= {name: f"{font.pointSizeF() * share:.2f}pt" for name, share in _SIZES.items()}
    values |= {"control_radius": CONTROL_RADIUS, "card_radius": CARD_RADIUS, "tick": round(line * 1.1)}
    values |= {"round": round(line * 1.1) // 2 + 1, "arrow": round(line * 0.9), "step": round(line * 1.4)}
    sources = sorted(folder.glob("*.qss"))
    return "\n".join(Template(each.read_text("utf-8")).substitute(values) for each in sources)
