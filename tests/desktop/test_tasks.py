"""Work in lanes: in order, off the window's thread, answered on it, and never to a page that has gone."""

import gc
import threading
import time
import weakref
from uuid import uuid4

import pytest
from PySide6.QtCore import QObject
from shiboken6 import delete

from reviewdesk.desktop.progress import Progress
from reviewdesk.desktop.sweeping import Sweeping
from reviewdesk.desktop.tasks import Lane
from reviewdesk.domain.changes import Changes
from reviewdesk.domain.errors import RefusedError
from reviewdesk.services.outcome import Outcome

WRITTEN = Changes(step=uuid4(), label="Add concern")


def test_work_is_done_elsewhere_and_answered_on_the_windows_thread(tasks):
    here = threading.current_thread()
    answers = []

    tasks.run(threading.current_thread, lambda worker: answers.append((worker, threading.current_thread())))
    assert tasks.wait_idle()

    [(worker, answered_on)] = answers
    assert worker is not here
    assert answered_on is here


def test_a_lane_keeps_the_order_and_one_thread(tasks):
    seen = []
    for number in range(20):
        tasks.run(lambda n=number: (n, threading.current_thread().name), seen.append, lane=Lane.WRITE)
    tasks.wait_idle()

    assert [number for number, _ in seen] == list(range(20))
    assert len({name for _, name in seen}) == 1


def test_a_save_does_not_wait_for_a_long_job(tasks):
    go_on = threading.Event()
    order = []
    tasks.run(lambda: go_on.wait(10), lambda _: order.append("import"), lane=Lane.LONG)
    tasks.run(lambda: go_on.set() or "saved", order.append, lane=Lane.WRITE)

    assert tasks.wait_idle()
    assert sorted(order) == ["import", "saved"]


def test_an_answer_for_a_page_that_has_gone_is_dropped(tasks):
    page, answers = QObject(), []
    hold = threading.Event()
    tasks.run(lambda: hold.wait(10), answers.append, page)

    delete(page)
    hold.set()
    tasks.wait_idle()

    assert answers == []


def test_what_a_gone_page_wrote_is_still_told_to_the_others(tasks, qtbot):
    page, hold = QObject(), threading.Event()
    tasks.run(lambda: hold.wait(10) and Outcome(None, WRITTEN), None, page, lane=Lane.WRITE)
    delete(page)

    with qtbot.waitSignal(tasks.changed) as told:
        hold.set()

    assert told.args[0] is WRITTEN


def test_changes_are_told_once_after_the_answer_with_who_asked(tasks, qtbot):
    page, order = QObject(), []
    tasks.changed.connect(lambda changes, origin: order.append(("changed", changes, origin)))

    tasks.run(lambda: Outcome("concern", WRITTEN), lambda outcome: order.append(("then", outcome.value)), page)
    tasks.wait_idle()

    assert order == [("then", "concern"), ("changed", WRITTEN, page)]


def test_nothing_is_told_where_nothing_was_written(tasks):
    told = []
    tasks.changed.connect(lambda *each: told.append(each))
    tasks.run(lambda: Outcome("same", Changes()))
    tasks.wait_idle()
    assert told == []


def test_a_refusal_goes_to_whoever_asked_else_to_the_message_bar(tasks):
    def refuse():
        raise RefusedError("Give the promise a date first.")

    own, general = [], []
    tasks.told.connect(general.append)
    tasks.run(refuse, failed=own.append)
    tasks.run(refuse)
    tasks.wait_idle()

    assert [str(each) for each in own] == ["Give the promise a date first."]
    assert [str(each) for each in general] == ["Give the promise a date first."]


def test_a_mistake_of_ours_is_no_message_to_the_person(tasks):
    told, broken = [], []
    tasks.told.connect(told.append)
    tasks.broken.connect(lambda error, details: broken.append((error, details)))

    tasks.run(lambda: {}["missing"], told.append)
    tasks.wait_idle()

    [(error, details)] = broken
    assert isinstance(error, KeyError)
    assert "test_tasks.py" in details
    assert told == []


def test_only_the_newest_search_is_answered(tasks):
    page, answers = QObject(), []
    hold = threading.Event()
    tasks.run(lambda: hold.wait(10) and "l", answers.append, page, newest="search")
    tasks.run(lambda: "la", answers.append, page, newest="search")
    tasks.run(lambda: "late", answers.append, page, newest="search")
    hold.set()
    tasks.wait_idle()

    assert answers == ["late"]


def test_searches_of_two_pages_do_not_end_each_other(tasks):
    one, other, answers = QObject(), QObject(), []
    tasks.run(lambda: "one", answers.append, one, newest="search")
    tasks.run(lambda: "other", answers.append, other, newest="search")
    tasks.wait_idle()
    assert answers == ["one", "other"]


