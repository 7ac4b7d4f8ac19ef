"""The band of reminders on a real book: shown first, then kept, quiet in a meeting, and never a dialog."""

from datetime import date, datetime, time, timedelta

import pytest
from PySide6.QtTest import QSignalSpy
from PySide6.QtWidgets import QApplication

from reviewdesk.desktop.reminders.controller import LOOK_EVERY, RemindersController
from reviewdesk.desktop.reminders.model import discreet_words
from reviewdesk.desktop.reminders.view import RemindersView
from reviewdesk.domain.account import Account
from reviewdesk.domain.clock import Clock
from reviewdesk.domain.follow_up import Ending, FollowUp
from reviewdesk.services.follow_ups import FollowUpService
from reviewdesk.services.reminders import ReminderService
from reviewdesk.storage.book_file import open_book
from tests.desktop.accessible import unnamed_controls

TODAY = date.today()  # noqa: DTZ011 - the book keeps reminders on the real day alone


@pytest.fixture
def store(tmp_path):
    book = open_book(tmp_path / "northgate.reviewdesk", Clock(), may_create=True)
    yield book
    book.close()


@pytest.fixture
def owe(store):
    with store.write("Arrange") as work:
        account = work.accounts.put(Account(name="Łódź Logistics"))

    def owe(what="Price sheet", due=TODAY, **known):
        with store.write("Arrange") as work:
            return work.follow_ups.put(FollowUp(account_id=account.id, what=what, due=due, **known))

    return owe


class Watch:
    """A clock on the wall that a test sets."""

    def __init__(self):
        self.at = datetime.combine(TODAY, time(9)).astimezone()

    def now(self):
        """Give what it shows."""
        return self.at


@pytest.fixture
def watch():
    return Watch()


@pytest.fixture
def reminders(qtbot, shell, tasks, store, watch):
    view = RemindersView()
    shell.add_band(view)
    made = RemindersController(view, ReminderService(store), FollowUpService(store), tasks, now=watch.now)
    yield made
    made.stop()


def settle(tasks):
    for _ in range(4):
        assert tasks.wait_idle()


def look(reminders, tasks):
    reminders.look()
    settle(tasks)


def shown(reminders):
    rows = reminders.view.rows
    return [rows.row(key).row.title for key in rows.keys]


def test_at_the_start_what_fell_due_is_shown_and_kept(reminders, owe, tasks, store):
    owe()

    reminders.start()
    settle(tasks)

    assert (reminders.view.isVisible(), shown(reminders)) == (True, ["Price sheet"])
    assert [row.what for row in ReminderService(store).inbox()] == ["Price sheet"]


def test_it_looks_each_half_minute(reminders):
    reminders.start()

    assert reminders._timer.isActive()
    assert reminders._timer.interval() == LOOK_EVERY == 30_000


def test_without_any_there_is_no_band(reminders, shell, tasks):
    reminders.start()
    settle(tasks)

    assert not reminders.view.isVisible()
    assert not shell._band_room.isVisible()


def test_many_are_one_line_until_the_person_wants_to_see_them(reminders, owe, tasks):
    for number in range(12):
        owe(f"Thing {number}", TODAY - timedelta(number))

    look(reminders, tasks)

    assert reminders.view.title == "12 reminders"
    assert not reminders.view.rows.isVisible()
    reminders.view.fold_button.click()
    assert reminders.view.rows.isVisible()


def test_no_window_opens_and_the_focus_stays_where_it_is(reminders, owe, tasks, shell):
    owe()
    shell.side_bar.setFocus()
    windows, focus = set(QApplication.topLevelWidgets()), QApplication.focusWidget()

    look(reminders, tasks)

    assert {each for each in QApplication.topLevelWidgets() if each.isVisible()} <= windows
    assert QApplication.activeModalWidget() is None
    assert QApplication.focusWidget() is focus


def test_while_a_meeting_is_on_nothing_appears_and_nothing_is_lost(reminders, owe, tasks, store):
    reminders.start()
    settle(tasks)
    reminders.quiet = True
    owe()

    look(reminders, tasks)
    assert not reminders.view.isVisible()
    assert ReminderService(store).inbox() == ()

    reminders.quiet = False
    settle(tasks)
    assert shown(reminders) == ["Price sheet"]


def test_a_band_that_is_there_is_away_during_the_meeting_and_back_after(reminders, owe, tasks):
    owe()
    reminders.start()
    settle(tasks)

    reminders.quiet = True
    assert not reminders.view.isVisible()
    reminders.quiet = False
    settle(tasks)
    assert reminders.view.isVisible()


def test_done_in_the_band_ends_the_follow_up_and_leaves_the_band(reminders, owe, tasks, store):
    made = owe()
    look(reminders, tasks)

    reminders.view.rows.action_asked.emit(reminders.view.rows.keys[0], "done")
    settle(tasks)

    with store.read() as reading:
        assert reading.follow_ups.get(made.id).ending is Ending.KEPT
    assert not reminders.view.isVisible()


