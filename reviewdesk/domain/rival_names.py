"""The names of rivals in a line that says a rival was named.

A capital alone makes no name: it may begin a sentence, or a noun in German. So a word counts when it is no common word
and is written as only names are (DHL, FastFreight, eBay), or stands where a rival is named: at the start of the line,
after "than", "lost to" or "Angebot von", or, outside German, with a capital inside a sentence.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from reviewdesk.domain.common_words import is_common, is_function_word, is_german
from reviewdesk.domain.name_patterns import is_right_to_left, is_unspaced
from reviewdesk.domain.text import fold

READ_AT_MOST: Final = 2_000
NEAR: Final = 40
LONGEST_SMALL_NAME: Final = 2
WITHOUT_VOWELS: Final = range(3, 6)
_WORD: Final = re.compile(r"[\w&'’.-]*\w")
_ELISION: Final = re.compile(r"(?:[dlsnmtcj]|qu)['’](?=\w\w)", re.IGNORECASE)
_POSSESSIVE: Final = re.compile(r"['’]s$", re.IGNORECASE)
_NAMED_AFTER: Final = re.compile(
    r"(?<!\w)(?:than|against|vs\.?|versus|gegen|gegenüber|chez|contre|bei|"
    r"(?:lost|switch|switched|switching|moved?|moving|go|going|went|compared?) (?:us )?(?:over )?(?:to|with)|"
    r"(?:offers?|quotes?|prices?|bids?|quoted|offered) (?:from|by)|(?:angebote?|preise?) (?:von|der)|"
    r"(?:billiger|günstiger|besser|teurer|schneller) als|(?:wechseln|gehen|vergleich\w*) (?:uns |sich )?(?:zu|mit)|"
    r"(?:moins cher|mieux|plus cher|plus rapide) que|(?:offres?|prix) (?:de|d['’]))\s*$",
    re.IGNORECASE,
)
_AFTER_PREPOSITION: Final = re.compile(
    r"(?:(?<!\w)(?:von|als|firma|wettbewerber|mitbewerber|konkurrent(?:en)?|konkurrenz|angebot|sagt|"
    r"(?:reden|sprechen|verhandeln|arbeiten)(?: \w+)? mit)|:)\s*$",
    re.IGNORECASE,
)
_SAID_TO: Final = re.compile(r"\s+(?:sei|seien|wäre|wären|ist|hat)(?!\w)", re.IGNORECASE)
_DOES: Final = re.compile(
    r"\s+(?:is|are|has|have|was|were|will|would|can|quote[sd]?|offer(?:s|ed)?|undercuts?|bids?|wants?|won|took|takes|"
    r"ist|hat|war|bietet|bot|macht|liegt|fährt|est|a|propose|livre)(?!\w)",
    re.IGNORECASE,
)
_JOINS: Final = frozenset({"", "&", "+"})
_LISTED: Final = frozenset({"and", "or", "und", "oder", "et", "ou"})
_LEGAL: Final = frozenset("ltd limited llc inc corp gmbh ag kg se sa sas sarl srl spa bv nv ab as oy plc".split())
_SAYS_NOTHING: Final = frozenset(
    "cheaper cheap price prices pricing better worse tender offer offers quote quotes none unknown nobody billiger "
    "guenstiger gunstiger preis preise angebot angebote besser niemand unbekannt prix offre offres moins cher".split()
)
_UNSPACED_NAME: Final = re.compile("[^更比的是在有也了和与及跟说報报價价很太便貴贵给我他她您们はがをにのもへと\\W]{2,}")
_SMALL_HEBREW_ARABIC: Final = frozenset(
    "הם הן הוא היא אנחנו אני הלקוח המתחרה מתחרה גם לא יש אין זה המחיר הצעה הצעת מחיר של את על עם אצל "
    "هم هو هي نحن العميل المنافس منافس لا يوجد هذا السعر عرض سعر من في على مع عند إن قالوا".split()
)


@dataclass(frozen=True, slots=True)
class _Word:
    """A word of a line, where it begins and ends, what is near it, and between it and the last one."""

    text: str
    start: int
    end: int
    is_first: bool
    before: str
    after: str
    gap: str


@dataclass(frozen=True, slots=True)
class _Line:
    """How a line is read: people who are no rivals, and whether it is German."""

    nobody: frozenset[str]
    german: bool

    def is_none(self, word: str) -> bool:
        return is_common(word) or fold(word) in self.nobody

    def may_stand_in(self, word: _Word) -> bool:
        """Say whether a word may be a part of a name that other words make one: it has a capital."""
        capital = word.text[:1].isupper() and fold(word.text) not in self.nobody
        return capital and not is_function_word(word.text) and not self.german

    def is_name(self, word: _Word, *, follows: bool) -> bool:
        """Say whether a word is a name by itself; `follows` one that is, at its side or in a list."""
        text = word.text
        if self.is_none(text) or text.isdigit() or is_unspaced(text) or is_right_to_left(text):
            return False
        if _is_sure(text) or _NAMED_AFTER.search(word.before):
            return True
        if word.is_first:
            return text[:1].isupper() or not text[:1].islower() or _DOES.match(word.after) is not None
        return text[:1].isupper() and (not self.german or follows or _is_told_of(word))


def _is_told_of(word: _Word) -> bool:
    """Say whether a German line tells of a noun as of somebody who offers something."""
    begins = word.before.rstrip().endswith(",") and _SAID_TO.match(word.after)
    return bool(begins or _AFTER_PREPOSITION.search(word.before))


def rival_names(words: str, own: Iterable[str] = ()) -> tuple[str, ...]:
    """Give the names of rivals in the words of such a line; `own` are people who are none, by their names.

    A line that is one or two words is itself the name, and common words in it count with a capital.
    """
    return _named_in(words[:READ_AT_MOST], tuple(own))


@lru_cache(maxsize=10_000)
def _named_in(words: str, own: tuple[str, ...]) -> tuple[str, ...]:
    line = _Line(frozenset(fold(each) for name in own for each in (name, *name.split())), is_german(words))
    found = tuple(dict.fromkeys((*_of_other_scripts(words), *_runs(words, line))))
    typed = _WORD.findall(words)
    if found or not 0 < len(typed) <= LONGEST_SMALL_NAME or any(_says_nothing(each, line) for each in typed):
        return found
    return (words.strip().title() if any(map(is_common, typed)) else words.strip(),)


def _says_nothing(word: str, line: _Line) -> bool:
    folded = fold(word.strip(".,;:!?…"))
    return folded in line.nobody or folded in _SAYS_NOTHING or is_function_word(word)


def _runs(text: str, line: _Line) -> Iterator[str]:
    """Give the names of a line, joined where their words stand together, and within such a run what is sure."""
    run: list[tuple[_Word, bool]] = []
    listed = False
    for word in _words_of(text):
        apart = word.gap.strip() not in _JOINS
        if run and apart:
            yield from _names_of(run, text)
            run = []
        named = line.is_name(word, follows=listed or any(is_one for _, is_one in run))
        if named or line.may_stand_in(word):
            run.append((word, named))
        elif run:
            yield from _names_of(run, text)
            run = []
        listed = named or (listed and fold(word.text) in _LISTED)
    yield from _names_of(run, text)


def _names_of(run: Sequence[tuple[_Word, bool]], text: str) -> Iterator[str]:
    named = [word for word, is_name in run if is_name]
    begins = len(run) > 1 and (run[0][0].is_first or fold(run[-1][0].text) in _LEGAL)
    if run and (named or begins):
        yield text[run[0][0].start : run[-1][0].end]
    if named:
        yield text[named[0].start : named[-1].end]


def _words_of(text: str) -> Iterator[_Word]:
    end = 0
    for hit in _WORD.finditer(text):
        elided = _ELISION.match(hit.group())
        start = hit.start() + (elided.end() if elided else 0)
        word = _POSSESSIVE.sub("", text[start : hit.end()])
        last = start + len(word)
        is_first = end == 0 and not text[:start].strip()
        yield _Word(
            word, start, last, is_first, text[max(0, start - NEAR) : start], text[last : last + NEAR], text[end:start]
        )
        end = hit.end()


def _is_sure(word: str) -> bool:
    """Say whether a word is written as only names are: all capitals, a capital inside, or in small letters no vowel."""
    letters = [each for each in word if each.isalpha()]
    if any(each.isupper() for each in word[1:]) and "-" not in word:
        return len(letters) > 1
    small = word.isascii() and word.islower() and not set(word) & set("aeiouy'’.-")
    return small and len(letters) in WITHOUT_VOWELS


def _of_other_scripts(words: str) -> Iterator[str]:
    """Give the first name of a line in a script without capitals: what stands before the first small word of it."""
    first = next((each for each in words.split() if is_right_to_left(each) or is_unspaced(each)), "")
    if is_unspaced(first):
        hit = _UNSPACED_NAME.search(first)
        yield from [hit.group()] if hit else []
    elif first:
        spoken = (each.strip(".,;:!?") for each in words.split() if is_right_to_left(each))
        yield from [name for name in spoken if name not in _SMALL_HEBREW_ARABIC][:1]
