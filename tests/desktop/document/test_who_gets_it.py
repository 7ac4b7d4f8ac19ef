"""To whom a summary goes: its people, whoever is typed, never a stranger unasked; and who has which version."""

import email
from email.policy import default

import pytest
from PySide6.QtCore import QObject, Qt
from PySide6.QtTest import QTest

from reviewdesk.desktop import drafting
from reviewdesk.domain.errors import RefusedError
from reviewdesk.domain.recipients import name_for, read_recipients, strangers, written
from tests.journeys.hands import on_small_book

CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def opened(monkeypatch):
    """The files and links that were opened."""
    found: list[object] = []
    monkeypatch.setattr(drafting, "open_file", lambda path: found.append(path) or True)
    monkeypatch.setattr(drafting, "open_link", lambda link: found.append(link) or True)
    return found


@pytest.fixture
def hands(qapp, theme, tmp_path, opened):
    """The window of a small book on the page of a finished summary."""
    made = on_small_book(qapp, tmp_path)
    services, account = made.services, made.account("Łódź Logistics")
    anna = services.accounts.add_person(account, "Anna Nowak", email="anna@lodz.example").value
    made.review_id = services.reviews.start_now(account).value.id
    services.meetings.change(made.review_id, "people_ids", (anna.id,))
    services.meetings.save_notes(made.review_id, "+ fine\n/d Trial in January")
    made.program.desk.open_document(services.meetings.finish(made.review_id).value.summary.id)
    made.settle()
    yield made
    made.leave()


def view(hands):
    """Give the page of the document."""
    return hands.program.desk.pages.document.view


def draft(hands) -> None:
    """Press the keys of Mail draft."""
    QTest.keyClick(view(hands).pages, Qt.Key.Key_Return, CTRL)
    hands.settle()


def newest(hands):
    """Give the newest stored summary."""
    return hands.services.documents.newest(hands.review_id)


def mail(path):
    """Read a draft."""
    return email.message_from_bytes(path.read_bytes(), policy=default)


def test_it_goes_to_the_people_of_the_review_in_one_key_and_it_is_kept_to_whom(hands, opened):
    assert view(hands).side.mail.to.toPlainText() == "Anna Nowak <anna@lodz.example>"
    draft(hands)

    assert mail(opened[0])["To"] == "Anna Nowak <anna@lodz.example>"
    assert newest(hands).sent_to == ("Anna Nowak",)
    assert view(hands).side.versions.who.text() == "Anna Nowak has version 1."


def test_a_stranger_is_asked_about_first_and_left_out(hands, opened):
    view(hands).side.mail.to.setPlainText("anna@lodz.example, max@globex.example")
    draft(hands)

    assert opened == []
    assert newest(hands).sent_on is None
    question = view(hands).question
    assert question.sentence.text() == "max@globex.example is not one of the people of Łódź Logistics."
    question.buttons[0].click()
    hands.settle()
    assert mail(opened[0])["To"] == "anna@lodz.example"


def test_a_stranger_can_be_added_to_its_people(hands, opened):
    view(hands).side.mail.to.setPlainText("Max Muster <max@lodz.example>")
    draft(hands)
    view(hands).question.buttons[1].click()
    hands.wait_until(lambda: bool(opened))
    hands.settle()

    people = {each.name: each.email for each in hands.services.accounts.brief(hands.account("Łódź Logistics")).people}
    assert people["Max Muster"] == "max@lodz.example"
    assert newest(hands).sent_to == ("Max Muster",)


def test_a_stranger_may_have_it_all_the_same(hands, opened):
    view(hands).side.mail.to.setPlainText("max@globex.example")
    draft(hands)
    view(hands).question.buttons[2].click()
    hands.settle()

    assert mail(opened[0])["To"] == "max@globex.example"
    assert newest(hands).sent_to == ("max@globex.example",)


def test_what_is_no_address_is_said(hands, opened):
    view(hands).side.mail.to.setPlainText("anna at lodz")
    draft(hands)

    assert opened == []
    assert "is no address" in hands.program.shell.message_bar.text


def test_a_mail_program_without_drafts_gets_a_link_and_the_pdf_in_its_folder_and_that_is_remembered(hands, opened):
    view(hands).side.mail.by_link.click()
    draft(hands)

    link, folder = opened
    assert link.startswith("mailto:anna@lodz.example?subject=")
    assert [each.suffix for each in sorted(folder.iterdir())] == [".eml", ".pdf"]
    assert hands.program.desk.memory.choice("mails") == "link"
    assert drafting.drafting_for(hands.program.desk, QObject(hands.window)).by_link


def test_the_versions_say_what_is_different_and_can_be_opened(hands):
    hands.services.meetings.save_notes(hands.review_id, "+ fine\n/d Trial in February\n/d A second depot")
    hands.services.meetings.finish(hands.review_id)
    hands.program.desk.open_document(newest(hands).id)
    hands.settle()
    panel = view(hands).side.versions
    differences = panel.cards[0].version.differences

    assert [each.version.number for each in panel.cards] == [2, 1]
    assert "Decided: “Trial in January” became “Trial in February”" in differences
    assert "Decided, added: “A second depot”" in differences
    panel.cards[1].open.click()
    hands.settle()
    assert hands.program.desk.pages.document._shown.version.number == 1


def test_recipients_are_read_as_they_are_typed():
    typed = 'Anna Nowak <anna@lodz.example>; "Zając, Piotr" <p@lodz.example>'.replace("Zając, Piotr", "Piotr Zając")
    found = read_recipients(f"{typed}, ANNA@lodz.example\nbare@lodz.example")

    assert found == (("Anna Nowak", "anna@lodz.example"), ("Piotr Zając", "p@lodz.example"), ("", "bare@lodz.example"))
    assert read_recipients(written(found)) == found
    assert strangers(found, ["Anna@Lodz.example", "p@lodz.example"]) == (("", "bare@lodz.example"),)
    assert name_for(("", "max.muster@lodz.example")) == "Max Muster"
    with pytest.raises(RefusedError):
        read_recipients("a@b")
