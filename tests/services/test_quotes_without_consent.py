"""Words of theirs in quotation marks are printed only with consent, wherever they were typed."""

from pathlib import Path

import pytest

from reviewdesk.domain.account import Account
from reviewdesk.domain.leaks import LeakKind
from reviewdesk.domain.people import Colleague
from reviewdesk.domain.said import Consent
from reviewdesk.services.documents import DocumentService
from reviewdesk.services.meetings import MeetingService
from reviewdesk.services.reviews import ReviewService
from reviewdesk.storage.journal import Journal
from tests.books import a_store

FONTS = Path(__file__).parents[2] / "resources" / "fonts"
TENDER = "We nearly opened the tender"


@pytest.fixture
def book(tmp_path):
    store = a_store(tmp_path)
    with store.write("Colleagues") as work:
        work.colleagues.put(Colleague(name="Dana Reyes", is_me=True))
    yield store
    store.close()


@pytest.fixture
def meetings(book):
    return MeetingService(book, Journal(book.path))


@pytest.fixture
def review(book):
    with book.write("Account") as work:
        account = work.accounts.put(Account(name="Alpha GmbH"))
    return ReviewService(book).start_now(account.id).value


def found(book, meetings, review):
    """Finish the review and give the words in its summary that nobody agreed to."""
    checked = DocumentService(book, FONTS).check(meetings.finish(review.id).value.summary.id)
    return [each.words for each in checked.leaks if each.kind is LeakKind.QUOTE]


def wanting(meetings, review):
    return [each.about for each in meetings.workspace(review.id).missing if "quote" in each.words]


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ('/d We do "what they told us" now', "what they told us"),
        ("/we Fix what Peter called “a complete and utter mess” by fri", "a complete and utter mess"),
        ("/they send «the list we never got» by fri", "the list we never got"),
    ],
)
def test_a_line_with_words_in_quotation_marks_waits_for_consent(book, meetings, review, line, words):
    meetings.save_notes(review.id, line)

    assert len(wanting(meetings, review)) == 1
    assert found(book, meetings, review) == [words]


def test_a_line_reworded_with_their_words_waits_for_consent(book, meetings, review):
    line = meetings.save_notes(review.id, "/d A new price list").value.lines[0].line
    meetings.reword(review.id, line.id, 'Peter said "you lied to us"')

    assert wanting(meetings, review) == ['Peter said "you lied to us"']
    assert found(book, meetings, review) == ["you lied to us"]


@pytest.mark.parametrize("text", [TENDER, f"As you said, “{TENDER}” in May", "We nearly opened the tender, you said."])
@pytest.mark.parametrize("field", ["sentences", "ask", "commitment"])
def test_a_quote_without_consent_does_not_get_out_by_way_of_what_is_written_by_hand(
    book, meetings, review, field, text
):
    meetings.save_notes(review.id, f'" {TENDER}')
    meetings.change(review.id, field, (text,) if field == "sentences" else text)

    assert found(book, meetings, review) == [TENDER]


def test_what_they_agreed_to_may_be_said_anywhere(book, meetings, review):
    quote = meetings.save_notes(review.id, f'" {TENDER}').value.lines[0].record
    meetings.consent(quote.id, Consent.UNNAMED)
    meetings.change(review.id, "sentences", (f"You said “{TENDER}”.",))

    assert wanting(meetings, review) == []
    assert found(book, meetings, review) == []


def test_a_product_in_quotation_marks_is_no_quote(book, meetings, review):
    meetings.save_notes(review.id, '/d The “Blue Line” goes on\n/we send "Gold" by fri')

    assert wanting(meetings, review) == []
    assert found(book, meetings, review) == []


def test_a_rival_in_a_quote_that_is_meant_is_still_found(book, meetings, review):
    meetings.save_notes(review.id, "/d We do “what Globex does for us”\n/c Globex is cheap")
    documents = DocumentService(book, FONTS)
    summary = meetings.finish(review.id).value.summary
    documents.mean_it(summary.id, "what Globex does for us")

    assert [each.words for each in documents.check(summary.id).leaks] == ["Globex"]
