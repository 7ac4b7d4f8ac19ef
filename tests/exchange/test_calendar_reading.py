"""Calendar files of other programs: their times, series and cancellations are read, and nothing they smuggle in."""

from datetime import UTC, date, datetime
from time import perf_counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviewdesk.domain.address_book import Address
from reviewdesk.domain.errors import UnreadableError
from reviewdesk.exchange.calendar import calendar_file
from reviewdesk.exchange.calendar_entry import CalendarEntry
from reviewdesk.exchange.calendar_reading import LARGEST, Days, read_calendar

DAYS = Days(date(2026, 1, 1), date(2027, 12, 31))


def calendar(*lines, method="", before=(), uid="a@outlook.example"):
    """Write a file with one event, as a program writes it."""
    head = [f"METHOD:{method}"] if method else []
    inner = [f"UID:{uid}", *lines] if uid else lines
    whole = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        *head,
        *before,
        "BEGIN:VEVENT",
        *inner,
        "END:VEVENT",
        "END:VCALENDAR",
        "",
    ]
    return "\r\n".join(whole).encode()


def read(content, days=DAYS):
    return read_calendar(content, "meeting.ics", days).meetings


def only(content):
    (found,) = read(content)
    return found


OUTLOOK_ZONE = """BEGIN:VTIMEZONE
TZID:W. Europe Standard Time
BEGIN:STANDARD
DTSTART:16010101T030000
TZOFFSETFROM:+0200
TZOFFSETTO:+0100
RRULE:FREQ=YEARLY;INTERVAL=1;BYDAY=-1SU;BYMONTH=10
END:STANDARD
BEGIN:DAYLIGHT
DTSTART:16010101T020000
TZOFFSETFROM:+0100
TZOFFSETTO:+0200
RRULE:FREQ=YEARLY;INTERVAL=1;BYDAY=-1SU;BYMONTH=3
END:DAYLIGHT
END:VTIMEZONE""".splitlines()


def test_an_invitation_says_when_where_and_with_whom():
    found = only(
        calendar(
            "SUMMARY:Quarterly review\\, Łódź",
            "DTSTART:20261203T130000Z",
            "DTEND:20261203T143000Z",
            "LOCATION:Room 4",
            "SEQUENCE:2",
            "ORGANIZER;CN=Dana Reyes:mailto:dana@northgate.example",
            'ATTENDEE;CN="Nowak, Anna";ROLE=REQ-PARTICIPANT:MAILTO:anna@lodz.example',
            method="REQUEST",
        )
    )

    assert (found.title, found.place, found.minutes, found.sequence) == ("Quarterly review, Łódź", "Room 4", 90, 2)
    assert found.starts_at == datetime(2026, 12, 3, 13, tzinfo=UTC)
    assert found.people == (
        Address("anna@lodz.example", "Nowak, Anna"),
        Address("dana@northgate.example", "Dana Reyes"),
    )
    assert not found.is_cancelled


@pytest.mark.parametrize("before", [(), OUTLOOK_ZONE])
def test_outlooks_own_zone_names_are_known_with_and_without_their_description(before):
    found = only(calendar("DTSTART;TZID=W. Europe Standard Time:20260703T100000", before=before))

    assert found.starts_at == datetime(2026, 7, 3, 8, tzinfo=UTC)
    assert found.zone == "Europe/Berlin"


def test_a_zone_of_a_programs_own_goes_by_its_description():
    before = [each.replace("W. Europe Standard Time", "Our office") for each in OUTLOOK_ZONE]

    found = only(calendar("DTSTART;TZID=Our office:20260703T100000", before=before))

    assert found.starts_at == datetime(2026, 7, 3, 8, tzinfo=UTC)
    assert found.zone == ""


def test_the_clock_on_the_wall_is_that_of_the_calendar_else_of_this_machine():
    lines = ("DTSTART:20260703T100000",)

    named = only(calendar(*lines, before=["X-WR-TIMEZONE:America/New_York"]))
    floating = only(calendar(*lines))

    assert named.starts_at == datetime(2026, 7, 3, 14, tzinfo=UTC)
    assert floating.starts_at == datetime(2026, 7, 3, 10).astimezone(UTC)


def test_a_meeting_of_the_whole_day_has_its_day_and_no_time():
    found = only(calendar("DTSTART;VALUE=DATE:20261203", "DTEND;VALUE=DATE:20261204"))

    assert (found.day, found.starts_at) == (date(2026, 12, 3), None)


