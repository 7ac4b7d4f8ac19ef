"""No reminder is lost, none comes twice, and many come as one."""

from dataclasses import replace
from datetime import date, datetime, time, timedelta
from uuid import UUID
from zoneinfo import ZoneInfo

from hypothesis import given
from hypothesis import strategies as st

from reviewdesk.domain.follow_up import FollowUp
from reviewdesk.domain.reminding import due_reminders, one_notice

WARSAW = ZoneInfo("Europe/Warsaw")
ACCOUNT = UUID(int=1)
DUE = date(2026, 11, 27)


def follow_up(**known):
    return FollowUp(**({"account_id": ACCOUNT, "what": "Send the delivery plan", "due": DUE} | known))


def at(day, hour=9, minute=0):
    return datetime(day.year, day.month, day.day, hour, minute, tzinfo=WARSAW)


def days(number):
    return timedelta(days=number)


def look(known, now, fired):
    found = due_reminders(known, now, fired)
    fired.update(key for each in found for key in each.keys)
    return found


def test_a_follow_up_reminds_the_day_before_and_on_the_day_and_then_no_more():
    known, fired, seen = [follow_up()], set(), []
    now = at(date(2026, 11, 24), 0)
    while now < at(date(2026, 12, 5)):
        seen += [(each.moment, each.words(now.date())) for each in look(known, now, fired)]
        now += timedelta(minutes=30)

    assert seen == [(at(DUE - days(1), 8), "due tomorrow"), (at(DUE, 8), "due today")]


def test_the_key_is_the_same_at_every_look_and_for_every_reader():
    known = follow_up(id=UUID(int=7))

    (reminder,) = due_reminders([known], at(DUE), set())
    assert reminder.key == "00000000-0000-0000-0000-000000000007/2026-11-27/0"
    assert due_reminders([known], at(DUE + days(3)), set())[0].key == reminder.key


def test_a_reminder_that_was_shown_but_not_yet_marked_comes_again():
    known = [follow_up()]

    assert due_reminders(known, at(DUE), set()) == due_reminders(known, at(DUE), set()) != ()


def test_after_a_closed_week_only_the_newest_speaks_and_stands_for_the_older_ones():
    known, fired = [follow_up(remind_before=(7, 1, 0))], set()

    (reminder,) = look(known, at(DUE + days(12)), fired)

    assert reminder.words(DUE + days(12)) == "12 days over"
    assert len(reminder.replaces) == 2
    assert look(known, at(DUE + days(12)), fired) == ()


def test_closed_for_90_days_gives_one_notice_for_all():
    known = [follow_up(what=f"Call {n}", due=date(2026, 8, 26) + days(n)) for n in range(90)]
    today = date(2026, 11, 24)

    notice = one_notice(due_reminders(known, at(today), set()), today)

    assert len(notice.reminders) == 90
    assert (notice.title, notice.words) == ("90 reminders", "the oldest of 26 Aug")


def test_a_single_reminder_speaks_for_itself_and_none_says_nothing():
    notice = one_notice(due_reminders([follow_up()], at(DUE), set()), DUE)

    assert (notice.title, notice.words) == ("Send the delivery plan", "due today")
    assert one_notice((), DUE) is None


def test_a_clock_moved_back_or_forward_repeats_nothing():
    known, fired = [follow_up()], set()

    assert len(look(known, at(DUE), fired)) == 1
    for moved in (at(DUE, 7), at(DUE, 8), at(DUE - days(1)), at(DUE + days(365)), at(date(1970, 1, 1)), at(DUE)):
        assert look(known, moved, fired) == ()


def test_a_clock_once_far_ahead_repeats_nothing_when_it_is_right_again():
    known, fired = [follow_up()], set()

    assert len(look(known, at(date(2027, 11, 27)), fired)) == 1
    assert look(known, at(DUE - days(1)), fired) == look(known, at(DUE), fired) == ()


def test_a_snoozed_follow_up_is_silent_until_its_day_and_then_speaks_once():
    spoken, fired = follow_up(), set()
    look([spoken], at(DUE), fired)
    known = [spoken.snoozed(DUE + days(3))]

    assert look(known, at(DUE), fired) == ()
    assert look(known, at(DUE + days(3), 7, 59), fired) == ()
    (reminder,) = look(known, at(DUE + days(3), 8), fired)
    assert reminder.words(DUE + days(3)) == "3 days over"
    assert look(known, at(DUE + days(4)), fired) == ()


