"""Before something changes for customers: rehearsed, announced and followed through by one person alone."""

import csv
from collections import defaultdict
from datetime import date, datetime, timedelta
from decimal import Decimal
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget

from reviewdesk.desktop import drafting
from reviewdesk.desktop.widgets.row_list import RowList
from reviewdesk.domain.account import Account
from reviewdesk.domain.changes import Kind
from reviewdesk.domain.clock import Clock
from reviewdesk.domain.planned_change import Taken
from reviewdesk.domain.purchase import Purchase
from reviewdesk.services.imports import ImportService
from reviewdesk.storage.book_file import open_book
from tests.journeys.hands import Hands

FOLDER = Path(__file__).resolve().parents[2].parent / "shared" / "data" / "crm-sales-opportunities"
TODAY = date(2026, 11, 27)
CHECK_IN = date(2027, 8, 31)
ENDING = "GTK 500"


@pytest.fixture(autouse=True)
def no_mail_program(monkeypatch):
    monkeypatch.setattr(drafting, "open_file", lambda _path: True)


@pytest.fixture
def path(tmp_path):
    """A book of one person alone: three accounts that buy a pump, nobody else of ours."""
    store = open_book(tmp_path / "Alone.reviewdesk", Clock(TODAY), may_create=True, name="Alone")
    with store.write("Add") as work:
        for name, spent, notice in (("Kestrel Air", 1000, 120), ("Łódź Logistics", 4000, None), ("Tiny", 20, None)):
            account = work.accounts.put(Account(name=name, added_on=TODAY, price_notice_days=notice))
            work.purchases.put(
                Purchase(account_id=account.id, bought_on=TODAY - timedelta(30), amount=Decimal(spent), currency="EUR",
                         product_name="Pump P7")
            )  # fmt: skip
    store.close()
    return tmp_path / "Alone.reviewdesk"


def begin(hands, item, becomes, effective):
    """Begin a change with the keyboard alone."""
    hands.window.activateWindow()
    keys = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
    QTest.keyClick(hands.window, Qt.Key.Key_C, keys)
    hands.wait_until(lambda: hands.program.desk.pages.change.sheet is not None)
    hands.write("What changes", item)
    hands.write("By how many per cent", becomes)
    hands.write("From which day", effective)
    hands.write("Why, in words", "Steel costs more than last year.")
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    hands.wait_until(lambda: hands.program.shell.page == "change")
    hands.settle()


def shown(hands):
    (line,) = hands.services.change_notices.changes()
    return hands.services.change_notices.show(line.change.id)


def key(hands, account, which):
    rows = hands.program.desk.pages.change.view.rows
    rows.go_to(next(each.account_id for each in shown(hands).hurt if each.account == account))
    QTest.keyClick(rows.row(rows.current_key), which)
    hands.settle()


def press(hands, name):
    """Press a button by the keyboard."""
    button = hands.find(QAbstractButton, name)
    button.setFocus()
    QTest.keyClick(button, Qt.Key.Key_Space)
    hands.settle()


def seen(hands):
    """Give the names of all that can be seen."""
    return [each.accessibleName() for each in hands.window.findChildren(QWidget) if each.isVisible()]


def steps(hands):
    with hands.services.change_notices._store.read() as reading:
        return [each for each in reading.follow_ups.all() if each.about_id is not None]


def test_a_price_change_is_rehearsed_announced_and_followed_through_to_the_check_in(qapp, path):
    hands = Hands(qapp, path, Clock(TODAY))
    called = rehearse_and_announce(hands)
    hands.leave()
    hands = Hands(qapp, path, Clock(CHECK_IN))
    for page in ("today", "follow_ups"):
        hands.program.desk.go(page)
        hands.settle()
        assert any("Check in 90 days after the change" in each for each in seen(hands)), page
        lead_back(hands, hands.program.desk.pages.today.view.rows if page == "today" else listed(hands))
    check = next(each for each in steps(hands) if each.what.startswith("Check in"))
    hands.program.desk.open_account(check.account_id)
    hands.settle()
    rows = hands.find(RowList, "Changes that touch them")
    rows.go_to(rows.keys[0])
    QTest.keyClick(rows.row(rows.current_key), Qt.Key.Key_Return)
    hands.settle()
    assert hands.program.shell.page == "change"
    hands.program.desk.open_account(check.account_id)
    hands.program.desk.pages.account.open_record(Kind.FOLLOW_UP, check.id)
    hands.settle()
    press(hands, "Its change notice")
    assert hands.program.shell.page == "change"

    follow_through(hands, called)

    found = shown(hands)
    assert found.change.ended_on == CHECK_IN
    assert {each.touched.taken for each in found.hurt if each.is_called} == {Taken.NEUTRAL}
    assert (found.balance.kept, found.balance.conceded, found.balance.open) == (Decimal("213.40"), Decimal("12.50"), 0)
    hands.leave()


