"""What was kept from a customer in one review stays kept in the next ones: in the value, and by the second wall."""

from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from reviewdesk.domain.account import Account
from reviewdesk.domain.audience import Audience
from reviewdesk.domain.follow_up import FollowUp
from reviewdesk.domain.leaks import LeakKind
from reviewdesk.domain.marker import Marker
from reviewdesk.domain.people import Colleague, Person
from reviewdesk.domain.print_length import LONGEST_PRINTED
from reviewdesk.domain.said import Channel, Contact
from reviewdesk.domain.summary import from_json
from reviewdesk.services.documents import DocumentService
from reviewdesk.services.meetings import MeetingService
from reviewdesk.services.reviews import ReviewService
from reviewdesk.storage.journal import Journal
from tests.books import TUESDAY, a_store

FONTS = Path(__file__).parents[2] / "resources" / "fonts"


@pytest.fixture
def book(tmp_path):
    store = a_store(tmp_path)
    with store.write("Colleagues") as work:
        work.colleagues.put(Colleague(name="Dana Reyes", is_me=True))
    yield store
    store.close()


def an_account(book, name="Alpha GmbH"):
    with book.write("Account") as work:
        return work.accounts.put(Account(name=name))


def held(book, account, notes, *, on=TUESDAY, hide=()):
    """Hold a review with these notes; `hide` gives lines by number an audience, or sets them aside."""
    meetings = MeetingService(book, Journal(book.path))
    review = ReviewService(book).plan(account.id, on).value
    lines = meetings.save_notes(review.id, notes).value.lines
    for number, audience in hide:
        if audience is None:
            meetings.set_aside(review.id, lines[number].line.id, aside=True)
        else:
            meetings.change_line(review.id, lines[number].line.id, "Audience", audience=audience)
    return meetings.finish(review.id, held_on=TUESDAY).value


KEPT = (
    "! Their boss is stealing\n! Wants to leave for Globex\n/we drop the deal by 3 dec\n/we send the list by 4 dec\n"
    "/we call them by 5 dec\n! Late deliveries\n/we fix the portal by 6 dec"
)
HIDE = ((0, Audience.ONLY_ME), (1, None), (2, Audience.ONLY_ME), (3, Audience.OUR_SIDE), (4, None))


def test_what_was_kept_back_in_one_review_is_not_printed_in_the_next(book):
    account = an_account(book)
    held(book, account, KEPT, hide=HIDE)
    summary = from_json(held(book, account, "+ fine", on=TUESDAY + timedelta(1)).summary.value)

    assert [each.summary for each in summary.concerns] == ["Late deliveries"]
    assert [each.what for each in summary.last_promises.ours] == ["Fix the portal"]


def test_what_was_kept_back_does_not_lie_open_in_the_next_agenda(book):
    account = an_account(book)
    held(book, account, KEPT, hide=HIDE)
    agenda = ReviewService(book).plan(account.id, TUESDAY + timedelta(90)).value.agenda
    points = " ".join(point for item in agenda for point in item.points)

    assert "Late deliveries" in points
    assert not [each for each in ("stealing", "Globex", "the deal", "the list", "call them") if each in points]


INTERNAL = st.sampled_from(["", "// ", "/c ", "/o ", "? ", "[] "])
HIDDEN = st.sampled_from(
    [
        ("! ", None), ("! ", Audience.ONLY_ME), ("/we ", Audience.ONLY_ME), ("+ ", Audience.ONLY_ME),
        ("/we ", Audience.OUR_SIDE), ("/they ", None), ("/d ", Audience.OUR_SIDE), ('" ', None),
    ]
)  # fmt: skip


