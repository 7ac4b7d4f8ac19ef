"""Drafts to a customer: what they say, what they make known to the book, and what stays here."""

import email
from dataclasses import replace
from datetime import date, timedelta
from email.policy import default

import icalendar
import pytest

from reviewdesk.domain.errors import LeakError, RefusedError
from reviewdesk.domain.follow_up import FollowUp, WaitsOn
from reviewdesk.domain.ladder import Rung
from reviewdesk.domain.review import AgendaItem, ReviewState
from reviewdesk.reports.leak_guard import text_of
from reviewdesk.services.calendar import CalendarService
from reviewdesk.services.documents import DocumentService
from reviewdesk.services.follow_ups import FollowUpService
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
def mails(store):
    fonts = resources_folder() / "fonts"
    return MailService(store, DocumentService(store, fonts), CalendarService(store), PrintOutService(store, fonts))


def planned(store, name="Łódź Logistics", days=30):
    return ReviewService(store).plan(the(store, name).id, TUESDAY + timedelta(days=days)).value


def finished(store, notes="/we send the plan by 3 March 2027\n// Anna is tired of us\n+ the new slot works well"):
    meetings = MeetingService(store, Journal(store.path))
    review = ReviewService(store).start_now(the(store, "Łódź Logistics").id).value
    meetings.save_notes(review.id, notes)
    meetings.change(review.id, "next_on", TUESDAY + timedelta(days=91))
    return meetings.finish(review.id).value


def read(path):
    return email.message_from_bytes(path.read_bytes(), policy=default)


def body(path):
    return read(path).get_body().get_content().replace("\r\n", "\n")


def stored(store, review_id):
    with store.read() as reading:
        return reading.reviews.get(review_id)


def test_the_summary_goes_with_its_pdf_the_next_date_and_what_was_agreed(store, mails):
    done = finished(store)

    written = mails.summary(done.summary.id).value

    mail = read(written.path)
    text = body(written.path)
    assert mail["X-Unsent"] == "1"
    assert "send the plan" in text.casefold()
    assert "3 Mar 2027" in text
    assert "tired" not in text
    pdf, ics = mail.iter_attachments()
    assert pdf.get_content().startswith(b"%PDF")
    (event,) = icalendar.Calendar.from_ical(ics.get_content()).walk("VEVENT")
    assert event.decoded("dtstart") == TUESDAY + timedelta(days=91)


def test_drafting_the_summary_counts_as_sending_it_and_opens_the_question_whether_they_remember_it(store, mails):
    done = finished(store)

    mails.summary(done.summary.id)

    review = stored(store, done.review.id)
    assert (review.state, review.sent_on) == (ReviewState.SENT, TUESDAY)
    with store.read() as reading:
        asked = [each for each in reading.follow_ups.where(review_id=review.id) if "otherwise" in each.what]
    assert [(each.waits_on, each.due) for each in asked] == [(WaitsOn.CUSTOMER, TUESDAY + timedelta(days=7))]


def test_a_corrected_version_gives_them_until_its_own_day_and_asks_once(store, mails):
    done = finished(store)
    mails.summary(done.summary.id)
    meetings = MeetingService(store, Journal(store.path))
    meetings.save_notes(done.review.id, "/we send the plan by 3 March 2027\n/d the trial goes on")
    second = meetings.finish(done.review.id).value
    assert second.summary.number == 2

    written = mails.summary(second.summary.id).value

    assert "corrected summary" in body(written.path)
    with store.read() as reading:
        assert len([e for e in reading.follow_ups.where(review_id=done.review.id) if "otherwise" in e.what]) == 1


def test_a_review_is_closed_when_that_question_and_all_else_has_ended(store, mails):
    done = finished(store)
    mails.summary(done.summary.id)
    steps = FollowUpService(store)
    with store.read() as reading:
        left = [each for each in reading.follow_ups.where(review_id=done.review.id) if each.is_open]
    for each in left:
        assert stored(store, done.review.id).state is ReviewState.SENT
        steps.done(each.id)

    assert stored(store, done.review.id).state is ReviewState.CLOSED


def test_an_invitation_has_day_agenda_and_entry_and_makes_the_review_invited(store, mails):
    review = planned(store)

    written = mails.invitation(review.id).value

    text = body(written.path)
    assert "invite you to our next review" in text
    assert "Your view first (10 min)" in text
    assert "What would make you look at another supplier?" not in text
    (ics,) = read(written.path).iter_attachments()
    (event,) = icalendar.Calendar.from_ical(ics.get_content()).walk("VEVENT")
    assert event.decoded("dtstart") == review.planned_on
    invited = stored(store, review.id)
    assert (invited.state, invited.invited_on) == (ReviewState.INVITED, TUESDAY)
    assert next(each.done_on for each in invited.ladder if each.rung is Rung.INVITE) == TUESDAY


