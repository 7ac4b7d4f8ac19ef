"""Backups, the calendar, the check, the import and the demonstration in the terminal."""

import csv
import json

import pytest
from sqlalchemy import text

from reviewdesk.domain.clock import Clock
from reviewdesk.storage.book_file import open_book
from tests.cli.program import DAY


def test_a_backup_is_made_and_brought_back(call, book, tmp_path):
    made = call("--book", book, "backup").out.strip()
    notes = tmp_path / "n.txt"
    notes.write_text("! late\n", encoding="utf-8")
    call("--book", book, "--today", DAY, "review", "Hooli", "--notes", notes)

    answer = call("--book", book, "restore", made)

    assert answer.code == 0
    assert "before restore" in answer.out
    hooli = [each for each in json.loads(call("--book", book, "accounts", "--json").out) if each["name"] == "Hooli"]
    assert hooli[0]["open_concerns"] == 0


def test_without_a_name_the_newest_backup_is_taken_and_named(call, book):
    made = call("--book", book, "backup").out.strip()

    answer = call("--book", book, "restore")

    assert answer.code == 0
    assert f"    from {made}" in answer.out
    assert "the newest is taken" in answer.err


def test_a_backup_made_while_working_on_a_day_to_come_is_not_newer_than_later_ones(call, book):
    ahead = call("--book", book, "--today", "2199-01-01", "backup").out.strip()
    made = call("--book", book, "backup").out.strip()

    assert "2199" not in ahead
    assert f"    from {made}" in call("--book", book, "restore").out


def test_restoring_makes_a_book_that_is_not_there(call, book, tmp_path):
    made = call("--book", book, "backup").out.strip()
    other = tmp_path / "new" / "Back.reviewdesk"

    assert call("--book", other, "restore", made).code == 0
    assert call("--book", other, "accounts").out.count("\n") == 65


def test_a_backup_is_found_by_its_name(call, book):
    name = call("--book", book, "backup").out.strip().rsplit("/", 1)[-1].removesuffix(".reviewdesk")

    assert call("--book", book, "restore", name).code == 0


def test_what_is_no_backup_is_refused_and_the_book_is_untouched(call, book, tmp_path):
    (tmp_path / "fake.reviewdesk").write_text("no book at all, but some text that is long enough to be read")

    assert call("--book", book, "restore", tmp_path / "fake.reviewdesk").refused
    assert call("--book", book, "restore", "nothing").refused
    assert call("--book", book, "check").code == 0


def test_restoring_without_any_backup_is_refused(call, tmp_path):
    answer = call("--book", tmp_path / "none.reviewdesk", "restore")

    assert answer.refused
    assert not (tmp_path / "none.reviewdesk").exists()


def test_a_sound_book_is_said_to_be_sound(call, book):
    answer = call("--book", book, "check")

    assert answer.code == 0
    assert "62 accounts" in answer.out


def test_what_is_kept_wrongly_is_said_and_made_right_when_asked(call, book):
    assert call("--book", book, "check").code == 0
    store = open_book(book, Clock())
    with store.engine.connect() as raw:
        connection = raw.execution_options(writes=True)
        with connection.begin():
            connection.execute(text("UPDATE standing SET health = 1"))
    store.close()

    refused = call("--book", book, "check")
    assert refused.refused
    assert "is kept otherwise than the records say" in refused.err
    assert "check --mend" in refused.err
    assert call("--book", book, "check", "--mend").code == 0
    assert call("--book", book, "check").code == 0


def test_the_calendar_is_written_with_alarms(call, book, tmp_path):
    answer = call("--book", book, "--today", DAY, "calendar", "--out", tmp_path / "c.ics")
    text = (tmp_path / "c.ics").read_text(encoding="utf-8")

    assert answer.out.strip() == str(tmp_path / "c.ics")
    assert text.count("BEGIN:VEVENT") > 20
    assert "BEGIN:VALARM" in text


def test_an_import_makes_the_book_and_again_changes_nothing(call, tmp_path):
    path = tmp_path / "new.reviewdesk"
    accounts = table(tmp_path / "accounts.csv", [["account", "sector"], ["Ägir AB", "food"], ["Beta", "tools"]])

    plan = call("--book", path, "import", accounts, "--plan")
    assert (plan.code, path.exists()) == (0, False)
    assert "Accounts: 2 new" in plan.out

    assert "Imported into" in call("--book", path, "import", accounts).out
    assert "Nothing to do" in call("--book", path, "import", accounts).out
    assert [each["name"] for each in json.loads(call("--book", path, "accounts", "--json").out)] == ["Beta", "Ägir AB"]