@settings(max_examples=12, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(INTERNAL, max_size=4), st.lists(HIDDEN, min_size=1, max_size=5), st.booleans())
def test_no_internal_phrase_of_any_record_is_in_the_summaries_of_two_reviews(book, plain, hidden, both):
    account = an_account(book)
    with book.write("Internal words") as work:
        person = work.people.put(Person(account_id=account.id, name="Anna Nowak", cares_about="secret of hers"))
        work.contacts.put(
            Contact(account_id=account.id, made_on=TUESDAY, channel=Channel.CALL, words="secret", person_id=person.id)
        )
    marks = [*plain, *(mark for mark, _ in hidden)]
    notes = "\n".join(f"{mark}secret words {at} by 3 dec" for at, mark in enumerate(marks))
    hide = [(len(plain) + at, audience) for at, (_, audience) in enumerate(hidden)]
    first = held(book, account, notes, hide=hide)
    second = held(book, account, notes if both else "+ fine", on=TUESDAY + timedelta(1), hide=hide if both else ())

    for each in (first, second):
        assert "secret" not in each.summary.value.casefold()
    assert date.fromisoformat("2026-11-24") == from_json(second.summary.value).held_on


def leaks_of(book, review, *sentences):
    meetings = MeetingService(book, Journal(book.path))
    meetings.change(review.id, "sentences", sentences)
    summary = meetings.finish(review.id).value.summary
    return [(each.kind, each.words) for each in DocumentService(book, FONTS).check(summary.id).leaks]


PLANT = "the plant manager is about to be fired next month"


@pytest.mark.parametrize("mark", ["// ", "", "? ", "/o ", "[] ", "! "])
def test_the_second_wall_knows_the_lines_of_earlier_reviews(book, mark):
    account = an_account(book)
    held(book, account, f"{mark}{PLANT}", hide=((0, Audience.ONLY_ME),) if mark == "! " else ())
    later = held(book, account, "+ fine", on=TUESDAY + timedelta(1)).review

    assert leaks_of(book, later, f"As we heard, {PLANT}.") == [(LeakKind.LINE, PLANT)]


@pytest.mark.parametrize("kind", ["call", "colleague", "person", "concern", "reason", "account"])
def test_the_second_wall_knows_what_is_noted_elsewhere(book, kind):
    account = an_account(book)
    review = held(book, account, "+ fine\n! late deliveries in the north again this week").review
    with book.write("Noted") as work:
        if kind == "call":
            work.contacts.put(Contact(account_id=account.id, made_on=TUESDAY, channel=Channel.CALL, words=PLANT))
        elif kind == "colleague":
            work.reviews.put(replace(work.reviews.get(review.id), told_a_colleague=PLANT))
        elif kind == "person":
            work.people.put(Person(account_id=account.id, name="Anna", cares_about=PLANT))
        elif kind == "concern":
            concern = work.concerns.where(account_id=account.id)[0]
            work.concerns.put(replace(concern, words=PLANT, summary="Late deliveries in the north again this week"))
        elif kind == "reason":
            work.follow_ups.put(FollowUp(account_id=account.id, what="Call", reason=PLANT))
        else:
            work.accounts.put(replace(work.accounts.get(account.id), gut_feeling_note=PLANT))

    assert leaks_of(book, review, f"As we heard, {PLANT}.") == [(LeakKind.LINE, PLANT)]


def test_what_is_printed_for_the_customer_as_noted_is_no_leak(book):
    account = an_account(book)
    notes = (
        "! two late deliveries in the north and again this week @Anna #north\n/we send the revised price list for all "
        "the sites by 3 dec\n/d we open a second depot in the north of the country"
    )
    held(book, account, notes)
    later = held(book, account, notes, on=TUESDAY + timedelta(1)).review
    concern = MeetingService(book, Journal(book.path)).workspace(later.id).lines[0]
    MeetingService(book, Journal(book.path)).reword(
        later.id, concern.line.id, "Two late deliveries in the north and again"
    )

    assert leaks_of(book, later, "All is well.") == []


def test_of_a_very_long_line_the_beginning_is_printed_and_is_no_leak(book):
    account = an_account(book)
    long = "send the list of sites " * 400
    finished = held(book, account, f"/we {long}by fri\n/d {long}\n! {long}\n+ {long}\n// {long}secret")
    value = from_json(finished.summary.value)
    notes = MeetingService(book, Journal(book.path)).workspace(finished.review.id)

    printed = (value.we_will[0].what, value.decisions[0], value.concerns[0].summary, value.heard[0].text)
    assert all(LONGEST_PRINTED - 100 < len(each) <= LONGEST_PRINTED and each.endswith("…") for each in printed)
    assert value.we_will[0].due is not None
    assert DocumentService(book, FONTS).check(finished.summary.id).leaks == ()
    assert notes.lines[1].line.text == f"/d {long}"
    assert [each.words for each in notes.missing].count("Only the first 2,000 characters of a line are printed") == 4


