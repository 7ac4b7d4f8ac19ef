"""The page of a day, on a real book."""

from datetime import timedelta

import pytest
from PySide6.QtCore import QObject, Qt, Slot
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QApplication, QBoxLayout

from reviewdesk.desktop.today.controller import TodayController
from reviewdesk.desktop.today.view import TodayView
from reviewdesk.desktop.widgets.call_popup import CallPopup
from reviewdesk.desktop.widgets.move_sheet import MoveSheet
from reviewdesk.domain.changes import Changes
from reviewdesk.domain.concern import Concern, Stage
from reviewdesk.domain.follow_up import Ending
from reviewdesk.services.follow_ups import FollowUpService
from reviewdesk.services.preparing import PreparingService
from reviewdesk.services.today import TodayService
from tests.books import TUESDAY, a_store, small_book, the, ugly_book


@pytest.fixture
def store(tmp_path):
    store = a_store(tmp_path)
    yield store
    store.close()


@pytest.fixture
def opened(qtbot, theme, tasks, store):
    """Give a function that opens the page on the book as it stands."""
    held = []  # a page without a window belongs to whoever holds it

    def open_page(width=1140, height=768):
        view = TodayView()
        qtbot.addWidget(view)
        view.resize(width, height)
        with qtbot.waitActive(view):
            view.show()
        last_seen = TUESDAY - timedelta(days=20)
        controller = TodayController(
            view, TodayService(store), FollowUpService(store), PreparingService(store), tasks, last_seen=last_seen
        )
        held.append(controller)
        controller.show_page()
        assert tasks.wait_idle()
        return controller

    return open_page


class Mails(QObject):
    """Takes the mails that would open in the person's mail program."""

    def __init__(self):
        super().__init__()
        self.links = []

    @Slot("QUrl")
    def take(self, url):
        """Note one."""
        self.links.append(url.toString())


@pytest.fixture
def mails(qapp):
    taken = Mails()
    QDesktopServices.setUrlHandler("mailto", taken, "take")
    yield taken
    QDesktopServices.unsetUrlHandler("mailto")


def row(view, words):
    return next(each for each in (view.rows.row(key) for key in view.rows.keys) if words in each.row.title)


def go_to(qtbot, shown):
    """Go to a row once it is there to be seen."""
    qtbot.waitUntil(shown.isVisible)
    shown.setFocus()


def follow_up(store, words):
    with store.read() as reading:
        return next(each for each in reading.follow_ups.all() if words in each.what)


def test_the_day_says_its_date_and_what_was_missed(store, opened):
    small_book(store)

    assert opened().view.header.status.text() == (
        "Tuesday 24 November 2026 · while you were away: 3 follow-ups fell due, 2 reviews became late"
    )


def test_d_ticks_a_promise_off_and_it_goes_from_the_day(qtbot, store, tasks, opened):
    small_book(store)
    view = opened().view
    promise = row(view, "Send the revised delivery plan")
    go_to(qtbot, promise)

    qtbot.keyClick(promise, Qt.Key.Key_D)
    assert tasks.wait_idle()
    assert tasks.wait_idle()

    assert follow_up(store, "Send the revised delivery plan").ending is Ending.KEPT_LATE
    assert all("revised delivery plan" not in view.rows.row(each).row.title for each in view.rows.keys)


def test_m_moves_a_promise_to_another_day_with_who_agreed(qtbot, store, tasks, opened):
    small_book(store)
    view = opened().view
    promise = row(view, "Send savings figures")
    go_to(qtbot, promise)

    qtbot.keyClick(promise, Qt.Key.Key_M)
    sheet = view.findChild(MoveSheet)
    sheet.day.show_value(TUESDAY + timedelta(days=9))
    sheet.agreed.editor.setText("Anna")
    qtbot.mouseClick(sheet.go, Qt.MouseButton.LeftButton)
    assert tasks.wait_idle()
    assert tasks.wait_idle()

    moved = follow_up(store, "Send savings figures")
    assert (moved.due, moved.moves[0].agreed_with) == (TUESDAY + timedelta(days=9), "Anna")


