"""How much a line has to tell, from its kind, its words, its place, and how often the meeting came back to it."""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import Final

from reviewdesk.domain.marker import Marker
from reviewdesk.domain.proposing.candidates import Candidate
from reviewdesk.domain.proposing.telling import (
    CAME_OF_IT,
    FIGURE,
    FROM_TO,
    MEASURE,
    TELLS_NOTHING,
    WEIGHS,
    Words,
    size_of,
    stems,
)

_SENTENCE: Final[Mapping[Marker, float]] = {
    Marker.DECISION: 1.9,
    Marker.CONCERN: 0.9,
    Marker.GOING_RIGHT: 1.1,
    Marker.OUR_PROMISE: 0.6,
    Marker.THEIR_PROMISE: 0.5,
    Marker.NOTE: 0.9,
}
_HEARD: Final[Mapping[Marker, float]] = {Marker.QUOTE: 2.6, Marker.CONCERN: 1.0, Marker.GOING_RIGHT: 1.1}
_SEVERE: Final = {1: 0.0, 2: 0.7, 3: 1.4, 4: 1.9}
_FEWEST, _FEW, _MANY, _MOST = 3, 4, 28, 45
_NAME: Final = re.compile(r"(?<=\s)[A-ZÀ-ÖØ-ÞŁŚŻŽČŠ][\w'’-]{2,}")


def weights(found: Sequence[Candidate], *, heard: bool) -> list[float]:
    """Give how much each line has to tell, as a sentence or as something heard."""
    of_all = Counter(stem for each in found for stem in stems(each.words or each.heard))
    last = max((each.number for each in found), default=1)
    return [_weight(each, of_all, last, heard=heard) for each in found]


def _weight(line: Candidate, of_all: Mapping[str, int], last: int, *, heard: bool) -> float:
    words, kinds = (line.heard, _HEARD) if heard else (line.words, _SENTENCE)
    if not words or line.kind not in kinds:
        return 0.0
    return (
        kinds[line.kind]
        + _SEVERE.get(line.severity, 0.0)
        + _by_words(words)
        + min(sum(of_all[each] > 1 for each in stems(line.words or line.heard)) * 0.15, 0.6)
        + (0.2 if line.is_dated else 0.0)
        + 0.2 * (1 - line.number / last)
    )


@lru_cache(maxsize=10_000)
def _by_words(said: str) -> float:
    """Weigh the words alone, once: most lines are the same when they are looked at again."""
    words, weight = Words(said), _by_length(size_of(said))
    weight += 0.5 * (FIGURE.search(words.text) is not None) + 0.4 * (MEASURE.search(words.text) is not None)
    weight += 0.4 * (FROM_TO.search(words.text) is not None)
    weight += 0.7 * CAME_OF_IT.are_in(words) + 0.5 * WEIGHS.are_in(words)
    weight += 0.2 * (_NAME.search(said) is not None)
    return weight - 1.2 * TELLS_NOTHING.are_in(words)


def _by_length(size: int) -> float:
    """A word or two tell nothing, and what goes on and on is no sentence to print."""
    if size < _FEWEST:
        return -2.0
    if size < _FEW:
        return -0.8
    return 0.3 if size <= _MANY else -0.4 if size <= _MOST else -1.5
