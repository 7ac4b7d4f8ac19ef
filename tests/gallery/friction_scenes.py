"""Friction as it is photographed."""

from reviewdesk.domain.friction import Decision
from tests.gallery.scene import Scene
from tests.gallery.studio import Studio


def friction_scenes(book: str = "") -> tuple[Scene, ...]:
    """Give the page with one process to decide and one decided."""
    return (Scene(f"friction{book}", decided),)


def see_friction(studio: Studio) -> None:
    """Go there from the menu."""
    studio.desk.do("go_friction")
    studio.settle()


def decided(studio: Studio) -> None:
    """Look at two processes."""
    service = studio.services.frictions
    if not service.all().shown:
        first, second = (service.add(each).value for each in ("Orders by fax only", "Invoices in the night"))
        service.change(first.id, "suits_us", "The scanner reads nothing else")
        service.change(first.id, "hurts", "Whoever orders from the road")
        service.decide(second.id, Decision.CHANGE)
    see_friction(studio)
