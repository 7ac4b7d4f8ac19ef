"""The one table of commands: the menus, Ctrl+K and the page of shortcuts all list these."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QMenuBar

from reviewdesk.desktop.icons import icon


class Group(StrEnum):
    """The menus, in their order."""

    FILE = "File"
    EDIT = "Edit"
    ADD = "Add"
    REVIEW = "Review"
    VIEW = "View"
    GO = "Go"
    HELP = "Help"


_MNEMONICS: Final = {Group.REVIEW: "Revie&w"}  # Alt+R drafts the pre-read


@dataclass(frozen=True, slots=True)
class Command:
    """Something the person can ask for from anywhere.

    `shortcuts` are portable ("Ctrl+K"); `section` sets it apart within its menu by a line; `words` are others it is
    found by in Ctrl+K; `inner` commands are shortcuts of a place and listed only on the page of shortcuts.
    """

    id: str
    text: str
    group: Group
    shortcuts: tuple[str, ...] = ()
    icon: str = ""
    enabled: bool = True
    section: int = 0
    words: str = ""
    inner: bool = False
    checked: bool | None = None

    @property
    def shortcut(self) -> str:
        """The first shortcut as this machine writes it."""
        return native_shortcut(self.shortcuts[0]) if self.shortcuts else ""


def native_shortcut(shortcut: str) -> str:
    """Write a portable shortcut as this machine does."""
    return QKeySequence(shortcut).toString(QKeySequence.SequenceFormat.NativeText)


def keys(standard: QKeySequence.StandardKey, *also: str) -> tuple[str, ...]:
    """Give the platform's own shortcuts for something, and ours where it has none."""
    own = [each.toString() for each in QKeySequence.keyBindings(standard)]
    return tuple(dict.fromkeys(each for each in (*own, *also) if each))


def shell_commands() -> tuple[Command, ...]:
    """Give the commands the window itself answers."""
    standard = QKeySequence.StandardKey
    edit = Group.EDIT
    return (
        Command(
            "settings",
            "Settings",
            Group.FILE,
            keys(standard.Preferences, "Ctrl+,"),
            "settings",
            section=8,
            words="preferences own fields colleagues templates exchange rates weights reminders branding",
        ),
        Command("quit", "Quit", Group.FILE, keys(standard.Quit, "Ctrl+Q"), "log-out", section=9),
        Command("undo", "Undo", edit, keys(standard.Undo, "Ctrl+Z"), "undo-2"),
        Command("redo", "Redo", edit, keys(standard.Redo, "Ctrl+Y", "Ctrl+Shift+Z"), "redo-2"),
        Command("cut", "Cut", edit, keys(standard.Cut), section=1, inner=True),
        Command("copy", "Copy", edit, keys(standard.Copy), section=1, inner=True),
        Command("paste", "Paste", edit, keys(standard.Paste), section=1, inner=True),
        Command("select_all", "Select all", edit, keys(standard.SelectAll), section=1, inner=True),
        Command("search", "Search everything", edit, ("Ctrl+K",), "search", section=2, words="find"),
        Command("full_screen", "Full screen", Group.VIEW, keys(standard.FullScreen, "Ctrl+Shift+F"), section=9),
        Command("back", "Back", Group.GO, keys(standard.Back, "Alt+Left"), "arrow-left", section=9),
        Command("shortcuts", "Keyboard shortcuts", Group.HELP, ("Ctrl+/",), "keyboard", words="keys help"),
    )


class CommandMenus(QObject):
    """Fills a menu bar from the table and tells which command was asked for.

    Signals:
        asked: the id of the command.
    """

    asked = Signal(str)

    def __init__(self, bar: QMenuBar) -> None:
        super().__init__(bar)
        self._bar = bar
        self._menus: dict[Group, QMenu] = {}
        self._actions: dict[str, QAction] = {}
        self._commands: tuple[Command, ...] = ()

    @property
    def commands(self) -> tuple[Command, ...]:
        """The whole table."""
        return self._commands

    def action(self, command: str) -> QAction:
        """Give the action of a command."""
        return self._actions[command]

    def show_commands(self, commands: Sequence[Command]) -> None:
        """Fill the menus with these commands in place of those before."""
        self._commands = tuple(commands)
        for action in self._actions.values():
            action.deleteLater()
        self._actions = {}
        for group in Group:
            inside = sorted((each for each in commands if each.group is group), key=_section)
            self._fill(group, inside)

    def enable(self, command: str, *, on: bool) -> None:
        """Let a command be asked for, or not."""
        self._actions[command].setEnabled(on)

    def check(self, command: str, *, on: bool) -> None:
        """Show a command that is a choice as chosen, or not."""
        self._actions[command].setChecked(on)

    def _fill(self, group: Group, commands: Iterable[Command]) -> None:
        menu = self._menus.get(group) or self._bar.addMenu(_MNEMONICS.get(group, f"&{group.value}"))
        self._menus[group] = menu
        menu.clear()
        section = None
        for command in commands:
            if section is not None and command.section != section:
                menu.addSeparator()
            section = command.section
            menu.addAction(self._made(command))
        menu.menuAction().setVisible(not menu.isEmpty())

    def _made(self, command: Command) -> QAction:
        action = QAction(command.text, self)
        action.setObjectName(command.id)
        action.setShortcuts([QKeySequence(each) for each in command.shortcuts])
        action.setEnabled(command.enabled)
        action.setMenuRole(_ROLES.get(command.id, QAction.MenuRole.NoRole))
        if command.icon:
            action.setIcon(icon(command.icon, "muted"))
        if command.checked is not None:
            action.setCheckable(True)
            action.setChecked(command.checked)
        action.triggered.connect(self._asked)
        self._actions[command.id] = action
        return action

    def _asked(self) -> None:
        self.asked.emit(self.sender().objectName())


_ROLES = {"quit": QAction.MenuRole.QuitRole, "settings": QAction.MenuRole.PreferencesRole}


def _section(command: Command) -> int:
    return command.section
