"""The import page, on real files and a real book."""

from decimal import Decimal
from threading import Event

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QMenu

from reviewdesk.desktop.importing.controller import ImportController
from reviewdesk.desktop.importing.figures import money_words
from reviewdesk.desktop.importing.file_dialogs import FilesToImport, PlaceForRows
from reviewdesk.desktop.importing.view import ImportView
from reviewdesk.desktop.tasks import Lane
from reviewdesk.domain.account import Account
from reviewdesk.services.imports import ImportService
from reviewdesk.services.outcome import Outcome
from tests.books import a_store
from tests.desktop.accessible import unnamed_controls

COMPANIES = "Company,Industry,City,Ref\nKestrel Air,Aviation,Leeds,K1\nŁódź Logistics,Logistics,Łódź,L2\n"
DEALS = """Deal,Company,Product,Stage,Close date,Amount
D-1,Kestrel Air,Drive X4,Won,2026-10-01,1200.50
D-2,Kestrel Air,DriveX4,Won,2026-09-14,800
D-3,Łódź Logistics,Drive X4,Lost,2026-08-02,500
"""
PRODUCTS = "Product,Series\nDrive X4,Drives\n"


@pytest.fixture
def store(tmp_path):
    store = a_store(tmp_path)
    yield store
    store.close()


@pytest.fixture
def files(tmp_path):
    texts = {"companies.csv": COMPANIES, "deals.csv": DEALS, "products.csv": PRODUCTS}
    for name, text in texts.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    return [tmp_path / name for name in texts]


@pytest.fixture
def page(qtbot, theme, tasks, store):
    view = ImportView()
    qtbot.addWidget(view)
    view.resize(1140, 768)
    view.show()
    controller = ImportController(view, ImportService(store), tasks)
    controller.show_page()
    return controller


def read(page, tasks, paths):
    page.show_files(paths)
    assert tasks.wait_idle()


def titles(view):
    return [each.title for each in view.panel.happenings.found.entries]


def columns(view):
    return {each.title: each.pill for each in view.panel.columns.found.entries}


def question(view, words):
    return next(each for each in view.panel.questions.questions if words in each.asked.words)


def answer(question, choice):
    return next(each for each in question.answers if each.choice == choice)


def accounts(store):
    with store.read() as reading:
        return {each.name: each for each in reading.accounts.all()}


def test_without_files_the_page_asks_for_them(page, monkeypatch, qtbot, tasks, files):
    monkeypatch.setattr(FilesToImport, "ask", classmethod(lambda _class, _parent: files))

    qtbot.mouseClick(page.view.choose_button, Qt.MouseButton.LeftButton)
    assert tasks.wait_idle()

    assert page.view.header.title.text() == "Import plan"
    assert "companies.csv, deals.csv, products.csv" in page.view.header.status.text()


def test_the_plan_counts_what_is_new_and_what_is_left_out(page, tasks, files):
    read(page, tasks, files)

    view = page.view
    said = [(each.accessibleName(), each.accessibleDescription()) for each in view.panel.tiles]
    assert said == [
        ("New accounts: 2", ""),
        ("New products: 1", "1 name not matched"),
        ("New purchases: 2", "won deals, €\N{NO-BREAK SPACE}2,000.50"),
        ("Rows left out: 1", "1 not won"),
    ]
    assert view.apply_button.text() == "Apply 5 changes"
    assert titles(view)[:2] == ["Kestrel Air", "Łódź Logistics"]
    assert titles(view)[-1] == "Line 4: not won"


def test_nothing_is_written_before_it_is_applied(page, tasks, files, store):
    read(page, tasks, files)

    assert accounts(store) == {}


def test_applying_writes_the_plan_and_says_so(page, tasks, files, store, qtbot):
    read(page, tasks, files)

    with qtbot.waitSignal(page.applied) as told, qtbot.waitSignal(tasks.changed) as changed:
        qtbot.mouseClick(page.view.apply_button, Qt.MouseButton.LeftButton)

    assert told.args[0].accounts == 2
    assert changed.args[0].label == "Import companies.csv, deals.csv, products.csv"
    assert set(accounts(store)) == {"Kestrel Air", "Łódź Logistics"}


