"""Reminders of a real book: each at least once, kept once it was shown, and in the inbox until it was seen."""

from datetime import date, datetime, time, timedelta
from uuid import uuid4
from zoneinfo import ZoneInfo

import pytest

from reviewdesk.domain.account import Account
from reviewdesk.domain.clock import Clock
from reviewdesk.domain.errors import MissingError
from reviewdesk.domain.follow_up import FollowUp
from reviewdesk.domain.reminding import one_notice
from reviewdesk.services.follow_ups import FollowUpService
from reviewdesk.services.reminders import ReminderService
from reviewdesk.storage.book_file import open_book

WARSAW = ZoneInfo("Europe/Warsaw")
TODAY = date.today()  # noqa: DTZ011 - the book keeps reminders on the real day alone


def days(number):
    return timedelta(days=number)


def at(day, hour=9, minute=0):
    return datetime.combine(day, time(hour, minute), WARSAW)


@pytest.fixture
def path(tmp_path):
    return tmp_path / "northgate.reviewdesk"


@pytest.fixture
def store(path):
    book = open_book(path, Clock(), may_create=True)
    yield book
    book.close()


@pytest.fixture
def reminders(store):
    return ReminderService(store)


@pytest.fixture
def lodz(store):
    with store.write("Arrange") as work:
        return work.accounts.put(Account(name="Łódź Logistics"))


@pytest.fixture
def owe(store, lodz):
    def owe(what="Price sheet", due=TODAY, **known):
        with store.write("Arrange") as work:
            return work.follow_ups.put(FollowUp(account_id=lodz.id, what=what, due=due, **known))

    return owe


def look(reminders, now):
    """Do what the window does at each look: show, then keep as shown."""
    found = reminders.due(now)
    reminders.shown(found)
    return [each.what for each in found]


def test_what_was_shown_is_not_shown_again(reminders, owe):
    owe("Price sheet")
    owe("Samples", TODAY + days(30))

    assert look(reminders, at(TODAY)) == ["Price sheet"]
    assert look(reminders, at(TODAY)) == []
    assert look(reminders, at(TODAY + days(1))) == []


def test_what_was_looked_up_but_not_kept_as_shown_comes_again(reminders, owe):
    owe()

    assert [each.what for each in reminders.due(at(TODAY))] == [each.what for each in reminders.due(at(TODAY))]
    assert look(reminders, at(TODAY)) == ["Price sheet"]


def test_it_stays_shown_when_the_book_is_opened_again(store, reminders, owe, path):
    owe()
    look(reminders, at(TODAY))
    store.close()

    again = open_book(path, Clock())
    try:
        assert look(ReminderService(again), at(TODAY)) == []
    finally:
        again.close()


def test_what_fell_due_while_the_program_was_closed_for_90_days_is_one_notice(reminders, owe):
    for number in range(90):
        owe(f"Thing {number}", TODAY - days(number))

    found = reminders.due(at(TODAY))
    notice = one_notice(found, TODAY)
    reminders.shown(found)

    assert notice is not None
    assert notice.title == "90 reminders"
    assert len(reminders.inbox()) == 90
    assert reminders.due(at(TODAY)) == ()


def test_a_clock_moved_back_or_forward_repeats_nothing(reminders, owe):
    owe(due=TODAY + days(3), remind_before=(7, 1, 0))

    assert look(reminders, at(TODAY)) == ["Price sheet"]
    for day in (TODAY - days(1), TODAY - days(400), date(1970, 1, 1), TODAY):
        assert look(reminders, at(day)) == []
    assert look(reminders, at(TODAY + days(365))) == ["Price sheet"]
    for day in (TODAY + days(2), TODAY + days(3), TODAY, date(9999, 12, 31)):
        assert look(reminders, at(day)) == []


def test_a_new_date_reminds_anew(store, reminders, owe):
    made = owe()
    look(reminders, at(TODAY))

    FollowUpService(store).move(made.id, TODAY + days(1))

    assert look(reminders, at(TODAY + days(1))) == ["Price sheet"]


def test_a_snoozed_one_speaks_on_its_day(store, reminders, owe):
    made = owe()
    look(reminders, at(TODAY))

    FollowUpService(store).snooze(made.id, TODAY + days(2))

    assert look(reminders, at(TODAY + days(1))) == []
    assert look(reminders, at(TODAY + days(2), 8)) == ["Price sheet"]
    assert look(reminders, at(TODAY + days(3))) == []


def test_the_inbox_holds_what_was_not_seen_with_when_it_is_due(reminders, owe, lodz):
    owe("Delivery plan", TODAY - days(12), is_promise=True)
    look(reminders, at(TODAY))

    (row,) = reminders.inbox()

    assert (row.what, row.account, row.account_id) == ("Delivery plan", "Łódź Logistics", lodz.id)
    assert (row.due_words, row.is_late, row.is_promise) == ("12 days over", True, True)
    assert reminders.seen(row.id).value == 1
    assert reminders.inbox() == ()


def test_two_reminders_of_one_follow_up_are_one_line_of_the_inbox_and_seen_together(reminders, owe):
    owe(due=TODAY + days(1))
    look(reminders, at(TODAY))
    look(reminders, at(TODAY + days(1)))

    (row,) = reminders.inbox()

    assert reminders.seen(row.id).value == 2
    assert reminders.inbox() == ()


def test_what_is_done_meanwhile_leaves_the_inbox_and_comes_back_when_that_is_undone(store, reminders, owe):
    made = owe()
    look(reminders, at(TODAY))

    done = FollowUpService(store).done(made.id)
    assert reminders.inbox() == ()
    store.undo(done.changes.step)

    assert [row.what for row in reminders.inbox()] == ["Price sheet"]


def test_the_inbox_is_emptied_at_once(reminders, owe):
    for what in ("Price sheet", "Samples", "Forecast"):
        owe(what)
    look(reminders, at(TODAY))

    assert reminders.seen_all().value == 3
    assert reminders.inbox() == ()
    assert reminders.seen_all().value == 0


def test_two_programs_that_show_the_same_at_once_keep_it_once(store, reminders, owe, path):
    owe()
    other = open_book(path, Clock())
    try:
        mine, theirs = reminders.due(at(TODAY)), ReminderService(other).due(at(TODAY))
        assert reminders.shown(mine).value == 1
        assert ReminderService(other).shown(theirs).value == 0
    finally:
        other.close()
    assert len(reminders.inbox()) == 1


def test_one_removed_between_looking_and_keeping_does_no_harm(store, reminders, owe):
    gone, kept = owe("Gone"), owe("Kept")
    found = reminders.due(at(TODAY))
    with store.write("Remove") as work:
        work.follow_ups.remove(gone.id)

    reminders.shown(found)

    assert [row.follow_up_id for row in reminders.inbox()] == [kept.id]
    with pytest.raises(MissingError):
        reminders.seen(uuid4())


def test_seeing_and_showing_are_not_offered_for_undo(store, reminders, owe):
    owe()
    look(reminders, at(TODAY))
    reminders.seen_all()

    assert store.undoable().label == "Arrange"


def test_looked_at_as_of_another_day_nothing_is_kept(store, reminders, owe):
    owe(due=TODAY + days(10))
    store.clock = Clock(TODAY + days(10))

    found = reminders.due(at(TODAY + days(10)))

    assert [each.what for each in found] == ["Price sheet"]
    assert not reminders.shown(found).changes
    assert reminders.inbox() == ()
