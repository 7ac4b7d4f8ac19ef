"""Composing a letter: drawn as it is typed, kept when it is left, written once it is complete."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from reviewdesk.desktop import drafting
from reviewdesk.domain.concern import Stage
from reviewdesk.domain.letters.form import LetterKind
from reviewdesk.reports.leak_guard import text_of
from tests.journeys.hands import on_small_book

FIRST, RECOVERY = LetterKind.FIRST_ANSWER, LetterKind.RECOVERY
CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def hands(qapp, theme, tmp_path):
    """The window of a small book, with a concern of Globex Corporation."""
    made = on_small_book(qapp, tmp_path)
    made.globex = made.account("Globex Corporation")
    (made.concern,) = made.services.accounts.brief(made.globex).open_concerns
    yield made
    made.leave()


def composed(hands, kind=FIRST):
    """Open the sheet, and wait until it shows its page."""
    ways = hands.program.desk.exchange.letters
    ways.ask_about(hands.concern.id, kind)
    hands.wait_until(lambda: ways.composing.sheet is not None)
    hands.wait_until(lambda: ways.composing.sheet.state.text() != "")
    hands.settle()
    return ways.composing.sheet


def typed_on(hands, part, words):
    """Type at the end of a text, and wait until the page is drawn anew."""
    part.editor.setFocus()
    QTest.keyClick(part.editor, Qt.Key.Key_End, CONTROL)
    QTest.keyClicks(part.editor, words)
    QTest.qWait(500)
    hands.settle()


def shown(hands):
    """Give what the document says that is shown, once one is."""
    hands.wait_until(lambda: hands.program.shell.page == "document")
    hands.settle()
    return " ".join(text_of(hands.program.desk.pages.document._shown.pdf).split())


def test_a_first_answer_begins_complete_and_its_page_shows_what_is_typed(hands):
    sheet = composed(hands)
    assert sheet.go.isEnabled()
    assert sheet.page.count == 1
    assert "It says all it must" in sheet.state.text()

    typed_on(hands, sheet.parts["own_words"], "We look into it today.")
    assert sheet.typed.texts["own_words"] == "We look into it today."
    now = hands.services.letters.draw(sheet.typed)
    assert "We look into it today." in " ".join(text_of(now.pdf).split())


def test_what_is_missing_is_said_beside_its_field_and_the_letter_waits_for_it(hands):
    sheet = composed(hands, RECOVERY)

    assert not sheet.go.isEnabled()
    assert sheet.state.text() == "2 things are still missing."
    assert sheet.parts["prevention"].editor.accessibleDescription() == "Say how it will be prevented from now on."
    typed_on(hands, sheet.parts["happened"], "One person read the mail box.")
    typed_on(hands, sheet.parts["prevention"], "Two people read it now.")
    assert sheet.go.isEnabled()
    assert sheet.parts["prevention"].editor.accessibleDescription() == ""


def test_it_admits_only_once_that_is_ticked(hands):
    sheet = composed(hands)
    admission = sheet.parts["admission"]
    assert not admission.editor.isVisible()
    assert not sheet.typed.admits

    QTest.keyClick(admission.tick, Qt.Key.Key_Space)
    assert admission.editor.isVisible()
    assert sheet.typed.admits


def test_it_is_written_with_the_keyboard_alone_kept_on_the_concern_and_shown(hands):
    sheet = composed(hands)
    QTest.keyClick(sheet, Qt.Key.Key_Return, CONTROL)
    words = shown(hands)

    assert "What you told us on" in words
    assert "kept on the concern, which is acknowledged" in hands.program.shell.message_bar.text
    assert hands.program.shell.message_bar.isVisible()
    (concern,) = hands.services.accounts.brief(hands.globex).open_concerns
    assert concern.stage is Stage.ACKNOWLEDGED
    (row,) = hands.services.attachments.files(hands.globex).rows
    assert row.file.concern_id == concern.id


def test_what_was_typed_is_there_again_after_leaving_and_gone_once_it_is_written(hands):
    sheet = composed(hands)
    typed_on(hands, sheet.parts["own_words"], "Kept words.")
    sheet.parts["admission"].tick.setChecked(True)
    QTest.keyClick(sheet, Qt.Key.Key_Escape)
    hands.settle()
    again = composed(hands)

    assert again.parts["own_words"].text == "Kept words."
    assert again.parts["admission"].is_chosen
    QTest.keyClick(again, Qt.Key.Key_Return, CONTROL)
    shown(hands)
    hands.program.desk.back()
    hands.settle()
    assert composed(hands).parts["own_words"].text == ""


def test_beginning_again_takes_back_what_was_typed(hands):
    sheet = composed(hands)
    begun = sheet.parts["thanks"].text
    typed_on(hands, sheet.parts["thanks"], " And more.")
    sheet.again.click()
    hands.settle()

    assert sheet.parts["thanks"].text == begun


def test_another_account_is_named_with_what_to_do_and_holds_the_letter_back_until_it_is_meant(hands):
    sheet = composed(hands)
    typed_on(hands, sheet.parts["own_words"], "As at Hooli.")
    (card,) = sheet.hits.cards

    assert not sheet.go.isEnabled()
    assert card.accessibleName() == "another account: Hooli"
    assert "“Hooli” is another account: reword it" in sheet.parts["own_words"].editor.accessibleDescription()
    card.go.click()
    assert sheet.parts["own_words"].editor.textCursor().selectedText() == "Hooli"
    card.meant.click()
    hands.settle()
    assert sheet.go.isEnabled()
    assert sheet.hits.cards == ()


def test_another_person_is_greeted_and_what_was_typed_stays(hands):
    sheet = composed(hands)
    typed_on(hands, sheet.parts["own_words"], "Stays.")
    box = sheet.whom.editor
    box.setCurrentIndex(box.count() - 1)
    box.activated.emit(box.count() - 1)
    QTest.qWait(400)
    hands.settle()

    assert sheet.typed.person_id is None
    assert sheet.parts["own_words"].text == "Stays."
    assert "Dear Sir or Madam," in " ".join(text_of(hands.services.letters.draw(sheet.typed).pdf).split())


def test_from_the_page_of_an_account_its_one_concern_is_meant_and_of_several_one_is_chosen(hands):
    desk = hands.program.desk
    desk.open_account(hands.globex)
    hands.settle()
    QTest.keyClick(hands.window, Qt.Key.Key_A, CONTROL | Qt.KeyboardModifier.AltModifier)
    ways = desk.exchange.letters
    hands.wait_until(lambda: ways.composing.sheet is not None)
    hands.settle()
    QTest.keyClick(ways.composing.sheet, Qt.Key.Key_Escape)
    hands.settle()
    desk.open_account(hands.account("Łódź Logistics"))
    hands.settle()
    desk.do("recovery_letter")
    hands.wait_until(lambda: ways.sheet is not None)
    ways.sheet.go.click()
    hands.wait_until(lambda: ways.composing.sheet is not None)
    hands.settle()

    assert ways.sheet is None
    assert ways.composing.sheet.windowTitle() == "Recovery letter to Łódź Logistics"


def test_without_a_concern_it_says_what_to_do(hands):
    hands.program.desk.exchange.letters.compose_for(FIRST, hands.account("Hooli"))
    hands.settle()

    assert "Hooli has no open concern. Add it first" in hands.program.shell.message_bar.text


def test_a_concern_that_is_open_offers_both_letters(hands):
    desk = hands.program.desk
    desk.open_concern(hands.globex, hands.concern.id)
    hands.settle()
    desk.pages.account.view.concerns.form.first_answer.click()
    hands.wait_until(lambda: desk.exchange.letters.composing.sheet is not None)
    hands.settle()

    assert desk.exchange.letters.composing.sheet.windowTitle() == "First answer to Globex Corporation"


def test_a_written_letter_goes_along_with_a_mail(hands, monkeypatch):
    opened = []
    monkeypatch.setattr(drafting, "open_file", lambda path: opened.append(path) or True)
    composed(hands).go.click()
    shown(hands)
    hands.program.desk.pages.document.view.mail_asked.emit()
    hands.wait_until(lambda: opened)
    hands.settle()

    assert opened[0].suffix == ".eml"
