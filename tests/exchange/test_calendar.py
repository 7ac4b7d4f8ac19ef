"""Calendar files hold each entry at its time with its alarms, and nothing that a title tries to smuggle in."""

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
import vobject
from hypothesis import given
from hypothesis import strategies as st
from icalendar import Calendar

from reviewdesk.exchange.calendar import calendar_file
from reviewdesk.exchange.calendar_entry import LONGEST_TEXT, CalendarEntry, morning_alarm
from tests.exchange.calendar_lines import read

CHANGED = datetime(2026, 11, 20, 10, 30, 15, 250_000, tzinfo=UTC)
WARSAW = ZoneInfo("Europe/Warsaw")


def entry(**known):
    return CalendarEntry(
        **{"uid": "1@reviewdesk", "title": "Price sheet", "day": date(2026, 12, 3), "changed_at": CHANGED} | known
    )


def at(moment, zone="Europe/Warsaw", minutes=60):
    return entry(starts_at=moment, day=moment.astimezone(ZoneInfo(zone)).date(), zone=zone, minutes=minutes)


def both(*entries, **known):
    """Read the file with the library and with a reader of our own."""
    content = calendar_file(entries, **known)
    return Calendar.from_ical(content), read(content)


def by_another_reader(*entries, **known):
    """Read the file with a library that has nothing in common with the one before."""
    return vobject.readOne(calendar_file(entries, **known).decode())


def test_another_reader_finds_the_same_meeting_and_its_move(tmp_path):
    first = at(datetime(2026, 12, 3, 13, tzinfo=UTC), minutes=90)
    moved = replace(at(datetime(2026, 12, 10, 9, tzinfo=UTC), minutes=60), sequence=1)
    before, after = by_another_reader(first).vevent, by_another_reader(moved).vevent

    assert before.dtstart.value == datetime(2026, 12, 3, 14, tzinfo=WARSAW)
    assert before.dtend.value - before.dtstart.value == timedelta(minutes=90)
    assert after.dtstart.value == datetime(2026, 12, 10, 10, tzinfo=WARSAW)
    assert before.uid.value == after.uid.value == "1@reviewdesk"
    assert (before.sequence.value, after.sequence.value) == ("0", "1")


def test_another_reader_finds_whole_days_long_words_and_alarms():
    words = "Łódź; comma, \\ and 株式会社 " * 8
    event = by_another_reader(entry(title=words.strip(), alarms=(morning_alarm(1, time(8)),))).vevent
    assert event.dtstart.value == date(2026, 12, 3)
    assert event.summary.value == words.strip()
    assert len(event.valarm_list) == 1


def only_event(*entries):
    library, lines = both(*entries)
    (event,) = library.walk("VEVENT")
    (ours,) = lines.all("VEVENT")
    return event, ours


def test_a_whole_day_entry_takes_its_day_and_no_time():
    event, lines = only_event(entry())

    assert (event.decoded("dtstart"), event.decoded("dtend")) == (date(2026, 12, 3), date(2026, 12, 4))
    assert (lines.parameters("DTSTART"), lines.value("DTSTART")) == ({"VALUE": "DATE"}, "20261203")
    assert lines.value("TRANSP") == "TRANSPARENT"


@pytest.mark.parametrize("day", [date(2028, 2, 29), date(2026, 12, 31), date(2026, 3, 29), date.min, date.max])
def test_every_day_of_the_calendar_comes_back_as_itself(day):
    event, lines = only_event(entry(day=day))

    assert event.decoded("dtstart") == day
    assert lines.value("DTSTART") == f"{day:%Y%m%d}".rjust(8, "0")


def test_a_meeting_is_told_in_its_own_zone_with_the_zone_described():
    library, lines = both(at(datetime(2026, 12, 3, 13, tzinfo=UTC), minutes=90))

    (event,) = library.walk("VEVENT")
    assert event.decoded("dtstart") == datetime(2026, 12, 3, 14, tzinfo=WARSAW)
    assert event.decoded("dtend") - event.decoded("dtstart") == timedelta(minutes=90)
    (ours,) = lines.all("VEVENT")
    assert (ours.parameters("DTSTART"), ours.value("DTSTART")) == ({"TZID": "Europe/Warsaw"}, "20261203T140000")
    (zone,) = lines.all("VTIMEZONE")
    assert zone.value("TZID") == "Europe/Warsaw"
    (summer,) = zone.all("DAYLIGHT")
    assert summer.value("DTSTART").endswith("T020000")
    assert summer.value("RRULE") == "FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3"
    assert (summer.value("TZOFFSETFROM"), summer.value("TZOFFSETTO")) == ("+0100", "+0200")