@pytest.mark.qt_log_ignore("This plugin does not support")
def test_c_shows_the_number_in_large_type_and_the_call_can_be_logged(qtbot, store, opened):
    small_book(store)
    controller = opened()
    late = row(controller.view, "Plan the review with Globex")
    go_to(qtbot, late)

    qtbot.keyClick(late, Qt.Key.Key_C)
    popup = controller.view.findChild(CallPopup)
    assert popup.number.text() == "+48 42 555 01021"
    with qtbot.waitSignal(controller.log_call_asked) as asked:
        qtbot.mouseClick(popup.log, Qt.MouseButton.LeftButton)

    assert asked.args == [the(store, "Globex Corporation").id]


def test_e_writes_a_mail_to_the_person(qtbot, store, opened, mails):
    small_book(store)
    late = row(opened().view, "Plan the review with Globex")
    go_to(qtbot, late)

    qtbot.keyClick(late, Qt.Key.Key_E)

    assert mails.links == ["mailto:luis@customer2.example"]


def test_one_mail_asks_a_colleague_for_all_they_owe(qtbot, store, tasks, opened, mails):
    small_book(store)
    view = opened().view
    omar = view.beside.waiting.row(view.beside.waiting.keys[0])

    qtbot.mouseClick(omar.button("mail"), Qt.MouseButton.LeftButton)
    assert tasks.wait_idle()

    assert mails.links[0].startswith("mailto:omar@northgate.example?subject=")
    assert "batch 7" in mails.links[0]


@pytest.mark.parametrize(
    ("words", "signal", "of"),
    [
        ("Plan the review with Globex", "account_asked", "Globex Corporation"),
        ("Send the revised delivery plan", "account_asked", "Łódź Logistics"),
    ],
)
def test_enter_leads_to_the_account(qtbot, store, opened, words, signal, of):
    small_book(store)
    controller = opened()
    asked_for = row(controller.view, words)
    go_to(qtbot, asked_for)

    with qtbot.waitSignal(getattr(controller, signal)) as asked:
        qtbot.keyClick(asked_for, Qt.Key.Key_Return)

    assert asked.args == [the(store, of).id]


def test_enter_on_a_concern_leads_to_it_on_the_page_of_its_account(qtbot, store, opened):
    small_book(store)
    controller = opened()
    asked_for = row(controller.view, "“Two pallets wrong again”")
    go_to(qtbot, asked_for)

    with qtbot.waitSignal(controller.concern_asked) as asked:
        qtbot.keyClick(asked_for, Qt.Key.Key_Return)

    with store.read() as reading:
        concern = next(each for each in reading.concerns.all() if each.words == "Two pallets wrong again")
    assert asked.args == [the(store, "Wonka Foods").id, concern.id]


def test_questions_about_fixes_open_from_one_row_and_are_answered_by_a_key(qtbot, store, opened, tasks):
    small_book(store)
    with store.write("Fixed") as work:
        for name in ("Hooli", "Globex Corporation", "Wonka Foods"):
            fixed = Concern(
                account_id=the(store, name).id, words=f"Bent at {name}", summary="Bent", severity=2,
                raised_on=TUESDAY - timedelta(30), stage=Stage.FIXED, stage_since=TUESDAY - timedelta(14),
            )  # fmt: skip
            work.concerns.put(fixed)
    view = opened().view
    assert not [each for each in view.rows.keys if "Bent at" in view.rows.row(each).row.title]

    go_to(qtbot, row(view, "Ask 4 customers whether it is fixed"))
    qtbot.keyClick(row(view, "Ask 4 customers"), Qt.Key.Key_Return)
    ask = row(view, "Bent at Hooli")
    go_to(qtbot, ask)
    with qtbot.waitSignal(view.fix_asked_about) as asked:
        qtbot.keyClick(ask, Qt.Key.Key_A)
    with qtbot.waitSignal(view.fix_confirmed) as confirmed:
        qtbot.keyClick(ask, Qt.Key.Key_D)
    assert asked.args == confirmed.args == [ask.row.key[1]]

    go_to(qtbot, row(view, "Ask 4 customers"))
    qtbot.keyClick(row(view, "Ask 4 customers"), Qt.Key.Key_Return)
    assert not [each for each in view.rows.keys if "Bent at" in view.rows.row(each).row.title]


