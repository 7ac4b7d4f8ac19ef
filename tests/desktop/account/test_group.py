"""The tab of a group, and the way from a site to its account."""

from PySide6.QtCore import Qt

from reviewdesk.desktop.account.group import GroupPart, GroupView
from reviewdesk.services.groups import GroupService
from tests.books import the
from tests.desktop.account.test_account_page import settle, titles
from tests.services.test_groups import group_book


def test_a_group_shows_its_parts_and_each_opens(qtbot, store, tasks, opened):
    group_book(store)
    controller = opened("Nordlys")
    view = GroupView()
    controller.view.add_part(GroupPart(view, GroupService(store), tasks))
    controller.show_page()
    settle(tasks)
    controller.view.open_tab("group")

    assert [controller.view.tabs.tabText(at) for at in range(controller.view.tabs.count())].count("Group 3") == 1
    assert titles(view.rows) == ["Nordlys Depot", "Nordlys Energy", "Nordlys Works"]
    assert view.rows.row(the(store, "Nordlys Works").id).row.pills[0].text == "1 open concern"
    assert view.counted.text() == "Counted: Nordlys itself, 1 subsidiary and 2 sites."
    with qtbot.waitSignal(view.account_asked) as asked:
        view.rows.opened.emit(the(store, "Nordlys Energy").id)
    assert asked.args == [the(store, "Nordlys Energy").id]


def test_an_account_to_which_nothing_belongs_has_no_such_tab(store, tasks, opened):
    group_book(store)
    controller = opened("Apart")
    controller.view.add_part(GroupPart(GroupView(), GroupService(store), tasks))
    controller.show_page()
    settle(tasks)

    tabs = controller.view.tabs
    assert not any(tabs.tabText(at).startswith("Group") for at in range(tabs.count()))


def test_a_site_leads_to_its_account(qtbot, store, opened):
    group_book(store)
    controller = opened("Nordlys Works")

    assert controller.view.overview.above.text() == "A site of Nordlys Energy"
    with qtbot.waitSignal(controller.account_asked) as asked:
        qtbot.mouseClick(controller.view.overview.above, Qt.MouseButton.LeftButton)

    assert asked.args == [the(store, "Nordlys Energy").id]