def test_the_day_is_that_of_the_place_where_the_meeting_is():
    found = only(calendar("DTSTART;TZID=Asia/Tokyo:20261203T080000"))

    assert found.day == date(2026, 12, 3)
    assert found.starts_at == datetime(2026, 12, 2, 23, tzinfo=UTC)


def test_a_series_is_read_within_the_days_and_keeps_its_hour_when_the_clocks_change():
    found = read(
        calendar("DTSTART;TZID=Europe/Berlin:20250115T090000", "RRULE:FREQ=MONTHLY;INTERVAL=3;BYMONTHDAY=15"),
        Days(date(2026, 1, 1), date(2026, 12, 31)),
    )

    assert [f"{each.starts_at:%d %b %H:%M}" for each in found] == [
        "15 Jan 08:00", "15 Apr 07:00", "15 Jul 07:00", "15 Oct 07:00",
    ]  # fmt: skip
    assert len({each.uid for each in found}) == 4


def test_of_a_series_one_may_be_left_out_one_moved_and_one_added():
    content = calendar(
        "DTSTART:20260105T090000Z",
        "RRULE:FREQ=WEEKLY;COUNT=4",
        "EXDATE:20260112T090000Z",
        "RDATE:20260301T090000Z",
        "END:VEVENT",
        "BEGIN:VEVENT",
        "UID:a@outlook.example",
        "RECURRENCE-ID:20260119T090000Z",
        "DTSTART:20260120T140000Z",
    )

    assert [f"{each.starts_at:%d %b %H}" for each in read(content)] == [
        "05 Jan 09",
        "20 Jan 14",
        "26 Jan 09",
        "01 Mar 09",
    ]


def test_one_of_a_series_has_the_same_id_wherever_it_was_moved_to():
    rule = ("DTSTART:20260105T090000Z", "RRULE:FREQ=WEEKLY;COUNT=3")
    moved = (
        "END:VEVENT",
        "BEGIN:VEVENT",
        "UID:a@outlook.example",
        "RECURRENCE-ID:20260112T090000Z",
        "DTSTART:20260114T100000Z",
    )

    before = {each.uid: each.day for each in read(calendar(*rule))}
    after = {each.uid: each.day for each in read(calendar(*rule, *moved))}

    assert before.keys() == after.keys()
    assert [(before[uid], day) for uid, day in after.items() if before[uid] != day] == [
        (date(2026, 1, 12), date(2026, 1, 14))
    ]


def test_a_series_ends_when_its_rule_says_so_in_utc():
    content = calendar("DTSTART;TZID=America/New_York:20260105T210000", "RRULE:FREQ=DAILY;UNTIL=20260108T020000Z")

    assert len(read(content)) == 3


@pytest.mark.parametrize(("lines", "method"), [((), "CANCEL"), (("STATUS:CANCELLED",), "")])
def test_a_cancelled_meeting_is_known_as_such(lines, method):
    assert only(calendar("DTSTART:20261203T130000Z", *lines, method=method)).is_cancelled


def test_of_a_meeting_told_twice_the_newer_holds():
    content = calendar(
        "DTSTART:20261203T130000Z", "SEQUENCE:3", "END:VEVENT",
        "BEGIN:VEVENT", "UID:a@outlook.example", "DTSTART:20261201T130000Z", "SEQUENCE:1",
    )  # fmt: skip

    assert only(content).day == date(2026, 12, 3)


def test_our_own_calendar_comes_back_as_it_was_written():
    entry = CalendarEntry(
        uid="1@reviewdesk", title="Łódź; review, by phone", day=date(2026, 12, 3), sequence=4, minutes=45,
        starts_at=datetime(2026, 12, 3, 13, tzinfo=UTC), zone="Europe/Warsaw", place="Room 4",
        changed_at=datetime(2026, 11, 20, tzinfo=UTC),
    )  # fmt: skip

    found = only(calendar_file([entry]))

    assert (found.uid, found.title, found.sequence, found.place) == (entry.uid, entry.title, 4, "Room 4")
    assert (found.starts_at, found.zone, found.minutes, found.day) == (entry.starts_at, "Europe/Warsaw", 45, entry.day)


def test_a_day_that_is_none_costs_its_meeting_and_no_other():
    content = calendar("DTSTART:20261232T130000Z", "END:VEVENT", "BEGIN:VEVENT", "UID:2", "DTSTART:20261203T130000Z")

    found = read_calendar(content, "x.ics", DAYS)

    assert [each.uid for each in found.meetings] == ["2"]
    assert found.left_out == ("without an id or a readable start: 1",)


