"""A quarter's summaries at once: each whole or not at all, nothing overwritten, leaks named."""

import json
import signal
import subprocess
import sys
from dataclasses import replace
from pathlib import Path
from uuid import uuid4

import pytest
from docx import Document

from reviewdesk.domain.account import Account
from reviewdesk.domain.document_kinds import DocumentKind
from reviewdesk.domain.errors import RefusedError
from reviewdesk.domain.summary import from_json
from reviewdesk.reports.leak_guard import text_of
from reviewdesk.services.batch_values import BatchOrder
from reviewdesk.services.batches import BatchService
from reviewdesk.services.documents import DocumentService
from reviewdesk.services.meetings import MeetingService
from reviewdesk.services.reviews import ReviewService
from reviewdesk.storage.journal import Journal
from tests.books import a_store, small_book, the
from tests.services.test_documents import FONTS

BOTH = (DocumentKind.PDF, DocumentKind.WORD)


@pytest.fixture
def book(tmp_path):
    (tmp_path / "book").mkdir()
    store = small_book(a_store(tmp_path / "book"))
    yield store
    store.close()


@pytest.fixture
def batches(book):
    return BatchService(book, FONTS)


@pytest.fixture
def folder(tmp_path):
    made = tmp_path / "out"
    made.mkdir()
    return made


def hold(book, account, notes):
    review = ReviewService(book).start_now(the(book, account).id).value
    meetings = MeetingService(book, Journal(book.path))
    meetings.save_notes(review.id, notes)
    return meetings.finish(review.id).value.summary


def copies(book, summary, count):
    """Store the summary of one review for as many other reviews of accounts of their own."""
    with book.write("Copies") as work:
        review = work.reviews.get(summary.review_id)
        for number in range(count):
            account = work.accounts.put(Account(name=f"Copy {number:03}", added_on=review.held_on))
            held = work.reviews.put(replace(review, id=uuid4(), account_id=account.id, lines=(), version=0))
            named = json.dumps(from_json(summary.value).account).strip('"')
            value = summary.value.replace(named, account.name)
            work.summaries.put(
                replace(summary, id=uuid4(), account_id=account.id, review_id=held.id, value=value, version=0)
            )


def go_on(_done, _all):
    return True


def names(folder):
    return sorted(each.name for each in folder.iterdir())


def test_the_newest_summary_of_each_finished_review_is_offered_by_period(book, batches):
    first = hold(book, "Łódź Logistics", "/we send the plan by fri")
    hold(book, "Globex Corporation", "+ better")
    meetings = MeetingService(book, Journal(book.path))
    meetings.change(first.review_id, "ask", "Tell us more")
    newer = meetings.finish(first.review_id).value.summary
    offer = batches.offer()

    assert offer.periods == ("2026 Q4",)
    assert [(each.account, each.number) for each in offer.of("2026 Q4")] == [
        ("Globex Corporation", 1), ("Łódź Logistics", 2),
    ]  # fmt: skip
    assert [each.summary_id for each in batches.offer({newer.account_id}).rows] == [newer.id]


def test_each_is_written_in_each_format_by_processes_of_their_own_as_it_would_be_alone(book, batches, folder):
    one, two = hold(book, "Łódź Logistics", "+ fine"), hold(book, "Globex Corporation", "+ better")
    told = []
    order = BatchOrder(batches.offer().rows, BOTH, folder, workers=2)
    result = batches.write(order, lambda done, total: told.append((done, total)) or True)

    assert names(folder) == sorted(each.name for each in result.written)
    assert len(result.written) == 4
    assert sorted(told) == [(1, 2), (2, 2)]
    documents = DocumentService(book, FONTS)
    for each in (one, two):
        checked = documents.check(each.id)
        assert (folder / checked.file_name).read_bytes() == checked.pdf
    assert result.words == f"2 summaries in 4 files written to {folder}."


