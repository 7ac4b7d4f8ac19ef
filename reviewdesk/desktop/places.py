"""The places one can go to, as the side bar lists them."""

from dataclasses import dataclass
from enum import Enum


class PlaceGroup(Enum):
    """Where in the side bar a place stands."""

    PAGES = "pages"
    VIEWS = "views"
    BOTTOM = "bottom"


@dataclass(frozen=True, slots=True)
class Place:
    """Somewhere to go: its key, its word, its icon, and how much waits there."""

    key: str
    text: str
    icon: str
    count: int = 0
    group: PlaceGroup = PlaceGroup.PAGES
    shortcut: str = ""
