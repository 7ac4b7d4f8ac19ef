"""Preparing a review: when it is, who comes, and what is on the agenda."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from reviewdesk.desktop.review.step import Step
from reviewdesk.desktop.widgets.chips import ChipButton
from reviewdesk.domain.account import Account
from reviewdesk.domain.errors import BookError
from reviewdesk.domain.people import Colleague
from reviewdesk.services.accounts import AccountService
from reviewdesk.services.calls import Spoke
from tests.books import the


def names_on(chips):
    return [each.text() for key, each in chips._buttons.items() if key in chips.on]


def words_in(card, words):
    return any(words in each.text().replace("\u200b", "") for each in card.findChildren(QLabel))


def test_somebody_new_comes_to_the_review_and_is_known_from_then_on(open_desk, qtbot):
    desk = open_desk(step=Step.PREPARE)
    plan = desk.view.prepare.plan
    assert not plan.new_person.isVisible()

    qtbot.mouseClick(plan.somebody_new, Qt.MouseButton.LeftButton)
    name, role = plan.new_person.lines
    qtbot.keyClicks(name, "Zofia Nowak")
    qtbot.keyClicks(role, "Head of returns")
    qtbot.keyClick(role, Qt.Key.Key_Return)
    desk.settle()

    with desk.store.read() as reading:
        zofia = next(each for each in reading.people.all() if each.name == "Zofia Nowak")
    assert (zofia.role, zofia.account_id) == ("Head of returns", desk.review.account_id)
    assert desk.stored().people_ids[-1] == zofia.id
    assert "Zofia Nowak" in names_on(plan.theirs)
    assert name.text() == ""
    assert desk.store.undo().label == "Add person"
    assert zofia.id not in desk.stored().people_ids


def test_without_a_name_nobody_is_added_and_escape_puts_the_line_away(open_desk, qtbot):
    desk = open_desk(step=Step.PREPARE)
    plan = desk.view.prepare.plan
    before = desk.stored().people_ids
    qtbot.mouseClick(plan.somebody_new, Qt.MouseButton.LeftButton)

    qtbot.keyClick(plan.new_person.lines[1], Qt.Key.Key_Return)
    desk.settle()
    assert plan.new_person.lines[0].hasFocus()
    assert desk.stored().people_ids == before

    qtbot.keyClick(plan.new_person.lines[0], Qt.Key.Key_Escape)
    assert not plan.new_person.isVisible()
    assert plan.somebody_new.hasFocus()


def test_a_name_that_cannot_be_stored_stays_typed(open_desk, qtbot, monkeypatch):
    desk = open_desk(step=Step.PREPARE)
    plan = desk.view.prepare.plan
    qtbot.mouseClick(plan.somebody_new, Qt.MouseButton.LeftButton)
    qtbot.keyClicks(plan.new_person.lines[0], "Zofia Nowak")

    def full(*_asked):
        raise BookError("The disk is full.")

    monkeypatch.setattr(desk.meetings, "add_person", full)
    qtbot.keyClick(plan.new_person.lines[0], Qt.Key.Key_Return)
    desk.settle()

    assert plan.new_person.lines[0].text() == "Zofia Nowak"


def test_what_was_logged_and_agreed_outside_reviews_is_known_before_the_next_one(open_desk, book):
    account = the(book, "Hooli")
    AccountService(book).log_contact(
        account.id,
        Spoke(on=book.clock.today(), words="They want samples", next_what="Send Maria the delivery plan"),
    )
    desk = open_desk("Hooli", step=Step.PREPARE)
    prepare = desk.view.prepare

    assert words_in(prepare.contacts, "They want samples")
    assert words_in(prepare.promises, "Send Maria the delivery plan")


def test_of_many_colleagues_those_near_the_account_are_offered_first(open_desk, book):
    with book.write("Hire") as work:
        owner = work.colleagues.put(Colleague(name="Olga Owner"))
        for number in range(20):
            work.colleagues.put(Colleague(name=f"Colleague {number}"))
        work.accounts.put(Account(name="Fresh", owner_id=owner.id))
    desk = open_desk("Fresh", step=Step.PREPARE)
    plan = desk.view.prepare.plan

    assert owner.id in desk.stored().colleague_ids
    assert len(plan.ours.findChildren(ChipButton)) < 6
    plan.more_of_ours.click()
    desk.settle()
    assert len(plan.ours.findChildren(ChipButton)) > 20
    assert plan.more_of_ours.isHidden()