def test_snoozed_again_it_speaks_again():
    known, fired = follow_up().snoozed(DUE + days(3)), set()

    assert len(look([known], at(DUE + days(3)), fired)) == 1
    assert len(look([known.snoozed(DUE + days(5))], at(DUE + days(5)), fired)) == 1


def test_a_snooze_that_ends_before_the_due_day_still_leaves_the_due_day_its_reminder():
    known, fired = [follow_up().snoozed(DUE - days(1))], set()

    assert len(look(known, at(DUE - days(1)), fired)) == 1
    assert [each.words(DUE) for each in look(known, at(DUE), fired)] == ["due today"]


def test_a_moved_date_reminds_anew():
    known, fired = follow_up(), set()
    look([known], at(DUE), fired)

    moved = known.moved(DUE + days(10), on=DUE)

    assert look([moved], at(DUE), fired) == ()
    assert [each.words(DUE + days(9)) for each in look([moved], at(DUE + days(9)), fired)] == ["due tomorrow"]


def test_what_has_ended_or_was_withdrawn_reminds_of_nothing():
    ended = [follow_up().done(DUE), follow_up().dropped(DUE), replace(follow_up(), withdrawn=True)]

    assert due_reminders(ended, at(DUE + days(1)), set()) == ()


def test_what_was_said_today_for_tomorrow_does_not_remind_within_the_minute():
    known, fired = [follow_up(said_on=DUE - days(1))], set()

    assert look(known, at(DUE - days(1), 15), fired) == ()
    assert len(look(known, at(DUE), fired)) == 1


def test_what_was_said_today_for_today_is_not_lost():
    assert len(due_reminders([follow_up(said_on=DUE)], at(DUE, 15), set())) == 1


def test_a_follow_up_without_a_date_speaks_only_when_a_snooze_ends():
    undated = follow_up(due=None)

    assert due_reminders([undated], at(DUE), set()) == ()
    (reminder,) = due_reminders([undated.snoozed(DUE)], at(DUE), set())
    assert reminder.words(DUE) == "you wanted to see it again"


def test_an_hour_that_the_clock_leaves_out_or_repeats_reminds_once():
    for change in (date(2027, 3, 28), date(2026, 10, 25)):
        known, fired, seen = [follow_up(due=change, remind_before=(0,))], set(), 0
        moment = at(change, 0).astimezone(ZoneInfo("UTC"))
        for _ in range(48):
            found = due_reminders(known, moment.astimezone(WARSAW), fired, at=time(2, 30))
            fired.update(each.key for each in found)
            seen += len(found)
            moment += timedelta(minutes=30)
        assert seen == 1


LOOKS = st.lists(st.integers(-60 * 24, 60 * 24), min_size=1, max_size=40)
LEADS = st.lists(st.integers(0, 30), max_size=4).map(tuple)


@given(LEADS, LOOKS, st.none() | st.integers(-10, 20))
def test_however_the_clock_jumps_no_key_comes_twice_and_none_that_passed_is_lost(leads, looks, snooze):
    snoozed = None if snooze is None else DUE + days(snooze)
    known, fired, shown = [follow_up(remind_before=leads, snoozed_until=snoozed)], set(), []

    for hours in looks:
        for each in look(known, at(DUE) + timedelta(hours=hours), fired):
            shown.append(each.key)

    assert len(shown) == len(set(shown))
    latest = at(DUE) + timedelta(hours=max(looks))
    fresh = due_reminders(known, latest, set())
    assert all(each.key in fired for each in fresh)


@given(st.permutations(range(12)))
def test_the_order_of_the_follow_ups_changes_nothing(order):
    known = [follow_up(id=UUID(int=n), due=DUE + days(n % 5)) for n in range(12)]

    assert due_reminders([known[n] for n in order], at(DUE + days(9)), set()) == due_reminders(
        known, at(DUE + days(9)), set()
    )


def test_a_follow_up_at_the_end_of_the_calendar_keeps_no_other_silent():
    first, known = follow_up(due=date.min, remind_before=(30, 0)), follow_up()

    assert known.id in {each.follow_up_id for each in due_reminders([first, known], at(DUE), set())}
