"""The list of accounts in each of its states."""

from collections.abc import Callable

from PySide6.QtCore import QPoint

from reviewdesk.desktop.accounts.controller import AccountsController
from reviewdesk.desktop.accounts.shown import Shown
from reviewdesk.domain.custom_field import FieldKind
from reviewdesk.services.account_columns import BY_KEY
from tests.gallery.scene import Scene
from tests.gallery.studio import Studio

MANY_COLUMNS = ("name", "tier", "owner", "city", "country", "tags", "people", "sponsor", "change", "notice", "revenue")


def list_scenes() -> tuple[Scene, ...]:
    """Give the states of the list; each begins with the list as it is at first."""
    return (
        Scene("accounts-roomy", as_shown(Shown(roomy=True))),
        Scene("accounts-chips", as_shown(Shown(chips=("A", "B", "concerns")))),
        Scene("accounts-nothing", as_shown(Shown(filter="nobody at all"))),
        Scene("accounts-columns", choose_columns),
        Scene("accounts-many", as_shown(Shown(columns=MANY_COLUMNS, sort="change"))),
        Scene("accounts-every", scroll_sideways),
        Scene("accounts-selected", select_several),
        Scene("accounts-bulk", ask_for_tags),
        Scene("accounts-edit", edit_a_cell),
        Scene("accounts-head-menu", open_head_menu),
        Scene("accounts-view", save_a_view),
        Scene("accounts-views-menu", open_views),
        Scene("accounts-own", show_own),
    )


def listed(studio: Studio) -> AccountsController:
    """Go to the list as it is at first, with nothing open over it."""
    studio.desk.go("accounts")
    studio.settle()
    controller = studio.desk.pages.accounts
    for popup in (controller.parts.columns_sheet, controller.parts.at_once.sheet, controller.parts.views.sheet):
        if popup is not None:
            popup.reject()
    for menu in controller.view.findChildren(type(controller.view.chosen_bar.more.menu())):
        menu.close()
    controller.parts.views.close()
    controller.view.show_as(Shown())
    studio.settle()
    return controller


def as_shown(shown: Shown) -> Callable[[Studio], None]:
    """Show the list in some way."""

    def show(studio: Studio) -> None:
        controller = listed(studio)
        controller.view.show_as(shown)
        controller.view.shown_changed.emit()

    return show


def choose_columns(studio: Studio) -> None:
    """Open the sheet of columns."""
    listed(studio).choose_columns()


def select_several(studio: Studio) -> None:
    """Select the first seven accounts."""
    table = listed(studio).view.table
    table.select_again([table.rows.key(at) for at in range(7)])


def ask_for_tags(studio: Studio) -> None:
    """Ask which tags seven accounts get."""
    select_several(studio)
    studio.desk.pages.accounts.view.chosen_bar.asked.emit("add_tags")


def open_head_menu(studio: Studio) -> None:
    """Open the menu of a column."""
    view = listed(studio).view
    view.table.head_menu_asked.emit("review", view.table.mapToGlobal(QPoint(300, 40)))


def save_a_view(studio: Studio) -> None:
    """Save a view of the largest accounts with a concern, and show it."""
    controller = listed(studio)
    views = studio.services.saved_views
    known = {each.name: each.id for each in views.all().views}
    shown = Shown(chips=("A", "concerns"), sort="concerns", falling=True)
    wanted = known.get("Large and worried") or views.save("Large and worried", shown.as_view()).value.id
    studio.desk.views.refresh()
    studio.settle()
    controller.open_view(wanted)


def open_views(studio: Studio) -> None:
    """Open the menu of the views."""
    save_a_view(studio)
    studio.settle()
    studio.desk.pages.accounts.show_views()


def scroll_sideways(studio: Studio) -> None:
    """Show every column and scroll to the middle of them."""
    as_shown(Shown(columns=tuple(BY_KEY)))(studio)
    studio.settle()
    bar = studio.desk.pages.accounts.view.table.horizontalScrollBar()
    bar.setValue(bar.maximum() // 2)


def edit_a_cell(studio: Studio) -> None:
    """Change the city of an account where it stands."""
    as_shown(Shown(columns=MANY_COLUMNS))(studio)
    studio.settle()
    table = studio.desk.pages.accounts.view.table
    table.setCurrentIndex(table.rows.index(3, table.columns.at("city")))
    table.edit_asked.emit("city")


def show_own(studio: Studio) -> None:
    """Fill fields of the person's own on some accounts and show them as columns."""
    own, rows = studio.services.custom_fields, studio.services.accounts.rows()
    if not own.fields():
        docks = own.add("Docks", kind=FieldKind.NUMBER).value
        audited = own.add("Last audit", kind=FieldKind.DAY).value
        level = own.add("Care", kind=FieldKind.CHOICE, choices="Gold, Silver, Bronze").value
        for at, each in enumerate(rows[:25]):
            own.put(docks.id, each.id, str((at * 7) % 40 + at / 2))
            own.put(level.id, each.id, ("Gold", "Silver", "Bronze")[at % 3])
            if at % 2:
                own.put(audited.id, each.id, f"{at % 28 + 1} Mar 2026")
    keys = tuple(f"own:{each.id.hex}" for each in own.fields())
    as_shown(Shown(columns=("name", "tier", *keys, "revenue"), sort=keys[0], falling=True))(studio)
