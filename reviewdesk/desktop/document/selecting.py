"""Text chosen on the pages by drawing over it, and copied as a person would type it."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication

from reviewdesk.domain.leaks import fold

if TYPE_CHECKING:
    from reviewdesk.desktop.document.canvas import PageCanvas
    from reviewdesk.desktop.document.letters import LetterStore
    from reviewdesk.desktop.document.model import Letters
    from reviewdesk.desktop.document.page_layout import Area
    from reviewdesk.desktop.document.page_mouse import PageMouse, Spot

_BIDI: Final = re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")


class Selecting(QObject):
    """Chooses text between two spots, also over several pages.

    Signals:
        held_back: words that are not for the document's reader, and that were not copied for that.
    """

    held_back = Signal(str)

    def __init__(self, canvas: PageCanvas, mouse: PageMouse, letters: LetterStore, owner: QObject) -> None:
        super().__init__(owner)
        self._canvas, self._letters = canvas, letters
        self._spots: tuple[Spot, Spot] | None = None
        self._word: Spot | None = None
        self.guarded: tuple[str, ...] = ()
        mouse.picked.connect(self._pick)
        mouse.word_asked.connect(self._pick_word)
        mouse.let_go.connect(self.clear)
        letters.read.connect(self._show)
        canvas.copy_asked.connect(self.copy)
        canvas.all_asked.connect(self.choose_all)

    def clear(self) -> None:
        """Choose nothing any more."""
        self._spots = self._word = None
        self._canvas.show_selection({})

    def choose_all(self) -> None:
        """Choose all the text of the page in sight."""
        number = self._canvas.page
        width, height = self._canvas.layout_of_pages.sizes[number - 1]
        self._spots, self._word = ((number, 0.0, height), (number, width, 0.0)), None
        self._show()

    def _pick(self, began: Spot, now: Spot) -> None:
        self._spots, self._word = (began, now), None
        self._show()

    def _pick_word(self, spot: Spot) -> None:
        self._spots, self._word = (spot, spot), spot
        self._show()

    @property
    def text(self) -> str:
        """Give what is chosen as plain text."""
        parts = [letters.text[first:last] for letters, first, last in self._runs()]
        plain = unicodedata.normalize("NFKC", _BIDI.sub("", "\n".join(parts)))
        return plain.replace("\r\n", "\n").replace("\ufffe", "").strip()

    def copy(self) -> None:
        """Put what is chosen on the clipboard, unless it holds what must not leave."""
        text = self.text
        held = next((each for each in self.guarded if fold(each) in fold(text)), None)
        if held is not None:
            self.held_back.emit(held)
        elif text:
            QGuiApplication.clipboard().setText(text)

    def _show(self) -> None:
        chosen: dict[int, tuple[Area, ...]] = {}
        for letters, first, last in self._runs():
            chosen[letters.number] = tuple(each.box for each in letters.areas(first, last))
        self._canvas.show_selection(chosen)

    def _runs(self) -> list[tuple[Letters, int, int]]:
        """Give what is chosen of each page whose letters are known: from which letter up to which."""
        if self._spots is None:
            return []
        first, last = sorted(self._spots, key=_reading_order)
        found = []
        for number in range(first[0], last[0] + 1):
            letters = self._letters.get(number)
            if letters is not None and letters.text:
                begin = _nearest(letters, first) if number == first[0] else 0
                end = _nearest(letters, last) + 1 if number == last[0] else len(letters.text)
                if self._word is not None:
                    begin, end = _word_around(letters.text, begin)
                found.append((letters, min(begin, end), max(begin, end)))
        return found


def _reading_order(spot: Spot) -> tuple[int, float]:
    return spot[0], -spot[2]


def _nearest(letters: Letters, spot: Spot) -> int:
    """Give the letter nearest to a spot: the line counts more than the place in it."""
    _, x, y = spot

    def far(at: int) -> float:
        left, bottom, right, top = letters.boxes[at]
        down = max(bottom - y, 0.0, y - top)
        return down * 20 + abs((left + right) / 2 - x) if right > left else 1e9

    return min(range(len(letters.boxes)), key=far)


def _word_around(text: str, at: int) -> tuple[int, int]:
    first = last = at
    while first > 0 and not text[first - 1].isspace():
        first -= 1
    while last < len(text) and not text[last].isspace():
        last += 1
    return first, last
