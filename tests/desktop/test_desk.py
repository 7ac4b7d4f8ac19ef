"""The desk of an open book: the ways between its pages, Ctrl+K, undo, and what others write meanwhile."""

import traceback
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QWidget
from sqlalchemy import event

from reviewdesk.desktop.desk_commands import PLACES, counted_places
from reviewdesk.desktop.review.step import Step
from reviewdesk.desktop.reviews.day_sheet import DaySheet
from reviewdesk.desktop.theme import ThemeChoice
from reviewdesk.domain.clock import Clock
from reviewdesk.domain.said import Channel
from reviewdesk.services.calls import Spoke
from reviewdesk.storage.book_file import open_book
from tests.books import small_book, the
from tests.journeys.hands import Hands


@pytest.fixture
def hands(qapp, theme, tmp_path):
    """The window of a small book."""
    path = tmp_path / "Northgate.reviewdesk"
    store = open_book(path, Clock(), may_create=True, name="Northgate")
    small_book(store)
    store.close()
    made = Hands(qapp, path)
    made.window.activateWindow()
    yield made
    made.leave()


def press(hands, keys):
    QTest.keySequence(hands.window, QKeySequence(keys))
    hands.settle()


def menu(hands, command):
    return hands.program.shell.menus.action(command)


def search(hands, words):
    press(hands, "Ctrl+K")
    palette = hands.program.shell.palette_view
    QTest.keyClicks(palette.line, words)
    hands.settle()
    return palette


def choose(hands, words):
    palette = search(hands, words)
    QTest.keyClick(palette.line, Qt.Key.Key_Return)
    hands.settle()


def the_account(hands, name):
    return next(each.id for each in hands.services.accounts.rows() if each.name == name)


class OtherWindows(QObject):
    """Writes down every window that appears beside the one of the book."""

    def __init__(self):
        super().__init__()
        self.seen = []

    def eventFilter(self, watched, event):
        """Write down a window that comes up."""
        if event.type() == QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow():
            self.seen.append(type(watched).__name__)
        return False


def test_making_a_page_shows_no_other_window_and_keeps_the_keyboard(hands, qapp):
    watching = OtherWindows()
    qapp.installEventFilter(watching)
    for place in PLACES:
        hands.program.desk.go(place.key)
        hands.settle()
    account = hands.services.accounts.rows()[0].id
    hands.program.desk.open_account(account)
    hands.settle()
    hands.program.desk.ways.start(account)
    hands.settle()
    qapp.removeEventFilter(watching)
    assert hands.program.shell.page == "review"
    assert watching.seen == []
    assert hands.window.isActiveWindow()


@pytest.mark.parametrize("place", PLACES, ids=lambda each: each.key)
def test_each_place_is_reached_by_its_key_and_from_the_menu(hands, place):
    press(hands, "Ctrl+Alt+2" if place.key != "accounts" else "Ctrl+Alt+1")
    press(hands, place.shortcut)
    assert hands.program.shell.page == place.key

    press(hands, "Ctrl+Alt+2" if place.key != "accounts" else "Ctrl+Alt+1")
    menu(hands, "settings" if place.key == "settings" else f"go_{place.key}").trigger()
    hands.settle()
    assert hands.program.shell.page == place.key


def test_back_leads_where_one_came_from(hands):
    hands.go("Follow-ups")
    choose(hands, "globex")
    assert hands.program.shell.page == "account"
    press(hands, "Alt+Left")
    assert hands.program.shell.page == "follow_ups"


def test_ctrl_k_finds_an_account_and_enter_opens_it(hands):
    choose(hands, "lodz")
    assert hands.program.shell.page == "account"
    assert hands.program.desk.pages.account.view.header.title.text() == "Łódź Logistics"
    assert not hands.program.shell.palette_view.isVisible()


def test_ctrl_k_says_when_the_book_holds_nothing_of_the_kind(hands):
    palette = search(hands, "zzzqqq")
    assert palette._nothing.text() == "Nothing in this book holds “zzzqqq”."
    QTest.keyClick(palette.line, Qt.Key.Key_Escape)


@pytest.mark.parametrize(
    ("words", "page"), [("settings", "settings"), ("new follow", "follow_ups"), ("new account", "accounts")]
)
def test_a_command_from_ctrl_k_does_what_it_says(hands, words, page):
    choose(hands, words)
    assert hands.program.shell.page == page


