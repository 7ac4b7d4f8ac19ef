"""Reading, writing and long jobs beside each other: who comes when."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from threading import Event, Thread

from reviewdesk.domain.account import Account
from reviewdesk.domain.clock import Clock
from reviewdesk.domain.purchase import Purchase
from reviewdesk.domain.review import NoteLine, Review
from reviewdesk.storage import engine
from reviewdesk.storage.book_file import open_book


def purchases_of(account, count):
    return [
        Purchase(account_id=account.id, bought_on=date(2026, 1, 1), amount=Decimal(each), currency="EUR")
        for each in range(count)
    ]


def test_a_save_comes_before_a_long_import_that_is_still_reading_its_file(store):
    account = Account(name="Acme")
    with store.write("Add") as work:
        work.accounts.put(account)
    happened = []
    is_reading, may_go_on = Event(), Event()

    def long_job():
        with store.read() as reading:
            known = reading.accounts.all()
        is_reading.set()
        rows = purchases_of(known[0], 2000)
        may_go_on.wait(30)
        with store.write("Import") as work:
            work.purchases.add_all(rows)
        happened.append("imported")

    lane = Thread(target=long_job)
    lane.start()
    is_reading.wait(30)
    with store.write("Type") as work:
        work.accounts.put(replace(work.accounts.get(account.id), notes="saved meanwhile"))
    happened.append("saved")
    may_go_on.set()
    lane.join()

    assert happened == ["saved", "imported"]
    with store.read() as reading:
        assert reading.accounts.get(account.id).notes == "saved meanwhile"
        assert len(reading.purchases.all()) == 2000


def test_reading_is_not_kept_waiting_by_an_import_that_writes(store):
    account = Account(name="Acme")
    seen = []
    with store.write("Import") as work:
        work.accounts.put(account)
        work.purchases.add_all(purchases_of(account, 1000))
        lane = Thread(target=lambda: seen.append(count(store)))
        lane.start()
        lane.join(30)
        assert seen == [0]
    assert count(store) == 1000


def count(store):
    with store.read() as reading:
        return len(reading.purchases.all())


def test_saves_of_several_lanes_and_programs_all_arrive(store, path):
    account = Account(name="Acme")
    with store.write("Add") as work:
        work.accounts.put(account)
    other = open_book(path, Clock())

    def save(through, name):
        for number in range(25):
            with through.write("Add") as work:
                work.accounts.put(Account(name=f"{name} {number}"))

    lanes = [Thread(target=save, args=each) for each in ((store, "a"), (store, "b"), (other, "c"))]
    for each in lanes:
        each.start()
    for each in lanes:
        each.join()
    other.close()

    with store.read() as reading:
        assert len(reading.accounts.all()) == 76


def test_a_save_waits_for_an_import_however_long_it_takes(path, monkeypatch):
    monkeypatch.setattr(engine, "_SETTINGS", ("PRAGMA journal_mode=WAL", "PRAGMA busy_timeout=1"))
    store = open_book(path, Clock(), may_create=True)
    has_begun, may_end = Event(), Event()
    happened = []

    def long_job():
        with store.write("Import") as work:
            work.accounts.put(Account(name="Imported"))
            has_begun.set()
            may_end.wait(30)
            happened.append("imported")

    def save():
        with store.write("Add") as work:
            work.accounts.put(Account(name="Saved"))
        happened.append("saved")

    lanes = [Thread(target=long_job), Thread(target=save)]
    lanes[0].start()
    has_begun.wait(30)
    lanes[1].start()
    lanes[1].join(0.2)
    may_end.set()
    for each in lanes:
        each.join()
    with store.read() as reading:
        assert len(reading.accounts.all()) == 2
    store.close()
    assert happened == ["imported", "saved"]


def test_what_another_program_saved_is_noticed(store, path):
    before = store.data_version()
    assert store.data_version() == before
    other = open_book(path, Clock())
    with other.write("Add") as work:
        work.accounts.put(Account(name="Acme"))
    other.close()

    assert store.data_version() != before


def test_one_changed_line_of_thousands_writes_one_row(store):
    account = Account(name="Acme")
    lines = tuple(NoteLine(text=f"line {each} " * 10) for each in range(4000))
    with store.write("Add") as work:
        work.accounts.put(account)
        review = work.reviews.put(Review(account_id=account.id, lines=lines))
    said = []
    watch(store, said)

    with store.write("Type", join_key="notes") as work:
        work.reviews.put(review.with_line(replace(lines[2000], text="changed")))

    written = [each for each in said if each.startswith(("UPDATE note_line", "INSERT INTO note_line"))]
    assert len(written) == 1
    assert len(work.noted) == 1
    assert len(said) < 40


def watch(store, said):
    from sqlalchemy import event

    event.listen(store.engine, "before_cursor_execute", lambda *call: said.append(call[2]))


def test_one_reading_sees_the_book_as_it_stood_when_it_began(store):
    def add(name):
        with store.write("Add") as work:
            work.accounts.put(Account(name=name))

    add("Acme")
    with store.read() as reading:
        assert reading.people.all() == ()
        add("Written meanwhile")
        assert [each.name for each in reading.accounts.all()] == ["Acme"]
