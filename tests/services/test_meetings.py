"""Notes saved as they are typed, and what a person does with a meeting afterwards."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from reviewdesk.domain.audience import Audience
from reviewdesk.domain.clock import Clock
from reviewdesk.domain.concern import Concern
from reviewdesk.domain.errors import BookError, NotFinishedError, RefusedError, StaleError
from reviewdesk.domain.follow_up import WaitsOn
from reviewdesk.domain.marker import Marker
from reviewdesk.domain.review import ReviewState
from reviewdesk.domain.summary import from_json
from reviewdesk.services.documents import DocumentService
from reviewdesk.services.follow_ups import FollowUpService
from reviewdesk.services.meetings import MeetingService, Recovery, Sorting
from reviewdesk.services.reviews import ReviewService
from reviewdesk.storage.journal import Journal
from tests.books import a_store, small_book, the

FONTS = Path(__file__).parents[2] / "resources" / "fonts"


@pytest.fixture
def book(tmp_path):
    store = small_book(a_store(tmp_path))
    yield store
    store.close()


@pytest.fixture
def meetings(book):
    return MeetingService(book, Journal(book.path))


@pytest.fixture
def documents(book):
    return DocumentService(book, FONTS)


@pytest.fixture
def review(book):
    return ReviewService(book).start_now(the(book, "Łódź Logistics").id).value


def stored(book, review):
    with book.read() as reading:
        return reading.reviews.get(review.id)


def test_saved_notes_read_back_as_typed(book, meetings, review):
    text = "! late\n\n  /we send it by fri  \nplain\ttext"
    meetings.save_notes(review.id, text)

    assert stored(book, review).text == text
    assert meetings.workspace(review.id).text == text


def test_what_one_save_answers_is_what_is_stored(meetings, review):
    meetings.save_notes(review.id, "! late\nplain")
    answered = meetings.save_notes(review.id, "! late\nplain and more", seen="! late\nplain").value

    assert answered == meetings.workspace(review.id)


def test_a_save_after_undo_begins_from_what_undo_left(book, meetings, review):
    meetings.save_notes(review.id, "one\ntwo")
    with book.write("Something else") as work:
        work.colleagues.put(work.colleagues.where(name="Omar Haddad")[0])
    meetings.change_line(review.id, stored(book, review).lines[0].id, "See", audience=Audience.CUSTOMER)
    book.undo()
    with pytest.raises(StaleError):
        meetings.save_notes(review.id, "one\ntwo\nthree", seen="never seen")

    meetings.save_notes(review.id, "one\ntwo more", seen="one\ntwo")
    assert [each.audience for each in stored(book, review).lines] == [None, None]
    assert stored(book, review).text == "one\ntwo more"


def test_undoing_a_save_and_saving_again_loses_nothing(book, meetings, review):
    meetings.save_notes(review.id, "one\ntwo")
    kept = stored(book, review)
    meetings.change(review.id, "place", "Łódź")
    meetings.save_notes(review.id, "one\ntwo, changed", seen="one\ntwo")
    book.undo()
    assert stored(book, review).text == "one\ntwo"

    meetings.save_notes(review.id, "one, too\ntwo", seen="one\ntwo")
    assert stored(book, review).text == "one, too\ntwo"
    assert [each.id for each in stored(book, review).lines] == [each.id for each in kept.lines]


def test_notes_changed_elsewhere_are_not_overwritten(book, meetings, review):
    meetings.save_notes(review.id, "one")
    with pytest.raises(StaleError) as refused:
        meetings.save_notes(review.id, "mine", seen="something older")

    assert (refused.value.mine, refused.value.stored) == ("mine", "one")
    assert stored(book, review).text == "one"


def test_another_program_writing_in_between_is_seen(book, meetings, review):
    meetings.save_notes(review.id, "one\ntwo")
    MeetingService(book, Journal(book.path)).save_notes(review.id, "one\ntwo\nthree")

    with pytest.raises(StaleError):
        meetings.save_notes(review.id, "one\ntwo!", seen="one\ntwo")
    assert meetings.save_notes(review.id, "one\ntwo\nthree!", seen="one\ntwo\nthree").value.text.endswith("three!")


def test_a_draft_is_replayed_and_then_forgotten(book, meetings, review):
    meetings.keep_draft(review.id, "? typed and not saved", over=("",))
    after = MeetingService(book, Journal(book.path))

    assert after.replay_drafts() == (Recovery(review.id),)
    assert stored(book, review).text == "? typed and not saved"
    assert MeetingService(book, Journal(book.path)).replay_drafts() == ()


def test_an_old_draft_never_comes_back_over_what_was_saved_later(book, meetings, review):
    meetings.keep_draft(review.id, "Late invoices", over=("",))
    meetings.save_notes(review.id, "Late invoices again\n/we send list by 3 dec", seen="")

    assert MeetingService(book, Journal(book.path)).replay_drafts() == ()
    assert stored(book, review).text == "Late invoices again\n/we send list by 3 dec"


def test_a_draft_comes_back_beside_notes_that_were_saved_otherwise_since(book, meetings, review):
    meetings.keep_draft(review.id, "one\n/we send the list by 3 dec", over=("",))
    MeetingService(book, Journal(book.path)).save_notes(review.id, "one\ntwo, said elsewhere")

    after = MeetingService(book, Journal(book.path))
    assert after.replay_drafts() == (Recovery(review.id, differs=True),)
    now = stored(book, review)
    assert now.text == "one\ntwo, said elsewhere\nRecovered: /we send the list by 3 dec"
    assert [each.record for each in after.workspace(review.id).lines] == [None] * 3
    assert Journal(book.path).drafts() == ()
    assert book.undo().label == "Recovered notes"
    assert stored(book, review).text == "one\ntwo, said elsewhere"


def test_a_draft_whose_lines_all_stand_in_the_notes_is_forgotten(book, meetings, review):
    meetings.keep_draft(review.id, "two\none", over=("",))
    MeetingService(book, Journal(book.path)).save_notes(review.id, "one\ntwo\nthree")

    assert MeetingService(book, Journal(book.path)).replay_drafts() == ()
    assert stored(book, review).text == "one\ntwo\nthree"
    assert Journal(book.path).drafts() == ()


def test_a_draft_that_cannot_be_saved_at_the_start_stays_for_the_next(book, meetings, review, monkeypatch):
    meetings.keep_draft(review.id, "typed and not saved", over=("",))
    after = MeetingService(book, Journal(book.path))

    def full(*_asked, **_more):
        raise BookError("The disk is full.")

    with monkeypatch.context() as patch:
        patch.setattr(book, "write", full)
        assert after.replay_drafts() == (Recovery(review.id, refused="The disk is full."),)
    after.save_notes(review.id, "something else")

    again = MeetingService(book, Journal(book.path))
    assert again.replay_drafts() == (Recovery(review.id, differs=True),)
    assert stored(book, review).text == "something else\nRecovered: typed and not saved"


def test_a_draft_the_person_let_go_is_not_replayed(book, meetings, review):
    meetings.keep_draft(review.id, "not this")
    meetings.forget_draft(review.id)

    assert MeetingService(book, Journal(book.path)).replay_drafts() == ()


def test_a_sorted_line_makes_the_record_that_was_said(book, meetings, review):
    meetings.save_notes(review.id, "late deliveries again")
    line = stored(book, review).lines[0]
    omar = next(
        each for each in meetings.workspace(review.id).material.colleagues.values() if each.name.startswith("O")
    )
    now = meetings.sort(review.id, line.id, Sorting(Marker.OUR_PROMISE, colleague_id=omar.id, due=date(2026, 12, 3)))

    record = now.value.lines[0].record
    assert (record.colleague_id, record.due, record.is_promise) == (omar.id, date(2026, 12, 3), True)
    assert now.value.unsorted == 0
    again = meetings.sort(review.id, line.id, Sorting(Marker.CONCERN, severity=4)).value
    assert isinstance(again.lines[0].record, Concern)
    assert again.lines[0].record.severity == 4
    assert meetings.skip(review.id, line.id).value.lines[0].record is None


def test_only_as_many_lines_are_proposed_as_are_wanted(meetings, review):
    meetings.save_notes(review.id, "one\n! marked\ntwo\nthree")

    assert [each.line.text for each in meetings.unsorted(review.id, most=2)] == ["one", "two"]
    assert len(meetings.unsorted(review.id)) == 3


def test_a_concern_set_aside_stays_out_of_this_summary_and_later_ones(book, meetings, review):
    meetings.save_notes(review.id, "! a private matter")
    line = stored(book, review).lines[0]
    meetings.set_aside(review.id, line.id, aside=True)

    assert "A private matter" not in [each.summary for each in meetings.draft(review.id).concerns]
    with book.read() as reading:
        assert reading.concerns.get(line.record_id).set_aside


def test_the_agenda_filled_afresh_brings_up_nothing_this_meeting_brought(meetings, review):
    meetings.save_notes(review.id, "/we send plan Z by fri\n! a new worry")
    agenda = meetings.fill_agenda(review.id).value.agenda

    points = [point for each in agenda for point in each.points]
    assert not [each for each in points if "plan Z" in each or "new worry" in each]
    assert [each for each in points if "Send the revised delivery plan" in each]


def test_finishing_names_the_lines_of_promises_without_a_date(meetings, review):
    meetings.save_notes(review.id, "/we call\nplain\n/they answer")
    with pytest.raises(NotFinishedError, match=r"2 promises have no date \(lines 1, 3\)"):
        meetings.finish(review.id)


def test_finishing_holds_the_review_counts_as_contact_and_plans_the_next(book, meetings, review):
    meetings.save_notes(review.id, "+ fine")
    meetings.change(review.id, "next_on", date(2027, 2, 23))
    finished = meetings.finish(review.id).value

    assert finished.review.state is ReviewState.HELD
    assert finished.next_review.planned_on == date(2027, 2, 23)
    assert finished.next_review.agenda
    with book.read() as reading:
        assert [each.review_id for each in reading.contacts.where(review_id=review.id)] == [review.id]
    again = meetings.finish(review.id).value
    assert (again.summary, again.next_review) == (finished.summary, None)


def test_a_field_that_is_not_the_persons_to_change_is_refused(meetings, review):
    with pytest.raises(RefusedError):
        meetings.change(review.id, "state", ReviewState.HELD)


def test_what_is_added_after_the_summary_was_sent_is_said_in_the_corrected_one(meetings, documents, review):
    meetings.save_notes(review.id, "+ fine")
    documents.mark_sent(meetings.finish(review.id).value.summary.id)
    meetings.save_notes(review.id, "+ fine\n/d a trial in January")
    corrected = meetings.finish(review.id).value.summary

    assert corrected.number == 2
    assert from_json(corrected.value).changes == ("Added: A trial in January",)


def ahead(book, review):
    with book.read() as reading:
        return [each.planned_on for each in reading.reviews.where(account_id=review.account_id) if each.is_open]


def test_the_next_date_given_after_finishing_is_planned_and_moves_when_it_changes(book, meetings, review):
    meetings.save_notes(review.id, "+ fine")
    meetings.finish(review.id)
    for day in (date(2027, 2, 19), date(2027, 3, 4)):
        meetings.change(review.id, "next_on", day)
        meetings.finish(review.id)
        assert ahead(book, review) == [day]


@pytest.mark.parametrize("day", [date(2026, 11, 19), date(2026, 11, 24)])
def test_a_next_review_that_does_not_lie_after_this_one_is_refused(book, meetings, review, day):
    with pytest.raises(RefusedError, match="of 24 Nov. Give a later day"):
        meetings.change(review.id, "next_on", day)
    with book.write("From before") as work:
        work.reviews.put(replace(work.reviews.get(review.id), next_on=day))
    with pytest.raises(RefusedError, match="Give a later day"):
        meetings.finish(review.id)

    assert not stored(book, review).is_finished
    assert meetings.change(review.id, "next_on", None).value.next_on is None


def test_a_review_is_not_finished_on_a_day_to_come(book, meetings, review):
    with pytest.raises(RefusedError, match="still to come"):
        meetings.finish(review.id, held_on=date(2026, 11, 25))

    assert not stored(book, review).is_finished


def test_a_review_planned_for_that_day_already_is_the_next_one(book, meetings, review):
    planned = ReviewService(book).plan(review.account_id, date(2027, 2, 19)).value
    meetings.change(review.id, "next_on", date(2027, 2, 19))
    finished = meetings.finish(review.id).value

    assert finished.next_review.id == planned.id
    assert ahead(book, review) == [date(2027, 2, 19)]


def test_a_line_sorted_to_a_colleague_waits_on_them_and_on_nobody_of_the_customer(book, meetings, review):
    meetings.save_notes(review.id, "the price list will be sent")
    line = stored(book, review).lines[0]
    material = meetings.workspace(review.id).material
    omar = next(each for each in material.colleagues.values() if not each.is_me)
    anna = next(iter(material.people))
    said = Sorting(Marker.OUR_PROMISE, colleague_id=omar.id, person_id=anna, due=date(2026, 12, 3))
    record = meetings.sort(review.id, line.id, said).value.lines[0].record

    assert (record.colleague_id, record.waits_on, record.person_id) == (omar.id, WaitsOn.COLLEAGUE, None)


def test_a_sent_review_closes_with_its_last_follow_up_and_opens_again_with_it(book, meetings, documents, review):
    follow_ups = FollowUpService(book)
    meetings.save_notes(review.id, "/we call by 3 dec")
    summary = meetings.finish(review.id).value.summary
    promise = meetings.workspace(review.id).lines[0].record
    documents.mark_sent(summary.id)
    assert stored(book, review).state is ReviewState.SENT
    with book.read() as reading:
        asked = next(each for each in reading.follow_ups.where(review_id=review.id) if each.id != promise.id)
    follow_ups.done(asked.id)

    follow_ups.done(promise.id)
    assert stored(book, review).state is ReviewState.CLOSED
    follow_ups.reopen(promise.id)
    assert stored(book, review).state is ReviewState.SENT
    follow_ups.drop(promise.id, because="they have it")
    documents.mark_sent(summary.id)
    assert stored(book, review).state is ReviewState.CLOSED


def test_whoever_left_is_not_in_the_next_room(book, meetings, review):
    anna = review.people_ids[0]
    meetings.change(review.id, "next_on", date(2027, 2, 19))
    with book.write("She left") as work:
        work.people.put(replace(work.people.get(anna), left_on=date(2026, 11, 20)))

    assert anna not in meetings.finish(review.id).value.next_review.people_ids
    assert anna not in ReviewService(book).plan(review.account_id, date(2027, 5, 1)).value.people_ids


def test_notes_from_elsewhere_say_who_was_there(book, meetings):
    account = the(book, "Hooli")
    with book.read() as reading:
        first, second = reading.people.where(account_id=account.id)
    named = meetings.hold_from_notes(account.id, f"+ fine @{first.name}", date(2026, 11, 20)).value.review
    after = meetings.hold_from_notes(account.id, "+ fine", date(2026, 11, 23)).value.review

    assert named.people_ids == after.people_ids == (first.id,)
    assert second.id not in after.people_ids


def test_a_day_in_words_is_read_against_the_day_the_meeting_is_held(book, meetings):
    planned = ReviewService(book).plan(the(book, "Hooli").id, book.clock.today()).value
    book.clock = Clock(date(2026, 12, 15))
    now = meetings.save_notes(planned.id, "/we send it by fri\n! late").value
    assert now.lines[0].line.day == date(2026, 12, 18)

    book.clock = Clock(date(2026, 12, 16))
    assert meetings.finish(planned.id).value.review.held_on == date(2026, 12, 15)


def test_given_the_day_it_was_held_the_days_in_its_notes_follow(book, meetings):
    planned = ReviewService(book).plan(the(book, "Hooli").id, book.clock.today()).value
    book.clock = Clock(date(2026, 12, 15))
    meetings.save_notes(planned.id, "/we send it by fri\n! late")
    meetings.held_on(planned.id, date(2026, 11, 24))
    now = meetings.workspace(planned.id)

    assert (now.lines[0].line.day, now.lines[0].record.due) == (date(2026, 11, 27), date(2026, 11, 27))
    assert now.lines[1].record.raised_on == date(2026, 11, 24)
    assert not [each for each in now.lines if each.detached]
    assert meetings.finish(planned.id).value.review.held_on == date(2026, 11, 24)
    with pytest.raises(RefusedError):
        meetings.held_on(planned.id, date(2026, 11, 23))


def test_another_line_is_saved_without_reading_the_account_again(book, meetings, review):
    said = []
    meetings.save_notes(review.id, "first")
    meetings.save_notes(review.id, "first\nsecond")
    driver = book._writer._connection.connection
    driver.set_trace_callback(said.append)
    meetings.save_notes(review.id, "first\nsecond\nthird")
    driver.set_trace_callback(None)

    ours = [each for each in said if not each.startswith("--")]
    assert len(ours) <= 13
    assert not [each for each in ours if " FROM follow_up" in each or " FROM colleague" in each]
