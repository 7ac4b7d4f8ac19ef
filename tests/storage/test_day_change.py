"""However long the program was closed, the day change leaves every account as its records say, reading few of them."""

from dataclasses import replace
from datetime import timedelta
from decimal import Decimal

import pytest

from reviewdesk.domain.account import Account
from reviewdesk.domain.answer import Answer, Asked
from reviewdesk.domain.clock import Clock
from reviewdesk.domain.purchase import Purchase
from reviewdesk.domain.said import Channel, Contact
from reviewdesk.storage import day_change, health_days, left_behind, standing
from tests.storage.whole_book import check_what_is_worked_out

TODAY = Clock().today()
SIZE = 40


@pytest.fixture
def book(store):
    """Give accounts that bought, spoke and answered on different days of the last three years."""
    accounts = [Account(name=f"One {at}", added_on=TODAY - timedelta(1200)) for at in range(SIZE)]
    with store.write("Start") as work:
        work.accounts.add_all(accounts)
        for at, each in enumerate(accounts):
            for back in (at * 9, at * 9 + 370):
                bought = TODAY - timedelta(back + 3)
                work.purchases.put(Purchase(account_id=each.id, bought_on=bought, amount=Decimal(at), currency="EUR"))
            work.contacts.put(Contact(account_id=each.id, made_on=TODAY - timedelta(at * 11), channel=Channel.CALL))
            answer = Answer.given(Asked.TRUST, at % 7 + 1, account_id=each.id, answered_on=TODAY - timedelta(at * 12))
            work.answers.put(answer)
    return store


def closed_since(store, days):
    """Leave what is kept as the program left it that was closed so many days ago."""
    then = TODAY - timedelta(days)
    with store.engine.connect() as raw:
        connection = raw.execution_options(writes=True)
        with store.read() as reading, connection.begin():
            standing.refresh_some(connection, reading.book, then)
            connection.execute(health_days.health_day.delete())
            health_days.keep(connection, then)


def behind(store):
    with store.read() as reading:
        return left_behind.find(reading.connection, reading.book, TODAY)


@pytest.mark.parametrize("days", [1, 7, 45, 200, 366, 900])
def test_after_any_time_every_account_stands_as_its_records_say(book, days):
    closed_since(book, days)
    with book.read() as reading:
        shown = left_behind.on_the_day(reading.connection, reading.book, TODAY)

    assert day_change.catch_up(book) > 0
    check_what_is_worked_out(book)
    with book.read() as reading:
        assert standing.stored(reading.connection) == shown
    assert day_change.catch_up(book) == 0


def test_of_one_day_only_those_are_read_whose_purchases_come_or_go(book):
    closed_since(book, 1)
    found = behind(book)

    assert len(found.unread) < SIZE / 4
    assert len(found.unread) + len(found.moved) + len(found.dated) == SIZE


def test_where_a_rate_begins_in_between_all_are_read_anew(book):
    with book.write("A rate") as work:
        work.books.put(replace(work.book, rates=(("USD", TODAY, Decimal("0.9")),)))
    closed_since(book, 2)

    assert len(behind(book).unread) == SIZE


def test_a_day_with_the_program_closed_is_not_invented(book):
    closed_since(book, 30)
    day_change.catch_up(book)

    with book.read() as reading:
        days = {day.day for each in reading.accounts.all() for day in health_days.days_of(reading.connection, each.id)}
    assert days <= {TODAY - timedelta(30), TODAY}
