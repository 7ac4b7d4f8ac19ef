"""The list of accounts: what it holds, what is filtered, and what it gives to other programs."""

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

import pytest

from reviewdesk.domain.account import Account, AccountStatus, SupplierPosition
from reviewdesk.domain.custom_field import FieldKind, FieldOf
from reviewdesk.domain.errors import RefusedError
from reviewdesk.domain.people import Part, Person
from reviewdesk.services.account_columns import BY_KEY, COLUMNS, facts_of
from reviewdesk.services.account_filter import FILTERS
from reviewdesk.services.account_list import AccountListService
from reviewdesk.services.account_table import csv_of, table_of, text_of, write_table
from reviewdesk.services.accounts import AccountService
from reviewdesk.services.accounts_at_once import AccountsAtOnceService
from reviewdesk.services.custom_fields import CustomFieldService
from reviewdesk.services.own_columns import chosen_columns, own_columns
from tests.books import TUESDAY, a_store, small_book, the

EVERY = tuple(each.key for each in COLUMNS)


def columns(*keys, own=()):
    """Give the columns with these keys."""
    return chosen_columns(keys, own_columns(own))


@pytest.fixture
def store(tmp_path):
    store = a_store(tmp_path)
    yield store
    store.close()


@pytest.fixture
def lists(store):
    return AccountListService(store)


def change(store, name, /, **values):
    """Change fields of an account."""
    account = the(store, name)
    with store.write("Change") as work:
        work.accounts.put(replace(account, **values))


def left(found, text="", chips=()):
    """Give the names that a filter leaves."""
    listings = found.listings
    return [listings.rows[at].row.name for at in listings.left_by(text, chips)]


def cells(store, lists, name, *keys):
    """Give what stands in columns of one account."""
    found = lists.whole(facts_of(keys))
    row = next(each for each in found.listings.rows if each.row.name == name)
    return tuple(BY_KEY[key].value(row) for key in keys)


def test_several_words_are_found_however_they_are_written_in_whatever_is_known(store, lists):
    small_book(store)
    change(store, "Hooli", tags=("Ångström",))
    found = lists.whole()

    assert left(found, "lodz LOGISTICS") == ["Łódź Logistics"]
    assert left(found, "angstrom") == ["Hooli"]
    assert left(found, "food berlin") == ["Café Müller & Söhne"]
    assert left(found, "food nowhere") == []


def test_an_account_is_found_by_the_name_of_a_person_of_theirs(store, lists):
    small_book(store)
    hooli = the(store, "Hooli")
    with store.write("Add") as work:
        work.people.put(Person(account_id=hooli.id, name="Zbigniew Wójcik"))
        work.people.put(Person(account_id=hooli.id, name="Quentin Gone", left_on=TUESDAY - timedelta(9)))
    found = lists.whole()

    assert left(found, "wojcik") == ["Hooli"]
    assert left(found, "quentin") == []


def test_of_chips_of_one_family_any_will_do_and_families_add_up(store, lists):
    small_book(store)
    found = lists.whole()

    tiers = left(found, chips=("A", "B"))
    worried = left(found, chips=("concerns",))
    assert set(left(found, chips=("A", "B", "concerns"))) == set(tiers) & set(worried)
    assert set(left(found, chips=("late", "soon"))) == set(left(found, chips=("late",))) | set(
        left(found, chips=("soon",))
    )


def test_lost_and_archived_accounts_are_shown_only_when_asked_for(store, lists):
    small_book(store)
    change(store, "Hooli", status=AccountStatus.LOST)
    change(store, "Initech", status=AccountStatus.ARCHIVED)
    found = lists.whole()

    assert not {"Hooli", "Initech"} & set(left(found))
    assert left(found, chips=("lost",)) == ["Hooli"]
    assert left(found, chips=("lost", "archived")) == ["Hooli", "Initech"]
    assert found.listings.counts()["lost"] == 1


def test_the_count_of_a_chip_is_what_it_leaves(store, lists):
    small_book(store)
    change(store, "Hooli", status=AccountStatus.LOST)
    found = lists.whole()

    counts = found.listings.counts()
    assert {each.key: len(left(found, chips=(each.key,))) for each in FILTERS} == counts
    assert counts["mine"] == 19


@pytest.mark.parametrize(
    ("ends_in", "notice", "agreed", "shown"),
    [(120, 60, None, True), (120, 20, None, False), (120, 60, -5, False), (20, 60, None, False), (150, 60, None, True)],
)
def test_a_contract_that_can_be_ended_within_90_days_has_its_chip(store, lists, ends_in, notice, agreed, shown):
    small_book(store)
    change(
        store, "Hooli", contract_end=TUESDAY + timedelta(ends_in), notice_days=notice,
        renewal_agreed_on=TUESDAY + timedelta(agreed) if agreed else None,
    )  # fmt: skip

    assert left(lists.whole(), chips=("notice",)) == (["Hooli"] if shown else [])


