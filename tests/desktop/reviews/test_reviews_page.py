"""The page of reviews: what is due, planned and held, and one key to plan, move, start or cancel."""

from datetime import date
from uuid import uuid4

import pytest
from PySide6.QtCore import Qt

from reviewdesk.desktop.reviews.controller import ReviewsController
from reviewdesk.desktop.reviews.model import ReviewKey, shown
from reviewdesk.desktop.reviews.view import ReviewsView
from reviewdesk.domain.review import ReviewKind, ReviewState
from reviewdesk.services.reviews import ReviewLists, ReviewRow, ReviewService
from tests.books import TUESDAY, a_store, small_book, the


@pytest.fixture
def book(tmp_path):
    store = small_book(a_store(tmp_path))
    yield store
    store.close()


@pytest.fixture
def page(book, tasks, qtbot, theme):
    view = ReviewsView()
    controller = ReviewsController(view, ReviewService(book), tasks)
    qtbot.addWidget(view)
    view.resize(1100, 760)
    view.show()
    controller.show_page()
    tasks.wait_idle()
    yield controller
    if view.sheet is not None:
        view.sheet.reject()
    view.hide()
    tasks.wait_idle()


def due_key(store, name: str) -> ReviewKey:
    return ReviewKey(the(store, name).id)


def planned_key(store, name: str) -> ReviewKey:
    account = the(store, name)
    with store.read() as reading:
        return ReviewKey(account.id, next(e.id for e in reading.reviews.where(account_id=account.id) if e.is_open))


def test_reviews_stand_in_three_sections(page):
    sections = page.view.rows._sections
    assert [each.title for each in sections] == ["Due, without a date", "Ahead", "Held"]
    assert [each.title for each in sections[1].rows] == ["Łódź Logistics", "Kestrel Air", "Stark Industries"]
    assert "3 ahead" in page.view.header.status.text()


def test_what_is_due_says_by_which_rule_and_since_when(page):
    due = page.view.rows._sections[0].rows
    assert due
    assert all(", every " in each.meta and " · " in each.meta for each in due)
    assert any("last held" in each.meta or "first review" in each.meta for each in due)


def test_a_review_is_planned_by_a_date_in_words(page, book, qtbot, tasks):
    row = page.view.rows.row(due_key(book, "Globex Corporation"))
    qtbot.keyClick(row, Qt.Key.Key_P)
    sheet = page.view.sheet
    qtbot.keyClicks(sheet.words, "in 2 weeks")
    assert sheet.said.text() == "Tuesday, 8 December 2026"
    sheet.with_time.setChecked(True)
    sheet.go.click()
    tasks.wait_idle()

    key = planned_key(book, "Globex Corporation")
    with book.read() as reading:
        review = reading.reviews.get(key.review_id)
    assert review.planned_on == date(2026, 12, 8)
    assert f"{review.starts_at.astimezone():%H:%M}" == "10:00"
    assert review.agenda
    assert page.view.sheet is None


def test_words_that_are_no_date_are_refused_in_place(page, book, qtbot):
    qtbot.keyClick(page.view.rows.row(due_key(book, "Globex Corporation")), Qt.Key.Key_P)
    sheet = page.view.sheet
    qtbot.keyClicks(sheet.words, "when it suits")
    sheet.go.click()

    assert sheet.isVisible()
    assert "not read as a day" in sheet._refusal.text()


def test_a_day_gone_by_is_refused_and_nothing_is_booked_for_today(page, book, qtbot, tasks):
    qtbot.keyClick(page.view.rows.row(due_key(book, "Globex Corporation")), Qt.Key.Key_P)
    sheet = page.view.sheet
    qtbot.keyClicks(sheet.words, "20 nov 2026")
    assert sheet.said.text() == "20 Nov has gone by."
    qtbot.keyClick(sheet.words, Qt.Key.Key_Return)
    tasks.wait_idle()

    assert sheet.isVisible()
    assert "20 Nov has gone by" in sheet._refusal.text()
    sheet.words.clear()
    qtbot.keyClicks(sheet.words, "3 dec")
    assert sheet._refusal.isHidden()
    assert sheet.said.text() == "Thursday, 3 December 2026"


def test_a_time_typed_with_the_day_is_shown_and_goes_with_its_words(page, book, qtbot):
    qtbot.keyClick(page.view.rows.row(due_key(book, "Globex Corporation")), Qt.Key.Key_P)
    sheet = page.view.sheet
    qtbot.keyClicks(sheet.words, "fri at 2")
    assert sheet.said.text() == "Friday, 27 November 2026, 14:00"
    sheet.words.clear()
    qtbot.keyClicks(sheet.words, "9 am tomorrow")
    assert sheet.said.text() == "Wednesday, 25 November 2026, 09:00"
    sheet.words.clear()
    qtbot.keyClicks(sheet.words, "3 dec")
    assert sheet.said.text() == "Thursday, 3 December 2026"
    assert not sheet.with_time.isChecked()


