"""Patterns that find a name in the text of a document, however its lines were cut and its words were put in order."""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Final

_UNSPACED = re.compile("[\u2e80-\u9fff\uf900-\ufaff\U00020000-\U0003ffff\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff]")
_RIGHT_TO_LEFT = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")
_LONG_WORD: Final = 10
_BESIDE: Final = r"(?:\W|\W.{0,40}?\W)"
_CLOSE: Final = r"\W{1,3}"


def is_unspaced(text: str) -> bool:
    """Say whether a text holds letters of a script that is written without spaces."""
    return _UNSPACED.search(text) is not None


def is_right_to_left(text: str) -> bool:
    """Say whether a text holds letters that are read from right to left."""
    return _RIGHT_TO_LEFT.search(text) is not None


def whole(name: str, *, any_case: bool = False) -> re.Pattern[str]:
    """Make the pattern of a folded name as whole words; scripts without spaces have no word ends to look for.

    Long words and names in such scripts may have been cut by the end of a line. Of a name that is read from the right a
    reader of documents gives the words in another order where they stand on a line that is read from the left, and puts
    lines of it together with what stands beside them.
    """
    found = "|".join(_orders(name)) if is_right_to_left(name) else " ".join(map(_breakable, name.split(" ")))
    before = "" if _UNSPACED.match(name[0]) else r"(?<!\w)"
    after = "" if _UNSPACED.match(name[-1]) else r"(?!\w)"
    return re.compile(f"{before}(?:{found}){after}", re.IGNORECASE if any_case else 0)


def parts(name: str) -> list[str]:
    """Give the pieces of a name that stand unbroken in any text that holds it."""
    return _words(name) if is_right_to_left(name) else name.split(" ")


def _breakable(word: str) -> str:
    """Allow a space wherever a line may have cut this word."""
    everywhere = len(word) >= _LONG_WORD or is_unspaced(word)
    letters = (re.escape(char) + (" ?" if everywhere or char in "-–/" else "") for char in word[:-1])
    return "".join(letters) + re.escape(word[-1])


def _words(name: str) -> list[str]:
    """Cut a name into runs of letters with their vowel signs: "בע״מ" is two, with a mark between them."""
    runs = groupby(name, key=lambda char: char.isalnum() or unicodedata.combining(char) > 0)
    return ["".join(run) for is_word, run in runs if is_word]


def _orders(name: str) -> Iterator[str]:
    """Give a pattern of each order in which a reader may give the words of a name that is read from the right."""
    yield _BESIDE.join(map(_breakable, name.split(" ")))
    words = _words(name)
    found = {
        (*first, *rest): _close(first, rest)
        for cut in range(max(len(words), 1))
        for first in _seen(words[:cut])
        for rest in _seen(words[cut:])
    }
    yield from found.values()


def _close(first: Sequence[str], rest: Sequence[str]) -> str:
    """Make the pattern of two lines of a name: their words side by side, and anything between the lines."""
    lines = (_CLOSE.join(map(_breakable, line)) for line in (first, rest) if line)
    return _BESIDE.join(lines)


def _seen(words: Sequence[str]) -> set[tuple[str, ...]]:
    """Give the orders in which words on one line are read: runs of one direction, from either end, turned or not."""
    runs = [(right, tuple(run)) for right, run in groupby(words, key=is_right_to_left)]
    turned = [run[::-1] if right else run for right, run in runs]
    kept = [run for _, run in runs]
    return {tuple(word for run in order for word in run) for order in (kept, turned, kept[::-1], turned[::-1])}
