"""What is photographed of reminding while the program is closed."""

from reviewdesk.desktop.settings.closed_part import ClosedPart
from tests.gallery.scene import Scene
from tests.gallery.studio import Studio


def closed_scenes() -> tuple[Scene, ...]:
    """Give what is photographed of it."""
    return (Scene("closed-question", be_asked), Scene("closed-settings", look_at_the_switch))


def be_asked(studio: Studio) -> None:
    """Be asked above the page of reviews."""
    studio.desk.go("reviews")
    studio.settle()
    studio.desk.pages.when_closed.question.ask(on=True)


def look_at_the_switch(studio: Studio) -> None:
    """Switch it on and look at the switch among those of this machine."""
    studio.desk.pages.when_closed.question.ask(on=False)
    studio.services.closed_reminding.turn(on=True)
    studio.desk.go("settings")
    studio.settle()
    settings = studio.desk.pages.settings
    part = next(each for each in settings._parts if isinstance(each, ClosedPart))
    studio.settle(until=lambda: part.view.words.height() > 0 and part.view.words.isVisible())
    bar = settings.view.cards.verticalScrollBar()
    bar.setValue(bar.maximum())
    studio.settle()
    bar.setValue(bar.maximum())
