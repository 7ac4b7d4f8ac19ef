"""What is due while the program is closed, in real books: told once, in one notice that names nobody."""

import os
from contextlib import closing
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest

from reviewdesk.domain.account import Account
from reviewdesk.domain.clock import Clock
from reviewdesk.domain.closed_notice import ClosedNotice
from reviewdesk.domain.errors import RefusedError
from reviewdesk.domain.follow_up import Ending, FollowUp
from reviewdesk.domain.review import Review, ReviewState
from reviewdesk.services.closed_reminders import ClosedReminderService
from reviewdesk.services.reminders import ReminderService
from reviewdesk.services.sample import SampleService
from reviewdesk.storage.book_file import open_book
from reviewdesk.storage.engine import connect
from reviewdesk.storage.reminded import Reminded
from reviewdesk.storage.schema import SCHEMA
from reviewdesk.storage.window_lock import WindowLock
from reviewdesk.wiring import resources_folder

WARSAW = ZoneInfo("Europe/Warsaw")
TODAY = date.today()  # noqa: DTZ011 - a window keeps reminders on the real day alone
NAMES = ("Łódź Logistics", "Anna Nowak", "Price sheet", "Kestrel", "northgate", "Gdańsk")


def days(number):
    return timedelta(days=number)


class Machine:
    """A person's machine: its books, and the moment at which it looks."""

    def __init__(self, folder):
        self.folder = folder
        self.now = datetime.combine(TODAY, time(7, 30), WARSAW)
        self.books = []

    def book(self, name="northgate"):
        """Make a book with one customer, and remember it."""
        path = self.folder / f"{name}.reviewdesk"
        store = open_book(path, Clock(), may_create=True, name=f"{name} and Kestrel")
        with store.write("Arrange") as work:
            work.accounts.put(Account(name="Łódź Logistics", city="Gdańsk"))
        store.close()
        self.books.append(path)
        return path

    def put(self, path, *records):
        """Put follow-ups and reviews of its customer into a book."""
        store = open_book(path, Clock())
        with store.write("Arrange") as work:
            (account,) = work.accounts.all()
            kept = [each(account.id) for each in records]
            for each in kept:
                (work.reviews if isinstance(each, Review) else work.follow_ups).put(each)
        store.close()
        return kept

    @property
    def service(self):
        """Look as a new start of the program does."""
        return ClosedReminderService(self.books, Reminded(self.folder / "reminded.json"), lambda: self.now)

    def login(self):
        """Log in: look, and be told of what there is; the notice, or nothing."""
        found = self.service.look()
        if found.notice is not None:
            self.service.told(found)
        return found.notice


def owe(due=TODAY, **known):
    return lambda account: FollowUp(account_id=account, what="Price sheet for Anna Nowak", due=due, **known)


def planned(day, **known):
    return lambda account: Review(account_id=account, planned_on=day, place="Gdańsk", **known)


@pytest.fixture
def machine(tmp_path):
    return Machine(tmp_path)


def test_everything_due_in_all_books_is_one_notice_with_counts_and_days(machine):
    machine.put(machine.book(), owe(TODAY - days(3)), planned(TODAY + days(1)))
    machine.put(machine.book("second"), owe(TODAY), owe(TODAY + days(30)))

    assert machine.login() == ClosedNotice("3 things are due in ReviewDesk", "1 late, 1 today, 1 review tomorrow")


def test_the_notice_names_nobody_and_no_book(machine):
    path = machine.book()
    for number in range(-4, 3):
        machine.put(path, owe(TODAY + days(number)), planned(TODAY + days(number)))

    notice = machine.login()

    assert not [each for each in NAMES if each.casefold() in f"{notice.title} {notice.words}".casefold()]
    kept = (machine.folder / "reminded.json").read_text("utf-8")
    assert not [each for each in NAMES if each.casefold() in kept.casefold()]


def test_what_was_told_is_not_told_again_whatever_the_day(machine):
    machine.put(machine.book(), owe(TODAY))

    assert machine.login() is not None
    assert machine.login() is None
    machine.now += days(1)
    assert machine.login() is None


def test_something_new_is_told_with_all_that_still_waits(machine):
    path = machine.book()
    machine.put(path, owe(TODAY - days(1)))
    machine.login()

    machine.put(path, owe(TODAY))

    assert machine.login() == ClosedNotice("2 things are due in ReviewDesk", "1 late, 1 today")


