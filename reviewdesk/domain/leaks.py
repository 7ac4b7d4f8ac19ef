"""What must not be read in a customer's text, and how it is found there.

Names are found as whole words with their case kept, rivals' in any case unless they are common words; white space is
folded, compatibility characters are unified and direction marks dropped on both sides. The template's own words are
never a find: a name counts only when the text holds it more often than the template does.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from itertools import chain
from typing import Final

from reviewdesk.domain.common_words import is_common
from reviewdesk.domain.name_patterns import is_unspaced, parts, whole
from reviewdesk.domain.short_names import short_names

WORDS_OF_A_LINE: Final = 5
INTERNAL_LABELS: Final = (
    *("health", "margin", "tier", "gut feeling", "stance", "influence", "share of wallet", "profit"),
    *("trust", "uniqueness"),
    *("Marge", "Deckungsbeitrag", "Bauchgefühl", "Gewinn", "Vertrauen"),
    *("santé", "marge", "bénéfice", "confiance"),
)
_IGNORED = re.compile("[\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufe00-\ufe0f\ufeff]")
_ONE_SIGN: Final = str.maketrans({**dict.fromkeys("’‘ʼ′", "'"), **dict.fromkeys("‐‑‒–—―−", "-")})
_WORD = re.compile(r"[^\W_]+")
_GRADES: Final = {"tier": r"|[ABC](?!\w)", "stance": r"|(?i:backs us|open|doubtful|against)(?!\w)"}
_SCALE: Final = r"(?:[\s-]?(?:score|index|value|level|rating|wert|note|indice)(?!\w))?"
_BETWEEN: Final = (
    "is|was|of|at|now|about|around|only|currently|just|ist|war|von|bei|jetzt|etwa|rund|nur|est|de|à|maintenant|environ"
)
_NUMBER = r"[-+]?\d+(?:[., ]\d+)*(?:\s?%)?"


class LeakKind(StrEnum):
    """What sort of thing was found."""

    RIVAL = "a rival"
    ACCOUNT = "another account"
    PERSON = "a person of another account"
    BOOK = "another book"
    LINE = "an internal line"
    LABEL = "an internal value"
    QUOTE = "a quote without consent"


_PHRASES: Final = frozenset({LeakKind.LINE, LeakKind.QUOTE})


@dataclass(frozen=True, slots=True)
class Forbidden:
    """What one customer must not read; `own_names` are that customer's own and are never a find.

    `printed` are words of records that are printed for the customer as they were noted; `reworded` pairs internal words
    with their own wording for print, which may share words with them. `quoted` are words that stand in quotation marks
    in this very text, and `quotes` what was noted as their words, each without consent.
    """

    rivals: tuple[str, ...] = ()
    accounts: tuple[str, ...] = ()
    people: tuple[str, ...] = ()
    books: tuple[str, ...] = ()
    lines: tuple[str, ...] = ()
    reworded: tuple[tuple[str, str], ...] = ()
    printed: tuple[str, ...] = ()
    quoted: tuple[str, ...] = ()
    quotes: tuple[str, ...] = ()
    labels: tuple[str, ...] = INTERNAL_LABELS
    own_names: tuple[str, ...] = ()

    def names(self) -> Iterator[tuple[LeakKind, str]]:
        """Give each name that must not be read, with its kind."""
        kinds = (LeakKind.RIVAL, LeakKind.ACCOUNT, LeakKind.PERSON, LeakKind.BOOK)
        for kind, names in zip(kinds, (self.rivals, self.accounts, self.people, self.books), strict=True):
            yield from ((kind, name) for name in names)
        yield from ((LeakKind.QUOTE, words) for words in (*self.quoted, *self.quotes))


@dataclass(frozen=True, slots=True)
class Finding:
    """What must not be in a text: a name as it is known, else words of the text; offsets are into the given text."""

    kind: LeakKind
    words: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Folded:
    """A text made comparable, and for each of its characters the place it came from."""

    text: str
    places: tuple[int, ...] = field(repr=False)

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Give the span of the given text behind a span of the folded one."""
        return self.places[start], self.places[end - 1] + 1


