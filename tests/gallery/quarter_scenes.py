"""The plan of a quarter as it is photographed."""

from collections.abc import Callable

from tests.gallery.scene import Scene
from tests.gallery.studio import Studio


def quarter_scenes(book: str = "") -> tuple[Scene, ...]:
    """Give this quarter and the next."""
    return (Scene(f"quarter{book}", see(0)), Scene(f"quarter-next{book}", see(1)))


def see(ahead: int) -> Callable[[Studio], None]:
    """Look at the plan of a quarter so far ahead."""

    def look(studio: Studio) -> None:
        studio.desk.go("quarter")
        studio.settle()
        studio.desk.pages.quarter.view.switch.open(str(ahead))

    return look
