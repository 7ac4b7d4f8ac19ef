"""One complaint about one lot becomes an outreach to everybody who bought it, and ends when all of them know."""

from dataclasses import replace
from datetime import timedelta
from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from reviewdesk.desktop.calls.call_log import CallLog
from reviewdesk.desktop.outreach.problem_sheets import WordsSheet
from reviewdesk.desktop.outreach.ways_sheet import WaysSheet
from reviewdesk.desktop.outreach.who_else_sheet import WhoElseSheet
from reviewdesk.domain.concern import Stage
from reviewdesk.domain.purchase import Purchase
from reviewdesk.domain.shared_problem import Cause, CauseBy, Reach, Remedy
from tests.journeys.hands import on_small_book

RAISED = "Globex Corporation"
LOT = Cause(by=CauseBy.LOT, value="L-2210")
OTHERS = ("Hooli", "Łódź Logistics", "Umbrella S.A.")


@pytest.fixture
def hands(qapp, theme, tmp_path):
    made = on_small_book(qapp, tmp_path)
    made.concern = made.services.concerns.add(made.account(RAISED), "Caps of lot L-2210 crack", 3).value
    for name in (RAISED, *OTHERS):
        buy(made, name)
    yield made
    made.leave()


def buy(hands, name, lot="L-2210"):
    services = hands.services
    day = services.accounts.today() - timedelta(days=9)
    purchase = Purchase(
        account_id=hands.account(name), bought_on=day, amount=Decimal(500), currency="EUR", lot=lot
    )  # fmt: skip
    store = services.shared_problems._store
    with store.write("Buy") as work:
        work.purchases.put(purchase)
    return work.changes


def view(hands):
    return hands.program.desk.pages.outreach.view


def sheet(hands):
    return hands.program.desk.pages.problems.sheet


@pytest.fixture
def begun(hands):
    """The outreach begun from the board of concerns, with the keyboard."""
    desk = hands.program.desk
    desk.go("concerns")
    hands.settle()
    desk.pages.concerns.view.go_to(hands.concern.id)
    lane = next(each.lane for each in desk.pages.concerns.view.columns.values() if each.lane.hasFocus())
    QTest.keyClick(lane, Qt.Key.Key_W)
    hands.wait_until(lambda: isinstance(sheet(hands), WhoElseSheet))
    return hands


def choose(hands, words):
    chips = sheet(hands).causes
    key = next(str(at) for at, each in enumerate(sheet(hands)._causes) if each.words == words)
    chips.set_on([key])
    sheet(hands)._look()
    hands.settle()


def rows_of(hands):
    (card,) = view(hands).problems.values()
    return {row.title: row for part in card.rows._sections for row in part.rows}


def act(hands, account, action):
    (card,) = view(hands).problems.values()
    card.acted.emit(rows_of(hands)[account].key, action)
    hands.settle()


def start(hands):
    choose(hands, "lot L-2210")
    sheet(hands).go.click()
    hands.wait_until(lambda: sheet(hands) is None)
    hands.settle()


def test_the_sheet_says_at_once_who_else_bought_the_lot(begun):
    choose(begun, "lot L-2210")

    assert sheet(begun).count.text().startswith("3 other accounts share this")
    assert {row.title for part in sheet(begun).rows._sections for row in part.rows} == set(OTHERS)
    sheet(begun).reject()


def test_leaving_the_sheet_stays_where_the_question_was_asked(begun):
    sheet(begun).reject()
    begun.settle()

    assert begun.program.shell.page == "concerns"


def test_days_narrow_who_is_found(begun):
    choose(begun, "lot L-2210")
    sheet(begun).since.line.setText("5 days ago")
    sheet(begun)._look()
    begun.settle()

    assert sheet(begun).count.text() == "Nobody else shares this."
    sheet(begun).reject()


def test_an_account_is_picked_by_hand(begun):
    desk = begun.program.desk
    sheet(begun).by_hand.click()
    begun.wait_until(lambda: desk.account_ways.picker is not None)
    picker = desk.account_ways.picker
    picker.picked.emit(begun.account("Hooli"))
    begun.settle()

    assert "picked by hand" in [each.words for each in sheet(begun).chosen]
    sheet(begun).reject()


