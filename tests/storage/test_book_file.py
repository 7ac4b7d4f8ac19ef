"""Opening a book: made where that is allowed, and never touched where it is not ours to touch."""

import os
import stat

import pytest

from reviewdesk.domain.account import Account
from reviewdesk.domain.clock import Clock
from reviewdesk.domain.errors import BookError, BusyBookError, DamagedBookError, MissingError, NewerBookError
from reviewdesk.storage.backup import Backups
from reviewdesk.storage.book_file import open_book
from reviewdesk.storage.driver import driver
from reviewdesk.storage.engine import APPLICATION_ID, connect, pragma
from reviewdesk.storage.schema import SCHEMA, create


def files_in(folder):
    return {each.name: each.read_bytes() for each in folder.iterdir() if each.is_file()}


def raw_sqlite(path, *statements):
    connection = driver.connect(str(path), isolation_level=None)
    for each in statements:
        connection.execute(each)
    connection.close()


def test_a_new_book_has_our_marks_its_name_and_is_ours_alone(tmp_path):
    path = tmp_path / "books" / "Straße & Söhne #1?.reviewdesk"
    store = open_book(path, Clock(), may_create=True)
    with store.read() as reading:
        assert reading.book.name == "Straße & Söhne #1?"
    store.close()

    connection = connect(path)
    assert pragma(connection, "application_id") == APPLICATION_ID
    assert pragma(connection, "user_version") == SCHEMA
    connection.close()
    if os.name == "posix":
        assert stat.S_IMODE(path.stat().st_mode) == 0o600
        assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700


def test_a_book_that_is_not_there_is_not_made_unasked(path):
    with pytest.raises(MissingError, match="import a file"):
        open_book(path, Clock())
    assert files_in(path.parent) == {}

    path.touch()
    with pytest.raises(MissingError):
        open_book(path, Clock())
    assert path.read_bytes() == b""

    raw_sqlite(path, "PRAGMA journal_mode=WAL")
    with pytest.raises(MissingError):
        open_book(path, Clock())


def test_a_newer_book_is_refused_and_not_one_byte_of_it_changes(path):
    open_book(path, Clock(), may_create=True).close()
    raw_sqlite(path, "PRAGMA user_version=999")
    before = files_in(path.parent)

    for may_create in (False, True):
        with pytest.raises(NewerBookError, match="newer ReviewDesk"):
            open_book(path, Clock(), may_create=may_create)

    assert files_in(path.parent) == before


def test_a_newer_book_that_crashed_is_refused_and_keeps_its_log(path, tmp_path):
    store = open_book(path, Clock(), may_create=True)
    with store.write("Add") as work:
        work.accounts.put(Account(name="Acme"))
    with store.engine.connect() as connection:
        connection.exec_driver_sql("PRAGMA user_version=999")
        connection.commit()
    crashed = tmp_path / "crashed"
    crashed.mkdir()
    for name in (path.name, f"{path.name}-wal"):
        (crashed / name).write_bytes((path.parent / name).read_bytes())
    store.close()
    before = files_in(crashed)
    assert len(before[f"{path.name}-wal"]) > 0

    with pytest.raises(NewerBookError):
        open_book(crashed / path.name, Clock())

    after = files_in(crashed)
    assert {name: after[name] for name in before} == before


@pytest.mark.parametrize("mode", ["DELETE", "WAL"])
def test_another_programs_file_is_refused_and_not_one_byte_of_it_changes(path, mode):
    raw_sqlite(
        path, f"PRAGMA journal_mode={mode}", "CREATE TABLE recipes (name TEXT)", "INSERT INTO recipes VALUES ('pie')"
    )
    before = files_in(path.parent)

    for may_create in (False, True):
        with pytest.raises(DamagedBookError, match="another program"):
            open_book(path, Clock(), may_create=may_create)

    assert files_in(path.parent) == before


@pytest.mark.parametrize(
    "content", [b"Dear diary, \n" * 500, b"x", b"y" * 511, b"%PDF-1.7 " * 200, b"SQLite format 3\x00" + b"\x00" * 5000]
)
def test_a_file_of_another_kind_is_refused_and_untouched(path, content):
    path.write_bytes(content)

    with pytest.raises(BookError, match="open another book|another program|cannot be opened"):
        open_book(path, Clock(), may_create=True)

    assert files_in(path.parent) == {path.name: content}


