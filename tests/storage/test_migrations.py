"""Bringing a book to a new schema: whole or not at all, and nothing is lost on the way."""

import subprocess
import sys
import time
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext

from reviewdesk.domain.account import Account
from reviewdesk.domain.clock import Clock
from reviewdesk.domain.errors import BookError, BusyBookError
from reviewdesk.storage import day_change
from reviewdesk.storage.book_file import open_book
from reviewdesk.storage.declaring import metadata
from reviewdesk.storage.engine import APPLICATION_ID, connect, is_sound, make_engine, pragma
from reviewdesk.storage.kept_tables import standing as standing_table
from reviewdesk.storage.schema import HEAD, MIGRATIONS, SCHEMA, upgrade
from tests.storage.whole_book import check_what_is_worked_out

CHILDREN = 100
STEP = '''"""A step for a test."""

import time

import sqlalchemy as sa
from alembic import op

revision = "test"
down_revision = "{head}"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Change something."""
    {body}
'''
REBUILD = """with op.batch_alter_table("account", recreate="always") as batch:
        batch.add_column(sa.Column("nickname", sa.Text(), nullable=False, server_default=""))"""
ORPHANS = 'op.execute("DELETE FROM account")'
FEWER = "op.execute(\"DELETE FROM goal WHERE what = 'goal 7'\")"
FAILS = 'op.add_column("goal", sa.Column("a", sa.Text()))\n    op.execute("SELECT * FROM nowhere")'
SLOW = """for name in ("one", "two", "three", "four"):
        op.create_table(name, sa.Column("id", sa.Integer, primary_key=True))
        op.execute(f"INSERT INTO {name} SELECT NULL FROM goal")
        time.sleep(0.01)
    op.drop_table("four")"""


def script_folder(folder, body):
    """Make a folder with our first migration and one more step after it."""
    versions = folder / "migrations" / "versions"
    versions.mkdir(parents=True)
    for each in (MIGRATIONS / "versions").glob("m*.py"):
        (versions / each.name).write_text(each.read_text())
    (versions / "m9999_test.py").write_text(STEP.format(head=HEAD, body=body))
    return versions.parent


def schema_in(path):
    with closing(connect(path, read_only=True)) as connection:
        return {
            (row[0], row[1]): row[2] for row in connection.execute("SELECT type, name, sql FROM sqlite_master")
        }, connection.execute("SELECT * FROM alembic_version").fetchall()


def count(path, table):
    with closing(connect(path, read_only=True)) as connection:
        return connection.execute(f"SELECT count(*) FROM {table}").fetchone()[0]  # noqa: S608 - names in this file


@pytest.fixture
def old_book(path):
    """Give a book with an account and a hundred goals that go with it."""
    store = open_book(path, Clock(), may_create=True)
    store.close()
    with closing(connect(path)) as connection:
        connection.execute("BEGIN IMMEDIATE")
        columns = [each.name for each in metadata.tables["account"].columns if not each.nullable]
        values = ", ".join("'a'" if each == "id" else "''" for each in columns)
        connection.execute(f"INSERT INTO account ({', '.join(columns)}) VALUES ({values})")  # noqa: S608
        goals = [(str(each), f"goal {each}") for each in range(CHILDREN)]
        connection.executemany(
            "INSERT INTO goal (id, version, created_at, changed_at, account_id, what, target, unit, better)"
            " VALUES (?, 1, '', '', 'a', ?, '', '', '')",
            goals,
        )
        connection.execute("COMMIT")
    return path


def test_the_migrations_make_what_the_tables_say(path):
    path.touch()
    upgrade(path, None)
    engine = make_engine(path)
    with engine.connect() as connection:
        context = MigrationContext.configure(
            connection, opts={"include_name": is_ours, "compare_type": True, "compare_server_default": True}
        )
        difference = compare_metadata(context, metadata)
    engine.dispose()

    assert difference == [], "a step in storage/migrations/versions is missing"


