"""Two more ways to fold letters: one that keeps every letter in its place, one that writes umlauts as Germans do."""

import unicodedata
from typing import Final

from reviewdesk.domain.text import fold

_STROKED: Final = {"ß": "s", "ł": "l", "ø": "o", "đ": "d", "ð": "d", "ı": "i", "æ": "a", "œ": "o", "þ": "t"}
_APOSTROPHES: Final = dict.fromkeys("’‘ʼ´`", "'")
_UMLAUTS: Final = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue"})


def fold_german(text: str) -> str:
    """Fold as the search does, but write an umlaut as two letters: `Müller` becomes `mueller`."""
    return fold(unicodedata.normalize("NFC", text).casefold().translate(_UMLAUTS))


def fold_in_place(text: str) -> str:
    """Fold letter by letter, so that every place in the answer is the same place in the text."""
    return text.translate(_LETTERS)


class _Letters(dict[int, str]):
    """Folds of single letters, worked out when first met."""

    def __missing__(self, code: int) -> str:
        letter = chr(code).lower()[:1]
        base = _APOSTROPHES.get(letter) or _STROKED.get(letter)
        found = base or unicodedata.normalize("NFKD", letter)[:1]
        self[code] = found
        return found


_LETTERS: Final = _Letters()
