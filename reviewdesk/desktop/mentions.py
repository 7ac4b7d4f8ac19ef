"""What the program says without being asked: never over a review, nor while its customer looks on."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Protocol

from reviewdesk.desktop.tokens import Tone


class Telling(Protocol):
    """What says a sentence in the window."""

    def __call__(self, sentence: str, tone: Tone, *, action: str = ..., then: Callable[[], Any] | None = ...) -> None:
        """Say it."""


@dataclass(frozen=True, slots=True)
class _Mention:
    """A sentence that waits, with what can be done about it."""

    sentence: str
    tone: Tone
    action: str
    then: Callable[[], Any] | None


class Mentions:
    """Says what nobody asked for, since it may name another customer, once nobody but the person looks on."""

    def __init__(self, tell: Telling) -> None:
        self._tell = tell
        self._waiting: list[_Mention] = []
        self._is_quiet = False

    def say(
        self, sentence: str, tone: Tone = Tone.GOOD, *, action: str = "", then: Callable[[], Any] | None = None
    ) -> None:
        """Say a sentence, now or once it is quiet no more."""
        self._waiting.append(_Mention(sentence, tone, action, then))
        self.set_quiet(on=self._is_quiet)

    def set_quiet(self, *, on: bool) -> None:
        """Hold back what comes, or say all that was held back at once; what can be done is that of the newest."""
        self._is_quiet = on
        if not self._waiting or on:
            return
        held, self._waiting = self._waiting, []
        words = " ".join(dict.fromkeys(each.sentence for each in held))
        tone = Tone.BAD if any(each.tone is Tone.BAD for each in held) else held[-1].tone
        leads = next((each for each in reversed(held) if each.action), held[-1])
        self._tell(words, tone, action=leads.action, then=leads.then)