@pytest.mark.parametrize(("word", "first"), [("light", "Light theme"), ("plan", "Plan review"), ("globex", None)])
def test_one_word_that_begins_a_command_offers_it_first(hands, word, first):
    review = hands.services.reviews.start_now(the_account(hands, "Hooli")).value
    hands.services.meetings.save_notes(review.id, "they decided lightly about their planning and globex")
    palette = search(hands, word)
    entries = [each for each in palette.results.found.entries if not isinstance(each, str)]

    assert first is None or entries[0].title == first
    assert first is not None or entries[0].title.startswith("Globex")
    palette.close_palette()


def test_planning_a_review_asks_for_the_day_of_the_account_that_is_shown(hands):
    hands.program.desk.open_account(the_account(hands, "Hooli"))
    hands.settle()
    choose(hands, "plan review")
    sheet = hands.window.findChild(DaySheet)
    assert sheet.isVisible()
    sheet.reject()


def test_the_theme_changes_from_ctrl_k_and_is_kept(hands):
    choose(hands, "dark theme")
    assert hands.program.theme.choice is ThemeChoice.DARK
    assert hands.program.memory.choice("theme") == "dark"
    assert menu(hands, "theme_dark").isChecked()


def test_what_was_done_is_named_in_the_edit_menu_undone_and_redone(hands):
    book = hands.services.book
    hands.program.tasks.run(lambda: book.change_setting("company", "Northgate Freight"), None, None)
    hands.settle()
    assert menu(hands, "undo").text() == "Undo: Change setting"

    press(hands, "Ctrl+Z")
    assert book.settings()["company"] == ""
    assert menu(hands, "redo").text() == "Redo: Change setting"

    menu(hands, "redo").trigger()
    hands.settle()
    assert book.settings()["company"] == "Northgate Freight"


def test_what_is_done_after_an_undo_in_a_review_is_not_called_undone(hands):
    desk = hands.program.desk
    account = next(each for each in hands.services.accounts.rows() if each.name == "Hooli")
    desk.open_review(hands.services.reviews.start_now(account.id).value.id)
    hands.settle()
    desk._undo()
    hands.settle()
    desk.go("follow_ups")
    hands.settle()
    step = hands.services.follow_ups.rows()[0]
    desk.tasks.run(lambda: hands.services.follow_ups.done(step.id), None, desk)
    hands.settle()

    assert hands.program.shell.undo_bar.isVisible()
    assert any(each.text().startswith("Done: ") for each in hands.program.shell.undo_bar.findChildren(QLabel))


def test_the_last_import_is_undone_from_ctrl_k_after_something_else_was_done(hands, tmp_path):
    path, services = tmp_path / "firms.csv", hands.services
    path.write_text("Company,City\nZephyr Foundry,Leeds\n", encoding="utf-8")
    services.imports.apply(services.imports.plan([path]))
    services.book.change_setting("company", "Northgate Freight")

    choose(hands, "undo the last import")

    assert "Zephyr Foundry" not in {each.name for each in services.accounts.rows()}
    assert services.book.settings()["company"] == "Northgate Freight"
    assert any(each.text() == "Undone: Import firms.csv" for each in hands.program.shell.undo_bar.findChildren(QLabel))


def test_undo_with_nothing_to_undo_says_so(qapp, theme, tmp_path):
    hands = Hands(qapp, tmp_path / "New.reviewdesk")
    hands.program.shell.undo_asked.emit()
    hands.settle()
    assert hands.program.shell.message_bar.text == "There is nothing left to undo."
    hands.leave()


def test_what_another_program_writes_is_seen(hands):
    hands.go("Accounts")
    hands.settle()
    other = open_book(hands.services.book.path, Clock())
    globex = the(other, "Globex Corporation")
    with other.write("Rename account") as work:
        work.accounts.put(replace(work.accounts.get(globex.id), name="Globex International"))
    other.close()

    def names():
        table = hands.program.desk.pages.accounts.view.table
        model = table.model()
        return {str(model.index(at, 0).data()) for at in range(model.rowCount())}

    hands.program.desk.watch._look()
    hands.wait_until(lambda: any("Globex International" in each for each in names()))
    assert not any("Globex Corporation" in each for each in names())


