"""Follows lines through an edit, so that what is known of a line stays with it while the text stays as typed."""

from bisect import bisect_left
from collections import defaultdict, deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import pairwise
from typing import Final
from uuid import UUID, uuid4

from reviewdesk.domain.notes.likeness import Shape, is_like, likeness

Known = Sequence[tuple[UUID, str]]

_SURELY: Final = 0.75
_NEAR: Final = 4
_FEW_PAIRS: Final = 2_500
_JOINT: Final = 3


def follow_lines(
    before: Known, text: str, new_id: Callable[[], UUID] = uuid4, *, gone: Known = ()
) -> tuple[tuple[UUID, str], ...]:
    """Split a text into lines and give each the id of the line it was before, or a new one.

    In turn: the same line in its place, the same line elsewhere, a line taken from `gone` (those removed earlier, the
    newest last) that came back as it was, the most similar line between the same neighbours. No id is given twice.
    """
    return follow_split(before, text.split("\n"), new_id, gone=gone)


def follow_split(
    before: Known, lines: Sequence[str], new_id: Callable[[], UUID] = uuid4, *, gone: Known = ()
) -> tuple[tuple[UUID, str], ...]:
    """Follow lines as `follow_lines` does, where the text is in lines already."""
    ids = _Follower([each for _, each in before], lines).origins()
    known: list[UUID | None] = [None if at is None else before[at][0] for at in ids]
    _bring_back(known, lines, gone)
    used = {each for each in known if each} | {each for each, _ in before}
    return tuple((each or _unused(new_id, used), line) for each, line in zip(known, lines, strict=True))


def _unused(new_id: Callable[[], UUID], used: set[UUID]) -> UUID:
    while (made := new_id()) in used:
        pass
    used.add(made)
    return made


def _bring_back(known: list[UUID | None], lines: Sequence[str], gone: Known) -> None:
    """Give lines that came back the ids they had."""
    taken = {each for each in known if each}
    waiting: dict[str, list[UUID]] = defaultdict(list)
    for each, line in gone:
        if each not in taken and line.strip():
            waiting[line].append(each)
            taken.add(each)
    for at, line in enumerate(lines):
        if known[at] is None and waiting.get(line):
            known[at] = waiting[line].pop()


