"""Calendars of other programs: a meeting moves its review, an invitation finds its account, nothing is guessed."""

from datetime import UTC, date, datetime

import pytest

from reviewdesk.domain.account import Account
from reviewdesk.domain.errors import RefusedError, UnreadableError
from reviewdesk.domain.meeting_read import Brings
from reviewdesk.domain.people import Colleague, Person
from reviewdesk.domain.review import ReviewState
from reviewdesk.services.calendar import CalendarService
from reviewdesk.services.calendar_in import CalendarInService
from reviewdesk.services.calendar_values import MeetingChoice, TakenAs
from reviewdesk.services.reviews import ReviewService
from tests.books import TUESDAY, a_store
from tests.exchange.test_calendar_reading import calendar

ANNA = "ATTENDEE;CN=Anna Nowak:mailto:Anna@lodz.example"
DANA = "ORGANIZER:mailto:dana@northgate.example"


@pytest.fixture
def store(tmp_path):
    book = a_store(tmp_path)
    with book.write("Arrange") as work:
        work.colleagues.put(Colleague(name="Dana Reyes", email="dana@northgate.example", is_me=True))
    yield book
    book.close()


@pytest.fixture
def calendars(store):
    return CalendarInService(store)


@pytest.fixture
def lodz(store):
    with store.write("Arrange") as work:
        account = work.accounts.put(Account(name="Łódź Logistics", website="https://www.lodz.example"))
        work.people.put(Person(account_id=account.id, name="Anna Nowak", email="anna@lodz.example"))
        return account


@pytest.fixture
def a_file(tmp_path):
    def written(*lines, name="meeting.ics", **known):
        path = tmp_path / name
        path.write_bytes(calendar(*lines, **known))
        return path

    return written


def review_of(store, account):
    with store.read() as reading:
        return reading.reviews.where(account_id=account.id)[-1]


def taken(calendars, path, account=None, taken_as=TakenAs.REVIEW):
    seen = calendars.look(path)
    choices = [MeetingChoice(each.meeting.uid, account.id, taken_as) for each in seen.offered] if account else []
    return calendars.take(seen, choices)


def test_an_invitation_finds_its_account_by_the_address_of_its_person(calendars, store, lodz, a_file):
    path = a_file("SUMMARY:Review", "DTSTART:20261203T130000Z", "LOCATION:Room 4", ANNA, DANA)

    (offered,) = calendars.look(path).offered

    assert [(each.name, each.why) for each in offered.accounts] == [("Łódź Logistics", "Anna Nowak")]
    taken(calendars, path, lodz)
    review = review_of(store, lodz)
    assert (review.starts_at, review.place) == (datetime(2026, 12, 3, 13, tzinfo=UTC), "Room 4")
    assert len(review.people_ids) == 1


def test_somebody_new_is_known_by_the_domain_and_our_own_addresses_mean_nobody(calendars, lodz, a_file):
    new = a_file("DTSTART:20261203T130000Z", "ATTENDEE:mailto:new@lodz.example", DANA)
    ours = a_file("DTSTART:20261203T130000Z", "ATTENDEE:mailto:paula@northgate.example", DANA, name="b.ics")

    assert [each.why for each in calendars.look(new).offered[0].accounts] == ["lodz.example"]
    assert calendars.look(ours).offered[0].accounts == ()


def test_the_same_invitation_with_a_new_time_moves_its_review(calendars, store, lodz, a_file):
    taken(calendars, a_file("DTSTART:20261203T130000Z"), lodz)

    told = taken(calendars, a_file("DTSTART:20261210T130000Z", "SEQUENCE:1")).value.told

    assert review_of(store, lodz).planned_on == date(2026, 12, 10)
    assert told == ("Łódź Logistics: moved from 3 Dec to 10 Dec",)


def test_what_was_moved_here_since_is_not_moved_back_by_an_older_file(calendars, store, lodz, a_file):
    taken(calendars, a_file("DTSTART:20261203T130000Z"), lodz)
    with store.write("Move") as work:
        work.reviews.put(review_of(store, lodz).moved(date(2026, 12, 17)))

    seen = calendars.look(a_file("DTSTART:20261210T130000Z"))

    assert [each.brings for each in seen.known] == [Brings.OLDER]
    assert not calendars.take(seen).changes
    assert review_of(store, lodz).planned_on == date(2026, 12, 17)


