"""The charts of Insights under the hand: along the marks by keyboard, by the pointer, and down to the accounts."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from reviewdesk.desktop.insights.card_grid import CardGrid, Section
from reviewdesk.desktop.insights.table import SortMenu
from tests.desktop.accessible import name_of


def focus(hands, widget):
    hands.window.activateWindow()
    widget.setFocus(Qt.FocusReason.TabFocusReason)
    hands.settle()


def click(hands, chart, at):
    hands.program.desk.pages.insights.view.column.ensureWidgetVisible(chart)
    QTest.mouseClick(chart, Qt.MouseButton.LeftButton, pos=chart.reach_of(at).center().toPoint())
    hands.settle()


@pytest.mark.parametrize("key", ["pareto", "concentration", "health_map", "silence"])
def test_every_mark_of_every_chart_leads_to_accounts_and_has_its_words(card, key):
    marks = card(key).chart.marks

    assert marks
    assert all(each.lead.account_ids and each.said for each in marks)


@pytest.mark.parametrize("key", ["pareto", "concentration", "health_map", "silence"])
def test_the_keyboard_reaches_the_last_mark_and_back_to_the_first(hands, card, key):
    chart = card(key).chart
    focus(hands, chart)
    QTest.keyClick(chart, Qt.Key.Key_Home)
    for _ in chart.marks:
        QTest.keyClick(chart, Qt.Key.Key_Right)
    assert chart.current is chart.marks[-1]

    QTest.keyClick(chart, Qt.Key.Key_Home)

    assert chart.current is chart.marks[0]
    assert chart.marks[0].said in name_of(QAccessible.queryAccessibleInterface(chart))
    assert card(key).caption.text() == chart.marks[0].said


@pytest.mark.parametrize("key", ["pareto", "health_map", "silence"])
def test_enter_on_a_mark_opens_its_account(hands, card, key):
    chart = card(key).chart
    focus(hands, chart)
    QTest.keyClick(chart, Qt.Key.Key_Home)
    name = hands.services.accounts.brief(chart.marks[0].lead.account_ids[0]).account.name

    QTest.keyClick(chart, Qt.Key.Key_Return)
    hands.settle()

    assert hands.program.desk.pages.account.view.header.title.text() == name


def test_a_bar_is_opened_by_a_click_anywhere_over_it(hands, card):
    chart = card("pareto").chart

    click(hands, chart, 1)

    assert hands.program.desk.pages.account.view.header.title.text() == "Hooli"


def test_points_that_lie_on_each_other_are_opened_together_and_reached_one_by_one(hands, card):
    found = card("health_map")
    first, second = found.chart.marks[:2]
    twin = type(first)(
        said=second.said, lead=second.lead, name=second.name, revenue=first.revenue, health=first.health,
        tier=first.tier, tone=first.tone,
    )  # fmt: skip
    found.chart.marks = (first, twin)

    click(hands, found.chart, 0)

    accounts = hands.program.desk.pages.accounts.view
    assert accounts.these.words.text() == "2 accounts at one spot of the health map"
    assert {each.row.id for each in accounts.table.rows.rows} == {*first.lead.account_ids, *second.lead.account_ids}
    found.chart.go_to(1)
    assert found.chart.current is twin


def test_what_lies_under_the_pointer_is_said(hands, card):
    found = card("pareto")

    QTest.mouseMove(found.chart, found.chart.reach_of(2).center().toPoint())
    hands.settle()
    assert found.caption.text().startswith("3. Globex Corporation: ")

    QTest.mouseMove(found.chart, QPoint(0, found.chart.height() - 1))
    hands.settle()


def test_the_table_is_sorted_by_a_column_and_leads_to_the_account(hands, card):
    found = card("silence")
    found.switch.open("table")
    found.table.sort_by(found.table.rows.columns[0].key)

    names = [each.cells[0] for each in found.table.rows.rows]
    assert names == sorted(names, key=str.casefold)
    focus(hands, found.table)
    QTest.keyClick(found.table, Qt.Key.Key_Home)
    QTest.keyClick(found.table, Qt.Key.Key_Return)
    hands.settle()
    assert hands.program.desk.pages.account.view.header.title.text() == names[0]


def test_the_table_is_sorted_by_keyboard(hands, card):
    found = card("pareto")
    found.switch.open("table")
    focus(hands, found.table)
    QTest.keyClick(found.table, Qt.Key.Key_Home)

    QTest.keyClick(found.table, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    menu = found.table.findChild(SortMenu)
    QTest.keyClick(menu, Qt.Key.Key_Down)
    QTest.keyClick(menu, Qt.Key.Key_Down)
    QTest.keyClick(menu, Qt.Key.Key_Return)
    hands.settle()

    assert found.table.rows.rows[0].cells[0] == "Δέλτα Ναυτιλιακή"


def test_every_figure_is_in_the_table_too(card):
    pareto = card("pareto")

    assert len(pareto.told.lines) == len(pareto.chart.marks) == 26
    assert [each.lead for each in pareto.told.lines] == [each.lead for each in pareto.chart.marks]
    assert len(card("health_map").told.lines) == len(card("health_map").chart.marks)


def test_what_the_index_says_comes_when_it_is_asked_for(hands, card):
    found = card("concentration")
    answer = found.told.asides[0].answer
    shown = [each for each in found.findChildren(type(found.sentence)) if each.text() == answer]
    assert not shown[0].isVisible()

    hands.press("How even is it? (HHI)")

    assert shown[0].isVisible()


def test_cards_stand_in_two_columns_on_a_wide_window_and_in_one_on_a_narrow_one(hands):
    grid = hands.program.desk.pages.insights.view.cards
    hands.window.resize(1440, 900)
    hands.settle()
    assert grid.columns == 2

    hands.window.resize(1024, 768)
    hands.settle()
    assert grid.columns == 1


def test_tab_follows_the_place_of_a_card_that_came_later(qtbot):
    grid, cards = CardGrid(), {}
    qtbot.addWidget(grid)
    for name in ("first", "third"):
        cards[name] = _with_two_stops(name)
    grid.show_sections([Section("", tuple(cards.values()))])
    cards["second"] = _with_two_stops("second")
    grid.show_sections([Section("", (cards["first"], cards["second"], cards["third"]))])
    grid.show()

    stops, at = [], cards["first"].findChildren(QPushButton)[0]
    for _ in range(6):
        stops.append(at.text())
        at = at.nextInFocusChain()
        while at.focusPolicy() is Qt.FocusPolicy.NoFocus:
            at = at.nextInFocusChain()

    assert stops == ["first 1", "first 2", "second 1", "second 2", "third 1", "third 2"]


def _with_two_stops(name):
    card = QWidget()
    row = QHBoxLayout(card)
    for number in (1, 2):
        row.addWidget(QPushButton(f"{name} {number}"))
    return card


def test_cards_are_whole_as_soon_as_a_narrower_window_is_shown(qapp, hands):
    view = hands.program.desk.pages.insights.view
    hands.window.resize(1440, 900)
    hands.settle()

    hands.window.resize(1024, 768)
    qapp.processEvents()

    room = view.column.viewport().width()
    for each in (part.card for part in hands.program.desk.pages.insights.parts if part.card.isVisible()):
        assert each.mapTo(view.column.viewport(), each.rect().topRight()).x() < room
        assert each.height() >= each.layout().totalMinimumHeightForWidth(each.width())
