"""How the cue words of a language are written down and found in a line."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache, cached_property
from typing import Final

from reviewdesk.domain.marker import Marker
from reviewdesk.domain.notes.folding import fold_in_place
from reviewdesk.domain.notes.grammars import Grammar
from reviewdesk.domain.notes.phrases import any_phrase, pattern_of, phrases_of, whole_words

STRONG: Final = 3.0
PLAIN: Final = 2.0
WEAK: Final = 1.0
_WORD: Final = re.compile(r"\w+")
_FIRST: Final = re.compile(r"\w*\*?")


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


_Entry = tuple[str, Cue]


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
    grammar: Grammar
    closing_tasks: str = ""
    inverts: bool = False

    def find(self, text: str, folded: str) -> Iterator[FoundCue]:
        """Find the cues in a text and its fold."""
        at = 0
        for word in _WORD.finditer(folded):
            if word.start() >= at and (found := self._at(word, folded)):
                phrase, at = found
                yield FoundCue(phrase, text[word.start() : at], word.start())

    def _at(self, word: re.Match[str], folded: str) -> tuple[Cue, int] | None:
        """Give the longest cue that begins with a word, and where it ends."""
        first = word.group()
        near = [*self._firsts.get(first, ())]
        for stem in self._stem_lengths:
            near += self._stems.get(first[:stem], ())
        for phrase, cue in sorted(near, key=_by_length, reverse=True) if len(near) > 1 else near:
            if end := _end_of(phrase, folded, word.start()):
                return cue, end
        return None

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
    def _firsts(self) -> dict[str, list[_Entry]]:
        """The cues by their first word."""
        return _indexed(self._cues, stems=False)

    @cached_property
    def _stems(self) -> dict[str, list[_Entry]]:
        """The cues whose first word may go on in any way, by the part that is given."""
        return _indexed(self._cues, stems=True)

    @cached_property
    def _stem_lengths(self) -> tuple[int, ...]:
        return tuple({len(stem) for stem in self._stems})

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


def _indexed(cues: list[tuple[str, Cue]], *, stems: bool) -> dict[str, list[_Entry]]:
    found: dict[str, list[_Entry]] = {}
    for phrase, cue in cues:
        begin = _FIRST.match(fold_in_place(phrase))
        first = begin.group() if begin else ""
        if first.endswith("*") is stems:
            found.setdefault(first.rstrip("*"), []).append((fold_in_place(phrase), cue))
    return found


def _by_length(entry: _Entry) -> int:
    return len(entry[0])


def _end_of(phrase: str, folded: str, at: int) -> int:
    """Give where a phrase that begins at a place ends, or 0 where it does not stand there."""
    stem, star, rest = phrase.partition("*")
    if rest:
        found = _compiled(phrase).match(folded, at)
        return found.end() if found else 0
    if not folded.startswith(stem, at):
        return 0
    end = at + len(stem)
    while star and _is_word(folded[end : end + 1]):
        end += 1
    return end if star or not (_is_word(folded[end : end + 1]) and _is_word(stem[-1])) else 0


def _is_word(letter: str) -> bool:
    return letter.isalnum() or letter == "_"


@cache
def _compiled(phrase: str) -> re.Pattern[str]:
    return whole_words(pattern_of(phrase))
