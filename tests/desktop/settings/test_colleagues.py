"""Colleagues in Settings, through the real card on a real book."""

import pytest
from PySide6.QtCore import Qt

from reviewdesk.desktop.settings.colleagues import ColleaguesCard
from reviewdesk.desktop.settings.colleagues_part import ColleaguesPart
from reviewdesk.services.colleagues import ColleagueService
from tests.books import a_store, small_book
from tests.desktop.account.test_account_page import settle, titles


@pytest.fixture
def store(tmp_path):
    store = a_store(tmp_path)
    yield store
    store.close()


@pytest.fixture
def card(qtbot, theme, tasks, store):
    """The card on a book with two colleagues."""
    small_book(store)
    made = ColleaguesCard()
    qtbot.addWidget(made)
    made.resize(1000, 600)
    part = ColleaguesPart(made, ColleagueService(store), tasks)
    made.show()
    part.show_now()
    settle(tasks)
    yield made
    part.flush()


def the_colleague(store, name):
    with store.read() as reading:
        return next((each for each in reading.colleagues.all() if each.name == name), None)


def put(tasks, card, name, text):
    field = card.form.grid.fields[name]
    field._put(text)
    field._touched()
    field.flush()
    settle(tasks)
    settle(tasks)
    return field


def test_everybody_but_oneself_is_listed_by_name(card, store):
    with store.read() as reading:
        others = sorted(each.name for each in reading.colleagues.all() if not each.is_me)
    assert titles(card.rows) == others


def test_one_is_added_and_opened_to_when_they_work(qtbot, card, store, tasks):
    qtbot.keyClicks(card.new.lines[0], "Yusuf Demir")
    qtbot.keyClick(card.new.lines[0], Qt.Key.Key_Return)
    settle(tasks)
    settle(tasks)
    card.rows.opened.emit(the_colleague(store, "Yusuf Demir").id)

    put(tasks, card, "week", "sun mon tue wed thu")
    put(tasks, card, "hours_a_week", "38.5")
    put(tasks, card, "holidays", "tr")
    put(tasks, card, "day_ends", "15:30")

    kept = the_colleague(store, "Yusuf Demir")
    assert (kept.week, kept.holidays, f"{kept.hours_a_week}") == ((0, 1, 2, 3, 6), "TR", "38.5")
    assert "Mon, Tue, Wed, Thu, Sun · to 15:30 · 38.5 h a week · holidays of TR" in card.rows.row(kept.id).row.meta


@pytest.mark.parametrize(
    ("name", "text", "sentence"),
    [
        ("holidays", "XX", "The holidays of XX are not known"),
        ("week", "sometimes", "Name the days you work"),
        ("day_ends", "8", "Let it end later on the same day"),
        ("email", "yusuf", "is not an e-mail address"),
        ("hours_a_week", "200", "above 0 and up to 100"),
        ("name", "", "A name cannot be empty"),
    ],
)
def test_what_cannot_be_taken_says_how_it_is_written(card, store, tasks, name, text, sentence):
    card.rows.opened.emit(card.rows.keys[0])
    assert sentence in put(tasks, card, name, text).editor.accessibleDescription()


def test_two_of_one_name_are_refused(qtbot, card, tasks):
    qtbot.keyClicks(card.new.lines[0], titles(card.rows)[0].upper())
    qtbot.mouseClick(card.new.add_button, Qt.MouseButton.LeftButton)
    settle(tasks)
    assert "is in the book already" in card.new.refusal.text()


def test_somebody_who_is_waited_for_stays_until_that_is_handed_on(qtbot, card, store, tasks):
    with store.read() as reading:
        owing = next(each for each in reading.follow_ups.all() if each.is_open and each.waits_on == "a colleague")
    card.rows.opened.emit(owing.colleague_id)
    qtbot.mouseClick(card.form.remove, Qt.MouseButton.LeftButton)
    settle(tasks)
    assert "Hand on what waits" in card.form.refusal.text()
