"""Fields of the person's own on the page of an account and in Settings, on a real book."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from reviewdesk.desktop.account.own_fields import OwnFieldsCard, OwnFieldsOfPerson
from reviewdesk.desktop.account.own_fields_section import OwnFieldsOfPersonSection, OwnFieldsSection
from reviewdesk.desktop.settings.own_fields import OwnFieldsPanel
from reviewdesk.desktop.settings.own_fields_part import OwnFieldsPart
from reviewdesk.desktop.widgets.field import FieldState
from reviewdesk.desktop.widgets.new_field_sheet import NewFieldSheet
from reviewdesk.domain.custom_field import FieldKind, FieldOf
from reviewdesk.services.custom_fields import CustomFieldService
from tests.books import small_book, the


@pytest.fixture
def own(store):
    small_book(store)
    return CustomFieldService(store)


@pytest.fixture
def page(opened, own, tasks):
    """Open the page of an account with the sections of own fields."""

    def open_page(name="Hooli"):
        controller = opened(name)
        account = OwnFieldsSection(OwnFieldsCard(), own, tasks)
        person = OwnFieldsOfPersonSection(OwnFieldsOfPerson(), own, tasks)
        for part in (account, person):
            controller.view.add_part(part)
        controller.show_page()
        settle(tasks)
        return controller, account, person

    return open_page


def settle(tasks):
    for _ in range(4):
        assert tasks.wait_idle()


def type_into(qtbot, field, words):
    field.editor.selectAll()
    qtbot.keyClicks(field.editor, words)
    field.flush()


def test_nothing_but_the_way_to_add_one_shows_before_there_is_a_field(page):
    controller, account, _ = page()
    controller.view.open_tab("details")

    assert not account.view.card.isVisible()
    assert account.fields.add_button.isVisible()
    assert account.view.isAncestorOf(account.fields.add_button)


def test_a_field_is_added_on_details_and_typed_into(qtbot, page, own, store, tasks):
    controller, account, _ = page()
    controller.view.open_tab("details")

    qtbot.mouseClick(account.fields.add_button, Qt.MouseButton.LeftButton)
    sheet = account.view.findChild(NewFieldSheet)
    qtbot.keyClicks(sheet.name.editor, "Docks")
    sheet.kind.show_value(FieldKind.NUMBER.value)
    qtbot.mouseClick(sheet.go, Qt.MouseButton.LeftButton)
    settle(tasks)
    field = next(iter(account.fields.grid.fields.values()))
    type_into(qtbot, field, "1,200")
    settle(tasks)

    assert account.view.card.isVisible()
    assert field.label.text() == "Docks"
    assert field.state is FieldState.SAVED
    assert list(own.values(the(store, "Hooli").id).values.values()) == ["1200"]


def test_a_value_that_does_not_fit_stays_with_a_sentence(qtbot, page, own, tasks):
    made = own.add("Docks", kind=FieldKind.NUMBER).value
    _, account, _ = page()
    field = account.fields.grid.fields[made.id.hex]

    type_into(qtbot, field, "a few")
    settle(tasks)

    assert field.state is FieldState.REFUSED
    assert "not a number" in field.editor.accessibleDescription()
    assert not account.is_safe


def test_a_sheet_without_a_name_says_so_and_stays(qtbot, page, tasks):
    controller, account, _ = page()
    controller.view.open_tab("details")

    qtbot.mouseClick(account.fields.add_button, Qt.MouseButton.LeftButton)
    sheet = account.view.findChild(NewFieldSheet)
    qtbot.mouseClick(sheet.go, Qt.MouseButton.LeftButton)
    settle(tasks)

    assert sheet.isVisible()
    assert "name cannot be empty" in sheet.go.accessibleDescription()
    sheet.reject()


def test_each_person_has_what_was_typed_for_them(qtbot, page, own, store, tasks):
    made = own.add("Assistant", FieldOf.PERSON).value
    controller, _, person = page()
    people = controller.view.people
    controller.view.open_tab("people")
    first, second = people.rows.keys

    people.choose(first)
    type_into(qtbot, person.fields.grid.fields[made.id.hex], "Jo Bell")
    people.choose(second)
    settle(tasks)

    assert person.fields.grid.fields[made.id.hex].value() == ""
    people.choose(first)
    assert person.fields.grid.fields[made.id.hex].value() == "Jo Bell"


def test_what_was_typed_goes_to_the_account_it_was_typed_on(qtbot, page, own, store, tasks):
    made = own.add("Gate").value
    controller, account, _ = page("Hooli")

    account.fields.grid.fields[made.id.hex].editor.setText("")
    qtbot.keyClicks(account.fields.grid.fields[made.id.hex].editor, "7")
    controller.open(the(store, "Initech").id)
    settle(tasks)

    assert own.values(the(store, "Hooli").id).values == {(made.id, None): "7"}
    assert account.fields.grid.fields[made.id.hex].value() == ""


@pytest.fixture
def panel(qtbot, own, tasks):
    """The card of own fields in Settings, with two fields of accounts."""
    own.add("Gate")
    own.add("Docks")
    panel = OwnFieldsPanel()
    qtbot.addWidget(panel)
    panel.show()
    part = OwnFieldsPart(panel, own, tasks)
    part.show_now()
    settle(tasks)
    return panel


def test_a_field_is_renamed_moved_and_taken_out_in_settings(qtbot, panel, own, tasks):
    gate, docks = panel.rows.values()

    type_into(qtbot, docks.name, "Loading docks")
    settle(tasks)
    qtbot.mouseClick(docks.up, Qt.MouseButton.LeftButton)
    settle(tasks)
    assert [each.name for each in own.fields()] == ["Loading docks", "Gate"]
    assert panel.body.indexOf(docks) < panel.body.indexOf(gate)

    qtbot.mouseClick(gate.remove, Qt.MouseButton.LeftButton)
    settle(tasks)
    assert [each.name for each in own.fields()] == ["Loading docks"]
    assert list(panel.rows) == [docks.field.id]


def test_settings_say_what_keeps_a_kind_from_changing(panel, own, store, tasks):
    gate = next(iter(panel.rows.values()))
    own.put(gate.field.id, the(store, "Hooli").id, "by the river")

    gate.kind.show_value(FieldKind.NUMBER.value)
    gate.kind.edited.emit(FieldKind.NUMBER.value)
    settle(tasks)

    assert "by the river" in gate.kind.editor.accessibleDescription()
    assert own.fields()[0].kind is FieldKind.TEXT


def test_every_control_of_the_card_has_a_name(panel):
    controls = [each for each in panel.findChildren(QWidget) if each.focusPolicy() & Qt.FocusPolicy.TabFocus]

    assert [each for each in controls if not each.accessibleName() and each.isVisible()] == []
