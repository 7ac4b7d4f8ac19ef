"""Two accounts that are one: nothing is lost, what is meant is taken, and one undo makes them two again."""

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from reviewdesk.domain.account import Account, Tier
from reviewdesk.domain.custom_field import FieldOf
from reviewdesk.domain.errors import RefusedError
from reviewdesk.domain.merging import Side, differences, merged, same_people
from reviewdesk.domain.people import Person
from reviewdesk.domain.review import ReviewState
from reviewdesk.services.custom_fields import CustomFieldService
from reviewdesk.services.imports import ImportService
from reviewdesk.services.merging import MergeService
from reviewdesk.services.search import SearchService
from reviewdesk.storage.records import TABLES
from tests.books import TUESDAY, a_store, small_book, the
from tests.storage.sample_records import sample
from tests.storage.whole_book import check_what_is_remembered, check_what_is_worked_out, rows_of


@pytest.fixture
def store(tmp_path):
    store = a_store(tmp_path)
    yield store
    store.close()


@pytest.fixture
def merging(store):
    return MergeService(store)


@pytest.fixture
def two(store):
    """Give the ids of two accounts: one small, one with one of every kind of record."""
    other = sample("Lodz Werke GmbH")
    with store.write("Arrange") as work:
        kept = work.accounts.put(Account(name="Łódź Werke"))
        other.put_all(work)
    return kept.id, other.account.id


def put(store, *accounts):
    with store.write("Arrange") as work:
        return [work.accounts.put(each) for each in accounts]


def rows_with_account(store, account_id):
    return {
        name: [row for row in rows if row.get("account_id") == account_id.hex]
        for name, rows in rows_of(store).items()
        if rows and "account_id" in rows[0]
    }


def test_every_record_of_the_other_moves_and_the_other_goes(store, merging, two):
    kept, other = two
    before = rows_with_account(store, other)
    assert len(before) >= 14

    merging.merge(kept, other, {})

    after = rows_with_account(store, kept)
    assert {name: len(rows) for name, rows in after.items()} == {name: len(rows) for name, rows in before.items()}
    assert all(not rows for rows in rows_with_account(store, other).values())
    with store.read() as reading:
        assert reading.accounts.find(other) is None
        assert [each.parent_id for each in reading.accounts.all() if each.is_site] == [kept]
        assert [each.record_id for each in reading.source_keys.all()] == [kept]


def test_one_undo_makes_them_two_again_and_redo_one(store, merging, two):
    before = rows_of(store)

    merging.merge(*two, {})
    after = rows_of(store)
    check_what_is_worked_out(store)
    check_what_is_remembered(store)

    store.undo()
    assert rows_of(store) == before
    check_what_is_worked_out(store)
    store.redo()
    assert rows_of(store) == after
    check_what_is_worked_out(store)


def test_what_was_noted_is_found_on_the_account_that_stays(store, merging, two):
    kept, other = two
    search = SearchService(store)
    assert search.written("客户", account_id=other)

    merging.merge(kept, other, {})
    assert search.written("客户", account_id=kept)
    store.undo()

    assert search.written("客户", account_id=other)
    assert not search.written("客户", account_id=kept)


def test_a_whole_book_stays_right_through_merge_undo_and_redo(store, merging):
    small_book(store)
    before = rows_of(store)

    merging.merge(the(store, "Łódź Logistics").id, the(store, "Kowalski Transport").id, {})
    check_what_is_worked_out(store)
    store.undo()
    check_what_is_worked_out(store)

    assert rows_of(store) == before


