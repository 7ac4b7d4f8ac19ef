"""However the window ends, what was typed is kept: in the book where that can be, else in the window that stays."""

import pytest
from PySide6.QtWidgets import QPlainTextEdit

from reviewdesk.domain.errors import BookError
from tests.journeys.hands import Hands

LINE = "! The dock stood empty on Monday"


@pytest.fixture
def hands(qapp, tmp_path):
    """A window in which a line was typed a moment ago."""
    made = Hands(qapp, tmp_path / "Northgate.reviewdesk")
    made.press("Open the sample book")
    account = next(each for each in made.services.accounts.rows() if each.name == "Łódź Logistics")
    made.review_id = made.services.reviews.start_now(account.id).value.id
    made.program.desk.open_review(made.review_id)
    made.settle()
    made.find(QPlainTextEdit, "Notes").insertPlainText(LINE)
    yield made
    made.leave()


def kept(hands: Hands) -> str:
    """Give the notes as they stand in the book."""
    return hands.services.meetings.workspace(hands.review_id).review.text


def test_closing_at_once_keeps_what_was_typed(hands, qapp, tmp_path):
    assert hands.window.close()

    again = Hands(qapp, tmp_path / "Northgate.reviewdesk")
    text = again.services.meetings.workspace(hands.review_id).review.text
    again.leave()
    assert LINE in text


def test_a_disk_that_is_full_keeps_the_window_and_the_text(hands, monkeypatch):
    def full(*_asked, **_more):
        raise BookError("The disk is full. Make room and try again.")

    with monkeypatch.context() as patch:
        patch.setattr(hands.services.meetings, "save_notes", full)
        patch.setattr(hands.services.meetings, "keep_draft", full)
        assert not hands.window.close()
        assert hands.window.isVisible()
        assert LINE in hands.find(QPlainTextEdit, "Notes").toPlainText()

    assert "could not be saved" in hands.program.shell.message_bar.text
    hands.program.desk.flush()
    hands.settle()
    assert LINE in kept(hands)


def test_a_mistake_of_ours_while_closing_keeps_the_window(hands, monkeypatch):
    def broken():
        raise RuntimeError("a mistake of ours")

    with monkeypatch.context() as patch:
        patch.setattr(hands.services.book, "back_up", broken)
        with pytest.raises(RuntimeError, match="a mistake of ours"):
            hands.window.close()
        assert hands.window.isVisible()
    assert LINE in kept(hands)


def test_logging_out_saves_before_the_session_goes_on(hands):
    hands.program._guard._signals._log_out(None)

    assert LINE in kept(hands)