def test_a_file_that_cannot_be_read_leaves_no_book_behind(call, tmp_path):
    (tmp_path / "x.csv").write_bytes(b"%PDF-1.4 not a table")

    assert call("--book", tmp_path / "b.reviewdesk", "import", tmp_path / "x.csv").refused
    assert call("--book", tmp_path / "b.reviewdesk", "import", tmp_path / "missing.csv").refused
    assert not (tmp_path / "b.reviewdesk").exists()


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("Foo,Bar\n1,2\n", "x.csv: it holds no table of accounts"),
        ("Account Name,Website\n", "x.csv: it has headers and no rows"),
        ("  \n \n", "x.csv is empty"),
    ],
)
def test_an_import_of_which_nothing_can_be_used_says_why_and_leaves_no_book_behind(call, book, tmp_path, text, why):
    (tmp_path / "x.csv").write_text(text, encoding="utf-8")
    path = tmp_path / "b.reviewdesk"

    for each in (
        call("--book", path, "import", tmp_path / "x.csv"),
        call("--book", book, "import", tmp_path / "x.csv"),
    ):
        assert each.refused
        assert why in each.err
    assert not path.exists()


def test_deals_of_an_account_that_is_not_known_are_refused_but_for_a_book_without_any(call, book, tmp_path):
    (tmp_path / "x.csv").write_text("account,stage,close_date,amount\nAcme,Won,2026-10-01,90\n", encoding="utf-8")

    refused = call("--book", book, "import", tmp_path / "x.csv")
    taken = call("--book", tmp_path / "b.reviewdesk", "import", tmp_path / "x.csv")

    assert refused.refused
    assert "1 of an account that is not known" in refused.err
    assert taken.code == 0
    assert "Accounts: 1 new" in taken.out
    assert "Acme" in taken.err


def test_what_was_decided_is_told_as_whole_sentences(call, tmp_path):
    accounts = table(tmp_path / "accounts.csv", [["account", "sector"], ["Ägir AB", "food"]])
    other = table(tmp_path / "x.csv", [["Foo", "Bar"], ["1", "2"]])

    answer = call("--book", tmp_path / "b.reviewdesk", "import", accounts, other)

    assert answer.err == "What does x.csv hold? Taken: leave the file out.\n"


def test_no_other_command_makes_a_book(call, tmp_path):
    path = tmp_path / "none.reviewdesk"
    notes = tmp_path / "n.txt"
    notes.write_text("! late\n", encoding="utf-8")

    for command in (
        ["accounts"], ["due"], ["follow-ups"], ["brief", "x"], ["review", "x", "--notes", str(notes)], ["summary", "x"],
        ["calendar"], ["backup"], ["check"],
    ):  # fmt: skip
        assert call("--book", path, *command).refused
        assert not path.exists()


def test_the_demonstration_writes_a_book_a_summary_and_a_calendar(call, tmp_path):
    answer = call("--today", DAY, "demo", "--out", tmp_path / "demo")
    found = sorted(each.name for each in (tmp_path / "demo").iterdir())

    assert answer.code == 0
    assert found == ["Northgate.ics", "Northgate.reviewdesk", "Łódź-Logistics-2026-Q4-review-summary-v1.pdf"]
    assert all(str(tmp_path / "demo" / each) in answer.out for each in found)
    assert (tmp_path / "demo" / found[2]).read_bytes().startswith(b"%PDF")


def test_the_demonstration_never_touches_a_book_that_is_there(call, tmp_path):
    call("--today", DAY, "demo", "--out", tmp_path)
    first = (tmp_path / "Northgate.reviewdesk").read_bytes()
    call("--today", DAY, "demo", "--out", tmp_path)

    assert (tmp_path / "Northgate.reviewdesk").read_bytes() == first
    assert (tmp_path / "Northgate 2.reviewdesk").exists()


def test_the_demonstration_is_refused_in_a_book_with_accounts(call, book):
    assert call("--book", book, "demo").refused


def table(path, rows):
    """Write a CSV file."""
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows(rows)
    return path