def test_a_time_that_is_not_read_is_said(page, book, qtbot, tasks):
    qtbot.keyClick(page.view.rows.row(due_key(book, "Globex Corporation")), Qt.Key.Key_P)
    sheet = page.view.sheet
    qtbot.keyClicks(sheet.words, "tomorrow at half two")
    assert "Write the time like 14:30" in sheet.said.text()
    qtbot.keyClick(sheet.words, Qt.Key.Key_Return)
    tasks.wait_idle()

    assert sheet.isVisible()
    assert "Write the time like 14:30" in sheet._refusal.text()


def test_a_planned_review_is_moved(page, book, qtbot, tasks):
    key = planned_key(book, "Stark Industries")
    qtbot.keyClick(page.view.rows.row(key), Qt.Key.Key_M)
    qtbot.keyClicks(page.view.sheet.words, "10 dec")
    page.view.sheet.go.click()
    tasks.wait_idle()

    with book.read() as reading:
        assert reading.reviews.get(key.review_id).planned_on == date(2026, 12, 10)


def test_a_cancelled_review_can_be_had_back(page, book, qtbot, tasks):
    key = planned_key(book, "Kestrel Air")
    with qtbot.waitSignal(page.done_told):
        qtbot.keyClick(page.view.rows.row(key), Qt.Key.Key_Delete)
    tasks.wait_idle()
    with book.read() as reading:
        assert reading.reviews.get(key.review_id).state is ReviewState.CANCELLED
    assert key not in page.view.rows.keys

    book.undo()
    with book.read() as reading:
        assert reading.reviews.get(key.review_id).state is ReviewState.INVITED


def test_a_due_review_is_started_now(page, book, qtbot):
    with qtbot.waitSignal(page.review_asked) as asked:
        qtbot.keyClick(page.view.rows.row(due_key(book, "Globex Corporation")), Qt.Key.Key_S)
    with book.read() as reading:
        assert reading.reviews.get(asked.args[0]).planned_on == book.clock.today()


def test_enter_opens_a_review_and_an_account_whose_review_is_due(page, book, qtbot):
    key = planned_key(book, "Stark Industries")
    page.view.activateWindow()
    page.view.rows.go_to(key)
    qtbot.waitUntil(page.view.rows.row(key).hasFocus)
    with qtbot.waitSignal(page.review_asked) as asked:
        qtbot.keyClick(page.view.rows.row(key), Qt.Key.Key_Return)
    assert asked.args == [key.review_id]
    due = due_key(book, "Globex Corporation")
    page.view.rows.go_to(due)
    qtbot.waitUntil(page.view.rows.row(due).hasFocus)
    with qtbot.waitSignal(page.account_asked) as asked:
        qtbot.keyClick(page.view.rows.row(due), Qt.Key.Key_Return)
    assert asked.args == [due.account_id]


def test_an_empty_book_says_what_to_do(tmp_path, tasks, qtbot, theme):
    store = a_store(tmp_path)
    view = ReviewsView()
    controller = ReviewsController(view, ReviewService(store), tasks)
    qtbot.addWidget(view)
    view.show()
    controller.show_page()
    tasks.wait_idle()
    with qtbot.waitSignal(controller.accounts_asked):
        view._to_accounts.click()

    assert view.stack.currentIndex() == 1
    view.hide()
    store.close()


def held(**known) -> ReviewLists:
    """Give lists with one held review."""
    row = ReviewRow(
        account_id=uuid4(), account="Acme", tier="", review_id=uuid4(), kind=ReviewKind.QUARTERLY, period="2026 Q4",
        day=TUESDAY, starts_at=None, state=ReviewState.SENT, due=None, **known,
    )  # fmt: skip
    return ReviewLists(due=(), ahead=(), held=(row,), today=TUESDAY)


@pytest.mark.parametrize(
    ("known", "meta", "pill"),
    [
        ({"summaries": 4, "sent": 3, "sent_on": TUESDAY}, "summary v3 sent 24 Nov, v4 not sent", "v4 not sent"),
        ({"summaries": 3, "sent": 3, "sent_on": TUESDAY}, "summary v3 sent 24 Nov", "summary sent"),
    ],
)
def test_a_held_review_says_which_version_was_sent(known, meta, pill):
    [section] = shown(held(**known)).sections
    [row] = section.rows

    assert row.meta.endswith(f"2026 Q4 · {meta}")
    assert [each.text for each in row.pills] == [pill]
