"""The child process that knows the dictionaries of one language: what it holds in memory never holds up a keystroke.

It is told where they lie, and answers each line of JSON with one: the words that no dictionary knows, or what may have
been meant by one. It ends with its standard input.
"""

import json
import sys
from collections.abc import Iterator
from time import monotonic
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from spylls.hunspell import Dictionary

CHECK: Final = "check"
SUGGEST: Final = "suggest"
MOST: Final = 5
_SECONDS: Final = 0.5
_DISTANCE: Final = 2
_NEAR: Final = 40
_LETTERS: Final = "esianrtolcdugmphbyfvkwzxjq'"
_ACCENTED: Final = "éèêàçùôîïâûëœäöüß"


def main(arguments: list[str]) -> int:
    """Answer until nothing more is asked; the arguments are the dictionaries' places, without their endings."""
    from spylls.hunspell import Dictionary

    language = Language([Dictionary.from_files(each) for each in arguments])
    for line in sys.stdin:
        kind, asked = json.loads(line)
        answer = language.unknown(asked) if kind == CHECK else language.meant(asked)
        sys.stdout.write(f"{json.dumps(answer)}\n")
        sys.stdout.flush()
    return 0


class Language:
    """What the dictionaries of one language know together: colour and color are both English."""

    def __init__(self, dictionaries: "list[Dictionary]") -> None:
        self._dictionaries = dictionaries
        self._stems: list[str] = []

    def knows(self, word: str) -> bool:
        """Say whether a word is spelt right; one with hyphens is where each part of it is."""
        straight = word.replace("’", "'")
        if any(each.lookup(straight) for each in self._dictionaries):
            return True
        parts = [each for each in straight.split("-") if each]
        return len(parts) > 1 and all(len(each) == 1 or self.knows(each) for each in parts)

    def unknown(self, words: list[str]) -> list[str]:
        """Give those of some words that are not known; dictionaries without a word know nothing of it."""
        if not any(each.dic.words for each in self._dictionaries):
            return []
        return [each for each in words if not self.knows(each)]

    def meant(self, word: str) -> list[str]:
        """Give the words that may have been meant, the likeliest first, within half a second.

        The library's own suggestions take over a minute for one French word.
        """
        until = monotonic() + _SECONDS
        small = word.replace("’", "'").lower()
        found = {each: 1 for each in _one_change_away(small) if monotonic() < until and self.knows(each)}
        for each, distance in self._near(small):
            if len(found) < _NEAR and self.knows(each):
                found.setdefault(each, distance)
        ranked = sorted(found, key=lambda each: (found[each], each[:1] != small[:1], sorted(each) != sorted(small)))
        return [_cased(each, word) for each in ranked[:MOST]]

    def _near(self, word: str) -> list[tuple[str, int]]:
        from rapidfuzz import process
        from rapidfuzz.distance import OSA

        if not self._stems:
            self._stems = [each.stem for one in self._dictionaries for each in one.dic.words if each.stem.islower()]
        found = process.extract(word, self._stems, scorer=OSA.distance, score_cutoff=_DISTANCE, limit=_NEAR)
        return [(each, int(distance)) for each, distance, _ in found]


def _one_change_away(word: str) -> Iterator[str]:
    """Give every word one slip of the fingers away: two letters changed over, one too many, another or one left out."""
    halves = [(word[:at], word[at:]) for at in range(len(word) + 1)]
    yield from (f"{a}{b[1]}{b[0]}{b[2:]}" for a, b in halves if len(b) > 1)
    yield from (f"{a}{b[1:]}" for a, b in halves if b)
    yield from (f"{a} {b}" for a, b in halves if a in ("a", "à") and b)
    letters = _LETTERS + _ACCENTED
    yield from (f"{a}{each}{b[1:]}" for each in letters for a, b in halves if b)
    yield from (f"{a}{each}{b}" for each in letters for a, b in halves)


def _cased(word: str, like: str) -> str:
    return word[:1].upper() + word[1:] if like[:1].isupper() else word
