"""How accounts stand is kept as it would be worked out, on the machine's own day."""

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

import pytest

from reviewdesk.domain.account import Account, Tier
from reviewdesk.domain.clock import Clock
from reviewdesk.domain.concern import Concern, Stage
from reviewdesk.domain.follow_up import FollowUp
from reviewdesk.domain.purchase import Purchase
from reviewdesk.domain.review import Review, ReviewState
from reviewdesk.domain.said import Channel, Contact
from reviewdesk.storage import day_change, standing
from reviewdesk.storage.book_file import open_book
from tests.storage.whole_book import check_what_is_worked_out

TODAY = Clock().today()
ACME = Account(name="Acme", tier=Tier.A, added_on=TODAY - timedelta(400), last_review_before=TODAY - timedelta(20))
OTHER = Account(name="Other", tier=Tier.C, added_on=TODAY - timedelta(400))


def bought(account, days_ago, amount, currency="EUR"):
    return Purchase(
        account_id=account.id, bought_on=TODAY - timedelta(days_ago), amount=Decimal(amount), currency=currency
    )


@pytest.fixture
def book(store):
    """Give a book with two accounts that both bought something last month."""
    with store.write("Start") as work:
        work.accounts.add_all([ACME, OTHER])
        work.purchases.add_all([bought(ACME, 30, "100.10"), bought(OTHER, 30, "0.01")])
    return store


def kept(store, account=ACME):
    with store.read() as reading:
        return standing.stored(reading.connection, [account.id])[account.id]


def put(store, name, record):
    with store.write(f"Put {name}") as work:
        getattr(work, name).put(record)
    check_what_is_worked_out(store)


def test_what_an_account_bought_in_the_year_is_kept(book):
    put(book, "purchases", bought(ACME, 60, "0.0001"))
    put(book, "purchases", bought(ACME, 500, "999"))

    assert kept(book).revenue == Decimal("100.1001")
    assert kept(book).window_end == TODAY


def test_another_currency_has_no_revenue_until_its_rate_is_entered(book):
    put(book, "purchases", bought(ACME, 60, "10", "USD"))
    assert kept(book).revenue is None
    assert dict(kept(book).revenues) == {"EUR": Decimal("100.10"), "USD": Decimal(10)}

    with book.write("Enter a rate") as work:
        work.books.put(replace(work.book, rates=(("USD", date(2020, 1, 1), Decimal("0.5")),)))
    check_what_is_worked_out(book)
    assert kept(book).revenue == Decimal("105.10")

    book.undo()
    check_what_is_worked_out(book)
    assert kept(book).revenue is None


def test_settings_count_for_every_account(book):
    before = kept(book).next_due
    with book.write("Review A every month") as work:
        work.books.put(replace(work.book, months_a=1))
    check_what_is_worked_out(book)

    assert kept(book).next_due < before


def test_the_newest_purchase_moves_the_year_of_every_account(store):
    with store.write("An old book") as work:
        work.accounts.add_all([ACME, OTHER])
        work.purchases.add_all([bought(ACME, 1000, 5), bought(OTHER, 1000, 6)])
    check_what_is_worked_out(store)
    assert kept(store).window_end == TODAY - timedelta(1000)
    assert kept(store, OTHER).revenue == 6

    newest = bought(ACME, 1, 7)
    put(store, "purchases", newest)
    assert kept(store, OTHER).window_end == TODAY
    assert kept(store, OTHER).revenue == 0

    with store.write("Remove it") as work:
        work.purchases.remove(newest.id)
    check_what_is_worked_out(store)
    assert kept(store, OTHER).revenue == 6


def test_a_purchase_that_goes_to_another_account_counts_there(book):
    with book.write("Correct") as work:
        [wrong] = work.purchases.where(account_id=ACME.id)
        work.purchases.put(replace(wrong, account_id=OTHER.id))
    check_what_is_worked_out(book)

    assert kept(book).revenue == 0
    assert kept(book, OTHER).revenue == Decimal("100.11")
    assert work.changes.concern([ACME.id])
    assert work.changes.concern([OTHER.id])


def test_concerns_promises_reviews_and_contacts_are_kept(book):
    concern = Concern(account_id=ACME.id, words="late", summary="", severity=3, raised_on=TODAY)
    put(book, "concerns", concern)
    put(book, "follow_ups", FollowUp(account_id=ACME.id, what="send plan", is_promise=True, due=TODAY))
    booked = Review(account_id=ACME.id, planned_on=TODAY + timedelta(5))
    put(book, "reviews", booked)
    put(book, "contacts", Contact(account_id=ACME.id, made_on=TODAY - timedelta(3), channel=Channel.CALL))

    stands = kept(book)
    assert (stands.open_concerns, stands.worst_severity) == (1, 3)
    assert (stands.promises_due, stands.next_step, stands.next_step_on) == ((TODAY,), "send plan", TODAY)
    assert (stands.booked_on, stands.booked_review) == (TODAY + timedelta(5), booked.id)
    assert stands.last_contact == TODAY - timedelta(3)

    with book.write("Close and hold") as work:
        work.concerns.put(work.concerns.get(concern.id).at(Stage.CONFIRMED, TODAY))
        work.reviews.put(replace(work.reviews.get(booked.id), state=ReviewState.HELD, held_on=TODAY))
    check_what_is_worked_out(book)
    assert (kept(book).open_concerns, kept(book).last_held, kept(book).booked_on) == (0, TODAY, None)


def test_a_removed_account_stands_no_more(book):
    with book.write("Remove") as work:
        work.accounts.remove(ACME.id)
    check_what_is_worked_out(book)
    with book.read() as reading:
        assert set(standing.stored(reading.connection)) == {OTHER.id}

    book.undo()
    check_what_is_worked_out(book)


def test_a_new_day_brings_the_book_up_to_date_once(book):
    put(book, "reviews", Review(account_id=ACME.id, planned_on=TODAY))
    with book.engine.connect() as raw:
        connection = raw.execution_options(writes=True)
        with connection.begin():
            settings = open_settings(book)
            yesterday = TODAY - timedelta(1)
            assert standing.refresh(connection, settings, yesterday) == 2
    assert kept(book).window_end == TODAY - timedelta(1)

    assert day_change.mend(book) == 2
    check_what_is_worked_out(book)
    assert day_change.mend(book) == 0


def open_settings(store):
    with store.read() as reading:
        return reading.book


def test_looking_at_another_day_writes_nothing(book, path):
    book.close()
    before = path.read_bytes()

    other = open_book(path, Clock(fixed=TODAY + timedelta(900)))
    assert day_change.mend(other) == 0
    with other.read() as reading:
        looked_at = standing.work_out(reading.connection, reading.book, other.clock.today())
    other.close()

    assert looked_at[ACME.id].revenue == Decimal("100.10")
    assert looked_at[ACME.id].window_end == TODAY - timedelta(30)
    assert path.read_bytes() == before


def test_a_write_on_another_day_leaves_how_accounts_stand_today(book, path):
    before = kept(book, OTHER)
    book.close()

    other = open_book(path, Clock(fixed=TODAY + timedelta(900)))
    put(other, "contacts", Contact(account_id=ACME.id, made_on=TODAY, channel=Channel.CALL))
    other.close()

    again = open_book(path, Clock())
    assert kept(again, OTHER) == before
    assert kept(again).last_contact == TODAY
    assert day_change.mend(again) == 0
    again.close()


def test_only_what_changed_is_written(book):
    with book.engine.connect() as raw:
        connection = raw.execution_options(writes=True)
        with connection.begin():
            assert standing.refresh(connection, open_settings(book), TODAY) == 0
