"""Several accounts changed at once: one step, one undo, and those that were not changed are named."""

import pytest

from reviewdesk.domain.account import AccountStatus, Tier
from reviewdesk.domain.errors import RefusedError
from reviewdesk.services.accounts import AccountService
from reviewdesk.services.accounts_at_once import AccountsAtOnceService
from tests.books import a_store, small_book, the

NAMES = ("Hooli", "Initech", "Globex Corporation")


@pytest.fixture
def store(tmp_path):
    store = small_book(a_store(tmp_path))
    yield store
    store.close()


@pytest.fixture
def at_once(store):
    return AccountsAtOnceService(store)


@pytest.fixture
def ids(store):
    return [the(store, name).id for name in NAMES]


def values(store, field):
    return [getattr(the(store, name), field) for name in NAMES]


@pytest.mark.parametrize(
    ("field", "text", "value"),
    [
        ("industry", "Aviation ", "Aviation"),
        ("country", "DE", "DE"),
        ("interval_months", "4", 4),
        ("status", "archived", AccountStatus.ARCHIVED),
    ],
)
def test_a_field_of_all_is_set_in_one_step_and_undone_in_one(store, at_once, ids, field, text, value):
    before = values(store, field)

    done = at_once.change(ids, field, text)

    assert values(store, field) == [value] * 3
    assert done.value.changed == 3
    store.undo()
    assert values(store, field) == before


def test_the_step_says_what_was_done_to_how_many(store, at_once, ids):
    assert at_once.change(ids, "country", "DE").changes.label == "Set the country of 3 accounts"
    assert at_once.change(ids[:1], "country", "FR").changes.label == "Set the country"


def test_one_owner_for_all_who_may_be_new(store, at_once, ids):
    at_once.set_owner(ids, "  Nora  Lind ")

    owners = {each.name: each.id for each in AccountService(store).colleagues()}
    assert values(store, "owner_id") == [owners["Nora Lind"]] * 3
    at_once.set_owner(ids, "")
    assert values(store, "owner_id") == [None] * 3


def test_a_tier_by_hand_needs_one_reason_for_all(store, at_once, ids):
    with pytest.raises(RefusedError, match="Say in a few words why"):
        at_once.set_tier(ids, Tier.A, because=" ")

    at_once.set_tier(ids, Tier.A, because="the board says so")

    assert values(store, "tier") == [Tier.A] * 3
    assert values(store, "tier_reason") == ["the board says so"] * 3


def test_tags_are_added_once_and_taken_off_however_they_are_written(store, at_once, ids):
    at_once.add_tags(ids, "Key, north")
    at_once.add_tags(ids[:1], "KEY, spring")
    assert values(store, "tags")[0] == ("Key", "north", "spring")

    at_once.remove_tags(ids, "key")

    assert values(store, "tags") == [("north", "spring"), ("north",), ("north",)]
    with pytest.raises(RefusedError, match="Type a tag"):
        at_once.add_tags(ids, " , ")


def test_those_that_cannot_be_archived_are_named_and_the_others_are(store, at_once, ids):
    at_once.change(ids[:1], "status", "lost")

    done = at_once.archive(ids)

    assert values(store, "status") == [AccountStatus.LOST, AccountStatus.ARCHIVED, AccountStatus.ARCHIVED]
    assert done.value.changed == 2
    assert done.value.words == (
        "Hooli stayed as before: a lost account keeps its status. Set the status itself to change it."
    )


def test_where_not_one_can_be_changed_nothing_is_written(store, at_once, ids):
    at_once.change(ids, "status", "lost")

    with pytest.raises(RefusedError, match="A lost account keeps its status"):
        at_once.archive(ids)


def test_what_cannot_be_read_is_refused_for_all(store, at_once, ids):
    with pytest.raises(RefusedError, match="whole number from 1 to 60"):
        at_once.change(ids, "interval_months", "often")


def test_what_is_so_already_makes_no_step(store, at_once, ids):
    at_once.change(ids, "country", "DE")

    done = at_once.change(ids, "country", "DE")

    assert (done.value.changed, bool(done.changes)) == (0, False)