def test_ninety_days_closed_are_one_notice(machine):
    path = machine.book()
    machine.put(path, *(owe(TODAY + days(number)) for number in range(90)), planned(TODAY + days(40)))

    machine.now += days(90)

    assert machine.login() == ClosedNotice("91 things are due in ReviewDesk", "90 late, 1 review past its day")
    assert machine.login() is None


@pytest.mark.parametrize("moved", [days(-400), days(-2), timedelta(hours=-3), timedelta(hours=9), days(2), days(400)])
def test_a_clock_that_is_moved_and_put_right_repeats_nothing(machine, moved):
    machine.put(machine.book(), owe(TODAY), owe(TODAY, remind_before=(30, 7, 1, 0)), planned(TODAY + days(1)))
    assert machine.login() is not None
    before = machine.now

    machine.now += moved
    machine.login()
    if moved < days(1):
        assert machine.login() is None
    machine.now = before

    assert machine.login() is None


def test_a_clock_moved_back_and_forth_tells_of_nothing_twice(machine):
    machine.put(machine.book(), owe(TODAY, remind_before=(7, 1, 0)))
    assert machine.login() is not None

    for moved in (-1, -7, -3, 0, -1):
        machine.now = datetime.combine(TODAY + days(moved), time(12), WARSAW)
        assert machine.login() is None


def test_a_review_is_told_of_the_day_before_and_on_its_day(machine):
    machine.put(machine.book(), planned(TODAY + days(2)))

    told = []
    for _ in range(5):
        told.append(machine.login())
        machine.now += days(1)

    assert [each and each.words for each in told] == [None, "1 review tomorrow", "1 review today", None, None]
    assert told[1].title == "1 thing is coming up in ReviewDesk"


def test_a_moved_review_is_told_of_again(machine):
    path = machine.book()
    (review,) = machine.put(path, planned(TODAY + days(1)))
    assert machine.login() is not None

    store = open_book(path, Clock())
    with store.write("Move") as work:
        kept = work.reviews.get(review.id)
        work.reviews.put(replace(kept, planned_on=TODAY))
    store.close()

    assert machine.login().words == "1 review today"


def test_what_is_done_held_or_called_off_is_told_to_nobody(machine):
    machine.put(
        machine.book(),
        owe(ending=Ending.KEPT, ended_on=TODAY),
        owe(withdrawn=True),
        owe(snoozed_until=TODAY + days(2)),
        planned(TODAY, state=ReviewState.HELD, held_on=TODAY),
        planned(TODAY, state=ReviewState.CANCELLED),
    )

    assert machine.login() is None


def test_what_a_window_has_shown_is_not_told_when_it_is_closed(machine):
    path = machine.book()
    machine.put(path, owe(TODAY))
    store = open_book(path, Clock())
    reminders = ReminderService(store)
    reminders.shown(reminders.due(datetime.combine(TODAY, time(9), WARSAW)))
    store.close()

    assert machine.login() is None


def test_what_was_told_while_closed_is_still_shown_by_the_window(machine):
    path = machine.book()
    machine.put(path, owe(TODAY))
    machine.login()

    store = open_book(path, Clock())
    try:
        assert len(ReminderService(store).due(datetime.combine(TODAY, time(9), WARSAW))) == 1
    finally:
        store.close()


def test_a_book_that_a_window_has_open_reminds_by_itself(machine):
    path = machine.book()
    machine.put(path, owe(TODAY))
    WindowLock(path).path.write_text(f'{{"pid": {os.getppid()}, "host": "{os.uname().nodename}"}}')

    assert machine.login() is None
    WindowLock(path).path.unlink()
    assert machine.login() is not None


def test_looking_changes_not_one_byte_of_a_book_or_beside_it(machine):
    path = machine.book()
    machine.put(path, owe(TODAY))
    before = path.read_bytes(), path.stat().st_mtime_ns, sorted(machine.folder.iterdir())

    machine.service.look()

    assert (path.read_bytes(), path.stat().st_mtime_ns, sorted(machine.folder.iterdir())) == before