def test_the_side_bar_counts_what_waits(hands):
    said = {place.key: place.count for place in _places(hands)}
    assert said["follow_ups"] == hands.services.book.now().counts["follow_ups"] > 0


def _places(hands):
    return counted_places(hands.program.desk._waiting)


def reads_of(hands):
    """Name what begins a transaction in which something is only read, each time."""
    begun = []
    hands.program.desk.watch.stop()

    def note(connection):
        if not connection.get_execution_options().get("writes"):
            asked = [each for each in traceback.extract_stack() if "reviewdesk/services/" in each.filename]
            begun.append(f"{Path(asked[-1].filename).stem}.{asked[-1].name}" if asked else "nobody")

    event.listen(hands.services.book._store.engine, "begin", note)
    return lambda: begun


def test_typing_in_a_meeting_has_no_page_out_of_sight_read_anything(hands):
    store, desk = hands.services.book._store, hands.program.desk
    account = the(store, "Łódź Logistics")
    review = hands.services.reviews.start_now(account.id).value
    for place in ("Today", "Accounts", "Reviews", "Follow-ups"):
        hands.go(place)
    desk.open_account(account.id)
    desk.open_review(review.id, Step.MEET)
    hands.settle()
    reads = reads_of(hands)

    hands.write("Notes", f"/we send the revised plan by {store.clock.today().isoformat()}")
    desk.flush()
    hands.settle()

    assert hands.services.meetings.workspace(review.id).text.startswith("/we send the revised plan")
    assert reads() == ["meetings.workspace"]  # the one of this test
    assert menu(hands, "undo").text() == "Undo: Notes"
    before = desk._waiting
    desk.go("accounts")
    hands.settle()
    assert desk._waiting["follow_ups"] == before["follow_ups"] + 1
    assert desk._waiting["today"] == hands.services.today.page(None).asked_today > before["today"]


def test_a_finish_taken_back_and_made_again_shows_the_new_summary(hands):
    desk, services = hands.program.desk, hands.services
    review = services.reviews.start_now(services.accounts.named("Łódź").id).value
    services.meetings.save_notes(review.id, "+ fine")
    desk.open_review(review.id, Step.WRAP_UP)
    hands.settle()
    desk.pages.review.view.header.finish.click()
    hands.settle()
    assert hands.program.shell.page == "document"

    press(hands, "Ctrl+Z")
    assert hands.program.shell.page == "review"
    services.meetings.save_notes(review.id, "+ better")
    desk.open_review(review.id, Step.WRAP_UP)
    hands.settle()
    desk.pages.review.view.header.finish.click()
    hands.settle()

    assert hands.program.shell.page == "document"
    assert desk.pages.document._shown.summary_id == services.documents.newest(review.id).id


def test_back_from_a_summary_leads_to_its_review(hands):
    desk, services = hands.program.desk, hands.services
    review = services.reviews.start_now(services.accounts.named("Łódź").id).value
    services.meetings.save_notes(review.id, "+ fine")
    desk.open_document(services.meetings.finish(review.id).value.summary.id)
    hands.settle()
    desk.pages.document.view.header.back.click()
    hands.settle()

    assert hands.program.shell.page == "review"


def test_enter_on_the_follow_ups_opens_the_follow_up_to_its_fields(hands):
    hands.program.desk.go("follow_ups")
    hands.settle()
    page = hands.program.desk.pages.follow_ups
    key = page._desk.rows[0].id
    page._open(key)
    hands.settle()
    view = hands.program.desk.pages.account.view

    assert view.tabs.key == "follow_ups"
    assert view._pages["follow_ups"].opened == key


def test_contacts_stand_before_details_also_where_nothing_else_does(hands):
    account = hands.services.accounts.add("Fresh Ltd").value
    hands.services.accounts.log_contact(account.id, Spoke(channel=Channel.CALL, words="They rang"))
    hands.program.desk.open_account(account.id)
    hands.settle()
    tabs = hands.program.desk.pages.account.view.tabs
    keys = [tabs.tabText(at).split()[0] for at in range(tabs.count())]

    assert keys.index("Contacts") < keys.index("Details")
