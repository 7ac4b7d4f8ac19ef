"""Who acts in a line: we, they, or somebody named."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final
from uuid import UUID

from reviewdesk.domain.notes.cues import Language
from reviewdesk.domain.notes.folding import fold_in_place
from reviewdesk.domain.notes.mentions import Candidates, mentions_in, resolve

_WORD: Final = re.compile(r"[\w'-]+")
_NAME_PARTS: Final = re.compile(r"[\W_]+")
_BEFORE: Final = 3
_AFTER: Final = 2
_SHORTEST_NAME: Final = 3
# "Nous" before a verb that does not end so is whom it is done for: `ils nous envoient`.
_OBJECT: Final = "nous"
_ITS_VERB: Final = "ons"
# "Étudié" is "étudie" without its accents, and over.
_DONE: Final = ("é", "és", "ée", "ées")
_NO_SUBJECT: Final = re.compile(
    r"[.,;:!?\d]|\b(?:we|our|us|i|to|in|on|at|for|with|from|by|and|or|no|not|is|are|was|has|have|it|this|that|what|who|"
    r"wir|uns\w*|ich|mit|bei|von|zu|zum|zur|fur|aus|nach|an|am|im|auf|ist|sind|war|hat|und|kein\w*|nicht|es|was|wer|so|"
    r"nous|notre|on|je|pour|avec|par|chez|sur|dans|en|de|du|des|est|sont|a|et|pas|qui|que|ce|plus)\b"
)
_NOT_BEFORE: Final = re.compile(r"(?:n't|\bnot|\bnever|\b(?:did|do|does|wo|ca|could|would)nt)(?: \w+)? $|\b(?:ne |n')$")
_NOT_BEHIND: Final = re.compile(r"[^.,;:!?]* (?:nicht|nie)\b")
_CLAUSE: Final = re.compile(r"^|[,;:.]\s+|\s(?:and|und|et)\s+")


@dataclass(frozen=True, slots=True)
class Actor:
    """Somebody who promises in a line: of our side or of theirs, and who where a name says it."""

    ours: bool
    person: UUID | None
    words: str


@lru_cache(maxsize=10_000)
def _initials(full: str) -> frozenset[str]:
    """Give the letters with which the parts of a name begin; a word that begins otherwise is not looked at."""
    return frozenset(each[0] for each in _NAME_PARTS.split(fold_in_place(full)) if each)


@dataclass(frozen=True, slots=True)
class Sides:
    """The people who can be named: the customer's and our own."""

    people: Candidates
    ours: Candidates

    def named(self, name: str) -> Actor | None:
        """Give who is called so; nobody where both sides have one."""
        first = fold_in_place(name[:1])
        if not any(first in _initials(full) for _, full in (*self.people, *self.ours)):
            return None
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
            if words[: verb.end()].endswith(_DONE) or _is_denied(folded, verb):
                continue
            if found := _before(words, folded, verb, language, sides) or _behind(words, folded, verb, language, sides):
                if found.person and language.inverts and verb.group().endswith("en"):
                    continue
                return None if language.grammar.lasts.search(folded) else found
    return None


def _is_denied(folded: str, verb: re.Match[str]) -> bool:
    """Say whether it is said that something is not done."""
    return bool(_NOT_BEFORE.search(folded[: verb.start()]) or _NOT_BEHIND.match(folded, verb.end()))


def who_acts(words: str, languages: Sequence[Language], sides: Sides) -> Actor | None:
    """Give who begins a clause with any verb that may tell what will be done: we, or somebody named.

    This is a guess where no verb of a promise was found.
    """
    folded = fold_in_place(words)
    for language in languages:
        if language.grammar.lasts.search(folded) or language.condition.search(folded):
            continue
        for begin in _CLAUSE.finditer(folded):
            if found := _begins(words, folded, begin.end(), language, sides):
                return found
        if found := _somebody(words, folded, language):
            return found
    return None


def _somebody(words: str, folded: str, language: Language) -> Actor | None:
    """Give a department or role that begins a line and will do something: `brand team delivers the photos`."""
    for verb in language.promise.finditer(folded):
        subject = folded[: verb.start()].split()
        third = language.grammar.by_name.fullmatch(verb.group())
        if third and 1 <= len(subject) <= _BEFORE and not _NO_SUBJECT.search(folded[: verb.start()]):
            return Actor(ours=False, person=None, words=words[: verb.start()].strip())
    return None


def _begins(words: str, folded: str, at: int, language: Language, sides: Sides) -> Actor | None:
    """Give who stands at a place with a verb behind."""
    first = _WORD.match(folded, at)
    verb = _WORD.search(folded, first.end()) if first else None
    if first is None or verb is None or folded[first.end() : verb.start()].strip():
        return None
    actor = _actor(words[slice(*first.span())], first.group(), language, sides)
    if actor is None or language.grammar.promises_nothing.fullmatch(verb.group()):
        return None
    if actor.person is None and not actor.ours:
        return None
    form = language.grammar.by_name if actor.person else language.grammar.by_us
    return actor if form.fullmatch(verb.group()) else None


def _before(words: str, folded: str, verb: re.Match[str], language: Language, sides: Sides) -> Actor | None:
    """Give the nearest who stands in the same clause before the verb."""
    clause = re.split(r"[.;:!?,]\s", folded[: verb.start()])[-1]
    begin = verb.start() - len(clause)
    if language.condition.search(clause):
        return None
    near = list(_WORD.finditer(folded, begin, verb.start()))[-_BEFORE:]
    if len(near) > 1 and near[-1].group() == _OBJECT and not verb.group().endswith(_ITS_VERB):
        near.pop()
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