def test_an_answer_changes_the_plan_at_once(page, tasks, files, qtbot):
    read(page, tasks, files)
    asked = question(page.view, "DriveX4")
    assert [each.choice for each in asked.answers if each.isChecked()] == ["keep"]

    qtbot.mouseClick(answer(asked, "new"), Qt.MouseButton.LeftButton)
    assert tasks.wait_idle()

    assert page.view.panel.tiles[1].accessibleName() == "New products: 2"
    assert question(page.view, "DriveX4") is asked
    assert [each.choice for each in asked.answers if each.isChecked()] == ["new"]


def test_answers_are_moved_through_with_the_arrow_keys(page, tasks, files, qtbot):
    read(page, tasks, files)
    kept = answer(question(page.view, "DriveX4"), "keep")
    kept.setFocus()

    qtbot.keyClick(kept, Qt.Key.Key_Up)
    assert tasks.wait_idle()

    assert page.view.panel.tiles[1].accessibleName() == "New products: 2"


def test_two_quick_answers_both_hold(page, tasks, tmp_path, qtbot):
    (tmp_path / "deals.csv").write_text(DEALS.replace("Drive X4", "Drive Y5"), encoding="utf-8")
    (tmp_path / "companies.csv").write_text(COMPANIES, encoding="utf-8")
    read(page, tasks, [tmp_path / "companies.csv", tmp_path / "deals.csv"])

    for words in ("Drive Y5", "DriveX4"):
        answer(question(page.view, words), "new").click()
    assert tasks.wait_idle()

    assert page.view.panel.tiles[1].accessibleName() == "New products: 2"


def test_a_column_is_taken_otherwise_from_its_menu(page, tasks, files, qtbot):
    read(page, tasks, files)
    assert columns(page.view)["Ref"] == "not read"

    page.view.panel.column_asked.emit("companies.csv", "Ref", QPoint(10, 10))
    menu = page.view.findChild(QMenu)
    next(each for each in menu.actions() if each.text() == "Tags").trigger()
    menu.close()
    assert tasks.wait_idle()

    assert columns(page.view)["Ref → Tags"] == "sure"


def test_the_menu_of_a_column_opens_with_the_keyboard(page, tasks, files, qtbot):
    read(page, tasks, files)
    listed = page.view.panel.columns
    listed.setFocus()

    qtbot.keyClick(listed, Qt.Key.Key_Return)

    menu = page.view.findChild(QMenu)
    assert [each.text() for each in menu.actions() if each.isChecked()] == ["As ReviewDesk reads it", "Name"]
    menu.close()


def test_the_list_is_narrowed_by_chips_and_by_words(page, tasks, files, qtbot):
    read(page, tasks, files)
    panel = page.view.panel

    panel.chips.set_on(["left out"])
    panel.chips.changed.emit(panel.chips.on)
    assert titles(page.view) == ["Line 4: not won"]

    panel.chips.set_on(["all"])
    qtbot.keyClicks(panel.filter, "kestrel")
    assert all("Kestrel" in each for each in titles(page.view))
    assert len(titles(page.view)) == 3


def test_an_update_shows_the_old_and_the_new_value(page, tasks, files, store):
    with store.write("Add") as work:
        work.accounts.put(Account(name="Kestrel Air", industry="Aviation"))

    read(page, tasks, files[:1])

    shown = next(each for each in page.view.panel.happenings.found.entries if each.title == "Kestrel Air")
    assert shown.pill == "updated"
    assert "city: blank → Leeds" in shown.meta


def test_an_owner_that_differs_is_shown_by_name(page, tasks, tmp_path, store):
    (tmp_path / "companies.csv").write_text("Company,City,Owner\nKestrel Air,Leeds,Ingrid Dahl\n", encoding="utf-8")
    (tmp_path / "later.csv").write_text("Company,City,Owner\nKestrel Air,Leeds,Tom Reilly\n", encoding="utf-8")
    imports = ImportService(store)
    imports.apply(imports.plan([tmp_path / "companies.csv"]))

    read(page, tasks, [tmp_path / "later.csv"])

    assert question(page.view, "owner").asked.detail == "Ingrid Dahl -> Tom Reilly"


def test_a_file_that_cannot_be_read_is_said_in_place(page, tasks, tmp_path):
    read(page, tasks, [tmp_path / "gone.csv"])

    assert page.view.header.title.text() == "Import"
    assert page.view.again_button.isVisible()
    assert "There is no file gone.csv" in page.view._failed.sentence.text()


def test_cancelling_leaves_the_book_alone(page, tasks, files, store, qtbot):
    read(page, tasks, files)

    with qtbot.waitSignal(page.cancelled):
        qtbot.mouseClick(page.view.cancel_button, Qt.MouseButton.LeftButton)

    assert accounts(store) == {}
    assert page.view.choose_button.isVisible()


