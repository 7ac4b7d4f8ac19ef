"""A sheet begins in its first field, Tab goes downwards, and no wheel changes a value."""

import ast
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication, QComboBox, QWidget

import reviewdesk.desktop
from reviewdesk.desktop.accounts.ask_one import AskChoice, AskWords
from reviewdesk.desktop.accounts.columns_sheet import ColumnsSheet
from reviewdesk.desktop.calls.call_log import CallLog
from reviewdesk.desktop.widgets.dates import DateEdit
from reviewdesk.desktop.widgets.field import ChoiceField
from reviewdesk.desktop.widgets.new_field_sheet import NewFieldSheet
from reviewdesk.domain.custom_field import FieldOf

OFFERED = [("name", "Account", ""), ("tier", "Tier", ""), ("forwarder", "Forwarder", "Yours"), ("city", "City", "")]
BARE_BOXES = {"QComboBox", "QSpinBox", "QDoubleSpinBox", "QDateEdit", "QTimeEdit", "QDateTimeEdit"}


@pytest.fixture
def page(qtbot, theme):
    made = QWidget()
    qtbot.addWidget(made)
    made.show()
    return made


def opened(qtbot, sheet):
    sheet.open()
    qtbot.waitUntil(lambda: QApplication.focusWidget() is not None and sheet.isActiveWindow())
    return sheet


def test_what_is_typed_first_goes_into_the_field_and_presses_nothing(qtbot, page):
    sheet = opened(qtbot, AskWords("Forwarder of 3 accounts", "Set it", "Forwarder", page))
    answers = []
    sheet.answered.connect(answers.append)

    qtbot.keyClicks(QApplication.focusWidget(), "X y")

    assert sheet.words.value() == "X y"
    assert answers == []


@pytest.mark.parametrize(
    ("make", "first"),
    [
        (lambda page: NewFieldSheet(FieldOf.ACCOUNT, page), lambda sheet: sheet.name.editor),
        (lambda page: ColumnsSheet(OFFERED, ["name"], page), lambda sheet: sheet.line),
        (lambda page: AskChoice("Status", "Set it", "Status", [("a", "a")], page), lambda s: s.choice.editor),
        (lambda page: CallLog("Acme", (), date(2026, 10, 6), page, by_call=True), lambda sheet: sheet.words.editor),
    ],
    ids=["a new field", "columns", "a choice", "a call"],
)
def test_a_sheet_begins_in_its_first_field_and_ends_with_its_verb(qtbot, page, make, first):
    sheet = opened(qtbot, make(page))

    assert QApplication.focusWidget() is first(sheet)
    qtbot.keyClick(first(sheet), Qt.Key.Key_Backtab)
    assert QApplication.focusWidget() is sheet.go


def test_a_column_is_ticked_by_keys_alone(qtbot, page):
    sheet = opened(qtbot, ColumnsSheet(OFFERED, ["name", "tier"], page))

    qtbot.keyClicks(sheet.line, "forw")
    qtbot.keyClick(sheet.line, Qt.Key.Key_Down)
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Space)

    assert sheet.ticked == ["name", "tier", "forwarder"]


@pytest.mark.parametrize("focused", [True, False])
def test_scrolling_over_a_field_changes_nothing(qtbot, page, focused):
    choice = ChoiceField("Severity", [(1, "1"), (2, "2"), (3, "3")], 2)
    day = DateEdit("Due", date(2026, 10, 6))
    for each in (choice, day):
        each.setParent(page)
        each.show()
    if focused:
        choice.editor.setFocus()

    for box in (choice.findChild(QComboBox), day):
        at = QPointF(box.rect().center())
        turned = QWheelEvent(
            at, box.mapToGlobal(at), QPoint(), QPoint(0, -240), Qt.MouseButton.NoButton,
            Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False,
        )  # fmt: skip
        QApplication.sendEvent(box, turned)
        assert not turned.isAccepted()

    assert choice.value() == 2
    assert day.day == date(2026, 10, 6)


def test_every_box_of_the_program_leaves_the_wheel_to_the_page():
    root = Path(reviewdesk.desktop.__file__).parent
    bare = [
        f"{path.relative_to(root)}:{node.lineno}"
        for path in root.rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in BARE_BOXES
    ]

    assert bare == []
