"""Who acts in a line: we, they, or somebody named."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final
from uuid import UUID

from reviewdesk.domain.notes.cues import Language
from reviewdesk.domain.notes.folding import fold_in_place
from reviewdesk.domain.notes.mentions import Candidates, mentions_in, resolve

_WORD: Final = re.compile(r"[\w'-]+")
_BEFORE: Final = 4
_AFTER: Final = 2
_SHORTEST_NAME: Final = 3


@dataclass(frozen=True, slots=True)
class Actor:
    """Somebody who promises in a line: of our side or of theirs, and who where a name says it."""

    ours: bool
    person: UUID | None
    words: str


@dataclass(frozen=True, slots=True)
class Sides:
    """The people who can be named: the customer's and our own."""

    people: Candidates
    ours: Candidates

    def named(self, name: str) -> Actor | None:
        """Give who is called so; nobody where both sides have one."""
        mine, theirs = resolve(name, self.ours), resolve(name, self.people)
        if (mine is None) == (theirs is None):
            return None
        return Actor(mine is not None, mine or theirs, name)

    def mentioned(self, words: str) -> Iterator[Actor]:
        """Give those named with an @."""
        return (found for each in mentions_in(words) if (found := self.named(each.name)))


def who_promises(words: str, languages: Sequence[Language], sides: Sides) -> Actor | None:
    """Give who says that something will be done."""
    folded = fold_in_place(words)
    for language in languages:
        for verb in language.promise.finditer(folded):
            if found := _before(words, folded, verb, language, sides) or _behind(words, folded, verb, language, sides):
                return found
    return None


def _before(words: str, folded: str, verb: re.Match[str], language: Language, sides: Sides) -> Actor | None:
    """Give the nearest who stands in the same clause before the verb."""
    clause = re.split(r"[.;:!?,]\s", folded[: verb.start()])[-1]
    begin = verb.start() - len(clause)
    if language.condition.search(clause):
        return None
    near = list(_WORD.finditer(folded, begin, verb.start()))[-_BEFORE:]
    actors = (_actor(words[slice(*each.span())], each.group(), language, sides) for each in reversed(near))
    return next((each for each in actors if each), None)


def _behind(words: str, folded: str, verb: re.Match[str], language: Language, sides: Sides) -> Actor | None:
    """Give who stands behind the verb where the language turns sentences round: `bis Freitag schickt Anna ...`."""
    head = folded[: verb.start()]
    if not (language.inverts and head.strip()) or language.condition.search(head):
        return None
    near = list(_WORD.finditer(folded, verb.end(), verb.end() + 40))[:_AFTER]
    actors = (_actor(words[slice(*each.span())], each.group(), language, sides) for each in near)
    return next((each for each in actors if each), None)


def _actor(word: str, folded: str, language: Language, sides: Sides) -> Actor | None:
    if language.ourselves.fullmatch(folded):
        return Actor(ours=True, person=None, words=word)
    if language.themselves.fullmatch(folded):
        return Actor(ours=False, person=None, words=word)
    if len(word) >= _SHORTEST_NAME and word[0].isupper():
        return sides.named(word)
    return None
