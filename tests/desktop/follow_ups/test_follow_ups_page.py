"""The page of follow-ups on a real book, by keyboard."""

from datetime import date, timedelta
from urllib.parse import parse_qs, urlsplit

import pytest
from PySide6.QtCore import QObject, Qt, Slot
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QApplication

from reviewdesk.desktop.follow_ups.controller import FollowUpsController
from reviewdesk.desktop.follow_ups.model import Act
from reviewdesk.desktop.follow_ups.view import FollowUpsView
from reviewdesk.domain.account import Account
from reviewdesk.domain.clock import Clock
from reviewdesk.domain.follow_up import Ending, FollowUp, WaitsOn
from reviewdesk.services.follow_ups import FollowUpService
from reviewdesk.storage.book_file import open_book
from tests.desktop.accessible import unnamed_controls
from tests.desktop.follow_up_books import fill, fill_ugly

TODAY = date(2026, 11, 24)


@pytest.fixture
def store(tmp_path):
    book = open_book(tmp_path / "northgate.reviewdesk", Clock(TODAY), may_create=True)
    yield book
    book.close()


@pytest.fixture
def opened(qtbot, theme, tasks, store):
    def open_page(width=1300, height=800):
        view = FollowUpsView()
        qtbot.addWidget(view)
        view.resize(width, height)
        controller = FollowUpsController(view, FollowUpService(store), tasks)
        with qtbot.waitActive(view):
            view.show()
        controller.show_page()
        settle(tasks)
        return controller

    return open_page


@pytest.fixture
def page(opened, store):
    """The page of an ordinary book."""
    fill(store, TODAY)
    return opened()


def settle(tasks):
    """Wait for what was asked, and for the reloading that follows it."""
    for _ in range(3):
        assert tasks.wait_idle()


def titles(view):
    return [view.rows.row(key).row.title for key in view.rows.keys]


def key_of(view, title):
    return next(key for key in view.rows.keys if view.rows.row(key).row.title == title)


def go_to(view, title):
    view.rows.go_to(key_of(view, title))


def press(qtbot, tasks, key):
    qtbot.keyClick(QApplication.focusWidget(), key)
    settle(tasks)


def type_in(qtbot, tasks, words):
    qtbot.keyClicks(QApplication.focusWidget(), words)
    settle(tasks)


def answer(qtbot, tasks, words):
    type_in(qtbot, tasks, words)
    press(qtbot, tasks, Qt.Key.Key_Return)


def found(store, what):
    with store.read() as reading:
        (only,) = reading.follow_ups.where(what=what)
    return only


def test_what_is_open_stands_under_whom_it_waits_on_late_first(page):
    assert titles(page.view) == [
        "Send the revised delivery plan to Anna",
        "Call about the new labels, not for an order",
        "Plan the review with Globex Corporation",
        "Quarterly figures for the steering group",
        "Read their tender",
        "Plan for the pallets",
        "Answer on two wrong pallets",
        "Carrier for the morning slot",
        "Quarterly price sheet with their item numbers",
        "Name a technical contact",
        "Forecast for January",
    ]
    assert [each.title for each in page.view.rows._sections] == [
        "Waits on me",
        "Waits on Operations",
        "Waits on Paula Pricing",
        "Waits on the customer",
    ]
    assert page.view.header.status.text() == "5 on you · 4 on colleagues · 2 on customers · 3 late"


def test_a_row_says_for_whom_from_which_promise_and_review_and_how_late(page):
    first = page.view.rows.row(page.view.rows.keys[0])

    assert first.accessibleDescription() == (
        "Send the revised delivery plan to Anna, "
        "Łódź Logistics · our promise of 25 Aug · quarterly review of 25 Aug · 20 min, 12 days over"
    )


def test_d_ends_it_and_goes_to_the_next_and_undo_brings_it_back(qtbot, page, tasks, store):
    go_to(page.view, "Send the revised delivery plan to Anna")

    press(qtbot, tasks, Qt.Key.Key_D)

    assert found(store, "Send the revised delivery plan to Anna").ending is Ending.KEPT_LATE
    assert titles(page.view)[0] == "Call about the new labels, not for an order"
    qtbot.waitUntil(page.view.rows.row(page.view.rows.keys[0]).hasFocus)
    tasks.changed.emit(store.undo(), None)
    settle(tasks)
    assert titles(page.view)[0] == "Send the revised delivery plan to Anna"