def is_ours(name, kind, _):
    return not (kind == "table" and name.startswith("search_index"))


def test_a_new_book_has_the_very_schema_that_a_migrated_one_has(path, tmp_path):
    migrated = tmp_path / "migrated.reviewdesk"
    migrated.touch()
    upgrade(migrated, None)
    open_book(path, Clock(), may_create=True).close()

    assert schema_in(path) == schema_in(migrated)
    for each in (path, migrated):
        with closing(connect(each)) as connection:
            assert pragma(connection, "application_id") == APPLICATION_ID
            assert pragma(connection, "user_version") == SCHEMA


def test_migrations_know_nothing_of_todays_tables():
    for each in (MIGRATIONS / "versions").glob("*.py"):
        beside = each.read_text().replace("_reviewdesk", "").replace("reviewdesk.storage.migrations.written", "")
        assert "reviewdesk" not in beside, each.name
    assert "reviewdesk" not in (MIGRATIONS / "written.py").read_text()


@pytest.fixture
def first_book(path, tmp_path):
    """Give a book of the first schema, whose third summary of four was sent on the day all were made."""
    scripts = tmp_path / "first" / "versions"
    scripts.mkdir(parents=True)
    (scripts / "m0001_first_book.py").write_text((MIGRATIONS / "versions" / "m0001_first_book.py").read_text())
    path.touch()
    upgrade(path, None, scripts=scripts.parent, schema=1)
    with closing(connect(path)) as connection:
        connection.execute("BEGIN")
        put(connection, "book", id="b", name="Old", rates="[]")
        put(connection, "account", id="a")
        for review, sent_on in (("known", "2026-11-25"), ("by day", "2026-11-25"), ("not sent", None)):
            put(connection, "review", id=review, account_id="a", sent_on=sent_on)
        for number in (1, 2, 3, 4):
            at = f"2026-11-25T0{number}:00:00+00:00"
            put(connection, "summary", id=f"k{number}", number=number, account_id="a", review_id="known",
                finished_on="2026-11-25", created_at=at, value=f"v{number}")  # fmt: skip
            put(connection, "summary", id=f"d{number}", number=number, account_id="a", review_id="by day",
                finished_on=f"2026-11-2{number + 3}", created_at=at)  # fmt: skip
        put(connection, "summary", id="n1", number=1, account_id="a", review_id="not sent", finished_on="2026-11-25")
        put(connection, "step", id="s", number=1, label="Summary sent", at="2026-11-25T03:30:00+00:00")
        put(connection, "change", number=1, step_id="s", kind="review", record_id="known", field="sent_on",
            old="null", new='"2026-11-25"')  # fmt: skip
        connection.execute("COMMIT")
    return path


def put(connection, table, **values):
    """Put a row into a table; what must be filled and is not given is empty."""
    columns = connection.execute(f"PRAGMA table_info({table})").fetchall()
    row = {name: "" if kind == "TEXT" else 0 for _, name, kind, needed, *_ in columns if needed} | values
    marks = ", ".join("?" * len(row))
    connection.execute(f"INSERT INTO {table} ({', '.join(row)}) VALUES ({marks})", tuple(row.values()))  # noqa: S608


def test_a_book_of_the_first_schema_learns_which_version_of_a_summary_was_sent(first_book):
    open_book(first_book, Clock()).close()

    with closing(connect(first_book, read_only=True)) as connection:
        sent = connection.execute("SELECT id, sent_on FROM summary WHERE sent_on IS NOT NULL ORDER BY id").fetchall()
        values = connection.execute("SELECT value FROM summary WHERE review_id = 'known' ORDER BY number").fetchall()
        assert (pragma(connection, "user_version"), is_sound(connection)) == (SCHEMA, True)
    assert [tuple(each) for each in sent] == [("d2", "2026-11-25"), ("k3", "2026-11-25")]
    assert [each[0] for each in values] == ["v1", "v2", "v3", "v4"]
    assert count(first_book, "summary") == 9


