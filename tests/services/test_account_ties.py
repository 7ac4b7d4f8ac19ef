"""Fields that name another record: the owner, the account above, the boss, and who of ours knows somebody."""

import pytest

from reviewdesk.domain.errors import RefusedError
from reviewdesk.domain.people import Person
from reviewdesk.services.accounts import AccountService
from tests.books import a_store, small_book, the


@pytest.fixture
def store(tmp_path):
    store = small_book(a_store(tmp_path))
    yield store
    store.close()


@pytest.fixture
def accounts(store):
    return AccountService(store)


def people_of(store, name):
    with store.read() as reading:
        return {each.name: each for each in reading.people.where(account_id=the(store, name).id)}


def test_an_account_is_put_under_another_whatever_the_case_and_accents(store, accounts):
    accounts.change(the(store, "Hooli").id, "parent", "lodz logistics")

    assert the(store, "Hooli").parent_id == the(store, "Łódź Logistics").id


def test_an_account_cannot_become_part_of_its_own_subsidiary(store, accounts):
    accounts.change(the(store, "Hooli").id, "parent", "Nordlys AS")
    accounts.change(the(store, "Aurora Labs").id, "parent", "Hooli")

    with pytest.raises(RefusedError, match="Aurora Labs is part of Nordlys AS already"):
        accounts.change(the(store, "Nordlys AS").id, "parent", "Aurora Labs")
    with pytest.raises(RefusedError, match="cannot be part of itself"):
        accounts.change(the(store, "Hooli").id, "parent", "Hooli")
    assert the(store, "Nordlys AS").parent_id is None


def test_a_parent_that_is_not_in_the_book_is_refused_with_what_to_do(store, accounts):
    with pytest.raises(RefusedError, match="Add it first, or choose another one"):
        accounts.change(the(store, "Hooli").id, "parent", "Nobody Ltd")


def test_a_site_belongs_to_an_account_and_stops_being_one_when_it_leaves_it(store, accounts):
    hooli = the(store, "Hooli").id
    with pytest.raises(RefusedError, match="A site belongs to an account"):
        accounts.change(hooli, "is_site", "yes")

    accounts.change(hooli, "parent", "Nordlys AS")
    accounts.change(hooli, "is_site", "yes")
    assert the(store, "Hooli").is_site

    accounts.change(hooli, "parent", "")
    assert not the(store, "Hooli").is_site


def test_whoever_reports_to_somebody_cannot_become_their_boss(store, accounts):
    first, second = people_of(store, "Hooli").values()
    accounts.change_person(first.id, "reports_to", second.name)

    with pytest.raises(RefusedError, match=f"{first.name} reports to {second.name} already"):
        accounts.change_person(second.id, "reports_to", first.name)
    with pytest.raises(RefusedError, match="cannot report to themselves"):
        accounts.change_person(first.id, "reports_to", first.name)
    with pytest.raises(RefusedError, match="Nobody at this account"):
        accounts.change_person(second.id, "reports_to", "Somebody Else")
    assert people_of(store, "Hooli")[first.name].reports_to_id == second.id


def test_nobody_reports_to_somebody_of_another_account(store, accounts):
    hooli = the(store, "Hooli")
    with store.write("Add person") as work:
        work.people.put(Person(account_id=the(store, "Nordlys AS").id, name="Only There"))
    first = next(iter(people_of(store, hooli.name).values()))

    with pytest.raises(RefusedError):
        accounts.change_person(first.id, "reports_to", "Only There")


def test_who_of_ours_knows_somebody_is_named_and_taken_away_again(store, accounts):
    first = next(iter(people_of(store, "Hooli").values()))

    accounts.change_person(first.id, "known_by", "omar haddad")
    known = people_of(store, "Hooli")[first.name]
    assert [each.name for each in accounts.colleagues() if each.id == known.known_by_id] == ["Omar Haddad"]

    accounts.change_person(first.id, "known_by", "")
    assert people_of(store, "Hooli")[first.name].known_by_id is None


def test_names_are_offered_that_hold_what_is_typed(store, accounts):
    assert accounts.names_like("lab") == ("Aurora Labs",)
    assert accounts.names_like("lodz") == ("Łódź Logistics",)
    assert accounts.names_like("100%") == ()
    assert accounts.names_like("") == ()


def test_a_language_typed_by_name_is_kept_by_its_code(store, accounts):
    accounts.change(the(store, "Hooli").id, "language", "German")

    assert the(store, "Hooli").language == "de"
