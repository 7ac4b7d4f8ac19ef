"""The names of rivals in a line that says a rival was named."""

import re
from collections.abc import Iterator
from typing import Final

from reviewdesk.domain.text import fold

LONGEST_SMALL_NAME: Final = 2
_WORD: Final = re.compile(r"[\w&'’.-]*\w")
_ORDINARY: Final = frozenset(
    "a an the and or but of in on at by for from to with we they he she it you i our their his her my your its us them "
    "this that these those there here not no yes is are was were has have had will would can could may also again only "
    "some every all new now next last price prices offer offers quote cheaper cheap better worse said says told asked "
    "compared compares compare tender contract quality delivery service january february march april may june july "
    "august september october november december monday tuesday wednesday thursday friday saturday sunday "
    "der die das ein eine einen und oder von bei mit für im am zu auf sie er wir es ihr sein unser nicht nein ja ist "
    "war hat haben angebot angebote preis preise lieferung vertrag qualität wettbewerber vergleich ausschreibung "
    "le la les un une des et ou de du chez avec pour ils elle elles nous vous il on son sa ses notre leur pas non oui "
    "est sont était ont prix offre offres contrat livraison qualité concurrent".split()
)


def rival_names(words: str) -> Iterator[str]:
    """Give the names in the words of such a line: its capitalised words, joined where they stand together.

    A line that is one or two words in small letters is itself the name.
    """
    typed = words.split()
    found = list(_runs(words))
    yield from found
    if not found and 0 < len(typed) <= LONGEST_SMALL_NAME:
        yield from dict.fromkeys((words.strip(), words.strip().title()))


def _runs(words: str) -> Iterator[str]:
    run: list[str] = []
    end = 0
    for word in _WORD.finditer(words):
        named = word.group()[:1].isupper() and fold(word.group()) not in _FOLDED
        if run and (not named or words[end : word.start()].strip(" ")):
            yield " ".join(run)
            run = []
        if named:
            run.append(word.group())
            end = word.end()
    if run:
        yield " ".join(run)


_FOLDED: Final = frozenset(map(fold, _ORDINARY))
