"""Where a customer seems to turn away a follow-up is opened, once, in the step that shows it, and undone with it."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from reviewdesk.domain.marker import Marker
from reviewdesk.domain.switch import Direction, Switch
from reviewdesk.domain.warning_signs import RIVAL_COMES_UP
from reviewdesk.services.accounts import AccountService
from reviewdesk.services.meetings import MeetingService, Sorting
from reviewdesk.services.reviews import ReviewService
from reviewdesk.services.switches import SwitchService
from reviewdesk.storage.journal import Journal
from tests.books import TUESDAY, a_store, small_book, the

LOWER = "Find out why we went from preferred to one of n supplier"


@pytest.fixture
def book(tmp_path):
    store = small_book(a_store(tmp_path))
    yield store
    store.close()


@pytest.fixture
def lodz(book):
    return the(book, "Łódź Logistics").id


@pytest.fixture
def meetings(book):
    return MeetingService(book, Journal(book.path))


def opened(book, account_id, what):
    with book.read() as reading:
        return [each for each in reading.follow_ups.where(account_id=account_id) if each.what == what]


def test_a_lower_position_opens_a_follow_up_in_the_same_step(book, lodz):
    accounts = AccountService(book)
    accounts.change(lodz, "supplier_position", "one of n")
    [step] = opened(book, lodz, LOWER)

    assert (step.due, step.is_promise, step.is_open) == (date(2026, 12, 1), False, True)
    book.undo()
    assert opened(book, lodz, LOWER) == []
    assert the(book, "Łódź Logistics").supplier_position == "preferred"


def test_the_same_step_down_opens_it_once(book, lodz):
    accounts = AccountService(book)
    for position in ("one of n", "preferred", "one of n"):
        accounts.change(lodz, "supplier_position", position)

    assert len(opened(book, lodz, LOWER)) == 1


def test_a_better_position_opens_nothing(book, lodz):
    AccountService(book).change(lodz, "supplier_position", "sole")

    with book.read() as reading:
        assert not [each for each in reading.follow_ups.all() if each.what.startswith("Find out why we went")]


def held(book, meetings, account_id, notes, on):
    return meetings.hold_from_notes(account_id, notes, on).value.review.id


def test_a_rival_named_in_two_meetings_within_ninety_days_opens_a_follow_up_when_the_second_is_finished(
    book, meetings, lodz
):
    held(book, meetings, lodz, "/c Northwind quoted 4 % less", TUESDAY - timedelta(60))
    assert opened(book, lodz, RIVAL_COMES_UP) == []

    held(book, meetings, lodz, "/c Northwind was here again", TUESDAY)
    assert len(opened(book, lodz, RIVAL_COMES_UP)) == 1
    book.undo()
    assert opened(book, lodz, RIVAL_COMES_UP) == []


def test_two_namings_further_apart_or_of_two_rivals_open_nothing(book, meetings, lodz):
    held(book, meetings, lodz, "/c Northwind quoted 4 % less", TUESDAY - timedelta(95))
    held(book, meetings, lodz, "/c Northwind and Contoso were here", TUESDAY)

    assert opened(book, lodz, RIVAL_COMES_UP) == []


def test_a_line_sorted_as_a_rival_after_business_went_to_it_opens_it(book, meetings, lodz):
    with book.write("A switch") as work:
        work.switches.put(
            Switch(account_id=lodz, direction=Direction.TO_RIVAL, switched_on=TUESDAY - timedelta(9), rival="Northwind")
        )
        work.accounts.put(replace(work.accounts.get(lodz), rivals=("Northwind",)))
    review = ReviewService(book).start_now(lodz).value
    meetings.save_notes(review.id, "they also talk with northwind now")
    [line] = meetings.workspace(review.id).lines

    meetings.sort(review.id, line.line.id, Sorting(Marker.RIVAL))

    assert len(opened(book, lodz, RIVAL_COMES_UP)) == 1


def test_business_that_goes_to_a_rival_named_lately_opens_it_in_the_same_step(book, meetings, lodz):
    held(book, meetings, lodz, "/c Northwind quoted 4 % less", TUESDAY - timedelta(30))

    SwitchService(book).add(lodz, Direction.TO_RIVAL, rival="Northwind", line="Groupage")

    assert len(opened(book, lodz, RIVAL_COMES_UP)) == 1
    book.undo()
    assert opened(book, lodz, RIVAL_COMES_UP) == []


def test_a_switch_whose_rival_is_typed_later_opens_it_then(book, meetings, lodz):
    held(book, meetings, lodz, "/c Northwind quoted 4 % less", TUESDAY - timedelta(30))
    switches = SwitchService(book)
    switch = switches.add(lodz, Direction.TO_RIVAL, line="Groupage").value
    assert opened(book, lodz, RIVAL_COMES_UP) == []

    switches.change(switch.id, "rival", "Northwind")

    assert len(opened(book, lodz, RIVAL_COMES_UP)) == 1


def test_business_that_comes_from_a_rival_opens_nothing(book, meetings, lodz):
    held(book, meetings, lodz, "/c Northwind quoted 4 % less", TUESDAY - timedelta(30))

    SwitchService(book).add(lodz, Direction.FROM_RIVAL, rival="Northwind")

    assert opened(book, lodz, RIVAL_COMES_UP) == []