def listed(hands):
    return hands.program.desk.pages.follow_ups.view.rows


def lead_back(hands, rows):
    """Go from the check-in back to the page of its change, by its key."""
    row = next(each for each in map(rows.row, rows.keys) if "Check in 90 days" in each.row.title)
    QTest.keyClick(row, Qt.Key.Key_G)
    hands.settle()
    assert hands.program.shell.page == "change"


def rehearse_and_announce(hands):
    """Rehearse a rise, draw the line, look at a basis, announce; give who is called."""
    begin(hands, "Pump P7", "4.5", "1 jun 2027")
    key(hands, "Łódź Logistics", Qt.Key.Key_T)
    rehearsed = shown(hands)
    assert steps(hands) == [], "nobody is told before it is announced"
    assert rehearsed.total == Decimal("225.90")
    key(hands, "Kestrel Air", Qt.Key.Key_Y)
    press(hands, "Close")
    press(hands, "Announce")
    called = [each.account for each in rehearsed.called]
    assert len(steps(hands)) == 4 * len(called)
    first = next(each for each in shown(hands).hurt if each.account == "Kestrel Air")
    assert first.call_by == date(2027, 2, 1)
    return called


def follow_through(hands, called):
    """Say how each took it, note one concession, make the check-ins, and end it."""
    for account in called:
        key(hands, account, Qt.Key.Key_T)
        press(hands, "Note it")
    key(hands, called[0], Qt.Key.Key_C)
    hands.write("What is offered", "Old price until December")
    hands.write("What it costs a year", "12.50")
    hands.program.desk.pages.change.sheet.answer.start_with(True)
    press(hands, "Note it")
    for account in called:
        key(hands, account, Qt.Key.Key_K)
    assert not [each for each in steps(hands) if each.is_open]
    ways = write_letters(hands)
    ways.letters_sheet.reject()
    press(hands, "End it")


def write_letters(hands):
    """Write the drafts for whoever is ticked, and look at what came of it."""
    press(hands, "Letters")
    ways = hands.program.desk.exchange.changes
    hands.wait_until(lambda: ways.letters_sheet is not None)
    press(hands, "Write the drafts")
    hands.wait_until(lambda: ways.letters_sheet._done is not None)
    return ways


def sold():
    """Add up what each account bought of the product in the last year of the practice data, from the file alone."""
    found = defaultdict(Decimal)
    with (FOLDER / "sales_pipeline.csv").open(encoding="utf-8") as file:
        for deal in csv.DictReader(file):
            if deal["deal_stage"] != "Won" or deal["product"] != ENDING or not deal["account"]:
                continue
            if datetime.strptime(deal["close_date"], "%m/%d/%Y").year == 2017:  # noqa: DTZ007 - a day has no zone
                found[deal["account"]] += Decimal(deal["close_value"])
    return dict(found)


@pytest.mark.skipif(not FOLDER.is_dir(), reason="the practice data does not lie beside this checkout")
def test_a_product_of_the_practice_data_is_discontinued_from_the_rehearsal_to_the_letters(qapp, tmp_path):
    store = open_book(tmp_path / "Practice.reviewdesk", Clock(TODAY), may_create=True, name="Practice")
    imports = ImportService(store)
    imports.apply(imports.plan(sorted(FOLDER.glob("*.csv"))))
    store.close()
    hands = Hands(qapp, tmp_path / "Practice.reviewdesk", Clock(TODAY))
    begin(hands, ENDING, "discontinued", "1 jun 2027")
    wanted = sold()

    found = shown(hands)
    assert {each.account: each.exposure for each in found.hurt} == wanted
    assert found.total == sum(wanted.values()) == sum(each.exposure for each in (*found.called, *found.by_letter))

    key(hands, found.hurt[2].account, Qt.Key.Key_T)
    press(hands, "Announce")
    ways = write_letters(hands)
    result = ways.letters_sheet._done
    ways.letters_sheet.reject()

    assert (result.written, result.left) == (len(wanted) - 3, ())
    assert len(list(result.folder.glob("*.eml"))) == result.written
    assert shown(hands).balance.exposure == sum(wanted.values())
    assert len(steps(hands)) == 12
    hands.leave()
