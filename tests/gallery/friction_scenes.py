"""Friction as it is photographed."""

from reviewdesk.domain.concern import Concern
from reviewdesk.domain.friction import Decision
from tests.gallery.scene import Scene
from tests.gallery.studio import Studio

FAX, NIGHT = "Orders by fax only", "Invoices in the night"


def friction_scenes(book: str = "") -> tuple[Scene, ...]:
    """Give the page with one process to decide and one decided, and a concern that leads there."""
    return (Scene(f"friction{book}", decided), Scene(f"concern-friction{book}", from_its_concern))


def see_friction(studio: Studio) -> None:
    """Go there from the menu."""
    studio.desk.do("go_friction")
    studio.settle()


def decided(studio: Studio) -> None:
    """Look at two processes, the first with its concerns and a day."""
    service = studio.services.frictions
    if not service.all().shown:
        first, second = (service.add(each).value for each in (FAX, NIGHT))
        service.change(first.id, "suits_us", "The scanner reads nothing else")
        service.change(first.id, "hurts", "Whoever orders from the road")
        service.change(first.id, "due", "in 3 weeks")
        for each in _concerns(studio):
            service.link(first.id, each.id)
        service.decide(second.id, Decision.CHANGE)
    see_friction(studio)


def from_its_concern(studio: Studio) -> None:
    """Look at the concern that leads there."""
    first = _concerns(studio)[0]
    studio.desk.open_concern(first.account_id, first.id)
    studio.settle()


def _concerns(studio: Studio) -> list[Concern]:
    found = studio.services.frictions
    known = found.all().shown[0].friction
    linked = [each.concern for one in found.all().shown for each in one.hurt]
    return linked or [each.concern for each in found.find(known.id, "")[:6]]