def test_after_done_what_comes_next_is_offered_for_the_same_account(qtbot, page, tasks, store):
    go_to(page.view, "Call about the new labels, not for an order")
    press(qtbot, tasks, Qt.Key.Key_D)
    bar = page.view.next_bar
    assert (bar.isVisible(), bar.text) == (
        True,
        "“Call about the new labels, not for an order” is done. What comes next for Café Müller & Söhne?",
    )

    qtbot.mouseClick(bar._action, Qt.MouseButton.LeftButton)
    settle(tasks)
    type_in(qtbot, tasks, "Ask how the labels sell")
    page.view.strip.fields["day"].editor.setText("in 2w")
    press(qtbot, tasks, Qt.Key.Key_Return)

    made = found(store, "Ask how the labels sell")
    with store.read() as reading:
        assert reading.accounts.get(made.account_id).name == "Café Müller & Söhne"
    assert made.due == date(2026, 12, 8)


def test_one_that_repeats_says_when_it_comes_again(qtbot, page, tasks):
    go_to(page.view, "Quarterly figures for the steering group")

    press(qtbot, tasks, Qt.Key.Key_D)

    assert page.view.next_bar.text.endswith("is done and comes again on 10 Mar 2027.")
    assert "Quarterly figures for the steering group" in titles(page.view)


def test_m_moves_it_to_a_day_in_words_with_who_agreed(qtbot, page, tasks, store):
    go_to(page.view, "Quarterly price sheet with their item numbers")
    press(qtbot, tasks, Qt.Key.Key_M)
    type_in(qtbot, tasks, "next fri")
    assert page.view.strip.hint.text() == "Friday, 4 December 2026"
    page.view.strip.fields["agreed_with"].editor.setText("Anna Nowak")

    press(qtbot, tasks, Qt.Key.Key_Return)

    moved = found(store, "Quarterly price sheet with their item numbers")
    assert (moved.due, [each.agreed_with for each in moved.moves]) == (date(2026, 12, 4), ["Anna Nowak"])
    assert not page.view.strip.isVisible()
    qtbot.waitUntil(page.view.rows.row(moved.id).hasFocus)


def test_words_that_are_no_day_are_refused_and_stay_to_be_mended(qtbot, page, tasks, store):
    go_to(page.view, "Read their tender")
    press(qtbot, tasks, Qt.Key.Key_M)

    answer(qtbot, tasks, "some time")
    assert "“some time” is no day" in page.view.strip.hint.text()
    page.view.strip.fields["day"].editor.clear()
    answer(qtbot, tasks, "3 dec")

    assert found(store, "Read their tender").due == date(2026, 12, 3)


def test_escape_leaves_the_question_and_nothing_changes(qtbot, page, tasks, store):
    go_to(page.view, "Read their tender")
    press(qtbot, tasks, Qt.Key.Key_M)
    type_in(qtbot, tasks, "tomorrow")

    press(qtbot, tasks, Qt.Key.Key_Escape)

    assert not page.view.strip.isVisible()
    assert found(store, "Read their tender").due is None
    qtbot.waitUntil(page.view.rows.row(key_of(page.view, "Read their tender")).hasFocus)


def test_s_hides_it_until_tomorrow_unless_another_day_is_typed(qtbot, page, tasks, store):
    go_to(page.view, "Read their tender")
    press(qtbot, tasks, Qt.Key.Key_S)
    assert page.view.strip.hint.text() == "Wednesday, 25 November 2026"

    press(qtbot, tasks, Qt.Key.Key_Return)

    assert found(store, "Read their tender").snoozed_until == TODAY + timedelta(1)
    assert "Read their tender" not in titles(page.view)


def test_a_day_that_has_passed_is_no_day_to_hide_it_until(qtbot, page, tasks, store):
    go_to(page.view, "Read their tender")
    press(qtbot, tasks, Qt.Key.Key_S)
    page.view.strip.fields["day"].editor.setText("today")

    press(qtbot, tasks, Qt.Key.Key_Return)

    assert "Choose a later day" in page.view.strip.hint.text()
    assert found(store, "Read their tender").snoozed_until is None


def test_x_drops_at_once_what_is_no_promise(qtbot, page, tasks, store):
    go_to(page.view, "Read their tender")

    press(qtbot, tasks, Qt.Key.Key_X)

    assert found(store, "Read their tender").ending is Ending.DROPPED


def test_x_asks_why_a_promise_is_dropped(qtbot, page, tasks, store):
    go_to(page.view, "Answer on two wrong pallets")
    press(qtbot, tasks, Qt.Key.Key_X)

    press(qtbot, tasks, Qt.Key.Key_Return)
    assert "why it is dropped" in page.view.strip.hint.text()
    answer(qtbot, tasks, "They found the pallets")

    dropped = found(store, "Answer on two wrong pallets")
    assert (dropped.ending, dropped.reason) == (Ending.DROPPED, "They found the pallets")


def test_b_says_that_it_was_not_kept_and_the_ledger_counts_it(qtbot, page, tasks, store):
    go_to(page.view, "Send the revised delivery plan to Anna")
    press(qtbot, tasks, Qt.Key.Key_B)
    answer(qtbot, tasks, "No carrier")

    assert found(store, "Send the revised delivery plan to Anna").ending is Ending.BROKEN
    assert page.view.beside.ledger.figure.text() == "63 %"
    assert page.view.beside.ledger.arithmetic.text() == "(4 × 1 + 2 × ½ + 2 × 0) ÷ 8 = 63 %"