def test_what_has_no_id_or_no_start_is_left_out_and_said():
    content = calendar("SUMMARY:No start", "END:VEVENT", "BEGIN:VEVENT", "DTSTART:20261203T130000Z")

    found = read_calendar(content, "x.ics", DAYS)

    assert (found.meetings, found.left_out) == ((), ("without an id or a readable start: 2",))


# What somebody might send to do harm.


@pytest.mark.parametrize("method", ["REPLY", "COUNTER"])
def test_an_answer_to_an_invitation_is_no_meeting(method):
    with pytest.raises(UnreadableError, match="Take the invitation itself"):
        read(calendar("DTSTART:20261203T130000Z", method=method))


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"%PDF-1.7 \x00\x01",
        b"hello",
        b"BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nDTSTART:20261203T130000Z",
        b"BEGIN:VCALENDAR\r\nwhat is this\r\nEND:VCALENDAR\r\n",
        b"BEGIN:VCALENDAR\r\n" + b"BEGIN:VEVENT\r\n" * 2000 + b"END:VEVENT\r\n" * 2000 + b"END:VCALENDAR\r\n",
        b"BEGIN:VCALENDAR\r\n" + b"BEGIN:VEVENT\r\nEND:VEVENT\r\n" * 20_001 + b"END:VCALENDAR\r\n",
        b"BEGIN:VCALENDAR" + b" " * LARGEST,
    ],
    ids=["empty", "pdf", "words", "cut off", "no property", "2,000 nested", "20,001 meetings", "too large"],
)
def test_what_is_no_calendar_is_refused_in_a_sentence(content):
    with pytest.raises(UnreadableError) as refused:
        read(content)

    assert str(refused.value).startswith("“meeting.ics” ")
    assert str(refused.value).endswith(".")


def test_line_ends_and_turns_of_direction_in_a_title_stay_in_the_title():
    found = only(
        calendar("SUMMARY:Review\\r\\nATTENDEE:mailto:x@y.example\\n\u202eBEGIN:VALARM", "DTSTART:20261203T130000Z")
    )

    assert "\n" not in found.title
    assert "\u202e" not in found.title
    assert found.people == ()


@pytest.mark.parametrize("zone", ["../../etc/passwd", "/etc/passwd", "", "No/Where", "x" * 5000])
def test_a_zone_that_is_none_is_read_by_the_clock_on_the_wall(zone):
    assert only(calendar(f"DTSTART;TZID={zone}:20261203T100000")).day == date(2026, 12, 3)


@pytest.mark.parametrize(
    "rule",
    [
        "FREQ=SECONDLY", "FREQ=MINUTELY;COUNT=1000000000", "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30",
        "FREQ=DAILY;INTERVAL=0", "FREQ=DAILY;BYHOUR=0,1,2,3;BYMINUTE=1,2,3;BYSECOND=1,2", "FREQ=DAILY;COUNT=1000000000",
        "FREQ=X", "COUNT=5", "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30;COUNT=3",
    ],
)  # fmt: skip
@pytest.mark.parametrize("start", ["20261203T100000Z", "00010101T000000Z", "19000101T000000"])
def test_no_rule_keeps_the_person_waiting(rule, start):
    began = perf_counter()

    found = read(calendar(f"DTSTART:{start}", f"RRULE:{rule}"))

    assert len(found) <= 1001
    assert perf_counter() - began < 30  # only to catch a hang


LINES = """BEGIN:VEVENT
END:VEVENT
UID:1
DTSTART:20261203
DTSTART;TZID=Europe/Berlin:20261203T1000
DTSTART:20261232T130000Z
UID:2
DTSTART:20261203T130000Z
RRULE:FREQ=
RDATE:2026
RRULE:FREQ=DAILY
EXDATE:1
RECURRENCE-ID:20261203
DURATION:-P1D
DTEND:20260101T000000Z
SEQUENCE:-1
ATTENDEE:
SUMMARY:é\0
 folded
BEGIN:VTIMEZONE
END:VTIMEZONE
TZID:x""".splitlines()


@given(st.lists(st.sampled_from(LINES), max_size=12))
def test_whatever_stands_in_a_calendar_is_read_or_refused(lines):
    content = "\r\n".join(["BEGIN:VCALENDAR", *lines, "END:VCALENDAR", ""]).encode()

    try:
        found = read(content)
    except UnreadableError:
        return
    assert all(DAYS.first <= each.day <= DAYS.last for each in found)
