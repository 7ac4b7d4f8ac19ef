"""Exchange rates in Settings, through the real card on a real book."""

import pytest
from PySide6.QtCore import Qt

from reviewdesk.desktop.account.revenue import RevenuePage
from reviewdesk.desktop.settings.rates import RatesCard
from reviewdesk.desktop.settings.rates_part import RatesPart
from reviewdesk.desktop.widgets.field import FieldState
from reviewdesk.services.accounts import AccountService
from reviewdesk.services.purchases import PurchaseService
from reviewdesk.services.rates import RateService
from tests.books import a_store
from tests.desktop.account.test_account_page import settle


@pytest.fixture
def store(tmp_path):
    store = a_store(tmp_path)
    yield store
    store.close()


@pytest.fixture
def account(store):
    """An account that buys in a currency without a rate."""
    account = AccountService(store).add("Hooli").value
    PurchaseService(store).add(account.id, "1000", currency="PLN")
    PurchaseService(store).add(account.id, "1000", currency="EUR")
    return account


@pytest.fixture
def part(qtbot, theme, tasks, store, account):
    card = RatesCard()
    qtbot.addWidget(card)
    card.resize(900, 500)
    made = RatesPart(card, RateService(store), tasks)
    card.show()
    made.show_now()
    settle(tasks)
    yield made
    made.flush()


def put(tasks, field, text):
    field._put(text)
    field._touched()
    field.flush()
    settle(tasks)
    settle(tasks)


def test_a_currency_without_a_rate_is_named_and_leads_to_where_it_is_entered(qtbot, part, store, tasks):
    card = part.card
    assert card.lacking.text().startswith("PLN has no rate")
    (way,) = [each for each in card.ways.findChildren(type(card.new.add_button)) if each.isVisible()]

    qtbot.mouseClick(way, Qt.MouseButton.LeftButton)
    qtbot.keyClicks(card.new.lines[1], "1 Jan 2026")
    qtbot.keyClicks(card.new.lines[2], "0.2315")
    qtbot.keyClick(card.new.lines[2], Qt.Key.Key_Return)
    settle(tasks)
    settle(tasks)

    assert not card.lacking.isVisible()
    assert [each.key[0] for each in RateService(store).now().rates] == ["PLN"]


def test_a_rate_is_corrected_where_it_stands_also_its_day_and_taken_out(qtbot, part, store, tasks):
    rates, card = RateService(store), part.card
    rates.add("PLN", "2026-01-01", "0.2")
    part.show_now()
    settle(tasks)
    (row,) = card.rows.values()

    put(tasks, row.fields["rate"], "0.25")
    put(tasks, row.fields["since"], "1 Feb 2026")
    assert card.rows == {rates.now().rates[0].key: row}
    assert row.fields["since"].state is FieldState.SAVED

    put(tasks, row.fields["rate"], "-1")
    assert "a number above 0" in row.fields["rate"].editor.accessibleDescription()

    qtbot.mouseClick(row.remove, Qt.MouseButton.LeftButton)
    settle(tasks)
    settle(tasks)
    assert not card.rows
    store.undo()
    assert f"{rates.now().rates[0].rate}" == "0.25"


def test_revenue_that_leaves_something_out_says_so_and_leads_to_the_rate(qtbot, theme, store, account):
    page = RevenuePage()
    qtbot.addWidget(page)
    page.show()
    page.show_figures(AccountService(store).brief(account.id).revenue)
    assert page.lacking.isVisible()

    with qtbot.waitSignal(page.rate_asked) as asked:
        qtbot.mouseClick(page.lacking.enter, Qt.MouseButton.LeftButton)
    assert asked.args == ["PLN"]

    RateService(store).add("PLN", "2020-01-01", "0.2")
    page.show_figures(AccountService(store).brief(account.id).revenue)
    assert not page.lacking.isVisible()
