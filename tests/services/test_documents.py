"""Documents: the same value the same bytes, nothing internal out, and files written whole."""

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from reviewdesk.domain.account import Account
from reviewdesk.domain.errors import LeakError, MissingError
from reviewdesk.reports.leak_guard import text_of
from reviewdesk.services.documents import DocumentService, free_path, slug
from reviewdesk.services.meetings import MeetingService
from reviewdesk.services.reviews import ReviewService
from reviewdesk.services.versions import after
from reviewdesk.storage.journal import Journal
from tests.books import TUESDAY, a_store, small_book, the
from tests.reports.summaries import FULL

FONTS = Path(__file__).parents[2] / "resources" / "fonts"


@pytest.fixture
def book(tmp_path):
    store = small_book(a_store(tmp_path))
    yield store
    store.close()


@pytest.fixture
def documents(book):
    return DocumentService(book, FONTS)


def finished(book, notes: str):
    review = ReviewService(book).start_now(the(book, "Łódź Logistics").id).value
    meetings = MeetingService(book, Journal(book.path))
    meetings.save_notes(review.id, notes)
    return meetings.finish(review.id).value


def test_the_stored_value_gives_the_same_bytes_again(book, documents):
    summary = finished(book, "+ fine\n/we send it by fri").summary
    assert documents.check(summary.id).pdf == documents.check(summary.id).pdf


def test_a_document_with_a_leak_is_not_written_and_what_was_there_stays(book, documents, tmp_path):
    summary = finished(book, "+ better than Globex Corporation").summary
    target = tmp_path / "out.pdf"
    target.write_bytes(b"before")
    with pytest.raises(LeakError, match="Globex Corporation"):
        documents.save(summary.id, target)

    assert target.read_bytes() == b"before"


def test_an_internal_line_does_not_get_out_by_way_of_a_sentence(book, documents):
    review = finished(book, "// careful with Pricing they are tired of us\n+ fine").review
    meetings = MeetingService(book, Journal(book.path))
    meetings.change(review.id, "sentences", ("They are tired of us, careful with Pricing they are tired of us",))
    summary = meetings.finish(review.id).value.summary

    assert {each.kind.value for each in documents.check(summary.id).leaks} == {"an internal line"}


def test_taken_out_makes_a_new_version_and_meant_is_remembered(book, documents, tmp_path):
    summary = finished(book, "+ better than Globex Corporation\n+ fine").summary
    fresh = documents.take_out(summary.id, "Globex Corporation").value
    assert (fresh.number, documents.newest(fresh.review_id).id) == (2, fresh.id)
    assert documents.check(fresh.id).leaks == ()
    assert "Globex" not in text_of(documents.check(fresh.id).pdf)

    documents.mean_it(summary.id, "Globex Corporation")
    assert documents.check(summary.id).leaks == ()
    assert documents.save(summary.id, tmp_path).name.endswith("-v1.pdf")


def test_what_is_taken_out_stays_out_of_later_versions_until_it_is_undone(book, documents):
    notes = "! Wants to leave for Globex Corporation\n/we beat Globex Corporation by fri\n+ fine"
    held = finished(book, notes)
    meetings = MeetingService(book, Journal(book.path))
    meetings.change(held.review.id, "sentences", ("A good year.", "Better than Globex Corporation."))
    meetings.change(held.review.id, "ask", "Ask Globex Corporation")
    summary = meetings.finish(held.review.id).value.summary
    taken = documents.take_out(summary.id, "Globex Corporation").value
    now = meetings.workspace(held.review.id)

    assert [each.line.set_aside for each in now.lines] == [True, True, False]
    assert (now.lines[0].record.set_aside, now.review.sentences, now.review.ask) == (True, ("A good year.",), "")
    assert meetings.finish(held.review.id).value.summary.id == taken.id

    book.undo()
    assert [each.line.set_aside for each in meetings.workspace(held.review.id).lines] == [False, False, False]
    assert documents.newest(held.review.id).id == summary.id


def test_an_earlier_promise_that_is_taken_out_is_set_aside_in_its_own_review(book, documents):
    meetings = MeetingService(book, Journal(book.path))
    account = the(book, "Łódź Logistics")
    first = meetings.hold_from_notes(account.id, "/we beat Globex Corporation by 3 dec\n+ fine", TUESDAY).value
    second = finished(book, "+ fine")
    documents.take_out(second.summary.id, "Globex Corporation")

    assert [each.line.set_aside for each in meetings.workspace(first.review.id).lines] == [True, False]


def test_a_leak_says_what_is_taken_out_with_it(book, documents):
    held = finished(book, "! Wants to leave for Globex Corporation\n+ fine")

    assert documents.shown(held.summary.id).goes["Globex Corporation"] == (
        "the concern “Wants to leave for Globex Corporation” is taken out of this summary and set aside for later ones"
    )


def test_a_quote_that_was_pasted_is_taken_out_and_may_still_be_agreed_to(book, documents):
    held = finished(book, '" We nearly opened the tender\n+ fine')
    meetings = MeetingService(book, Journal(book.path))
    meetings.change(held.review.id, "sentences", ("We nearly opened the tender.",))
    documents.take_out(meetings.finish(held.review.id).value.summary.id, "We nearly opened the tender")
    now = meetings.workspace(held.review.id)

    assert now.review.sentences == ()
    assert not now.lines[0].line.set_aside


