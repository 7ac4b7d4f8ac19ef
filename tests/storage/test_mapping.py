"""Records become rows and come back as they were."""

from dataclasses import fields, replace
from datetime import UTC, date, datetime, timedelta, timezone
from decimal import Decimal
from uuid import uuid4

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import func, select

from reviewdesk.domain.account import Account
from reviewdesk.domain.audience import audiences_of
from reviewdesk.domain.errors import RefusedError
from reviewdesk.domain.purchase import Purchase
from reviewdesk.domain.reminder import Reminder
from reviewdesk.domain.review import NoteLine, Review
from reviewdesk.storage.mapping import SCALE, clean
from reviewdesk.storage.records import ALL, NOTE_LINE
from reviewdesk.storage.repository import Repository
from reviewdesk.storage.tables import purchase
from tests.storage.any_record import records
from tests.storage.trial import trial

EVERY = [pytest.param(each, id=each.kind.value) for each in (*ALL, NOTE_LINE)]
KEPT_BY_STORAGE = {"created_at", "changed_at"}


@pytest.mark.parametrize("record_map", EVERY)
def test_each_field_has_a_column_and_each_column_a_field(record_map):
    elsewhere = {"lines"} if record_map.record is Review else set()
    beside = {"version", "review_id", "position"} if record_map.record is NoteLine else set()

    names = {each.name for each in fields(record_map.record)} - elsewhere

    assert {each.name for each in record_map.fields} == names
    assert {each.name for each in record_map.table.columns} == names | KEPT_BY_STORAGE | beside


@pytest.mark.parametrize("record_map", EVERY)
def test_each_field_says_who_may_see_it(record_map):
    assert set(audiences_of(record_map.record)) == {each.name for each in fields(record_map.record)}


@pytest.mark.parametrize("record_map", [each for each in EVERY if each.id not in {"note line", "book"}])
@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_what_is_put_in_a_book_comes_out_as_it_was(store, record_map, data):
    record = data.draw(records(record_map.record))

    with trial(store) as work:
        repository = work.reviews if record_map.record is Review else Repository(work, record_map)
        put = repository.put(record)

        assert repository.get(record.id) == record
        assert put.version == repository.get(record.id).version == 1


def test_a_value_found_is_of_the_type_it_was_put_as(store):
    account = Account(name="Acme", annual_revenue=Decimal("12.50"), customer_since=date(2020, 2, 29), tags=("a", "b"))
    with store.write("Add") as work:
        work.accounts.put(account)

    with store.read() as reading:
        found = reading.accounts.get(account.id)

    for each in fields(Account):
        assert type(getattr(found, each.name)) is type(getattr(account, each.name)), each.name


def test_a_moment_of_another_zone_is_the_same_moment(store):
    tokyo = datetime(2026, 11, 21, 8, 30, tzinfo=timezone(timedelta(hours=9)))
    account = Account(name="Acme")
    review = Review(account_id=account.id, starts_at=tokyo)
    with store.write("Plan") as work:
        work.accounts.put(account)
        work.reviews.put(review)

    with store.read() as reading:
        found = reading.reviews.get(review.id).starts_at

    assert found == tokyo
    assert found.tzinfo == UTC


def test_a_moment_without_a_zone_is_a_mistake_of_ours():
    reminder = Reminder(key="k", follow_up_id=uuid4(), account_id=uuid4(), shown_at=datetime(2026, 11, 21))  # noqa: DTZ001
    record_map = next(each for each in ALL if each.record is Reminder)

    with pytest.raises(AssertionError, match="zone"):
        record_map.to_row(reminder)


@settings(max_examples=50, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.decimals(allow_nan=False, places=4, min_value=-(10**11), max_value=10**11), max_size=30))
def test_sums_of_amounts_are_exact(store, amounts):
    account = Account(name="Acme")
    bought = [
        Purchase(account_id=account.id, bought_on=date(2026, 1, 1), amount=each, currency="EUR") for each in amounts
    ]

    with trial(store) as work:
        work.accounts.put(account)
        work.purchases.add_all(bought)
        total = work.connection.execute(select(func.coalesce(func.sum(purchase.c.amount), 0))).scalar_one()

        assert Decimal(total) / SCALE == sum(amounts)
        assert sorted(each.amount for each in work.purchases.all()) == sorted(amounts)


@pytest.mark.parametrize(
    "amount", ["0.00001", "1.000000000000000000000000000001", "NaN", "Infinity", "1e13", "-1e13", "1e999"]
)
def test_an_amount_that_cannot_be_kept_exactly_is_refused(store, amount):
    account = Account(name="Acme")
    with store.write("Add") as work:
        work.accounts.put(account)
    bought = Purchase(account_id=account.id, bought_on=date(2026, 1, 1), amount=Decimal(amount), currency="EUR")

    with pytest.raises(RefusedError, match="try again"), store.write("Import") as work:
        work.purchases.put(bought)

    with store.read() as reading:
        assert reading.purchases.all() == ()


def test_a_number_too_large_for_a_file_is_refused(store):
    with pytest.raises(RefusedError, match="too large"), store.write("Add") as work:
        work.accounts.put(Account(name="Acme", employees=10**400))


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("Łódź 客户 👩‍👩‍👧", "Łódź 客户 👩‍👩‍👧"),
        ("half \ud800 a character", "half � a character"),
        ("\udc00\ud83d", "��"),
        ("\ud83d\ude00 in two halves", "😀 in two halves"),
        ("NUL \x00 and U+2028 \u2028", "NUL \x00 and U+2028 \u2028"),
    ],
)
def test_any_text_can_be_kept(store, typed, kept):
    account = Account(name="Acme", notes=typed, tags=(typed,))
    review = Review(account_id=account.id, lines=(NoteLine(text=typed),))

    with store.write(f"Add {typed}", join_key=typed) as work:
        work.accounts.put(account)
        work.reviews.put(review)

    assert clean(typed) == kept
    with store.read() as reading:
        assert reading.accounts.get(account.id) == replace(account, notes=kept, tags=(kept,))
        assert reading.accounts.where(notes=typed) == (reading.accounts.get(account.id),)
        assert reading.reviews.get(review.id).text == kept
    assert store.undoable().label == f"Add {kept}"
    store.undo()
    store.redo()
