"""Fields of the person's own as columns of the list: shown, sorted, filtered, changed, remembered, and gone."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest

from reviewdesk.desktop.accounts.ask_one import AskChoice
from reviewdesk.desktop.accounts.model import offered_columns
from reviewdesk.desktop.accounts.paper_sheet import sheet_of
from reviewdesk.desktop.tasks import Lane
from reviewdesk.domain.audience import Audience
from reviewdesk.domain.custom_field import FieldKind
from reviewdesk.services.custom_fields import CustomFieldService
from tests.books import TUESDAY, small_book, the

RISING, FALLING = Qt.SortOrder.AscendingOrder, Qt.SortOrder.DescendingOrder


@pytest.fixture
def own(store):
    small_book(store)
    return CustomFieldService(store)


@pytest.fixture
def docks(store, own):
    """A number on three accounts."""
    field = own.add("Loading docks", kind=FieldKind.NUMBER).value
    for name, text in (("Hooli", "12"), ("Initech", "2.5"), ("Orion Glassworks", "110")):
        own.put(field.id, the(store, name).id, text)
    return f"own:{field.id.hex}"


def shown_with(page, tasks, *keys):
    page.view.choose_columns(["name", *keys])
    assert tasks.wait_idle()
    return page.view.table


def names(page):
    return [each.row.name for each in page.view.table.rows.rows]


def words(page, key):
    table = page.view.table
    return [table.rows.cell(at, table.columns.at(key)).text for at in range(table.rows.rowCount())]


def test_it_is_offered_under_its_own_heading(own, docks, opened):
    assert (docks, "Loading docks", "Your own fields") in offered_columns(opened().view.own.fields)


def test_numbers_are_sorted_as_numbers_and_nothing_comes_last(own, docks, opened, tasks):
    page = opened()
    table = shown_with(page, tasks, docks)

    table.sort_by(docks, RISING)
    assert words(page, docks)[:4] == ["2.5", "12", "110", ""]
    table.sort_by(docks, FALLING)
    assert names(page)[:3] == ["Orion Glassworks", "Hooli", "Initech"]
    assert words(page, docks)[-1] == ""


def test_days_are_sorted_by_date_and_words_are_filtered_by(own, store, opened, tasks):
    day = own.add("Audited on", kind=FieldKind.DAY).value
    word = own.add("Forwarder").value
    for name, on in (("Hooli", "3 Mar 2026"), ("Initech", "12 Jan 2026")):
        own.put(day.id, the(store, name).id, on)
    own.put(word.id, the(store, "Initech").id, "Kühne & Söhne")
    page = opened()
    table = shown_with(page, tasks, f"own:{day.id.hex}", f"own:{word.id.hex}")

    table.sort_by(f"own:{day.id.hex}", RISING)
    assert names(page)[:2] == ["Initech", "Hooli"]
    page.view.filter.setText("kuhne")
    assert names(page) == ["Initech"]


def test_a_value_typed_on_the_account_comes_into_the_list(own, docks, store, opened, tasks):
    page = opened()
    shown_with(page, tasks, docks)
    tasks.run(lambda: own.put(page.view.own.fields[0].id, the(store, "Vega Optics").id, "9"), lane=Lane.WRITE)
    assert tasks.wait_idle()

    assert "9" in words(page, docks)


def test_it_is_changed_where_it_stands_and_undone(own, docks, store, opened, tasks, qtbot):
    page = opened()
    table = shown_with(page, tasks, docks)
    table.go_to(the(store, "Hooli").id)
    table.setCurrentIndex(table.rows.index(table.currentIndex().row(), table.columns.at(docks)))
    QTest.keyClick(table, Qt.Key.Key_F2)
    editor = page.editing.editor
    assert (editor.text(), editor.accessibleName()) == ("12", "Loading docks of Hooli")

    editor.setText("many")
    with qtbot.waitSignal(page.told) as said:
        qtbot.keyClick(editor, Qt.Key.Key_Return)
        assert tasks.wait_idle()
    assert "is not a number" in said.args[0]

    page.editing.edit(docks)
    page.editing.editor.setText("14")
    qtbot.keyClick(page.editing.editor, Qt.Key.Key_Return)
    assert tasks.wait_idle()
    assert words(page, docks)[names(page).index("Hooli")] == "14"
    store.undo()
    assert own.values(the(store, "Hooli").id).values[page.view.own.fields[0].id, None] == "12"


def test_a_choice_is_set_on_several_accounts_at_once(own, store, opened, tasks, qtbot):
    level = own.add("Service level", kind=FieldKind.CHOICE, choices="Gold, Silver").value
    page = opened()
    table = page.view.table
    wanted = {"Hooli", "Initech"}
    table.selectAll()
    rows = [each for each in table.selected_rows if each.row.name in wanted]
    page.parts.ask(f"own:{level.id.hex}", rows, page._list)
    sheet = page.parts.at_once.sheet
    assert isinstance(sheet, AskChoice)
    assert any(each.text().startswith("Service level") for each in page.view.chosen_bar.more.menu().actions())

    sheet.choice.start_with("Silver")
    qtbot.mouseClick(sheet.go, Qt.MouseButton.LeftButton)
    assert tasks.wait_idle()
    assert {own.values(the(store, name).id).values[level.id, None] for name in wanted} == {"Silver"}


def test_it_is_copied_with_its_head(own, docks, opened, tasks):
    page = opened()
    table = shown_with(page, tasks, docks)
    table.sort_by(docks, FALLING)
    page.view.filter.setText("hooli")
    page._do_at_once("copy")

    assert QGuiApplication.clipboard().text() == "Account\tLoading docks\nHooli\t12"


def test_the_list_remembers_columns_order_and_width_of_own_fields(own, docks, opened, tasks):
    page = opened()
    table = shown_with(page, tasks, docks, "tier")
    table.sort_by(docks, FALLING)
    table.columns.widen(docks, 9)
    width = table.columns.widths[docks]

    again = opened()
    assert again.view.table.columns.shown == ["name", docks, "tier"]
    assert names(again)[:3] == ["Orion Glassworks", "Hooli", "Initech"]
    assert again.view.table.columns.widths[docks] == width


def test_a_field_renamed_renames_its_column_and_one_removed_takes_it_away(own, docks, store, opened, tasks):
    page = opened()
    table = shown_with(page, tasks, docks, "tier")
    table.sort_by(docks, FALLING)
    field = page.view.own.fields[0].id
    tasks.run(lambda: own.change(field, "name", "Ramps"), lane=Lane.WRITE)
    assert tasks.wait_idle()
    assert table.rows.headerData(table.columns.at(docks), Qt.Orientation.Horizontal) == "Ramps"
    assert table.columns.shown == ["name", docks, "tier"]

    tasks.run(lambda: own.remove(field), lane=Lane.WRITE)
    assert tasks.wait_idle()
    assert table.columns.shown == ["name", "tier"]
    assert len(names(page)) == 26


def test_a_saved_view_whose_field_is_gone_shows_the_rest(own, docks, opened, tasks):
    page = opened()
    table = shown_with(page, tasks, docks, "tier")
    table.sort_by(docks, FALLING)
    page.parts.views._save(page.view.shown, "Docks")
    assert tasks.wait_idle()
    field, view_id = page.view.own.fields[0].id, page.parts.views.views[-1].id
    tasks.run(lambda: own.remove(field), lane=Lane.WRITE)
    assert tasks.wait_idle()
    page.open_list()
    told = []
    page.told.connect(told.append)
    page.open_view(view_id)
    assert tasks.wait_idle()

    assert told == ["A field of your own that “Docks” shows was removed; the rest is shown."]
    assert table.columns.shown == ["name", "tier"]
    assert len(names(page)) == 26


@pytest.mark.parametrize(
    ("audience", "mark"), [(Audience.ONLY_ME, "For me only"), (Audience.OUR_SIDE, "Our side only")]
)
def test_a_list_on_paper_says_for_whom_it_is(own, opened, tasks, audience, mark):
    field = own.add("What I think of them", audience=audience).value
    page = opened()
    shown_with(page, tasks, f"own:{field.id.hex}")

    assert sheet_of(page.view, page.view.table.rows.rows, TUESDAY).mark == mark
    page.view.choose_columns(["name", "gut"])
    assert tasks.wait_idle()
    assert sheet_of(page.view, page.view.table.rows.rows, TUESDAY).mark == "For me only"
