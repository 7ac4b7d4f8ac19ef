"""Saved views: two are offered, the person's own come and go, and each counts what it shows."""

import pytest

from reviewdesk.domain.errors import MissingError, RefusedError
from reviewdesk.domain.saved_view import SavedView
from reviewdesk.services.account_list import AccountListService
from reviewdesk.services.saved_views import OFFERED, SavedViewService
from tests.books import a_store, small_book

WORRIED = SavedView(name="", chips=("A", "concerns"), columns=("name", "concerns"), sort="concerns", descending=True)


@pytest.fixture
def store(tmp_path):
    store = a_store(tmp_path)
    yield store
    store.close()


@pytest.fixture
def views(store):
    return SavedViewService(store)


def names(views):
    return [each.name for each in views.all().views]


def counted(store, views):
    listings = AccountListService(store).whole().listings
    return {each.view.name: each.count for each in views.counted(listings)}


def test_two_views_are_offered_and_shown_only_while_something_is_in_them(store, views):
    assert names(views) == ["At risk", "Gone quiet"]
    assert counted(store, views) == {}

    small_book(store)

    assert counted(store, views)["Gone quiet"] > 0


def test_what_is_shown_is_saved_under_a_name_and_counted(store, views):
    small_book(store)

    saved = views.save("  Large and   worried ", WORRIED).value

    assert (saved.name, saved.chips, saved.columns, saved.sort) == (
        "Large and worried", ("A", "concerns"), ("name", "concerns"), "concerns",
    )  # fmt: skip
    assert names(views) == ["At risk", "Gone quiet", "Large and worried"]
    listings = AccountListService(store).whole().listings
    assert counted(store, views)["Large and worried"] == len(listings.left_by("", ("A", "concerns")))


def test_a_name_is_there_once_however_it_is_written(views):
    views.save("Spring", WORRIED)

    with pytest.raises(RefusedError, match="There is already a view called “SPRING”"):
        views.save("SPRING", WORRIED)
    with pytest.raises(RefusedError, match="A view needs a name"):
        views.save(" ", WORRIED)


def test_a_view_shows_what_it_was_last_told_to(views):
    view = views.save("Spring", WORRIED).value

    views.update(view.id, SavedView(name="", filter="berlin", is_roomy=True))

    kept = views.all().views[-1]
    assert (kept.name, kept.filter, kept.chips, kept.is_roomy) == ("Spring", "berlin", (), True)


def test_views_are_renamed_put_in_order_and_removed_and_all_of_it_undone(store, views):
    spring = views.save("Spring", WORRIED).value
    views.rename(spring.id, "Autumn")
    assert names(views) == ["At risk", "Gone quiet", "Autumn"]

    views.move(spring.id, -5)
    assert names(views) == ["Autumn", "At risk", "Gone quiet"]

    views.remove(spring.id)
    assert names(views) == ["At risk", "Gone quiet"]

    for _ in range(3):
        store.undo()
    assert names(views) == ["At risk", "Gone quiet", "Spring"]


def test_an_offered_view_that_was_removed_is_not_offered_again_and_comes_back_with_undo(store, views):
    views.remove(OFFERED[0].id)
    assert names(views) == ["Gone quiet"]
    views.remove(OFFERED[1].id)
    assert names(views) == []

    store.undo()

    assert names(views) == ["Gone quiet"]


def test_an_offered_view_that_was_changed_is_the_persons_own(store, views):
    views.rename(OFFERED[0].id, "Worry list")

    assert names(views) == ["Worry list", "Gone quiet"]


def test_a_view_that_has_gone_says_so(views):
    view = views.save("Spring", WORRIED).value
    views.remove(view.id)

    with pytest.raises(MissingError, match="no longer in the book"):
        views.move(view.id, 1)
