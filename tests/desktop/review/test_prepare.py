"""Preparing a review: when it is, who comes, and what is on the agenda."""

from PySide6.QtCore import Qt

from reviewdesk.desktop.review.model import Step
from reviewdesk.domain.errors import BookError


def names_on(chips):
    return [each.text() for key, each in chips._buttons.items() if key in chips.on]


def test_somebody_new_comes_to_the_review_and_is_known_from_then_on(open_desk, qtbot):
    desk = open_desk(step=Step.PREPARE)
    plan = desk.view.prepare.plan
    assert not plan.new_person.isVisible()

    qtbot.mouseClick(plan.somebody_new, Qt.MouseButton.LeftButton)
    name, role = plan.new_person.lines
    qtbot.keyClicks(name, "Zofia Nowak")
    qtbot.keyClicks(role, "Head of returns")
    qtbot.keyClick(role, Qt.Key.Key_Return)
    desk.settle()

    with desk.store.read() as reading:
        zofia = next(each for each in reading.people.all() if each.name == "Zofia Nowak")
    assert (zofia.role, zofia.account_id) == ("Head of returns", desk.review.account_id)
    assert desk.stored().people_ids[-1] == zofia.id
    assert "Zofia Nowak" in names_on(plan.theirs)
    assert name.text() == ""
    assert desk.store.undo().label == "Add person"
    assert zofia.id not in desk.stored().people_ids


def test_without_a_name_nobody_is_added_and_escape_puts_the_line_away(open_desk, qtbot):
    desk = open_desk(step=Step.PREPARE)
    plan = desk.view.prepare.plan
    before = desk.stored().people_ids
    qtbot.mouseClick(plan.somebody_new, Qt.MouseButton.LeftButton)

    qtbot.keyClick(plan.new_person.lines[1], Qt.Key.Key_Return)
    desk.settle()
    assert plan.new_person.lines[0].hasFocus()
    assert desk.stored().people_ids == before

    qtbot.keyClick(plan.new_person.lines[0], Qt.Key.Key_Escape)
    assert not plan.new_person.isVisible()
    assert plan.somebody_new.hasFocus()


def test_a_name_that_cannot_be_stored_stays_typed(open_desk, qtbot, monkeypatch):
    desk = open_desk(step=Step.PREPARE)
    plan = desk.view.prepare.plan
    qtbot.mouseClick(plan.somebody_new, Qt.MouseButton.LeftButton)
    qtbot.keyClicks(plan.new_person.lines[0], "Zofia Nowak")

    def full(*_asked):
        raise BookError("The disk is full.")

    monkeypatch.setattr(desk.meetings, "add_person", full)
    qtbot.keyClick(plan.new_person.lines[0], Qt.Key.Key_Return)
    desk.settle()

    assert plan.new_person.lines[0].text() == "Zofia Nowak"
