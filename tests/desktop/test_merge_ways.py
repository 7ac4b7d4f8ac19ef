"""Two accounts become one in the real window."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from reviewdesk.desktop.merging.merge_sheet import MergeSheet
from reviewdesk.domain.account import Account
from reviewdesk.domain.clock import Clock
from reviewdesk.domain.merging import Side
from reviewdesk.storage.book_file import open_book
from tests.books import small_book
from tests.journeys.hands import Hands


@pytest.fixture
def hands(qapp, theme, tmp_path):
    """The window of a small book with one account twice."""
    path = tmp_path / "Northgate.reviewdesk"
    store = open_book(path, Clock(), may_create=True, name="Northgate")
    small_book(store)
    with store.write("Arrange") as work:
        work.accounts.put(Account(name="Globex Corp.", city="Shelbyville", notes="Pays late"))
    store.close()
    made = Hands(qapp, path)
    made.window.activateWindow()
    yield made
    made.leave()


def ids(hands):
    return {each.name: each.id for each in hands.services.accounts.rows()}


def test_an_account_is_merged_from_its_page_and_undone(hands):
    hands.program.desk.open_account(ids(hands)["Globex Corporation"])
    hands.settle()
    view, merges = hands.program.desk.pages.account.view, hands.program.desk.pages.merges

    view.more_menu.merge_asked.emit()
    hands.settle()
    assert [merges.picker.rows.row(key).row.title for key in merges.picker.rows.keys] == ["Globex Corp."]
    QTest.mouseClick(merges.picker.go, Qt.MouseButton.LeftButton)
    hands.settle()
    sheet = merges.sheet
    assert [each.name for each in sheet.plan.choices] == ["name", "city"]
    sheet.choose("city", Side.OTHER)
    QTest.mouseClick(sheet.go, Qt.MouseButton.LeftButton)
    hands.settle()

    assert merges.sheet is None
    assert "Globex Corp." not in ids(hands)
    assert "Shelbyville" in view.header.status.text()
    assert view.overview.notes.value() == "Pays late"

    hands.program.desk.last_step.undo()
    hands.settle()
    assert {"Globex Corp.", "Globex Corporation"} <= set(ids(hands))
    assert "Springfield" in view.header.status.text()


def test_another_account_is_found_by_typing_a_part_of_its_name(qtbot, hands):
    hands.program.desk.open_account(ids(hands)["Hooli"])
    hands.settle()
    merges = hands.program.desk.pages.merges
    merges.choose(ids(hands)["Hooli"], "Hooli")
    hands.settle()

    qtbot.keyClicks(merges.picker.line, "stark")
    merges.picker.look_up()
    hands.settle()
    assert [merges.picker.rows.row(key).row.title for key in merges.picker.rows.keys] == ["Stark Industries"]

    merges.picker.line.setText("")
    qtbot.keyClicks(merges.picker.line, "nobody at all")
    merges.picker.look_up()
    hands.settle()
    QTest.mouseClick(merges.picker.go, Qt.MouseButton.LeftButton)
    assert "No account is called so" in merges.picker.go.accessibleDescription()
    merges.picker.reject()
    assert merges.picker is None


def test_a_pair_of_duplicates_is_merged_from_the_list(hands):
    hands.program.desk.do("go_duplicates")
    hands.settle()
    page = hands.program.desk.pages.duplicates.view
    (key,) = page.rows.keys

    page.rows.row(key).button("merge").click()
    hands.settle()
    sheet = hands.program.desk.pages.merges.sheet
    assert isinstance(sheet, MergeSheet)
    QTest.mouseClick(sheet.go, Qt.MouseButton.LeftButton)
    hands.settle()

    assert len([each for each in ids(hands) if each.startswith("Globex")]) == 1
    assert hands.program.desk.pages.account.view.isVisible()


def test_a_merge_that_is_cancelled_changes_nothing(hands):
    before = set(ids(hands))
    hands.program.desk.pages.merges.ask(*[ids(hands)[each] for each in ("Hooli", "Initech")])
    hands.settle()

    hands.program.desk.pages.merges.sheet.reject()
    hands.settle()

    assert hands.program.desk.pages.merges.sheet is None
    assert set(ids(hands)) == before
