"""Pictures of pages that were drawn, as many as there is room for; the ones looked at longest ago go first."""

from collections import OrderedDict
from collections.abc import Container
from typing import Final

from PySide6.QtGui import QImage

ROOM: Final = 120_000_000


class PageCache:
    """Keeps pictures by their page; `room` is in bytes."""

    def __init__(self, room: int = ROOM) -> None:
        self._room = room
        self._kept: OrderedDict[int, tuple[float, QImage]] = OrderedDict()

    def clear(self) -> None:
        """Forget all pictures, as when another document is shown."""
        self._kept.clear()

    def put(self, number: int, sharpness: float, picture: QImage, seen: Container[int] = ()) -> None:
        """Keep the picture of a page, drawn at so many pixels for each point; what is `seen` now never goes."""
        self._kept[number] = (sharpness, picture)
        self._kept.move_to_end(number)
        for other in tuple(self._kept):
            if self.size <= self._room:
                break
            if other not in seen:
                del self._kept[other]

    def has_room_for(self, size: float) -> bool:
        """Say whether pages of so many bytes may be drawn before they are looked at."""
        return size * 5 <= self._room

    def get(self, number: int) -> QImage | None:
        """Give the picture of a page, sharp or not."""
        found = self._kept.get(number)
        if found is None:
            return None
        self._kept.move_to_end(number)
        return found[1]

    def is_sharp(self, number: int, sharpness: float) -> bool:
        """Say whether the picture of a page is as sharp as this."""
        found = self._kept.get(number)
        return found is not None and abs(found[0] - sharpness) < 0.001

    @property
    def size(self) -> int:
        """How many bytes the pictures take."""
        return sum(picture.sizeInBytes() for _, picture in self._kept.values())

    def __len__(self) -> int:
        return len(self._kept)