def test_reading_that_was_stopped_shows_no_plan(page, tasks, files, qtbot):
    page.show_files(files)
    qtbot.mouseClick(page.view.stop_button, Qt.MouseButton.LeftButton)
    assert tasks.wait_idle()

    assert page.view.header.title.text() == "Import"
    assert not page.view.apply_button.isVisible()


def test_importing_that_was_stopped_below_leaves_the_plan_and_says_so(page, tasks, files, store, qtbot):
    read(page, tasks, files)
    lane_is_free = Event()
    tasks.run(lane_is_free.wait, lane=Lane.LONG)
    page.view.apply_button.click()
    progress = page._progress
    progress.stop()
    lane_is_free.set()
    assert tasks.wait_idle()

    tasks.progress_ended.emit(progress)

    assert "Nothing was imported" in page.view.message.text
    assert page.view.apply_button.isEnabled()
    assert accounts(store) == {}


def test_the_plan_follows_the_book_while_it_is_shown(page, tasks, files, store):
    read(page, tasks, files)
    with store.write("Add") as work:
        work.accounts.put(Account(name="Kestrel Air"))
    tasks.changed.emit(work.changes, None)
    assert tasks.wait_idle()

    assert page.view.panel.tiles[0].accessibleName() == "New accounts: 1"


def test_a_book_changed_by_another_program_gives_a_new_plan_instead_of_a_surprise(page, tasks, files, store, qtbot):
    read(page, tasks, files)
    with store.write("Add") as work:
        work.accounts.put(Account(name="Kestrel Air"))

    qtbot.mouseClick(page.view.apply_button, Qt.MouseButton.LeftButton)
    assert tasks.wait_idle()

    assert "nothing was imported" in page.view.message.text
    assert page.view.panel.tiles[0].accessibleName() == "New accounts: 1"
    assert set(accounts(store)) == {"Kestrel Air"}


def test_files_imported_before_offer_nothing_to_apply(page, tasks, files, store):
    imports = ImportService(store)
    assert isinstance(imports.apply(imports.plan(files)), Outcome)

    read(page, tasks, files)

    assert not page.view.apply_button.isEnabled()
    assert page.view.apply_button.text() == "Nothing to change"
    assert page.view.panel.tiles[0].accessibleDescription() == "2 as they are in the book"


def test_a_file_that_waits_for_an_answer_says_so(page, tasks, tmp_path, qtbot):
    (tmp_path / "sold.csv").write_text("Company,Close date,Amount\nKestrel Air,2026-10-01,90\n", encoding="utf-8")
    read(page, tasks, [tmp_path / "sold.csv"])
    assert page.view.apply_button.text() == "Nothing to change yet"

    for words, choice in (("were sold", "all"), ("neither", "add")):
        answer(question(page.view, words), choice).click()
        assert tasks.wait_idle()

    assert page.view.apply_button.text() == "Apply 2 changes"


def test_rows_left_out_are_saved_where_the_person_wants(page, tasks, files, tmp_path, monkeypatch, qtbot):
    place = tmp_path / "left.csv"
    monkeypatch.setattr(PlaceForRows, "ask", classmethod(lambda _class, _parent: place))
    read(page, tasks, files)

    qtbot.mouseClick(page.view.panel.save_button, Qt.MouseButton.LeftButton)
    assert tasks.wait_idle()

    assert "D-3" in place.read_text(encoding="utf-8-sig")
    assert "left.csv" in page.view.message.text


def test_many_rows_are_shown_at_once(page, tasks, tmp_path, qtbot):
    rows = "".join(f"Customer {each},City {each}\n" for each in range(10_000))
    (tmp_path / "many.csv").write_text(f"Company,City\n{rows}", encoding="utf-8")

    read(page, tasks, [tmp_path / "many.csv"])
    qtbot.keyClicks(page.view.panel.filter, "customer 9999")

    assert titles(page.view) == ["Customer 9999"]


def test_every_control_has_a_name(page, tasks, files):
    read(page, tasks, files)

    assert unnamed_controls(page.view) == []


def test_sums_of_several_currencies_stand_beside_each_other():
    nbsp = "\N{NO-BREAK SPACE}"
    assert money_words({"USD": Decimal(300), "EUR": Decimal("12.5")}) == f"€{nbsp}12.50 + ${nbsp}300"