def test_a_move_is_told_with_the_same_entry_and_a_higher_number(store, mails):
    review = planned(store)
    first = mails.invitation(review.id).value
    ReviewService(store).move(review.id, TUESDAY + timedelta(days=37))
    assert not stored(store, review.id).knows_of_move

    second = mails.invitation(review.id).value

    assert "has a new date" in body(second.path)
    one, two = (
        next(iter(icalendar.Calendar.from_ical(next(read(each.path).iter_attachments()).get_content()).walk("VEVENT")))
        for each in (first, second)
    )
    assert one["uid"] == two["uid"]
    assert two["sequence"] > one["sequence"]
    assert stored(store, review.id).knows_of_move


def test_a_review_that_was_called_off_is_told_as_such_and_stays_called_off(store, mails):
    review = planned(store)
    ReviewService(store).cancel(review.id, because="their audit")

    written = mails.invitation(review.id).value

    assert "cannot take place" in body(written.path)
    assert "audit" not in body(written.path)
    assert stored(store, review.id).state is ReviewState.CANCELLED


def test_the_pre_read_tells_how_far_our_promises_are_and_ticks_its_step(store, mails):
    account = the(store, "Łódź Logistics")
    with store.write("Promise") as work:
        work.follow_ups.put(FollowUp(account_id=account.id, what="Watch the rival", due=date(2026, 12, 1)))
        work.follow_ups.put(FollowUp(account_id=account.id, what="Ask their boss", is_promise=True))
    done = finished(store, "/we bring the samples by 3 March 2027\n/we train the night shift by 4 March 2027")
    with store.read() as reading:
        trained = next(e for e in reading.follow_ups.where(review_id=done.review.id) if "train" in e.what.casefold())
    FollowUpService(store).done(trained.id)
    review = planned(store, days=60)

    path = mails.pre_read(review.id).value.path

    text = body(path)
    (pdf,) = read(path).iter_attachments()
    assert pdf.get_filename() == "Łódź-Logistics-2027-01-23-pre-read.pdf"
    assert "Train the night shift" in text_of(pdf.get_content())
    assert "- Bring the samples (still open)" in text
    assert "- Train the night shift (done)" in text
    assert "Watch the rival" not in text
    assert "Ask their boss" not in text
    assert next(e.done_on for e in stored(store, review.id).ladder if e.rung is Rung.PRE_READ) == TUESDAY


@pytest.mark.parametrize(("language", "words"), [("de", "Guten Tag"), ("fr", "Bonjour"), ("pl", "Hello")])
def test_a_draft_is_in_the_language_of_the_account(store, mails, language, words):
    with store.write("Language") as work:
        work.accounts.put(replace(work.accounts.get(the(store, "Łódź Logistics").id), language=language))
    assert body(mails.invitation(planned(store).id).value.path).startswith(words)


def test_who_has_no_address_is_named(store, mails):
    review = planned(store)
    with store.write("No address") as work:
        people = [replace(work.people.get(each), email="") for each in review.people_ids]
        work.people.put_all(people)

    written = mails.invitation(review.id).value

    assert read(written.path)["To"] is None
    assert set(written.lacking) == {each.name for each in people}


def test_an_internal_word_in_an_agenda_stops_the_draft(store, mails):
    review = planned(store)
    other = the(store, "Globex Corporation").name
    with store.write("Agenda") as work:
        item = AgendaItem(title=f"Why {other} left us", minutes=5)
        work.reviews.put(replace(work.reviews.get(review.id), agenda=(item,)))

    with pytest.raises(LeakError, match=other):
        mails.invitation(review.id)
    assert not mails.folder.exists() or list(mails.folder.iterdir()) == []
    assert stored(store, review.id).state is ReviewState.PLANNED


def test_a_summary_with_a_leak_is_not_drafted_and_not_sent(store, mails):
    done = finished(store, "/we tell Globex Corporation nothing by 3 March 2027")

    with pytest.raises(LeakError):
        mails.summary(done.summary.id)
    assert stored(store, done.review.id).sent_on is None


def test_drafts_stand_beside_each_other(store, mails):
    review = planned(store)
    paths = {mails.invitation(review.id).value.path for _ in range(3)}
    assert len(paths) == 3


def test_what_is_over_or_has_no_day_is_not_invited_to(store, mails):
    done = finished(store)
    with pytest.raises(RefusedError, match="ahead"):
        mails.invitation(done.review.id)
    with pytest.raises(RefusedError, match="ahead"):
        mails.pre_read(done.review.id)


def test_a_folder_that_cannot_be_made_is_told(store, mails):
    mails.folder.write_text("a file is in the way")
    with pytest.raises(RefusedError, match="cannot be"):
        mails.invitation(planned(store).id)


def test_the_link_is_short_enough_for_every_mail_program(store, mails):
    review = planned(store)
    with store.write("Agenda") as work:
        items = tuple(AgendaItem(title=f"A long item of the agenda number {n}", minutes=5) for n in range(60))
        work.reviews.put(replace(work.reviews.get(review.id), agenda=items))
    link = mails.invitation(review.id).value.link
    assert link.startswith("mailto:")
    assert len(link) <= 1900
