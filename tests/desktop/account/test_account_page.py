"""The page of one account, on a real book."""

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt

from reviewdesk.desktop.account.tier_sheet import TierSheet
from reviewdesk.desktop.calls.call_log import CallLog
from reviewdesk.desktop.widgets.field import FieldState
from reviewdesk.desktop.widgets.move_sheet import MoveSheet
from reviewdesk.domain.account import Tier
from reviewdesk.domain.follow_up import Ending
from reviewdesk.domain.said import Channel
from reviewdesk.services.accounts import AccountService
from reviewdesk.services.drafts import DraftService
from reviewdesk.storage.journal import Journal
from tests.books import TUESDAY, small_book, the, ugly_book


def settle(tasks):
    """Wait until a write and the reading after it are answered."""
    assert tasks.wait_idle()
    assert tasks.wait_idle()


def titles(rows):
    return [rows.row(key).row.title for key in rows.keys]


def test_the_page_says_who_they_are_and_what_is_to_be_done(store, opened):
    small_book(store)
    view = opened().view

    assert view.header.title.text() == "Łódź Logistics"
    assert view.header.status.text() == "Logistics · Łódź · preferred supplier"
    assert view.review_button.text().startswith("Start review, ")
    assert titles(view.overview.promises) == [
        "Send the revised delivery plan",
        "Price sheet with their item numbers",
        "Forecast for January",
    ]
    assert titles(view.overview.concerns)[0] == "“Two late deliveries, and again last week”"


def test_a_promise_is_ticked_off(qtbot, store, tasks, opened):
    small_book(store)
    view = opened().view
    row = view.overview.promises.row(view.overview.promises.keys[0])

    qtbot.mouseClick(row.button("done"), Qt.MouseButton.LeftButton)
    settle(tasks)

    assert "Send the revised delivery plan" not in titles(view.overview.promises)
    with store.read() as reading:
        done = next(each for each in reading.follow_ups.all() if each.what == "Send the revised delivery plan")
    assert done.ending is Ending.KEPT_LATE


def test_a_promise_is_moved(qtbot, store, tasks, opened):
    small_book(store)
    view = opened().view
    row = view.overview.promises.row(view.overview.promises.keys[1])

    qtbot.mouseClick(row.button("move"), Qt.MouseButton.LeftButton)
    sheet = view.findChild(MoveSheet)
    sheet.day.show_value(TUESDAY + timedelta(days=30))
    qtbot.mouseClick(sheet.go, Qt.MouseButton.LeftButton)
    settle(tasks)

    shown = view.overview.promises
    assert [each.text for each in shown.row(shown.keys[2]).row.pills] == ["ours", "24 Dec"]


def test_a_field_is_saved_as_it_is_typed(qtbot, store, tasks, opened):
    small_book(store)
    view = opened().view
    view.open_tab("details")
    field = view.details.grid_of("industry").fields["industry"]

    field.editor.selectAll()
    qtbot.keyClicks(field.editor, "Freight")
    field.flush()
    settle(tasks)

    assert the(store, "Łódź Logistics").industry == "Freight"
    assert field.state is FieldState.SAVED
    assert "Freight" in view.header.status.text()


def test_a_field_that_cannot_be_read_says_how_it_is_written_and_keeps_the_words(qtbot, store, tasks, opened):
    small_book(store)
    view = opened().view
    view.open_tab("details")
    field = view.details.grid_of("currency").fields["currency"]

    field.editor.selectAll()
    qtbot.keyClicks(field.editor, "euro")
    field.flush()
    settle(tasks)

    assert field.state is FieldState.REFUSED
    assert field.editor.text() == "euro"
    assert "three letters" in field.editor.accessibleDescription()
    assert the(store, "Łódź Logistics").currency == "EUR"


def test_notes_are_for_me_and_saved(qtbot, store, tasks, opened):
    small_book(store)
    view = opened().view

    qtbot.keyClicks(view.overview.notes.editor, "Anna likes tea")
    view.flush()
    settle(tasks)

    assert the(store, "Łódź Logistics").notes == "Anna likes tea"


def test_going_to_another_account_saves_what_was_typed_here(qtbot, store, tasks, opened):
    small_book(store)
    controller = opened()
    qtbot.keyClicks(controller.view.overview.notes.editor, "Anna likes tea")

    controller.open(the(store, "Hooli").id)
    settle(tasks)

    assert the(store, "Łódź Logistics").notes == "Anna likes tea"
    assert the(store, "Hooli").notes == ""
    assert controller.view.overview.notes.value() == ""


def test_another_account_is_read_from_its_top(qtbot, store, tasks, opened):
    small_book(store)
    controller = opened()
    view = controller.view
    view.resize(900, 420)
    view.show()
    assert tasks.wait_idle()
    bar = view.overview.verticalScrollBar()
    bar.setValue(bar.maximum())
    assert bar.value() > 0

    controller.open(AccountService(store).add("Kestrel").value.id)
    settle(tasks)

    assert bar.value() == 0