def test_an_older_book_learns_health_and_loses_nothing_by_it(first_book):
    with closing(connect(first_book)) as connection:
        connection.execute("BEGIN")
        put(connection, "account", id="gone", name="Gone", status="lost", parent_id="a")
        put(connection, "goal", id="g", account_id="gone")
        put(connection, "standing", account_id="gone", window_end="2026-11-01", open_concerns=2)
        put(connection, "step", id="t", number=2, label="Change account", at="2026-10-05T03:30:00+00:00")
        put(connection, "change", number=2, step_id="t", kind="account", record_id="gone", field="status",
            old='"active"', new='"lost"')  # fmt: skip
        connection.execute("COMMIT")
    open_book(first_book, Clock()).close()

    with closing(connect(first_book, read_only=True)) as connection:
        book = connection.execute("SELECT health_weights, healthy_from, held_at, name FROM book").fetchone()
        account = connection.execute("SELECT lost_on, parent_id FROM account WHERE id = 'gone'").fetchone()
        standing = connection.execute("SELECT window_end, open_concerns, health, basis FROM standing").fetchone()
        points_to = {row[2] for row in connection.execute("PRAGMA foreign_key_list(goal)")}
        assert is_sound(connection)
    assert tuple(book) == ("[20,15,15,20,10,10,10]", 75, 49, "Old")
    assert tuple(account) == ("2026-10-05", "a")
    assert tuple(standing) == ("0001-01-01", 2, None, 0)
    assert points_to == {"account"}
    assert count(first_book, "goal") == 1


def test_after_an_upgrade_every_standing_is_worked_out_anew(path):
    store = open_book(path, Clock(), may_create=True)
    with store.write("Start") as work:
        work.accounts.add_all([Account(name="Acme"), Account(name="Other")])
    with store.engine.connect() as raw:
        connection = raw.execution_options(writes=True)
        with connection.begin():
            stale = {"window_end": date(1, 1, 1).isoformat(), "moves_on": date(1, 1, 1).isoformat(), "health_facts": ""}
            connection.execute(standing_table.update().values(**stale))

    assert day_change.catch_up(store) == 2
    check_what_is_worked_out(store)
    store.close()


def test_a_rebuilt_parent_keeps_its_children(old_book, tmp_path):
    upgrade(old_book, None, scripts=script_folder(tmp_path, REBUILD), schema=SCHEMA + 1)

    assert count(old_book, "account") == 1
    assert count(old_book, "goal") == CHILDREN
    with closing(connect(old_book)) as connection:
        assert connection.execute("SELECT nickname FROM account").fetchone() == ("",)
        assert pragma(connection, "user_version") == SCHEMA + 1
        assert is_sound(connection)


@pytest.mark.parametrize("body", [ORPHANS, FEWER], ids=["rows that point nowhere", "fewer rows than before"])
def test_a_step_that_would_lose_something_is_taken_back_whole(old_book, tmp_path, body):
    before = schema_in(old_book)

    with pytest.raises(BookError, match="is as it was"):
        upgrade(old_book, None, scripts=script_folder(tmp_path, body), schema=SCHEMA + 1)

    assert schema_in(old_book) == before
    assert count(old_book, "goal") == CHILDREN
    with closing(connect(old_book)) as connection:
        assert pragma(connection, "user_version") == SCHEMA
        assert is_sound(connection)


def test_a_step_that_fails_half_way_is_taken_back_whole(old_book, tmp_path):
    before = schema_in(old_book)

    with pytest.raises(Exception, match="nowhere"):
        upgrade(old_book, None, scripts=script_folder(tmp_path, FAILS), schema=SCHEMA + 1)

    assert schema_in(old_book) == before
    open_book(old_book, Clock()).close()