def test_w_hands_it_on_to_a_colleague_and_to_the_customer(qtbot, page, tasks, store):
    go_to(page.view, "Read their tender")
    press(qtbot, tasks, Qt.Key.Key_W)
    box = page.view.strip.fields["who"].editor
    box.setCurrentIndex(box.findText("Paula Pricing"))

    press(qtbot, tasks, Qt.Key.Key_Return)

    assert found(store, "Read their tender").waits_on is WaitsOn.COLLEAGUE
    assert page.view.beside.colleagues.row(found(store, "Read their tender").colleague_id).row.title == (
        "Paula Pricing · 2"
    )


def test_what_the_customer_owes_is_not_offered_to_colleagues(page):
    page._act(key_of(page.view, "Forecast for January"), Act.HAND_ON)

    box = page.view.strip.fields["who"].editor
    assert [box.itemText(each) for each in range(box.count())] == ["me", "the customer"]


def test_e_changes_the_words(qtbot, page, tasks, store):
    go_to(page.view, "Read their tender")
    press(qtbot, tasks, Qt.Key.Key_E)

    answer(qtbot, tasks, "Read their tender to the end")

    assert found(store, "Read their tender to the end").due is None


def test_n_adds_a_promise_that_waits_on_a_colleague(qtbot, page, tasks, store):
    press(qtbot, tasks, Qt.Key.Key_N)
    fields = page.view.strip.fields
    type_in(qtbot, tasks, "Quote for ten pallets")
    fields["account"].editor.setText("wonka foods")
    fields["is_promise"].editor.setChecked(True)
    fields["who"].editor.setCurrentIndex(fields["who"].editor.findText("Paula Pricing"))

    press(qtbot, tasks, Qt.Key.Key_Return)
    assert "Say by when" in page.view.strip.hint.text()
    fields["day"].editor.setText("fri")
    press(qtbot, tasks, Qt.Key.Key_Return)

    made = found(store, "Quote for ten pallets")
    assert (made.is_promise, made.waits_on, made.due) == (True, WaitsOn.COLLEAGUE, date(2026, 11, 27))


def test_an_account_that_is_not_there_is_refused(qtbot, page, tasks):
    press(qtbot, tasks, Qt.Key.Key_N)
    type_in(qtbot, tasks, "Quote")
    for name, sentence in (("", "Say for whom."), ("Nobody", "There is no account “Nobody”")):
        page.view.strip.fields["account"].editor.setText(name)
        press(qtbot, tasks, Qt.Key.Key_Return)
        assert sentence in page.view.strip.hint.text()


def test_two_accounts_of_one_name_are_told_apart(opened, store):
    with store.write("Arrange") as work:
        for _ in range(3):
            work.accounts.put(Account(name="Globex"))
    page = opened()

    assert list(page._accounts()) == ["Globex", "Globex (2)", "Globex (3)"]
    assert len(set(page._accounts().values())) == 3


def test_enter_opens_the_follow_up_on_its_account(qtbot, page, tasks, store):
    go_to(page.view, "Forecast for January")

    with qtbot.waitSignal(page.follow_up_asked) as asked:
        press(qtbot, tasks, Qt.Key.Key_Return)

    wanted = found(store, "Forecast for January")
    assert asked.args == [wanted.account_id, wanted.id]


def test_an_ended_promise_behind_the_figure_opens_on_its_account(qtbot, page, store):
    ended = next(each for each in page._desk.ledger.promises if each.what == "Price list")

    with qtbot.waitSignal(page.follow_up_asked) as asked:
        page.view.beside.ledger.promises.opened.emit(ended.id)

    assert asked.args == [ended.account_id, ended.id]


def test_typing_in_the_filter_and_pressing_a_chip_narrows_the_list(qtbot, page, tasks):
    qtbot.keyClicks(page.view.filter_box, "lodz")
    assert len(titles(page.view)) == 4
    assert all("Łódź" in page.view.rows.row(key).row.meta for key in page.view.rows.keys)

    page.view.chips._buttons["late"].click()
    assert titles(page.view) == ["Send the revised delivery plan to Anna", "Plan for the pallets"]

    qtbot.keyClicks(page.view.filter_box, " nothing like it")
    assert titles(page.view) == []
    page.view.show_all()
    assert len(titles(page.view)) == 11


def test_what_is_snoozed_is_shown_only_when_asked_for(page):
    page.view.chips._buttons["snoozed"].click()

    (key,) = page.view.rows.keys
    assert page.view.rows.row(key).row.pills[0].text == "hidden until 4 Dec"


