"""Cells copied from a spreadsheet become the figures of a review's goals, in one step."""

from datetime import date
from decimal import Decimal

import pytest
from PySide6.QtGui import QGuiApplication

from reviewdesk.desktop.review.step import Step
from reviewdesk.domain.clock import Clock
from reviewdesk.domain.review import Goal
from reviewdesk.services.meetings import MeetingService
from reviewdesk.services.reviews import ReviewService
from reviewdesk.storage.book_file import open_book
from reviewdesk.storage.journal import Journal
from tests.books import TUESDAY, small_book, the
from tests.journeys.hands import Hands

CELLS = "Damage rate\t0,4 %\t\tCarrier report\t2 Nov\nTrained drivers\t8\t12\t\t\nMorale\thigh"


@pytest.fixture
def hands(qapp, theme, tmp_path):
    """The window of a small book on a review of an account with one goal."""
    path = tmp_path / "Northgate.reviewdesk"
    store = open_book(path, Clock(TUESDAY), may_create=True, name="Northgate")
    small_book(store)
    account = the(store, "Hooli").id
    review = ReviewService(store).plan(account, date(2026, 12, 3)).value.id
    meetings = MeetingService(store, Journal(path))
    meetings.add_goal(review, Goal(account_id=account, what="Damage rate", target=Decimal("0.5"), unit="%"))
    store.close()
    made = Hands(qapp, path, clock=Clock(TUESDAY))
    made.account, made.review = account, review
    made.window.activateWindow()
    made.program.desk.open_review(review)
    made.settle()
    yield made
    made.leave()


def sheet(hands):
    hands.settle()
    from reviewdesk.desktop.review.goal_paste import GoalPasting

    (pasting,) = hands.program.desk.pages.review.view.findChildren(GoalPasting)
    return pasting.sheet


def test_what_lies_on_the_clipboard_is_looked_at_and_taken_in_one_step(hands):
    QGuiApplication.clipboard().setText(CELLS)
    hands.program.desk.pages.review.view.prepare.paste.click()
    asked = sheet(hands)
    assert [each.title for each in (asked.rows.row(key).row for key in asked.rows.keys)] == [
        "Damage rate",
        "Trained drivers",
        "Morale",
    ]
    assert asked.go.text() == "Take 2 figures"
    asked.go.click()
    hands.settle()

    assert sheet(hands) is None
    kept = hands.program.desk.pages.review._shown.material
    figures = {goal.what: each for goal in kept.goals for each in kept.actuals if each.goal_id == goal.id}
    assert (figures["Damage rate"].value, figures["Damage rate"].source) == (Decimal("0.4"), "Carrier report")
    assert figures["Damage rate"].measured_on == date(2026, 11, 2)
    assert figures["Trained drivers"].value == Decimal(8)
    hands.program.desk.last_step.undo()
    hands.settle()
    kept = hands.program.desk.pages.review._shown.material
    assert kept.actuals == ()
    assert [each.what for each in kept.goals] == ["Damage rate"]


def test_pasting_again_puts_the_figure_in_place_of_the_one_before(hands):
    take = hands.services.goal_figures.take
    take(hands.review, "Damage rate\t0.4")
    take(hands.review, "Damage rate\t0.9\nDamage rate\t0.3")
    (kept,) = take(hands.review, "Damage rate\t0.3").value
    assert kept.value == Decimal("0.3")


def test_words_that_are_no_cells_are_not_put_into_the_sheet_and_nothing_can_be_taken(hands):
    QGuiApplication.clipboard().setText("some words somebody copied")
    hands.program.desk.open_review(hands.review, Step.WRAP_UP)
    hands.settle()
    hands.program.desk.pages.review.view.wrap_up.outcome.goals.paste.click()
    asked = sheet(hands)
    assert asked.cells.value() == ""
    assert not asked.go.isEnabled()
    asked.cells.editor.setPlainText("Damage rate\tgood")
    hands.wait_until(lambda: bool(asked.rows.keys))
    assert "is no figure" in asked.rows.row(asked.rows.keys[0]).row.meta
    assert not asked.go.isEnabled()
    asked.reject()
    hands.settle()
