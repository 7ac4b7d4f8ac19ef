"""Places of lines in their order, chosen so that an inserted or moved line changes no other row."""

from bisect import bisect_left
from collections.abc import Sequence
from operator import lt

STEP = 1 << 20


def positions(lines: Sequence[tuple[str, int | None]]) -> list[int]:
    """Give each line a place, increasing; lines that keep their order keep the place they had.

    Each line comes with the place it had, or none. Where there is no room between two, all are placed afresh.
    """
    known = [place for _, place in lines if place is not None]
    if len(known) == len(lines) and all(map(lt, known, known[1:])):
        return known
    kept = _longest_increasing([place for _, place in lines])
    places: list[int | None] = [place if index in kept else None for index, (_, place) in enumerate(lines)]
    filled = _fill(places)
    return filled if filled is not None else [(index + 1) * STEP for index in range(len(lines))]


def _longest_increasing(places: Sequence[int | None]) -> set[int]:
    """Give the indexes of a longest run of increasing places."""
    tails: list[int] = []
    ends: list[int] = []
    before: dict[int, int | None] = {}
    for index, place in enumerate(places):
        if place is None:
            continue
        at = bisect_left(tails, place)
        before[index] = ends[at - 1] if at else None
        tails[at : at + 1] = [place]
        ends[at : at + 1] = [index]
    run: set[int] = set()
    last = ends[-1] if ends else None
    while last is not None:
        run.add(last)
        last = before[last]
    return run


def _fill(places: Sequence[int | None]) -> list[int] | None:
    """Place what has no place evenly between its neighbours, or say that there is no room."""
    filled: list[int] = []
    index = 0
    while index < len(places):
        known = places[index]
        if known is not None:
            filled.append(known)
            index += 1
            continue
        end = next((at for at in range(index, len(places)) if places[at] is not None), len(places))
        gap = _between(filled[-1] if filled else None, places[end] if end < len(places) else None, end - index)
        if gap is None:
            return None
        filled += gap
        index = end
    return filled


def _between(low: int | None, high: int | None, count: int) -> list[int] | None:
    if high is None:
        start = low or 0
        return [start + (each + 1) * STEP for each in range(count)]
    bottom = high - (count + 1) * STEP if low is None else low
    if high - bottom <= count:
        return None
    return [bottom + (high - bottom) * (each + 1) // (count + 1) for each in range(count)]
