"""Which saved line each line of an editor is, while the text moves on between two saves."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

Line = TypeVar("Line")


@dataclass(slots=True)
class Untouched:
    """How many lines at the start and at the end of a text have not been touched since some moment."""

    head: int
    tail: int

    def touch(self, first: int, last: int, count: int) -> None:
        """Note that the lines from `first` to `last` changed in a text that has `count` lines now."""
        self.head = min(self.head, first)
        self.tail = min(self.tail, max(count - 1 - last, 0))


class Alignment(Generic[Line]):
    """Holds what is known of each line of the last saved text and finds it again for a line of the text now."""

    def __init__(self) -> None:
        self._known: Sequence[Line] = ()
        self._by_text: dict[str, Line] = {}
        self._since_saved = Untouched(0, 0)
        self._since_asked = Untouched(0, 0)

    @property
    def known(self) -> Sequence[Line]:
        """What is known of the lines of the last saved text."""
        return self._known

    def show(self, known: Sequence[Line], texts: Sequence[str]) -> None:
        """Take what is known of each line of a text; the text itself was taken by `ask` before."""
        self._known = known
        self._by_text = {text: line for text, line in zip(texts, known, strict=True) if text.strip()}
        self._since_saved = Untouched(self._since_asked.head, self._since_asked.tail)

    def ask(self, count: int) -> None:
        """Begin to follow the text from what it is now: it has `count` lines and is on its way to be saved."""
        self._since_asked = Untouched(count, count)

    def touch(self, first: int, last: int, count: int) -> None:
        """Note an edit of the lines from `first` to `last`; the text has `count` lines after it."""
        self._since_saved.touch(first, last, count)
        self._since_asked.touch(first, last, count)

    def line(self, number: int, text: str, count: int) -> Line | None:
        """Give what is known of the line with this number in a text of `count` lines, or nothing."""
        if number < self._since_saved.head and number < len(self._known):
            return self._known[number]
        from_end = count - number
        if from_end <= self._since_saved.tail and from_end <= len(self._known):
            return self._known[len(self._known) - from_end]
        if text in self._by_text:
            return self._by_text[text]
        return self._known[number] if count == len(self._known) else None