def test_blanks_are_filled_lists_and_notes_joined_and_the_rest_chosen(store, merging):
    kept, other = put(
        store,
        Account(name="Acme", city="Bonn", phones=("1",), notes="Calls on Mondays", rivals=("Cargolane",)),
        Account(
            name="ACME GmbH", city="Köln", website="acme.example", domain="acme.example", phones=("2", "1"),
            notes="Likes tea", rivals=("CARGOLANE", "Frachtex"), tier=Tier.B, tier_reason="by hand",
        ),
    )  # fmt: skip

    plan = merging.plan(kept.id, other.id)
    assert [(each.name, each.kept, each.other, each.default) for each in plan.choices] == [
        ("name", "Acme", "ACME GmbH", Side.KEPT),
        ("city", "Bonn", "Köln", Side.KEPT),
    ]
    now = merging.merge(kept.id, other.id, {"city": Side.OTHER}).value

    assert (now.name, now.city, now.website, now.domain) == ("Acme", "Köln", "acme.example", "acme.example")
    assert (now.phones, now.rivals) == (("1", "2"), ("Cargolane", "Frachtex"))
    assert now.notes == "Calls on Mondays\n\nLikes tea"
    assert (now.tier, now.tier_reason) == (Tier.B, "by hand")


def test_the_newest_the_oldest_and_the_longer_are_meant_by_themselves():
    kept = Account(
        name="A", customer_since=date(2020, 1, 1), last_contact_before=date(2026, 1, 1), street="Ring 1",
        gut_feeling=2, gut_feeling_on=date(2026, 1, 1), gut_feeling_note="cold", contract_end=date(2026, 12, 31),
    )  # fmt: skip
    other = Account(
        name="B", customer_since=date(2018, 1, 1), last_contact_before=date(2026, 5, 1), street="Ring 1, Gate 7",
        gut_feeling=4, gut_feeling_on=date(2026, 6, 1), gut_feeling_note="", contract_end=date(2027, 12, 31),
    )  # fmt: skip

    assert {each.name: each.default for each in differences(kept, other)} == {
        "name": Side.KEPT,
        "customer_since": Side.OTHER,
        "last_contact_before": Side.OTHER,
        "street": Side.OTHER,
        "gut_feeling": Side.OTHER,
        "contract_end": Side.OTHER,
    }
    now = merged(kept, other, {"gut_feeling": Side.OTHER})
    assert (now.gut_feeling, now.gut_feeling_on, now.gut_feeling_note) == (4, date(2026, 6, 1), "")


def test_a_domain_goes_with_the_website_that_is_meant():
    kept = Account(name="A", website="www.a.example", domain="a.example")
    other = Account(name="B", website="www.b.example", domain="b.example")

    assert [each.name for each in differences(kept, other)] == ["name", "website"]
    assert merged(kept, other, {"website": Side.OTHER}).domain == "b.example"
    assert merged(kept, other, {}).domain == "a.example"


def test_people_at_both_are_joined_and_what_they_said_is_of_the_one(store, merging, two):
    kept, other = two
    with store.write("Arrange") as work:
        zoe = next(each for each in work.people.where(account_id=other) if each.name == "Zoë")
        work.people.put(replace(zoe, email="ZOE@acme.example", phone="+48 1", notes="Left-handed"))
        mine = work.people.put(Person(account_id=kept, name="Zoe K.", email="zoe@acme.example", notes="Vegetarian"))

    assert merging.plan(kept, other).same_people == ("Zoe K.",)
    merging.merge(kept, other, {})

    with store.read() as reading:
        people = {each.name: each for each in reading.people.where(account_id=kept)}
        assert set(people) == {"Zoe K.", "Jürgen"}
        joined = people["Zoe K."]
        assert (joined.id, joined.phone, joined.notes) == (mine.id, "+48 1", "Vegetarian\n\nLeft-handed")
        assert joined.reports_to_id == people["Jürgen"].id
        assert [each.people_ids for each in reading.reviews.all()] == [(mine.id,)]
        for name in ("follow_ups", "quotes", "contacts", "answers", "custom_values"):
            assert [each.person_id for each in getattr(reading, name).all()] == [mine.id], name
        assert [each.raised_by_id for each in reading.concerns.all()] == [mine.id]
    check_what_is_worked_out(store)
    store.undo()
    check_what_is_worked_out(store)