def test_a_leak_is_named_with_its_account_and_that_summary_is_written_in_no_format(book, batches, folder):
    leaking = hold(book, "Łódź Logistics", "+ better than Globex Corporation")
    hold(book, "Globex Corporation", "+ fine")
    result = batches.write(BatchOrder(batches.offer().rows, BOTH, folder), go_on)

    assert [(each.account, each.summary_id, each.is_leak) for each in result.not_written] == [
        ("Łódź Logistics", leaking.id, True)
    ]
    assert "“Globex Corporation” (another account)" in result.not_written[0].why
    assert all(each.startswith("Globex") for each in names(folder))
    assert "1 was not written" in result.words
    DocumentService(book, FONTS).mean_it(leaking.id, "Globex Corporation")
    assert not batches.write(BatchOrder(batches.offer().rows, BOTH, folder), go_on).not_written


def test_nothing_is_overwritten_and_two_accounts_of_one_name_have_a_file_each(book, batches, folder):
    summary = hold(book, "Łódź Logistics", "+ fine")
    copies(book, summary, 2)
    with book.write("Rename") as work:
        for each in work.accounts.all():
            if each.name.startswith("Copy"):
                work.accounts.put(replace(each, name="Łódź Logistics"))
        for each in work.summaries.all():
            work.summaries.put(replace(each, value=summary.value))
    order = BatchOrder(batches.offer().rows, (DocumentKind.TEXT,), folder)
    assert len({each.name for each in batches.write(order, go_on).written}) == 3
    before = {each.name: each.stat().st_mtime_ns for each in folder.iterdir()}
    again = batches.write(order, go_on)

    assert all("(2)" in each.name for each in again.written)
    assert {name: (folder / name).stat().st_mtime_ns for name in before} == before


def test_stopped_in_the_middle_it_leaves_whole_files_only_and_says_how_many(book, batches, folder):
    copies(book, hold(book, "Łódź Logistics", "+ fine"), 12)
    order = BatchOrder(batches.offer().rows, (DocumentKind.PDF,), folder, workers=2)
    result = batches.write(order, lambda done, _: done < 3)

    assert result.was_stopped
    assert 3 <= len(result.written) < 13
    assert names(folder) == sorted(each.name for each in result.written)
    assert all("Łódź" in text_of(each.read_bytes()) or "Copy" in text_of(each.read_bytes()) for each in result.written)
    assert result.words.startswith(f"Stopped: {len(result.written)} summaries")


def test_a_process_that_is_killed_is_followed_by_another_and_leaves_nothing_half_written(
    book, batches, folder, monkeypatch
):
    copies(book, hold(book, "Łódź Logistics", "+ fine"), 6)
    started = []
    original = subprocess.Popen

    def noting(*args, **settings):
        started.append(original(*args, **settings))
        return started[-1]

    monkeypatch.setattr(subprocess, "Popen", noting)

    def kill_the_first(done, _total):
        if done == 1:
            (folder / f".reviewdesk-{started[0].pid}-x.part").write_bytes(b"half")
            started[0].send_signal(signal.SIGKILL if sys.platform != "win32" else signal.SIGTERM)
        return True

    result = batches.write(BatchOrder(batches.offer().rows, (DocumentKind.PDF,), folder, workers=1), kill_the_first)

    assert len(started) == 2
    assert len(result.written) == 7
    assert names(folder) == sorted(each.name for each in result.written)


def test_a_word_file_of_a_batch_opens(book, batches, folder):
    hold(book, "Łódź Logistics", "+ fine")
    written = batches.write(BatchOrder(batches.offer().rows, (DocumentKind.WORD,), folder), go_on).written

    assert Document(str(written[0])).paragraphs[0].text == "Łódź Logistics"


def test_what_cannot_be_done_is_said(book, batches, folder):
    hold(book, "Łódź Logistics", "+ fine")
    rows = batches.offer().rows
    with pytest.raises(RefusedError, match="Nothing is chosen"):
        batches.write(BatchOrder((), BOTH, folder), go_on)
    with pytest.raises(RefusedError, match="There is no folder"):
        batches.write(BatchOrder(rows, BOTH, Path(folder / "gone")), go_on)