def test_a_cancellation_cancels_and_is_undone_in_one_step(calendars, store, lodz, a_file):
    taken(calendars, a_file("DTSTART:20261203T130000Z"), lodz)

    taken(calendars, a_file("DTSTART:20261203T130000Z", "SEQUENCE:1", method="CANCEL"))
    assert review_of(store, lodz).state is ReviewState.CANCELLED
    store.undo()

    assert review_of(store, lodz).is_open


@pytest.mark.parametrize(
    "lines",
    [("DTSTART:20261203T130000Z",), ("DTSTAMP:20261125T080000Z",), ("DTSTART:20261203T130000Z", "RRULE:FREQ=WEEKLY")],
)
def test_a_series_that_is_cancelled_cancels_what_was_taken_from_it(calendars, store, lodz, a_file, lines):
    series = calendars.look(a_file("DTSTART:20261203T130000Z", "RRULE:FREQ=WEEKLY;COUNT=2"))
    calendars.take(series, [MeetingChoice(series.offered[1].meeting.uid, lodz.id, TakenAs.REVIEW)])

    taken(calendars, a_file(*lines, "SEQUENCE:1", method="CANCEL"))

    assert review_of(store, lodz).state is ReviewState.CANCELLED


def test_one_of_a_series_that_is_cancelled_leaves_the_others(calendars, store, lodz, a_file):
    series = calendars.look(a_file("DTSTART:20261203T130000Z", "RRULE:FREQ=WEEKLY;COUNT=2"))
    calendars.take(series, [MeetingChoice(each.meeting.uid, lodz.id, TakenAs.REVIEW) for each in series.offered])

    taken(calendars, a_file("RECURRENCE-ID:20261203T130000Z", "SEQUENCE:1", method="CANCEL"))

    with store.read() as reading:
        states = {each.planned_on.day: each.is_open for each in reading.reviews.where(account_id=lodz.id)}
    assert states == {3: False, 10: True}


def open_days(store, lodz):
    with store.read() as reading:
        return {each.planned_on.day: each.is_open for each in reading.reviews.where(account_id=lodz.id)}


@pytest.mark.parametrize("rule", [("RRULE:FREQ=WEEKLY;COUNT=2",), ()], ids=["shorter", "once"])
def test_a_series_made_shorter_cancels_the_days_it_no_longer_has(calendars, store, lodz, a_file, rule):
    series = calendars.look(a_file("DTSTART:20261203T130000Z", "RRULE:FREQ=WEEKLY;COUNT=3"))
    calendars.take(series, [MeetingChoice(each.meeting.uid, lodz.id, TakenAs.REVIEW) for each in series.offered])

    shorter = calendars.look(a_file("DTSTART:20261203T130000Z", *rule, "SEQUENCE:1"))
    calendars.take(shorter)

    assert open_days(store, lodz)[17] is False
    assert calendars.look(a_file("DTSTART:20261203T130000Z", *rule, "SEQUENCE:1")).brings == ()
    store.undo()
    assert open_days(store, lodz) == {3: True, 10: True, 17: True}


def test_one_of_a_series_alone_says_nothing_about_the_others(calendars, store, lodz, a_file):
    series = calendars.look(a_file("DTSTART:20261203T130000Z", "RRULE:FREQ=WEEKLY;COUNT=3"))
    calendars.take(series, [MeetingChoice(each.meeting.uid, lodz.id, TakenAs.REVIEW) for each in series.offered])

    one = a_file("RECURRENCE-ID:20261210T130000Z", "DTSTART:20261211T130000Z", "SEQUENCE:1")
    calendars.take(calendars.look(one))

    assert open_days(store, lodz) == {3: True, 11: True, 17: True}


def test_our_own_calendar_comes_back_as_the_same_reviews(calendars, store, lodz, tmp_path):
    planned = ReviewService(store).plan(
        lodz.id, date(2026, 12, 3), starts_at=datetime(2026, 12, 3, 13, tzinfo=UTC), zone="Europe/Warsaw"
    )
    path = tmp_path / "ours.ics"
    CalendarService(store).write(path)

    seen = calendars.look(path)
    assert [(each.review_id, each.brings) for each in seen.known] == [(planned.value.id, Brings.NOTHING)]
    assert seen.offered == ()
    assert not calendars.take(seen).changes

    path.write_bytes(path.read_bytes().replace(b"20261203T140000", b"20261204T150000"))
    calendars.take(calendars.look(path))

    assert review_of(store, lodz).starts_at == datetime(2026, 12, 4, 14, tzinfo=UTC)
    assert review_of(store, lodz).id == planned.value.id


