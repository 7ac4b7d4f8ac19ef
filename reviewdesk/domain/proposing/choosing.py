"""Chooses what is proposed: what tells most and says nothing twice, and no more than what is still wanted."""

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, field
from typing import Final
from uuid import UUID

from reviewdesk.domain.audience import OUR_SIDE
from reviewdesk.domain.marker import Marker
from reviewdesk.domain.proposing.candidates import Candidate
from reviewdesk.domain.proposing.telling import stems
from reviewdesk.domain.proposing.weighing import weights
from reviewdesk.domain.summary import MOST_HEARD, MOST_SENTENCES

ENOUGH: Final = 1.9
ENOUGH_HEARD: Final = 1.9
TOO_ALIKE: Final = 0.5
_AGAIN: Final = 1.6
_SAME_KIND: Final = 0.5
_COMPARED: Final = 60
# Misses before wins, then what was settled.
_ORDER: Final = (
    *(Marker.QUOTE, Marker.CONCERN, Marker.GOING_RIGHT, Marker.NOTE),
    *(Marker.DECISION, Marker.OUR_PROMISE, Marker.THEIR_PROMISE),
)
Clean = Callable[[Sequence[str]], Sequence[bool]]


@dataclass(frozen=True, slots=True)
class Proposals:
    """What is proposed, in the order in which it reads well; empty where there is nothing good, or nothing wanted."""

    sentences: tuple[Candidate, ...] = field(default=(), metadata=OUR_SIDE)
    heard: tuple[Candidate, ...] = field(default=(), metadata=OUR_SIDE)


def propose(
    found: Sequence[Candidate],
    are_clean: Clean,
    *,
    sentences: Sequence[str] = (),
    heard: Collection[UUID] = (),
    put_by: Collection[tuple[UUID, bool]] = (),
) -> Proposals:
    """Propose what is still wanted beside the `sentences` there are and the lines chosen as `heard`.

    `are_clean` says of some words each whether the customer may read them; it is asked only about what would be
    proposed. What was `put_by` is not proposed again: a line, and whether it was put by as heard.
    """
    for_sentences = [each for each in found if (each.line_id, False) not in put_by]
    for_heard = [each for each in found if (each.line_id, True) not in put_by and each.line_id not in heard]
    known = [each.heard or each.words for each in found if each.line_id in heard]
    return Proposals(
        _Choice(for_sentences, sentences, heard=False).best(MOST_SENTENCES - len(sentences), are_clean),
        _Choice(for_heard, known, heard=True).best(MOST_HEARD - len(heard), are_clean),
    )


class _Choice:
    """Takes one line after the other: what has most to tell beside what is said already."""

    def __init__(self, found: Sequence[Candidate], known: Sequence[str], *, heard: bool) -> None:
        self._heard = heard
        self._enough = ENOUGH_HEARD if heard else ENOUGH
        self._known = [stems(each) for each in known]
        weighed = zip(weights(found, heard=heard), found, strict=True)
        told = {self._words(each): (weight, each) for weight, each in reversed(list(weighed)) if weight >= self._enough}
        self._left = sorted(told.values(), key=_most_first)[:_COMPARED]

    def best(self, most: int, are_clean: Clean) -> tuple[Candidate, ...]:
        """Give at most so many lines that the customer may read."""
        while chosen := self._chosen(most):
            unclean = [each for each, clean in zip(chosen, self._verdicts(chosen, are_clean), strict=True) if not clean]
            if not unclean:
                break
            self._left = [each for each in self._left if each[1] not in unclean]
        return tuple(sorted(chosen, key=_as_it_reads))

    def _verdicts(self, chosen: Sequence[Candidate], are_clean: Clean) -> Sequence[bool]:
        return are_clean([self._words(each) for each in chosen])

    def _words(self, line: Candidate) -> str:
        return line.heard if self._heard else line.words

    def _chosen(self, most: int) -> list[Candidate]:
        chosen: list[Candidate] = []
        left = list(self._left)
        while left and len(chosen) < most:
            worth, at = max((self._worth(weight, each, chosen), -at) for at, (weight, each) in enumerate(left))
            if worth < self._enough:
                break
            chosen.append(left.pop(-at)[1])
        return chosen

    def _worth(self, weight: float, line: Candidate, chosen: Sequence[Candidate]) -> float:
        """Give what a line has to tell that was not told yet; of one kind the next one is worth less."""
        mine = stems(self._words(line))
        told = (*self._known, *(stems(self._words(each)) for each in chosen))
        alike = max((_alike(mine, each) for each in told), default=0.0)
        if alike >= TOO_ALIKE:
            return 0.0
        return weight - _AGAIN * alike - _SAME_KIND * sum(each.kind is line.kind for each in chosen)


def _most_first(weighed: tuple[float, Candidate]) -> tuple[float, int]:
    weight, line = weighed
    return -weight, line.number


def _alike(one: frozenset[str], other: frozenset[str]) -> float:
    return len(one & other) / (len(one | other) or 1)


def _as_it_reads(line: Candidate) -> tuple[int, int]:
    return _ORDER.index(line.kind), line.number
