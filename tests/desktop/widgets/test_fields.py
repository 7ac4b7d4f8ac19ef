"""Fields edited in place: told as typed, and honest about how far that has come."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QVBoxLayout, QWidget

from reviewdesk.desktop.widgets.field import ChoiceField, DateField, FieldState, LineField, TextField


@pytest.fixture
def form(qtbot, theme):
    page = QWidget()
    qtbot.addWidget(page)
    QVBoxLayout(page)
    page.show()
    page.activateWindow()
    return page


def placed(form, field):
    form.layout().addWidget(field)
    field.show()
    return field


def test_typing_is_told_within_a_second(form, qtbot):
    field = placed(form, LineField("Name", "Hooli"))
    field.editor.setFocus()
    with qtbot.waitSignal(field.edited, timeout=1000) as told:
        qtbot.keyClicks(field.editor, " Ltd")
    assert told.args == ["Hooli Ltd"]


def test_a_list_of_choices_opens_with_all_of_them_in_sight(form, qtbot):
    field = placed(form, ChoiceField("Consent", [("a", "not asked"), ("b", "unnamed"), ("c", "named")], "a"))
    box = field.findChild(QComboBox)

    box.showPopup()
    qtbot.waitUntil(box.view().isVisible)

    room, needed = box.view().viewport().height(), sum(box.view().sizeHintForRow(at) for at in range(3))
    box.hidePopup()
    assert room >= needed


def test_leaving_the_field_tells_at_once_and_only_once(form, qtbot):
    field, other = placed(form, LineField("Name")), placed(form, LineField("E-mail"))
    told = []
    field.edited.connect(told.append)
    field.editor.setFocus()
    qtbot.keyClicks(field.editor, "Hooli")
    other.editor.setFocus()
    qtbot.wait(500)
    assert told == ["Hooli"]


def test_a_refresh_never_overwrites_what_is_being_typed(form, qtbot):
    field, other = placed(form, LineField("Name", "Hooli")), placed(form, LineField("E-mail"))
    field.editor.setFocus()
    qtbot.keyClicks(field.editor, "!")
    field.show_value("changed elsewhere")
    assert field.value() == "Hooli!"
    field.flush()
    field.show_saved()
    field.show_value("changed elsewhere")
    assert field.value() == "Hooli!"
    other.editor.setFocus()
    assert field.value() == "changed elsewhere"


def test_a_pause_after_a_space_leaves_the_space_and_the_cursor(form, qtbot):
    field, other = placed(form, LineField("One ask")), placed(form, LineField("E-mail"))
    field.editor.setFocus()
    qtbot.keyClicks(field.editor, "Release the ")
    field.flush()
    field.show_saved()
    field.show_value("Release the")
    qtbot.keyClicks(field.editor, "plan")
    assert field.value() == "Release the plan"
    other.editor.setFocus()
    field.show_saved()
    field.show_value("Release the plan")
    assert field.value() == "Release the plan"


def test_what_was_tidied_is_shown_once_the_person_has_gone_on(form, qtbot):
    field, other = placed(form, TextField("Notes")), placed(form, LineField("E-mail"))
    field.editor.setFocus()
    qtbot.keyClicks(field.editor, "one")
    qtbot.keyClick(field.editor, Qt.Key.Key_Return)
    field.flush()
    field.show_saved()
    field.show_value("one")
    assert field.value() == "one\n"
    other.editor.setFocus()
    assert field.value() == "one"
    assert not field.is_dirty


def test_a_refresh_leaves_what_waits_for_its_answer(form, qtbot):
    field, other = placed(form, LineField("Name", "Hooli")), placed(form, LineField("E-mail"))
    field.editor.setFocus()
    qtbot.keyClicks(field.editor, "!")
    other.editor.setFocus()
    field.show_value("Hooli")
    assert (field.value(), field.state, field.is_safe) == ("Hooli!", FieldState.TOLD, False)
    field.show_saved()
    assert (field.state, field.is_safe) == (FieldState.SAVED, True)


def test_two_changes_wait_for_two_answers(form, qtbot):
    field, other = placed(form, LineField("Name")), placed(form, LineField("E-mail"))
    field.editor.setFocus()
    for letter in "ab":
        qtbot.keyClicks(field.editor, letter)
        field.flush()
    other.editor.setFocus()
    field.show_saved()
    field.show_value("a")
    assert field.value() == "ab"
    field.show_saved()
    assert field.is_safe


def test_what_was_refused_stays_to_be_mended(form, qtbot):
    field, other = placed(form, LineField("E-mail")), placed(form, LineField("Name"))
    field.editor.setFocus()
    qtbot.keyClicks(field.editor, "anna@")
    other.editor.setFocus()
    field.show_refused("This is no address yet: it ends at the @.")
    field.show_value("")
    assert (field.value(), field.is_safe) == ("anna@", False)
    field.editor.setFocus()
    qtbot.keyClicks(field.editor, "example.com")
    assert not field._sentence.isVisible()


def test_steady_typing_is_told_within_a_second(form, qtbot):
    field = placed(form, LineField("Name"))
    told = []
    field.edited.connect(told.append)
    field.editor.setFocus()
    for _ in range(10):
        qtbot.keyClicks(field.editor, "x")
        qtbot.wait(120)
    assert told


def test_a_field_of_another_record_begins_anew(form, qtbot):
    field = placed(form, LineField("E-mail"))
    field.editor.setFocus()
    qtbot.keyClicks(field.editor, "anna@")
    field.flush()
    field.show_refused("This is no address yet.")
    field.begin()
    field.show_value("bo@example.com")
    assert (field.value(), field.is_safe) == ("bo@example.com", True)
    assert not field._sentence.isVisible()


def test_showing_a_value_is_not_an_edit(form, qtbot):
    field = placed(form, TextField("Notes"))
    with qtbot.assertNotEmitted(field.edited, wait=500):
        field.show_value("shown")
    assert field.value() == "shown"
    assert not field.is_dirty


def test_kept_and_saved_are_said_in_words(form):
    field = placed(form, LineField("Name"))
    field.show_kept()
    assert (field.state, field._state_word.text()) == (FieldState.KEPT, "kept")
    field.show_saved()
    assert (field.state, field._state_word.text()) == (FieldState.SAVED, "saved")


def test_a_refusal_says_why_and_keeps_the_words(form):
    field = placed(form, LineField("E-mail", "anna@"))
    field.show_refused("This is no address yet: it ends at the @.")
    assert field._sentence.isVisible()
    assert field.editor.accessibleDescription() == "This is no address yet: it ends at the @."
    assert field.value() == "anna@"
    field.show_saved()
    assert not field._sentence.isVisible()


def test_a_choice_is_told_by_its_key(form, qtbot):
    field = placed(form, ChoiceField("Tier", [("A", "A, by revenue"), ("B", "B")], "A"))
    field.editor.setFocus()
    with qtbot.waitSignal(field.edited) as told:
        qtbot.keyClick(field.editor, Qt.Key.Key_Down)
    assert told.args == ["B"]


def test_a_date_is_a_date(form, qtbot):
    field = placed(form, DateField("Due", date(2026, 11, 24)))
    with qtbot.waitSignal(field.edited, timeout=1000) as told:
        field.editor.stepUp()
    assert isinstance(told.args[0], date)
    field.start_with(date(2027, 2, 28))
    assert field.value() == date(2027, 2, 28)


def test_the_editor_is_named_by_its_label(form):
    assert placed(form, LineField("E-mail")).editor.accessibleName() == "E-mail"