@pytest.mark.parametrize(
    ("zone", "moment"),
    [
        ("America/New_York", datetime(2027, 3, 14, 6, 59, tzinfo=UTC)),
        ("America/New_York", datetime(2027, 3, 14, 7, 0, tzinfo=UTC)),
        ("Europe/Dublin", datetime(2027, 7, 1, 9, tzinfo=UTC)),
        ("Australia/Lord_Howe", datetime(2027, 1, 4, 1, tzinfo=UTC)),
        ("Africa/Casablanca", datetime(2027, 2, 20, 9, tzinfo=UTC)),
        ("Asia/Kolkata", datetime(2027, 2, 20, 9, tzinfo=UTC)),
        ("America/Santiago", datetime(2027, 4, 4, 12, tzinfo=UTC)),
    ],
)
def test_the_described_zone_puts_a_meeting_at_the_very_moment_it_was_planned_for(zone, moment):
    _, lines = both(at(moment, zone))

    (event,) = lines.all("VEVENT")
    local = datetime.strptime(event.value("DTSTART").rstrip("Z"), "%Y%m%dT%H%M%S")  # noqa: DTZ007
    (described,) = lines.all("VTIMEZONE")
    assert (local - offset_by_the_file(described, local)).replace(tzinfo=UTC) == moment


def offset_by_the_file(zone, local):
    """Work out the offset from the described zone alone, as a calendar program that knows no zones does."""
    from dateutil.rrule import rrulestr

    onsets = []
    for piece in zone.parts:
        start = datetime.strptime(piece.value("DTSTART"), "%Y%m%dT%H%M%S")  # noqa: DTZ007
        days = [start]
        if "RRULE" in piece.properties:
            days = list(rrulestr(piece.value("RRULE"), dtstart=start).between(start, local, inc=True))
        if "RDATE" in piece.properties:
            days += [datetime.strptime(each, "%Y%m%dT%H%M%S") for each in piece.value("RDATE").split(",")]  # noqa: DTZ007
        onsets += [(each, piece.value("TZOFFSETTO")) for each in days if each <= local]
    sign, hours, minutes = max(onsets)[1][0], max(onsets)[1][1:3], max(onsets)[1][3:5]
    return timedelta(hours=int(hours), minutes=int(minutes)) * (-1 if sign == "-" else 1)


def test_a_meeting_just_after_the_hour_that_does_not_exist_stays_at_its_moment():
    moment = datetime(2027, 3, 28, 1, 30, tzinfo=UTC)

    event, lines = only_event(at(moment, minutes=30))

    assert event.decoded("dtstart") == moment
    assert lines.value("DTSTART") == "20270328T033000"


@pytest.mark.parametrize("hour", [0, 1])
def test_a_meeting_in_the_hour_that_comes_twice_stays_in_the_one_that_was_meant(hour):
    moment = datetime(2027, 10, 31, hour, 30, tzinfo=UTC)

    event, _ = only_event(at(moment, minutes=20))

    assert event.decoded("dtstart").astimezone(UTC) == moment
    assert event.decoded("dtend").astimezone(UTC) == moment + timedelta(minutes=20)


@pytest.mark.parametrize("zone", ["", "UTC", "Nowhere/Else", "../../etc/passwd", "/etc/passwd", "a\0b", "x" * 9999])
def test_without_a_known_zone_the_time_is_told_in_utc(zone):
    moment = datetime(2026, 12, 3, 13, tzinfo=UTC)
    library, lines = both(entry(starts_at=moment, zone=zone))

    (event,) = library.walk("VEVENT")
    assert event.decoded("dtstart") == moment
    assert lines.all("VEVENT")[0].value("DTSTART") == "20261203T130000Z"
    assert lines.all("VTIMEZONE") == []