def test_a_rival_named_in_any_review_is_looked_for(book):
    account = an_account(book)
    held(book, account, "/c They compare us with Globex Freight and it is cheaper")
    later = held(book, account, "+ fine", on=TUESDAY + timedelta(1)).review

    assert leaks_of(book, later, "You compared us with Globex Freight. They are fine.") == [
        (LeakKind.RIVAL, "Globex Freight")
    ]


def test_a_rival_named_at_another_account_is_looked_for(book):
    other = an_account(book, "Beta Corp")
    held(book, other, "/c ParcelKing is cheaper there\nNorthLine keeps calling")
    lines = MeetingService(book, Journal(book.path))
    review = ReviewService(book).plan(other.id, TUESDAY).value
    sorted_line = lines.save_notes(review.id, "NorthLine keeps calling").value.lines[0]
    lines.change_line(review.id, sorted_line.line.id, "Sort", sorted_as=Marker.RIVAL)
    mine = held(book, an_account(book), "+ fine").review

    assert leaks_of(book, mine, "Better than ParcelKing and NorthLine.") == [
        (LeakKind.RIVAL, "ParcelKing"),
        (LeakKind.RIVAL, "NorthLine"),
    ]


def test_a_rival_s_line_makes_no_rivals_of_nouns_and_of_people(book):
    account = an_account(book)
    with book.write("Person") as work:
        work.people.put(Person(account_id=account.id, name="Anna Nowak"))
    held(book, account, "/c FastFreight hat bessere Rampen und freundliche Fahrer\n/c Anna says DHL is cheaper")
    later = held(book, account, "+ fine", on=TUESDAY + timedelta(1)).review

    assert leaks_of(book, later, "Die Fahrer melden sich an den Rampen.", "Anna leads the trial.") == []


def test_accounts_named_like_words_raise_no_alarm(book):
    for name in ("Target", "Next", "Cheers", "Carrier"):
        an_account(book, name)
    review = held(book, an_account(book), "+ fine\n! late\n/we send it by 3 dec").review
    MeetingService(book, Journal(book.path)).change(review.id, "next_on", TUESDAY + timedelta(90))

    assert leaks_of(book, review, "We met the carrier and the next target.") == []


def test_another_account_is_found_without_its_legal_form(book):
    for name in ("Nordwind GmbH & Co. KG", "Target Ltd", "Alpha Holding AG", "O'Brien Foods"):
        an_account(book, name)
    review = held(book, an_account(book), "+ fine").review

    assert leaks_of(book, review, "As at Nordwind and O’Brien Foods. Our Target for Alpha is met.") == [
        (LeakKind.ACCOUNT, "Nordwind"),
        (LeakKind.ACCOUNT, "O'Brien Foods"),
    ]


def test_what_was_meant_is_meant_in_the_next_version_too(book):
    an_account(book, "Beta Corp")
    meetings, documents = MeetingService(book, Journal(book.path)), DocumentService(book, FONTS)
    first = held(book, an_account(book), "/d The same as Beta Corp")
    documents.mean_it(first.summary.id, "Beta Corp")
    meetings.save_notes(first.review.id, "/d The same as Beta Corp\n/d A trial")
    second = meetings.finish(first.review.id).value.summary

    assert second.number == 2
    assert documents.check(second.id).leaks == ()


def test_those_in_the_room_may_be_named_whoever_else_is_called_so(book):
    other = an_account(book, "Beta Corp")
    with book.write("Namesake") as work:
        work.people.put(Person(account_id=other.id, name="Dana Reyes"))
    review = held(book, an_account(book), "/we send it by 3 dec").review

    assert leaks_of(book, review, "Dana Reyes was there.") == []