def test_a_document_is_shown_with_its_review_and_versions(book, documents):
    summary = finished(book, "+ fine").summary
    now = documents.shown(summary.id)
    assert (now.account, [each.number for each in now.versions]) == ("Łódź Logistics", [1])
    assert now.document.file_name == "Łódź-Logistics-2026-Q4-review-summary-v1.pdf"


def test_a_review_that_is_not_finished_has_no_summary(book, documents):
    review = ReviewService(book).start_now(the(book, "Globex Corporation").id).value
    with pytest.raises(MissingError, match="Finish it in Wrap up"):
        documents.newest(review.id)


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ('Acme/Corp: "Q3"*?', "Acme-Corp-Q3"),
        ("CON", "CON-file"),
        ("../../evil", "evil"),
        ("客户", "客户"),
        ("..", "document"),
    ],
)
def test_file_names_are_safe_everywhere(name, expected):
    assert slug(name) == expected


def test_nothing_is_overwritten_in_a_folder(tmp_path):
    (tmp_path / "a.pdf").touch()
    (tmp_path / "a (2).pdf").touch()
    assert free_path(tmp_path, "a.pdf").name == "a (3).pdf"


def test_a_name_is_cut_at_its_bytes_and_between_letters():
    assert len(slug("A" * 300).encode()) == 120
    assert slug("客" * 90) == "客" * 40


def test_two_accounts_of_one_name_do_not_take_each_others_file(book, documents):
    with book.write("Two of one name") as work:
        twins = [work.accounts.put(Account(name="Twin Ltd.")) for _ in range(2)]
    meetings = MeetingService(book, Journal(book.path))
    today = book.clock.today()
    held = [meetings.hold_from_notes(each.id, "+ fine", today).value for each in twins]
    names = [documents.check(each.summary.id).file_name for each in held]

    assert len(set(names)) == 2
    assert names[0] == f"Twin-Ltd-2026-Q4-review-summary-{held[0].review.id.hex[:8]}-v1.pdf"


@pytest.fixture
def meetings(book):
    return MeetingService(book, Journal(book.path))


def again(meetings, review, notes: str):
    """Change the notes of a finished review and finish it again."""
    meetings.save_notes(review.id, notes)
    return meetings.finish(review.id).value.summary


def test_a_corrected_summary_says_what_changed_since_the_version_the_customer_has(book, documents, meetings):
    first = finished(book, "+ fine\n/d one trial")
    documents.mark_sent(first.summary.id)
    again(meetings, first.review, "+ fine\n/d one trial\n/d They are fools and always were")
    corrected = again(meetings, first.review, "+ fine\n/d one trial\n/d A second depot")
    text = text_of(documents.check(corrected.id).pdf)

    assert corrected.number == 3
    assert "What changed since version 1" in text
    assert "Added: A second depot" in text
    assert "fools" not in text


def test_a_corrected_summary_does_not_print_what_was_taken_out_of_it(book, documents, meetings):
    first = finished(book, "+ fine\n/d one trial\n/d They are fools and always were")
    documents.mark_sent(first.summary.id)
    text = text_of(documents.check(again(meetings, first.review, "+ fine\n/d one trial").id).pdf)

    assert "What was decided: something was taken out" in text
    assert "fools" not in text


def test_a_version_after_one_that_was_never_sent_says_nothing_of_it(book, documents, meetings):
    first = finished(book, "+ fine\n/d They are fools and always were")
    text = text_of(documents.check(again(meetings, first.review, "+ fine\n/d one trial").id).pdf)

    assert "changed" not in text
    assert "fools" not in text


def test_each_version_is_sent_by_itself(book, documents, meetings):
    first = finished(book, "+ fine")
    documents.mark_sent(first.summary.id)
    second = again(meetings, first.review, "+ fine\n/d one trial")
    assert [each.sent_on for each in documents.shown(second.id).versions] == [book.clock.today(), None]

    documents.mark_sent(second.id)
    assert documents.newest(first.review.id).sent_on == book.clock.today()
    assert again(meetings, first.review, "+ fine\n/d one trial").id == second.id


def test_a_version_with_a_leak_is_not_marked_as_sent(book, documents):
    summary = finished(book, "+ better than Globex Corporation").summary
    with pytest.raises(LeakError, match="Globex Corporation"):
        documents.mark_sent(summary.id)

    assert documents.newest(summary.review_id).sent_on is None


def test_taking_back_that_it_was_sent_takes_it_from_the_version_too(book, documents):
    held = finished(book, "+ fine")
    documents.mark_sent(held.summary.id)
    book.undo()
    with book.read() as reading:
        review, summary = reading.reviews.get(held.review.id), reading.summaries.get(held.summary.id)
    assert (review.sent_on, summary.sent_on) == (None, None)


@pytest.mark.parametrize(("other", "found"), [("northgate", []), ("freight", []), ("orbit", ["orbit"])])
def test_another_book_called_by_our_own_name_is_no_leak(book, other, found):
    with book.write("Our name") as work:
        work.books.put(replace(work.book, company="Northgate Freight Systems"))
    summary = finished(book, "+ the orbit of the moon").summary

    leaks = DocumentService(book, FONTS, (other,)).check(summary.id).leaks

    assert [each.words.casefold() for each in leaks] == found


def test_a_later_version_gives_a_day_that_is_not_over_yet():
    late = replace(FULL, finished_on=FULL.tell_us.by + timedelta(days=10))

    value = after([], late)

    assert value.tell_us.by == late.finished_on + timedelta(days=7)
    assert after([], replace(FULL, finished_on=FULL.held_on)).tell_us == FULL.tell_us
