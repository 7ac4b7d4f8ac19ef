"""What a person searches for: words, exact phrases, words that must not be there, and the accounts it is about."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby
from typing import Final

from reviewdesk.domain.text import is_ideograph, words_of

LONGEST_QUERY: Final = 1000
MOST_WORDS: Final = 32
_QUOTES: Final = str.maketrans(dict.fromkeys("“”„«»", '"'))
_PART: Final = re.compile(
    r'(?P<minus>-?)(?P<within>in:)?(?:"(?P<exact>[^"]*)(?P<end>"?)|(?P<plain>\S+))', re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Phrase:
    """Folded words that stand one behind the other; where it is open the last one may go on."""

    words: tuple[str, ...]
    is_open: bool = False


@dataclass(frozen=True, slots=True)
class SearchQuery:
    """A query as it is read: all of `wanted`, nothing of `unwanted`, in accounts whose name holds `within`."""

    wanted: tuple[Phrase, ...] = ()
    unwanted: tuple[Phrase, ...] = ()
    within: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        """Say whether there is anything to look for."""
        return bool(self.wanted)

    @property
    def words(self) -> list[str]:
        """Give the words that are marked in what was found."""
        return [word for phrase in self.wanted for word in phrase.words]


def read_query(text: str) -> SearchQuery:
    """Read a query as typed; of a very long one the first words count.

    Words may stand in any order, characters that touch as one phrase; the last word may go on while it is typed.
    """
    wanted: list[Phrase] = []
    unwanted: list[Phrase] = []
    within: list[str] = []
    for part in _PART.finditer(text[:LONGEST_QUERY].translate(_QUOTES)):
        typed = part["exact"] if part["exact"] is not None else part["plain"]
        if part["within"]:
            within += [typed] if words_of(typed) else []
        else:
            (unwanted if part["minus"] else wanted).extend(_phrases(typed, exact=part["plain"] is None))
    wanted = wanted[:MOST_WORDS]
    if wanted and _goes_on(text, wanted[-1]):
        wanted[-1] = Phrase(wanted[-1].words, is_open=True)
    return SearchQuery(tuple(wanted), tuple(unwanted[:MOST_WORDS]), tuple(within))


def _phrases(typed: str, *, exact: bool) -> Iterator[Phrase]:
    words = words_of(typed)[:MOST_WORDS]
    if exact:
        yield from [Phrase(tuple(words))] if words else []
        return
    for unspaced, run in groupby(words, lambda word: is_ideograph(word[0])):
        touching = tuple(run)
        yield from [Phrase(touching)] if unspaced else (Phrase((each,)) for each in touching)


def _goes_on(text: str, last: Phrase) -> bool:
    """Say whether the query ends within its last wanted word."""
    typed = words_of(text[:LONGEST_QUERY])
    return text[-1:].isalnum() and not is_ideograph(last.words[-1][0]) and typed[-1:] == [last.words[-1]]
