"""Concerns on the page of an account, brought further through the real page on a real book."""

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt

from reviewdesk.desktop.today.controller import TodayController
from reviewdesk.desktop.today.view import TodayView
from reviewdesk.desktop.widgets.field import FieldState
from reviewdesk.domain.concern import Stage
from reviewdesk.services.accounts import AccountService
from reviewdesk.services.concerns import ConcernService
from reviewdesk.services.follow_ups import FollowUpService
from reviewdesk.services.preparing import PreparingService
from reviewdesk.services.today import TodayService
from tests.books import TUESDAY, small_book, the, ugly_book

LATE = "Two late deliveries, and again last week"
INVOICES = "Invoices do not match the orders"


@pytest.fixture
def book(store):
    return small_book(store)


@pytest.fixture
def page(book, opened):
    """The page of an account with two open concerns."""
    return opened().view


def settle(tasks):
    """Wait until a write and the reading after it are answered."""
    assert tasks.wait_idle()
    assert tasks.wait_idle()


def said(store, words):
    """Give the concern with these words."""
    with store.read() as reading:
        return next(each for each in reading.concerns.all() if each.words == words)


def titles(rows):
    return [rows.row(key).row.title for key in rows.keys]


def field(page, name):
    return page.concerns.form.grid_of(name).fields[name]


def unfold(page, store, words):
    page.open_concern(said(store, words).id)
    return page.concerns.form


def test_a_row_of_the_overview_leads_to_its_concern_opened(qtbot, book, page):
    row = page.overview.concerns.row(said(book, LATE).id)

    qtbot.mouseClick(row.button("open"), Qt.MouseButton.LeftButton)

    assert page.tabs.key == "concerns"
    assert field(page, "words").value() == LATE
    assert field(page, "team").value() == "Operations"


def test_the_fields_stand_under_their_row_and_shut_again_from_the_keyboard(qtbot, book, page):
    form = unfold(page, book, LATE)
    rows = page.concerns.rows
    row = rows.row(said(book, LATE).id)
    assert rows.held.index(form) == rows.held.index(row) + 1

    qtbot.keyClick(field(page, "team").editor, Qt.Key.Key_Escape)

    assert page.concerns.form is None
    assert rows.row(said(book, LATE).id).hasFocus()
    qtbot.keyClick(rows.row(said(book, LATE).id), Qt.Key.Key_Return)
    assert page.concerns.opened == said(book, LATE).id


def test_tab_leads_from_the_row_into_its_steps_and_on_to_the_fields(qtbot, book, page):
    form = unfold(page, book, LATE)
    here = form.steps.steps[Stage.ACKNOWLEDGED]
    chain = [page.concerns.rows.row(form.concern_id)]
    while len(chain) < 6:
        chain.append(chain[-1].nextInFocusChain())

    assert chain.index(here) < 6
    assert here.nextInFocusChain().window() is page


def test_a_step_is_taken_with_the_keyboard(qtbot, book, page, tasks):
    form = unfold(page, book, LATE)
    here = form.steps.steps[Stage.ACKNOWLEDGED]
    here.setFocus()

    qtbot.keyClick(here, Qt.Key.Key_Right)
    qtbot.keyClick(form.steps.steps[Stage.PLANNED], Qt.Key.Key_Space)
    settle(tasks)

    assert said(book, LATE).stage is Stage.PLANNED
    assert form.steps.steps[Stage.PLANNED].isChecked()
    assert [each.is_behind for each in form.steps.steps.values()] == [True, True, False, False, False]


def test_a_step_back_is_one_click(qtbot, book, page, tasks):
    form = unfold(page, book, INVOICES)

    qtbot.mouseClick(form.steps.steps[Stage.ACKNOWLEDGED], Qt.MouseButton.LeftButton)
    settle(tasks)

    assert said(book, INVOICES).stage is Stage.ACKNOWLEDGED


@pytest.mark.parametrize("place", ["overview", "concerns"])
def test_a_fixed_concern_is_confirmed_in_one_click_and_is_open_no_more(qtbot, book, page, tasks, place):
    page.open_tab(place)
    listed = page.overview.concerns if place == "overview" else page.concerns.rows

    qtbot.mouseClick(listed.row(said(book, INVOICES).id).button("confirm"), Qt.MouseButton.LeftButton)
    settle(tasks)

    assert said(book, INVOICES).stage is Stage.CONFIRMED
    assert titles(page.overview.concerns) == [f"“{LATE}”"]
    assert titles(page.concerns.rows) == [f"“{LATE}”", f"“{INVOICES}”"]
    assert (
        page.tabs.tabText([page.tabs.tabData(at) for at in range(page.tabs.count())].index("concerns")) == "Concerns 1"
    )
    row = next(each for each in AccountService(book).rows() if each.name == "Łódź Logistics")
    assert row.open_concerns == 1


