"""How the cue words of a language are written down and found in a line."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from reviewdesk.domain.marker import Marker
from reviewdesk.domain.notes.folding import fold_in_place

STRONG: Final = 3.0
PLAIN: Final = 2.0
WEAK: Final = 1.0


@dataclass(frozen=True, slots=True)
class Cue:
    """What one phrase speaks for and how much; a concern also says how severe it sounds."""

    kind: Marker
    weight: float
    severity: int | None = None


@dataclass(frozen=True, slots=True)
class FoundCue:
    """A cue, the words that gave it, and where they stand."""

    cue: Cue
    words: str
    begin: int


@dataclass(frozen=True)
class Language:
    """The cue words of one language.

    Phrases are parted by commas; `*` stands for any letters. Of phrases that overlap the one that begins first
    counts, and of those the longer: `not happy` is no `happy`. `plain` and `weak` speak for a kind less than `strong`.

    `we` and `they` begin sentences about ourselves and about the customer; with a verb of `promises` they promise.
    Behind `conditions` nothing is promised: `if they send it`.
    `tasks` are verbs that make a follow-up at the beginning of a line, `closing_tasks` at its end, as in German.
    `asking` words begin a question. Verbs may stand before who acts where the language `inverts`.
    """

    concerns: Mapping[int, str]
    raising: str
    strong: Mapping[Marker, str]
    plain: Mapping[Marker, str]
    weak: Mapping[Marker, str]
    asking: str
    we: str
    they: str
    conditions: str
    promises: str
    tasks: str
    closing_tasks: str = ""
    inverts: bool = False

    def find(self, text: str, folded: str) -> Iterator[FoundCue]:
        """Find the cues in a text and its fold."""
        for found in self._any_cue.finditer(folded):
            yield FoundCue(self._cues[(found.lastindex or 1) - 1][1], text[slice(*found.span())], found.start())

    def raises(self, folded: str) -> str:
        """Give the word that makes a concern weigh more, or nothing."""
        found = self._raising.search(folded)
        return found.group() if found else ""

    @cached_property
    def _cues(self) -> list[tuple[str, Cue]]:
        cues = [
            (phrase, Cue(Marker.CONCERN, STRONG + (severity - 2) / 4, severity))
            for severity, phrases in self.concerns.items()
            for phrase in phrases_of(phrases)
        ]
        for table, weight in ((self.strong, STRONG), (self.plain, PLAIN), (self.weak, WEAK)):
            cues += [(phrase, Cue(kind, weight)) for kind, phrases in table.items() for phrase in phrases_of(phrases)]
        return sorted(cues, key=lambda each: len(each[0]), reverse=True)

    @cached_property
    def _any_cue(self) -> re.Pattern[str]:
        return _whole_words("|".join(f"({pattern_of(phrase)})" for phrase, _ in self._cues))

    @cached_property
    def _raising(self) -> re.Pattern[str]:
        return any_phrase(self.raising)

    @cached_property
    def asks(self) -> re.Pattern[str]:
        """Finds a word that begins a question."""
        return any_phrase(self.asking)

    @cached_property
    def task(self) -> re.Pattern[str]:
        """Finds a verb that begins a task."""
        return any_phrase(self.tasks)

    @cached_property
    def closing_task(self) -> re.Pattern[str]:
        """Finds a verb that ends a task."""
        return any_phrase(self.closing_tasks)

    @cached_property
    def promise(self) -> re.Pattern[str]:
        """Finds a verb with which somebody promises."""
        return any_phrase(self.promises)

    @cached_property
    def ourselves(self) -> re.Pattern[str]:
        """Finds the words for ourselves."""
        return any_phrase(self.we)

    @cached_property
    def condition(self) -> re.Pattern[str]:
        """Finds a word behind which nothing is promised."""
        return any_phrase(self.conditions)

    @cached_property
    def themselves(self) -> re.Pattern[str]:
        """Finds the words for the customer."""
        return any_phrase(self.they)


def phrases_of(table: str) -> list[str]:
    """Split a table of phrases."""
    return [phrase for each in table.split(",") if (phrase := " ".join(each.split()))]


def pattern_of(phrase: str) -> str:
    """Give the pattern of a phrase."""
    escaped = re.escape(fold_in_place(phrase))
    return escaped.replace(r"\*", r"\w*").replace(r"\ ", r"\s+")


def any_phrase(table: str) -> re.Pattern[str]:
    """Give a pattern that finds any phrase of a table; of an empty table none."""
    phrases = sorted(phrases_of(table), key=len, reverse=True)
    return _whole_words("|".join(pattern_of(phrase) for phrase in phrases) or r"(?!)")


def _whole_words(alternatives: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{alternatives})(?!\w)")
