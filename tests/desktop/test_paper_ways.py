"""The brief, the pre-read and the meeting sheet are one key away, and are shown on the page of a document."""

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from reviewdesk.desktop import drafting
from reviewdesk.desktop.review.step import Step
from reviewdesk.desktop.tasks import Lane
from reviewdesk.domain.clock import Clock
from reviewdesk.reports.leak_guard import text_of
from tests.journeys.hands import on_small_book

ALT = Qt.KeyboardModifier.AltModifier


@pytest.fixture
def hands(qapp, theme, tmp_path):
    """The window of a small book, and an account of it."""
    made = on_small_book(qapp, tmp_path)
    made.hooli = made.account("Hooli")
    yield made
    made.leave()


def shown(hands):
    """Give the document that is shown, once it is."""
    hands.wait_until(lambda: hands.program.shell.page == "document")
    hands.settle()
    return hands.program.desk.pages.document._shown


def prepared(hands):
    """Open the workspace of a review of Hooli in a week."""
    review = hands.services.reviews.plan(hands.hooli, Clock().today() + timedelta(7)).value
    hands.program.desk.open_review(review.id, Step.PREPARE)
    hands.settle()
    return hands.program.desk.pages.review.view


@pytest.mark.parametrize(
    ("key", "name", "says"),
    [
        (Qt.Key.Key_B, "for-our-side.pdf", "Three questions to ask"),
        (Qt.Key.Key_P, "pre-read.pdf", "What we ask you to think about"),
        (Qt.Key.Key_M, "meeting-sheet-for-our-side.pdf", "Who is there"),
    ],
)
def test_each_is_one_key_away_where_a_review_is_prepared(hands, key, name, says):
    view = prepared(hands)
    QTest.keyClick(view, key, ALT)
    made = shown(hands)

    assert made.file_name.endswith(name)
    assert made.for_us == name.endswith("for-our-side.pdf")
    assert says in text_of(made.pdf)


def test_our_side_is_said_in_the_head_and_only_the_pre_read_can_be_mailed(hands):
    view = prepared(hands)
    QTest.keyClick(view, Qt.Key.Key_B, ALT)
    shown(hands)
    head = hands.program.desk.pages.document.view.header
    assert (head.badge.text, head.mail.isVisible(), head.sent.isVisible()) == ("For our side", False, False)

    hands.program.desk.do("back")
    hands.settle()
    QTest.keyClick(hands.program.desk.pages.review.view, Qt.Key.Key_P, ALT)
    shown(hands)
    assert (head.badge.isVisible(), head.mail.isVisible(), head.versions.isVisible()) == (False, True, False)


def test_each_has_a_button_and_back_leads_to_the_review(hands):
    card = prepared(hands).prepare.on_paper
    for button in (card.brief, card.pre_read, card.sheet):
        button.click()
        shown(hands)
        hands.program.desk.pages.document.view.header.back.click()
        hands.settle()
        assert hands.program.shell.page == "review"


def test_it_opens_in_the_pdf_program_beside_the_drafts(hands, monkeypatch):
    files = []
    monkeypatch.setattr(drafting, "open_file", lambda path: files.append(path) or True)
    QTest.keyClick(prepared(hands), Qt.Key.Key_M, ALT)
    made = shown(hands)
    hands.program.desk.pages.document.view.header.open.click()
    hands.settle()

    assert files[0].read_bytes() == made.pdf
    assert files[0].parent.name == "Northgate drafts"
    assert "is open in your PDF program" in hands.program.shell.message_bar.text


def test_a_change_in_the_book_offers_to_make_it_again(hands):
    hands.program.desk.open_account(hands.hooli)
    hands.settle()
    hands.program.desk.do("print_brief")
    made, head = shown(hands), hands.program.desk.pages.document.view.header
    assert not head.again.isVisible()

    run = hands.program.tasks.run
    run(lambda: hands.services.concerns.add(hands.hooli, "Crates arrive wet", severity=3), lane=Lane.WRITE)
    hands.settle()
    assert head.again.isVisible()
    assert "the book has changed" in head.about.text()
    head.again.click()
    hands.settle()
    again = shown(hands)
    assert "Crates arrive wet" in text_of(again.pdf)
    assert "Crates arrive wet" not in text_of(made.pdf)
    assert not head.again.isVisible()


def test_the_brief_of_the_account_that_is_shown_is_made_with_the_same_key_and_back_leads_there(hands):
    hands.program.desk.open_account(hands.hooli)
    hands.settle()
    QTest.keyClick(hands.window, Qt.Key.Key_B, ALT)
    assert shown(hands).file_name.startswith("Hooli")

    hands.program.desk.do("back")
    hands.settle()
    assert hands.program.desk.account_shown() == hands.hooli


def test_elsewhere_the_account_is_asked_for(hands):
    hands.program.desk.go("today")
    hands.program.desk.do("print_brief")
    picker = hands.program.desk.account_ways.picker
    QTest.keyClicks(picker.line, "hool")
    picker.look_up()
    hands.settle()
    QTest.keyClick(picker.line, Qt.Key.Key_Return)

    assert shown(hands).file_name.startswith("Hooli")


def test_an_account_without_a_review_ahead_is_told_to_plan_one(hands):
    hands.program.desk.open_account(hands.hooli)
    hands.settle()
    hands.program.desk.do("print_sheet")
    hands.settle()

    assert "Plan one first" in hands.program.shell.message_bar.text
    assert hands.program.shell.page == "account"


def test_the_summary_for_our_side_of_the_review_that_is_shown_is_one_key_away(hands):
    view = prepared(hands)
    hands.services.meetings.save_notes(hands.services.print_outs.next_review(hands.hooli), "/c Globex was there")
    QTest.keyClick(view, Qt.Key.Key_S, ALT | Qt.KeyboardModifier.ShiftModifier)
    made = shown(hands)

    assert made.for_us
    assert made.file_name.endswith("review-summary-for-our-side.pdf")
    assert "Globex was there" in text_of(made.pdf)
