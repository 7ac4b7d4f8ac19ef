"""Which things a word of a complaint stands for, also inside a German compound, and which two words do so together."""

from collections.abc import Mapping
from functools import cache, lru_cache
from typing import Final

from reviewdesk.domain.complaint_things import PHRASES, THINGS

_SHORTEST: Final = 3
_COMPOUND: Final = 9  # letters of a word that may be made of two
_PART: Final = 4
_INSIDE: Final = 5  # letters by which a part is known that does not begin the word


@lru_cache(maxsize=50_000)
def things_of(word: str) -> tuple[str, ...]:
    """Give the things a folded word stands for: "lieferverzogerung" is delivery and late; none where it is none."""
    found = [_thing(word, _SHORTEST)]
    if len(word) >= _COMPOUND:
        parts = (_thing(word[at:], _INSIDE) for at in range(_PART, len(word) - _PART))
        found.append(next(filter(None, parts), ""))
    return tuple(dict.fromkeys(filter(None, found)))


def phrase_of(one: str, two: str) -> str:
    """Give the thing that two folded words stand for together, as "log in" does; nothing where they stand for none."""
    return _phrases().get(f"{one} {two}", "")


def _thing(word: str, least: int) -> str:
    whole, begun = _table()
    if word in whole:
        return whole[word]
    return next((begun[word[:size]] for size in range(len(word), least - 1, -1) if word[:size] in begun), "")


@cache
def _table() -> tuple[dict[str, str], dict[str, str]]:
    """Give whole words and beginnings with their thing; of several things the first that was named."""
    whole: dict[str, str] = {}
    begun: dict[str, str] = {}
    for thing, words in _lines(THINGS):
        for each in words.split():
            (whole if each.endswith(".") else begun).setdefault(each.removesuffix("."), thing)
    return whole, begun


@cache
def _phrases() -> Mapping[str, str]:
    return {each.strip(): thing for thing, phrases in _lines(PHRASES) for each in phrases.split(",")}


def _lines(text: str) -> list[tuple[str, str]]:
    found = (line.partition(":") for line in text.replace("\n  ", " ").splitlines())
    return [(thing, words) for thing, _, words in found]