def test_somebody_is_added_and_changed_in_place(qtbot, store, tasks, opened):
    small_book(store)
    view = opened("Hooli").view
    view.open_tab("people")
    for line, text in zip(view.people.new.lines, ("Ewa Lis", "Sponsor", "+48 1", "ewa@hooli.example"), strict=True):
        line.setText(text)

    qtbot.mouseClick(view.people.new.add_button, Qt.MouseButton.LeftButton)
    settle(tasks)
    with store.read() as reading:
        ewa = next(each for each in reading.people.all() if each.name == "Ewa Lis")
    view.people.choose(ewa.id)
    view.people.grid.fields["cares_about"].editor.setText("on-time delivery")
    view.people.grid.fields["cares_about"].edited.emit("on-time delivery")
    settle(tasks)

    with store.read() as reading:
        assert reading.people.get(ewa.id).cares_about == "on-time delivery"
    assert any("Ewa Lis" in each for each in titles(view.people.rows))


def test_an_address_that_cannot_be_one_is_refused_beside_the_line(qtbot, store, tasks, opened):
    small_book(store)
    view = opened("Hooli").view
    view.open_tab("people")
    view.people.new.lines[0].setText("Ewa Lis")
    view.people.new.lines[3].setText("ewa")

    qtbot.mouseClick(view.people.new.add_button, Qt.MouseButton.LeftButton)
    settle(tasks)

    assert view.people.refusal.text() == "“ewa” is not an e-mail address. It reads like anna@example.com."
    assert view.people.new.lines[0].text() == "Ewa Lis"


def test_a_call_is_logged_with_what_comes_next_in_words(qtbot, store, tasks, opened):
    small_book(store)
    view = opened("Globex Corporation").view

    qtbot.mouseClick(view.log_button, Qt.MouseButton.LeftButton)
    sheet = view.findChild(CallLog)
    sheet.words.editor.setPlainText("They want samples")
    sheet.channel.show_value(Channel.VISIT)
    sheet.next_what.editor.setText("Send samples")
    sheet.next_day.editor.setText("in 2 weeks")
    qtbot.mouseClick(sheet.go, Qt.MouseButton.LeftButton)
    settle(tasks)

    with store.read() as reading:
        step = next(each for each in reading.follow_ups.all() if each.what == "Send samples")
        contact = next(each for each in reading.contacts.all() if each.words == "They want samples")
    assert step.due == TUESDAY + timedelta(days=14)
    assert (contact.made_on, contact.channel) == (TUESDAY, Channel.VISIT)


def test_what_is_typed_about_a_call_outlives_the_program_and_is_there_when_it_is_logged_again(
    qtbot, store, tasks, opened
):
    small_book(store)
    view = opened("Globex Corporation").view
    qtbot.mouseClick(view.log_button, Qt.MouseButton.LeftButton)
    qtbot.keyClicks(view.findChild(CallLog).words.editor, "They want samples")

    qtbot.waitUntil(
        lambda: bool(DraftService(store, Journal(store.path)).kept(f"call/{the(store, 'Globex Corporation').id}"))
    )
    view.findChild(CallLog).reject()
    qtbot.waitUntil(lambda: view.findChild(CallLog) is None)
    again = opened("Globex Corporation").view
    qtbot.mouseClick(again.log_button, Qt.MouseButton.LeftButton)
    sheet = again.findChild(CallLog)
    qtbot.waitUntil(lambda: sheet.words.value() == "They want samples")

    qtbot.keyClicks(sheet.next_what.editor, "Send them")
    qtbot.mouseClick(sheet.go, Qt.MouseButton.LeftButton)
    settle(tasks)

    assert Journal(store.path).drafts() == ()
    with store.read() as reading:
        assert "They want samples" in [each.words for each in reading.contacts.all()]


def test_the_days_of_a_call_are_typed_in_words_and_shown_as_they_are_read(qtbot, store, tasks, opened):
    small_book(store)
    view = opened("Globex Corporation").view
    qtbot.mouseClick(view.log_button, Qt.MouseButton.LeftButton)
    sheet = view.findChild(CallLog)
    sheet.words.editor.setPlainText("They want samples")
    for words, said in (("tomorrow", "On: Wed 25 Nov 2026"), ("fri", "On: Fri 20 Nov 2026")):
        sheet.day.editor.selectAll()
        qtbot.keyClicks(sheet.day.editor, words)
        assert (sheet.day.value(), sheet.day.label.text()) == (words, said)
        qtbot.mouseClick(sheet.go, Qt.MouseButton.LeftButton)
        if words == "tomorrow":
            assert "cannot lie ahead" in sheet.go.accessibleDescription()
            qtbot.keyClicks(sheet.next_day.editor, "fri")
            assert sheet.next_day.label.text() == "By: Fri 27 Nov 2026"
    settle(tasks)

    with store.read() as reading:
        contact = next(each for each in reading.contacts.all() if each.words == "They want samples")
    assert contact.made_on == TUESDAY - timedelta(days=4)