def folded(text: str) -> Folded:
    """Unify compatibility characters, apostrophes and dashes, drop direction marks, and fold white space to a space."""
    kept: list[str] = []
    places: list[int] = []
    for start, cluster in _clusters(text):
        for char in unicodedata.normalize("NFKC", _IGNORED.sub("", cluster)).translate(_ONE_SIGN):
            if not char.isspace():
                kept.append(char)
                places.append(start)
            elif kept and kept[-1] != " ":
                kept.append(" ")
                places.append(start)
    return Folded("".join(kept), tuple(places))


def fold(text: str) -> str:
    """Give a name or line as it is compared: folded, without space around it."""
    return " ".join(text.split()) if text.isascii() else folded(text).text.strip()


def leaks_in(
    text: str,
    forbidden: Forbidden,
    *,
    template: Sequence[str] = (),
    meant: frozenset[str] = frozenset(),
) -> tuple[Finding, ...]:
    """Find what must not be read in this text, in reading order.

    `template` holds the pieces of text the document has without any data; `meant` holds the words of findings the
    person has said are meant.
    """
    page = folded(text)
    own = tuple(folded(piece).text for piece in template)
    search = _Search(page.text, own, _own_spans(page.text, forbidden.own_names))
    found = (*_names(search, forbidden), *_labels(search, forbidden), *_lines(search, forbidden))
    wanted = {fold(words) for words in meant}
    spots = sorted(_widest(found), key=lambda each: (each[1], each[2]))
    return tuple(
        Finding(kind, words, *page.span(start, end)) for kind, start, end, words in spots if words not in wanted
    )


_Spot = tuple[LeakKind, int, int, str]


@dataclass(frozen=True, slots=True)
class _Search:
    """A folded text, the template's pieces, and where the customer's own names stand in it."""

    text: str
    template: tuple[str, ...]
    excused: Sequence[tuple[int, int]]

    def is_excused(self, start: int, end: int) -> bool:
        return any(first <= start and end <= last for first, last in self.excused)

    def places(self, pattern: re.Pattern[str]) -> list[tuple[int, int]]:
        """Give every place of a pattern, or none when the template alone has it as often as the text."""
        places = [hit.span() for hit in pattern.finditer(self.text) if not self.is_excused(*hit.span())]
        expected = sum(len(pattern.findall(piece)) for piece in self.template) if places else 0
        return places if len(places) > expected else []


def _clusters(text: str) -> Iterator[tuple[int, str]]:
    """Give each character with the marks that combine with it, so that each can be unified by itself."""
    start = 0
    for place in range(1, len(text) + 1):
        if place == len(text) or not unicodedata.combining(text[place]):
            yield start, text[start:place]
            start = place


def _own_spans(text: str, names: Iterable[str]) -> list[tuple[int, int]]:
    bare = text.replace(" ", "")
    wanted = (name for name in map(fold, names) if _may_stand(name, bare))
    return [hit.span() for name in wanted for hit in whole(name).finditer(text)]


def _names(search: _Search, forbidden: Forbidden) -> Iterator[_Spot]:
    bare = search.text.replace(" ", "")
    bare_folded = bare.casefold()
    short = ((LeakKind.ACCOUNT, name) for name in short_names(forbidden.accounts, forbidden.own_names))
    for kind, words in chain(forbidden.names(), short):
        name = fold(words)
        any_case = kind is LeakKind.RIVAL and not all(map(is_common, name.split(" ")))
        if _may_stand(name.casefold(), bare_folded) if any_case else _may_stand(name, bare):
            places = search.places(whole(name, any_case=any_case))
            yield from ((kind, start, end, _as_found(search.text[start:end], name)) for start, end in places)


def _as_found(words: str, name: str) -> str:
    """Give a name as it is known, or as the text has it where it is written in another case."""
    return words if words != name and words.casefold() == name.casefold() else name


