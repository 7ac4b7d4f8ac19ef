"""Tables of phrases, parted by commas; `*` stands for any letters."""

import re

from reviewdesk.domain.notes.folding import fold_in_place


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
    return whole_words("|".join(pattern_of(phrase) for phrase in phrases) or r"(?!)")


def whole_words(alternatives: str) -> re.Pattern[str]:
    """Give a pattern of phrases that begins and ends with a word."""
    return re.compile(rf"(?<!\w)(?:{alternatives})(?!\w)")
