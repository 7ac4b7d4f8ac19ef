"""Lines stay in their order, and few rows are written for it."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from reviewdesk.storage.positions import STEP, positions

PLACES = st.lists(st.none() | st.integers(-(2**40), 2**40), max_size=40)


@given(PLACES)
def test_places_increase_in_the_order_of_the_lines(places):
    found = positions([(str(at), place) for at, place in enumerate(places)])

    assert len(found) == len(places)
    assert all(before < after for before, after in pairwise(found))


@given(st.integers(1, 60), st.data())
def test_an_inserted_line_changes_no_other(count, data):
    known = positions([(str(at), None) for at in range(count)])
    at = data.draw(st.integers(0, count))

    found = positions([("", place) for place in [*known[:at], None, *known[at:]]])

    assert [*found[:at], *found[at + 1 :]] == known


@given(st.integers(2, 60), st.data())
def test_a_moved_line_changes_no_other(count, data):
    known = positions([(str(at), None) for at in range(count)])
    source, target = data.draw(st.integers(0, count - 1)), data.draw(st.integers(0, count - 1))
    moved = [*known[:source], *known[source + 1 :]]
    moved.insert(target, known[source])

    found = positions([("", place) for place in moved])

    assert sum(old != new for old, new in zip(moved, found, strict=True)) <= 1


@given(st.lists(st.integers(0, 30), max_size=25))
def test_a_deleted_line_changes_no_other(gone):
    known = positions([(str(at), None) for at in range(31)])
    left = [place for at, place in enumerate(known) if at not in gone]

    assert positions([("", place) for place in left]) == left


def test_typing_at_one_place_for_long_finds_room_again_and_again():
    places = positions([("a", None), ("b", None)])
    for _ in range(200):
        places = positions([("", place) for place in [places[0], None, *places[1:]]])
        assert all(before < after for before, after in pairwise(places))


def test_no_room_places_all_afresh():
    assert positions([("a", 1), ("b", None), ("c", 2)]) == [STEP, 2 * STEP, 3 * STEP]


def test_two_lines_at_one_place_are_put_apart():
    first, second = positions([("a", 5), ("b", 5)])

    assert first < second
