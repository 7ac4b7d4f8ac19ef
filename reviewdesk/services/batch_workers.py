"""The processes that write summaries: each is handed task after task, and another takes its place if it dies."""

from __future__ import annotations

import json
import subprocess
from contextlib import suppress
from queue import Empty, Full, Queue, SimpleQueue
from threading import Thread
from typing import IO, TYPE_CHECKING, Any, Final

from reviewdesk.services.batch_child import mark_of
from reviewdesk.services.batch_task import BatchTask, NamesOfAll, as_line
from reviewdesk.services.own_program import WRITE_SUMMARIES, child_command, child_surroundings

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from pathlib import Path

Answer = dict[str, Any]
DIED: Final = "The process that makes it ended. There may be too little memory; try it alone, on its page."
_GLANCE: Final = 0.1
_BELOW_NORMAL: Final = getattr(subprocess, "BELOW_NORMAL_PRIORITY_CLASS", 0)
_NO_WINDOW: Final = getattr(subprocess, "CREATE_NO_WINDOW", 0)


def write_all(
    tasks: Iterable[tuple[int, BatchTask]],
    names: NamesOfAll,
    setting: tuple[Path, Path, int],
    told: Callable[[int, Answer], bool],
) -> bool:
    """Have tasks done by processes; `told` hears what came of each and says whether to go on; say whether all were.

    `setting` is the folder of fonts, the folder that is written to, and the number of processes. Whatever was begun is
    ended whole, and what a process that died left half written is taken away.
    """
    fonts, folder, count = setting
    asked: Queue[tuple[int, BatchTask] | None] = Queue(maxsize=2 * count)
    answers: SimpleQueue[tuple[int, Answer]] = SimpleQueue()
    workers = [_Worker(fonts, names, asked, answers) for _ in range(count)]
    try:
        return _hand_out(tasks, asked, answers, told)
    finally:
        for each in workers:
            each.let_go()
        for each in workers:
            each.end(folder)


def _hand_out(
    tasks: Iterable[tuple[int, BatchTask]],
    asked: Queue[tuple[int, BatchTask] | None],
    answers: SimpleQueue[tuple[int, Answer]],
    told: Callable[[int, Answer], bool],
) -> bool:
    waiting, goes_on = 0, True
    for task in tasks:
        while goes_on:
            with suppress(Full):
                asked.put(task, timeout=_GLANCE)
                waiting += 1
                break
            waiting, goes_on = _heard(answers, waiting, told)
        if not goes_on:
            break
        waiting, goes_on = _heard(answers, waiting, told)
    if not goes_on:
        waiting -= _taken_back(asked)
    while waiting:
        number, answer = answers.get()
        waiting -= 1
        if not told(number, answer) and goes_on:
            goes_on = False
            waiting -= _taken_back(asked)
    return goes_on


def _heard(
    answers: SimpleQueue[tuple[int, Answer]], waiting: int, told: Callable[[int, Answer], bool]
) -> tuple[int, bool]:
    goes_on = True
    with suppress(Empty):
        while goes_on:
            number, answer = answers.get_nowait()
            waiting -= 1
            goes_on = told(number, answer)
    return waiting, goes_on


def _taken_back(asked: Queue[tuple[int, BatchTask] | None]) -> int:
    """Take back what no process has begun, and say how many that were."""
    count = 0
    with suppress(Empty):
        while True:
            asked.get_nowait()
            count += 1
    return count


class _Worker:
    """One process, and the thread that speaks with it."""

    def __init__(
        self,
        fonts: Path,
        names: NamesOfAll,
        asked: Queue[tuple[int, BatchTask] | None],
        answers: SimpleQueue[tuple[int, Answer]],
    ) -> None:
        self._fonts, self._names = fonts, as_line(names)
        self._asked, self._answers = asked, answers
        self._processes: list[subprocess.Popen[bytes]] = []
        self._thread = Thread(target=self._work, name="reviewdesk-batch", daemon=True)
        self._thread.start()

    def let_go(self) -> None:
        """Ask for nothing more."""
        self._asked.put(None)

    def end(self, folder: Path) -> None:
        """Wait until what was begun is done, and take away what a process that died left half written."""
        self._thread.join()
        for process in self._processes:
            for part in folder.glob(f".{mark_of(process.pid)}*.part"):
                with suppress(OSError):
                    part.unlink()

    def _work(self) -> None:
        process: subprocess.Popen[bytes] | None = None
        while (task := self._asked.get()) is not None:
            number, asked = task
            answer: Answer | None = None
            for _ in range(2):
                process = process or self._started()
                answer = _spoken(process, asked) if process is not None else None
                if answer is not None:
                    break
                _end(process)
                process = None
            self._answers.put((number, answer or {"refused": DIED}))
        _end(process)

    def _started(self) -> subprocess.Popen[bytes] | None:
        try:
            process = subprocess.Popen(  # noqa: S603 - this program itself
                child_command(WRITE_SUMMARIES, str(self._fonts)),
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                env=child_surroundings(),
                creationflags=_NO_WINDOW | _BELOW_NORMAL,
            )
        except OSError:
            return None
        self._processes.append(process)
        with suppress(OSError):
            _into(process).write(self._names)
            _into(process).flush()
        return process


def _spoken(process: subprocess.Popen[bytes], task: BatchTask) -> Answer | None:
    """Hand a task over and give what came of it; nothing where the process died."""
    out = process.stdout
    assert out is not None  # noqa: S101 - a pipe was asked for
    try:
        _into(process).write(as_line(task))
        _into(process).flush()
        line = out.readline()
    except (OSError, ValueError):
        return None
    found: Answer | None = json.loads(line) if line.endswith(b"\n") else None
    return found


def _into(process: subprocess.Popen[bytes]) -> IO[bytes]:
    into = process.stdin
    assert into is not None  # noqa: S101 - a pipe was asked for
    return into


def _end(process: subprocess.Popen[bytes] | None) -> None:
    """Let a process end by itself once it has written what it was at."""
    if process is not None:
        with suppress(OSError):
            _into(process).close()
        process.wait()
        if process.stdout is not None:
            process.stdout.close()