def _may_stand(name: str, bare: str) -> bool:
    """Say quickly whether a name may stand in a text, given without its spaces; most names do not."""
    return bool(name) and name[0] in bare and all(part in bare for part in parts(name))


def _labels(search: _Search, forbidden: Forbidden) -> Iterator[_Spot]:
    for label in filter(None, map(fold, forbidden.labels)):
        if label.casefold() in search.text.casefold():
            for start, end in search.places(_labelled(label)):
                yield LeakKind.LABEL, start, end, search.text[start:end]


def _labelled(label: str) -> re.Pattern[str]:
    """Make the pattern of a label with its value: "health score: 64", "margin 22 %", "22 % margin", "tier A"."""
    words = rf"(?<!\w)(?i:{re.escape(label)}{_SCALE})"
    grade = _GRADES.get(label.casefold(), "")
    after = rf"{words}(?:\s?[:=]|(?:\s(?:{_BETWEEN})(?!\w))+)?\s?(?:{_NUMBER}{grade})"
    return re.compile(rf"{after}|(?<!\w){_NUMBER}(?<=%)\s(?i:{re.escape(label)})(?!\w)")


def _tokens(text: str) -> list[tuple[str, int, int]]:
    """Cut a text into words for comparing lines; scripts without spaces give one word a character."""
    words: list[tuple[str, int, int]] = []
    for hit in _WORD.finditer(text):
        if is_unspaced(hit[0]):
            words.extend((char, hit.start() + at, hit.start() + at + 1) for at, char in enumerate(hit[0].casefold()))
        else:
            words.append((hit[0].casefold(), *hit.span()))
    return words


def _grams(words: Sequence[tuple[str, int, int]]) -> Iterator[tuple[tuple[str, ...], int]]:
    """Give every run of words that is long enough to betray a line; two characters without spaces are one word."""
    for first in range(len(words)):
        last, weight = first, 0
        while last < len(words) and weight < 2 * WORDS_OF_A_LINE:
            weight += 1 if is_unspaced(words[last][0][0]) else 2
            last += 1
        if weight >= 2 * WORDS_OF_A_LINE:
            yield tuple(word for word, _, _ in words[first:last]), first


def _lines(search: _Search, forbidden: Forbidden) -> Iterator[_Spot]:
    words = _tokens(search.text)
    betraying, theirs = _grams_of(forbidden.lines), _grams_of(forbidden.quotes)
    for line, wording in forbidden.reworded:
        betraying |= _grams_of((line,)) - _grams_of((wording,))
    allowed = _grams_of((*search.template, *forbidden.printed))
    grams = list(_grams(words))
    for kind, wanted in ((LeakKind.LINE, betraying - allowed), (LeakKind.QUOTE, theirs - betraying - allowed)):
        spans = ((words[at][1], words[at + len(gram) - 1][2]) for gram, at in grams if gram in wanted)
        for start, end in _joined(span for span in spans if not search.is_excused(*span)):
            yield kind, start, end, search.text[start:end]


def _grams_of(lines: Iterable[str]) -> set[tuple[str, ...]]:
    return {gram for line in lines for gram, _ in _grams(_tokens(fold(line)))}


def _joined(spans: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    """Join spans that overlap, so that a long line found word by word is one finding."""
    joined: list[tuple[int, int]] = []
    for start, end in sorted(spans):
        if joined and start <= joined[-1][1]:
            joined[-1] = joined[-1][0], max(end, joined[-1][1])
        else:
            joined.append((start, end))
    return joined


def _widest(found: Iterable[_Spot]) -> list[_Spot]:
    """Keep one finding where the same words are found twice, and the name rather than a part of it.

    A name inside a line or quote is a finding of its own, for either may be meant without the other.
    """
    kept: list[_Spot] = []
    for spot in sorted(found, key=lambda each: (each[0] in _PHRASES, each[1] - each[2])):
        rivals = (one for one in kept if (one[0] in _PHRASES) is (spot[0] in _PHRASES))
        if spot[0] is LeakKind.LINE or not any(one[1] <= spot[1] and spot[2] <= one[2] for one in rivals):
            kept.append(spot)
    return kept
