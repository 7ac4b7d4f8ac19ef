"""A price list becomes a plan: what changes by how much and why, and which rows change nothing."""

from datetime import timedelta
from decimal import Decimal

import pytest
import xlsxwriter

from reviewdesk.domain.account import Account
from reviewdesk.domain.errors import UnreadableError
from reviewdesk.domain.purchase import Product, Purchase
from reviewdesk.services.price_lists import Against, PriceListService
from tests.books import TUESDAY, a_store


@pytest.fixture
def lists(tmp_path):
    """A book with a list price of 100 for a pump that was last paid at 90, and a belt paid at 8."""
    store = a_store(tmp_path)
    with store.write("Add") as work:
        pump = work.products.put(Product(name="Pump P7", list_price=Decimal(100)))
        account = work.accounts.put(Account(name="Kestrel Air", added_on=TUESDAY))
        for days, price in ((40, 95), (10, 90)):
            work.purchases.put(
                Purchase(account_id=account.id, product_id=pump.id, bought_on=TUESDAY - timedelta(days),
                         amount=Decimal(price * 10), quantity=Decimal(10), currency="EUR")
            )  # fmt: skip
        work.purchases.put(
            Purchase(account_id=account.id, product_name="Belt", bought_on=TUESDAY, amount=Decimal(16),
                     quantity=Decimal(2), currency="EUR")
        )  # fmt: skip
        work.products.put(Product(name="Oil"))
    yield PriceListService(store)
    store.close()


def planned(plan):
    return {each.item.name: (each.item.percent, each.basis) for each in plan.items}


def test_a_new_price_is_compared_with_the_list_price_or_the_last_one_paid_as_the_person_chooses(lists, tmp_path):
    path = tmp_path / "prices.csv"
    path.write_text("Article;New price\nPUMP P7;108,00\nbelt;8,40\nOil;5,00\nNobody;1,00\n;2,00\nPump P7;1\n")

    plan, paid = lists.plan(path), lists.plan(path, Against.LAST)

    assert planned(plan) == {"Pump P7": (8, "list price"), "Belt": (5, "last price paid")}
    assert planned(paid) == {"Pump P7": (20, "last price paid"), "Belt": (5, "last price paid")}
    assert [(each.line, each.why) for each in plan.left] == [
        (4, "has neither a list price nor a price that was paid to compare with"),
        (5, "no product is called so"),
        (6, "names no item"),
        (7, "stands in the list above already"),
    ]


def test_per_cents_of_a_workbook_are_what_is_seen_there_and_the_plan_says_so(lists, tmp_path):
    path = tmp_path / "prices.xlsx"
    with xlsxwriter.Workbook(path) as book:
        sheet, seen = book.add_worksheet(), book.add_format({"num_format": "0.0%"})
        sheet.write_row(0, 0, ("Item", "Increase %"))
        for at, (name, share) in enumerate((("Pump P7", 0.045), ("Belt", -0.1)), 1):
            sheet.write(at, 0, name)
            sheet.write(at, 1, share, seen)

    assert planned(lists.plan(path)) == {
        "Pump P7": (Decimal("4.5"), "0.045 in the workbook is 4.5 %"), "Belt": (-10, "-0.1 in the workbook is -10 %"),
    }  # fmt: skip


def test_a_workbook_with_old_and_new_prices_or_per_cent_is_read_too(lists, tmp_path):
    path = tmp_path / "prices.xlsx"
    with xlsxwriter.Workbook(path) as book:
        sheet = book.add_worksheet()
        rows = (("Prices from June", None, None, None), ("Item", "Old price", "New price", "Percent"),
                ("Pump P7", 80, 84, None), ("Belt", None, None, 3.5), ("Oil", None, "discontinued", None))  # fmt: skip
        for at, row in enumerate(rows):
            sheet.write_row(at, 0, row)

    plan = lists.plan(path)

    assert planned(plan) == {
        "Pump P7": (5, "old price of the list"), "Belt": (Decimal("3.5"), "per cent of the list"),
        "Oil": (None, "discontinued in the list"),
    }  # fmt: skip
    assert plan.items[0].item.price_then == 84


def test_what_is_no_price_list_says_which_columns_it_needs(lists, tmp_path):
    path = tmp_path / "other.csv"
    path.write_text("Colour,Size\nred,3\n")
    with pytest.raises(UnreadableError, match="New price"):
        lists.plan(path)
