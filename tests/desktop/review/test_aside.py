"""Beside the meeting: shut at first, and what is for our side only behind a second key."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from reviewdesk.desktop.review.show_ways import ShowWays
from reviewdesk.domain.account import Tier
from tests.books import the


@pytest.fixture
def desk(open_desk, book):
    """Open a review of an account with a tier, a rival and a concern."""
    with book.write("Account") as work:
        account = the(book, "Łódź Logistics")
        work.accounts.put(replace(account, tier=Tier.A, tier_reason="by hand", rivals=("Cargolane",)))
    return open_desk()


def words(desk) -> str:
    """Give every word that the panel holds, in sight or not."""
    return " ".join(each.text() for each in desk.view.meet.aside.findChildren(QLabel))


def press(desk, modifiers=Qt.KeyboardModifier.NoModifier) -> None:
    desk.qtbot.keyClick(desk.editor, Qt.Key.Key_F6, modifiers)
    desk.qtbot.wait(10)


def test_it_is_shut_at_first_and_holds_nothing(desk):
    assert not desk.view.meet.aside.isVisible()
    assert "Maria" not in words(desk)
    assert "Cargolane" not in words(desk)


def test_a_key_opens_it_without_what_is_for_our_side(desk):
    press(desk)

    assert desk.view.meet.aside.isVisible()
    assert "Tier A" not in words(desk)
    assert "Cargolane" not in words(desk)


def test_a_second_key_shows_our_side_and_the_same_hides_it_again(desk):
    press(desk)
    press(desk, Qt.KeyboardModifier.ShiftModifier)
    shown = words(desk)
    press(desk, Qt.KeyboardModifier.ShiftModifier)

    assert "Tier A" in shown
    assert "Cargolane" in shown
    assert "Cargolane" not in words(desk)


def test_the_second_key_alone_opens_nothing(desk):
    press(desk, Qt.KeyboardModifier.ShiftModifier)

    assert not desk.view.meet.aside.isVisible()
    assert "Cargolane" not in words(desk)


def test_show_and_leaving_the_meeting_shut_it_with_all_that_is_in_it(desk):
    ways = ShowWays(desk.view)
    desk.view.shown_now.emit(desk.controller._shown)
    press(desk)
    press(desk, Qt.KeyboardModifier.ShiftModifier)
    ways.toggle()
    desk.qtbot.wait(10)
    while_showing = (desk.view.meet.aside.isVisible(), "Cargolane" in words(desk))
    ways.close()
    press(desk)
    desk.view.meet.hide()

    assert while_showing == (False, False)
    assert desk.view.meet.aside.isHidden()
