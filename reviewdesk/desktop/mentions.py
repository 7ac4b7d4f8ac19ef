"""What the program says without being asked: never over a review, nor while its customer looks on."""

from collections.abc import Callable
from functools import partial
from typing import Any, Protocol

from reviewdesk.desktop.tokens import Tone


class Telling(Protocol):
    """What says a sentence in the window."""

    def __call__(self, sentence: str, tone: Tone, *, action: str = ..., then: Callable[[], Any] | None = ...) -> None:
        """Say it."""


class Mentions:
    """Says what nobody asked for, since it may name another customer, once nobody but the person looks on."""

    def __init__(self, tell: Telling) -> None:
        self._tell = tell
        self._waiting: Callable[[], None] | None = None
        self._is_quiet = False

    def say(
        self, sentence: str, tone: Tone = Tone.GOOD, *, action: str = "", then: Callable[[], Any] | None = None
    ) -> None:
        """Say a sentence, now or once it is quiet no more; of several that wait the newest is said."""
        self._waiting = partial(self._tell, sentence, tone, action=action, then=then)
        self.set_quiet(on=self._is_quiet)

    def set_quiet(self, *, on: bool) -> None:
        """Hold back what comes, or say what was held back."""
        self._is_quiet = on
        if self._waiting is not None and not on:
            said, self._waiting = self._waiting, None
            said()
