"""What can be asked of the list of accounts from anywhere."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from reviewdesk.desktop.commands import Command, Group

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from reviewdesk.desktop.desk import Desk

_DOES: Final = {
    "list_density": "turn_density",
    "list_columns": "choose_columns",
    "list_views": "show_views",
    "save_view": "save_view",
    "save_list": "save_list",
    "print_list": "print_list",
}


def list_commands() -> tuple[Command, ...]:
    """Give the commands of the list of accounts."""
    file, view = Group.FILE, Group.VIEW
    return (
        Command("save_list", "Save the list of accounts…", file, (), "file-spreadsheet", section=2, words="csv excel"),
        Command("print_list", "Print the list of accounts…", file, (), "printer", section=2, words="paper pdf"),
        Command("list_density", "Roomy or dense accounts", view, ("Ctrl+Shift+D",), "rows-2", section=2, words="rows"),
        Command("list_columns", "Choose columns…", view, ("Ctrl+Shift+L",), "columns-3", section=2, words="accounts"),
        Command("list_views", "Saved views", view, ("Ctrl+Shift+V",), "bookmark", section=2, words="accounts filter"),
        Command("save_view", "Save this view…", view, ("Ctrl+Shift+S",), "save", section=2, words="filter columns"),
    )


def list_actions(desk: Desk) -> Mapping[str, Callable[[], None]]:
    """Give what each of them does: the list comes first, if it is not on screen."""
    return {command: partial(_do, desk, does) for command, does in _DOES.items()}


def _do(desk: Desk, does: str) -> None:
    if desk.shell.page != "accounts":
        desk.go_to_accounts()
    getattr(desk.pages.accounts, does)()
