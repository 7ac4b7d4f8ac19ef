"""A line saved in a meeting, and a meeting of 17 rows, each beside the bare commit of the same rows.

What ours writes is listened to and written once more into a copy of the book, with the same settings and in one
transaction, but with nothing to think about.
"""

import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from statistics import median
from time import perf_counter

import pytest
from sqlalchemy import event

from reviewdesk.services.meetings import MeetingService
from reviewdesk.services.reviews import ReviewService
from reviewdesk.storage.engine import connect
from reviewdesk.storage.journal import Journal
from reviewdesk.storage.store import Store
from tests.books import a_store, small_book, the

ROUNDS = 25
MEETINGS = 9
WRITES = ("INSERT", "UPDATE", "DELETE", "REPLACE")
LINES = (
    "They like the new portal", "+ On time since August", "! Two pallets came wet", "!! The invoice was wrong again",
    "? Who signs for the dock", '" We only learn of it at the gate', "/we send photographs of the covers by friday",
    "/we name a driver in 2 weeks", "/they send the forecast by friday", "/d Trial of the early slot",
    "/o A second slot for the new hall", "/c Cargolane offered a month", "// Anna is tired of chasing",
    "[] Read their tender", "They open a hall near the port", "Peak is in December", "+ Claims answered within a day",
)  # fmt: skip


@pytest.fixture
def books(tmp_path):
    """A book, a bare copy of it that follows, and what ours wrote since it was last asked."""
    store = small_book(a_store(tmp_path))
    store.close()  # so that its connections are opened anew, and heard
    heard: list[str] = []
    event.listen(store.engine, "checkout", lambda connection, *_: connection.set_trace_callback(heard.append))
    with store.write("Make ready"):
        pass
    copy = tmp_path / "bare.reviewdesk"
    with store.engine.connect() as connection:
        connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)")
    shutil.copy(store.path, copy)
    yield store, copy, heard
    store.close()


@contextmanager
def bare(path: Path) -> Iterator[Callable[[list[str]], None]]:
    """Open the copy and give what writes statements into it in one transaction."""
    connection = connect(path)

    def write(statements: list[str]) -> None:
        connection.execute("BEGIN IMMEDIATE")
        for each in statements:
            connection.execute(each)
        connection.execute("COMMIT")

    yield write
    connection.close()


def taken(heard: list[str]) -> list[str]:
    """Give the writes that were heard, and forget them."""
    found = [each for each in heard if each.lstrip().upper().startswith(WRITES)]
    heard.clear()
    return found


def milliseconds(work: Callable[[], object]) -> float:
    started = perf_counter()
    work()
    return (perf_counter() - started) * 1000


def tell(what: str, pairs: list[tuple[float, float]], rows: list[int]) -> None:
    ratios = sorted(ours / floor for ours, floor in pairs)
    print(
        f"\n{what} ({median(rows):.0f} rows): {median(each[0] for each in pairs):.1f} ms, bare commit "
        f"{median(each[1] for each in pairs):.1f} ms, ratio {median(ratios):.2f} ({ratios[0]:.2f}-{ratios[-1]:.2f})"
    )


def a_meeting(store: Store, name: str = "Łódź Logistics") -> tuple[MeetingService, object]:
    review = ReviewService(store).start_now(the(store, name).id).value
    return MeetingService(store, Journal(store.path)), review


@pytest.mark.benchmark
def test_a_line_saved_beside_the_bare_commit_of_the_same_rows(books):
    store, copy, heard = books
    meetings, review = a_meeting(store)
    text, pairs, rows = "", [], []
    with bare(copy) as write:
        write(taken(heard))
        for at in range(ROUNDS):
            text += f"Something they said that matters, number {at}\n"
            ours = milliseconds(lambda: meetings.save_notes(review.id, text))  # noqa: B023 - called at once
            statements = taken(heard)
            floor = milliseconds(lambda: write(statements))  # noqa: B023 - called at once
            pairs.append((ours, floor))
            rows.append(len(statements))
    tell("a saved line", pairs[3:], rows[3:])

    assert meetings.workspace(review.id).review.text == text


@pytest.mark.benchmark
def test_a_meeting_of_17_rows_beside_the_bare_commit_of_the_same_rows(books):
    store, copy, heard = books
    pairs, rows = [], []
    with store.read() as reading:
        names = [each.name for each in reading.accounts.all()][:MEETINGS]
    with bare(copy) as write:
        for name in names:
            meetings, review = a_meeting(store, name)
            write(taken(heard))
            ours = milliseconds(lambda: meetings.save_notes(review.id, "\n".join(LINES)))  # noqa: B023 - called at once
            statements = taken(heard)
            floor = milliseconds(lambda: write(statements))  # noqa: B023 - called at once
            pairs.append((ours, floor))
            rows.append(len(statements))
            assert len(meetings.workspace(review.id).lines) == len(LINES)
    tell("a meeting of 17 lines", pairs[1:], rows[1:])

    left, right = connect(store.path), connect(copy)
    for table in ("note_line", "concern", "follow_up", "change"):
        counts = [each.execute(f"SELECT count(*) FROM {table}").fetchone() for each in (left, right)]  # noqa: S608
        assert counts[0] == counts[1]
    left.close()
    right.close()
