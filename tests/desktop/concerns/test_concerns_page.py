"""What customers are unhappy about is seen at once, and brought further by a key."""

import pytest
from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QDropEvent, QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from reviewdesk.desktop.account.linked import LinkSheet
from reviewdesk.desktop.concerns.lane import mime_of
from reviewdesk.desktop.start_small import has_come
from reviewdesk.domain.changes import Kind
from reviewdesk.domain.concern import Stage
from reviewdesk.domain.letters.form import LetterKind
from tests.journeys.hands import on_small_book

WORDS = "Two late deliveries"


@pytest.fixture
def hands(qapp, theme, tmp_path):
    made = on_small_book(qapp, tmp_path)
    yield made
    made.leave()


@pytest.fixture
def board(hands):
    """A board with one concern, the person on it."""
    account = hands.account("Globex Corporation")
    hands.concern = hands.services.concerns.add(account, WORDS, 3).value
    hands.program.desk.go("concerns")
    hands.settle()
    view(hands).go_to(hands.concern.id)
    return hands


def view(hands):
    return hands.program.desk.pages.concerns.view


def lanes(hands):
    columns = view(hands).columns.items()
    return {stage: [card.words for card in each.lane.cards] for stage, each in columns if each.lane.cards}


def press(hands, key, modifiers=Qt.KeyboardModifier.NoModifier):
    lane = next(each.lane for each in view(hands).columns.values() if each.lane.hasFocus())
    QTest.keyClick(lane, key, modifiers)
    hands.settle()


def stage_now(hands):
    brief = hands.services.accounts.brief(hands.account("Globex Corporation"))
    return next(each.stage for each in brief.concerns if each.id == hands.concern.id)


def test_alt_and_an_arrow_brings_a_concern_further_and_undo_takes_it_back(board):
    before = stage_now(board)

    press(board, Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier)
    assert stage_now(board) is Stage.ACKNOWLEDGED
    assert WORDS in lanes(board)[Stage.ACKNOWLEDGED]

    board.program.desk.last_step.undo()
    board.settle()
    assert stage_now(board) is before
    assert WORDS in lanes(board)[Stage.REPORTED]