def test_who_raised_nothing_in_twelve_months_was_never_asked(store, lists):
    small_book(store)
    found = lists.whole(("heard",))
    with_concern = {each.row.name for each in found.listings.rows if "heard" in each.own}

    assert with_concern
    assert not with_concern & set(left(found, chips=("unasked",)))


def test_columns_show_what_the_record_holds_and_what_is_worked_out(store, lists):
    small_book(store)
    with store.write("Add") as work:
        group = work.accounts.put(Account(name="Gavin Group"))
        hooli = work.accounts.get(the_id(store, "Hooli"))
        work.accounts.put(
            replace(
                hooli, parent_id=group.id, country="US", employees=1200, tags=("key", "north"), rivals=("Pied Piper",),
                supplier_position=SupplierPosition.PREFERRED, share_of_wallet=Decimal(40),
                contract_end=date(2027, 6, 30), notice_days=90, gut_feeling=4, gut_feeling_on=TUESDAY - timedelta(91),
            )
        )  # fmt: skip
        work.people.put(Person(account_id=hooli.id, name="Gavin", part=Part.SPONSOR))

    known = cells(store, lists, "Hooli", "parent", "country", "employees", "tags", "rivals", "supplier", "wallet")
    assert known == ("Gavin Group", "US", 1200, "key, north", "Pied Piper", "preferred", Decimal(40))
    assert cells(store, lists, "Hooli", "notice", "sponsor", "gut") == (date(2027, 4, 1), "yes", None)
    assert cells(store, lists, "Hooli", "people")[0] >= 2


def the_id(store, name):
    return the(store, name).id


def test_revenue_beside_the_year_before_is_in_whole_per_cent(store, lists):
    small_book(store)
    accounts = AccountService(store)
    shown = accounts.brief(the(store, "Hooli").id).revenue

    (change_shown,) = cells(store, lists, "Hooli", "change")
    assert change_shown == round(shown.trend)


def test_what_a_column_needs_is_read_only_when_it_is_shown(store, lists):
    small_book(store)
    change(store, "Hooli", country="US")
    plain = lists.whole()
    more = lists.with_facts(plain, ["country"])

    assert "country" not in plain.known
    assert [each.own["country"] for each in more.listings.rows if each.row.name == "Hooli"] == ["US"]
    assert "country" in more.known


def test_only_what_changed_is_read_again_of_a_large_book(store, lists):
    small_book(store)
    before = lists.whole()
    hooli, initech = the(store, "Hooli"), the(store, "Initech")
    change(store, "Hooli", industry="Search")
    with store.write("Add and remove") as work:
        work.accounts.remove(initech.id)
        fresh = work.accounts.put(Account(name="Aviato"))

    after = lists.patched(before, [hooli.id, initech.id, fresh.id])

    assert rows_but_for_the_rule(after) == rows_but_for_the_rule(lists.whole())


def rows_but_for_the_rule(found):
    """Give the rows without the tier that the rule would set, which only a whole reading ranks anew."""
    return {each.row.name: replace(each.row, would_be=None) for each in found.listings.rows}


def test_a_large_book_gives_its_largest_accounts_first(store, lists, monkeypatch):
    small_book(store)
    monkeypatch.setattr("reviewdesk.services.account_list.AT_ONCE", 10)
    monkeypatch.setattr("reviewdesk.services.account_list.FIRST", 3)

    first = lists.first()

    assert not first.is_whole
    assert first.accounts == 26
    assert {each.row.name for each in first.listings.rows} == {"Stark Industries", "Hooli", "Globex Corporation"}


def test_a_table_is_copied_with_its_heads_and_without_formulas(store, lists):
    small_book(store)
    change(store, "Hooli", name='=HYPERLINK("http://example.com")', industry="a\tb\nc")
    rows = [each for each in lists.whole().listings.rows if each.row.name.startswith("=")]

    text = text_of(table_of(rows, columns("name", "tier", "industry", "revenue")))

    assert text.splitlines()[0] == "Account\tTier\tIndustry\tRevenue (EUR)"
    name, tier, industry, revenue = text.splitlines()[1].split("\t")
    assert (name, tier, industry) == ('\'=HYPERLINK("http://example.com")', "A", "a b c")
    assert Decimal(revenue) == rows[0].row.revenue.quantize(Decimal("0.01"))


