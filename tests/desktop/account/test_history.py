"""The history of an account and of one field, on its page."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from reviewdesk.desktop.account.field_menu import FieldMenu
from reviewdesk.desktop.account.history_page import HistoryPage
from reviewdesk.desktop.account.history_part import HistoryPart
from reviewdesk.services.accounts import AccountService
from reviewdesk.services.history import HistoryService
from tests.books import small_book, the


def settle(tasks):
    for _ in range(5):
        assert tasks.wait_idle()


@pytest.fixture
def part(opened, store, tasks):
    """The page of Hooli with its history, after two changes."""
    small_book(store)
    accounts = AccountService(store)
    hooli = the(store, "Hooli").id
    accounts.change(hooli, "industry", "Freight")
    accounts.change(hooli, "city", "Köln")
    controller = opened("Hooli")
    made = HistoryPart(HistoryPage(), HistoryService(store), tasks)
    controller.view.add_part(made)
    controller.show_page()
    settle(tasks)
    made.controller = controller
    return made


def titles(part):
    return [part.page.rows.row(key).row.title for key in part.page.rows.keys]


def test_the_tab_comes_when_it_is_asked_for_and_tells_the_newest_first(part, tasks):
    part.controller.view.more_menu.tab_asked.emit("history")
    settle(tasks)

    assert part.controller.view.tabs.key == "history"
    assert titles(part)[:2] == ["City: Palo Alto → Köln", "Industry: Software → Freight"]
    assert titles(part)[-1] == "The account was added"
    row = part.page.rows.row(part.page.rows.keys[0]).row
    assert row.meta == "you · Change account"


def test_a_value_is_put_back_from_its_row(part, store, tasks):
    part.controller.view.open_tab("history")
    settle(tasks)

    part.page.rows.row(part.page.rows.keys[0]).button("back").click()
    settle(tasks)

    assert the(store, "Hooli").city == "Palo Alto"
    assert titles(part)[0] == "City: Köln → Palo Alto"


def menu_of(part, name):
    grid = part.controller.view.details.grid_of(name)
    return next(each for each in grid.findChildren(FieldMenu)), grid.fields[name].editor


def test_the_menu_of_a_field_leads_to_its_history_alone(part, tasks):
    part.controller.view.open_tab("details")
    settle(tasks)
    menu, editor = menu_of(part, "industry")

    event = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, QPoint(4, 4), editor.mapToGlobal(QPoint(4, 4)))
    QApplication.sendEvent(editor, event)
    assert [each.text() for each in menu.menu.actions()][-1] == "History of this field"
    menu.menu.actions()[-1].trigger()
    menu.menu.close()
    settle(tasks)

    assert part.controller.view.tabs.key == "history"
    assert titles(part) == ["Industry: Software → Freight"]
    assert part.page._field.text() == "Only “Industry”"
    QTest.mouseClick(part.page.all_button, Qt.MouseButton.LeftButton)
    assert len(titles(part)) > 2


def test_the_history_of_a_persons_field_is_of_that_person(part, store, tasks):
    with store.read() as reading:
        people = reading.people.where(account_id=the(store, "Hooli").id)
    accounts = AccountService(store)
    for each in people:
        accounts.change_person(each.id, "role", f"Buyer {each.name}")
    part.controller.view.open_tab("people")
    part.controller.view.people.choose(people[1].id)

    next(iter(part.controller.view.people.grid.findChildren(FieldMenu))).history_asked.emit("role")
    settle(tasks)

    assert titles(part) == [f"{people[1].name}, Role: {people[1].role} → Buyer {people[1].name}"]


def test_another_account_begins_with_all_of_its_history(part, store, tasks):
    menu, _ = menu_of(part, "industry")
    menu.history_asked.emit("industry")
    settle(tasks)

    part.controller.open(the(store, "Initech").id)
    settle(tasks)
    part.controller.view.open_tab("history")
    settle(tasks)

    assert "The account was added" in titles(part)
    assert not part.page._only.isVisible()