def test_the_person_goes_along_with_the_card_they_move(board):
    for stage in (Stage.ACKNOWLEDGED, Stage.PLANNED, Stage.FIXED, Stage.CONFIRMED):
        press(board, Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier)
        assert stage_now(board) is stage
        lane = view(board).columns[stage].lane
        assert lane.hasFocus()
        assert lane.current.words == WORDS

    press(board, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert stage_now(board) is Stage.FIXED


def test_alt_and_an_arrow_does_not_leave_the_page(board):
    lane = view(board).columns[Stage.REPORTED].lane
    event = QKeyEvent(QEvent.Type.ShortcutOverride, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    event.ignore()

    QApplication.sendEvent(lane, event)

    assert event.isAccepted()


def test_enter_opens_the_concern_where_all_its_fields_are(board):
    press(board, Qt.Key.Key_Return)

    desk = board.program.desk
    assert desk.shell.page == "account"
    assert desk.account_shown() == board.account("Globex Corporation")


def test_a_card_is_carried_to_another_lane(board):
    lane = view(board).columns[Stage.PLANNED].lane
    none, carried = Qt.KeyboardModifier.NoModifier, mime_of(board.concern.id)
    drop = QDropEvent(QPointF(20, 20), Qt.DropAction.MoveAction, carried, Qt.MouseButton.LeftButton, none)

    lane.dropEvent(drop)
    board.settle()

    assert stage_now(board) is Stage.PLANNED


def test_what_was_withdrawn_stands_among_what_ended(board):
    card = view(board).card(board.concern.id)
    menu = view(board).menu_for(card)
    next(each for each in menu.actions() if each.text() == "They withdrew it").trigger()
    board.settle()

    assert stage_now(board) is Stage.WITHDRAWN
    (ended,) = [each for each in view(board).columns[Stage.CONFIRMED].lane.cards if each.key == board.concern.id]
    assert ended.severity.text == "withdrawn"


def test_the_filter_leaves_what_holds_the_words_and_says_where_nothing_does(board):
    view(board).filter_box.setText("globex late")
    assert lanes(board) == {Stage.REPORTED: [WORDS]}

    view(board).filter_box.setText("no such words")
    assert not lanes(board)
    assert view(board)._stack.currentWidget() is view(board)._no_match

    view(board).show_all()
    assert WORDS in lanes(board)[Stage.REPORTED]


def test_the_place_comes_with_the_first_concern(qapp, theme, tmp_path):
    shown = on_small_book(qapp, tmp_path)
    counts = shown.services.book.now().counts
    shown.leave()

    assert not has_come("concerns", {**counts, "any concern": 0})
    assert has_come("concerns", counts)


def test_while_a_concern_is_typed_who_else_said_the_like_stands_below(hands):
    other = hands.services.concerns.add(hands.account("Hooli"), "Rechnung schon wieder falsch", 3).value
    desk, globex = hands.program.desk, hands.account("Globex Corporation")
    desk.account_ways.add_to(Kind.CONCERN, globex)
    hands.settle()
    new = desk.pages.account.view.concerns.new

    QTest.keyClicks(new.words.line, "wrong invoice")
    hands.wait_until(lambda: not new.echo.isHidden())
    assert other.id in new.echo._found

    new.echo.rows.opened.emit(other.id)
    hands.settle()
    assert desk.account_shown() == hands.account("Hooli")


def test_words_that_nobody_else_used_show_nothing(hands):
    desk = hands.program.desk
    desk.account_ways.add_to(Kind.CONCERN, hands.account("Globex Corporation"))
    hands.settle()
    new = desk.pages.account.view.concerns.new

    QTest.keyClicks(new.words.line, "zebra crossing")
    QTest.qWait(400)
    hands.settle()

    assert new.echo.isHidden()


def test_a_notes_that_they_were_asked_whether_it_is_fixed(board):
    for _ in range(3):
        press(board, Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier)
    assert view(board).card(board.concern.id).about.startswith("ask whether it is")

    press(board, Qt.Key.Key_A)

    assert view(board).card(board.concern.id).about.startswith("ask once more by")


def test_a_plan_without_day_and_owner_is_taken_and_one_key_says_both(board):
    for _ in range(2):
        press(board, Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier)
    assert stage_now(board) is Stage.PLANNED
    assert view(board).card(board.concern.id).about.endswith("by when, and who?")

    press(board, Qt.Key.Key_N)
    sheet = board.program.desk.pages.stage_asking.sheet
    QTest.keyClicks(sheet.fields["fix_due"].line, "in 2w")
    sheet.fields["owner"].start_with("Omar Haddad")
    QTest.keyClick(sheet.fields["fix_due"].line, Qt.Key.Key_Return)
    board.settle()

    brief = board.services.accounts.brief(board.account("Globex Corporation"))
    planned = next(each for each in brief.concerns if each.id == board.concern.id)
    assert planned.team == "Operations"
    assert (planned.fix_due - brief.today).days == 14
    assert view(board).card(board.concern.id).about.startswith("have it fixed by")


def test_l_writes_the_first_answer_to_what_is_only_reported(board):
    press(board, Qt.Key.Key_L)
    board.wait_until(lambda: board.program.desk.exchange.letters.composing.sheet is not None)
    sheet = board.program.desk.exchange.letters.composing.sheet

    assert sheet.typed.kind is LetterKind.FIRST_ANSWER
    sheet.reject()
    board.settle()


def test_a_concern_is_linked_by_search_and_stands_on_both(board):
    services, desk = board.services, board.program.desk
    other = services.concerns.add(board.account("Hooli"), "The lorry never came", 2).value
    press(board, Qt.Key.Key_Return)
    form = desk.pages.account.view.concerns.form
    form.linked.add_button.click()
    sheet = desk.shell.findChild(LinkSheet)
    QTest.keyClicks(sheet.words.line, "hooli lorry")
    board.wait_until(lambda: sheet.rows.keys == (other.id,))
    QTest.keyClick(sheet.words.line, Qt.Key.Key_Return)
    board.settle()

    assert form.linked.rows.keys == (other.id,)
    assert [each.concern.id for each in services.concern_links.linked(other.id)] == [board.concern.id]
    form.linked.rows.action_asked.emit(other.id, "unlink")
    board.settle()
    assert services.concern_links.linked(other.id) == ()


def test_s_adds_the_next_step_and_the_opened_concern_says_it(board):
    press(board, Qt.Key.Key_S)
    sheet = board.program.desk.pages.step_adding.sheet
    QTest.keyClicks(sheet.what.line, "Send a corrected plan")
    QTest.keyClicks(sheet.by.line, "soonish")
    QTest.keyClick(sheet.by.line, Qt.Key.Key_Return)
    assert "Write the day like" in sheet._refusal.text()
    sheet.by.line.clear()
    QTest.keyClicks(sheet.by.line, "in 2w")
    QTest.keyClick(sheet.by.line, Qt.Key.Key_Return)
    board.settle()

    brief = board.services.accounts.brief(board.account("Globex Corporation"))
    (step,) = [each for each in brief.follow_ups if each.concern_id == board.concern.id]
    assert (step.what, (step.due - brief.today).days) == ("Send a corrected plan", 14)
    board.program.desk.open_concern(board.concern.account_id, board.concern.id)
    board.settle()
    assert "next: Send a corrected plan by" in board.program.desk.pages.account.view.concerns.form.times.text()
