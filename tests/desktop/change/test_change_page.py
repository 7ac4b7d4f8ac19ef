"""A change is rehearsed with the keyboard, a price list taken in, letters written: each on the disk at once."""

from datetime import timedelta
from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit

from reviewdesk.desktop import drafting
from reviewdesk.desktop.change.basis import basis_of
from reviewdesk.desktop.change.model import figures_of, reconciled
from reviewdesk.domain.change_steps import StepKind
from reviewdesk.domain.changes import Kind
from reviewdesk.domain.purchase import Purchase
from tests.journeys.hands import on_small_book

BOUGHT = {"Globex Corporation": 1000, "Hooli": 2000, "Umbrella S.A.": 333}


@pytest.fixture
def hands(qapp, theme, tmp_path):
    made = on_small_book(qapp, tmp_path)
    day = made.services.accounts.today() - timedelta(days=9)
    with made.services.change_notices._store.write("Buy") as work:
        for name, amount in BOUGHT.items():
            work.purchases.put(
                Purchase(account_id=made.account(name), bought_on=day, amount=Decimal(amount), currency="EUR",
                         product_name="Pump P7", quantity=Decimal(10))
            )  # fmt: skip
    yield made
    made.leave()


def page(hands):
    return hands.program.desk.pages.change


def change(hands):
    (line,) = hands.services.change_notices.changes()
    return hands.services.change_notices.show(line.change.id)


@pytest.fixture
def begun(hands):
    """A rise of 10 % begun from anywhere, with the keyboard."""
    hands.program.desk.do("new_change")
    hands.wait_until(lambda: page(hands).sheet is not None)
    hands.write("What changes", "Pump P7")
    hands.write("By how many per cent", "10")
    hands.write("From which day", "1 jun 2030")
    hands.write("Why, in words", "Steel costs more.")
    hands.press("Rehearse it")
    hands.wait_until(lambda: hands.program.shell.page == "change")
    hands.settle()
    return hands


def names(hands):
    return [each.account for each in change(hands).hurt]


def key(hands, account, which):
    rows = page(hands).view.rows
    rows.go_to(change(hands).of(hands.account(account)).account_id)
    QTest.keyClick(rows.row(rows.current_key), which)
    hands.settle()


def test_a_row_is_moved_and_the_line_drawn_by_key_and_the_figures_follow(begun):
    hands = begun
    first, *_, last = names(hands)
    key(hands, last, Qt.Key.Key_U)
    assert names(hands) == [first, last, names(hands)[2]]
    key(hands, first, Qt.Key.Key_T)

    shown = change(hands)
    assert [each.is_called for each in shown.hurt] == [True, False, False]
    assert shown.total == Decimal("333.30")
    assert "€\u00a0333.30 for 3 accounts" in reconciled(shown)
    assert figures_of(shown)[1].name == "Called: 1 account"
    basis = [each.replace("\u00a0", " ") for each in basis_of(shown, shown.of(hands.account("Globex Corporation")))]
    assert "Pump P7: € 1,000.00 × +10 % = € 100.00" in basis


def test_a_field_is_saved_as_it_is_typed_and_one_that_cannot_be_read_says_why(begun):
    hands = begun
    field = page(hands).view.items.fields["effective"]
    field.line.clear()
    hands.write("Takes effect", "1 jul 2030")
    field.flush()
    hands.settle()
    assert change(hands).change.effective.month == 7
    hands.write("Takes effect", " someday")
    field.flush()
    hands.settle()
    assert field.state == "refused"
    assert change(hands).change.effective.month == 7


def test_what_is_refused_after_another_change_was_opened_is_told_and_stands_in_its_own_field_again(begun):
    hands, told = begun, []
    first, effective = change(hands).change, page(hands).view.items.fields["effective"]
    changes = hands.services.change_notices
    second = changes.show(changes.start("Pump P7", "discontinued", "1 jul 2031").value.id)
    hands.settle()
    hands.program.tasks.told.connect(told.append)
    hands.write("One more item", "Pump P")
    effective.line.setFocus()
    QTest.keyClicks(effective.line, " someday")
    page(hands).open(second.change.id)
    page(hands)._show((second, changes.new_change()))
    hands.settle()

    assert effective.state != "refused"
    assert effective.value() == "1 Jul 2031"
    assert page(hands).view.items.half_typed == ("", "", "")
    assert ["someday" in str(each) and first.name in str(each) for each in told] == [True]
    page(hands).open(first.id)
    page(hands).show_page()
    hands.settle()
    assert effective.state == "refused"
    assert "someday" in effective.value()
    assert page(hands).view.items.half_typed[0] == "Pump P"