def test_only_a_fixed_concern_offers_to_be_confirmed(book, page):
    actions = {
        each: [action.id for action in page.overview.concerns.row(said(book, each).id).row.actions]
        for each in (LATE, INVOICES)
    }

    assert actions == {LATE: ["open"], INVOICES: ["confirm", "open"]}


@pytest.mark.parametrize(
    ("name", "text", "kept"),
    [
        ("summary", "Deliveries came late", "Deliveries came late"),
        ("root_cause", "A new depot", "A new depot"),
        ("fix", "A fixed slot", "A fixed slot"),
        ("team", "Service", "Service"),
        ("plan_due", "in 2w", TUESDAY + timedelta(14)),
        ("told_on", "today", TUESDAY),
    ],
)
def test_what_is_typed_in_place_is_saved(qtbot, book, page, tasks, name, text, kept):
    unfold(page, book, LATE)
    editor = field(page, name).editor

    editor.selectAll()
    qtbot.keyClicks(editor, text)
    page.flush()
    settle(tasks)

    assert getattr(said(book, LATE), name) == kept
    assert field(page, name).state is FieldState.SAVED


@pytest.mark.parametrize(("name", "choice", "kept"), [("severity", "1", 1), ("set_aside", "yes", True)])
def test_what_is_chosen_in_place_is_saved(book, page, tasks, name, choice, kept):
    unfold(page, book, LATE)
    box = field(page, name).editor

    box.setCurrentIndex(box.findData(choice))
    box.activated.emit(box.currentIndex())
    settle(tasks)

    assert getattr(said(book, LATE), name) == kept


def test_an_owner_is_completed_and_told_once_the_name_is_whole(qtbot, book, page, tasks):
    unfold(page, book, INVOICES)
    owner = field(page, "owner")

    qtbot.keyClicks(owner.editor, "Om")
    qtbot.wait(500)
    assert said(book, INVOICES).colleague_id is None
    qtbot.keyClick(owner.editor, Qt.Key.Key_Return)
    settle(tasks)

    with book.read() as reading:
        assert reading.colleagues.get(said(book, INVOICES).colleague_id).name == "Omar Haddad"
        assert len(reading.colleagues.all()) == 3
    assert (owner.value(), field(page, "team").value()) == ("Omar Haddad", "Operations")


def test_a_day_that_cannot_be_read_is_refused_beside_it_and_the_words_stay(qtbot, book, page, tasks):
    unfold(page, book, LATE)
    due = field(page, "plan_due")

    due.editor.selectAll()
    qtbot.keyClicks(due.editor, "soonish")
    page.flush()
    settle(tasks)

    assert due.state is FieldState.REFUSED
    assert due.value() == "soonish"
    assert "“soonish” is not a day" in due.editor.accessibleDescription()
    assert said(book, LATE).plan_due == TUESDAY + timedelta(2)


def test_opening_the_next_concern_saves_what_was_typed_in_the_one_before(qtbot, book, page, tasks):
    unfold(page, book, LATE)
    qtbot.keyClicks(field(page, "root_cause").editor, "A new depot")

    unfold(page, book, INVOICES)
    settle(tasks)

    assert said(book, LATE).root_cause == "A new depot"
    assert said(book, INVOICES).root_cause == ""
    assert field(page, "root_cause").value() == ""


def test_what_cannot_be_read_about_a_concern_one_has_left_is_told_all_the_same(qtbot, book, page, tasks):
    unfold(page, book, LATE)
    told = []
    tasks.told.connect(told.append)
    qtbot.keyClicks(field(page, "told_on").editor, "soonish")

    unfold(page, book, INVOICES)
    settle(tasks)

    assert "“soonish” is not a day" in str(told[0])
    assert field(page, "told_on").state is FieldState.QUIET


def test_what_we_did_beyond_the_fix_is_asked_once_it_is_fixed(qtbot, book, page, tasks):
    form = unfold(page, book, LATE)
    assert not field(page, "beyond_the_fix").isVisible()

    qtbot.mouseClick(form.steps.steps[Stage.CONFIRMED], Qt.MouseButton.LeftButton)
    settle(tasks)

    assert page.concerns.form is form
    assert field(page, "beyond_the_fix").isVisible()


def test_a_concern_is_withdrawn_and_taken_up_again(qtbot, book, page, tasks):
    form = unfold(page, book, LATE)

    qtbot.mouseClick(form.withdraw, Qt.MouseButton.LeftButton)
    settle(tasks)
    assert not said(book, LATE).is_open
    assert not any(each.isChecked() for each in form.steps.steps.values())
    assert not form.withdraw.isVisible()

    qtbot.mouseClick(form.steps.steps[Stage.REPORTED], Qt.MouseButton.LeftButton)
    settle(tasks)
    assert said(book, LATE).stage is Stage.REPORTED