def test_a_book_written_to_at_the_moment_is_read_without_waiting_for_it(machine):
    path = machine.book()
    machine.put(path, owe(TODAY))
    store = open_book(path, Clock())
    try:
        with store.write("Arrange") as work:
            work.accounts.put(Account(name="Hooli"))
            assert machine.login() is not None
    finally:
        store.close()


def test_a_torn_book_keeps_no_other_from_being_told_of(machine):
    torn = machine.folder / "torn.reviewdesk"
    torn.write_bytes(b"nothing" * 500)
    machine.books.append(torn)
    machine.put(machine.book(), owe(TODAY))

    found = machine.service.look()

    assert found.notice == ClosedNotice("1 thing is due in ReviewDesk", "1 today")
    assert [each.startswith(str(torn)) for each in found.refusals] == [True]


def test_a_book_on_a_drive_that_is_not_there_is_nothing_to_speak_of(machine):
    machine.books.append(machine.folder / "away" / "gone.reviewdesk")

    assert machine.service.look().refusals == ()


def test_what_was_told_of_a_book_is_kept_while_it_is_away(machine):
    path = machine.book()
    machine.put(path, owe(TODAY))
    machine.login()
    away = path.rename(machine.folder / "away")
    machine.put(machine.book("second"), owe(TODAY))
    assert machine.login() is not None

    away.rename(path)

    assert machine.login() is None


def test_a_book_that_hangs_keeps_nobody_waiting(machine, monkeypatch):
    monkeypatch.setattr("reviewdesk.services.closed_reminders.LONGEST", 0.3)
    hangs = machine.folder / "hangs.reviewdesk-window"
    os.mkfifo(hangs)
    machine.books.append(machine.folder / "hangs.reviewdesk")
    machine.put(machine.book(), owe(TODAY))

    found = machine.service.look()
    hangs.write_text("")

    assert found.notice is not None
    assert [each.endswith("It does not answer.") for each in found.refusals] == [True]


def test_what_cannot_be_kept_as_told_is_said(machine):
    machine.put(machine.book(), owe(TODAY))
    (machine.folder / "reminded.json").mkdir()

    with pytest.raises(RefusedError, match="could not be written"):
        machine.login()


def test_what_is_done_is_forgotten_so_that_nothing_grows(machine):
    path = machine.book()
    (kept,) = machine.put(path, owe(TODAY))
    machine.login()

    machine.put(path, lambda _account: replace(kept.done(TODAY), version=1), owe(TODAY))
    machine.login()

    assert str(kept.id) not in (machine.folder / "reminded.json").read_text()


def test_a_book_of_an_older_program_is_told_of_once_and_not_touched(machine):
    path = machine.book()
    machine.put(path, owe(TODAY))
    _say(path, f"PRAGMA user_version={SCHEMA - 1}")
    before = path.read_bytes()

    found = machine.service.look()
    machine.service.told(found)

    assert found.notice == ClosedNotice("1 thing is due in ReviewDesk", "1 book to open once after an update")
    assert "Open it once" in found.refusals[0]
    assert machine.login() is None
    assert path.read_bytes() == before

    _say(path, f"PRAGMA user_version={SCHEMA}")
    assert machine.login().words == "1 today"


def test_a_book_of_a_newer_program_is_left_alone(machine):
    path = machine.book()
    _say(path, f"PRAGMA user_version={SCHEMA + 1}")

    found = machine.service.look()

    assert (found.notice, len(found.refusals)) == (None, 1)


def test_a_book_that_another_program_keeps_for_itself_is_told_of_later(machine):
    path = machine.book()
    machine.put(path, owe(TODAY))
    with closing(connect(path)) as other:
        other.execute("PRAGMA locking_mode=EXCLUSIVE").fetchall()
        other.execute("BEGIN EXCLUSIVE")
        other.execute("UPDATE book SET name = name")
        found = machine.service.look()
        other.execute("ROLLBACK")

    assert (found.notice, len(found.refusals)) == (None, 1)
    assert machine.login() is not None


def test_what_the_sample_asks_for_is_nobodys(machine):
    path = machine.folder / "sample.reviewdesk"
    store = open_book(path, Clock(), may_create=True)
    SampleService(store, resources_folder() / "sample").fill()
    store.close()
    machine.books.append(path)

    assert machine.service.look().notice is None


def _say(path, statement):
    with closing(connect(path)) as connection:
        connection.execute(statement).fetchall()
