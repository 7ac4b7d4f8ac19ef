"""The one SQLite of the process, with our settings on every connection."""

import subprocess
import sys
from contextlib import ExitStack

import pytest

from reviewdesk.domain.account import Account
from reviewdesk.domain.clock import Clock
from reviewdesk.domain.errors import BookError, BusyBookError, DamagedBookError
from reviewdesk.storage import engine as engine_module
from reviewdesk.storage.book_file import open_book
from reviewdesk.storage.driver import driver
from reviewdesk.storage.engine import OLDEST_SQLITE, connect, is_sound, make_engine

KEY = bytes(range(32))
SETTINGS = {
    "journal_mode": "wal",
    "synchronous": 2,
    "fullfsync": 1,
    "foreign_keys": 1,
    "busy_timeout": 5000,
    "trusted_schema": 0,
    "cell_size_check": 1,
    "mmap_size": 0,
    "secure_delete": 1,
    "temp_store": 2,
}


def test_every_connection_of_the_pool_has_our_settings(store):
    with ExitStack() as several:
        connections = [several.enter_context(store.engine.connect()) for _ in range(8)]
        for connection in connections:
            found = {name: connection.exec_driver_sql(f"PRAGMA {name}").scalar() for name in SETTINGS}
            assert {name: found[name] for name in SETTINGS if name != "mmap_size"} == {
                name: value for name, value in SETTINGS.items() if name != "mmap_size"
            }
            assert found["mmap_size"] in (0, None)


def test_reading_goes_on_while_somebody_writes(store):
    account = Account(name="Acme")
    with store.write("Add an account") as work:
        work.accounts.put(account)
        with store.read() as before, store.read() as another:
            assert before.accounts.all() == another.accounts.all() == ()
    with store.read() as after:
        assert after.accounts.all() == (account,)


def test_a_reading_sees_one_moment_of_the_book(store):
    with store.read() as reading:
        assert reading.accounts.all() == ()
        with store.write("Add an account") as work:
            work.accounts.put(Account(name="Acme"))
        assert reading.accounts.all() == ()


def test_a_write_has_the_book_from_its_first_moment(store, path):
    with store.write("Look first, then write") as work:
        assert work.accounts.all() == ()
        other = connect(path)
        other.execute("PRAGMA busy_timeout=10")
        with pytest.raises(driver.OperationalError, match="locked"):
            other.execute("BEGIN IMMEDIATE")
        other.close()


def test_a_reading_never_writes(store):
    with store.read() as reading, pytest.raises(AssertionError, match="cannot write"):
        reading.accounts.put(Account(name="Acme"))
    with store.read() as reading:
        assert reading.accounts.all() == ()


def test_a_protected_book_cannot_be_read_without_its_key(path):
    store = open_book(path, Clock(), key=KEY, may_create=True)
    with store.write("Add") as work:
        work.accounts.put(Account(name="Canary of Acme"))
        assert work.connection.exec_driver_sql("PRAGMA cipher_version").scalar()
        written = [each.read_bytes() for each in path.parent.iterdir() if each.is_file()]
        assert not any(b"Canary" in each or b"SQLite format" in each for each in written)
    store.close()

    for wrong in (None, bytes(32)):
        with pytest.raises(DamagedBookError, match="restore a backup"):
            open_book(path, Clock(), key=wrong, may_create=True)
    again = open_book(path, Clock(), key=KEY)
    with again.read() as reading:
        assert [each.name for each in reading.accounts.all()] == ["Canary of Acme"]
    again.close()
    assert b"Canary" not in path.read_bytes()


def test_one_changed_bit_in_a_protected_book_is_noticed(path):
    store = open_book(path, Clock(), key=KEY, may_create=True)
    with store.write("Add") as work:
        work.accounts.add_all([Account(name=f"Acme {each}", notes="x" * 500) for each in range(200)])
    store.close()
    whole = path.read_bytes()
    assert is_sound_at(path)
    for place in range(4096 + 100, len(whole) - 100, len(whole) // 20):
        path.write_bytes(whole[:place] + bytes([whole[place] ^ 1]) + whole[place + 1 :])
        assert not is_sound_at(path), place


def is_sound_at(path):
    try:
        connection = connect(path, KEY, read_only=True)
    except DamagedBookError:
        return False
    try:
        return is_sound(connection)
    finally:
        connection.close()


def test_what_was_deleted_is_not_in_the_file(store, path):
    account = Account(name="Acme", notes="Canary " * 300)
    with store.write("Add") as work:
        work.accounts.put(account)
    with store.engine.connect() as raw:
        connection = raw.execution_options(writes=True)
        with connection.begin():
            for table in ("change", "step", "standing", "account", "search_entry"):
                connection.exec_driver_sql(f"DELETE FROM {table}")  # noqa: S608 - names of tables
    store.tidy()

    assert b"Canary" not in path.read_bytes()


def test_rows_that_point_nowhere_are_not_sound(store, path):
    raw = connect(path)
    assert is_sound(raw)
    raw.execute("PRAGMA foreign_keys=OFF")
    raw.execute(
        "INSERT INTO goal (id, version, created_at, changed_at, account_id, what, target, unit, better)"
        " VALUES ('a', 1, '', '', 'nobody', '', '', '', '')"
    )
    assert not is_sound(raw)
    raw.close()


def test_an_old_sqlite_is_not_trusted(path, monkeypatch):
    assert driver.sqlite_version_info >= OLDEST_SQLITE
    monkeypatch.setattr(engine_module, "OLDEST_SQLITE", (99, 0, 0))

    with pytest.raises(BookError, match="too old"):
        make_engine(path)


def test_a_folder_is_no_book(tmp_path):
    with pytest.raises(BookError, match="cannot be opened"):
        connect(tmp_path)


def test_a_book_that_somebody_keeps_says_so(store, path):
    with store.engine.connect() as connection:
        connection.exec_driver_sql("PRAGMA busy_timeout=10")
    other = connect(path)
    other.execute("BEGIN IMMEDIATE")
    with pytest.raises(BusyBookError, match="Wait a moment"), store.write("Add") as work:
        work.accounts.put(Account(name="Acme"))
    other.close()

    with store.write("Add") as work:
        work.accounts.put(Account(name="Acme"))


def test_the_standard_librarys_sqlite_is_not_in_the_process(path):
    program = f"""
import sys
from pathlib import Path
from reviewdesk.domain.account import Account
from reviewdesk.domain.clock import Clock
from reviewdesk.storage.backup import Backups
from reviewdesk.storage.book_file import open_book
from reviewdesk.storage.schema import upgrade
path = Path({str(path)!r})
store = open_book(path, Clock(), may_create=True)
with store.write("Add") as work:
    work.accounts.put(Account(name="Acme"))
store.undo()
Backups(path, Clock()).make()
store.close()
print(sorted(set(sys.modules) & {{"sqlite3", "_sqlite3", "alembic", "PySide6"}}))
upgrade(path, None)
print(sorted(set(sys.modules) & {{"sqlite3", "_sqlite3"}}))
"""
    run = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)

    assert run.stdout.splitlines() == ["[]", "[]"]