def test_every_column_can_be_written_as_csv(store, lists):
    small_book(store)
    found = lists.whole(facts_of(EVERY))

    lines = csv_of(table_of(found.listings.rows, columns(*EVERY))).decode("utf-8-sig").splitlines()

    assert len(lines) == 27
    assert lines[0].startswith("Account,Tier,Health,Next review,")


def test_a_falling_revenue_stays_a_number_in_csv(store, lists):
    small_book(store)
    found = lists.whole(("change",))
    falling = [each for each in found.listings.rows if (each.own.get("change") or 0) < 0]
    fallen = falling or [replace(found.listings.rows[0], own={"change": Decimal(-12)})]

    line = csv_of(table_of(fallen[:1], columns("name", "change"))).decode("utf-8-sig").splitlines()[1]

    assert line.rsplit(",", 1)[1].startswith("-")


def test_a_file_of_another_kind_is_refused_with_what_to_do(store, lists, tmp_path):
    small_book(store)
    made = table_of(lists.whole().listings.rows, columns("name"))

    with pytest.raises(RefusedError, match="End its name in .csv or .xlsx."):
        write_table(made, tmp_path / "accounts.ods")


@pytest.fixture
def own(store):
    """Three fields of the person's own, filled on some accounts of a small book."""
    small_book(store)
    service = CustomFieldService(store)
    docks = service.add("Loading docks", kind=FieldKind.NUMBER).value
    audited = service.add("Audited on", kind=FieldKind.DAY).value
    forwarder = service.add("Forwarder").value
    for name, field, text in (
        ("Hooli", docks, "12"), ("Initech", docks, "2.5"), ("Orion Glassworks", docks, "110"),
        ("Hooli", audited, "3 Mar 2026"), ("Hooli", forwarder, "Kühne Brothers"), ("Initech", forwarder, "Árpád"),
    ):  # fmt: skip
        service.put(field.id, the(store, name).id, text)
    return service, tuple(each for each in service.fields() if each.of is FieldOf.ACCOUNT)


def keys_of(fields):
    return tuple(each.key for each in own_columns(fields))


def test_own_fields_are_columns_that_hold_numbers_days_and_words(store, lists, own):
    fields = own[1]
    found = lists.whole(facts_of(keys_of(fields)))
    row = next(each for each in found.listings.rows if each.row.name == "Hooli")
    table = table_of([row], columns("name", *keys_of(fields), own=fields))

    assert [each.title for each in own_columns(found.own_fields)] == ["Loading docks", "Audited on", "Forwarder"]
    assert table.rows == (("Hooli", Decimal(12), date(2026, 3, 3), "Kühne Brothers"),)
    assert csv_of(table).decode("utf-8-sig").splitlines()[1] == "Hooli,12,2026-03-03,Kühne Brothers"


def test_what_stands_in_own_fields_is_read_only_where_a_column_shows_it(lists, own):
    found = lists.whole()

    assert not [key for each in found.listings.rows for key in each.own if key.startswith("own:")]
    later = lists.with_facts(found, keys_of(own[1]))
    assert left(later, "kuhne") == ["Hooli"]
    assert left(found, "kuhne") == []


def test_a_field_that_is_gone_is_no_column_and_breaks_no_list(lists, own):
    service, fields = own
    service.remove(fields[0].id)
    found = lists.whole(facts_of(keys_of(fields)))

    assert [each.name for each in found.own_fields] == ["Audited on", "Forwarder"]
    assert [each.title for each in columns("name", *keys_of(fields), own=found.own_fields)] == [
        "Account", "Audited on", "Forwarder",
    ]  # fmt: skip
    assert facts_of(("own:nonsense",)) == ("own:nonsense",)
    assert lists.whole(("own:nonsense",)).is_whole


def test_an_own_field_is_set_on_many_accounts_in_one_step(store, lists, own):
    service, (docks, *_rest) = own
    ids = [the(store, name).id for name in ("Hooli", "Initech", "Vega Optics")]
    at_once = AccountsAtOnceService(store)

    done = at_once.put_own(ids, docks.id, "7")
    assert done.changes.label == "Set Loading docks of 3 accounts"
    assert {service.values(each).values[docks.id, None] for each in ids} == {"7"}
    store.undo()
    assert service.values(ids[0]).values[docks.id, None] == "12"
    assert (docks.id, None) not in service.values(ids[2]).values
    at_once.put_own(ids, docks.id, " ")
    assert not [each for each in ids if (docks.id, None) in service.values(each).values]


def test_what_is_no_number_is_set_on_none(store, own):
    docks = own[1][0]
    with pytest.raises(RefusedError, match="is not a number"):
        AccountsAtOnceService(store).put_own([the(store, "Hooli").id], docks.id, "many")
