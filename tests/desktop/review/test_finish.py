"""Finishing: one press holds the review, stores its summary and shows it; what stands in the way is said."""

from datetime import date, timedelta
from pathlib import Path

from PySide6.QtCore import Qt
from reportlab.pdfbase import pdfmetrics

from reviewdesk.desktop.review.step import Step
from reviewdesk.domain.clock import Clock
from reviewdesk.domain.review import ReviewState
from reviewdesk.reports.leak_guard import text_of

NOTES = """+ New dashboard saves planning half a day a week
/we send the revised delivery plan by fri
/they send the forecast by 8 dec
/d Trial of the 05:30 slot in January
// Anna is tired of chasing us, careful with Pricing today"""


def test_finish_holds_the_review_and_shows_its_document(open_desk, qtbot):
    desk = open_desk(notes=NOTES, step=Step.WRAP_UP)
    with qtbot.waitSignal(desk.controller.document_asked, timeout=20_000) as asked:
        desk.view.header.finish.click()
    desk.settle()

    assert desk.stored().state is ReviewState.HELD
    text = text_of(desk.documents.check(asked.args[0]).pdf)
    for words in ("New dashboard saves planning", "Send the revised delivery plan", "Trial of the 05:30 slot"):
        assert words in text
    assert "tired of chasing" not in text
    assert desk.view.message.isHidden()


def test_finish_in_meet_goes_to_wrap_up_first(open_desk, qtbot):
    desk = open_desk(notes=NOTES)
    desk.view.header.finish.click()
    desk.settle()

    assert desk.view.step is Step.WRAP_UP
    assert desk.stored().state is not ReviewState.HELD


def test_a_promise_without_a_date_blocks_and_its_field_waits_for_it(open_desk, qtbot):
    desk = open_desk(notes="/we look at the invoices", step=Step.WRAP_UP)
    desk.view.header.finish.click()
    desk.settle()

    assert desk.stored().state is not ReviewState.HELD
    assert "1 promise has no date (line 1)" in desk.view.message.text

    promise = next(iter(desk.view.wrap_up.outcome.checks.promises.values()))
    qtbot.keyClicks(promise.day, "fri")
    qtbot.keyClick(promise.day, Qt.Key.Key_Return)
    desk.settle()
    with qtbot.waitSignal(desk.controller.document_asked, timeout=20_000):
        desk.view.header.finish.click()


def test_what_was_typed_a_moment_ago_is_in_the_summary(open_desk, qtbot):
    desk = open_desk()
    desk.type("+ They praised the new labels")
    desk.go(Step.WRAP_UP)
    desk.view.wrap_up.outcome.ask.editor.setFocus()
    qtbot.keyClicks(desk.view.wrap_up.outcome.ask.editor, "Release the plan")
    with qtbot.waitSignal(desk.controller.document_asked, timeout=20_000) as asked:
        desk.view.header.finish.click()

    text = text_of(desk.documents.check(asked.args[0]).pdf)
    assert "They praised the new labels" in text
    assert "Release the plan" in text


def test_a_review_whose_summary_was_not_written_stays_finished_and_offers_to_try_again(
    open_desk, qtbot, tmp_path, monkeypatch
):
    desk = open_desk(notes=NOTES, step=Step.WRAP_UP, fonts=tmp_path / "no fonts here")
    with monkeypatch.context() as first_time:
        first_time.setattr(pdfmetrics, "_fonts", {})  # as in a program that has set no document yet
        desk.view.header.finish.click()
        qtbot.waitUntil(lambda: "not written" in desk.view.message.text, timeout=20_000)
        desk.settle()

    assert desk.stored().state is ReviewState.HELD
    assert "TTFError" in desk.mistakes.pop()

    desk.documents._fonts = Path(__file__).parents[3] / "resources" / "fonts"
    with qtbot.waitSignal(desk.controller.document_asked, timeout=20_000):
        desk.view.message._action.click()


def test_a_finished_review_can_be_added_to_and_gets_a_numbered_summary(open_desk, qtbot):
    desk = open_desk(notes=NOTES, step=Step.WRAP_UP)
    with qtbot.waitSignal(desk.controller.document_asked, timeout=20_000):
        desk.view.header.finish.click()
    desk.settle()
    desk.go(Step.MEET)
    desk.editor.go_to_line(4)
    desk.type("\n+ They also praised the drivers")
    desk.go(Step.WRAP_UP)
    assert desk.view.header.finish.text() == "New version"
    with qtbot.waitSignal(desk.controller.document_asked, timeout=20_000):
        desk.view.header.finish.click()

    assert [each.number for each in desk.meetings.workspace(desk.review.id).summaries] == [1, 2]


def test_two_presses_of_finish_make_one_summary(open_desk):
    desk = open_desk(notes="+ fine", step=Step.WRAP_UP)
    desk.view.finish_asked.emit()
    desk.view.finish_asked.emit()
    desk.settle()

    assert [each.number for each in desk.meetings.workspace(desk.review.id).summaries] == [1]
    assert desk.view.header.finish.isEnabled()


def test_the_day_it_was_held_is_asked_for_where_it_is_not_the_planned_one(open_desk, book, qtbot):
    day = book.clock.today()
    book.clock = Clock(day + timedelta(14))
    desk = open_desk(notes="/we send it by fri", step=Step.WRAP_UP)
    field = desk.view.wrap_up.outcome.held_on
    assert not field.isVisibleTo(desk.view)

    desk.reviews.move(desk.review.id, day + timedelta(7))
    desk.controller.show_page()
    desk.settle()
    assert field.isVisibleTo(desk.view)

    field.editor.setFocus()
    for words, held_on in (("tomorrow", None), ("fri", date(2026, 12, 4))):
        field.editor.selectAll()
        qtbot.keyClicks(field.editor, words)
        desk.view.flush()
        desk.settle()
        assert desk.stored().held_on == held_on
    field.editor.selectAll()
    qtbot.keyClicks(field.editor, "24 nov")
    desk.view.flush()
    desk.settle()
    assert desk.stored().held_on == date(2026, 11, 24)
    assert desk.stored().lines[0].day == date(2026, 11, 27)


def test_a_next_review_that_does_not_come_after_this_one_is_refused_where_it_is_typed(open_desk, qtbot):
    desk = open_desk(notes="+ fine", step=Step.WRAP_UP)
    field = desk.view.wrap_up.outcome.next_day
    for typed in ("19 nov 2026", "today"):
        field.editor.setFocus()
        field.editor.selectAll()
        qtbot.keyClicks(field.editor, typed)
        desk.view.flush()
        desk.settle()
        assert "comes after this one" in field.editor.accessibleDescription()
    assert desk.stored().next_on is None
