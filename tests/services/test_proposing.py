"""Proposals on a real book: nothing that names a rival, another customer, or what is ours in the same meeting."""

from dataclasses import replace

import pytest

from reviewdesk.services.meetings import MeetingService
from reviewdesk.services.proposing import ProposingService
from reviewdesk.services.reviews import ReviewService
from reviewdesk.storage.journal import Journal
from tests.books import a_store, small_book, the

CLEAN = "+ planning saves half a day a week since June\n/d fixed slot as a trial from January on"


@pytest.fixture
def book(tmp_path):
    store = small_book(a_store(tmp_path))
    yield store
    store.close()


@pytest.fixture
def propose_from(book):
    """Propose from the notes of a review, in a book with a rival."""
    meetings = MeetingService(book, Journal(book.path))
    review_id = ReviewService(book).start_now(the(book, "Łódź Logistics").id).value.id
    with book.write("rival") as work:
        work.accounts.put(replace(work.accounts.get(the(book, "Hooli").id), rivals=("FastFreight",)))

    def proposals(notes: str, others=()):
        material = meetings.save_notes(review_id, notes).value.material
        found = ProposingService(book, lambda: others).proposals(material)
        return [each.words for each in found.sentences], [each.heard for each in found.heard]

    return proposals


def test_what_the_customer_may_read_is_proposed(propose_from):
    sentences, heard = propose_from(CLEAN)

    assert sentences == [
        "Planning saves half a day a week since June.",
        "Fixed slot as a trial from January on.",
    ]
    assert heard == ["Planning saves half a day a week since June"]


@pytest.mark.parametrize(
    "line",
    [
        "+ we are 3 % faster than fastfreight since June, every week",
        "+ Hooli has the same slot since June and saves half a day a week",
        "+ their margin 22 % is up from 18 % since the new liner",
        "+ North Book shows the same since June, 3 % less",
    ],
)
def test_what_names_a_rival_another_customer_an_internal_value_or_another_book_is_not_proposed(propose_from, line):
    assert propose_from(f"{line}\n{CLEAN}", ("North Book",)) == propose_from(CLEAN)


def test_what_is_noted_as_mine_in_the_same_words_is_not_proposed(propose_from):
    mine = "// Piotr will lose his job when line 2 stops twice"
    line = "+ Piotr will lose his job when line 2 stops, 3 times since June"

    assert propose_from(f"{mine}\n{line}\n{CLEAN}") == propose_from(f"{mine}\n{CLEAN}")


def test_proposing_writes_nothing(propose_from, book):
    propose_from(CLEAN)
    with book.read() as reading:
        before = reading.reviews.where(account_id=the(book, "Łódź Logistics").id)
    propose_from(CLEAN)
    with book.read() as reading:
        assert reading.reviews.where(account_id=the(book, "Łódź Logistics").id) == before
        assert all(not each.sentences and not each.heard for each in before if not each.is_held)
