"""One window per book, and no crash locks anybody out."""

import json
import os
import socket
import subprocess
import sys
from pathlib import Path
from threading import Barrier, Thread

import pytest

from reviewdesk.domain.errors import BusyBookError
from reviewdesk.storage.window_lock import WindowLock


def held_by(lock, pid, host=None):
    lock.path.write_text(json.dumps({"pid": pid, "host": host or socket.gethostname()}))


def a_pid_that_ended():
    child = subprocess.Popen([sys.executable, "-c", ""])
    child.wait()
    return child.pid


def test_a_second_window_is_refused_until_the_first_is_closed(path):
    first, second = WindowLock(path), WindowLock(path)
    first.take()
    with pytest.raises(BusyBookError, match="open in another window already"):
        second.take()

    first.release()
    second.take()
    second.release()
    assert list(path.parent.iterdir()) == []


def test_a_lock_left_by_a_program_that_ended_is_taken_over(path):
    lock = WindowLock(path)
    held_by(lock, a_pid_that_ended())

    lock.take()

    assert json.loads(lock.path.read_text())["pid"] == os.getpid()


@pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="the system does not tell when a program started")
def test_a_lock_whose_number_another_program_has_by_now_is_taken_over(path):
    lock = WindowLock(path)
    lock.take()
    held = json.loads(lock.path.read_text())
    assert held["started"]
    with subprocess.Popen([sys.executable, "-c", "input()"], stdin=subprocess.PIPE) as other:
        lock.path.write_text(json.dumps({**held, "pid": other.pid}))

        lock.take()

        other.communicate(b"\n")
    assert json.loads(lock.path.read_text())["pid"] == os.getpid()


@pytest.mark.parametrize("content", ["", "{", "[]", '{"pid": "x", "host": ""}', "\x00"])
def test_a_lock_that_says_nothing_is_taken_over(path, content):
    lock = WindowLock(path)
    lock.path.write_text(content)

    lock.take()

    assert json.loads(lock.path.read_text())["pid"] == os.getpid()


def test_a_lock_of_another_machine_is_respected_until_the_person_says_so(path):
    lock = WindowLock(path)
    held_by(lock, a_pid_that_ended(), "another machine")
    with pytest.raises(BusyBookError):
        lock.take()

    lock.take_over()

    held = json.loads(lock.path.read_text())
    assert (held["pid"], held["host"]) == (os.getpid(), socket.gethostname())


def test_a_lock_that_was_taken_over_is_not_given_back_by_its_first_holder(path):
    lock = WindowLock(path)
    lock.take()
    held_by(lock, os.getpid() + 1, "another machine")
    before = lock.path.read_text()

    lock.release()

    assert lock.path.read_text() == before


def test_what_needs_the_book_alone_has_the_lock_for_its_time(path):
    lock = WindowLock(path)
    with lock.alone():
        assert lock.path.exists()
        WindowLock(path).refuse_if_held()
    assert not lock.path.exists()

    lock.take()
    with WindowLock(path).alone():
        pass
    assert lock.path.exists()
    lock.release()


def test_a_window_of_another_program_keeps_the_book(path):
    lock = WindowLock(path)
    held_by(lock, os.getppid())

    with pytest.raises(BusyBookError, match="Close that window"):
        lock.refuse_if_held()
    with pytest.raises(BusyBookError), lock.alone():
        pass
    held_by(lock, a_pid_that_ended())
    lock.refuse_if_held()


def test_of_several_starts_at_once_after_a_crash_one_wins(path):
    for _ in range(30):
        held_by(WindowLock(path), a_pid_that_ended_long_ago())
        together, won = Barrier(4), []

        def start(together=together, won=won):
            lock = WindowLock(path)
            together.wait()
            try:
                lock.take()
            except BusyBookError:
                return
            won.append(lock)

        starts = [Thread(target=start) for _ in range(4)]
        for each in starts:
            each.start()
        for each in starts:
            each.join()
        assert len(won) == 1
        won[0].release()


def a_pid_that_ended_long_ago():
    return 2**22 - 3