class _Follower:
    """Works out which old line each new line was."""

    def __init__(self, old: Sequence[str], new: Sequence[str]) -> None:
        self._old, self._new = old, new
        self._old_of: list[int | None] = [None] * len(new)
        self._free = set(range(len(old)))

    def origins(self) -> list[int | None]:
        """Give for each new line the place of the old one, or nothing."""
        head, tail = self._keep_both_ends(0, len(self._old), 0, len(self._new))
        area = (head, len(self._old) - tail, head, len(self._new) - tail)
        gaps = list(self._between(self._anchor(*area), area))
        for gap in gaps:
            self._keep_both_ends(*gap)
        self._keep_same(gaps)
        self._keep_same([area])
        for gap in gaps:
            self._keep_joined(*gap)
            self._keep_similar(*gap)
        return self._old_of

    def _keep(self, old: int, new: int) -> None:
        self._old_of[new] = old
        self._free.discard(old)

    def _keep_both_ends(self, old_from: int, old_to: int, new_from: int, new_to: int) -> tuple[int, int]:
        """Keep the lines that are the same at both ends of a gap; give how many at each."""
        most = min(old_to - old_from, new_to - new_from)
        head = _same_length(most, lambda at: self._old[old_from + at] == self._new[new_from + at])
        tail = _same_length(most - head, lambda at: self._old[old_to - 1 - at] == self._new[new_to - 1 - at])
        for at in range(head):
            self._keep(old_from + at, new_from + at)
        for at in range(1, tail + 1):
            self._keep(old_to - at, new_to - at)
        return head, tail

    def _anchor(self, old_from: int, old_to: int, new_from: int, new_to: int) -> list[tuple[int, int]]:
        """Keep the lines that occur once on both sides; give those of them that did not change their order."""
        old_once = _once(self._old, old_from, old_to)
        new_once = _once(self._new, new_from, new_to)
        pairs = [(old_once[line], at) for line, at in new_once.items() if line in old_once]
        for old, new in pairs:
            self._keep(old, new)
        return _in_order(pairs)

    def _between(
        self, anchors: Iterable[tuple[int, int]], area: tuple[int, int, int, int]
    ) -> Iterator[tuple[int, int, int, int]]:
        ends = [(area[0] - 1, area[2] - 1), *anchors, (area[1], area[3])]
        for (old, new), (next_old, next_new) in pairwise(ends):
            if next_new > new + 1:
                yield old + 1, next_old, new + 1, next_new

    def _keep_same(self, gaps: Iterable[tuple[int, int, int, int]]) -> None:
        """Keep lines that are the same letter by letter, first within each gap, in their order."""
        for old_from, old_to, new_from, new_to in gaps:
            waiting: dict[str, deque[int]] = defaultdict(deque)
            for old in self._free_between(old_from, old_to):
                waiting[self._old[old]].append(old)
            for new in self._new_between(new_from, new_to):
                if waiting.get(self._new[new]):
                    self._keep(waiting[self._new[new]].popleft(), new)

    def _keep_joined(self, old_from: int, old_to: int, new_from: int, new_to: int) -> None:
        """Let a line made of two keep the first of them."""
        left = self._free_between(old_from, old_to)
        made_of = ((first, second) for first, second in pairwise(left) if second == first + 1 and self._old[first])
        waiting = deque(self._new_between(new_from, new_to))
        for first, second in made_of:
            joined = next((new for new in list(waiting)[:_NEAR] if self._is_joint(first, second, new)), None)
            if joined is not None and first in self._free:
                self._keep(first, joined)
                self._free.discard(second)
                waiting.remove(joined)

    def _is_joint(self, first: int, second: int, new: int) -> bool:
        head, tail, line = self._old[first].rstrip(), self._old[second].strip(), self._new[new]
        fits = len(head) + len(tail) <= len(line) <= len(head) + len(tail) + _JOINT
        return fits and bool(tail) and line.startswith(head) and line.rstrip().endswith(tail)

    def _keep_similar(self, old_from: int, old_to: int, new_from: int, new_to: int) -> None:
        """Keep the most similar of what is left in a gap, the best pairs first."""
        olds, news = self._free_between(old_from, old_to), self._new_between(new_from, new_to)
        shapes = {at: Shape(self._old[at]) for at in olds}, {at: Shape(self._new[at]) for at in news}
        if len(olds) == len(news):
            self._keep_in_place(olds, news, shapes)
        ranked = sorted(self._likely(olds, news, shapes), reverse=True)
        for _, _, old, new in ranked:
            if old in self._free and self._old_of[new] is None:
                self._keep(old, new)
        if len(olds) == len(news) == 1 and olds[0] in self._free and not (self._old[olds[0]] and self._new[news[0]]):
            self._keep(olds[0], news[0])

    def _keep_in_place(
        self, olds: Sequence[int], news: Sequence[int], shapes: tuple[dict[int, Shape], dict[int, Shape]]
    ) -> None:
        """Keep lines that were each edited a little where they stand."""
        for old, new in zip(olds, news, strict=True):
            if likeness(shapes[0][old], shapes[1][new]) >= _SURELY:
                self._keep(old, new)

    def _likely(
        self, olds: Sequence[int], news: Sequence[int], shapes: tuple[dict[int, Shape], dict[int, Shape]]
    ) -> Iterator[tuple[float, int, int, int]]:
        """Give the pairs that are alike with how much, and how far they are from the same place."""
        for row, new in enumerate(news):
            near = olds if len(olds) * len(news) <= _FEW_PAIRS else _near(olds, row, len(news))
            for old in near:
                if old in self._free and self._old_of[new] is None:
                    share = likeness(shapes[0][old], shapes[1][new])
                    if is_like(shapes[0][old], shapes[1][new], share):
                        yield share, -abs((old - olds[0]) - (new - news[0])), old, new

    def _free_between(self, begin: int, end: int) -> list[int]:
        return [at for at in range(begin, end) if at in self._free]

    def _new_between(self, begin: int, end: int) -> list[int]:
        return [at for at in range(begin, end) if self._old_of[at] is None]


def _same_length(most: int, is_same: Callable[[int], bool]) -> int:
    return next((at for at in range(most) if not is_same(at)), most)


def _once(lines: Sequence[str], begin: int, end: int) -> dict[str, int]:
    """Give the place of each line that occurs only once."""
    places: dict[str, list[int]] = defaultdict(list)
    for at in range(begin, end):
        places[lines[at]].append(at)
    return {line: found[0] for line, found in places.items() if len(found) == 1}


def _near(olds: Sequence[int], row: int, rows: int) -> Sequence[int]:
    middle = row * len(olds) // max(rows, 1)
    return olds[max(0, middle - _NEAR) : middle + _NEAR + 1]


def _in_order(pairs: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """Give the longest run of pairs, sorted by their new place, whose old places rise."""
    tops: list[int] = []
    rows: list[int] = []
    back: list[int] = []
    for row, (old, _) in enumerate(pairs):
        height = bisect_left(tops, old)
        back.append(rows[height - 1] if height else -1)
        tops[height : height + 1] = [old]
        rows[height : height + 1] = [row]
    run, row = [], rows[-1] if rows else -1
    while row >= 0:
        run.append(pairs[row])
        row = back[row]
    return run[::-1]