def test_the_first_concern_of_an_account_is_added_from_its_menu(qtbot, book, opened, tasks):
    page = opened("Hooli").view
    assert "concerns" not in [page.tabs.tabData(at) for at in range(page.tabs.count())]

    next(each for each in page.more_button.menu().actions() if each.text() == "Add a concern").trigger()
    qtbot.keyClicks(page.concerns.new.words.editor, "Nobody calls us back")
    page.concerns.new.severity.show_value(3)
    qtbot.keyClick(page.concerns.new.words.editor, Qt.Key.Key_Return)
    settle(tasks)

    assert (said(book, "Nobody calls us back").severity, page.concerns.new.words.value()) == (3, "")
    assert titles(page.concerns.rows) == ["“Nobody calls us back”"]
    assert titles(page.overview.concerns) == ["“Nobody calls us back”"]


def test_a_concern_without_words_is_refused_beside_the_line(qtbot, book, page, tasks):
    page.open_tab("concerns")

    qtbot.mouseClick(page.concerns.new.add_button, Qt.MouseButton.LeftButton)
    settle(tasks)

    assert page.concerns.new.refusal.isVisible()
    assert page.concerns.new.refusal.text() == "Write what worries them, in their own words."


def test_going_to_another_account_saves_what_was_typed_about_a_concern(qtbot, book, opened, tasks):
    controller = opened()
    unfold(controller.view, book, LATE)
    qtbot.keyClicks(controller.view.concerns.form.grid_of("fix").fields["fix"].editor, "A fixed slot")

    controller.open(the(book, "Hooli").id)
    settle(tasks)

    assert said(book, LATE).fix == "A fixed slot"
    assert controller.view.concerns.form is None


def test_what_the_day_asks_of_a_concern_leads_to_it(qtbot, book, theme, tasks, opened):
    view = TodayView()
    qtbot.addWidget(view)
    today = TodayController(view, TodayService(book), FollowUpService(book), PreparingService(book), tasks)
    today.show_page()
    settle(tasks)
    late = said(book, LATE)
    key = next(each for each in view.rows.keys if each[1] == late.id)

    with qtbot.waitSignal(today.concern_asked) as asked:
        qtbot.mouseClick(view.rows.row(key).button("open"), Qt.MouseButton.LeftButton)
    account_id, concern_id = asked.args
    controller = opened("Hooli")
    controller.open(account_id)
    controller.open_concern(concern_id)
    settle(tasks)

    assert controller.view.header.title.text() == "Łódź Logistics"
    assert controller.view.tabs.key == "concerns"
    assert controller.view.concerns.opened == late.id
    today._clock.stop()


def test_the_day_hears_of_a_step_and_asks_no_more(qtbot, book, theme, tasks, page):
    view = TodayView()
    qtbot.addWidget(view)
    today = TodayController(view, TodayService(book), FollowUpService(book), PreparingService(book), tasks)
    counts = []
    today.counted.connect(counts.append)
    today.show_page()
    settle(tasks)
    assert said(book, LATE).id in [each[1] for each in view.rows.keys]

    form = unfold(page, book, LATE)
    qtbot.mouseClick(form.steps.steps[Stage.PLANNED], Qt.MouseButton.LeftButton)
    settle(tasks)

    assert said(book, LATE).id not in [each[1] for each in view.rows.keys]
    assert len(counts) >= 2
    today._clock.stop()


def test_a_step_taken_back_is_seen_on_the_page(qtbot, book, page, tasks, opened):
    form = unfold(page, book, LATE)
    qtbot.mouseClick(form.steps.steps[Stage.FIXED], Qt.MouseButton.LeftButton)
    settle(tasks)

    changes = book.undo()
    tasks.changed.emit(changes, None)
    settle(tasks)

    assert form.steps.steps[Stage.ACKNOWLEDGED].isChecked()


def test_one_of_five_hundred_is_opened_where_it_stands(qtbot, store, opened):
    ugly_book(store)
    with store.read() as reading:
        strained = next(each for each in reading.accounts.all() if each.name.startswith("Donau"))
        far = next(each for each in reading.concerns.all() if each.words.startswith("Concern 300:"))
    page = opened(strained.name, 794).view

    page.open_concern(far.id)
    qtbot.waitUntil(lambda: not page.concerns.rows.row(far.id).visibleRegion().isEmpty())

    assert page.concerns.form.concern_id == far.id
    assert page.concerns.horizontalScrollBar().value() == 0


@pytest.mark.parametrize(("width", "points"), [(794, 0), (794, 14), (1690, 0)])
def test_the_fields_fit_in_any_size(book, theme, opened, width, points):
    theme.set_text_size(points)
    page = opened(width=width).view

    form = unfold(page, book, LATE)

    assert form.minimumSizeHint().width() <= page.concerns.viewport().width()
    assert page.concerns.widget().minimumSizeHint().width() <= page.concerns.viewport().width()


def test_saying_it_once_more_changes_nothing(qtbot, book, page, tasks):
    form = unfold(page, book, LATE)
    before = ConcernService(book).change(form.concern_id, "team", "Operations").value

    qtbot.mouseClick(form.steps.steps[Stage.ACKNOWLEDGED], Qt.MouseButton.LeftButton)
    settle(tasks)

    assert said(book, LATE).version == before.version
