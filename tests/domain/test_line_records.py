"""Marked lines make records: what they say, whose and by when."""

from dataclasses import replace
from datetime import date

import pytest

from reviewdesk.domain.concern import Concern
from reviewdesk.domain.follow_up import FollowUp, Side, WaitsOn
from reviewdesk.domain.line_records import detached, read_line
from reviewdesk.domain.marker import Marker
from reviewdesk.domain.review import NoteLine
from reviewdesk.domain.said import Consent, Opportunity, Question, Quote
from tests.domain.meetings import ANNA, DANA, OMAR, PIOTR, TUESDAY, Notes, meeting_of, review


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("[] call them", FollowUp),
        ("/we send it by fri", FollowUp),
        ("/they send it", FollowUp),
        ("!! late", Concern),
        ("? why", Question),
        ('" we like it', Quote),
        ("/o a second line", Opportunity),
    ],
)
def test_a_marked_line_makes_its_kind_of_record(text, kind):
    assert type(Notes(text).record()) is kind


@pytest.mark.parametrize("text", ["plain words", "+ fine", "/d decided", "/c FastFreight", "// only me", "   ", ""])
def test_other_lines_make_none(text):
    notes = Notes(text)
    assert notes.records == {}


def test_our_promise_is_mine_by_its_date_and_waits_on_me():
    promise = Notes("/we send the revised delivery plan by fri").record()
    assert isinstance(promise, FollowUp)
    assert (promise.what, promise.due) == ("Send the revised delivery plan", date(2026, 11, 27))
    assert (promise.side, promise.colleague_id, promise.waits_on) == (Side.OURS, DANA, WaitsOn.ME)
    assert promise.is_promise
    assert promise.said_on == TUESDAY


def test_a_promise_of_ours_with_a_colleagues_name_waits_on_them():
    promise = Notes("/we look at the invoices @Omar by 3 dec").record()
    assert isinstance(promise, FollowUp)
    assert (promise.colleague_id, promise.waits_on) == (OMAR, WaitsOn.COLLEAGUE)


def test_a_promise_of_theirs_waits_on_the_customer():
    promise = Notes("/they send the forecast @Piotr by 8 dec").record()
    assert isinstance(promise, FollowUp)
    assert (promise.side, promise.person_id, promise.colleague_id) == (Side.THEIRS, PIOTR, None)
    assert promise.waits_on is WaitsOn.CUSTOMER


def test_a_concern_has_its_severity_words_summary_and_tags():
    concern = Notes("!!! two late deliveries #delivery").record()
    assert isinstance(concern, Concern)
    assert (concern.severity, concern.tags) == (3, ("delivery",))
    assert concern.summary == "Two late deliveries"
    assert "two late deliveries" in concern.words


def test_a_quote_is_of_the_person_named_in_it():
    quote = Notes('" we nearly left @Anna').record()
    assert isinstance(quote, Quote)
    assert quote.person_id == ANNA


def test_by_friday_on_a_friday_is_next_week_and_is_read_again_only_when_its_words_change():
    one = review()
    friday = replace(meeting_of(one), on=date(2026, 11, 27))
    line = read_line(NoteLine(text="/we send it by fri"), friday).line
    assert line.day == date(2026, 12, 4)

    later = read_line(line, replace(friday, on=date(2026, 12, 1)))
    assert later.line.day == date(2026, 12, 4)
    moved = read_line(replace(line, text="/we send it by thu"), friday)
    assert moved.line.day == date(2026, 12, 3)


def test_a_line_without_a_mark_is_what_it_was_sorted_as():
    line = NoteLine(text="they name a techn. contact 2 wks", sorted_as=Marker.THEIR_PROMISE)
    read = read_line(line, meeting_of(review()))
    assert read.marker is Marker.THEIR_PROMISE
    assert read.line.day == date(2026, 12, 8)


def test_a_mark_counts_more_than_what_the_line_was_sorted_as():
    line = NoteLine(text="! late", sorted_as=Marker.QUESTION)
    assert read_line(line, meeting_of(review())).marker is Marker.CONCERN


def test_fields_changed_elsewhere_are_named_and_no_others():
    notes = Notes("/we send the plan by fri")
    read = read_line(notes.review.lines[0], meeting_of(notes.review))
    changed = replace(notes.record(), due=date(2026, 12, 24))

    assert detached(read, notes.record(), meeting_of(notes.review)) == ()
    assert detached(read, changed, meeting_of(notes.review)) == ("due",)


def test_what_sort_was_told_about_a_line_and_a_wording_for_print_contradict_nothing():
    concern = Notes("! late invoices")
    line = replace(NoteLine(text="late again"), sorted_as=Marker.CONCERN)
    read = read_line(line, meeting_of(concern.review))
    sorted_record = replace(concern.record(), words="late again", summary="Deliveries are late", severity=3)
    assert detached(read, sorted_record, meeting_of(concern.review)) == ()

    promise = Notes("/we send the plan by fri")
    handed_on = replace(promise.record(), colleague_id=OMAR, waits_on=WaitsOn.COLLEAGUE)
    read = read_line(promise.review.lines[0], meeting_of(promise.review))
    assert detached(read, handed_on, meeting_of(promise.review)) == ()


@pytest.mark.parametrize(
    ("text", "hint"),
    [
        ("/we send it by 20 nov 2026", "before the meeting"),
        ("/we send it by thu 27 nov", "is a Friday"),
        ("[] call on Monday, the 8th of december", "is a Tuesday"),
        ("[] see the figures of 20 nov 2026", ""),
        ("/we send it by fri 27 nov", ""),
        ("/we send it by thu", ""),
    ],
)
def test_a_day_that_cannot_be_meant_is_taken_with_a_quiet_hint(text, hint):
    notes = Notes(text)
    read = read_line(notes.review.lines[0], meeting_of(notes.review))

    assert hint in read.said.hint
    assert bool(hint) == bool(read.said.hint)


def test_consent_holds_for_the_words_it_was_given_for():
    notes = Notes('" we nearly opened the tender')
    quote = notes.record()
    notes.records[quote.id] = replace(quote, consent=Consent.NAMED)
    notes.type('" we nearly opened the tender  ')
    assert notes.record().consent is Consent.NAMED

    notes.type('" we will never trust your manager')
    assert notes.record().consent is Consent.NOT_ASKED


def test_a_line_emptied_to_be_written_anew_keeps_its_record_and_what_was_said_of_it():
    notes = Notes("/we send the list by 3 dec")
    record = notes.record()
    notes.records[record.id] = replace(record, due=date(2026, 12, 9))
    notes.type("/we ")
    assert notes.record().withdrawn

    notes.type("/we send the forecast")
    now = notes.record()
    assert (now.id, now.what, now.due, now.withdrawn) == (record.id, "Send the forecast", date(2026, 12, 9), False)


@pytest.mark.parametrize(
    ("typed", "title"),
    [
        ("/they send the forecast in 1 week @Anna", "Send the forecast"),
        ("/they send the forecast @Anna Nowak by 3 dec #plan", "Send the forecast"),
        ("/we look at it @Omar", "Look at it"),
        ("/they agree on the date with @Anna", "Agree on the date with Anna"),
        ("[] call @Anna", "Call Anna"),
        ("/they @Anna", "Anna"),
    ],
)
def test_who_does_it_is_its_owner_and_no_part_of_what_is_to_be_done(typed, title):
    assert Notes(typed).record().what == title
