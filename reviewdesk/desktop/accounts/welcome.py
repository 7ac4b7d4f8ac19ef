"""What stands where the list would be: in an empty book, and where no account fits the filter."""

from PySide6.QtWidgets import QWidget

from reviewdesk.desktop.widgets.buttons import Button, ghost_button, plain_button, primary_button
from reviewdesk.desktop.widgets.empty import EmptyState


def nothing_fits(page: QWidget) -> tuple[EmptyState, Button]:
    """Say that a filter leaves nothing, with the button that turns it off."""
    clear = plain_button(page.tr("Show all accounts"), "x")
    words = page.tr("Type less, or turn a chip off.")
    return EmptyState("list-filter", page.tr("No account fits"), words, [clear]), clear


def welcome(page: QWidget) -> tuple[EmptyState, tuple[Button, Button, Button]]:
    """Say what to do with an empty book, with the buttons that import, add an account and open the sample."""
    first_import = primary_button(page.tr("Import a file"), "download")
    first_add = plain_button(page.tr("Add an account"), "plus")
    first_sample = ghost_button(page.tr("Open the sample book"), "book-open")
    state = EmptyState(
        "building-2",
        page.tr("Which customers must not leave?"),
        page.tr(
            "Import an export of your CRM, your address book or a list of sales, or add your first account by "
            "hand. The sample book shows how it all looks once it is filled; it goes in one click."
        ),
        [first_import, first_add, first_sample],
    )
    return state, (first_import, first_add, first_sample)
