"""The brief of an account in its window."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

from reviewdesk.desktop.account.brief_part import BriefPart, BriefView
from reviewdesk.services.accounts import AccountService
from reviewdesk.services.briefs import BriefService
from tests.books import small_book, the
from tests.desktop.account.test_account_page import settle


def test_the_brief_opens_from_its_button_and_is_copied_without_what_not_to_raise(qtbot, store, tasks, opened):
    small_book(store)
    AccountService(store).change(the(store, "Łódź Logistics").id, "rivals", "Acme Freight")
    controller = opened()
    view = BriefView()
    controller.view.add_part(BriefPart(view, BriefService(store), tasks))
    controller.show_page()
    settle(tasks)

    qtbot.mouseClick(controller.view.brief_button, Qt.MouseButton.LeftButton)
    settle(tasks)

    assert controller.view.tabs.key == "brief"
    assert any("Send the revised delivery plan" in each for each in view.lines)
    assert view.only_here.isVisible()
    qtbot.mouseClick(view.copy_button, Qt.MouseButton.LeftButton)
    copied = QGuiApplication.clipboard().text()
    assert copied.startswith("Łódź Logistics")
    assert "Acme Freight" not in copied


def test_going_on_takes_the_tab_away_again(qtbot, store, tasks, opened):
    small_book(store)
    controller = opened()
    controller.view.add_part(BriefPart(BriefView(), BriefService(store), tasks))
    controller.view.open_tab("brief")
    settle(tasks)

    controller.view.open_tab("people")

    tabs = controller.view.tabs
    assert "Brief" not in [tabs.tabText(at) for at in range(tabs.count())]
