"""The words of letters in each language they can be written in."""

from collections.abc import Mapping
from datetime import date
from typing import Final

from reviewdesk.domain.letters import english, french, german
from reviewdesk.domain.letters.pieces import Pieces, filled
from reviewdesk.domain.words import words_in

_PHRASES: Final[Mapping[str, Mapping[str, str]]] = {
    "en": english.PHRASES,
    "de": german.PHRASES,
    "fr": french.PHRASES,
}


def written_in(language: str) -> str:
    """Give the language a letter is written in; English where we have no words of this one."""
    code = language.lower().replace("_", "-").split("-")[0]
    return code if code in _PHRASES else "en"


def phrases_in(language: str) -> Mapping[str, str]:
    """Give what letters say of their own."""
    return _PHRASES[written_in(language)]


def on_day(language: str, key: str, day: date) -> Pieces:
    """Fill a day into a phrase."""
    return filled(phrases_in(language)[key], day=words_in(language, day).day(day))
