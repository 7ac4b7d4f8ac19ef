"""Who belongs to whom, and that nobody comes round to stand above themselves."""

from hypothesis import given
from hypothesis import strategies as st

from reviewdesk.domain.languages import language_code, language_name
from reviewdesk.domain.ties import all_below, chain_above, makes_circle

ABOVE = {"site": "subsidiary", "subsidiary": "group", "group": None, "other": None}


def test_who_stands_above_is_named_nearest_first():
    assert chain_above("site", ABOVE) == ("subsidiary", "group")
    assert chain_above("group", ABOVE) == ()


def test_putting_somebody_under_one_of_their_own_makes_a_circle():
    assert makes_circle("group", "site", ABOVE)
    assert makes_circle("group", "group", ABOVE)
    assert not makes_circle("site", "other", ABOVE)


def test_all_below_are_found_level_by_level():
    assert all_below("group", ABOVE) == ("subsidiary", "site")
    assert all_below("site", ABOVE) == ()


@given(st.dictionaries(st.integers(0, 9), st.one_of(st.none(), st.integers(0, 9))))
def test_a_book_that_holds_a_circle_already_is_walked_once(above):
    for each in above:
        chain, below = chain_above(each, above), all_below(each, above)

        assert each not in chain
        assert each not in below
        assert len(set(chain)) == len(chain)
        assert len(set(below)) == len(below)
        assert all(each in chain_above(one, above) for one in below)


def test_a_language_is_kept_by_its_code_and_called_by_its_name():
    assert language_code("german ") == "de"
    assert language_code("DE") == "de"
    assert language_code("Swiss German") == "Swiss German"
    assert language_name("de") == "German"
    assert language_name("Swiss German") == "Swiss German"
