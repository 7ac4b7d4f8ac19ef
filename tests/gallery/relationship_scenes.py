"""Relationship as it is photographed: of one account, and of all."""

from reviewdesk.domain.answer import Asked
from tests.gallery.scene import Scene
from tests.gallery.studio import Studio

_TOLD = ((Asked.BRAND, 5, 4), (Asked.UNIQUENESS, 6, 3), (Asked.TRUST, 5, 7), (Asked.SERVICE, 4, 7))


def relationship_scenes(book: str = "") -> tuple[Scene, ...]:
    """Give the tab of an account and the page of the book, as pictures and from their tables."""
    return (
        Scene(f"account-relationship{book}", of_an_account),
        Scene(f"relationship{book}", of_the_book, leads_on=True),
        Scene(f"relationship{book}-below", _below),
    )


def empty_relationship(studio: Studio) -> None:
    """Go there from the menu, before anybody said anything."""
    studio.desk.do("go_relationship")


def of_an_account(studio: Studio) -> None:
    """Look at one that told most of it, with guesses of ours beside."""
    first = min(studio.services.accounts.rows(), key=lambda each: (-(each.revenue or 0), each.name))
    relationships = studio.services.relationships
    for asked, value, matters in _TOLD:
        noted = relationships.say(first.id, asked, value, is_guess=asked in (Asked.BRAND, Asked.UNIQUENESS)).value
        relationships.weigh(noted.id, matters)
    relationships.base(noted.id, "Two calls a week were never answered")
    studio.desk.refresh_book()
    studio.desk.open_account(first.id)
    studio.settle()
    studio.desk.pages.account.open_tab("relationship")
    studio.settle()


def of_the_book(studio: Studio) -> None:
    """Look at the page of the book."""
    studio.desk.go("relationship")
    studio.settle()


def _below(studio: Studio) -> None:
    of_the_book(studio)
    bar = studio.desk.pages.relationship.view.column.verticalScrollBar()
    bar.setValue(bar.maximum())