def test_the_reminder_of_what_was_moved_or_snoozed_is_gone(reminders, owe, tasks, store):
    moved, snoozed = owe("Price sheet"), owe("Read their tender")
    look(reminders, tasks)
    assert len(shown(reminders)) == 2

    service = FollowUpService(store)
    tasks.run(lambda: service.move(moved.id, TODAY + timedelta(7)), None, reminders)
    tasks.run(lambda: service.snooze(snoozed.id, TODAY + timedelta(1)), None, reminders)
    settle(tasks)

    assert shown(reminders) == []
    assert reminders.view.isHidden()


def test_the_rows_have_their_room_once_the_window_has_its_height(qtbot, reminders, owe, tasks, shell):
    shell.hide()
    shell.resize(1000, 10)
    owe("Price sheet")
    look(reminders, tasks)
    shell.resize(1000, 760)
    shell.show()
    qtbot.wait(20)

    assert reminders.view._scroll.height() == reminders.view.rows.sizeHint().height()


def test_seen_one_by_one_and_all_at_once(reminders, owe, tasks, store):
    for what in ("Price sheet", "Samples", "Forecast"):
        owe(what)
    look(reminders, tasks)

    reminders.view.rows.action_asked.emit(reminders.view.rows.keys[0], "seen")
    settle(tasks)
    assert reminders.view.title == "2 reminders"
    reminders.view.seen_button.click()
    settle(tasks)

    assert not reminders.view.isVisible()
    assert ReminderService(store).inbox() == ()


def test_enter_opens_the_account(qtbot, reminders, owe, tasks):
    made = owe()
    look(reminders, tasks)

    with qtbot.waitSignal(reminders.account_asked) as asked:
        reminders.view.rows.opened.emit(reminders.view.rows.keys[0])

    assert asked.args == [made.account_id]


def test_what_was_shown_does_not_come_again_and_what_falls_due_later_does(reminders, owe, tasks, watch):
    owe("Price sheet")
    owe("Samples", TODAY + timedelta(1), remind_before=(0,))
    look(reminders, tasks)
    reminders.view.seen_button.click()
    settle(tasks)

    watch.at += timedelta(hours=1)
    look(reminders, tasks)
    assert not reminders.view.isVisible()
    watch.at += timedelta(days=1)
    look(reminders, tasks)

    assert shown(reminders) == ["Samples"]


@pytest.mark.parametrize(
    ("passed", "slept"),
    [
        (timedelta(seconds=30), False),
        (timedelta(seconds=89), False),
        (timedelta(hours=8), True),
        (timedelta(hours=-1), True),
        (timedelta(days=365), True),
    ],
)
def test_a_leap_of_the_clock_is_noticed_as_waking(reminders, tasks, watch, passed, slept):
    woken = QSignalSpy(reminders.woke)
    look(reminders, tasks)

    watch.at += passed
    look(reminders, tasks)

    assert woken.count() == int(slept)


@pytest.fixture
def notices(reminders, monkeypatch):
    """What would be said in the tray, to somebody who wants it and looks elsewhere."""
    said = []
    monkeypatch.setattr(reminders, "_wants_tray", lambda: True)
    monkeypatch.setattr(type(reminders.tray), "is_of_use", True)
    monkeypatch.setattr(reminders.tray, "say", said.append)
    return said


def test_a_book_held_by_another_program_is_tried_again_and_said_once(reminders, owe, tasks, store, notices):
    owe()
    with store.engine.connect().execution_options(writes=True) as other, other.begin():
        look(reminders, tasks)
    assert ReminderService(store).inbox() == ()
    assert shown(reminders) == ["Price sheet"]

    look(reminders, tasks)

    assert [row.what for row in ReminderService(store).inbox()] == ["Price sheet"]
    assert notices == ["A follow-up is due."]


def test_a_notice_in_the_tray_names_nobody():
    assert discreet_words(1) == "A follow-up is due."
    assert discreet_words(1200) == "1,200 follow-ups are due."


def test_without_a_tray_or_with_the_window_in_front_there_is_no_notice(reminders, shell, qtbot):
    with qtbot.waitActive(shell):
        shell.activateWindow()

    assert not reminders.tray.is_of_use


def test_the_tray_is_silent_unless_the_person_wants_it(reminders, owe, tasks, monkeypatch):
    owe()
    said = []
    monkeypatch.setattr(type(reminders.tray), "is_of_use", True)
    monkeypatch.setattr(reminders.tray, "say", said.append)

    look(reminders, tasks)

    assert said == []


def test_the_notice_and_the_icon_lead_to_the_window(qtbot, reminders):
    icon = reminders.tray._make()  # not shown: there is no tray where tests run

    for press in (icon.contextMenu().actions()[0].trigger, icon.messageClicked.emit):
        with qtbot.waitSignal(reminders.window_asked):
            press()


def test_as_of_another_day_they_are_shown_once_and_nothing_is_kept(reminders, owe, tasks, store, watch):
    owe(due=TODAY + timedelta(10))
    store.clock = Clock(TODAY + timedelta(10))
    watch.at += timedelta(days=10)

    look(reminders, tasks)

    assert shown(reminders) == ["Price sheet"]
    with store.read() as reading:
        assert reading.reminders.all() == ()


def test_every_control_of_the_band_has_a_name(reminders, owe, tasks):
    owe()
    look(reminders, tasks)

    assert unnamed_controls(reminders.view) == []
