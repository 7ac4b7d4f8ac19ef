"""Accounts that may be in the book twice, on a real book."""

from dataclasses import replace

import pytest

from reviewdesk.domain.account import Account
from reviewdesk.domain.people import Person
from reviewdesk.services.duplicates import DuplicateService
from tests.books import a_store, small_book, the


@pytest.fixture
def store(tmp_path):
    store = a_store(tmp_path)
    yield small_book(store)
    store.close()


@pytest.fixture
def duplicates(store):
    return DuplicateService(store)


def add(store, name, **values):
    with store.write("Arrange") as work:
        return work.accounts.put(Account(name=name, **values))


def names(found):
    return [(each.name, each.why) for each in found]


@pytest.mark.parametrize(
    ("typed", "name", "why"),
    [
        ("lodz logistics sp. z o.o.", "Łódź Logistics", "the same name"),
        ("Hanseatic Tim", "Hanseatic Timber", "begins the same"),
        ("Hanseatik", "Hanseatic Timber", "begins much the same"),
        ("Hanseatik Timber GmbH", "Hanseatic Timber", "begins much the same"),
        ("Logistics Łódź", "Łódź Logistics", "names much alike"),
        ("CAFE MULLER AND SOHNE", "Café Müller & Söhne", "the same name"),
        ("Δελτα Ναυτιλιακη", "Δέλτα Ναυτιλιακή", "the same name"),
    ],
)
def test_a_name_much_like_one_of_the_book_is_found_while_it_is_typed(duplicates, typed, name, why):
    assert names(duplicates.typed(typed))[0] == (name, why)


@pytest.mark.parametrize("typed", ["", "  ", "Lo", "Brand New Customer", "Ltd"])
def test_nothing_is_said_of_a_name_like_no_other(duplicates, typed):
    assert duplicates.typed(typed) == ()


def test_a_website_that_is_typed_finds_the_account_of_its_domain(store, duplicates):
    add(store, "Something else entirely", domain="acme.example")

    assert names(duplicates.typed("https://www.acme.example/contact")) == [
        ("Something else entirely", "the same website, acme.example")
    ]


def test_what_was_added_since_is_found_too(store, duplicates):
    assert duplicates.typed("Newcomer Inc") == ()

    add(store, "Newcomer")

    assert names(duplicates.typed("Newcomer Inc")) == [("Newcomer", "the same name")]


def test_likely_pairs_come_with_why(store, duplicates):
    add(store, "Globex Corp.")
    add(store, "Stark Industires")
    add(store, "Acme", website="www.hooli.example")
    with store.write("Arrange") as work:
        work.accounts.put(replace(work.accounts.get(the(store, "Hooli").id), domain="hooli.example"))

    assert [(each.first.name, each.second.name, each.why) for each in duplicates.pairs()] == [
        ("Acme", "Hooli", "the same website, hooli.example"),
        ("Globex Corp.", "Globex Corporation", "the same name"),
        ("Stark Industires", "Stark Industries", "names much alike"),
    ]


def test_one_address_at_two_accounts_makes_them_a_pair(store, duplicates):
    other = add(store, "Completely Different")
    with store.write("Arrange") as work:
        person = work.people.where(account_id=the(store, "Hooli").id)[0]
        work.people.put(Person(account_id=other.id, name=person.name, email=person.email.upper()))

    assert [(each.first.name, each.why) for each in duplicates.pairs()] == [
        ("Completely Different", f"{person.email} is at both")
    ]


def test_a_group_and_its_sites_are_no_pair(store, duplicates):
    group = add(store, "Kontor Nord")
    add(store, "Kontor Nord GmbH", parent_id=group.id)
    add(store, "Kontor Nord AG", parent_id=group.id)

    assert duplicates.pairs() == ()


def test_other_websites_and_other_numbers_tell_two_apart(store, duplicates):
    add(store, "Plant 1 of Meyer")
    add(store, "Plant 2 of Meyer")
    add(store, "Meyer Handel", domain="meyer-handel.example")
    add(store, "Meyer Handell", domain="handell.example")

    assert duplicates.pairs() == ()


def test_what_the_person_said_are_two_is_not_shown_again_until_that_is_undone(store, duplicates):
    other = add(store, "Globex Corp.")
    globex = the(store, "Globex Corporation")
    assert names(duplicates.alike(globex.id)) == [("Globex Corp.", "the same name")]

    duplicates.say_apart(globex.id, other.id)

    assert duplicates.pairs() == ()
    assert duplicates.alike(globex.id) == ()
    assert duplicates.alike(other.id) == ()
    store.undo()
    assert len(duplicates.pairs()) == 1


def test_an_account_that_has_gone_is_like_none(store, duplicates):
    gone = add(store, "Globex Corp.")
    with store.write("Remove") as work:
        work.accounts.remove(gone.id)

    assert duplicates.alike(gone.id) == ()


def test_a_name_that_is_changed_and_brought_back_is_noticed(store, duplicates):
    assert not duplicates.typed("Zyxomma Freight")
    with store.write("Rename") as work:
        work.accounts.put(replace(the(store, "Hooli"), name="Zyxomma Freight"))
    assert names(duplicates.typed("Zyxomma Freight")) == [("Zyxomma Freight", "the same name")]

    store.undo()
    assert not duplicates.typed("Zyxomma Freight")
