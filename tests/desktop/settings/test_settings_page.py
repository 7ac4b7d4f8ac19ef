"""The settings page: what is typed is kept, what cannot be is told, and backups come back."""

import pytest
from PySide6.QtCore import QProcess, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from reviewdesk.desktop.settings.model import TOPICS
from reviewdesk.desktop.widgets.field import FieldState
from reviewdesk.domain.clock import Clock
from reviewdesk.storage.backup import Backups
from reviewdesk.storage.book_file import open_book
from reviewdesk.wiring import restore_book
from tests.books import small_book
from tests.desktop.accessible import unnamed_controls
from tests.journeys.hands import Hands


@pytest.fixture
def hands(qapp, theme, tmp_path):
    """The settings of a small book."""
    path = tmp_path / "Northgate.reviewdesk"
    store = open_book(path, Clock(), may_create=True, name="Northgate")
    small_book(store)
    store.close()
    made = Hands(qapp, path)
    made.program.desk.go("settings")
    made.settle()
    yield made
    made.leave()


@pytest.fixture
def page(hands):
    """The page itself."""
    return hands.program.desk.pages.settings.view


def field_of(hands, page, name):
    looks = next(each for each in hands.program.desk.pages.settings._parts if each.key == "documents")
    return {**page.fields, **looks.card.fields}[name]


def write(hands, page, name, text):
    field = field_of(hands, page, name)
    field.editor.setFocus()
    field.editor.selectAll()
    QTest.keyClicks(field.editor, text)
    field.flush()
    hands.settle()
    return field


def test_every_setting_of_the_page_is_one_of_the_book(hands):
    asked = {each.name for topic in TOPICS for each in topic.fields if not each.name.startswith("me.")}
    assert asked <= set(hands.services.book.settings())


def test_what_is_typed_is_saved(hands, page):
    field = write(hands, page, "company", "Northgate Freight")
    assert field.state is FieldState.SAVED
    assert hands.services.book.settings()["company"] == "Northgate Freight"


def test_who_i_am_is_saved(hands, page):
    write(hands, page, "me.name", "Dana Reyes")
    assert hands.services.book.now().me.name == "Dana Reyes"


@pytest.mark.parametrize(
    ("name", "text"), [("color_main", "teal-ish"), ("base_currency", "Euro"), ("room_in_a", "many"), ("week", "Funday")]
)
def test_what_cannot_be_taken_stays_with_the_reason(hands, page, name, text):
    before = hands.services.book.settings()[name]

    field = write(hands, page, name, text)

    assert field.state is FieldState.REFUSED
    assert field._sentence.isVisible()
    assert field._sentence.text().endswith(".")
    assert field.editor.text() == text
    assert hands.services.book.settings()[name] == before


def test_a_reason_beside_a_field_leaves_its_neighbour_its_room(hands, page):
    hands.window.resize(1300, 900)
    hands.settle()
    row = [each for each in page.fields.values() if each.y() == page.fields["base_currency"].y() and each.isVisible()]
    neighbours = [each for each in row if each.parent() is page.fields["base_currency"].parent()]
    before = [each.width() for each in neighbours]

    write(hands, page, "base_currency", "Euro")
    hands.settle()

    assert len(neighbours) == 2
    assert page.fields["base_currency"]._sentence.isVisible()
    assert [each.width() for each in neighbours] == before


def test_undo_brings_the_old_value_back_into_the_field(hands, page):
    before = field_of(hands, page, "company").editor.text()
    write(hands, page, "company", "Northgate Freight")
    field_of(hands, page, "footer").editor.setFocus()
    hands.program.shell.undo_asked.emit()
    hands.settle()
    hands.wait_until(lambda: field_of(hands, page, "company").editor.text() == before)


def test_the_theme_changes_at_once_and_is_kept(hands, page):
    page.theme.chosen.emit("dark")
    assert hands.program.theme.tokens.is_dark
    assert QApplication.palette().window().color().name() == "#15171c"
    assert hands.program.memory.choice("theme") == "dark"


def test_a_backup_made_now_is_in_the_list(hands, page):
    before = len(page.backups.keys)
    hands.press("Back up now")
    hands.wait_until(lambda: len(page.backups.keys) == before + 1)
    assert page.backups.keys[0] == hands.services.book.backups()[0].path


def test_a_backup_brought_back_undoes_everything_since_and_keeps_what_was(hands, page, monkeypatch):
    started = []
    monkeypatch.setattr(QProcess, "startDetached", lambda program, arguments: started.append(arguments))
    book = hands.services.book.path
    first = page.backups.keys[0]
    write(hands, page, "company", "Northgate Freight")

    page.backups.row(first).button("restore").click()
    hands.settle()

    print(hands.program.shell.message_bar.text, hands.program.desk)
    assert started == [["-m", "reviewdesk", "--book", str(book)]]
    store = open_book(book, Clock())
    with store.read() as reading:
        assert reading.book.company == ""
    store.close()
    kept = open_book(next(book.parent.glob("*backups/*before restore*")), Clock())
    with kept.read() as reading:
        assert reading.book.company == "Northgate Freight"
    kept.close()


def test_the_second_newest_backup_of_a_day_comes_back_too(hands, page):
    book = hands.services.book
    wanted = book.back_up()
    write(hands, page, "company", "Northgate Freight")
    book.back_up()
    path = book.path
    assert hands.window.close()
    hands.program.tasks.wait_idle()

    restore_book(path, Backups(path, Clock()).all()[1].path, Clock())

    store = open_book(path, Clock())
    with store.read() as reading:
        assert reading.book.company == "Northgate Freight"
    store.close()
    assert wanted.made_at.date() == Backups(path, Clock()).all()[0].made_at.date()


def test_every_control_has_a_name_and_fits_a_small_screen_with_large_text(hands, page, theme):
    assert unnamed_controls(page) == []
    hands.program.theme.set_text_size(14)
    hands.window.resize(1024, 768)
    hands.settle()
    assert hands.window.width() == 1024
    inside = page.findChildren(type(page.backups.parentWidget()))
    assert inside
    assert all(
        each.editor.mapTo(page, each.editor.rect().topRight()).x() <= page.width() for each in page.fields.values()
    )
    hands.program.theme.set_text_size(0)


def test_the_keyboard_reaches_the_field_after(hands, page):
    page.fields["me.name"].editor.setFocus()
    QTest.keyClick(page.fields["me.name"].editor, Qt.Key.Key_Tab)
    assert page.fields["me.email"].editor.hasFocus()


def test_fewer_hours_say_at_once_what_does_not_fit_any_more(hands, page):
    assert page.capacity.text().endswith(" h: it fits.")

    write(hands, page, "hours_a_week", "1")

    assert " h too many. " in page.capacity.text()


def test_the_books_that_were_opened_are_listed_or_not_as_this_machine_wants_it(hands, page):
    assert page.recent.isChecked()
    page.recent.click()
    hands.settle()
    assert hands.services.all_books.is_hidden
    hands.program.desk.go("today")
    hands.program.desk.go("settings")
    hands.settle()
    assert not page.recent.isChecked()
