"""Folding of text, so that a search finds a word however it is written."""

import re
import unicodedata

_PLAIN = str.maketrans({"ł": "l", "ø": "o", "đ": "d", "ß": "ss", "æ": "ae", "œ": "oe", "ð": "d", "þ": "th", "ı": "i"})


def fold(text: str) -> str:
    """Fold case, accents and compatibility forms: Łódź becomes lodz, Straße strasse."""
    if text.isascii():
        return text.lower()
    apart = unicodedata.normalize("NFKD", text.casefold()).translate(_PLAIN)
    return "".join(each for each in apart if not unicodedata.combining(each))


_ASCII_WORDS = re.compile("[a-z0-9]+")
_UNSPACED = re.compile("[\u0e00-\u0e7f\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\uf900-\ufaff\U00020000-\U0003ffff]")


def is_ideograph(character: str) -> bool:
    """Say whether a character is written without spaces around its words: Chinese, Japanese, Korean or Thai."""
    return _UNSPACED.match(character) is not None


def words_of(text: str) -> list[str]:
    """Split folded text into words; each ideograph is a word of its own."""
    folded = fold(text)
    if folded.isascii():
        return _ASCII_WORDS.findall(folded)
    words: list[str] = []
    current = ""
    for each in folded:
        if is_ideograph(each) or not each.isalnum():
            if current:
                words.append(current)
            current = ""
            if is_ideograph(each):
                words.append(each)
        else:
            current += each
    return [*words, current] if current else words
