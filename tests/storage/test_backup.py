"""Yesterday can be had back."""

import os
from contextlib import closing, suppress
from datetime import UTC, date, datetime, timedelta
from itertools import pairwise

import pytest

from reviewdesk.domain.account import Account
from reviewdesk.domain.clock import Clock
from reviewdesk.domain.errors import BookError, BusyBookError, DamagedBookError, NewerBookError
from reviewdesk.storage.backup import DAILY, MONTHLY, WEEKLY, Backups
from reviewdesk.storage.book_file import open_book
from reviewdesk.storage.driver import driver
from reviewdesk.storage.engine import connect, is_sound, pragma
from reviewdesk.storage.schema import SCHEMA
from tests.small_disk import fill, small_disk  # noqa: F401 - a fixture

KEY = bytes(range(32))


def add(store, *names):
    with store.write("Add") as work:
        work.accounts.add_all([Account(name=each) for each in names])


def names_in(path, key=None):
    with closing(connect(path, key, read_only=True)) as connection:
        return sorted(row[0] for row in connection.execute("SELECT name FROM account"))


def test_a_backup_holds_all_that_was_committed_while_the_book_is_open(store, path):
    add(store, "Acme", "Other")
    with store.write("Not yet") as work:
        work.accounts.put(Account(name="Not committed"))
        backup = Backups(path, Clock()).make()

    assert names_in(backup.path) == ["Acme", "Other"]
    assert backup.accounts() == 2
    assert path.with_name("Acme backups") == backup.path.parent
    assert [each.name for each in backup.path.parent.iterdir()] == [backup.path.name]
    with closing(connect(backup.path, read_only=True)) as connection:
        assert is_sound(connection)
        assert pragma(connection, "user_version") == SCHEMA


def test_a_restored_book_is_as_it_was_and_what_was_there_is_kept(store, path):
    add(store, "Acme")
    backups = Backups(path, Clock())
    yesterday = backups.make()
    add(store, "Added later")
    store.close()

    before = backups.restore(yesterday.path)

    assert names_in(before.path) == ["Acme", "Added later"]
    assert before.why == "before restore"
    again = open_book(path, Clock())
    with again.read() as reading:
        assert [each.name for each in reading.accounts.all()] == ["Acme"]
    again.undo()
    with again.read() as reading:
        assert reading.accounts.all() == ()
    again.close()

    backups.restore(before.path)
    assert names_in(path) == ["Acme", "Added later"]


def test_what_only_stands_in_the_log_of_a_crashed_book_is_kept_before_a_restore(store, path, tmp_path):
    backups = Backups(path, Clock())
    empty = backups.make()
    add(store, "In the log alone")
    for tail in ("", "-wal"):
        kept = path.with_name(path.name + tail).read_bytes()
        (tmp_path / f"crashed{tail}").write_bytes(kept)
    store.close()
    for tail in ("", "-wal"):
        path.with_name(path.name + tail).write_bytes((tmp_path / f"crashed{tail}").read_bytes())

    before = backups.restore(empty.path)

    assert names_in(before.path) == ["In the log alone"]
    assert names_in(path) == []
    assert not path.with_name(path.name + "-wal").exists()


