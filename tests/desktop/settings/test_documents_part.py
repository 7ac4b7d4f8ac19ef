"""How documents look, chosen in a real window: logos dropped and refused, colours explained, and the page beside it."""

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QImage
from PySide6.QtTest import QTest

from reviewdesk.desktop.account.account_logo import AccountLogoCard
from reviewdesk.desktop.settings.documents import DocumentsCard
from reviewdesk.desktop.widgets.field import FieldState
from reviewdesk.domain.branding import Logo
from tests.desktop.accessible import unnamed_controls
from tests.journeys.hands import on_small_book
from tests.pictures import HOSTILE, SVG, png


@pytest.fixture
def hands(qapp, theme, tmp_path):
    """The window of a small book."""
    made = on_small_book(qapp, tmp_path)
    yield made
    made.leave()


@pytest.fixture
def card(hands):
    """The look of documents, as the command leads to it, with the page beside it in sight."""
    hands.window.resize(1300, 900)
    hands.program.desk.do("documents_look")
    hands.settle()
    found = hands.window.findChild(DocumentsCard)
    hands.wait_until(lambda: found.preview._picture is not None)
    return found


def carried(*, path=None, image=None):
    mime = QMimeData()
    if path is not None:
        mime.setUrls([QUrl.fromLocalFile(str(path))])
    if image is not None:
        mime.setImageData(image)
    return mime


def drop(hands, well, mime):
    keys, button, at = Qt.KeyboardModifier.NoModifier, Qt.MouseButton.LeftButton, QPointF(20, 20)
    enter = QDragEnterEvent(at.toPoint(), Qt.DropAction.CopyAction, mime, button, keys)
    well.dragEnterEvent(enter)
    if enter.isAccepted():
        well.dropEvent(QDropEvent(at, Qt.DropAction.CopyAction, mime, button, keys))
    hands.settle()
    return enter.isAccepted()


def type_in(hands, card, name, text):
    field = card.fields[name]
    field.editor.setFocus()
    field.editor.selectAll()
    QTest.keyClicks(field.editor, text)
    field.flush()
    hands.settle()
    return field


def seen(card):
    return card.preview._picture


def test_the_command_leads_to_it_with_the_keyboard_at_its_first_field(hands, card):
    assert card.isVisible()
    assert card.fields["company"].editor.hasFocus()
    assert not unnamed_controls(card)


def test_a_dropped_logo_is_kept_shown_and_printed_and_one_undo_takes_it_back(hands, card, tmp_path):
    file = tmp_path / "logo.svg"
    file.write_bytes(SVG)
    well, before = card.wells[Logo.OURS], seen(card)

    assert drop(hands, well, carried(path=file))
    hands.wait_until(lambda: seen(card) != before)

    assert well.tile.picture is not None
    assert well.remove.isVisible()
    hands.program.shell.undo_asked.emit()
    hands.settle()
    hands.wait_until(lambda: well.tile.picture is None and seen(card) == before)


def test_a_picture_dropped_from_a_web_page_is_taken_too(hands, card):
    image = QImage()
    image.loadFromData(png(120, 60))

    assert drop(hands, card.wells[Logo.PREPARER], carried(image=image))
    assert card.wells[Logo.PREPARER].tile.picture is not None


def test_words_are_no_logo(hands, card):
    mime = QMimeData()
    mime.setText("Northgate")

    assert not drop(hands, card.wells[Logo.OURS], mime)


def test_a_hostile_picture_is_refused_beside_its_place_and_the_old_logo_stays(hands, card):
    well = card.wells[Logo.OURS]
    well.chosen.emit(png())
    hands.settle()
    before = well.tile.picture

    well.chosen.emit(HOSTILE["a script"][0])
    hands.settle()

    assert well.refusal.isVisible()
    assert "script" in well.refusal.text()
    assert well.tile.picture == before
    well.chosen.emit(SVG)
    hands.settle()
    assert not well.refusal.isVisible()