def test_adding_the_first_person_from_the_overview_begins_at_the_name(qtbot, store, opened):
    AccountService(store).add("Nobody Known")
    view = opened("Nobody Known").view
    view.overview._all_people.click()
    assert view.people.new.lines[0].hasFocus() or view.focusWidget() is view.people.new.lines[0]


def test_a_day_that_cannot_be_read_keeps_the_call_open(qtbot, store, tasks, opened):
    small_book(store)
    view = opened("Globex Corporation").view

    qtbot.mouseClick(view.log_button, Qt.MouseButton.LeftButton)
    sheet = view.findChild(CallLog)
    sheet.next_day.editor.setText("soonish")
    qtbot.mouseClick(sheet.go, Qt.MouseButton.LeftButton)
    settle(tasks)

    assert sheet.isVisible()
    assert "“soonish” is not a day" in sheet.go.accessibleDescription()


def test_a_tier_set_by_hand_asks_for_its_reason(qtbot, store, tasks, opened):
    small_book(store)
    view = opened("Hooli").view

    view._ask_tier()
    sheet = view.findChild(TierSheet)
    sheet.tier.show_value(Tier.C)
    qtbot.mouseClick(sheet.go, Qt.MouseButton.LeftButton)
    settle(tasks)
    assert "Say in a few words" in sheet.go.accessibleDescription()
    sheet.because.editor.setText("Leaving the market")
    qtbot.mouseClick(sheet.go, Qt.MouseButton.LeftButton)
    settle(tasks)

    assert the(store, "Hooli").tier is Tier.C
    assert ("Tier", "C, set by hand: Leaving the market, the rule says A", None) in [
        (name.text(), words.text(), None)
        for name, words in zip(view.overview.facts._labels[::2], view.overview.facts._labels[1::2], strict=True)
    ]


@pytest.mark.parametrize(
    ("name", "words", "signal"),
    [
        ("Łódź Logistics", "Start review", "start_review_asked"),
        ("Stark Industries", "Open review, 3 Dec", "review_asked"),
        ("Hooli", "Plan review", "plan_review_asked"),
    ],
)
def test_the_one_button_does_what_comes_next_with_the_review(qtbot, store, opened, name, words, signal):
    small_book(store)
    controller = opened(name)

    assert controller.view.review_button.text().startswith(words)
    with qtbot.waitSignal(getattr(controller, signal)):
        qtbot.mouseClick(controller.view.review_button, Qt.MouseButton.LeftButton)


def test_a_new_account_shows_only_the_tabs_that_have_something(store, opened):
    AccountService(store).add("Hooli")
    view = opened("Hooli").view

    assert [view.tabs.tabText(at) for at in range(view.tabs.count())] == ["Overview", "People", "Details"]
    assert not view.overview.revenue_card.isVisible()
    assert not view.overview.concerns_card.isVisible()


def test_a_removed_account_leads_back_to_the_list(qtbot, store, tasks, opened):
    small_book(store)
    controller = opened("Hooli")

    with qtbot.waitSignal(controller.accounts_asked):
        controller.view.remove_asked.emit()

    assert all(each.name != "Hooli" for each in AccountService(store).rows())


@pytest.mark.parametrize(("width", "points"), [(794, 0), (1140, 14), (1690, 0)])
def test_names_in_any_script_and_five_hundred_concerns_fit_in_any_size(store, theme, opened, width, points):
    ugly_book(store)
    theme.set_text_size(points)
    with store.read() as reading:
        strained = next(each.name for each in reading.accounts.all() if each.name.startswith("Donau"))
    view = opened(strained, width).view

    for at in range(view.tabs.count()):
        view.tabs.setCurrentIndex(at)
        page = view._stack.currentWidget()
        assert page.widget().minimumSizeHint().width() <= page.viewport().width(), view.tabs.tabText(at)


def test_what_was_refused_of_one_account_never_stands_on_the_page_of_another(qtbot, store, opened):
    small_book(store)
    controller = opened("Hooli")
    view = controller.view
    with store.read() as reading:
        other = next(each for each in reading.accounts.all() if each.name == "Initech")
    view.open_tab("details")
    currency = view.details.grid_of("currency").fields["currency"]
    currency.editor.setFocus()
    currency.editor.clear()
    qtbot.keyClicks(currency.editor, "no money")
    currency.flush()
    assert not controller.is_safe
    qtbot.waitUntil(lambda: currency.state is FieldState.REFUSED)
    assert not controller.is_safe

    controller.open(other.id)
    qtbot.waitUntil(lambda: view.account_id == other.id)

    assert currency.value() == other.currency
    assert controller.is_safe


def test_the_page_says_what_the_rule_would_make_of_a_tier_set_by_hand(store, tasks, opened):
    small_book(store)
    AccountService(store).set_tier(the(store, "Łódź Logistics").id, Tier.C, because="They leave in spring")
    view = opened().view
    settle(tasks)

    words = [each.text() for each in view.overview.facts.findChildren(type(view.people.refusal))]
    assert "C, set by hand: They leave in spring, the rule says A" in words