def test_from_the_concern_to_the_end_of_the_outreach(begun):
    start(begun)
    assert set(rows_of(begun)) == set(OTHERS)
    assert RAISED not in rows_of(begun)

    act(begun, "Hooli", "reached")
    act(begun, "Łódź Logistics", "not_affected")
    assert isinstance(sheet(begun), WordsSheet)
    sheet(begun).words.line.setText("uses another size")
    sheet(begun).go.click()
    begun.settle()
    act(begun, "Umbrella S.A.", "fixed")

    (card,) = view(begun).problems.values()
    assert card.bar.accessibleName().startswith("3 of 3 reached or excused")
    card.end.click()
    begun.settle()
    (shown,) = begun.services.shared_problems.problems()
    assert shown.problem.ended_on is not None
    assert [each.affected.reach for each in shown.settled].count(Reach.NOT_AFFECTED) == 1
    begun.press("What becomes of them?")
    after = begun.program.desk.pages.concerns_after.sheet
    assert [each.text() for each in after.ticks.values()] == [f"{RAISED}: Caps of lot L-2210 crack"]
    after.go.click()
    begun.settle()
    assert fixed(begun)
    card.concern.click()
    begun.settle()
    assert begun.program.shell.page == "account"
    assert begun.program.desk.pages.account.view.concerns.opened == begun.concern.id


def fixed(hands):
    (concern,) = [
        each for each in hands.services.accounts.brief(hands.concern.account_id).concerns if each.id == hands.concern.id
    ]
    return concern.stage is Stage.FIXED


def test_safety_goes_before_the_wish_for_no_marketing_by_one_key_with_a_reason_that_is_kept(hands):
    store = hands.services.shared_problems._store
    with store.write("Shy") as work:
        for each in work.people.where(account_id=hands.account("Hooli")):
            work.people.put(replace(each, no_marketing=True))
    hands.services.shared_problems.start(hands.concern.id, "Caps", [LOT], Remedy.INFORMATION, "")
    hands.program.desk.go("outreach")
    hands.settle()
    (card,) = view(hands).problems.values()
    row = rows_of(hands)["Hooli"]
    assert "reached" not in {each.id for each in row.actions}
    card.rows.go_to(row.key)
    for reason in ("", "sharp edges"):
        if not reason:
            QTest.keyClick(card.rows.row(row.key), Qt.Key.Key_S)
            hands.wait_until(lambda: isinstance(sheet(hands), WordsSheet))
        QTest.keyClicks(sheet(hands).words.line, reason)
        sheet(hands).go.click()
        hands.settle()
        assert (sheet(hands) is None) is bool(reason)

    assert "reached" in {each.id for each in rows_of(hands)["Hooli"].actions}
    assert "reached for safety: sharp edges" in rows_of(hands)["Hooli"].meta
    with store.read() as reading:
        assert reading.affected.get(row.key).override == "sharp edges"


def test_a_grave_one_is_not_ended_while_somebody_is_left_and_says_why(begun):
    start(begun)
    (card,) = view(begun).problems.values()

    card.end.click()
    begun.wait_until(lambda: isinstance(sheet(begun), WordsSheet))
    sheet(begun).words.line.setText("no time")
    sheet(begun).go.click()
    begun.settle()

    assert "neither reached nor excused" in sheet(begun)._refusal.text()
    sheet(begun).reject()


def test_who_buys_of_the_lot_later_joins_wherever_the_person_is(begun):
    start(begun)
    desk = begun.program.desk
    desk.go("today")
    begun.settle()

    begun.program.tasks.changed.emit(buy(begun, "Wonka Foods"), None)
    begun.settle()

    desk.go("outreach")
    begun.settle()
    assert "Wonka Foods" in rows_of(begun)


def test_outreach_comes_with_the_first_shared_problem(hands):
    causes = hands.services.shared_problems.offered(hands.concern.id).causes
    assert hands.services.book.now().counts["shared problems"] == 0

    hands.services.shared_problems.start(hands.concern.id, "Caps", causes[:1], Remedy.INFORMATION, "")

    assert hands.services.book.now().counts["shared problems"] == 1


