"""The page of opportunities: all of a book, narrowed as one types, each leading to where it stands."""

import pytest
from PySide6.QtTest import QTest

from tests.journeys.hands import on_small_book


@pytest.fixture
def hands(qapp, theme, tmp_path):
    """The window of a small book."""
    made = on_small_book(qapp, tmp_path)
    yield made
    made.leave()


def test_what_is_typed_narrows_them_and_enter_leads_to_where_it_stands(hands):
    said, desk = hands.services.said, hands.program.desk
    for name, what, about in (("Hooli", "A second site", "20k"), ("Łódź Logistics", "Night shift", "")):
        noted = said.add_opportunity(hands.account(name), what).value
        said.change_opportunity(noted.id, "about", about)
    desk.do("go_opportunities")
    hands.settle()
    view = desk.pages.opportunities.view
    assert "20" in view.header.status.text()

    QTest.keyClicks(view.line, "lodz night")
    assert list(view.rows.keys) == [noted.id]
    view.rows.opened.emit(noted.id)
    hands.settle()

    assert hands.program.shell.page == "account"
    assert desk.account_shown() == hands.account("Łódź Logistics")
