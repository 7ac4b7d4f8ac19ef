"""The Revenue tab of an account in its window."""

import pytest
from PySide6.QtCore import Qt

from reviewdesk.desktop.account.revenue import RevenuePage
from reviewdesk.desktop.account.revenue_part import RevenuePart
from reviewdesk.services.purchases import PurchaseService
from tests.books import small_book, the
from tests.desktop.account.test_account_page import settle, titles


@pytest.fixture
def revenue_of(store, tasks, opened):
    """Give a function that opens the revenue of an account."""

    def open_it(name="Hooli"):
        controller = opened(name)
        page = RevenuePage()
        controller.view.add_part(RevenuePart(page, PurchaseService(store), tasks))
        controller.show_page()
        settle(tasks)
        controller.view.open_tab("revenue")
        return controller, page

    return open_it


def test_the_tab_stands_before_the_details(store, revenue_of):
    small_book(store)
    controller, _ = revenue_of()
    tabs = controller.view.tabs

    texts = [tabs.tabText(at) for at in range(tabs.count())]
    assert texts[-2:] == ["Revenue", "Details"]


def test_a_purchase_is_added_and_opened_to_be_changed(qtbot, store, tasks, revenue_of):
    small_book(store)
    _, page = revenue_of()
    new = page.purchases.new
    assert new.currency.text() == "EUR"
    qtbot.keyClicks(new.product, "Odd job")
    qtbot.keyClicks(new.amount, "500")

    qtbot.mouseClick(new.add_button, Qt.MouseButton.LeftButton)
    settle(tasks)
    settle(tasks)
    assert titles(page.purchases.rows)[0] == "Odd job"

    key = page.purchases.rows.keys[0]
    page.purchases.rows.opened.emit(key)
    lot = page.purchases.form.grid.fields["lot"]
    qtbot.keyClicks(lot.editor, "L7")
    lot.flush()
    settle(tasks)
    assert "lot L7" in page.purchases.rows.row(key).row.meta

    qtbot.mouseClick(page.purchases.form.remove, Qt.MouseButton.LeftButton)
    settle(tasks)
    assert titles(page.purchases.rows)[0] != "Odd job"


def test_a_purchase_without_an_amount_is_refused_and_the_words_stay(qtbot, store, tasks, revenue_of):
    small_book(store)
    _, page = revenue_of()
    new = page.purchases.new
    qtbot.keyClicks(new.product, "Odd job")

    qtbot.keyClick(new.product, Qt.Key.Key_Return)
    settle(tasks)

    assert "Type how much it was" in new.refusal.text()
    assert new.product.text() == "Odd job"


def test_what_was_lost_and_won_on_the_year_before_is_said_of_each_product(store, tasks, revenue_of):
    small_book(store)
    PurchaseService(store).add(the(store, "Hooli").id, "90000", currency="EUR", product="New thing")
    controller, page = revenue_of()

    pills = {each.accessibleName() for each in page.findChildren(type(controller.view.overview.missing))}

    assert "new" in pills


def test_an_account_that_bought_nothing_has_the_tab_only_when_asked_for(store, tasks, opened):
    from reviewdesk.services.accounts import AccountService

    AccountService(store).add("Fresh Ltd")
    controller = opened("Fresh Ltd")
    page = RevenuePage()
    controller.view.add_part(RevenuePart(page, PurchaseService(store), tasks))
    controller.show_page()
    settle(tasks)
    tabs = controller.view.tabs
    assert "Revenue" not in [tabs.tabText(at) for at in range(tabs.count())]

    controller.view.more_menu.tab_asked.emit("revenue")

    assert tabs.key == "revenue"
    assert page.purchases.new.isVisible()
