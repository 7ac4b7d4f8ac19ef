"""How alike two complaints are: which things both name, in whatever words, the telling ones counting most.

A complaint becomes its ideas: things that many words stand for (`complaint_words`), and else the stems of its words.
Likeness is the cosine of both with the weight ln(1 + N / n) for an idea that n of N entries hold: the usual inverse
document frequency (K. Spärck Jones, A statistical interpretation of term specificity, 1972).
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from math import log, sqrt
from typing import Final

from reviewdesk.domain.common_words import is_function_word
from reviewdesk.domain.complaint_things import ABOUT
from reviewdesk.domain.complaint_words import phrase_of, things_of
from reviewdesk.domain.text import fold, is_ideograph, words_of

MOST_IDEAS: Final = 10
ENOUGH: Final = 0.38
_THING: Final = 1.4
_WORD: Final = 0.8
_OTHER: Final = 0.6
_WRITTEN: Final = re.compile(r"[^\W_]+")
_SHORTEST: Final = 3
_STEM: Final = 4
_STEM_OF: Final = "="
_ENDING: Final = 3
_CODE: Final = 4  # digits of a lot, an order or an article
_YEARS: Final = ("19", "20")
_LONGEST_STEM: Final = 6  # letters that a word has in common with the same word of another language
_SAID: Final = """
again always never ever last next week weeks day days month months year years time times today monday tuesday
wednesday thursday friday saturday sunday since first second third other more less much very still even only
customer customers they them their have wochen woche tage monat monate jahr jahre immer wieder schon noch montag
dienstag mittwoch freitag donnerstag kunde kunden jedes jeden letzte letzten semaine semaines jour jours mois annee
annees toujours encore fois client clients lundi mardi mercredi jeudi vendredi depuis chaque derniere dernier two
three four five six seven eight nine ten zwei drei vier funf sechs zwei deux trois quatre cinq six one once een new
neu neue neuen neuer nouveau nouvelle goods ware waren product products produkt produkte produit produits material
thing things people somebody somebodys came come comes coming kam kamen kommt kommen got get gets getting take takes
need needs want wants ask asked told tell says said know knows use used make made half open many much hour hours
stunde stunden heure heures too zu trop our ours just arrive arrived arrives arriving angekommen arrivee reception
keep keeps jetzt nun seit mal man on peut january february march april june july august september october november
december januar februar marz mai juni juli oktober dezember janvier fevrier mars avril juin juillet aout septembre
octobre novembre decembre
""".split()
_EMPTY: Final = frozenset(_SAID)


@dataclass(frozen=True, slots=True)
class Idea:
    """One thing a complaint names: its key, and the words of it as they stand there."""

    key: str
    words: tuple[str, ...]


def ideas_of(text: str) -> dict[str, Idea]:
    """Give the ideas of a text by their keys, in the order in which they are named first."""
    found: dict[str, list[str]] = {}
    for key, words in _named(words_of(text)):
        found.setdefault(key, []).extend(words)
    return {key: Idea(key, tuple(dict.fromkeys(words))) for key, words in found.items()}


def things_in(text: str) -> tuple[str, ...]:
    """Give the things that a text names, each once."""
    return tuple(dict.fromkeys(key for key, _ in _named(words_of(text)) if not is_stem(key)))


def is_stem(key: str) -> bool:
    """Say whether an idea is no thing that many words stand for, but a word of its own."""
    return key.startswith(_STEM_OF)


def stem_in(key: str) -> tuple[str, bool]:
    """Give the folded word to look for of such an idea, and whether it may go on."""
    stem = key.removeprefix(_STEM_OF)
    return stem, not is_ideograph(stem[0])


def as_written(text: str, folded: Iterable[str]) -> tuple[str, ...]:
    """Give folded words of a text as they are written there, each once."""
    written = {fold(each): each for each in reversed(_WRITTEN.findall(text))}
    return tuple(dict.fromkeys(written.get(each, each) for each in folded))


def weight(key: str, holding: int, total: int) -> float:
    """Give how much an idea tells that so many of all entries hold; what people complain of tells more than a word."""
    return log(1 + max(total, 1) / max(holding, 1)) * (_WORD if is_stem(key) else _THING)


def likeness(asked: Mapping[str, Idea], other: Mapping[str, Idea], weights: Mapping[str, float]) -> float:
    """Say from 0 to 1 how alike two texts are; an idea without a weight tells as much as the mean of the others."""
    shared = asked.keys() & other.keys()
    if not shared or not weights:
        return 0.0
    usual = sum(weights.values()) / len(weights)
    common = sum(weights.get(key, usual) ** 2 for key in shared)
    return _apart(asked, other) * common / (_length(asked, weights, usual) * _length(other, weights, usual))


def _apart(asked: Mapping[str, Idea], other: Mapping[str, Idea]) -> float:
    """Hold back what is about something else, or says that something else is wrong with it."""
    things = [{key for key in each if not is_stem(key)} for each in (asked, other)]
    parts = ([each & ABOUT for each in things], [each - ABOUT for each in things])
    return _OTHER ** sum(bool(one and two and not one & two) for one, two in parts)


def _length(ideas: Mapping[str, Idea], weights: Mapping[str, float], usual: float) -> float:
    return sqrt(sum(weights.get(key, usual) ** 2 for key in ideas))


def _named(words: Sequence[str]) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Give each idea with its words, those of two words first, which do not count singly any more.

    Characters without spaces between them tell in pairs.
    """
    taken: set[str] = set()
    for one, two in pairwise(words):
        if is_ideograph(one) and is_ideograph(two):
            yield _STEM_OF + one + two, (one + two,)
        elif phrase := phrase_of(one, two):
            taken |= {one, two}
            yield phrase, (one, two)
    for each in words:
        if each not in taken:
            for key in _keys(each):
                yield key, (each,)


@lru_cache(maxsize=50_000)
def _keys(word: str) -> tuple[str, ...]:
    """Give the things a word stands for, else its stem, marked as one; nothing where it says nothing."""
    if is_ideograph(word[0]) or word in _EMPTY:
        return ()
    if word.isdigit():
        return (_STEM_OF + word,) if len(word) >= _CODE and not word.startswith(_YEARS) else ()
    things = things_of(word)
    if not things and (len(word) < _SHORTEST or is_function_word(word)):
        return ()
    return things or (f"{_STEM_OF}{word[: min(max(_STEM, len(word) - _ENDING), _LONGEST_STEM)]}",)
