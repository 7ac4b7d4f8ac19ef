"""An account that was lost asks why they left, and what is typed there is in the book."""

import pytest
from PySide6.QtTest import QTest

from tests.journeys.hands import on_small_book


@pytest.fixture
def hands(qapp, theme, tmp_path):
    """The window of a small book on an account."""
    made = on_small_book(qapp, tmp_path)
    made.account_id = made.account("Łódź Logistics")
    made.program.desk.open_account(made.account_id)
    made.settle()
    yield made
    made.leave()


def test_the_tab_comes_with_the_loss_keeps_what_is_typed_and_leads_to_the_paper(hands):
    view, losses = hands.program.desk.pages.account.view, hands.services.loss_reviews
    view.open_tab("loss")
    hands.settle()
    assert view.tabs.key != "loss"
    hands.services.accounts.change(hands.account_id, "status", "lost")
    hands.program.desk.open_account(hands.account_id)
    hands.settle()
    assert hands.program.shell.message_bar.text == "Łódź Logistics is marked as lost."
    view.open_tab("loss")
    page = view._pages["loss"]
    figures = {"revenue": "80000", "margin": "22", "retention": "80"}
    for name, text in (figures | {"years": "3", "discount": "10", "up_front": "9000"}).items():
        write(hands, page.fields[name], text)
    assert losses.of_account(hands.account_id).win_back is not None
    hands.wait_until(lambda: page.asked.text() == "Is the chance better than one in four?")

    write(hands, page.fields["margin"], "220")
    assert not page.fields["margin"].is_safe
    write(hands, page.fields["margin"], "22")
    assert page.fields["margin"].is_safe
    what_is_refused_waits_for_its_account(hands, page.fields["margin"])
    view.open_tab("loss")
    page.next_button.click()
    problems = hands.program.desk.pages.problems
    hands.wait_until(lambda: problems.sheet is not None)
    assert "Who is next" in problems.sheet.name.value()
    problems.sheet.reject()
    page.paper_button.click()
    hands.wait_until(lambda: hands.program.shell.page == "document")


def what_is_refused_waits_for_its_account(hands, field):
    field.line.selectAll()
    QTest.keyClicks(field.line, "230")
    hands.program.desk.open_account(hands.account("Hooli"))
    hands.wait_until(lambda: "Łódź Logistics, Margin in %" in hands.program.shell.message_bar.text)
    assert field.is_safe
    hands.program.desk.open_account(hands.account_id)
    hands.wait_until(lambda: field.value() == "230")
    assert not field.is_safe
    write(hands, field, "22")
    assert field.is_safe


def write(hands, field, text):
    field.line.selectAll()
    QTest.keyClicks(field.line, text)
    field.flush()
    hands.settle()


def test_the_button_of_a_lost_account_asks_why_instead_of_planning_a_review(hands):
    view, gone = hands.program.desk.pages.account.view, hands.account("Quiet Harbour Ltd")
    hands.services.accounts.change(gone, "status", "lost")
    hands.program.desk.open_account(gone)
    hands.settle()
    assert view.review_button._words == "Why did they leave?"

    view.review_button.click()
    hands.settle()

    assert view.tabs.key == "loss"