def test_a_call_is_logged_with_what_to_say_in_sight_and_reaches_the_account(begun):
    start(begun)
    act(begun, "Hooli", "log")
    (log,) = begun.window.findChildren(CallLog)
    assert log.script.text().startswith("I am not calling about an order.")
    QTest.keyClicks(log.words.editor, "They throw them away")
    log.go.click()
    begun.settle()

    (card,) = view(begun).problems.values()
    assert card.bar.accessibleName().startswith("1 of 3 reached or excused")
    assert begun.services.accounts.brief(begun.account("Hooli")).standing.last_contact == (
        begun.services.accounts.today()
    )


def test_how_an_account_is_reached_is_changed_in_place(begun):
    start(begun)
    act(begun, "Hooli", "ways")
    assert isinstance(sheet(begun), WaysSheet)
    sheet(begun).channel.show_value("visit")
    sheet(begun).due.line.setText("in 2 weeks")
    sheet(begun).go.click()
    begun.settle()

    assert sheet(begun) is None
    assert "by visit" in rows_of(begun)["Hooli"].meta
    assert "first word" not in rows_of(begun)["Hooli"].meta


def test_three_customers_who_say_the_like_are_proposed_on_today_and_looked_at_there(hands):
    for name in ("Hooli", "Umbrella S.A."):
        hands.services.concerns.add(hands.account(name), "Caps of lot L-2210 crack", 2)
    hands.program.desk.pages.proposing.begin()
    hands.settle()
    hands.settle()
    strip = hands.program.desk.pages.today.view.proposals
    assert strip.words.text().startswith("3 customers say the like within 30 days")
    strip.look.click()
    hands.wait_until(lambda: isinstance(sheet(hands), WhoElseSheet))
    hands.settle()

    sheet(hands).go.click()
    hands.wait_until(lambda: sheet(hands) is None)
    hands.settle()

    (shown,) = hands.services.shared_problems.problems()
    there = {each.account for each in shown.to_reach} | {shown.raised_by}
    assert {RAISED, "Hooli", "Umbrella S.A."} <= there
    assert hands.services.proposed_problems.open() == ()
    assert strip.isHidden()


def test_a_lot_that_nobody_named_yet_is_typed_and_an_unreadable_day_is_said(begun):
    sheet(begun).causes.set_on([])
    QTest.keyClicks(sheet(begun).value.line, "l-2210")
    QTest.keyClick(sheet(begun).value.line, Qt.Key.Key_Return)
    begun.settle()
    assert sheet(begun).count.text().startswith("3 other accounts share this")
    assert sheet(begun).go.text() == "Start with 3 accounts"

    sheet(begun).since.line.setText("35 Sep")
    sheet(begun)._look()
    begun.settle()
    assert "“35 Sep” is no day" in sheet(begun)._refusal.text()
    sheet(begun).go.click()
    begun.settle()
    assert begun.services.shared_problems.problems() == ()

    sheet(begun).since.line.setText("")
    QTest.keyClick(sheet(begun).name.line, Qt.Key.Key_Return)
    begun.settle()
    assert begun.services.shared_problems.problems() == ()
    QTest.keyClick(sheet(begun), Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    begun.wait_until(lambda: sheet(begun) is None)
    assert len(begun.services.shared_problems.problems()[0].to_reach) == 3


def test_r_goes_on_to_the_next_and_the_outreach_is_changed_as_a_whole(begun):
    start(begun)
    (card,) = view(begun).problems.values()
    first, second, third = card.rows.keys
    assert card.rows.current_key == first
    assert begun.window.focusWidget() is card.rows.row(first)
    for key in (Qt.Key.Key_R, Qt.Key.Key_R):
        QTest.keyClick(card.rows.row(card.rows.current_key), key)
        begun.settle()
    assert card.rows.current_key == third

    card.change.click()
    sheet(begun).name.line.setText("Brittle caps")
    sheet(begun).severity.show_value(4)
    sheet(begun).words.show_value("We replace them.")
    sheet(begun).go.click()
    begun.wait_until(lambda: sheet(begun) is None)
    begun.settle()

    (shown,) = begun.services.shared_problems.problems()
    assert (shown.problem.name, shown.problem.severity, shown.problem.remedy_words) == (
        "Brittle caps",
        4,
        "We replace them.",
    )
    assert [each.affected.id for each in shown.to_reach] == [third]
    assert second in {each.affected.id for each in shown.settled}