def test_a_logo_is_taken_away_with_the_keyboard_alone(hands, card):
    well = card.wells[Logo.OURS]
    well.chosen.emit(png())
    hands.settle()
    well.remove.setFocus()
    QTest.keyClick(well.remove, Qt.Key.Key_Return)
    hands.settle()

    assert well.tile.picture is None
    assert hands.services.branding.now().logos == {}


def test_a_yellow_is_explained_before_and_after_and_the_page_follows(hands, card):
    before = seen(card)
    assert type_in(hands, card, "color_main", "#FFD400").state is FieldState.SAVED
    hands.wait_until(lambda: seen(card) != before)
    line = card.contrasts["color_main"]

    assert line.words.text().startswith("Your yellow is darkened to #")
    assert (line.before.colour, line.after.colour) == ("#FFD400", hands.services.branding.now().main.printed)
    assert line.before.isVisible()


def test_a_colour_that_is_none_is_refused_where_it_was_typed(hands, card):
    assert type_in(hands, card, "color_accent", "teal-ish").state is FieldState.REFUSED


def test_another_paper_gives_the_page_its_shape(hands, card):
    field = card.fields["paper"]
    field._box.setCurrentIndex(1)
    field._box.activated.emit(1)
    hands.wait_until(lambda: abs(card.preview._ratio - 792 / 612) < 0.01)

    assert hands.services.book.settings()["paper"] == "Letter"


def test_a_page_out_of_sight_is_drawn_once_it_is_seen(hands, card):
    bar = hands.program.desk.pages.settings.view.cards.verticalScrollBar()
    hands.wait_until(lambda: hands.program.desk.pages.settings._led_to is None)
    before = seen(card)
    bar.setValue(0)
    hands.settle()
    hands.services.book.change_setting("company", "Somebody Else")
    hands.program.desk.pages.settings.show_page()
    QTest.qWait(400)
    hands.settle()
    assert card.preview.visibleRegion().isEmpty()
    assert seen(card) == before

    bar.setValue(card.y())
    hands.wait_until(lambda: seen(card) != before)


def test_the_page_is_drawn_as_wide_as_it_is_shown(hands, card):
    hands.window.resize(1600, 1000)
    hands.wait_until(lambda: abs(seen(card).width() / seen(card).devicePixelRatio() - card.preview.page_width) <= 2)


def test_the_customers_logo_and_language_stand_among_the_details_of_the_account(hands, tmp_path):
    account_id = hands.account("Łódź Logistics")
    hands.services.accounts.change(account_id, "language", "German")
    hands.program.desk.open_account(account_id)
    hands.settle()
    hands.program.desk.pages.account.view.open_tab("details")
    hands.settle()
    card = hands.window.findChild(AccountLogoCard)
    file = tmp_path / "theirs.png"
    file.write_bytes(png())

    assert drop(hands, card.well, carried(path=file))

    assert card.well.tile.picture is not None
    assert card.words.text() == "Their documents are in German, as their language says."
    assert not unnamed_controls(card)
    card.change.click()
    assert hands.program.desk.pages.account.view.details.field("language").editor.hasFocus()
    hands.program.desk.open_account(hands.account("Kestrel Air"))
    hands.settle()
    assert card.well.tile.picture is None


@pytest.mark.parametrize(
    ("given", "written", "words"),
    [
        ("", "en", "Their documents are in English, the language of the book, until theirs is chosen."),
        ("de-AT", "de", "Their documents are in German, as their language says."),
        ("pl", "en", "Their documents are in English, the language of the book: Polish documents do not exist yet."),
    ],
)
def test_the_language_of_their_documents_is_said_with_its_reason(qtbot, theme, given, written, words):
    card = AccountLogoCard()
    qtbot.addWidget(card)
    card.show_language(given, written)

    assert card.words.text() == words
