"""The cards of concerns under the hand: down to each concern, over to its team's sheet, and out as a story."""

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest

from reviewdesk.domain.concern import CauseKind, Concern, Stage
from tests.books import small_book

WORDS = "The truck comes after the slot"


def logged(store):
    """Give the small book two fixed concerns of one cause that came again, one of them confirmed."""
    small_book(store)
    today = store.clock.today()
    with store.write("Log") as work:
        accounts = {each.name: each.id for each in work.accounts.all()}

        def concern(account, days, **fields):
            on = today - timedelta(days)
            return Concern(
                account_id=accounts[account], words=WORDS, summary=WORDS, severity=3, raised_on=on, stage_since=on,
                team="Operations", cause_kind=CauseKind.DELIVERY, cause_on=on + timedelta(2), **fields,
            )  # fmt: skip

        told = {"root_cause": "A shift was not planned.", "fix": "Shifts are planned ahead."}
        put_right = concern("Hooli", 60, **told).at(Stage.FIXED, today - timedelta(50))
        work.concerns.put(put_right.at(Stage.CONFIRMED, today - timedelta(40)))
        work.concerns.put(concern("Initech", 5))


@pytest.fixture
def hands(opened):
    made = opened(logged)
    made.program.desk.go("insights")
    made.settle()
    return made


def on(hands, card):
    """Let the keyboard be on a card; a key of its own is heard only in the window that is in front."""

    def is_there():
        hands.window.activateWindow()
        card.start.setFocus(Qt.FocusReason.TabFocusReason)
        return card.start.hasFocus()

    hands.program.desk.pages.insights.view.go_to("Concerns")
    hands.wait_until(is_there)
    return card.start


def test_enter_on_a_cause_lists_its_concerns_and_enter_there_opens_one(hands, card):
    chart = on(hands, card("concern_causes"))
    assert chart.marks[0].said.startswith("Delivery: root cause after ")
    assert "2 concerns at 2 accounts" in chart.marks[0].said

    QTest.keyClick(chart, Qt.Key.Key_Home)
    QTest.keyClick(chart, Qt.Key.Key_Return)
    hands.settle()
    sheet = hands.program.desk.pages.insight_ways.sheet
    assert [each.cells[1] for each in sheet.table.rows.rows] == ["Initech", "Hooli"]
    QTest.keyClick(sheet.table, Qt.Key.Key_Return)
    hands.settle()

    assert hands.program.desk.pages.account.view.header.title.text() == "Initech"
    assert hands.program.desk.pages.account.view.concerns.form.concern_id is not None


def test_t_on_a_team_shows_its_sheet_and_w_on_a_cause_that_came_again_asks_who_else(hands, card):
    again = on(hands, card("repeat_causes"))
    assert again.marks[0].said == "Delivery · team Operations: fixed 1, came again once, at Initech"
    QTest.keyClick(again, Qt.Key.Key_W)
    hands.wait_until(lambda: hands.program.desk.pages.problems.sheet is not None)
    hands.program.desk.pages.problems.sheet.reject()
    hands.settle()

    teams = on(hands, card("concern_teams"))
    QTest.keyClick(teams, Qt.Key.Key_Home)
    QTest.keyClick(teams, Qt.Key.Key_T)
    hands.wait_until(lambda: hands.program.shell.page == "document")

    assert hands.program.desk.pages.document.view.isVisible()


def test_s_shows_a_recovery_as_a_story_and_c_copies_it_without_a_name(hands, card):
    chart = on(hands, card("recoveries"))

    QTest.keyClick(chart, Qt.Key.Key_C)
    hands.settle()
    copied = QGuiApplication.clipboard().text()
    assert copied.startswith("How we put it right\nWhat a customer told us")
    assert WORDS in copied
    assert "Hooli" not in copied

    QTest.keyClick(chart, Qt.Key.Key_S)
    hands.wait_until(lambda: hands.program.shell.page == "document")


def test_with_their_name_the_story_is_held_back_until_it_is_said_that_they_agreed(hands, card):
    chart = on(hands, card("recoveries"))

    QTest.keyClick(chart, Qt.Key.Key_N)
    hands.wait_until(lambda: hands.program.shell.page == "document")
    hands.settle()
    hands.press("It is meant")

    concern_id = card("recoveries").lead.concern_ids[0]
    assert hands.services.recovery_stories.text(concern_id, named=True).splitlines()[1].startswith("What Hooli told us")