class Mails(QObject):
    """Takes the mails that would open in the person's own program."""

    def __init__(self):
        super().__init__()
        self.urls = []

    @Slot("QUrl")
    def take(self, url):
        """Take one."""
        self.urls.append(url)


@pytest.fixture
def mails():
    taken = Mails()
    QDesktopServices.setUrlHandler("mailto", taken, "take")
    yield taken
    QDesktopServices.unsetUrlHandler("mailto")


def test_one_mail_holds_all_that_a_colleague_owes(qtbot, page, tasks, mails):
    key = page.view.beside.colleagues.keys[0]
    qtbot.mouseClick(page.view.beside.colleagues.row(key).button("mail"), Qt.MouseButton.LeftButton)
    settle(tasks)

    (url,) = mails.urls
    link = urlsplit(url.toEncoded().data().decode())
    asked = parse_qs(link.query)
    assert (link.path, asked["subject"]) == ("operations@northgate.example", ["What I am waiting for: 3 things"])
    (text,) = asked["body"]
    for part in (
        "Łódź Logistics",
        "Plan for the pallets",
        "since 15 Nov",
        "1 day over",
        "promised to them",
        "Carrier for the morning",
    ):
        assert part in text


def test_a_mail_too_long_for_a_link_is_copied_and_said_so(qtbot, opened, store, tasks, mails):
    fill_ugly(store, TODAY)
    page = opened()
    key = page.view.beside.colleagues.keys[0]

    page.view.mail_asked.emit(key)
    settle(tasks)

    assert mails.urls == []
    assert "is copied" in page.view.next_bar.text
    assert QGuiApplication.clipboard().text().startswith("Hello Colleague with quite a long name, number 0,")


def test_an_empty_book_leads_to_its_first_accounts(qtbot, opened):
    page = opened()
    empty = page.view._middle.currentWidget()

    assert empty.accessibleName() == "Nothing to follow up yet"
    assert not page.view.add_button.isVisible()
    with qtbot.waitSignal(page.import_asked):
        page.view.import_asked.emit()


def test_with_all_done_the_page_says_so(opened, store):
    with store.write("Arrange") as work:
        work.accounts.put(Account(name="Łódź Logistics"))
    page = opened()

    assert page.view._middle.currentWidget().accessibleName() == "Nothing is open"
    assert not page.view.beside.isVisible()


def test_adding_asked_for_before_the_page_is_there_waits_for_it(qtbot, theme, tasks, store):
    fill(store, TODAY)
    view = FollowUpsView()
    qtbot.addWidget(view)
    controller = FollowUpsController(view, FollowUpService(store), tasks)
    view.show()
    controller.show_page()
    controller.start_adding()
    settle(tasks)

    assert view.strip.question.act is Act.ADD


def test_what_somebody_else_changed_meanwhile_is_told_and_shown(qtbot, page, tasks, store):
    go_to(page.view, "Read their tender")
    key = page.view.rows.current_key
    FollowUpService(store).done(key)

    with qtbot.waitSignal(tasks.told) as told:
        press(qtbot, tasks, Qt.Key.Key_D)

    assert "Reopen it first" in str(told.args[0])
    assert "Read their tender" not in titles(page.view)


def test_a_change_from_another_page_is_shown(page, tasks, store):
    with store.write("Add follow-up") as work:
        account = work.accounts.all()[0]
        work.follow_ups.put(FollowUp(account_id=account.id, what="From elsewhere", due=TODAY))

    tasks.changed.emit(work.changes, None)
    settle(tasks)

    assert "From elsewhere" in titles(page.view)


def test_in_a_narrow_window_what_stands_beside_goes_under_the_list(opened, store):
    fill(store, TODAY)
    page = opened(width=720)
    assert page.view._scroll.isAncestorOf(page.view.beside)

    page.view.resize(1500, 800)
    assert not page.view._scroll.isAncestorOf(page.view.beside)


def test_every_control_has_a_name_also_while_something_is_asked(page):
    assert unnamed_controls(page.view) == []

    page.start_adding()
    assert unnamed_controls(page.view) == []


def test_five_hundred_follow_ups_with_long_and_foreign_names_are_listed(opened, store):
    fill_ugly(store, TODAY)

    page = opened()

    assert page.view.header.status.text().startswith("125 on you · 250 on colleagues · 125 on customers")
    assert all(section.rows for section in page.view.rows._sections)


def test_an_ended_promise_is_opened_again_from_behind_the_figure(qtbot, page, tasks, store):
    ended = next(each for each in page._desk.ledger.promises if each.what == "Price list")
    qtbot.mouseClick(page.view.beside.ledger.promises.row(ended.id).button("reopen"), Qt.MouseButton.LeftButton)
    assert tasks.wait_idle()

    with store.read() as reading:
        assert reading.follow_ups.get(ended.id).is_open
