"""Planning reviews: due, ahead and held, and the one that is held today."""

from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from reviewdesk.domain.errors import RefusedError
from reviewdesk.domain.review import ReviewKind, ReviewState
from reviewdesk.services.documents import DocumentService
from reviewdesk.services.meetings import MeetingService
from reviewdesk.services.reviews import ReviewService
from reviewdesk.storage.journal import Journal
from tests.books import TUESDAY, a_store, small_book, the

FONTS = Path(__file__).parents[2] / "resources" / "fonts"


@pytest.fixture
def book(tmp_path):
    store = small_book(a_store(tmp_path))
    yield store
    store.close()


@pytest.fixture
def reviews(book):
    return ReviewService(book)


def test_an_account_with_a_booked_review_is_ahead_and_not_due(book, reviews):
    lists = reviews.lists()
    assert "Łódź Logistics" in [each.account for each in lists.ahead]
    assert "Łódź Logistics" not in [each.account for each in lists.due]
    assert [each.day for each in lists.due] == sorted(each.day for each in lists.due)
    assert [each.day for each in lists.held] == sorted((each.day for each in lists.held), reverse=True)


def test_planning_fills_the_agenda_and_takes_the_account_off_the_due_ones(book, reviews):
    account = the(book, "Globex Corporation")
    review = reviews.plan(account.id, date(2026, 12, 8), starts_at=datetime(2026, 12, 8, 9, tzinfo=UTC)).value

    assert (review.period, len(review.agenda)) == ("2026 Q4", 6)
    assert account.id not in [each.account_id for each in reviews.lists().due]
    assert [each for each in review.agenda if "Nobody answers us for a week (reported)" in each.points]


@pytest.mark.parametrize(
    ("months", "kind"),
    [(2, "ad hoc"), (3, "quarterly"), (4, "quarterly"), (6, "half-yearly"), (12, "yearly"), (18, "yearly")],
)
def test_a_planned_review_is_of_the_kind_its_account_is_due_for(book, reviews, months, kind):
    account = the(book, "Globex Corporation")
    with book.write("Every so often") as work:
        work.accounts.put(replace(work.accounts.get(account.id), interval_months=months))

    due = [each.kind for each in reviews.lists().due if each.account_id == account.id]
    assert due == ([kind] if months < 6 else [])  # held in August: not due yet where it is every six months
    assert reviews.plan(account.id, date(2026, 12, 8)).value.kind == kind
    assert reviews.plan(account.id, date(2026, 12, 9), kind=ReviewKind.RECOVERY).value.kind is ReviewKind.RECOVERY


def test_a_day_that_is_past_is_refused_with_what_to_do(book, reviews):
    with pytest.raises(RefusedError, match="Choose a coming day"):
        reviews.plan(the(book, "Globex Corporation").id, date(2026, 11, 23))


def test_starting_now_takes_the_review_of_today_and_makes_no_second_one(book, reviews):
    account = the(book, "Łódź Logistics")
    first, again = reviews.start_now(account.id).value, reviews.start_now(account.id).value
    assert first.id == again.id
    assert first.planned_on == book.clock.today()

    other = the(book, "Globex Corporation")
    made = reviews.start_now(other.id).value
    assert reviews.start_now(other.id).value.id == made.id


def test_moving_keeps_one_calendar_entry_and_cancelling_moves_no_clock(book, reviews):
    account = the(book, "Stark Industries")
    with book.read() as reading:
        planned = next(each for each in reading.reviews.where(account_id=account.id) if each.is_open)
    moved = reviews.move(planned.id, date(2026, 12, 10)).value
    assert moved.calendar_sequence == planned.calendar_sequence + 1

    cancelled = reviews.cancel(planned.id, because="ill").value
    assert (cancelled.state, cancelled.reason) == (ReviewState.CANCELLED, "ill")
    assert not [each for each in reviews.lists().ahead if each.review_id == planned.id]
    with pytest.raises(RefusedError):
        reviews.move(planned.id, date(2026, 12, 11))


def test_a_held_review_says_which_version_of_its_summary_the_customer_has(book, reviews):
    review = reviews.start_now(the(book, "Łódź Logistics").id).value
    meetings, documents = MeetingService(book, Journal(book.path)), DocumentService(book, FONTS)
    meetings.save_notes(review.id, "+ fine")
    documents.mark_sent(meetings.finish(review.id).value.summary.id)
    meetings.save_notes(review.id, "+ fine\n/d one trial")
    meetings.finish(review.id)
    row = next(each for each in reviews.lists().held if each.review_id == review.id)

    assert (row.summaries, row.sent, row.sent_on) == (2, 1, TUESDAY)


def test_each_held_review_counts_its_summaries(book, reviews):
    assert {each.summaries for each in reviews.lists().held} == {0}
