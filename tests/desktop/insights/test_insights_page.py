"""The page of Insights: its cards, their tables, the way down to the records, and what it says where nothing is."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QKeySequence
from PySide6.QtTest import QTest

from reviewdesk.desktop.insights.out import SaveInsightDialog
from reviewdesk.desktop.insights.part import InsightPart
from reviewdesk.desktop.insights.view import InsightsView
from reviewdesk.desktop.page_ways import follow
from reviewdesk.desktop.widgets.mark_chart import Lead
from reviewdesk.domain.errors import RefusedError


def page(hands):
    return hands.program.desk.pages.insights.view


def shown_names(hands):
    return [each.row.name for each in hands.program.desk.pages.accounts.view.table.rows.rows]


def focus(hands, widget):
    hands.window.activateWindow()
    widget.setFocus(Qt.FocusReason.TabFocusReason)
    hands.settle()


def test_a_mark_that_stands_for_one_account_leads_to_its_page(hands, card):
    chart = card("concentration").chart
    focus(hands, chart)

    QTest.keyClick(chart, Qt.Key.Key_Return)
    hands.settle()

    assert hands.program.shell.page == "account"
    assert hands.program.desk.pages.account.view.header.title.text() == "Stark Industries"


def test_a_mark_that_stands_for_several_leads_to_a_list_of_them_and_back_to_all(hands, card):
    chart = card("concentration").chart
    focus(hands, chart)

    QTest.keyClick(chart, Qt.Key.Key_Down)
    QTest.keyClick(chart, Qt.Key.Key_Return)
    hands.settle()

    accounts = hands.program.desk.pages.accounts.view
    assert shown_names(hands) == [
        "Stark Industries", "Hooli", "Globex Corporation", "Umbrella S.A.", "Hanseatic Timber",
    ]  # fmt: skip
    assert accounts.these.words.text() == "The 5 largest by revenue"

    hands.press("Show all accounts")

    assert len(shown_names(hands)) == 26


def test_the_accounts_of_a_mark_are_let_go_when_the_person_goes_to_accounts(hands, card):
    card("concentration").lead_asked.emit(card("concentration").chart.marks[1].lead)
    hands.settle()
    assert len(shown_names(hands)) == 5

    hands.go("Insights")
    hands.go("Accounts")

    assert len(shown_names(hands)) == 26


def test_the_mark_the_keyboard_is_on_is_said_under_the_chart_and_read_aloud(hands, card):
    found = card("concentration")
    focus(hands, found.chart)

    QTest.keyClick(found.chart, Qt.Key.Key_End)
    QTest.keyClick(found.chart, Qt.Key.Key_Up)

    assert found.caption.text().startswith("The 10 largest, Stark Industries to Delta Marine: ")
    assert found.chart.accessibleName().startswith("How much hangs on few, 3 of 4: The 10 largest")


def test_the_table_has_the_same_figures_and_a_line_leads_to_its_accounts(hands, card):
    found = card("concentration")
    found.switch.open("table")
    assert found.is_table
    assert [each.cells[0] for each in found.table.rows.rows] == [
        "The largest",
        "The 5 largest",
        "The 10 largest",
        "The other 16",
    ]

    found.table.go_to(found.table.rows.rows[1])
    QTest.keyClick(found.table, Qt.Key.Key_Return)
    hands.settle()

    assert len(shown_names(hands)) == 5


def test_a_table_is_saved_as_csv_and_copied(hands, card, tmp_path, monkeypatch):
    path = tmp_path / "few.csv"
    monkeypatch.setattr(SaveInsightDialog, "ask", lambda *_: path)

    hands.press("Save as CSV: How much hangs on few")
    hands.press("Copy the table: How much hangs on few")

    lines = path.read_text("utf-8-sig").splitlines()
    assert lines[0] == "Accounts,Share,Revenue (EUR)"
    assert lines[1].startswith("The largest,2")
    assert len(lines) == 5
    assert QGuiApplication.clipboard().text().splitlines()[0] == "Accounts\tShare\tRevenue (EUR)"


def test_a_change_is_told_at_once_while_the_page_is_looked_at(hands, card):
    before = card("concentration").sentence.text()
    largest = next(each.id for each in hands.services.accounts.rows() if each.name == "Stark Industries")

    hands.program.tasks.run(lambda: hands.services.accounts.change(largest, "status", "lost"), None, hands.program.desk)
    hands.settle()

    assert card("concentration").sentence.text() != before
    assert any("1 lost" in each.text for each in card("concentration").told.remarks)


def test_a_book_without_records_says_what_to_do(opened):
    hands = opened()
    hands.program.desk.go("insights")
    hands.settle()

    assert page(hands).stack.currentIndex() == 2
    hands.press("Go to accounts")
    assert hands.program.shell.page == "accounts"


def test_several_lines_of_the_table_are_copied_alone(hands, card):
    found = card("silence")
    found.switch.open("table")
    found.table.selectAll()
    hands.settle()
    found.table.select_again(list(found.table.rows.rows[:2]))
    focus(hands, found.table)

    QTest.keySequence(found.table, QKeySequence.StandardKey.Copy)
    hands.settle()

    assert len(QGuiApplication.clipboard().text().splitlines()) == 3


def test_back_from_an_account_the_keyboard_is_on_the_mark_that_led_there(hands, card):
    chart = card("silence").chart
    focus(hands, chart)
    QTest.keyClick(chart, Qt.Key.Key_End)
    QTest.keyClick(chart, Qt.Key.Key_Up)
    at = chart.current
    QTest.keyClick(chart, Qt.Key.Key_Return)
    hands.settle()

    hands.program.desk.back()
    hands.settle()

    assert chart.hasFocus()
    assert chart.current.lead == at.lead


def test_while_a_large_book_is_read_for_long_the_page_says_so(hands):
    view = InsightsView()
    view.show()
    view.wait()
    assert not view.reading.isVisible()

    hands.wait_until(view.reading.isVisible)

    view.close()
    view.deleteLater()


def test_under_the_title_stands_of_how_many_accounts_and_which_day_it_tells(hands):
    assert page(hands).header.status.text().startswith("26 accounts, as of ")


def test_a_reading_that_failed_is_said_and_made_again(hands, card, monkeypatch):
    controller = hands.program.desk.pages.insights
    part = controller.parts[0]

    def fails():
        raise RefusedError("The book cannot be read just now. Try again.")

    broken = [
        InsightPart(key=each.key, group=each.group, make=each.make, read=fails, tell=each.tell)
        for each in controller.parts
    ]
    whole, controller.parts = controller.parts, tuple(broken)
    controller._stale = {part.key}
    controller.show_page()
    hands.settle()
    assert hands.program.shell.message_bar.text == "The book cannot be read just now. Try again."

    controller.parts = whole
    controller.show_page()
    hands.settle()
    assert controller._stale == set()


def test_accounts_that_are_lost_are_listed_too_where_a_mark_stands_for_them(hands):
    lost = next(each.id for each in hands.services.accounts.rows() if each.name == "Hooli")
    run = hands.program.tasks.run
    run(lambda: hands.services.accounts.change(lost, "status", "lost"), None, hands.program.desk)
    hands.settle()

    follow(hands.program.desk, Lead((lost, next(iter(hands.services.accounts.rows())).id), "Lost last year"))
    hands.settle()

    assert any("Hooli" in each for each in shown_names(hands))


def test_a_very_large_book_is_read_where_nobodys_next_page_waits_for_it(hands, card):
    desk = hands.program.desk
    assert not desk.views.holds_many()
    desk.views._waiting = {**desk.views._waiting, "accounts": 100_000}
    desk.pages.insights._stale = {"silence"}
    card("silence").sentence.setText("")

    desk.pages.insights.show_page()
    hands.settle()

    assert desk.views.holds_many()
    assert "gone quiet" in card("silence").sentence.text()


def test_ctrl_page_down_leads_from_group_to_group_and_the_tabs_follow(hands):
    view = page(hands)
    hands.window.resize(1024, 768)
    hands.settle()
    titles = [each.title for each in view.cards.sections]
    assert titles[:2] == ["Revenue", "Accounts"]

    QTest.keyClick(hands.window.focusWidget(), Qt.Key.Key_PageDown, Qt.KeyboardModifier.ControlModifier)
    hands.settle()

    assert view.groups.key == "Accounts"
    assert view.cards.sections[1].cards[0].start.hasFocus()
    assert view.column.verticalScrollBar().value() == view.cards.top_of("Accounts")

    view.column.verticalScrollBar().setValue(0)
    assert view.groups.key == "Revenue"
    focus(hands, view.groups)
    QTest.keyClick(view.groups, Qt.Key.Key_Right)
    assert view.column.verticalScrollBar().value() == view.cards.top_of("Accounts")
    QTest.keyClick(view.groups, Qt.Key.Key_Return)
    assert view.cards.sections[1].cards[0].start.hasFocus()


def test_a_card_is_made_only_once_it_has_something_to_say(hands):
    parts = {each.key: each.is_made for each in hands.program.desk.pages.insights.parts}

    assert parts["pareto"]
    assert not parts["nps"]