def test_a_book_cut_off_in_the_middle_is_not_replaced_by_an_empty_one(path):
    store = open_book(path, Clock(), may_create=True)
    with store.write("Add") as work:
        work.accounts.add_all([Account(name=f"Acme {each}", notes="x" * 900) for each in range(300)])
    store.close()
    whole = path.read_bytes()
    for size in range(4096, len(whole), len(whole) // 7):
        path.write_bytes(whole[:size])
        assert accounts_in(path) in (None, 300), f"cut off at {size} of {len(whole)}"


def accounts_in(path):
    """Count the accounts of a book that opens, reading all of it; nothing where it is told to be damaged."""
    try:
        store = open_book(path, Clock(), may_create=True)
    except BookError:
        return None
    try:
        with store.read() as reading:
            return len(reading.accounts.all())
    except BookError:
        return None
    finally:
        store.close()


def test_a_place_that_cannot_be_written_to_is_told(tmp_path):
    (tmp_path / "file").write_text("in the way")

    with pytest.raises(BookError, match="Choose another place"):
        open_book(tmp_path / "file" / "Acme.reviewdesk", Clock(), may_create=True)


def test_a_book_whose_window_is_open_elsewhere_is_not_upgraded(path, monkeypatch):
    open_book(path, Clock(), may_create=True).close()
    monkeypatch.setattr("reviewdesk.storage.book_file.SCHEMA", SCHEMA + 1)
    path.with_name(path.name + "-window").write_text('{"pid": 1, "host": "another machine"}')
    before = files_in(path.parent)

    with pytest.raises(BusyBookError, match="Close that window"):
        open_book(path, Clock())

    assert files_in(path.parent) == before


def test_a_book_is_backed_up_and_checked_before_it_is_upgraded(path, monkeypatch):
    store = open_book(path, Clock(), may_create=True)
    with store.write("Add") as work:
        work.accounts.put(Account(name="Acme"))
    store.close()
    seen = []

    def upgrade(book, key):
        seen.extend(sorted((book.parent / "Acme backups").iterdir()))

    monkeypatch.setattr("reviewdesk.storage.book_file.SCHEMA", SCHEMA + 1)
    monkeypatch.setattr("reviewdesk.storage.book_file.upgrade", upgrade)
    open_book(path, Clock()).close()

    [backup] = seen
    assert backup.name.endswith("before upgrade.reviewdesk")
    kept = open_book_as_it_is(backup)
    assert kept == ["Acme"]


def open_book_as_it_is(path):
    connection = connect(path, read_only=True)
    try:
        return [row[0] for row in connection.execute("SELECT name FROM account")]
    finally:
        connection.close()


@pytest.mark.parametrize("cut_to", [None, 0])
def test_no_empty_book_takes_the_place_of_one_that_is_gone_and_has_backups(tmp_path, cut_to):
    path = tmp_path / "Acme.reviewdesk"
    store = open_book(path, Clock(), may_create=True)
    with store.write("Add") as work:
        work.accounts.put(Account(name="Hooli"))
    store.close()
    backups = Backups(path, Clock())
    kept = backups.make()
    if cut_to is None:
        path.unlink()
    else:
        path.write_bytes(b"")

    for may_create in (True, False):
        with pytest.raises(DamagedBookError, match="there are backups of it"):
            open_book(path, Clock(), may_create=may_create)

    assert [each.path for each in backups.all()] == [kept.path]
    backups.restore(kept.path)
    again = open_book(path, Clock())
    with again.read() as reading:
        assert [each.name for each in reading.accounts.all()] == ["Hooli"]
    again.close()


def test_a_book_that_another_process_made_meanwhile_is_left_as_it_is(tmp_path):
    store = open_book(tmp_path / "b.reviewdesk", Clock(), may_create=True, name="First")
    create(store.engine, Clock(), "Second")

    with store.read() as reading:
        assert reading.book.name == "First"
    store.close()