@pytest.mark.parametrize("harm", ["cut off", "overwritten", "another kind", "empty"])
def test_a_damaged_book_is_kept_as_it_is_and_replaced_by_a_backup(store, path, harm):
    add(store, *(f"Acme {each}" for each in range(200)))
    backups = Backups(path, Clock())
    good = backups.make()
    store.close()
    whole = path.read_bytes()
    damaged = {
        "cut off": whole[: len(whole) // 2],
        "overwritten": whole[:4096] + b"\xff" * (len(whole) - 4096),
        "another kind": b"Dear diary " * 1000,
        "empty": b"",
    }[harm]
    path.write_bytes(damaged)

    kept = backups.restore(good.path)

    assert kept.path.read_bytes() == damaged or harm == "empty"
    assert len(names_in(path)) == 200
    open_book(path, Clock()).close()
    assert good.path in {each.path for each in backups.all()}


def test_a_book_that_is_gone_comes_back(store, path):
    add(store, "Acme")
    backups = Backups(path, Clock())
    good = backups.make()
    store.close()
    path.unlink()

    backups.restore(good.path)

    assert names_in(path) == ["Acme"]


def bad_copies(folder, whole):
    """Make files that must never become the book."""
    newer, other = folder / "newer.reviewdesk", folder / "other.reviewdesk"
    newer.write_bytes(whole)
    for path, statement in ((newer, "PRAGMA user_version=999"), (other, "CREATE TABLE book (id TEXT)")):
        connection = driver.connect(str(path), isolation_level=None)
        connection.execute(statement)
        connection.close()
    texts = {
        "cut": whole[: len(whole) // 3],
        "flipped": whole[:20_000] + b"\xff" * 40_000 + whole[60_000:],
        "diary": b"Dear diary",
    }
    for name, content in {**texts, "nothing": b""}.items():
        (folder / f"{name}.reviewdesk").write_bytes(content)
    return {path.stem: path for path in folder.iterdir()}


def test_what_is_no_whole_backup_never_replaces_the_book(store, path, tmp_path):
    add(store, *(f"Acme {each}" for each in range(200)))
    store.close()
    folder = tmp_path / "elsewhere"
    folder.mkdir()
    backups = Backups(path, Clock())
    whole = path.read_bytes()

    for name, bad in bad_copies(folder, whole).items():
        wanted = NewerBookError if name == "newer" else BookError
        with pytest.raises(wanted):
            backups.restore(bad)
        assert path.read_bytes() == whole, name
    assert backups.all() == ()


def test_a_copy_that_does_not_read_back_never_becomes_a_backup(store, path, monkeypatch):
    add(store, "Acme")
    backups = Backups(path, Clock())
    good = backups.make()
    monkeypatch.setattr("reviewdesk.storage.backup.is_sound", lambda _: False)

    with pytest.raises(DamagedBookError):
        backups.make()

    assert [each.path for each in backups.all()] == [good.path]
    assert [each.name for each in good.path.parent.iterdir()] == [good.path.name]


def test_a_damaged_book_makes_no_backup(store, path):
    add(store, *(f"Acme {each}" for each in range(300)))
    store.close()
    backups = Backups(path, Clock())
    good = backups.make()
    whole = path.read_bytes()
    path.write_bytes(whole[:8192] + b"\xff" * 40_000 + whole[48_192:])

    with pytest.raises(BookError):
        backups.make()

    assert [each.path for each in backups.all()] == [good.path]
    assert len(names_in(good.path)) == 300


def test_backups_of_years_are_thinned_to_ten_days_eight_weeks_and_six_months(store, path):
    first = date(2025, 1, 1)
    for day in range(500):
        copy_of(path, first + timedelta(day))
    last = first + timedelta(500)
    Backups(path, Clock(fixed=last)).make()

    days = [each.made_at.date() for each in Backups(path, Clock()).all()]
    assert days[:DAILY] == [last - timedelta(each) for each in range(DAILY)]
    weeks = [each for each in days if (last - each).days < 7 * WEEKLY - 7]
    assert all((newer - older).days <= 7 for newer, older in pairwise(weeks))
    assert len({(each.year, each.month) for each in days}) == MONTHLY
    assert len(days) <= DAILY + WEEKLY + MONTHLY


def copy_of(path, day, why=""):
    """Put a file where a backup of that day would be."""
    folder = path.with_name("Acme backups")
    folder.mkdir(exist_ok=True)
    name = f"Acme {day:%Y-%m-%d} 12-00-00{' ' + why if why else ''}.reviewdesk"
    (folder / name).touch()
    return folder / name


def test_a_backup_made_before_something_is_kept_for_good(store, path):
    old = [copy_of(path, date(2020, 1, day), "before import") for day in range(1, 20)]
    stranger = path.with_name("Acme backups") / "my own copy.reviewdesk"
    stranger.touch()
    backups = Backups(path, Clock())
    for _ in range(3):
        backups.make()

    assert all(each.exists() for each in [*old, stranger])


def test_several_backups_of_one_moment_are_all_kept(store, path):
    backups = Backups(path, Clock(fixed=date(2026, 11, 21)))
    for count in range(4):
        add(store, f"Acme {count}")
        backups.make("before import")

    assert [each.accounts() for each in backups.all()] == [4, 3, 2, 1]
    assert {each.why for each in backups.all()} == {"before import"}
    assert {each.made_at for each in backups.all()} == {datetime(2026, 11, 21, 12, tzinfo=UTC)}


def test_a_backup_named_after_a_day_to_come_is_as_new_as_its_file(store, path):
    ahead = copy_of(path, date(2199, 1, 1))
    os.utime(ahead, (0, 0))

    made = Backups(path, Clock()).make()

    assert [each.path for each in Backups(path, Clock()).all()] == [made.path, ahead]


def test_a_book_that_a_window_or_a_program_has_open_is_not_replaced(store, path):
    add(store, "Acme")
    backups = Backups(path, Clock())
    good = backups.make()
    with pytest.raises(BusyBookError, match="Close it there first"):
        backups.restore(good.path)

    lock = path.with_name(path.name + "-window")
    lock.write_text('{"pid": 1, "host": "another machine"}')
    with pytest.raises(BusyBookError, match="open in another window"):
        backups.restore(good.path)
    lock.unlink()

    assert names_in(path) == ["Acme"]
    store.close()
    backups.restore(good.path)


def test_a_protected_book_has_protected_backups(path):
    store = open_book(path, Clock(), key=KEY, may_create=True)
    add(store, "Canary")
    backups = Backups(path, Clock(), KEY)
    backup = backups.make()
    add(store, "Later")
    store.close()

    assert b"Canary" not in backup.path.read_bytes()
    assert not backup.path.read_bytes().startswith(b"SQLite format 3")
    assert backup.accounts(KEY) == 1
    with pytest.raises(DamagedBookError):
        backup.accounts()
    with pytest.raises(DamagedBookError):
        Backups(path, Clock(), bytes(32)).restore(backup.path)
    assert names_in(path, KEY) == ["Canary", "Later"]
    before = backups.restore(backup.path)
    assert names_in(path, KEY) == ["Canary"]
    assert b"Later" not in before.path.read_bytes()


def test_a_full_disk_leaves_the_book_and_its_older_backups(small_disk):  # noqa: F811
    path = small_disk / "Acme.reviewdesk"
    store = open_book(path, Clock(), may_create=True)
    add(store, "Acme")
    backups = Backups(path, Clock())
    good = backups.make()
    store.close()
    whole = path.read_bytes()
    for left in range(0, len(whole) * 2, 64 * 1024):
        for attempt in (backups.make, lambda: backups.restore(good.path)):
            stuffing = fill(small_disk, leave=left)
            with suppress(BookError):
                attempt()
            stuffing.unlink()
            assert names_in(path) == ["Acme"]
            assert good.accounts() == 1
            assert all(each.accounts() == 1 for each in backups.all())
            assert not list(small_disk.rglob("*.part"))
    fill(small_disk)
    with pytest.raises(BookError, match="room|Free some space"):
        backups.make()


def test_a_fuller_backup_does_not_go_for_an_emptier_one_of_the_same_day(store, path):
    add(store, "Acme", "Other")
    backups = Backups(path, Clock())
    full = backups.make()
    with store.write("Remove") as work:
        for each in work.accounts.all():
            work.accounts.remove(each.id)
    for _ in range(4):
        backups.make()

    assert full.path in [each.path for each in backups.all()]
    assert full.accounts() == 2

    add(store, "Acme", "Other", "A third")
    for _ in range(4):
        backups.make()
    assert full.path not in [each.path for each in backups.all()]


def test_backups_of_one_second_are_in_the_order_they_were_made(store, path):
    clock = Clock(date(2026, 11, 24))  # on a fixed day it is always noon
    backups = Backups(path, clock)
    made = [backups.make(why="before import").path for _ in range(12)]

    assert [each.path for each in backups.all()] == made[::-1]


def test_of_many_backups_of_one_second_the_last_is_the_newest_though_earlier_ones_went(store, path):
    backups = Backups(path, Clock(date(2026, 11, 24)))
    made = []
    for each in ("One", "Two", "Three", "Four", "Five"):
        add(store, each)
        made.append(backups.make().path)

    assert [names_in(each.path) for each in backups.all()][:2] == [
        ["Five", "Four", "One", "Three", "Two"],
        ["Four", "One", "Three", "Two"],
    ]
    assert [each.path for each in backups.all()][:2] == made[:-3:-1]