def test_the_same_name_with_two_addresses_is_two_people():
    def person(name, email=""):
        return Person(account_id=None, name=name, email=email)

    kept = (person("Anna Nowak", "anna@a.example"), person("Piotr Zając"))
    other = (person("Anna Nowak", "anna@b.example"), person("piotr zajac", "p@b.example"))

    assert same_people(kept, other) == ((kept[1], other[1]),)


def test_somebody_is_gone_only_where_both_say_so():
    here = Person(account_id=None, name="Anna")
    gone = Person(account_id=None, name="Anna", left_on=TUESDAY)

    assert merged(here, gone, {}).left_on is None
    assert merged(gone, here, {}).left_on is None
    assert merged(gone, gone, {}).left_on == TUESDAY


def test_nobody_reports_to_themselves_once_two_chains_are_one(store, merging):
    kept, other = put(store, Account(name="Acme"), Account(name="Acme GmbH"))
    with store.write("Arrange") as work:
        boss = work.people.put(Person(account_id=kept.id, name="Boss", email="boss@a.example"))
        work.people.put(Person(account_id=kept.id, name="Anna", email="anna@a.example", reports_to_id=boss.id))
        anna = work.people.put(Person(account_id=other.id, name="Anna", email="anna@a.example"))
        work.people.put(Person(account_id=other.id, name="Boss", email="boss@a.example", reports_to_id=anna.id))

    merging.merge(kept.id, other.id, {})

    with store.read() as reading:
        people = {each.name: each for each in reading.people.where(account_id=kept.id)}
    assert len(people) == 2
    assert {each.reports_to_id for each in people.values()} == {None, people["Anna"].id} or {
        each.reports_to_id for each in people.values()
    } == {None, people["Boss"].id}


def test_what_stands_in_own_fields_is_chosen_too(store, merging):
    own = CustomFieldService(store)
    kept, other = put(store, Account(name="Acme"), Account(name="Acme GmbH"))
    gate, level, blank = (own.add(each).value for each in ("Gate", "Level", "Blank"))
    for account, values in ((kept, {gate: "7", level: "Gold"}), (other, {gate: "9", level: "Gold", blank: "new"})):
        for field, text in values.items():
            own.put(field.id, account.id, text)

    choices = [each for each in merging.plan(kept.id, other.id).choices if each.label]
    assert [(each.label, each.kept, each.other) for each in choices] == [("Gate", "7", "9")]
    merging.merge(kept.id, other.id, {choices[0].name: Side.OTHER})

    assert own.values(kept.id).values == {(gate.id, None): "9", (level.id, None): "Gold", (blank.id, None): "new"}


def test_a_joined_person_keeps_one_value_of_each_own_field(store, merging):
    own = CustomFieldService(store)
    kept, other = put(store, Account(name="Acme"), Account(name="Acme GmbH"))
    field = own.add("Assistant", FieldOf.PERSON).value
    with store.write("Arrange") as work:
        mine = work.people.put(Person(account_id=kept.id, name="Anna"))
        theirs = work.people.put(Person(account_id=other.id, name="Anna"))
    own.put(field.id, kept.id, "Jo", person_id=mine.id)
    own.put(field.id, other.id, "Kim", person_id=theirs.id)

    merging.merge(kept.id, other.id, {})

    assert own.values(kept.id).values == {(field.id, mine.id): "Jo"}


def test_a_parent_and_its_child_become_one_within_what_was_above_them(store, merging):
    (group,) = put(store, Account(name="Group"))
    (top,) = put(store, Account(name="Acme Holding", parent_id=group.id))
    child, sibling = put(store, Account(name="Acme", parent_id=top.id), Account(name="Acme Nord", parent_id=top.id))

    now = merging.merge(child.id, top.id, {}).value

    assert now.parent_id == group.id
    with store.read() as reading:
        assert reading.accounts.get(sibling.id).parent_id == child.id