def test_a_long_job_shows_how_far_it_is_after_a_second(tasks, qtbot):
    hold = threading.Event()

    def read(progress: Progress):
        progress.report(31, 100, "Reading deals")
        hold.wait(10)

    started = time.monotonic()
    with qtbot.waitSignal(tasks.progress_shown, timeout=5000) as shown:
        tasks.run_long("Reading", read)
    waited = time.monotonic() - started
    reached = shown.args[0].reached
    with qtbot.waitSignal(tasks.progress_ended, timeout=5000):
        hold.set()

    assert (reached.text, reached.done, reached.total) == ("Reading deals", 31, 100)
    assert waited >= 1


def test_a_short_job_shows_nothing(tasks):
    shown = []
    tasks.progress_shown.connect(shown.append)
    tasks.run_long("Reading", lambda progress: progress.report(1))
    tasks.wait_idle()
    assert shown == []


def test_a_stopped_job_ends_and_answers_nobody(tasks):
    answers, started = [], threading.Event()

    def read(progress: Progress):
        while True:
            started.set()
            progress.report(1)

    progress = tasks.run_long("Reading", read, answers.append)
    assert started.wait(5)
    progress.stop()

    assert tasks.wait_idle(5000)
    assert answers == []


def test_closing_finishes_what_was_begun_and_stops_long_jobs(tasks):
    written = []
    tasks.run_long("Reading", lambda progress: [progress.check() or time.sleep(0.01) for _ in range(100_000)])
    for number in range(5):
        tasks.run(lambda n=number: time.sleep(0.02) or written.append(n), lane=Lane.WRITE)

    tasks.close()

    assert written == [0, 1, 2, 3, 4]
    assert not [each for each in threading.enumerate() if each.name.startswith("reviewdesk-")]


def test_an_error_in_an_answer_does_not_stop_the_next(tasks, qtbot):
    answers = []

    def stumble(_):
        raise ZeroDivisionError

    with qtbot.captureExceptions() as caught:
        tasks.run(lambda: 1, stumble)
        tasks.run(lambda: 2, answers.append)
        tasks.wait_idle()

    assert answers == [2]
    assert [each[0] for each in caught] == [ZeroDivisionError]


@pytest.mark.parametrize("milliseconds", [50])
def test_waiting_gives_up_in_time(tasks, milliseconds):
    hold = threading.Event()
    tasks.run(lambda: hold.wait(10))
    assert not tasks.wait_idle(milliseconds)
    hold.set()
    assert tasks.wait_idle()


class _Ring:
    """Something that only a sweep takes away, since it refers to itself."""

    def __init__(self):
        self.itself = self


def _make_rings(count):
    for _ in range(count):
        _Ring()


def test_memory_is_swept_on_the_windows_thread_alone(tasks, qtbot):
    swept_on, last = set(), []
    watch = lambda phase, _: swept_on.add(threading.current_thread())  # noqa: E731 - taken away again by its name

    def work():
        _make_rings(20_000)
        ring = _Ring()
        last.append(weakref.ref(ring))

    gc.callbacks.append(watch)
    try:
        tasks.run(work, lane=Lane.WRITE)
        assert tasks.wait_idle()
        qtbot.waitUntil(lambda: last[0]() is None)
    finally:
        gc.callbacks.remove(watch)

    assert swept_on == {threading.main_thread()}


def test_what_is_asked_for_after_the_end_is_not_begun(tasks):
    done = []
    tasks.run(lambda: None)
    tasks.close()

    tasks.run(lambda: done.append("read"))
    tasks.run_long("Reading", done.append)

    assert tasks.is_idle
    assert done == []
    assert not [each for each in threading.enumerate() if each.name.startswith("reviewdesk-")]


def test_python_sweeps_again_when_the_lanes_have_ended(tasks):
    was_on = gc.isenabled()
    gc.enable()  # whatever ran before in this process
    try:
        tasks.run(lambda: None)
        tasks.wait_idle()
        assert not gc.isenabled()
        tasks.close()
        assert gc.isenabled()
    finally:
        (gc.enable if was_on else gc.disable)()


def test_a_lane_is_never_the_last_to_know_of_a_page(tasks):
    page, go_on, hold = QObject(), threading.Event(), threading.Event()
    gone = weakref.ref(page)
    tasks.run(lambda: go_on.wait(10) and "named", page.setObjectName, page)
    tasks._jobs[0].future.add_done_callback(lambda _: hold.wait(10))
    go_on.set()
    tasks.wait_idle()

    del page

    try:
        assert gone() is None
    finally:
        hold.set()


def test_memory_is_swept_once_the_making_of_many_objects_is_over(qapp):
    sweeping = Sweeping()
    sweeping.begin()
    try:
        made = [[] for _ in range(150_000)]
        sweeping.sweep()
        assert gc.get_count()[0] > 100_000
        sweeping.sweep()
        assert gc.get_count()[0] < 100_000
    finally:
        sweeping.end()
    assert len(made) == 150_000
