"""Where one can go in a book, and what can be asked for from anywhere."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Final

from reviewdesk.desktop.commands import Command, Group
from reviewdesk.desktop.list_commands import list_actions, list_commands
from reviewdesk.desktop.places import Place, PlaceGroup
from reviewdesk.desktop.theme import ThemeChoice

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from reviewdesk.desktop.desk import Desk

PLACES: Final = (
    Place("today", "Today", "sun", shortcut="Ctrl+Alt+1"),
    Place("accounts", "Accounts", "building-2", shortcut="Ctrl+Alt+2"),
    Place("reviews", "Reviews", "calendar-check", shortcut="Ctrl+Alt+3"),
    Place("follow_ups", "Follow-ups", "list-checks", shortcut="Ctrl+Alt+4"),
    Place("insights", "Insights", "chart-no-axes-combined", shortcut="Ctrl+Alt+5"),
    Place("settings", "Settings", "settings", group=PlaceGroup.BOTTOM, shortcut="Ctrl+,"),
)
WAITING: Final = frozenset({"today", "reviews", "follow_ups"})


def counted_places(counts: Mapping[str, int]) -> tuple[Place, ...]:
    """Give the places, each with how much waits there."""
    return tuple(replace(each, count=counts.get(each.key, 0) if each.key in WAITING else 0) for each in PLACES)


def desk_commands(theme: ThemeChoice) -> tuple[Command, ...]:
    """Give the commands of an open book; `theme` is the one in force."""
    return (
        Command("new_account", "New account", Group.FILE, ("Ctrl+N",), "plus", section=0, words="add customer"),
        Command("new_follow_up", "New follow-up", Group.FILE, ("Ctrl+Shift+N",), "plus", section=0, words="add task"),
        Command("plan_review", "Plan review", Group.FILE, (), "calendar-plus", section=0, words="meeting date book"),
        Command(
            "import", "Import files…", Group.FILE, ("Ctrl+I",), "download", section=1, words="csv xlsx excel vcard crm"
        ),
        Command(
            "refresh_figures", "Refresh sales figures", Group.FILE, (), "refresh-cw", section=1, words="revenue finance"
        ),
        Command("undo_import", "Undo the last import", Group.FILE, (), "undo-2", section=1, words="take back remove"),
        Command("sample", "Open the sample book", Group.FILE, (), "sparkles", section=1, words="demo example"),
        Command(
            "calendar", "Save the calendar…", Group.FILE, (), "calendar-days", section=2, words="ics export outlook"
        ),
        Command(
            "calendar_files", "Calendars read at each start…", Group.FILE, (), "calendar-days", section=2, words="ics"
        ),
        Command("crm_out", "Hand over to the CRM…", Group.FILE, (), "upload", section=2, words="export hubspot"),
        Command("export", "Export…", Group.FILE, (), "upload", section=2, words="everything json csv take along"),
        Command("copy_for_crm", "Copy for the CRM", Group.EDIT, ("Ctrl+Shift+C",), "copy", section=1, words="text"),
        Command("search_page", "Search everywhere", Group.EDIT, ("Ctrl+Shift+K",), "search", section=2, words="find"),
        Command("search_account", "Search in this account", Group.EDIT, (), "search", section=2, words="find"),
        Command("backup", "Back up now", Group.FILE, (), "database", section=2),
        Command("new_book", "New book…", Group.FILE, (), "book-open", section=3),
        Command("open_book", "Open another book…", Group.FILE, ("Ctrl+O",), "book-open", section=3),
        *list_commands(),
        *(_go(each) for each in PLACES if each.key != "settings"),
        Command("go_duplicates", "Find duplicates", Group.GO, (), "copy", section=1, words="twice same merge double"),
        Command("go_monday", "Monday page", Group.GO, (), "presentation", section=1, words="boss week report risk"),
        *(_theme(each, theme) for each in ThemeChoice),
    )


def actions_of(desk: Desk) -> Mapping[str, Callable[[], None]]:
    """Give what each command of an open book does, but for going to a page and choosing a theme."""
    return {
        "back": desk.back,
        "import": desk.files.choose_import,
        "refresh_figures": desk.pages.refresh_figures,
        "undo_import": partial(desk.last_step.undo_import, desk.services.imports),
        "sample": desk.open_sample,
        "open_book": desk.files.choose_book,
        "new_book": desk.files.choose_new_book,
        "new_account": desk.new_account,
        "new_follow_up": desk.new_follow_up,
        "plan_review": desk.plan_review,
        **list_actions(desk),
        "search_page": desk.found.go_to_page,
        "search_account": desk.found.search_account,
        "calendar": desk.files.save_calendar,
        "crm_out": desk.exchange.crm.show,
        "export": desk.exchange.export.show,
        "copy_for_crm": desk.exchange.crm.copy,
        "calendar_files": desk.exchange.calendars.show_files,
        "backup": desk.files.back_up,
    }


def _go(place: Place) -> Command:
    return Command(f"go_{place.key}", place.text, Group.GO, (place.shortcut,), place.icon, words="go to page")


def _theme(choice: ThemeChoice, now: ThemeChoice) -> Command:
    words = {
        ThemeChoice.SYSTEM: "Theme of the system",
        ThemeChoice.LIGHT: "Light theme",
        ThemeChoice.DARK: "Dark theme",
    }
    icons = {ThemeChoice.SYSTEM: "sun-moon", ThemeChoice.LIGHT: "sun", ThemeChoice.DARK: "moon"}
    return Command(f"theme_{choice}", words[choice], Group.VIEW, (), icons[choice], checked=choice is now)
