"""What is proposed in Wrap up: one key uses, changes or puts by, and nothing is filled in by itself."""

import pytest
from PySide6.QtCore import Qt

from reviewdesk.desktop.review.proposing import Proposing
from reviewdesk.desktop.review.step import Step
from reviewdesk.domain.said import Consent
from reviewdesk.services.proposing import ProposingService

NOTES = """!!! two late deliveries in March and again last week
+ planning saves half a day a week with the new dashboard
/d fixed 05:30 slot as a trial in January
/we root cause of the two late deliveries by 3 dec"""
FIRST = "Two late deliveries in March and again last week."
SECOND = "Planning saves half a day a week with the new dashboard."


@pytest.fixture
def wrapping(open_desk, qtbot):
    """Open a review in Wrap up where proposals are made."""

    def opened(notes: str = NOTES):
        desk = open_desk(notes=notes)
        Proposing(desk.view, ProposingService(desk.store, lambda: ()), desk.tasks)
        desk.view.shown_now.emit(desk.controller._shown)
        desk.go(Step.WRAP_UP)
        desk.outcome = desk.view.wrap_up.outcome
        desk.proposed, desk.heard = desk.outcome.proposed_sentences, desk.outcome.proposed_heard
        return desk

    return opened


def words(proposed) -> list[str]:
    return [each.words for each in proposed.rows]


def press(desk, proposed, *keys) -> None:
    for key in keys:
        proposed.setFocus()
        desk.qtbot.keyClick(proposed, key)
        desk.settle()


def test_sentences_and_things_heard_are_proposed_and_nothing_is_filled_in(wrapping):
    desk = wrapping()

    assert words(desk.proposed)[:2] == [FIRST, SECOND]
    assert words(desk.heard) == [FIRST.rstrip("."), SECOND.rstrip(".")]
    assert desk.outcome.sentences.value() == ""
    stored = desk.stored()
    assert (stored.sentences, stored.heard) == ((), ())


def test_one_key_uses_each_and_the_next_one_is_on(wrapping):
    desk = wrapping()
    press(desk, desk.proposed, Qt.Key.Key_Return, Qt.Key.Key_Return)

    assert desk.stored().sentences == (FIRST, SECOND)
    assert desk.outcome.sentences.value() == f"{FIRST}\n{SECOND}"
    assert words(desk.proposed) == ["Fixed 05:30 slot as a trial in January."]


def test_what_is_being_typed_stays_and_the_proposal_comes_after_it(wrapping):
    desk = wrapping()
    desk.qtbot.keyClicks(desk.outcome.sentences.editor, "A good quarter.")
    press(desk, desk.proposed, Qt.Key.Key_Return)

    assert desk.stored().sentences == ("A good quarter.", FIRST)


def test_a_proposal_can_be_changed_before_it_is_used(wrapping):
    desk = wrapping()
    press(desk, desk.proposed, Qt.Key.Key_C)
    editor = desk.outcome.sentences.editor
    assert editor.textCursor().selectedText() == FIRST
    desk.qtbot.keyClicks(editor, "Deliveries must not be late in December.")
    desk.outcome.flush()
    desk.settle()

    assert desk.stored().sentences == ("Deliveries must not be late in December.",)


def test_what_is_put_by_stays_away_and_can_be_brought_back(wrapping):
    desk = wrapping()
    press(desk, desk.proposed, Qt.Key.Key_S)
    desk.go(Step.MEET)
    desk.go(Step.WRAP_UP)
    left = words(desk.proposed)
    desk.proposed.back.click()
    desk.settle()

    assert FIRST not in left
    assert FIRST.rstrip(".") in words(desk.heard)
    assert words(desk.proposed)[0] == FIRST


def test_a_thing_heard_is_chosen_and_its_wording_can_be_changed(wrapping):
    desk = wrapping()
    press(desk, desk.heard, Qt.Key.Key_Return)
    press(desk, desk.heard, Qt.Key.Key_C)

    lines = desk.stored().lines
    assert desk.stored().heard == (lines[0].id, lines[1].id)
    row = desk.view.wrap_up.printed.row_of(lines[1].id)
    assert row.words.selectedText() == SECOND.rstrip(".")
    assert words(desk.heard) == []


def test_a_quote_is_proposed_once_there_is_consent_and_cannot_be_changed(wrapping):
    desk = wrapping(NOTES + '\n" Tell us before a surcharge comes')
    before = words(desk.heard)
    with desk.store.read() as reading:
        quote = reading.quotes.where(review_id=desk.review.id)[0]
    desk.outcome.consented.emit(quote.id, Consent.UNNAMED, None)
    desk.settle()

    assert not any("surcharge" in each for each in before)
    assert words(desk.heard)[0] == "“Tell us before a surcharge comes”"
    assert not desk.heard.rows[0].change.isVisibleTo(desk.heard.rows[0])
    desk.heard._pick(desk.heard.rows[0])
    press(desk, desk.heard, Qt.Key.Key_C)
    assert desk.stored().heard == ()


def test_a_press_on_the_source_goes_to_the_line(wrapping):
    desk = wrapping()
    desk.proposed.rows[1].source.click()
    desk.settle()

    assert desk.view.step is Step.MEET
    assert desk.editor.textCursor().selectedText() == NOTES.split("\n")[1]


def test_sorting_a_line_brings_it_among_the_proposals(wrapping):
    desk = wrapping("scrap on line 2 went down from 4.1 % to 2.6 % since June")
    assert not desk.proposed.isVisible()
    desk.qtbot.keyClick(desk.view.wrap_up.sort, Qt.Key.Key_C)
    desk.qtbot.keyClick(desk.view.wrap_up.sort.panel, Qt.Key.Key_5)
    desk.qtbot.keyClick(desk.view.wrap_up.sort.panel, Qt.Key.Key_Return)
    desk.settle()

    assert words(desk.proposed) == ["Scrap on line 2 went down from 4.1 % to 2.6 % since June."]


def test_where_nothing_is_good_nothing_is_said(wrapping):
    desk = wrapping("+ nice lunch\n// they want out")

    assert not desk.proposed.isVisible()
    assert not desk.heard.isVisible()


def test_a_screen_reader_hears_the_words_and_where_they_come_from(wrapping):
    desk = wrapping()

    assert desk.proposed.accessibleName() == "Sentences proposed from your notes"
    assert desk.proposed.accessibleDescription().startswith(FIRST + ", from line 1: !!! two late")


def test_the_keyboard_goes_to_what_is_proposed_or_hears_why_there_is_nothing(wrapping):
    desk = wrapping()
    desk.view.wrap_up.proposed_asked.emit()
    desk.settle()
    assert desk.proposed.hasFocus()

    told = []
    desk.tasks.told.connect(lambda error: told.append(str(error)))
    press(desk, desk.proposed, *[Qt.Key.Key_Return] * 3)
    press(desk, desk.heard, *[Qt.Key.Key_Return] * 2)
    desk.view.wrap_up.proposed_asked.emit()
    desk.settle()
    assert told[0].startswith("Nothing is proposed now")
