"""The calendar of a book: what goes into it, what stays out of it, and what a customer may have of it."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from uuid import uuid4

import pytest

from reviewdesk.domain.account import Account, Tier
from reviewdesk.domain.clock import Clock
from reviewdesk.domain.errors import RefusedError
from reviewdesk.domain.follow_up import Ending, FollowUp, Side, WaitsOn
from reviewdesk.domain.people import Colleague, Person
from reviewdesk.domain.review import AgendaItem, NoteLine, Review, ReviewKind, ReviewState
from reviewdesk.services.calendar import CalendarService
from reviewdesk.storage.book_file import open_book
from tests.exchange.calendar_lines import read

TODAY = date(2026, 11, 24)


@pytest.fixture
def store(tmp_path):
    book = open_book(tmp_path / "northgate.reviewdesk", Clock(TODAY), may_create=True, name="Northgate")
    yield book
    book.close()


@pytest.fixture
def calendar(store):
    return CalendarService(store)


@pytest.fixture
def lodz(store):
    account = Account(name="Łódź Logistics", tier=Tier.A, tier_reason="pays 214,000", gut_feeling=1, rivals=("Hooli",))
    with store.write("Arrange") as work:
        return work.accounts.put(account)


def events(content):
    return {event.value("UID"): event for event in read(content).all("VEVENT")}


def put_follow_up(store, account, **known):
    with store.write("Arrange") as work:
        return work.follow_ups.put(FollowUp(account_id=account.id, **{"what": "Price sheet", "due": TODAY} | known))


def put_review(store, account, **known):
    with store.write("Arrange") as work:
        return work.reviews.put(
            Review(account_id=account.id, **{"kind": ReviewKind.QUARTERLY, "planned_on": date(2026, 12, 3)} | known)
        )


def test_open_follow_ups_with_a_date_and_planned_reviews_are_in_it(calendar, store, lodz):
    kept = put_follow_up(store, lodz)
    put_follow_up(store, lodz, ending=Ending.KEPT, ended_on=TODAY)
    put_follow_up(store, lodz, withdrawn=True)
    put_follow_up(store, lodz, due=None)
    planned = put_review(store, lodz)
    put_review(store, lodz, state=ReviewState.HELD, held_on=date(2026, 8, 25))
    put_review(store, lodz, planned_on=None)

    content = calendar.export()

    assert set(events(content)) == {f"{kept.id}@reviewdesk", f"{planned.id}@reviewdesk"}
    assert read(content).text("X-WR-CALNAME") == "Northgate"


def test_a_follow_up_says_what_for_whom_and_whose_move_it_is(calendar, store, lodz):
    with store.write("Arrange") as work:
        pricing = work.colleagues.put(Colleague(name="Paula Pricing"))
        me = work.colleagues.put(Colleague(name="Dana Reyes", is_me=True))
        anna = work.people.put(Person(account_id=lodz.id, name="Anna Nowak"))
    put_follow_up(store, lodz, is_promise=True, colleague_id=pricing.id, waits_on=WaitsOn.COLLEAGUE)
    put_follow_up(store, lodz, what="Forecast", side=Side.THEIRS, person_id=anna.id, waits_on=WaitsOn.CUSTOMER)
    put_follow_up(store, lodz, what="Call", colleague_id=me.id, waits_on=WaitsOn.COLLEAGUE)

    told = {each.text("SUMMARY"): each.text("DESCRIPTION") for each in events(calendar.export()).values()}

    assert told == {
        "Price sheet (Łódź Logistics)": "Account: Łódź Logistics\nOur promise\nWaits on Paula Pricing",
        "Forecast (Łódź Logistics)": "Account: Łódź Logistics\nWaits on Anna Nowak",
        "Call (Łódź Logistics)": "Account: Łódź Logistics",
    }


def test_it_rings_on_the_mornings_on_which_the_program_reminds(calendar, store, lodz):
    made = put_follow_up(store, lodz, due=date(2026, 12, 3), remind_before=(7, 1, 0))

    def rings():
        event = events(calendar.export())[f"{made.id}@reviewdesk"]
        return [alarm.value("TRIGGER") for alarm in event.all("VALARM")]

    assert rings() == ["-P6DT16H", "-PT16H", "PT8H"]
    with store.write("Snooze") as work:
        work.follow_ups.put(work.follow_ups.get(made.id).snoozed(date(2026, 12, 1)))
    assert rings() == ["-P1DT16H", "-PT16H", "PT8H"]
    with store.write("Snooze") as work:
        work.follow_ups.put(work.follow_ups.get(made.id).snoozed(date(2026, 12, 5)))
    assert rings() == ["P2DT8H"]


def test_a_changed_follow_up_keeps_its_uid_and_counts_up(calendar, store, lodz):
    made = put_follow_up(store, lodz)
    (before,) = events(calendar.export()).values()

    with store.write("Move") as work:
        work.follow_ups.put(work.follow_ups.get(made.id).moved(date(2026, 12, 4), on=TODAY))
    (after,) = events(calendar.export()).values()

    assert before.value("UID") == after.value("UID")
    assert int(after.value("SEQUENCE")) > int(before.value("SEQUENCE"))
    assert after.value("DTSTART") == "20261204"


def test_a_review_keeps_the_uid_it_came_with(calendar, store, lodz):
    put_review(store, lodz, calendar_uid="040000008200E00074C5B7101A82E008@outlook.example")

    assert set(events(calendar.export())) == {"040000008200E00074C5B7101A82E008@outlook.example"}


def test_a_review_called_off_stays_in_it_as_cancelled_until_its_day_has_passed(calendar, store, lodz):
    ahead, past = put_review(store, lodz), put_review(store, lodz, planned_on=date(2026, 11, 20))
    with store.write("Cancel") as work:
        for each in (ahead, past):
            work.reviews.put(work.reviews.get(each.id).cancelled(because="They are moving house"))

    content = calendar.export()

    (event,) = events(content).values()
    assert (event.value("UID"), event.value("STATUS"), event.value("SEQUENCE")) == (
        f"{ahead.id}@reviewdesk",
        "CANCELLED",
        "1",
    )
    assert "moving house" not in content.decode()


def test_a_moved_review_moves_with_the_same_uid(calendar, store, lodz):
    review = put_review(store, lodz, starts_at=datetime(2026, 12, 3, 13, tzinfo=UTC), zone="Europe/Warsaw", length=90)
    with store.write("Move") as work:
        moved = datetime(2026, 12, 10, 9, tzinfo=UTC)
        work.reviews.put(work.reviews.get(review.id).moved(date(2026, 12, 10), starts_at=moved))

    (event,) = events(calendar.review_entry(review.id)).values()

    assert (event.value("UID"), event.value("SEQUENCE")) == (f"{review.id}@reviewdesk", "1")
    assert (event.value("DTSTART"), event.value("DTEND")) == ("20261210T100000", "20261210T113000")


def test_what_a_customer_gets_of_a_review_is_the_account_the_kind_the_time_and_the_place(calendar, store, lodz):
    review = put_review(
        store, lodz, place="Room 3", agenda=(AgendaItem(title="Why they may leave", minutes=10),),
        lines=(NoteLine(text="// health 41, margin 22 %"),), ask="Two more years", reason="severity 4",
    )  # fmt: skip

    content = calendar.review_entry(review.id)

    (event,) = events(content).values()
    assert event.text("SUMMARY") == "Łódź Logistics, quarterly review"
    assert event.text("LOCATION") == "Room 3"
    assert set(event.properties) == {
        "UID", "SUMMARY", "DTSTAMP", "LAST-MODIFIED", "SEQUENCE", "STATUS", "DTSTART", "DTEND", "TRANSP", "LOCATION",
    }  # fmt: skip
    for internal in ("health", "margin", "leave", "214", "Hooli", "severity", "Two more", "tier", "Northgate"):
        assert internal not in content.decode()


def test_a_review_by_phone_says_so(calendar, store, lodz):
    review = put_review(store, lodz, by_call=True, kind=ReviewKind.YEARLY)

    (event,) = events(calendar.review_entry(review.id)).values()

    assert event.text("SUMMARY") == "Łódź Logistics, yearly review by phone"


def test_a_review_without_a_day_has_no_entry(calendar, store, lodz):
    review = put_review(store, lodz, planned_on=None)

    for each in (review.id, uuid4()):
        with pytest.raises(RefusedError, match="no day yet"):
            calendar.review_entry(each)


def test_the_same_book_gives_the_same_bytes(calendar, store, lodz):
    for number in range(5):
        put_follow_up(store, lodz, due=TODAY + timedelta(number))
        put_review(store, lodz, planned_on=TODAY + timedelta(number))

    assert calendar.export() == calendar.export()


def test_it_is_written_whole_and_says_what_has_no_place_in_it(calendar, store, lodz, tmp_path):
    put_follow_up(store, lodz)
    put_follow_up(store, lodz, due=None)
    put_review(store, lodz)

    written = calendar.write(tmp_path / "out" / "northgate.ics")

    assert (written.follow_ups, written.reviews, written.undated) == (1, 1, 1)
    assert written.path.read_bytes() == calendar.export()
    assert [each.name for each in written.path.parent.iterdir()] == ["northgate.ics"]


def test_where_it_cannot_be_written_the_old_one_stays(calendar, store, lodz, tmp_path):
    put_follow_up(store, lodz)
    (tmp_path / "file").write_text("no folder")

    with pytest.raises(RefusedError, match="Choose another place"):
        calendar.write(tmp_path / "file" / "northgate.ics")


def test_hostile_titles_and_days_at_the_ends_of_the_calendar_do_no_harm(calendar, store, lodz):
    with store.write("Arrange") as work:
        work.accounts.put(replace(lodz, name="Acme\r\nEND:VCALENDAR\r\nBEGIN:VCALENDAR"))
    for due in (date.min, date(2028, 2, 29), date.max):
        put_follow_up(store, lodz, what="x\nATTACH:file:///etc/passwd", due=due, snoozed_until=date(2027, 1, 1))

    found = events(calendar.export())

    assert len(found) == 3
    assert all("ATTACH" not in event.properties for event in found.values())
