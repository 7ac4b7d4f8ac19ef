"""Who changed what on an account, and putting a value back, on a real book."""

from datetime import date

import pytest

from reviewdesk.domain.account import Tier
from reviewdesk.domain.changes import Kind
from reviewdesk.domain.concern import Stage
from reviewdesk.domain.errors import MissingError
from reviewdesk.services.accounts import AccountService
from reviewdesk.services.concerns import ConcernService
from reviewdesk.services.custom_fields import CustomFieldService
from reviewdesk.services.history import HistoryService
from reviewdesk.services.imports import ImportService
from tests.books import a_store, small_book, the
from tests.storage.whole_book import check_what_is_worked_out


@pytest.fixture
def store(tmp_path):
    store = a_store(tmp_path)
    yield small_book(store)
    store.close()


@pytest.fixture
def accounts(store):
    return AccountService(store)


@pytest.fixture
def history(store):
    return HistoryService(store)


@pytest.fixture
def hooli(store):
    return the(store, "Hooli").id


def of(history, account_id, field):
    return [each for each in history.of_account(account_id) if each.field == field]


def test_a_change_says_what_was_and_what_is_by_whom_and_in_which_step(accounts, history, hooli):
    accounts.change(hooli, "city", "Köln")

    newest = history.of_account(hooli)[0]

    assert (newest.kind, newest.field, newest.old, newest.new) == (Kind.ACCOUNT, "city", "Palo Alto", "Köln")
    assert (newest.who, newest.step) == ("you", "Change account")
    assert newest.can_go_back


def test_typing_that_was_joined_is_one_change(accounts, history, hooli):
    for text in ("K", "Kö", "Köln"):
        accounts.change(hooli, "city", text)

    assert [(each.old, each.new) for each in of(history, hooli, "city")] == [("Palo Alto", "Köln")]


def test_values_are_written_as_a_person_reads_them(accounts, history, hooli):
    accounts.change(hooli, "customer_since", "3 Mar 2015")
    accounts.change(hooli, "rivals", "Cargolane, Frachtex")
    accounts.set_owner(hooli, "Petra Ilić")

    found = {each.field: (each.old, each.new) for each in history.of_account(hooli)}

    assert found["customer_since"] == ("14 Jun 2017", "3 Mar 2015")
    assert found["rivals"] == ("", "Cargolane, Frachtex")
    assert found["owner_id"] == ("Dana Reyes", "Petra Ilić")


def test_people_concerns_and_own_fields_are_told_with_their_names(store, accounts, history):
    lodz = the(store, "Łódź Logistics").id
    with store.read() as reading:
        person = reading.people.where(account_id=lodz)[0]
        concern = next(each for each in reading.concerns.where(account_id=lodz) if each.severity == 3)
    own = CustomFieldService(store)
    gate = own.add("Gate").value
    own.put(gate.id, lodz, "7")
    accounts.change_person(person.id, "role", "Buyer")
    ConcernService(store).bring_to(concern.id, Stage.FIXED)

    told = [(each.record, each.own or each.field, each.old, each.new) for each in history.of_account(lodz)[:3]]

    assert (concern.words, "stage", "acknowledged", "fixed") in told
    assert (person.name, "role", person.role, "Buyer") in told
    assert ("", "Gate", "", "7") in [(a, b, "", d) for a, b, _, d in told]


def test_a_value_is_put_back_as_a_step_of_its_own(store, accounts, history, hooli):
    accounts.change(hooli, "city", "Köln")
    accounts.change(hooli, "industry", "Freight")
    change = of(history, hooli, "city")[0]

    history.put_back(change)

    account = the(store, "Hooli")
    assert (account.city, account.industry) == ("Palo Alto", "Freight")
    assert [(each.old, each.new, each.step) for each in of(history, hooli, "city")] == [
        ("Köln", "Palo Alto", "Put a value back"),
        ("Palo Alto", "Köln", "Change account"),
    ]
    assert [each.can_go_back for each in of(history, hooli, "city")] == [True, False]
    check_what_is_worked_out(store)
    store.undo()
    assert the(store, "Hooli").city == "Köln"


def test_a_value_of_long_ago_is_put_back_too(store, accounts, history, hooli):
    for text in ("Köln", "Bonn"):
        accounts.change(hooli, "city", text)
        accounts.change(hooli, "industry", text)

    history.put_back(of(history, hooli, "city")[-1])

    assert the(store, "Hooli").city == "Palo Alto"


def test_what_belongs_to_a_value_goes_back_with_it(store, accounts, history, hooli):
    before = the(store, "Hooli")
    accounts.set_tier(hooli, Tier.C, because="No growth")

    history.put_back(of(history, hooli, "tier")[0])

    after = the(store, "Hooli")
    assert (after.tier, after.tier_reason) == (before.tier, before.tier_reason)


def test_undo_is_told_as_what_it_is(store, accounts, history, hooli):
    accounts.change(hooli, "city", "Köln")
    store.undo()

    assert [(each.step, each.new) for each in of(history, hooli, "city")] == [
        ("Undo: Change account", "Palo Alto"),
        ("Change account", "Köln"),
    ]


def test_what_an_import_did_is_named_as_the_import(store, history, tmp_path):
    path = tmp_path / "companies.csv"
    path.write_text("Record ID,Company name,Number of employees\n11,Hooli,1200\n", encoding="utf-8")
    imports = ImportService(store)
    plan = imports.plan([path])
    label = imports.apply(plan).changes.label

    (employees,) = of(history, the(store, "Hooli").id, "employees")

    assert label == "Import companies.csv"
    assert (employees.step, employees.new) == (label, "1200")


def test_the_history_of_an_account_that_has_gone_says_so(store, accounts, history, hooli):
    accounts.remove(hooli)

    with pytest.raises(MissingError):
        history.of_account(hooli)


def test_days_are_those_of_this_machine(accounts, history, hooli):
    accounts.change(hooli, "city", "Köln")

    assert history.of_account(hooli)[0].at.tzinfo is not None
    assert history.of_account(hooli)[0].at.date() >= date(2026, 1, 1)
