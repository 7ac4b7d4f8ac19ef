"""Follow-ups on the page of an account, opened and typed through the real page on a real book."""

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt

from reviewdesk.desktop.account.follow_ups import FollowUpsPage
from reviewdesk.desktop.account.follow_ups_part import FollowUpsPart
from reviewdesk.desktop.widgets.field import FieldState
from reviewdesk.domain.changes import Kind
from reviewdesk.domain.follow_up import Ending, WaitsOn
from reviewdesk.services.follow_ups import FollowUpService
from tests.books import TUESDAY, small_book, the
from tests.desktop.account.test_account_page import settle, titles


@pytest.fixture
def book(store):
    return small_book(store)


@pytest.fixture
def page_of(book, store, tasks, opened):
    """Give a function that opens the follow-ups of an account."""

    def open_it(name="Łódź Logistics"):
        controller = opened(name)
        page = FollowUpsPage()
        controller.view.add_part(FollowUpsPart(page, FollowUpService(store), tasks))
        controller.show_page()
        settle(tasks)
        controller.view.open_tab("follow_ups")
        return controller.view, page

    return open_it


def the_step(store, follow_up_id):
    with store.read() as reading:
        return reading.follow_ups.get(follow_up_id)


def put(tasks, page, name, text):
    """Type into a field of the open follow-up and leave it."""
    field = page.form.grid_of(name).fields[name]
    field._put(text)
    field._touched()
    field.flush()
    settle(tasks)
    return field


def promise_of(store, name="Łódź Logistics"):
    with store.read() as reading:
        some = reading.follow_ups.where(account_id=the(store, name).id, is_promise=True, side="ours")
        return next(each for each in some if each.is_open)


def test_a_promise_of_the_overview_leads_to_its_fields(store, page_of):
    view, page = page_of()
    step = promise_of(store)

    view.overview.promises.opened.emit(step.id)

    assert (view.tabs.key, page.opened) == ("follow_ups", step.id)
    assert page.form.grid_of("what").fields["what"].value() == step.what


def test_the_fields_are_saved_as_they_are_typed(store, tasks, page_of):
    view, page = page_of()
    step = promise_of(store)
    view.open_record(Kind.FOLLOW_UP, step.id)

    for name, text in (("minutes", "45"), ("remind_before", "0 7, 1"), ("repeat_months", "3")):
        assert put(tasks, page, name, text).state is FieldState.SAVED

    kept = the_step(store, step.id)
    assert (kept.minutes, kept.remind_before, kept.repeat_months) == (45, (7, 1, 0), 3)
    assert kept.repeat_anchor == kept.due


def test_a_date_that_is_corrected_on_the_same_day_was_moved_once_and_who_agreed_is_kept(store, tasks, page_of):
    due = TUESDAY + timedelta(days=3)
    step = FollowUpService(store).add(the(store, "Hooli").id, "Send the offer", due, is_promise=True).value
    view, page = page_of("Hooli")
    view.open_record(Kind.FOLLOW_UP, step.id)
    assert page.form.grid_of("agreed_with").fields["agreed_with"].isHidden()

    put(tasks, page, "due", "10 Dec 2026")
    put(tasks, page, "agreed_with", "Anna Nowak")
    put(tasks, page, "due", "11 Dec 2026")

    (move,) = the_step(store, step.id).moves
    assert (move.was_due, move.agreed_with, move.due.day) == (due, "Anna Nowak", 11)


def test_what_cannot_be_taken_says_what_to_do_and_stays(store, tasks, page_of):
    view, page = page_of()
    view.open_record(Kind.FOLLOW_UP, promise_of(store).id)

    for name, text, sentence in (
        ("due", "", "A promise needs a date"),
        ("due", "someday", "is not a day"),
        ("remind_before", "a week", "Write how many days before its date, like 7, 1, 0"),
        ("minutes", "-3", "whole number"),
        ("what", " ", "Say in a few words what is to be done"),
    ):
        field = put(tasks, page, name, text)
        assert field.state is FieldState.REFUSED
        assert sentence in field.editor.accessibleDescription()


def test_a_new_name_hands_it_on_to_a_colleague_who_is_added(store, tasks, page_of):
    view, page = page_of()
    step = promise_of(store)
    view.open_record(Kind.FOLLOW_UP, step.id)

    put(tasks, page, "who", "Yusuf Demir")

    kept = the_step(store, step.id)
    assert kept.waits_on is WaitsOn.COLLEAGUE
    with store.read() as reading:
        assert reading.colleagues.get(kept.colleague_id).name == "Yusuf Demir"


def test_a_promise_is_let_go_only_with_a_reason_and_can_be_opened_again(qtbot, store, tasks, page_of):
    view, page = page_of()
    step = promise_of(store)
    view.open_record(Kind.FOLLOW_UP, step.id)

    qtbot.mouseClick(page.form.ends["drop"], Qt.MouseButton.LeftButton)
    settle(tasks)
    reason = page.form.grid_of("reason").fields["reason"]
    assert "Say in a few words why it is dropped" in reason.editor.accessibleDescription()

    reason.editor.setPlainText("They do not need it any more")
    qtbot.mouseClick(page.form.ends["drop"], Qt.MouseButton.LeftButton)
    settle(tasks)
    assert the_step(store, step.id).ending is Ending.DROPPED
    assert page.form.grid_of("due").fields["due"].isHidden()

    qtbot.mouseClick(page.form.ends["reopen"], Qt.MouseButton.LeftButton)
    settle(tasks)
    assert the_step(store, step.id).is_open


def test_one_is_added_with_enter_where_there_was_none_and_taken_back(qtbot, store, tasks, page_of):
    _, page = page_of("Bright & Co")
    qtbot.keyClicks(page.new.what.editor, "Send the price sheet")
    qtbot.keyClicks(page.new.day.editor, "next friday")

    qtbot.keyClick(page.new.day.editor, Qt.Key.Key_Return)
    settle(tasks)

    assert "Send the price sheet" in titles(page.rows)
    store.undo()
    with store.read() as reading:
        assert not [each for each in reading.follow_ups.all() if each.what == "Send the price sheet"]


def test_a_promise_without_a_day_is_not_added_and_the_words_stay(qtbot, store, tasks, page_of):
    _, page = page_of("Bright & Co")
    qtbot.keyClicks(page.new.what.editor, "Send the price sheet")
    page.new.said.start_with("we promised it")

    qtbot.mouseClick(page.new.add_button, Qt.MouseButton.LeftButton)
    settle(tasks)

    assert "A promise needs a date" in page.new.refusal.text()
    assert page.new.what.value() == "Send the price sheet"
