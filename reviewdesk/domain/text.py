"""Folding of text, so that a search finds a word however it is written."""

import unicodedata
from functools import lru_cache

_PLAIN = str.maketrans({"ł": "l", "ø": "o", "đ": "d", "ß": "ss", "æ": "ae", "œ": "oe", "ð": "d", "þ": "th", "ı": "i"})


def fold(text: str) -> str:
    """Fold case, accents and compatibility forms: Łódź becomes lodz, Straße strasse."""
    if text.isascii():
        return text.lower()
    apart = unicodedata.normalize("NFKD", text.casefold()).translate(_PLAIN)
    return "".join(each for each in apart if not unicodedata.combining(each))


@lru_cache(maxsize=4096)
def is_ideograph(character: str) -> bool:
    """Say whether a character is written without spaces around its words: Chinese, Japanese, Korean or Thai."""
    code = ord(character)
    return (
        0x3040 <= code <= 0x30FF
        or 0x3400 <= code <= 0x9FFF
        or 0xAC00 <= code <= 0xD7AF
        or 0xF900 <= code <= 0xFAFF
        or 0x20000 <= code <= 0x3FFFF
        or 0x0E00 <= code <= 0x0E7F
    )


def words_of(text: str) -> list[str]:
    """Split folded text into words; each ideograph is a word of its own."""
    words: list[str] = []
    current = ""
    for each in fold(text):
        if is_ideograph(each) or not each.isalnum():
            if current:
                words.append(current)
            current = ""
            if is_ideograph(each):
                words.append(each)
        else:
            current += each
    return [*words, current] if current else words
