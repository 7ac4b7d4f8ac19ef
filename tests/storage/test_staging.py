"""Many records made ready beside the book and moved in as one step, giving way to whoever saves meanwhile."""

import json
from dataclasses import replace
from datetime import timedelta
from decimal import Decimal
from threading import Thread
from time import monotonic, sleep

import pytest

from reviewdesk.domain.account import Account
from reviewdesk.domain.clock import Clock
from reviewdesk.domain.people import Person
from reviewdesk.domain.purchase import Purchase
from reviewdesk.domain.said import Channel, Contact
from reviewdesk.domain.search_query import read_query
from reviewdesk.storage import records, standing, steps
from reviewdesk.storage import store as stores
from reviewdesk.storage.book_file import open_book
from reviewdesk.storage.search_finding import find
from tests.storage.whole_book import check_what_is_worked_out, rows_of

TODAY = Clock().today()
WHEN = {"created_at", "changed_at"}
ACME = Account(name="Acme")
NEW = tuple(Account(name=f"Nowa Łódź {each}", tags=("a", "“b”")) for each in range(5))
PEOPLE = tuple(Person(account_id=each.id, name='Zoë \x07 "O\'Brien"', notes="客户\n") for each in (ACME, *NEW))


def bought(account, days=10, amount="12.50"):
    return Purchase(
        account_id=account.id, bought_on=TODAY - timedelta(days), amount=Decimal(amount), currency="EUR", lot="ß/\\"
    )


OLD = bought(ACME, 900)
PURCHASES = tuple(bought(each, days) for each in (ACME, *NEW) for days in range(1, 800))


@pytest.fixture
def book(store):
    """Give a book with one account."""
    with store.write("Add") as work:
        work.accounts.put(ACME)
        work.purchases.put(OLD)
    return store


def staged(store, also=lambda _work: iter(()), label="Import"):
    """Write all the new records as one step."""
    with store.stage() as staging:
        staging.add(records.ACCOUNT, NEW)
        staging.add(records.PERSON, PEOPLE)
        staging.add(records.PURCHASE, PURCHASES)
        staging.finish()
        return store.write_staged(staging, label, also)


def renaming(work):
    """Rename the account that is there already."""
    work.accounts.put(replace(work.accounts.get(ACME.id), name="Acme renamed"))
    yield


def logged(store):
    """Log a call, as somebody does in another lane."""
    with store.write("Log a call") as work:
        work.contacts.put(Contact(account_id=ACME.id, made_on=TODAY, channel=Channel.CALL, words="in between"))


def wait_until_wanted(store):
    patience = monotonic() + 30
    while not store._turn.is_wanted:
        assert monotonic() < patience
        sleep(0.001)


def test_what_was_staged_is_in_the_book_as_if_it_had_been_added(book, tmp_path):
    other = open_book(tmp_path / "other.reviewdesk", Clock(), may_create=True, name="Acme")
    with other.write("Add") as work:
        work.accounts.put(ACME)
        work.purchases.put(OLD)
    with other.write("Import") as work:
        for _ in renaming(work):
            pass
        work.accounts.add_all(NEW)
        work.people.add_all(PEOPLE)
        work.purchases.add_all(PURCHASES)

    changes = staged(book, renaming)

    assert kept(book) == kept(other)
    assert noted(book) == noted(other)
    assert changes.records == work.changes.records
    assert changes.accounts == work.changes.accounts
    check_what_is_worked_out(book)
    other.close()


def kept(store):
    """Give every row of the book but when it was written."""
    return {
        name: [{key: value for key, value in row.items() if key != "created_at"} for row in rows]
        for name, rows in rows_of(store).items()
        if name != "book"
    }


def noted(store):
    """Give all that the history says, in any order, but when it was."""
    with store.read() as reading:
        found = [
            (step.label, each.kind, each.record_id, each.field, each.old, _plain(each.new))
            for step in steps.stacks(reading.connection).undo
            for each in steps.changes_of(reading.connection, step.head)
        ]
    return sorted(found, key=repr)


def _plain(new):
    value = json.loads(new)
    return {name: value[name] for name in sorted(value) if name not in WHEN} if isinstance(value, dict) else value


def test_a_protected_book_takes_what_was_staged(path):
    store = open_book(path, Clock(), key=bytes(range(32)), may_create=True)
    with store.write("Add") as work:
        work.accounts.put(ACME)

    staged(store)

    check_what_is_worked_out(store)
    store.close()


