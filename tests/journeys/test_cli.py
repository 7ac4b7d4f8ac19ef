"""The real program in a real terminal's place: what it says, with which exit code, and never a traceback."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.program import DAY, ROOT, as_a_program

FULL = Path("/dev/full")


@pytest.fixture(scope="module")
def book(tmp_path_factory):
    """Give a sample book made by the program itself."""
    folder = tmp_path_factory.mktemp("journey")
    answer = as_a_program("--today", DAY, "demo", "--out", folder, HOME=str(folder))
    assert answer.code == 0, answer.err
    return folder / "Northgate.reviewdesk"


def test_help_touches_neither_window_nor_book(home):
    asked = (
        "import sys\nfrom reviewdesk.wiring import main\n"
        "try:\n    main(['--help'])\nfinally:\n    print(sorted(sys.modules))"
    )
    told = subprocess.run([sys.executable, "-c", asked], capture_output=True, check=True, cwd=ROOT).stdout.decode()

    assert told.startswith("usage: reviewdesk")
    assert not {"PySide6", "sqlalchemy", "reportlab", "sqlcipher3"} & set(
        told.replace("'", " ").replace(",", " ").split()
    )
    assert not any(each.is_file() for each in home.rglob("*"))


def test_a_whole_week_in_the_terminal(book, tmp_path):
    notes = tmp_path / "notes.txt"
    notes.write_text(
        "+ quick answers\n! a slow portal\n/we send the list by fri\n/they call by fri\n", encoding="utf-8"
    )

    held = as_a_program("--book", book, "--today", DAY, "review", "stark", "--notes", notes)
    summary = as_a_program("--book", book, "--today", DAY, "summary", "stark", "--out", tmp_path / "s.pdf")
    listed = as_a_program("--book", book, "--today", DAY, "follow-ups")
    checked = as_a_program("--book", book, "check")

    assert (held.code, summary.code, listed.code, checked.code) == (0, 0, 0, 0)
    assert (tmp_path / "s.pdf").read_bytes().startswith(b"%PDF")
    assert "Send the list" in listed.out


def test_names_in_many_scripts_are_written_in_utf_8_whatever_the_machine_speaks(book):
    answer = as_a_program("--book", book, "accounts", LC_ALL="C", LANG="C", PYTHONUTF8="0", PYTHONIOENCODING="ascii")

    for name in ("Łódź Logistics", "客户服务有限公司", "חברת הצפון", "Δέλτα Ναυτιλιακή"):
        assert name in answer.out
    assert "\x1b" not in answer.out


def test_an_account_is_found_by_its_name_under_a_plain_locale(book):
    answer = as_a_program("--book", book, "brief", "Łódź", LC_ALL="C", LANG="C", PYTHONUTF8="0")

    assert answer.out.startswith("Łódź Logistics\n")


@pytest.mark.parametrize(
    "arguments",
    [["bogus"], ["import"], ["review", "x"], ["--today", "32.1.2026", "due"], ["accounts", "--nonsense"],
     ["summary", "x", "--for", "everybody"], ["--book", "", "due"], ["brief"], ["--bo", "x", "due"],
     ["brief", b"h\xff"], ["--remind", "due"], ["--remind", "--today", "2027-03-31"]],
)  # fmt: skip
def test_wrong_usage_is_told_with_exit_code_2(arguments):
    answer = as_a_program(*arguments)

    assert answer.code == 2
    assert "--help" in answer.err
    assert answer.out == ""


@pytest.mark.parametrize("name", ["", "missing.reviewdesk", b"\xff\xfe.reviewdesk", "x" * 300, "~nobody-here/x"])
def test_a_book_that_cannot_be_is_refused_in_one_line(tmp_path, name):
    path = os.fsencode(tmp_path) + b"/" + (name.encode() if isinstance(name, str) else name)

    answer = as_a_program("--book", path, "accounts")

    assert answer.refused, answer


@pytest.mark.parametrize("content", [b"SQLite format 3\0" + b"\0" * 4096, b"plain text", b"\0" * 8192, b"%PDF-1.7"])
def test_a_file_that_is_no_book_is_refused_and_untouched(tmp_path, content):
    path = tmp_path / "other.reviewdesk"
    path.write_bytes(content)

    for command in (["accounts"], ["backup"], ["check"], ["demo"]):
        assert as_a_program("--book", path, *command).refused
    assert path.read_bytes() == content


def test_a_book_of_another_program_is_refused_and_untouched(tmp_path):
    import sqlite3

    path = tmp_path / "other.db"
    connection = sqlite3.connect(path)
    connection.execute("CREATE TABLE notes (words TEXT)")
    connection.commit()
    connection.close()
    before = path.read_bytes()

    assert as_a_program("--book", path, "accounts").refused
    assert path.read_bytes() == before


@pytest.mark.skipif(not FULL.exists(), reason="there is no full device here")
def test_a_full_disk_behind_the_output_is_told(book):
    with FULL.open("wb") as full:
        asked = subprocess.run(
            [sys.executable, "-m", "reviewdesk", "--book", str(book), "accounts"], stdout=full,
            stderr=subprocess.PIPE, check=False, cwd=ROOT,
        )  # fmt: skip

    assert asked.returncode == 1
    assert b"No space left" in asked.stderr
    assert b"Traceback" not in asked.stderr


def test_a_reader_that_goes_away_is_no_fault(book):
    reader, writer = os.pipe()
    os.close(reader)
    asked = subprocess.run(
        [sys.executable, "-m", "reviewdesk", "--book", str(book), "accounts", "--json"], stdout=writer,
        stderr=subprocess.PIPE, check=False, cwd=ROOT,
    )  # fmt: skip
    os.close(writer)

    assert asked.returncode == 0
    assert b"BrokenPipe" not in asked.stderr


def test_a_fault_of_ours_is_one_line_and_a_file_without_the_books_words(book, tmp_path):
    fault = (
        "import reviewdesk.cli.accounts as command\n"
        "def broken(terminal):\n    raise ZeroDivisionError('Secret Customer Ltd')\n"
        "command.run = broken\n"
        "import sys\nfrom reviewdesk.wiring import main\nsys.exit(main(['accounts']))"
    )
    asked = subprocess.run(
        [sys.executable, "-c", fault], capture_output=True, check=False, cwd=ROOT,
        env={**os.environ, "XDG_STATE_HOME": str(tmp_path)},
    )  # fmt: skip
    line = asked.stderr.decode()

    assert asked.returncode == 1
    assert line.count("\n") == 1
    assert "Traceback" not in line
    (written,) = tmp_path.rglob("crash-*.txt")
    assert str(written) in line
    assert "ZeroDivisionError" in written.read_text(encoding="utf-8")
    assert "Secret" not in written.read_text(encoding="utf-8")


def test_notes_are_read_from_stdin(book):
    answer = as_a_program(
        "--book", book, "--today", DAY, "review", "Kestrel Air", "--notes", "-", stdin=b"! a crate fell\n"
    )

    assert answer.code == 0
    assert "a crate fell" in answer.out