def test_alarms_ring_where_they_were_asked_for():
    event, lines = only_event(
        entry(alarms=(morning_alarm(0, time(8)), morning_alarm(1, time(8)), morning_alarm(1, time(8))))
    )

    starts = datetime.combine(event.decoded("dtstart"), time())
    rings = [starts + alarm.decoded("trigger") for alarm in event.walk("VALARM")]
    assert rings == [datetime(2026, 12, 2, 8), datetime(2026, 12, 3, 8)]  # noqa: DTZ001
    assert [each.value("TRIGGER") for each in lines.all("VALARM")] == ["-PT16H", "PT8H"]
    assert {each.value("ACTION") for each in lines.all("VALARM")} == {"DISPLAY"}


def test_a_cancelled_entry_says_so_and_rings_no_more():
    event, lines = only_event(entry(is_cancelled=True, sequence=3, alarms=(timedelta(minutes=-15),)))

    assert (str(event["status"]), event["sequence"]) == ("CANCELLED", 3)
    assert lines.all("VALARM") == []


def test_the_same_entries_give_the_same_bytes_whatever_their_order():
    entries = [entry(uid=f"{number}@reviewdesk", day=date(2026, 12, 9 - number)) for number in range(4)]

    assert calendar_file(entries, name="Northgate") == calendar_file(entries[::-1], name="Northgate")
    assert b"DTSTAMP:20261120T103015Z" in calendar_file(entries)


def test_an_empty_calendar_is_still_a_calendar():
    library, lines = both(name="Northgate")

    assert (str(library["version"]), lines.value("VERSION")) == ("2.0", "2.0")
    assert lines.text("X-WR-CALNAME") == "Northgate"
    assert lines.parts == []


HOSTILE = [
    "Price\r\nATTENDEE:mailto:all@x.example",
    "Price\nEND:VEVENT\nBEGIN:VEVENT\nSUMMARY:other",
    "Price\u2028URL:http://x.example",
    "Price\x85URL:http://x.example",
    "a\x00b\x07c\x1b[31m",
    "half \ud800 a pair",
    "\u202egnp.exe",
    "; , \\ \\n : \" '",
    "e" + "\u0301" * 5000,
    "x" * 100_000,
    "👩‍👩‍👧‍👦" * 60,
    "שלום, مرحبا, 客户拜访",
    "   \r\n  ",
]


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_no_text_adds_a_line_or_an_event(text):
    wild = entry(uid=f"{text}@x", title=text, place=text, details=text, alarms=(timedelta(0),))
    library, lines = both(wild, name=text)

    (event,) = lines.all("VEVENT")
    assert len(library.walk("VEVENT")) == 1
    assert set(event.properties) <= {
        "UID", "SUMMARY", "DTSTAMP", "LAST-MODIFIED", "SEQUENCE", "STATUS", "DTSTART", "DTEND", "TRANSP", "LOCATION",
        "DESCRIPTION",
    }  # fmt: skip
    assert len(event.text("SUMMARY")) <= LONGEST_TEXT
    assert "\n" not in event.text("SUMMARY")
    assert event.text("SUMMARY") == str(library.walk("VEVENT")[0]["summary"])


def test_what_is_written_plainly_comes_back_as_it_was_written():
    title = "Łódź; price \\ sheet, 客户 “2026”"
    details = "Account: R&D <b>\nOur promise"
    event, lines = only_event(entry(title=title, details=details, place="Room 3, Łódź"))

    assert (str(event["summary"]), str(event["description"])) == (title, details)
    assert (lines.text("SUMMARY"), lines.text("DESCRIPTION")) == (title, details)
    assert lines.text("LOCATION") == "Room 3, Łódź"


@given(st.text(max_size=200), st.text(max_size=200))
def test_any_title_and_details_read_back_the_same_by_both_readers(title, details):
    event, lines = only_event(entry(title=title, details=details))

    assert str(event["summary"]) == lines.text("SUMMARY")
    assert str(event.get("description", "")) == (lines.text("DESCRIPTION") if "DESCRIPTION" in lines.properties else "")


@given(
    st.datetimes(datetime(2024, 1, 1), datetime(2036, 1, 1), timezones=st.just(UTC)),  # noqa: DTZ001
    st.sampled_from(["Europe/Warsaw", "America/New_York", "Australia/Sydney", "Asia/Kathmandu", "America/St_Johns"]),
)
def test_any_moment_in_any_zone_comes_back_as_that_moment(moment, zone):
    event, _ = only_event(at(moment, zone))

    assert event.decoded("dtstart").astimezone(UTC) == moment.replace(microsecond=0)
