"""Switches to and from rivals on the page of an account."""

import pytest
from PySide6.QtCore import Qt

from reviewdesk.desktop.account.switch_sheet import SwitchSheet
from reviewdesk.desktop.account.switches import SwitchesCard
from reviewdesk.desktop.account.switches_section import SwitchesSection
from reviewdesk.desktop.widgets.field import FieldState
from reviewdesk.domain.switch import Direction
from reviewdesk.services.switches import SwitchService
from tests.books import small_book, the


def settle(tasks):
    for _ in range(5):
        assert tasks.wait_idle()


@pytest.fixture
def section(opened, store, tasks):
    """The page of Hooli with its switches."""
    small_book(store)
    controller = opened("Hooli")
    made = SwitchesSection(SwitchesCard(), SwitchService(store), tasks)
    controller.view.add_part(made)
    controller.show_page()
    settle(tasks)
    controller.view.open_tab("details")
    made.controller = controller
    return made


def titles(section):
    return [section.card.rows.row(key).row.title for key in section.card.rows.keys]


def test_before_there_is_one_only_the_way_to_note_it_is_there(section):
    assert not section.card.card.isVisible()
    assert section.card.add_button.isVisible()


def test_a_switch_is_noted_changed_and_taken_out(qtbot, section, store, tasks):
    qtbot.mouseClick(section.card.add_button, Qt.MouseButton.LeftButton)
    sheet = section.card.findChild(SwitchSheet)
    qtbot.mouseClick(sheet.go, Qt.MouseButton.LeftButton)
    settle(tasks)
    assert "which rival" in sheet.go.accessibleDescription()
    qtbot.keyClicks(sheet.rival.editor, "Cargolane")
    qtbot.keyClicks(sheet.line.editor, "Groupage")
    qtbot.mouseClick(sheet.go, Qt.MouseButton.LeftButton)
    settle(tasks)
    assert titles(section) == ["Groupage to Cargolane"]
    assert section.card.card.isVisible()

    field = section.card.grid.fields["price_difference"]
    qtbot.keyClicks(field.editor, "-12")
    field.flush()
    settle(tasks)
    assert field.state is FieldState.SAVED
    row = section.card.rows.row(section.card.rows.keys[0])
    assert row.row.meta.endswith("-12 %")

    row.button("remove").click()
    settle(tasks)
    assert titles(section) == []
    assert not section.card.card.isVisible()
    assert section.card.add_button.isVisible()


def test_each_switch_has_its_own_fields(qtbot, section, store, tasks):
    switches, hooli = SwitchService(store), the(store, "Hooli").id
    switches.add(hooli, Direction.TO_RIVAL, rival="Cargolane", on="3 Mar 2026")
    switches.add(hooli, Direction.FROM_RIVAL, rival="Frachtex", on="4 Mar 2026")
    section.controller.show_page()
    settle(tasks)
    assert titles(section) == ["Business from Frachtex", "Business to Cargolane"]
    assert section.card.grid.fields["rival"].value() == "Frachtex"

    section.card.rows.go_to(section.card.rows.keys[1])

    assert section.card.grid.fields["rival"].value() == "Cargolane"
    assert section.card.grid.fields["direction"].value() == "to a rival"
