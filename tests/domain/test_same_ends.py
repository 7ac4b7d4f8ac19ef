"""Only what lies between the ends that stayed the same is looked at."""

from operator import eq

import pytest

from reviewdesk.domain.same_ends import same_ends


@pytest.mark.parametrize(
    ("before", "now", "ends"),
    [
        ("", "", (0, 0)),
        ("", "ab", (0, 0)),
        ("ab", "", (0, 0)),
        ("ab", "ab", (2, 0)),
        ("abc", "axc", (1, 1)),
        ("abc", "abcd", (3, 0)),
        ("bcd", "abcd", (0, 3)),
        ("aa", "aaa", (2, 0)),
        ("abab", "ab", (2, 0)),
        ("xaby", "zabw", (0, 0)),
    ],
)
def test_nothing_counts_for_both_ends(before, now, ends):
    assert same_ends(before, now, eq) == ends


def test_things_are_the_same_only_as_themselves_unless_it_is_said_how():
    one, other = [1], [1]

    assert same_ends([one], [other]) == (0, 0)
    assert same_ends([one], [other], eq) == (1, 0)