def test_a_book_that_somebody_writes_to_is_not_upgraded(old_book, tmp_path, monkeypatch):
    monkeypatch.setattr("reviewdesk.storage.engine._SETTINGS", ("PRAGMA journal_mode=WAL", "PRAGMA busy_timeout=10"))
    with closing(connect(old_book)) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(BusyBookError):
            upgrade(old_book, None, scripts=script_folder(tmp_path, REBUILD), schema=SCHEMA + 1)


def kill_in_the_middle(book: Path, scripts: Path, after: float) -> None:
    """Start an upgrade in a process of its own and end it without warning so many seconds after it began."""
    program = (
        "import sys, time; from pathlib import Path; from reviewdesk.storage import migrating; "
        "from reviewdesk.storage.schema import upgrade; print('ready', flush=True); sys.stdin.readline(); "
        "print('began', flush=True); "
        f"upgrade(Path({str(book)!r}), None, scripts=Path({str(scripts)!r}), schema={SCHEMA + 1}, "
        "before_commit=lambda: time.sleep(0.01))"
    )
    child = subprocess.Popen([sys.executable, "-c", program], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
    with child:
        child.stdout.readline()
        child.stdin.write("go\n")
        child.stdin.flush()
        child.stdout.readline()
        time.sleep(after)
        child.kill()


def killed_often(old_book, tmp_path, kills):
    """Kill an upgrade at many moments and count how often it left the old book and how often the new one."""
    scripts = script_folder(tmp_path, SLOW)
    old = schema_in(old_book)[0]
    whole = tmp_path / "whole.reviewdesk"
    whole.write_bytes(old_book.read_bytes())
    began = time.monotonic()
    upgrade(whole, None, scripts=scripts, schema=SCHEMA + 1, before_commit=lambda: time.sleep(0.01))
    takes = time.monotonic() - began
    new = schema_in(whole)[0]
    first = old_book.read_bytes()
    found = {"old": 0, "new": 0}
    for number in range(kills):
        old_book.write_bytes(first)
        kill_in_the_middle(old_book, scripts, takes * 1.6 * number / kills)
        with closing(connect(old_book)) as connection:
            assert is_sound(connection)
            version = pragma(connection, "user_version")
        schema = schema_in(old_book)[0]
        assert (schema, version) in ((old, SCHEMA), (new, SCHEMA + 1)), f"half an upgrade at kill {number}"
        assert count(old_book, "goal") == CHILDREN
        found["old" if version == SCHEMA else "new"] += 1
        for tail in ("-wal", "-shm"):
            old_book.with_name(old_book.name + tail).unlink(missing_ok=True)
    return found


def test_an_upgrade_killed_at_any_moment_leaves_the_old_book_or_the_new_one(old_book, tmp_path):
    found = killed_often(old_book, tmp_path, kills=20)
    print(found)
    assert found["old"] > 0


@pytest.mark.long_run
@pytest.mark.timeout(900)
def test_two_hundred_upgrades_killed_leave_the_old_book_or_the_new_one(old_book, tmp_path):
    found = killed_often(old_book, tmp_path, kills=200)
    print(found)
    assert found["old"] > 0
    assert found["new"] > 0


def test_an_older_book_has_room_for_logos_and_goes_on_being_printed_on_a4(first_book):
    open_book(first_book, Clock()).close()

    with closing(connect(first_book, read_only=True)) as connection:
        looks = connection.execute(
            "SELECT logo, prepared_by, prepared_logo, signature, paper, name FROM book"
        ).fetchone()
        logos = connection.execute("SELECT logo FROM account").fetchall()
        indexed = {row[1] for row in connection.execute("PRAGMA index_list(account)")}
    assert tuple(looks) == ("", "", "", "", "A4", "Old")
    assert [each[0] for each in logos] == [""]
    assert {"ix_account_name", "ix_account_owner_id", "ix_account_parent_id"} <= indexed
