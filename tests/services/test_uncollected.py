"""Long work is not interrupted by the search for garbage, which goes on after it."""

import gc

import pytest

from reviewdesk.services.uncollected import uncollected


@pytest.fixture(autouse=True)
def searching():
    """Have Python search for garbage, whatever a test before has left."""
    was = gc.isenabled()
    gc.enable()
    yield
    if not was:
        gc.disable()


def test_nothing_is_searched_meanwhile_and_the_search_goes_on_after_it():
    with uncollected(), uncollected():
        assert not gc.isenabled()

    assert gc.isenabled()


def test_the_search_goes_on_after_work_that_failed():
    with pytest.raises(ValueError, match="broken"), uncollected():
        raise ValueError("broken")

    assert gc.isenabled()


def test_where_it_was_off_it_stays_off():
    gc.disable()

    with uncollected():
        pass

    assert not gc.isenabled()


def test_what_was_made_meanwhile_is_searched_no_more():
    with uncollected():
        made = [[] for _ in range(10)]

    assert not any(each is made for each in gc.get_objects())