def step_key(hands, rows, kind, which):
    rows.go_to(kind)
    QTest.keyClick(rows.row(kind), which)
    hands.settle()


def test_the_steps_are_changed_by_key_on_the_rehearsal_and_those_of_new_changes_in_settings(begun):
    hands, card = begun, page(begun).view.steps
    step_key(hands, card.rows, StepKind.CHECK, Qt.Key.Key_E)
    hands.find(QLineEdit, "Days after").clear()
    hands.write("Days after it takes effect", "60")
    hands.press("Save it")
    step_key(hands, card.rows, StepKind.OFFER, Qt.Key.Key_L)
    assert [(each.days, each.is_on) for each in change(hands).change.planned_steps[1:]] == [
        (14, False), (45, True), (60, True),
    ]  # fmt: skip
    assert "31 Jul 2030, 60 days after it takes effect" in card.rows.row(StepKind.CHECK).row.meta
    hands.press("Keep for new changes")
    hands.press("Announce")
    assert [len(each.steps) for each in change(hands).hurt] == [3, 3, 3]

    hands.program.desk.go("settings")
    hands.settle()
    hands.press("Service: a trial for two")
    kept = hands.services.change_steps.of_book().steps
    assert [(each.words, each.is_on) for each in kept][1] == ("Offer a trial for two", False)


def test_a_price_list_is_looked_at_before_it_changes_anything(begun, tmp_path):
    hands, path = begun, tmp_path / "prices.csv"
    path.write_text("Item;New price\npump p7;110\nNobody knows;5\n")
    hands.program.desk.exchange.changes.read_list(change(hands).change.id, path)
    hands.wait_until(lambda: hands.program.desk.exchange.changes.list_sheet is not None)
    before = change(hands).change.items
    assert before[0].percent == 10
    assert "1 item would change, 1 row left out" in hands.program.desk.exchange.changes.list_sheet.count.text()

    hands.press("Take these in")

    (item,) = change(hands).change.items
    assert item.price_then == 110
    assert item.percent != before[0].percent


def test_letters_go_out_as_drafts_only_after_it_was_announced(begun, monkeypatch):
    hands, ways = begun, begun.program.desk.exchange.changes
    monkeypatch.setattr(drafting, "open_file", lambda _path: True)
    assert not page(hands).view.letters.isVisible()
    key(hands, names(hands)[0], Qt.Key.Key_T)
    hands.press("Announce")
    called, *others = change(hands).hurt
    assert len(called.steps) == 4
    assert "Check in 90 days after the change: 30 Aug 2030, open" in basis_of(change(hands), called)

    hands.press("Letters")
    hands.wait_until(lambda: ways.letters_sheet is not None)
    assert ways.letters_sheet.ticked == tuple(each.account_id for each in others)
    hands.press("Write the drafts")
    hands.wait_until(lambda: ways.letters_sheet._done is not None)

    assert ways.letters_sheet._done.written == 2
    assert len(list(ways.letters_sheet._done.folder.glob("*.eml"))) == 2
    ways.letters_sheet.reject()
    assert [each.touched.letter_on is not None for each in change(hands).hurt] == [False, True, True]


def test_the_empty_outreach_offers_a_change_notice_and_one_that_was_begun_is_found_by_its_words(hands):
    hands.program.desk.go("outreach")
    hands.settle()
    hands.press("New change notice")
    hands.wait_until(lambda: page(hands).sheet is not None)
    hands.write("What changes", "Pump P7")
    hands.write("By how many per cent", "10")
    hands.write("From which day", "1 jun 2030")
    hands.write("Why, in words", "Bearings cost more.")
    hands.press("Rehearse it")
    hands.wait_until(lambda: hands.program.shell.page == "change")
    hands.go("Today")

    (found,) = [each for each in hands.services.search.written("bearings") if each.kind is Kind.PLANNED_CHANGE]
    assert hands.services.search.written("pump p7")[0].record_id == found.record_id
    hands.program.desk.found.open(found)
    hands.settle()
    assert hands.program.shell.page == "change"


def test_the_outreach_appears_with_the_first_change_and_leads_to_it(begun):
    hands = begun
    hands.go("Outreach")
    view = hands.program.desk.pages.outreach.view
    assert view.changes.isVisible()
    view.changes.rows.opened.emit(view.changes.rows.keys[0])
    hands.settle()
    assert hands.program.shell.page == "change"
    hands.press("Remove")
    assert hands.services.change_notices.changes() == ()
