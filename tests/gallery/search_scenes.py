"""What is photographed of the page of the search."""

from tests.gallery.books import SHOWN, account_called
from tests.gallery.scene import Scene
from tests.gallery.studio import Studio


def search_scenes() -> tuple[Scene, ...]:
    """Give what is photographed of it, in the order in which one leads to the other."""
    return (
        Scene("search-page-empty", show_empty),
        Scene("search-page", show_found),
        Scene("search-page-account", show_account),
    )


def show_empty(studio: Studio) -> None:
    """Look at the page before anything is typed."""
    studio.desk.found.show_page("")
    studio.settle()


def show_found(studio: Studio) -> None:
    """Look for what many accounts speak of."""
    studio.desk.found.show_page("del")
    studio.settle()


def show_account(studio: Studio) -> None:
    """Look inside one account."""
    studio.desk.open_account(account_called(studio.services, SHOWN))
    studio.settle()
    studio.desk.found.search_account()
    studio.desk.pages.search.view.line.setText("the")
    studio.settle()


def search_ugly(studio: Studio) -> None:
    """Look for what strains the page."""
    studio.desk.found.show_page("a")
    studio.settle()
