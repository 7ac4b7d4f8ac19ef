"""Who and what a line names: @people and #tags."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final
from uuid import UUID

from reviewdesk.domain.notes.folding import fold_german
from reviewdesk.domain.text import fold

_NAME: Final = r"[^\W\d_](?:[\w'’.-]{0,60}[\w])?"
_MENTION: Final = re.compile(rf"(?<![\w.@])@({_NAME})( ({_NAME}))?")
_TAG: Final = re.compile(r"(?<![\w#&/@])#((?=[\d_-]{0,20}[^\W\d_])\w[\w-]{0,60})")
_PARTS: Final = re.compile(r"[\s.'’-]+")
LONGEST_NAME: Final = 200

Candidates = Sequence[tuple[UUID, str]]


@dataclass(frozen=True, slots=True)
class Mention:
    """A person named with an @, as typed and without the @; the span holds the @ as well.

    A capitalised word behind the first one is taken for the family name; `resolve` does without it where nobody is
    called so.
    """

    name: str
    span: tuple[int, int]


def mentions_in(text: str) -> tuple[Mention, ...]:
    """Find the people a line names."""
    return tuple(_mention(found) for found in _MENTION.finditer(text))


def tags_in(text: str) -> tuple[str, ...]:
    """Find the tags of a line, each once and without its sign; `#1` is a number and no tag."""
    first_seen = {fold(found.group(1)): found.group(1) for found in reversed(tuple(_TAG.finditer(text)))}
    return tuple(reversed(first_seen.values()))


def without_signs(text: str) -> str:
    """Take the @ and # away from the names and tags of a text, and the tags at its end."""
    shorter = text.rstrip()
    for found in reversed(tuple(_TAG.finditer(shorter))):
        if found.end() != len(shorter):
            break
        shorter = shorter[: found.start()].rstrip()
    bare = _TAG.sub(r"\1", shorter or text)
    return _MENTION.sub(lambda found: found.group()[1:], bare)


def _mention(found: re.Match[str]) -> Mention:
    first, _, second = found.groups()
    if second is not None and second[:1].isupper():
        return Mention(found.group()[1:], found.span())
    return Mention(first, (found.start(), found.end(1)))


def resolve(name: str, candidates: Candidates) -> UUID | None:
    """Say who is meant by a name, or nobody where it fits none of them or more than one.

    Tried in turn: the whole name, a first name, a family name, initials, the beginning of a name. Where nobody has
    both words of a name the first word is tried alone, for in `@Anna Angebot schicken` the second is no name.
    """
    typed = name[:LONGEST_NAME].strip().lstrip("@")
    found = _by_any_way(typed, candidates)
    if found or " " not in typed:
        return next(iter(found)) if len(found) == 1 else None
    return resolve(typed.rsplit(" ", 1)[0], candidates)


def _by_any_way(typed: str, candidates: Candidates) -> set[UUID]:
    """Give those whom the first way that finds anybody finds."""
    for way in (_is_whole, _is_first, _is_family, _is_initials, _is_beginning):
        found = {person for person, full in candidates if _fits(way, typed, full)}
        if found:
            return found
    return set()


def _fits(way: Callable[[list[str], list[str]], bool], typed: str, full: str) -> bool:
    return any(_parts(folded(typed)) and way(_parts(folded(typed)), _parts(folded(full))) for folded in _FOLDS)


_FOLDS: Final = (fold, fold_german)


def _parts(folded: str) -> list[str]:
    return [part for part in _PARTS.split(folded) if part]


def _is_whole(typed: list[str], full: list[str]) -> bool:
    return typed == full


def _is_first(typed: list[str], full: list[str]) -> bool:
    return typed == full[: len(typed)]


def _is_family(typed: list[str], full: list[str]) -> bool:
    return typed == full[-len(typed) :]


def _is_initials(typed: list[str], full: list[str]) -> bool:
    return len(full) > 1 and "".join(typed) == "".join(part[0] for part in full)


def _is_beginning(typed: list[str], full: list[str]) -> bool:
    """Whether each typed part begins a part of the name, in order: `Pi`, `Anna N`, `A. Nowak`."""
    left: Iterator[str] = iter(full)
    return all(any(part.startswith(word) for part in left) for word in typed)
