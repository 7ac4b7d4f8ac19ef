"""The program is killed while a person saves, types or imports; what was shown as saved or kept is there afterwards."""

import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest

from reviewdesk.domain.clock import Clock
from reviewdesk.services.meetings import MeetingService
from reviewdesk.storage.book_file import open_book
from reviewdesk.storage.engine import connect, is_sound
from reviewdesk.storage.journal import Journal
from tests.kill_victim import counted, new_book, typed_text

ROOT = Path(__file__).parents[2]
LONGEST_LIFE = 0.12
LONGEST_IMPORT = 0.7


class Victims:
    """Processes that do a job and are killed at a random moment of it."""

    def __init__(self, server: subprocess.Popen[str] | None, noted: Path) -> None:
        self._server = server
        self._noted = noted

    def kill_one(self, job: str, book: Path, within: float = LONGEST_LIFE) -> list[str]:
        """Start one, kill it so many seconds after its first word at the latest, and give what it told."""
        self._noted.unlink(missing_ok=True)
        if self._server is None:
            return self._kill_a_new_one(job, book, within)
        self._server.stdin.write(f"{job}\t{book}\t{self._noted}\n")
        self._server.stdin.flush()
        pid = int(self._server.stdout.readline())
        self._wait(within)
        os.kill(pid, signal.SIGKILL)
        assert self._server.stdout.readline() == "ended\n"
        return self._told()

    def _kill_a_new_one(self, job: str, book: Path, within: float) -> list[str]:
        command = [sys.executable, "-m", "tests.kill_victim", job, str(book), str(self._noted)]
        with subprocess.Popen(command, cwd=ROOT) as child:
            self._wait(within)
            child.kill()
        return self._told()

    def _wait(self, within: float) -> None:
        """Wait until something was noted down, and for a random while; now and then kill while the book opens."""
        patience = time.monotonic() + 30
        if random.random() < 0.9:
            while not self._noted.exists() or not self._noted.stat().st_size:
                assert time.monotonic() < patience, "nothing was ever saved"
                time.sleep(0.001)
        time.sleep(random.random() * within)

    def _told(self) -> list[str]:
        if not self._noted.exists():
            return []
        return self._noted.read_text().split("\n")[:-1]


@contextmanager
def victims(folder: Path) -> Iterator[Victims]:
    """Start what starts the processes."""
    if not hasattr(os, "fork"):
        yield Victims(None, folder / "noted")
        return
    command = [sys.executable, "-m", "tests.kill_victim"]
    pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE}
    with subprocess.Popen(command, **pipes, text=True, cwd=ROOT) as server:
        yield Victims(server, folder / "noted")
        server.stdin.close()


@pytest.fixture
def book(tmp_path: Path) -> Path:
    """Give a book with one account."""
    path = tmp_path / "Acme.reviewdesk"
    new_book(path)
    return path


def kill_while_saving(book: Path, kills: int) -> tuple[int, float]:
    """Kill, open and look, so many times; give the number of acknowledged lines and the longest opening."""
    acknowledged: set[str] = set()
    slowest = 0.0
    with victims(book.parent) as them:
        for number in range(kills):
            acknowledged |= set(them.kill_one("save", book))
            began = time.monotonic()
            open_book(book, Clock()).close()
            slowest = max(slowest, time.monotonic() - began)
            with closing(connect(book)) as connection:
                there = {row[0] for row in connection.execute("SELECT id FROM note_line")}
                if number % 10 == 0 or number == kills - 1:
                    assert is_sound(connection), f"damaged at kill {number}"
            assert acknowledged <= there, f"lost at kill {number}: {len(acknowledged - there)} of {len(acknowledged)}"
    return len(acknowledged), slowest


def kill_while_typing(book: Path, kills: int) -> int:
    """Kill, open as the window does and look, so many times; give how far the typing came."""
    typed = 0
    with victims(book.parent) as them:
        for number in range(kills):
            told = [int(each.split()[1]) for each in them.kill_one("type", book)]
            safe = max(told, default=typed)
            store = open_book(book, Clock())
            text = typed_text(MeetingService(store, Journal(book)))
            store.close()
            typed = counted(text)
            assert safe <= typed <= safe + 1, f"at kill {number}: {safe} were safe, {typed} found"
            assert text == "".join(f"{each + 1} " for each in range(typed))
    return typed


def kill_while_importing(book: Path, kills: int) -> tuple[int, int]:
    """Kill, open and look, so many times, each time taking back what was imported; count imports and kills of one."""
    customers = "".join(f"A{each},Customer {each}\n" for each in range(90))
    deals = "".join(f"D{each},Customer {each % 90},Won,2026-08-02,{each + 1}\n" for each in range(2_000))
    book.with_name("accounts.csv").write_text(f"Account ID,Account Name\n{customers}")
    book.with_name("deals.csv").write_text(f"Deal ID,Account Name,Stage,Close date,Amount\n{deals}")
    before, imported, stopped = everything(book), 0, 0
    with victims(book.parent) as them:
        for number in range(kills):
            told = them.kill_one("import", book, within=LONGEST_IMPORT)
            with closing(connect(book)) as connection:
                assert is_sound(connection), f"damaged at kill {number}"
            found = everything(book)
            if found != before:
                assert (found["account"], found["purchase"], found["standing"]) == (91, 2_000, 91), f"at kill {number}"
                store = open_book(book, Clock())
                store.undo()
                store.close()
                imported += 1
            assert told == ["begins"] or (found != before) == ("done" in told), f"at kill {number}"
            stopped += found == before and told == ["begins"]
            assert everything(book) == before
    return imported, stopped


def everything(book: Path) -> dict[str, int]:
    """Count what an import brings."""
    tables = ("account", "purchase", "source_key", "standing", "search_entry")
    with closing(connect(book)) as connection:
        counted = {each: connection.execute(f"SELECT count(*) FROM {each}").fetchone()[0] for each in tables}  # noqa: S608
        steps = "SELECT count(*) FROM change WHERE step_id NOT IN (SELECT id FROM step)"
        return {**counted, "changes of no step": connection.execute(steps).fetchone()[0]}


def test_kills_while_importing_leave_the_book_as_it_was_or_wholly_imported(book):
    imported, stopped = kill_while_importing(book, 20)
    print(f"{imported} were imported, {stopped} stopped on the way")
    assert stopped > 0


def test_a_hundred_kills_while_saving_lose_nothing_that_was_saved(book):
    saved, slowest = kill_while_saving(book, 100)
    print(f"{saved} lines saved, slowest opening after a kill {slowest * 1000:.0f} ms")
    assert saved > 100


def test_a_hundred_kills_while_typing_lose_nothing_that_was_kept(book):
    typed = kill_while_typing(book, 100)
    print(f"{typed} pauses of typing kept")
    assert typed > 100


@pytest.mark.long_run
@pytest.mark.timeout(1800)
def test_a_thousand_kills_while_saving_lose_nothing_that_was_saved(book):
    saved, slowest = kill_while_saving(book, 1000)
    print(f"{saved} lines saved, slowest opening after a kill {slowest * 1000:.0f} ms")
    assert saved > 1000


@pytest.mark.long_run
@pytest.mark.timeout(1800)
def test_a_thousand_kills_while_typing_lose_nothing_that_was_kept(book):
    typed = kill_while_typing(book, 1000)
    print(f"{typed} pauses of typing kept")
    assert typed > 1000
