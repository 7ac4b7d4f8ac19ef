"""Buttons: one primary button a page, plain ones beside it, ghosts for the rest, and icons with names."""

from enum import StrEnum

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QMenu, QPushButton, QSizePolicy, QToolButton

from reviewdesk.desktop.icons import icon
from reviewdesk.desktop.ink import icon_size


class ButtonKind(StrEnum):
    """How loud a button is."""

    PRIMARY = "primary"
    PLAIN = "plain"
    GHOST = "ghost"
    DANGER = "danger"
    LINK = "link"


_AFTER_ICON = 6
_INKS = {
    ButtonKind.PRIMARY: "on_accent",
    ButtonKind.GHOST: "accent",
    ButtonKind.DANGER: "bad",
    ButtonKind.LINK: "accent",
}
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class Button(QPushButton):
    """A button with a verb on it and, where it helps, an icon before it."""

    def __init__(
        self, text: str, icon_name: str = "", kind: ButtonKind = ButtonKind.PLAIN, *, small: bool = False
    ) -> None:
        super().__init__(text)
        self._words = text
        self._is_short = False
        self._widths = (0, 0)
        self.setProperty("kind", kind.value)
        self.setProperty("small", small)
        self.setAccessibleName(text)
        self.setAutoDefault(False)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        if icon_name:
            self.setIcon(icon(icon_name, _INKS.get(kind, "text")))
            self._fit_icon()

    @property
    def can_shorten(self) -> bool:
        """Say whether it can be known by its icon alone."""
        return bool(self._words) and not self.icon().isNull()

    @property
    def full_width(self) -> int:
        """How wide it is with its words."""
        return self._widths[0] if self._is_short else self.sizeHint().width()

    @property
    def short_width(self) -> int:
        """How wide it is with its icon alone; an estimate until it was shown so."""
        if not self.can_shorten:
            return self.full_width
        return self._widths[1] or self.full_width - self.fontMetrics().horizontalAdvance(self._words) - _AFTER_ICON

    def shorten(self, *, on: bool) -> None:
        """Show the icon alone, with the words as its tip, or the words again."""
        if on == self._is_short:
            return
        full = self.full_width
        self._is_short = on
        super().setText("" if on else self._words)
        if on and not self.toolTip():
            self.setToolTip(self._words)
        elif not on and self.toolTip() == self._words:
            self.setToolTip("")
        self._fit_icon()
        self._widths = (full, self.sizeHint().width() if on else self._widths[1])

    def setText(self, text: str) -> None:
        """Show another word and say it to screen readers too."""
        self._words = text
        super().setText("" if self._is_short else text)
        self.setAccessibleName(text)
        if not self.icon().isNull():
            self._fit_icon()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Answer Enter as Space; a held key presses once."""
        if event.key() in _ENTER and not event.isAutoRepeat():
            self.click()
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Forget what was measured when the font changes."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange and hasattr(self, "_widths"):
            self.shorten(on=False)
            self._widths = (0, 0)

    def _fit_icon(self) -> None:
        # Qt leaves four pixels between icon and words; the icon stands at the left of a wider box.
        self.setIconSize(QSize(icon_size() + (_AFTER_ICON if self.text() else 0), icon_size()))

    def setMenu(self, menu: QMenu | None) -> None:
        """Open this menu when pressed."""
        self.setProperty("menued", menu is not None)
        super().setMenu(menu)  # type: ignore[arg-type]


def primary_button(text: str, icon_name: str = "") -> Button:
    """Make the one button a page is about."""
    return Button(text, icon_name, ButtonKind.PRIMARY)


def plain_button(text: str, icon_name: str = "") -> Button:
    """Make a button for the second choice."""
    return Button(text, icon_name)


def ghost_button(text: str, icon_name: str = "") -> Button:
    """Make a quiet button without an edge."""
    return Button(text, icon_name, ButtonKind.GHOST, small=True)


class IconButton(QToolButton):
    """A button that is only an icon; its name is said to screen readers and shown as a tip."""

    def __init__(self, name: str, icon_name: str, *, shortcut: str = "", ink: str = "muted") -> None:
        super().__init__()
        self.setIcon(icon(icon_name, ink))
        self.setIconSize(QSize(icon_size(), icon_size()))
        self.setAccessibleName(name)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.show_shortcut(shortcut)

    def show_shortcut(self, shortcut: str) -> None:
        """Name a key beside the button's name; the owner of the button listens for it."""
        native = QKeySequence(shortcut).toString(QKeySequence.SequenceFormat.NativeText)
        self.setToolTip(f"{self.accessibleName()} ({native})" if native else self.accessibleName())
