"""Workbooks of Excel and its like, read by a child process within limits of memory and time."""

import json
import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import IO, Any, BinaryIO, Final

from reviewdesk.domain.errors import UnreadableError
from reviewdesk.exchange import READ_WORKBOOK
from reviewdesk.exchange.limits_kept import LimitsKept
from reviewdesk.exchange.sheet import Sheet, tables_of
from reviewdesk.exchange.table import LIMITS, Limits, SourceRow, SourceTable

_LARGEST: Final = 64 * 1024 * 1024
_SECONDS: Final = 30
_LONGEST_ANSWER: Final = 64 * 1024 * 1024
_MEMORY: Final = 256 * 1024
_GLANCE: Final = 0.05
_OUT_OF_TIME: Final = -getattr(signal, "SIGXCPU", 0) or None
_PARENT: Final = Path(__file__).resolve().parents[2]


def read_workbook(path: Path, limits: Limits = LIMITS, look: Callable[[], None] | None = None) -> list[SourceTable]:
    """Read the tables of one workbook, those first that are understood; `look` is called often and may stop it.

    Raises:
        UnreadableError: it is damaged, protected, larger than the limits, or holds no table.
    """
    if path.stat().st_size > _LARGEST:
        raise UnreadableError(f"{path.name} is larger than 64 MB. Save the sheet that is wanted as CSV and take that.")
    sheets = list(_sheets(path, LimitsKept(path.name, limits, look)))
    tables = tables_of(path.name, sheets)
    if not tables:
        raise UnreadableError(f"{path.name} is empty. Export it again and see that it has rows.")
    return tables


def _sheets(path: Path, kept: LimitsKept) -> Iterator[Sheet]:
    sheet: Sheet | None = None
    for kind, *said in _answers(path):
        if kind == "sheet":
            if sheet is not None:
                yield sheet
            sheet = Sheet(str(said[0]), is_visible=bool(said[1]))
        elif kind == "rows" and sheet is not None:
            for number, cells in said[0]:
                sheet.rows.append(SourceRow(int(number), kept.clean(cells)))
            kept.look()
        elif kind != "done":
            raise _refused(path.name, kind)
    if sheet is not None:
        yield sheet


def _answers(path: Path) -> Iterator[list[Any]]:
    """Go through what the child answers; one that ends without its last answer met a limit."""
    with path.open("rb") as file, _child(file) as (answers, how_it_ended):
        while line := answers.readline(_LONGEST_ANSWER):
            answer = json.loads(line) if line.endswith(b"\n") else ["memory"]
            yield answer
            if answer[0] not in ("sheet", "rows"):
                return
        yield [how_it_ended()]


@contextmanager
def _child(file: BinaryIO) -> Iterator[tuple[IO[bytes], Callable[[], str]]]:
    """Start the child on a file, watch over it, and end it however this ends."""
    hidden = getattr(subprocess, "CREATE_NO_WINDOW", 0)
    process = subprocess.Popen(  # noqa: S603 - this program itself
        _command(), stdin=file, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, env=_surroundings(),
        creationflags=hidden,
    )  # fmt: skip
    ended, timed_out = threading.Event(), threading.Event()
    watch = threading.Thread(target=_watch, args=(process, ended, timed_out), name="workbook", daemon=True)
    watch.start()
    try:
        assert process.stdout is not None  # noqa: S101 - a pipe was asked for
        yield process.stdout, partial(_how_it_ended, process, timed_out)
    finally:
        ended.set()
        process.kill()
        process.wait()
        watch.join()
        if process.stdout is not None:
            process.stdout.close()


def _how_it_ended(process: subprocess.Popen[bytes], timed_out: threading.Event) -> str:
    """Say why the child gave no last answer: Python ends by itself with 1 where the reading broke down."""
    code = process.wait()
    if timed_out.is_set() or code == _OUT_OF_TIME:
        return "time"
    return "damaged" if code == 1 else "memory"


def _command() -> list[str]:
    bundled = getattr(sys, "frozen", False)
    start = [sys.executable] if bundled else [sys.executable, "-P", "-m", "reviewdesk"]
    return [*start, READ_WORKBOOK, str(_SECONDS)]


def _surroundings() -> dict[str, str]:
    """Give the environment: the plainest language, whose tables take no memory, and the place of this package."""
    plain = {"LC_ALL": "C.UTF-8", "RUST_BACKTRACE": "0"}
    return {**os.environ, **plain, **({} if hasattr(sys, "frozen") else {"PYTHONPATH": str(_PARENT)})}


def _watch(process: subprocess.Popen[bytes], ended: threading.Event, timed_out: threading.Event) -> None:
    """End the child when its time is up, and on macOS, which limits no memory, when it takes too much."""
    until = time.monotonic() + _SECONDS
    while not ended.wait(_GLANCE):
        if time.monotonic() > until:
            timed_out.set()
            process.kill()
        elif sys.platform == "darwin" and _kilobytes(process.pid) > _MEMORY:
            process.kill()


def _kilobytes(pid: int) -> int:
    asked = ["/bin/ps", "-o", "rss=", "-p", str(pid)]
    said = subprocess.run(asked, capture_output=True, text=True, check=False).stdout.strip()  # noqa: S603 - a tool of the system
    return int(said) if said.isdecimal() else 0


def _refused(name: str, kind: str) -> UnreadableError:
    why = {
        "password": f"{name} is protected with a password. Take the password off in Excel, save it, and try again.",
        "memory": (
            f"{name} takes more memory than a file may: it may hold cells at the far end of a sheet. "
            "Copy the rows that are wanted into a new workbook, or save the sheet as CSV."
        ),
        "time": f"Reading {name} took too long. Save the sheet that is wanted as CSV and take that.",
    }
    damaged = (
        f"{name} cannot be read as a workbook: it is damaged, or another kind of file. Save it again as XLSX or CSV."
    )
    return UnreadableError(why.get(kind, damaged))