def test_enter_on_a_meeting_leads_to_its_review(qtbot, store, opened):
    small_book(store)
    controller = opened()
    meeting = row(controller.view, "Łódź Logistics, quarterly review")
    go_to(qtbot, meeting)

    with qtbot.waitSignal(controller.review_asked) as asked:
        qtbot.keyClick(meeting, Qt.Key.Key_Return)

    with store.read() as reading:
        assert reading.reviews.get(asked.args[0]).account_id == the(store, "Łódź Logistics").id


def test_p_plans_a_review_that_is_due(qtbot, store, opened):
    small_book(store)
    controller = opened()
    late = row(controller.view, "Plan the review with Globex")
    go_to(qtbot, late)

    with qtbot.waitSignal(controller.plan_review_asked):
        qtbot.keyClick(late, Qt.Key.Key_P)


def test_more_time_holds_more(qtbot, store, opened):
    small_book(store)
    time = opened().view.beside.time
    in_an_hour = len(time.rows.keys)

    time.hours.setCurrentIndex(3)
    time.hours.activated.emit(3)

    assert len(time.rows.keys) > in_an_hour


def test_what_is_done_elsewhere_goes_from_the_day(store, tasks, opened):
    small_book(store)
    view = opened().view
    done = FollowUpService(store).done(follow_up(store, "Send the revised").id)

    tasks.changed.emit(done.changes, None)
    assert tasks.wait_idle()

    assert all("revised delivery plan" not in view.rows.row(each).row.title for each in view.rows.keys)


def test_an_empty_book_invites_and_a_free_day_says_so(qtbot, store, tasks, opened):
    controller = opened()
    assert controller.view._welcome.isVisible()
    with qtbot.waitSignal(controller.import_asked):
        qtbot.mouseClick(controller.view._import, Qt.MouseButton.LeftButton)

    with store.write("Add") as work:
        small = a_new_account()
        work.accounts.put(small)
    controller.show_page()
    assert tasks.wait_idle()

    assert controller.view._free.isVisible()


def a_new_account():
    from reviewdesk.domain.account import Account

    return Account(name="Hooli", added_on=TUESDAY)


@pytest.mark.parametrize(("width", "beside"), [(794, False), (1140, True), (1690, True)])
def test_the_cards_stand_beside_the_day_where_there_is_room(store, opened, width, beside):
    small_book(store)
    view = opened(width).view

    right = QBoxLayout.Direction.LeftToRight
    assert (view._sides.direction() is right) == beside


@pytest.mark.parametrize(("width", "points"), [(794, 14), (1140, 0), (1690, 14)])
def test_nothing_is_cut_off_at_the_side_in_any_size(store, theme, opened, width, points):
    ugly_book(store)
    theme.set_text_size(points)
    view = opened(width).view
    QApplication.sendPostedEvents()
    QGuiApplication.sync()

    inside = view._scroll.widget()
    assert inside.width() <= view._scroll.viewport().width()
    assert inside.minimumSizeHint().width() <= view._scroll.viewport().width()


def test_what_another_program_or_a_new_day_changed_is_shown(opened, store, tasks):
    small_book(store)
    view = opened().view
    before = view.rows.keys
    with store.write("Elsewhere") as work:
        for each in work.follow_ups.all():
            work.follow_ups.remove(each.id)

    tasks.changed.emit(Changes(whole_book=True, in_passing=True), None)
    assert tasks.wait_idle()

    assert set(view.rows.keys) < set(before)
