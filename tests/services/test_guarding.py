"""What the guard finds beside summaries is decided words by words: taken out where it was typed, or kept as meant."""

import pytest

from reviewdesk.domain.errors import LeakError, RefusedError
from reviewdesk.domain.review import AgendaItem
from reviewdesk.reports.leak_guard import text_of
from reviewdesk.services.accounts import AccountService
from reviewdesk.services.calendar import CalendarService
from reviewdesk.services.documents import DocumentService
from reviewdesk.services.guarding import GuardService
from reviewdesk.services.mails import MailService
from reviewdesk.services.meetings import MeetingService
from reviewdesk.services.print_outs import PrintOutService
from reviewdesk.services.reviews import ReviewService
from reviewdesk.storage.journal import Journal
from reviewdesk.wiring import resources_folder
from tests.books import TUESDAY, a_store, small_book, the


@pytest.fixture
def store(tmp_path):
    made = small_book(a_store(tmp_path))
    yield made
    made.close()


@pytest.fixture
def prints(store):
    return PrintOutService(store, resources_folder() / "fonts")


@pytest.fixture
def guard(store):
    return GuardService(store)


@pytest.fixture
def review_id(store):
    lodz = the(store, "Łódź Logistics").id
    AccountService(store).change(lodz, "rivals", "Zyxo Freight")
    review = ReviewService(store).plan(lodz, TUESDAY.replace(year=2027)).value
    items = (AgendaItem(title="Why not Zyxo Freight", minutes=5), AgendaItem(title="The new slot", minutes=10))
    MeetingService(store, Journal(store.path)).change(review.id, "agenda", items)
    return review.id


def held(work):
    """Give what was held back."""
    with pytest.raises(LeakError) as caught:
        work()
    return caught.value.held


def test_a_pre_read_that_is_held_back_says_what_stands_where(prints, review_id):
    found = held(lambda: prints.pre_read(review_id))

    assert [(each.kind, each.words, each.page) for each in found.leaks] == [("a rival", "Zyxo Freight", 1)]
    assert found.leaks[0].areas
    assert "Zyxo Freight" in text_of(found.pdf)
    assert found.file_name.endswith("pre-read.pdf")


def test_what_is_meant_is_kept_in_the_history_and_goes_out(store, prints, guard, review_id):
    outcome = guard.mean_it(held(lambda: prints.pre_read(review_id)), "Zyxo Freight")

    assert outcome.changes.label == "“Zyxo Freight” is meant"
    assert "Zyxo Freight" in text_of(prints.pre_read(review_id).pdf)
    store.undo()
    assert held(lambda: prints.pre_read(review_id)) is not None


def test_what_is_taken_out_is_gone_where_it_was_typed(store, prints, guard, review_id):
    guard.take_out(held(lambda: prints.pre_read(review_id)), "Zyxo Freight")

    assert "Zyxo" not in text_of(prints.pre_read(review_id).pdf)
    with store.read() as reading:
        assert [each.title for each in reading.reviews.get(review_id).agenda] == ["The new slot"]


def test_what_stands_where_nothing_can_be_taken_out_is_said(prints, guard, review_id):
    found = held(lambda: prints.pre_read(review_id))
    with pytest.raises(RefusedError, match="Change it where it was typed"):
        guard.take_out(found, "Łódź Logistics")


def test_an_invitation_is_held_back_with_its_text_and_may_be_meant(store, prints, guard, review_id):
    fonts = resources_folder() / "fonts"
    mails = MailService(store, DocumentService(store, fonts), CalendarService(store), prints)
    found = held(lambda: mails.invitation(review_id))
    assert "Zyxo Freight" in found.text
    assert found.may_take_out

    guard.mean_it(found, "Zyxo Freight")
    assert mails.invitation(review_id).value.path.exists()
    assert held(lambda: mails.pre_read(review_id)).document == "pre-read"


@pytest.mark.parametrize("name", ["Target", "Next", "Cheers", "Carrier"])
def test_an_account_called_like_a_word_is_caught_where_it_was_planted_and_nowhere_else(store, prints, name):
    fonts = resources_folder() / "fonts"
    mails = MailService(store, DocumentService(store, fonts), CalendarService(store), prints)
    AccountService(store).add(name)
    review = ReviewService(store).plan(the(store, "Łódź Logistics").id, TUESDAY.replace(year=2027)).value
    meetings = MeetingService(store, Journal(store.path))
    plain = (AgendaItem(title="The new slot", minutes=10),)
    meetings.change(review.id, "agenda", plain)
    assert prints.pre_read(review.id).pdf
    assert mails.invitation(review.id).value.path.exists()

    meetings.change(review.id, "agenda", (*plain, AgendaItem(title=f"What {name} pays for it", minutes=5)))
    for work in (lambda: prints.pre_read(review.id), lambda: mails.invitation(review.id)):
        assert [each.words for each in held(work).leaks] == [name]
