"""Where one can go in a book, and what can be asked for from anywhere."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from itertools import chain
from typing import TYPE_CHECKING, Final

from reviewdesk.desktop.account_ways import account_commands
from reviewdesk.desktop.afterwards import meeting_commands
from reviewdesk.desktop.batch.ways import batch_commands
from reviewdesk.desktop.boss_ways import boss_commands
from reviewdesk.desktop.change_ways import change_commands
from reviewdesk.desktop.commands import Command, Group
from reviewdesk.desktop.feedback.ways import form_commands
from reviewdesk.desktop.hand_off.ways import hand_off_commands
from reviewdesk.desktop.letter_ways import letter_commands
from reviewdesk.desktop.list_commands import list_actions, list_commands
from reviewdesk.desktop.paper_ways import paper_commands
from reviewdesk.desktop.places import Place, PlaceGroup
from reviewdesk.desktop.reminder_ways import reminder_commands
from reviewdesk.desktop.template_ways import template_commands
from reviewdesk.desktop.theme import ThemeChoice

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from reviewdesk.desktop.desk import Desk

PLACES: Final = (
    Place("today", "Today", "sun", shortcut="Ctrl+Alt+1"),
    Place("accounts", "Accounts", "building-2", shortcut="Ctrl+Alt+2"),
    Place("reviews", "Reviews", "calendar-check", shortcut="Ctrl+Alt+3"),
    Place("follow_ups", "Follow-ups", "list-checks", shortcut="Ctrl+Alt+4"),
    Place("concerns", "Concerns", "message-square-warning", shortcut="Ctrl+Alt+5"),
    Place("outreach", "Outreach", "megaphone", shortcut="Ctrl+Alt+6"),
    Place("insights", "Insights", "chart-no-axes-combined", shortcut="Ctrl+Alt+7"),
    Place("relationship", "Relationship", "handshake", shortcut="Ctrl+Alt+8"),
    Place("settings", "Settings", "settings", group=PlaceGroup.BOTTOM, shortcut="Ctrl+,"),
)
WAITING: Final = frozenset({"today", "reviews", "follow_ups"})


def counted_places(counts: Mapping[str, int]) -> tuple[Place, ...]:
    """Give the places, each with how much waits there."""
    return tuple(replace(each, count=counts.get(each.key, 0) if each.key in WAITING else 0) for each in PLACES)


def desk_commands(theme: ThemeChoice) -> tuple[Command, ...]:
    """Give the commands of an open book; `theme` is the one in force."""
    return (
        Command("new_account", "New account", Group.ADD, ("Ctrl+N",), "plus", section=0, words="add customer"),
        Command("new_follow_up", "New follow-up", Group.ADD, ("Ctrl+Shift+N",), "plus", section=0, words="add task"),
        Command("plan_review", "Plan review", Group.ADD, (), "calendar-plus", section=0, words="meeting date book"),
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
        Command("new_book", "New book…", Group.FILE, (), "plus", section=3),
        Command(
            "new_like_this", "New like this one…", Group.FILE, (), "copy", section=3, words="book template settings"
        ),
        Command("open_book", "Open another book…", Group.FILE, ("Ctrl+O",), "folder-open", section=3),
        Command("name_book", "Name and colour…", Group.FILE, (), "pencil", section=3, words="rename this book color"),
        *chain(account_commands(), list_commands(), paper_commands(), boss_commands(), meeting_commands()),
        *chain(form_commands(), reminder_commands(), batch_commands(), template_commands()),
        *chain(letter_commands(), change_commands(), hand_off_commands()),
        *(_go(each) for each in PLACES if each.key != "settings"),
        *_pages_aside(),
        *(_theme(each, theme) for each in ThemeChoice),
    )


def _pages_aside() -> tuple[Command, ...]:
    """Give the ways to pages, and to places on them, that stand in no side bar."""
    go = Group.GO
    look = "logo branding colours footer signature paper letter head preview"
    return (
        Command("documents_look", "Look of documents", Group.FILE, (), "image", section=8, words=look),
        Command("go_quarter", "Plan of the quarter", go, (), "calendar-days", section=1, words="spread weeks capacity"),
        Command("go_duplicates", "Find duplicates", go, (), "copy", section=1, words="twice same merge double"),
        Command("go_books", "All my books", go, ("Ctrl+Shift+O",), "book-open", section=1, words="other clients"),
        Command("go_friction", "Friction", go, (), "refresh-cw", section=1, words="process hurts customers decide"),
        Command("go_why_price", "Why price?", go, (), "scale", section=1, words="discount margin rival differ cheaper"),
        Command("go_losses", "Losses", go, (), "user-minus", section=1, words="lost left lessons win back make up"),
        Command(
            "go_change", "Change notices", go, (), "megaphone", section=1, words="price rise rehearsal discontinued"
        ),
        Command("go_opportunities", "Opportunities", go, (), "target", section=1, words="sales pipeline might buy"),
        Command(
            "go_hand_offs", "Hand-offs", go, (), "handshake", section=1, words="handover operations owner accepted"
        ),
        Command("go_monday", "Monday page", go, (), "presentation", section=1, words="boss week report risk"),
    )


def actions_of(desk: Desk) -> Mapping[str, Callable[[], None]]:
    """Give what each command of an open book does, but for going to a page and choosing a theme."""
    return {
        "back": partial(_back, desk),
        "import": desk.files.choose_import,
        "refresh_figures": desk.pages.refresh_figures,
        "undo_import": partial(desk.last_step.undo_import, desk.services.imports),
        "sample": desk.open_sample,
        "open_book": desk.files.choose_book,
        "new_book": desk.books.ask_new,
        "new_like_this": desk.books.ask_new_like_this,
        "name_book": desk.books.name_this,
        "new_account": desk.new_account,
        "new_follow_up": desk.new_follow_up,
        "plan_review": desk.plan_review,
        **list_actions(desk),
        **desk.account_ways.actions(),
        **desk.exchange.papers.actions(),
        **desk.exchange.forms.actions(),
        **desk.exchange.reminding.actions(),
        **desk.exchange.letters.actions(),
        **desk.exchange.changes.actions(),
        **desk.exchange.hand_offs.actions(),
        **desk.exchange.boss.actions(),
        **desk.exchange.batch.actions(),
        **desk.exchange.templates.actions(),
        **desk.exchange.afterwards.actions(),
        "search_page": desk.found.go_to_page,
        "search_account": desk.found.search_account,
        "calendar": desk.files.save_calendar,
        "crm_out": desk.exchange.crm.show,
        "export": desk.exchange.export.show,
        "copy_for_crm": desk.exchange.crm.copy,
        "calendar_files": desk.exchange.calendars.show_files,
        "backup": desk.files.back_up,
        "documents_look": partial(_look_of_documents, desk),
    }


def _look_of_documents(desk: Desk) -> None:
    desk.go("settings")
    desk.pages.settings.lead_to("documents")


def _back(desk: Desk) -> None:
    """Go to where the person came from; a document knows best where that was."""
    if desk.shell.page == "document":
        desk.pages.document.close_page()
    else:
        desk.back()


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
