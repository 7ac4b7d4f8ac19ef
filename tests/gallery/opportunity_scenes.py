"""Opportunities as they are photographed."""

from tests.gallery.scene import Scene
from tests.gallery.studio import Studio


def opportunity_scenes(book: str = "") -> tuple[Scene, ...]:
    """Give the page of all of them."""
    return (Scene(f"opportunities{book}", see_opportunities),)


def see_opportunities(studio: Studio) -> None:
    """Go there from the menu."""
    studio.desk.do("go_opportunities")
    studio.settle()