def test_the_step_is_taken_back_and_brought_back_whole(book):
    before = rows_of(book)
    staged(book, renaming)
    after = rows_of(book)

    book.undo()
    assert rows_of(book) == before
    check_what_is_worked_out(book)

    book.redo()
    assert rows_of(book) == after
    check_what_is_worked_out(book)


def test_what_is_staged_shows_the_book_as_it_will_be_to_nobody_else(book):
    with book.stage() as staging:
        staging.add(records.ACCOUNT, NEW)
        staging.add(records.PURCHASE, PURCHASES)
        staging.expect(records.ACCOUNT, [replace(ACME, name="Acme renamed", version=1)])
        with staging.as_it_will_be() as coming, book.read() as now:
            assert {each.name for each in coming.accounts.all()} == {"Acme renamed", *(each.name for each in NEW)}
            assert len(coming.purchases.all()) == len(PURCHASES) + 1
            assert standing.work_out(coming.connection, coming.book, TODAY)[ACME.id].revenue > 0
            assert [each.name for each in now.accounts.all()] == ["Acme"]

    for _ in range(3):
        with book.read() as reading:
            assert [each.name for each in reading.accounts.all()] == ["Acme"]
            assert not reading.connection.exec_driver_sql("SELECT name FROM sqlite_temp_master").all()


def test_a_save_meanwhile_goes_before_what_is_moved_in(book):
    """Before the last pieces are written somebody saves: it does not wait, and nothing of it is lost or doubled."""
    tries = []

    def interrupted(work):
        tries.append(Thread(target=logged, args=[book]))
        yield from renaming(work)
        if len(tries) == 1:
            tries[0].start()
            wait_until_wanted(book)
            yield

    staged(book, interrupted)
    tries[0].join(30)

    with book.read() as reading:
        assert [each.label for each in steps.stacks(reading.connection).undo] == ["Add", "Log a call", "Import"]
        assert reading.accounts.get(ACME.id).name == "Acme renamed"
        assert len(reading.purchases.all()) == len(PURCHASES) + 1
        assert find(reading.connection, read_query("between"))
        assert len(find(reading.connection, read_query("nowa"))) == len(NEW)
    assert len(tries) == 2
    check_what_is_worked_out(book)


def test_in_the_end_it_is_moved_in_however_many_save(book, monkeypatch):
    monkeypatch.setattr(stores, "GIVES_WAY", 2)
    lanes = []

    def interrupted(work):
        yield from renaming(work)
        lanes.append(Thread(target=logged, args=[book]))
        lanes[-1].start()
        wait_until_wanted(book)
        yield

    staged(book, interrupted)
    for each in lanes:
        each.join(30)

    assert len(lanes) == 3
    with book.read() as reading:
        labels = [each.label for each in steps.stacks(reading.connection).undo]
    assert labels == ["Add", "Log a call", "Log a call", "Import", "Log a call"]
    check_what_is_worked_out(book)


@pytest.mark.parametrize("at", ["first", "last"])
def test_what_fails_on_the_way_leaves_nothing(book, at, monkeypatch):
    before = rows_of(book)

    def failing(work):
        yield from renaming(work)
        if at == "first":
            raise RuntimeError

    if at == "last":
        monkeypatch.setattr(standing, "refreshing", lambda *_: (_ for _ in (1 / 0,)))
    with pytest.raises((RuntimeError, ZeroDivisionError)):
        staged(book, failing)
    monkeypatch.undo()

    assert rows_of(book) == before
    check_what_is_worked_out(book)
    logged(book)


def test_nothing_staged_and_nothing_changed_is_no_step(book):
    with book.stage() as staging:
        staging.add(records.ACCOUNT, [])
        staging.finish()
        changes = book.write_staged(staging, "Import", lambda _work: iter(()))

    assert not changes
    with book.read() as reading:
        assert len(steps.stacks(reading.connection).undo) == 1


def test_purchases_that_bring_another_revenue_year_bring_it_to_every_account(store):
    """A book whose newest purchase is long ago counts the year up to it; newer ones move that year for everybody."""
    long_ago = Account(name="Long ago")
    with store.write("Add") as work:
        work.accounts.put(ACME)
        work.accounts.put(long_ago)
        work.purchases.put(bought(long_ago, 900))

    staged(store)

    check_what_is_worked_out(store)
    with store.read() as reading:
        assert {each.window_end for each in standing.stored(reading.connection).values()} == {TODAY}