def test_a_meeting_that_was_is_logged_once_as_contact_made(calendars, store, lodz, a_file):
    path = a_file("SUMMARY:Visit to the plant", "DTSTART:20261120T080000Z", ANNA)

    taken(calendars, path, lodz, TakenAs.CONTACT)

    with store.read() as reading:
        (contact,) = reading.contacts.all()
    assert (contact.made_on, contact.words) == (date(2026, 11, 20), "Visit to the plant")
    assert calendars.look(path).offered == ()


def test_nothing_is_planned_in_the_past_nor_logged_ahead(calendars, lodz, a_file):
    past, ahead = a_file("DTSTART:20261120T080000Z"), a_file("DTSTART:20261220T080000Z", name="b.ics")

    with pytest.raises(RefusedError, match="is past"):
        taken(calendars, past, lodz)
    with pytest.raises(RefusedError, match="still ahead"):
        taken(calendars, ahead, lodz, TakenAs.CONTACT)


def test_a_review_that_was_held_stays_on_its_day(calendars, store, lodz, a_file):
    taken(calendars, a_file("DTSTART:20261203T130000Z"), lodz)
    with store.write("Hold") as work:
        work.reviews.put(review_of(store, lodz).held(TUESDAY, finished_at=work.now))

    seen = calendars.look(a_file("DTSTART:20261210T130000Z", "SEQUENCE:4"))

    assert [each.brings for each in seen.known] == [Brings.OVER]


def test_of_a_whole_calendar_only_what_concerns_a_customer_is_offered(calendars, lodz, a_file):
    many = []
    for day in range(1, 21):
        many += ["END:VEVENT", "BEGIN:VEVENT", f"UID:{day}@x", f"DTSTART:202612{day:02}T080000Z", "SUMMARY:Dentist"]

    seen = calendars.look(a_file("DTSTART:20261203T130000Z", ANNA, *many))

    assert (len(seen.offered), seen.others) == (1, 20)


# A calendar that is read again at each start.


def test_a_named_calendar_is_read_when_it_changed_and_says_what_moved(calendars, store, lodz, a_file):
    path = a_file("DTSTART:20261203T130000Z")
    taken(calendars, path, lodz)
    calendars.name_file(path)
    assert calendars.read_again().value.moved == ()

    a_file("DTSTART:20261205T130000Z", "SEQUENCE:1", ANNA)
    news = calendars.read_again()

    assert news.value.moved == ("Łódź Logistics: moved from 3 Dec to 5 Dec",)
    assert news.changes
    assert calendars.read_again().value.moved == ()


def test_what_a_calendar_moved_is_undone_and_stays_so_at_the_next_start(calendars, store, lodz, a_file):
    taken(calendars, a_file("DTSTART:20261203T130000Z"), lodz)
    calendars.name_file(a_file("DTSTART:20261205T130000Z", "SEQUENCE:1"))
    calendars.read_again()

    store.undo()
    calendars.read_again()

    assert review_of(store, lodz).planned_on == date(2026, 12, 3)


def test_reading_again_plans_nothing_by_itself(calendars, store, lodz, a_file):
    calendars.name_file(a_file("DTSTART:20261203T130000Z", ANNA))

    calendars.read_again()

    with store.read() as reading:
        assert reading.reviews.all() == ()


def test_a_calendar_that_is_gone_is_said_and_the_others_are_read(calendars, store, lodz, a_file):
    gone, there = a_file("DTSTART:20261203T130000Z", name="gone.ics"), a_file("DTSTART:20261203T130000Z")
    taken(calendars, there, lodz)
    calendars.name_file(gone)
    calendars.name_file(there)
    gone.unlink()
    a_file("DTSTART:20261205T130000Z", "SEQUENCE:1")

    news = calendars.read_again().value

    assert news.troubles == ("There is no file “gone.ics” any more. Choose it where it lies now.",)
    assert len(news.moved) == 1


def test_a_calendar_is_named_once_let_go_and_never_named_when_it_is_none(calendars, a_file, tmp_path):
    path = a_file("DTSTART:20261203T130000Z")
    first, again = calendars.name_file(path).value, calendars.name_file(path).value
    other = tmp_path / "notes.txt"
    other.write_text("hello")

    assert first.id == again.id
    with pytest.raises(UnreadableError):
        calendars.name_file(other)
    calendars.forget_file(first.id)
    assert calendars.files() == ()
