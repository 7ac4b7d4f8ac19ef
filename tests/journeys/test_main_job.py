"""The main job, from a file of another program to a promise that nobody forgets, through the real window."""

from datetime import date, datetime, time, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton

from reviewdesk.desktop.document.dialogs import SaveDialog
from reviewdesk.domain.clock import Clock
from reviewdesk.reports.leak_guard import text_of
from reviewdesk.services.account_values import AccountRow
from tests.exported_files import write_exports
from tests.journeys.hands import Hands

NOTES = """+ The new portal saves them half a day
! Two pallets came wet
we send photographs of the covers by friday
/they name a contact for the yard in 2 weeks
// Their buyer looks for another job"""


@pytest.fixture
def today():
    return Clock().today()


@pytest.fixture
def hands(qapp, tmp_path):
    made = Hands(qapp, tmp_path / "Northgate.reviewdesk")
    yield made
    made.leave()


def sort_all(hands: Hands) -> None:
    """Take every proposal of Sort with one key."""
    sort = hands.program.desk.pages.review.view.wrap_up.sort
    for _ in range(10):
        QTest.keyClick(sort, Qt.Key.Key_Return)
        hands.settle()


def import_files(hands: Hands, folder: Path, today: date) -> AccountRow:
    """Bring in what another program knows, and give the largest account."""
    hands.drop(write_exports(folder, newest=today - timedelta(5)))
    hands.press("Apply")
    accounts = hands.services.accounts.rows()
    assert len(accounts) == 40
    assert {each.tier for each in accounts} == {"A", "B", "C"}
    assert all(each.next_due > today for each in accounts)
    return max(accounts, key=lambda each: each.revenue or 0)


def plan_for_today(hands: Hands) -> None:
    """Open the account at the top of the list and plan its review for today."""
    table = hands.program.desk.pages.accounts.view.table
    table.setFocus()
    QTest.keyClick(table, Qt.Key.Key_Return)
    hands.settle()
    hands.press("Plan review")
    hands.write("Day in words", "today")
    hands.press("Plan")


def hold(hands: Hands) -> None:
    """Take notes, sort them, say one thing we ask, and finish."""
    hands.press("Start review")
    hands.write("Notes", NOTES)
    hands.open_tab("Wrap up")
    sort_all(hands)
    hands.write("One ask", "A forecast by the first of each month")
    hands.press("Finish")
    hands.wait_until(lambda: hands.program.shell.page == "document")
    hands.settle()


def saved_summary(hands: Hands, paper: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """Save the document that is shown and give its text."""
    monkeypatch.setattr(SaveDialog, "ask", classmethod(lambda _class, *_asked: paper))
    hands.press("Save as")
    hands.wait_until(paper.exists)
    hands.settle()
    return text_of(paper.read_bytes())


def test_from_an_import_to_a_summary_that_is_saved_and_promises_that_are_remembered(
    hands, today, tmp_path, monkeypatch
):
    largest = import_files(hands, tmp_path, today)
    plan_for_today(hands)
    hold(hands)

    printed = saved_summary(hands, tmp_path / "summary.pdf", monkeypatch)
    for words in (largest.name, "The new portal saves them half a day", "photographs of the covers", "A forecast by"):
        assert words in printed
    assert "another job" not in printed

    steps = hands.services.follow_ups.rows(largest.id)
    mine = next(each for each in steps if "photographs" in each.what)
    theirs = next(each for each in steps if "contact for the yard" in each.what)
    assert mine.is_promise
    assert theirs.due == today + timedelta(14)
    hands.program.desk.go("follow_ups")
    hands.settle()
    hands.find(QAbstractButton, f"Done: {mine.what}")
    noon = datetime.combine(mine.due, time(12)).astimezone()
    assert mine.what in {each.what for each in hands.services.reminders.due(noon)}


def test_what_was_typed_and_done_is_there_after_the_window_was_closed(qapp, tmp_path):
    book = tmp_path / "Northgate.reviewdesk"
    first = Hands(qapp, book)
    first.press("Open the sample book")
    account = next(each for each in first.services.accounts.rows() if each.name == "Łódź Logistics")
    first.program.desk.ways.start(account.id)
    first.settle()
    review = first.services.reviews.start_now(account.id).value
    first.write("Notes", "! The dock stood empty on Monday")
    first.leave()

    again = Hands(qapp, book)
    kept = again.services.meetings.workspace(review.id).review.text
    again.leave()
    assert "! The dock stood empty on Monday" in kept
