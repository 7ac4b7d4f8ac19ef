"""A program that saves, types or imports until it is killed, and notes down what it was told is safe.

`python -m tests.kill_victim JOB BOOK NOTED` does one job. Without arguments it has everything imported, and for each
line `JOB<tab>BOOK<tab>NOTED` starts a process of its own for it, tells its number, and tells when it has ended: a kill
is a kill of a process, and a hundred of them need not import everything a hundred times.
"""

import os
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from uuid import UUID

from reviewdesk.domain.account import Account
from reviewdesk.domain.clock import Clock
from reviewdesk.domain.review import NoteLine, Review
from reviewdesk.services.imports import ImportService
from reviewdesk.services.meetings import MeetingService
from reviewdesk.storage.book_file import open_book
from reviewdesk.storage.journal import Journal

ACCOUNT = UUID(int=1)
REVIEW = UUID(int=2)
SAVE_EVERY = 4
Note = Callable[[str], None]


def new_book(book: Path) -> None:
    """Make the book that the jobs write to."""
    store = open_book(book, Clock(), may_create=True)
    with store.write("Add") as work:
        work.accounts.put(Account(id=ACCOUNT, name="Acme"))
        work.reviews.put(Review(id=REVIEW, account_id=ACCOUNT))
    store.close()


def save(book: Path, note: Note) -> None:
    """Add one note line after the other, and note each down once its write has returned."""
    store = open_book(book, Clock())
    review = Review(account_id=ACCOUNT)
    for number in _forever():
        line = NoteLine(text=f"note {number}")
        with store.write("Type a note", join_key="notes") as work:
            review = work.reviews.put(review.with_line(line))
        note(line.id.hex)


def type_and_save(book: Path, note: Note) -> None:
    """Type as the window does: each pause to the journal, and now and then, a few words later, to the book."""
    store = open_book(book, Clock())
    meetings = MeetingService(store, Journal(book))
    seen = text = typed_text(meetings)
    for number in _forever(counted(text)):
        text = f"{text}{number + 1} "
        if number % SAVE_EVERY:
            meetings.keep_draft(REVIEW, text, number=meetings.next_number(), over=(seen,))
            note(f"kept {number + 1}")
        else:
            meetings.save_notes(REVIEW, text, seen=seen, number=meetings.next_number())
            seen = text
            note(f"saved {number + 1}")
        time.sleep(0.002)


def import_files(book: Path, note: Note) -> None:
    """Import the files beside the book; note down that it begins and that it is done, then wait."""
    store = open_book(book, Clock())
    imports = ImportService(store)
    shown = imports.plan([book.with_name("accounts.csv"), book.with_name("deals.csv")])
    note("begins")
    imports.apply(shown)
    note("done")
    time.sleep(60)


def typed_text(meetings: MeetingService) -> str:
    """Give the notes a person sees after opening the book again, as every start brings them back."""
    meetings.replay_drafts()
    return meetings.workspace(REVIEW).text


def counted(text: str) -> int:
    """Give how far a typed text counts."""
    return int(text.rsplit(maxsplit=1)[-1]) if text else 0


def _forever(number: int = 0) -> Iterator[int]:
    while True:
        yield number
        number += 1


JOBS = {"save": save, "type": type_and_save, "import": import_files}


def do(job: str, book: str, noted: str) -> None:
    """Do a job until killed."""
    handle = os.open(noted, os.O_WRONLY | os.O_APPEND | os.O_CREAT)
    JOBS[job](Path(book), lambda words: _write(handle, words))


def _write(handle: int, words: str) -> None:
    os.write(handle, f"{words}\n".encode())


def serve() -> None:
    """Start a process for each line that asks for one, and tell when it has ended."""
    for line in sys.stdin:
        pid = os.fork()
        if pid == 0:
            do(*line.rstrip("\n").split("\t"))
        print(pid, flush=True)
        os.waitpid(pid, 0)
        print("ended", flush=True)


if __name__ == "__main__":
    do(*sys.argv[1:]) if len(sys.argv) > 1 else serve()
