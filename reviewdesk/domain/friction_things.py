"""What concerns and processes are about, in few words: so that a process finds its concerns, and they a process."""

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Final
from uuid import UUID

from reviewdesk.domain.common_words import is_function_word
from reviewdesk.domain.complaint_things import ABOUT
from reviewdesk.domain.complaint_words import things_of
from reviewdesk.domain.concern import Concern
from reviewdesk.domain.concern_figures import is_counted
from reviewdesk.domain.friction import Friction
from reviewdesk.domain.intervals import add_months
from reviewdesk.domain.text import fold

MONTHS: Final = 12
OFTEN_AT: Final = 3
MOST: Final = 6
_BEGINNING: Final = 5


@dataclass(frozen=True, slots=True)
class Often:
    """Something that concerns of at least three accounts are about, with how many they are."""

    thing: str
    concerns: int
    accounts: int


def traits_of(words: str) -> frozenset[str]:
    """Give what words are about: things that customers complain of, and how the longer words begin."""
    return frozenset(each for word in re.findall(r"\w+", fold(words)) for each in _traits(word))


def about(concern: Concern) -> frozenset[str]:
    """Give what a concern is about."""
    return traits_of(f"{concern.words} {concern.summary}")


def sounds_like(friction: Friction, concern: Concern, traits: frozenset[str] | None = None) -> bool:
    """Say whether a concern that does not belong to a process, and was not left out, is about something of its name."""
    if friction.hurts_in(concern) or not is_counted(concern) or concern.id in friction.left_out_ids:
        return False
    return bool(traits_of(friction.process) & (about(concern) if traits is None else traits))


def often(concerns: Iterable[Concern], frictions: Iterable[Friction], today: date) -> tuple[Often, ...]:
    """Give what concerns of 12 months at three accounts are about and no noted process is, the commonest first."""
    noted = {each for one in frictions for each in traits_of(one.process)}
    found: dict[str, list[UUID]] = defaultdict(list)
    for each in concerns:
        if is_counted(each) and today < add_months(each.raised_on, MONTHS):
            for thing in (about(each) & ABOUT) - noted:
                found[thing].append(each.account_id)
    every = (Often(thing, len(at), len(set(at))) for thing, at in found.items())
    return tuple(sorted((each for each in every if each.accounts >= OFTEN_AT), key=_commonest)[:MOST])


@lru_cache(maxsize=20_000)
def _traits(word: str) -> tuple[str, ...]:
    begins = (word[:_BEGINNING],) if len(word) >= _BEGINNING and not is_function_word(word) else ()
    return (*(each for each in things_of(word) if each in ABOUT), *(f"{each}…" for each in begins))


def _commonest(one: Often) -> tuple[int, int, str]:
    return -one.accounts, -one.concerns, one.thing
