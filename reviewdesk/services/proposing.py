"""Proposes three sentences and three things heard, and nothing that the customer may not read."""

import re
from bisect import bisect_right
from collections.abc import Callable, Collection, Iterable, Sequence
from functools import cached_property
from itertools import accumulate
from uuid import UUID

from reviewdesk.domain.audience import Audience
from reviewdesk.domain.leaks import WORDS_OF_A_LINE, Forbidden, leaks_in
from reviewdesk.domain.line_records import ReadLine, read_line
from reviewdesk.domain.marker import Marker
from reviewdesk.domain.name_patterns import is_unspaced
from reviewdesk.domain.proposing import Proposals, candidates, propose
from reviewdesk.domain.summary_material import Material
from reviewdesk.services.documents import family_of
from reviewdesk.services.internal_words import rivals_noted
from reviewdesk.storage.reading import Reading
from reviewdesk.storage.store import Store

Others = Callable[[], Sequence[str]]
_WORD = re.compile(r"\w+")


class ProposingService:
    """Reads the notes of a review for what its summary may say first."""

    def __init__(self, store: Store, other_books: Others) -> None:
        self._store = store
        self._other_books = other_books

    def proposals(self, material: Material, put_by: Collection[tuple[UUID, bool]] = ()) -> Proposals:
        """Propose what is still wanted in the summary of a review, and was not put by.

        Words that name a rival, another customer or another book, an internal value, or what is noted as ours in the
        same meeting are never proposed. Nothing is written.
        """
        found, review = candidates(material), material.review
        with self._store.read() as reading:
            guard = _Guard(reading, material, self._other_books)
            return propose(found, guard.are_clean, sentences=review.sentences, heard=review.heard, put_by=put_by)


class _Guard:
    """Says of words whether the customer may read them; what that takes is read only once there are some."""

    def __init__(self, reading: Reading, material: Material, others: Others) -> None:
        self._reading, self._material, self._others = reading, material, others

    def are_clean(self, words: Sequence[str]) -> list[bool]:
        """Say of each of some words whether nothing in it is ours alone; all are looked through at once."""
        text = "\n".join(words)
        begins = list(accumulate((len(each) + 1 for each in words), initial=0))
        found = leaks_in(text, self._forbidden(text))
        unclean = {at for each in found for at in range(_at(begins, each.start), _at(begins, each.end - 1) + 1)}
        return [at not in unclean for at in range(len(words))]

    def _forbidden(self, text: str) -> Forbidden:
        rivals, accounts, people, own = self._names
        return Forbidden(rivals, accounts, people, tuple(self._others()), _sharing(text, self._ours), own_names=own)

    @cached_property
    def _names(self) -> tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...], tuple[str, ...]]:
        accounts = {each.id: each for each in self._reading.accounts.all()}
        mine = accounts[self._material.account.id]
        own, everybody = family_of(mine, accounts), self._reading.people.all()
        rivals = {rival for each in accounts.values() for rival in each.rivals} | set(rivals_noted(self._reading))
        own_names = [each.name for each in everybody if each.account_id in own]
        own_names += [accounts[each].name for each in own]
        return (
            tuple(sorted(rivals)),
            tuple(each.name for each in accounts.values() if each.id not in own),
            tuple(each.name for each in everybody if each.account_id not in own),
            tuple(own_names),
        )

    @cached_property
    def _ours(self) -> tuple[str, ...]:
        """What is noted in this meeting and is not the customer's to read; a concern is theirs in its summary."""
        read = (read_line(each, self._material.meeting) for each in self._material.review.lines)
        return tuple(each.said.words for each in read if _is_ours(each))


def _is_ours(read: ReadLine) -> bool:
    audience = read.line.audience or read.marker.audience
    if read.marker is Marker.CONCERN and not read.line.set_aside:
        return audience is Audience.ONLY_ME
    return read.line.set_aside or audience is not Audience.CUSTOMER


def _sharing(text: str, lines: Iterable[str]) -> tuple[str, ...]:
    """Give the lines that have enough words in common with a text to be betrayed by it; most have not."""
    if is_unspaced(text):
        return tuple(lines)
    words = frozenset(_WORD.findall(text.casefold()))
    return tuple(each for each in lines if _shared(each, words) >= WORDS_OF_A_LINE)


def _shared(line: str, words: frozenset[str]) -> int:
    return sum(each in words for each in _WORD.findall(line.casefold()))


def _at(begins: Sequence[int], place: int) -> int:
    return bisect_right(begins, place) - 1
