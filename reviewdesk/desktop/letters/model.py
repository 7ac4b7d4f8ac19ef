"""What the window knows of letters, as plain values."""

from dataclasses import dataclass

from reviewdesk.desktop.document.pages import PagePicture
from reviewdesk.services.letter_values import Hit, LetterNow, LetterStart, WrittenLetter
from reviewdesk.services.reminder_papers import ToRemind

__all__ = ["Drawn", "Hit", "LetterNow", "LetterStart", "ToRemind", "WrittenLetter"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Drawn:
    """A letter as it stands, the sizes of its pages in points, and the picture of the one in sight."""

    now: LetterNow
    sizes: tuple[tuple[float, float], ...]
    number: int
    scale: float
    picture: PagePicture