def test_accounts_above_and_below_a_third_are_not_merged(store, merging):
    (top,) = put(store, Account(name="Acme Holding"))
    (middle,) = put(store, Account(name="Acme Europe", parent_id=top.id))
    (low,) = put(store, Account(name="Acme", parent_id=middle.id))
    before = rows_of(store)

    for pair in ((top.id, low.id), (low.id, top.id)):
        with pytest.raises(RefusedError, match="belong to itself"):
            merging.plan(*pair)
        with pytest.raises(RefusedError, match="belong to itself"):
            merging.merge(*pair, {})

    assert rows_of(store) == before


def test_an_account_is_not_merged_with_itself(store, merging, two):
    with pytest.raises(RefusedError, match="same account"):
        merging.plan(two[0], two[0])


def test_the_next_import_finds_the_one_for_both(store, merging, tmp_path):
    path = tmp_path / "companies.csv"
    path.write_text("Record ID,Company name,City\n11,Kestrel Air,Leeds\n12,Kestrel Aviation,York\n", encoding="utf-8")
    imports = ImportService(store)
    imports.apply(imports.plan([path]))
    kept, other = the(store, "Kestrel Air"), the(store, "Kestrel Aviation")

    merging.merge(kept.id, other.id, {})
    imports.apply(imports.plan([path]))

    with store.read() as reading:
        assert [each.id for each in reading.accounts.all()] == [kept.id]
        assert {each.record_id for each in reading.source_keys.where(kind="account")} == {kept.id}


def test_the_plan_counts_what_moves(merging, two):
    assert dict(merging.plan(*two).moves) == {
        "people": 2, "reviews": 1, "concerns": 1, "follow-ups": 1, "contacts": 1, "purchases": 1, "files": 1,
        "sites": 1,
    }  # fmt: skip


def test_a_held_review_of_the_other_counts_for_the_one(store, merging):
    small_book(store)
    hooli, initech = the(store, "Hooli"), the(store, "Initech")

    merging.merge(hooli.id, initech.id, {})

    with store.read() as reading:
        held = [each for each in reading.reviews.where(account_id=hooli.id) if each.state is ReviewState.HELD]
    assert {each.held_on for each in held} == {TUESDAY - timedelta(58), TUESDAY - timedelta(169)}


TEXTS = st.sampled_from(["", "one", "two"])
ACCOUNTS = st.builds(
    Account,
    name=st.sampled_from(["A", "B"]),
    city=TEXTS,
    notes=TEXTS,
    website=TEXTS,
    domain=TEXTS,
    tags=st.lists(st.sampled_from(["x", "y"]), unique=True).map(tuple),
    annual_revenue=st.sampled_from([None, Decimal(1), Decimal(2)]),
    customer_since=st.sampled_from([None, date(2020, 1, 1), date(2021, 1, 1)]),
    tier=st.sampled_from([None, *Tier]),
)


@given(ACCOUNTS, ACCOUNTS)
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_nothing_that_either_says_is_lost_without_being_asked_about(kept, other):
    now = merged(kept, other, {})

    asked = {each.name for each in differences(kept, other)}
    assert (now.id, now.version) == (kept.id, kept.version)
    for name in ("city", "website", "annual_revenue", "customer_since", "tier"):
        mine, theirs, result = (getattr(each, name) for each in (kept, other, now))
        if name not in asked:
            assert result == (mine or theirs), name
        else:
            assert result in (mine, theirs)
    assert set(now.tags) == set(kept.tags) | set(other.tags)
    assert all(each in now.notes for each in (kept.notes, other.notes))


def test_every_table_of_an_accounts_records_is_moved():
    moved = [each.name for each in TABLES.values() if "account_id" in each.c]

    assert {"purchase", "review", "concern", "attachment", "custom_value", "switch", "answer"} <= set(moved)
